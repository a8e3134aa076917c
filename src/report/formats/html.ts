// The report for people who would rather look than read: one file that needs nothing else, or an index with a page for each strategy.
import { documentEnd, documentStart, type Frame } from '../html/document.js';
import { estateOf } from '../html/estate.js';
import { named, type Named } from '../html/names.js';
import { overviewParts } from '../html/overview.js';
import { strategyParts } from '../html/strategy.js';
import type { Report } from '../model.js';
import { plural } from './plural.js';
import type { Format, Renderer, RenderOptions, ReportPage } from './format.js';

/** More strategies than these become a folder. */
const mostInOneFile = 200;

/** Whether the report is one file. What goes to standard output always is. */
const isWhole = ({ totals }: Report, { folder, htmlLimit = mostInOneFile }: RenderOptions): boolean =>
  folder === undefined || totals.strategies <= htmlLimit;

/** The one file, or the index. */
const renderHtml: Renderer = function* (report, options) {
  const whole = isWhole(report, options);
  const { totals, inventory = [] } = report;
  const estate = estateOf(report);
  const findings = totals.errors + totals.warnings + totals.infos > 0;
  const sections: readonly (readonly [string, string, boolean])[] = [
    ['strategies', 'Strategies', totals.strategies > 0],
    ['findings', 'Findings', findings],
    ['inventory', 'Inventory', inventory.length > 0],
    ['uses', 'Uses', estate.uses.length > 0],
    ['calls', 'Calls', estate.calls.length > 0],
    ['each', 'Each strategy', whole && totals.strategies > 0],
  ];
  const folder = encodeURIComponent(options.folder ?? '');
  yield documentStart(report, {
    title: `${titleOf(report)}, ${report.command}`,
    home: undefined,
    sections: sections.filter(([, , isThere]) => isThere).map(([anchor, name]) => [anchor, name] as const),
    about: whole
      ? 'This file is the whole report.'
      : `This file is the index; the pages of the strategies lie in the folder "${options.folder ?? ''}" beside it.`,
  });
  yield* overviewParts(report, estate, (anchor) => (whole ? `#${anchor}` : `${folder}/${anchor}.html`));
  if (whole && totals.strategies > 0) {
    yield '<h2 id="each">Each strategy</h2>\n';
    for (const each of named(report.strategies))
      yield* strategyParts(
        each,
        { details: report.details, places: options.places },
        totals.strategies === 1,
      );
  }
  yield documentEnd;
};

const titleOf = ({ totals: { strategies }, command }: Report): string =>
  command === 'check'
    ? plural(strategies, 'page')
    : `${String(strategies)} ${strategies === 1 ? 'strategy' : 'strategies'}`;

/** The pages beside the index; undefined when the report is one file. `index` is the name of the index, one folder above. */
function htmlPages(report: Report, options: RenderOptions, index: string): Iterable<ReportPage> | undefined {
  return isWhole(report, options) ? undefined : pagesOf(report, options, index);
}

function* pagesOf(report: Report, options: RenderOptions, index: string): Generator<ReportPage> {
  for (const each of named(report.strategies)) {
    const home = `../${encodeURIComponent(index)}`;
    const frame = { title: each.strategy.name, home, sections: [], about: 'A page of a report in a folder.' };
    yield { name: `${each.anchor}.html`, chunks: pageOf(report, each, frame, options) };
  }
}

function* pageOf(report: Report, each: Named, frame: Frame, { places }: RenderOptions): Generator<string> {
  yield documentStart(report, frame);
  yield* strategyParts(each, { details: report.details, places }, true);
  yield documentEnd;
}

export const htmlFormat: Format = {
  name: 'html',
  about: 'for a browser: overview, tables, drawings; source and page side by side',
  render: renderHtml,
  pages: htmlPages,
};
