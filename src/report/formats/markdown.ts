// The report as Markdown (GFM): for pull requests, and for the summary of a step in GitHub Actions, which is refused above 1 MiB.
import { dispositions } from '../../mappings/define.js';
import type { Report, ReportFinding, ReportStrategy } from '../model.js';
import type { Renderer } from './format.js';
import { inert, wellFormed } from './inert.js';
import { equivalenceInWords } from './equivalence-words.js';
import { plural } from './plural.js';
import { worstFirst } from './worst-first.js';

/** Bytes of UTF-8 that may come before what is too much is left out; GitHub takes 1,048,576. */
const mostBytes = 1_000_000;

/** Sums, strategies, findings, effort. A part that would make the text too long is cut, and says so. */
export const renderMarkdown: Renderer = function* (report) {
  let bytes = 0;
  let cut = false;
  for (const chunk of parts(report)) {
    bytes += Buffer.byteLength(chunk);
    if (bytes > mostBytes) {
      cut = true;
      break;
    }
    yield chunk;
  }
  if (cut)
    yield `\nThe text would be longer than ${String(mostBytes)} bytes; the JSON report has everything.\n`;
};

function* parts(report: Report): Iterable<string> {
  const { command, tool, totals } = report;
  yield `# ird2scxml ${text(command)}\n\n`;
  yield `${sums(report)}\n\n`;
  yield* strategiesOf(report);
  yield* inventoryOf(report);
  yield* findingsOf(report);
  yield `ird2scxml ${text(tool.version)}${totals.effort === undefined ? '' : '. Effort ranks work, it does not predict it'}.\n`;
}

function sums({ totals }: Report): string {
  const rows: readonly (readonly [string, string])[] = [
    ['files', String(totals.files)],
    ['strategies', `${String(totals.strategies)}${inBrackets(totals.byStatus)}`],
    ['converted', String(totals.converted)],
    ['claims', inWords(totals.byClaim)],
    ['source nodes', inWords(totals.byDisposition)],
    ['runs passed', `${String(totals.runsPassed)} of ${String(totals.runs)}`],
    ['errors', String(totals.errors)],
    ['warnings', String(totals.warnings)],
    ['notes', String(totals.infos)],
    ...(totals.suppressed === undefined ? [] : [['accepted findings', String(totals.suppressed)] as const]),
    ...(totals.effort === undefined
      ? []
      : [
          [
            'effort',
            `${String(totals.effort.units)} units, ${String(totals.effort.minutes)} minutes`,
          ] as const,
        ]),
  ];
  return table(['what', 'how much'], rows);
}

const inWords = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([word, count]) => `${String(count)} ${word}`)
    .join(', ');

const inBrackets = (counts: Readonly<Record<string, number>>): string =>
  Object.keys(counts).length === 0 ? '' : ` (${inWords(counts)})`;

function* strategiesOf({ strategies, totals }: Report): Iterable<string> {
  if (totals.strategies === 0) return;
  const present = dispositions.filter((name) => (totals.byDisposition[name] ?? 0) > 0);
  const withEffort = totals.effort !== undefined;
  yield `## Strategies\n\n${row(['strategy', 'status', 'claim', ...present, 'errors', 'warnings', ...(withEffort ? ['minutes'] : [])])}`;
  yield `|${'---|'.repeat(5 + present.length + (withEffort ? 1 : 0))}\n`;
  for (const each of strategies) {
    yield row([
      each.name,
      each.status,
      each.claim,
      ...present.map((name) => String(each.tally.byDisposition[name] ?? 0)),
      String(open(each, 'error')),
      String(open(each, 'warning')),
      ...(withEffort ? [String(each.effort?.minutes ?? '')] : []),
    ]);
  }
  yield '\n';
  let isFirst = true;
  for (const { name, equivalence } of strategies) {
    if (equivalence === undefined) continue;
    if (isFirst) yield `## Compared with their pages\n\n${row(['strategy', 'verdict'])}|---|---|\n`;
    isFirst = false;
    yield row([name, equivalenceInWords(equivalence)]);
  }
  if (!isFirst) yield '\n';
}

const open = ({ findings }: ReportStrategy, severity: string): number =>
  findings.filter((finding) => finding.severity === severity && finding.suppressed === undefined).length;

function* inventoryOf({ inventory = [] }: Report): Iterable<string> {
  const left = inventory.filter((each) => each.class !== 'known');
  if (left.length === 0) return;
  yield `## What is not converted for certain\n\n${row(['kind', 'name', 'class', 'count', 'strategies'])}|---|---|---|---|---|\n`;
  for (const each of left) {
    yield row([each.kind, each.name, each.class, String(each.count), String(each.strategies)]);
  }
  yield '\n';
}

function* findingsOf(report: Report): Iterable<string> {
  const { errors, warnings, infos } = report.totals;
  if (errors + warnings === 0) return;
  yield `## Findings\n\n${row(['severity', 'code', 'place', 'message', 'what to do'])}|---|---|---|---|---|\n`;
  for (const { finding } of worstFirst(report)) {
    if (finding.severity !== 'info' && finding.suppressed === undefined) yield findingRow(finding);
  }
  yield infos > 0 ? `\n${plural(infos, 'note')} left out.\n\n` : '\n';
}

const findingRow = ({ severity, code, file, line, column, message, help }: ReportFinding): string =>
  row([severity, code, `${file}:${String(line)}:${String(column)}`, message, help]);

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${row(header)}|${'---|'.repeat(header.length)}\n${rows.map(row).join('')}`.trimEnd();

const row = (cells: readonly string[]): string => `| ${cells.map(text).join(' | ')} |\n`;

/** Text that means itself: marks of Markdown are escaped, an address is no link, a name calls nobody. */
const text = (given: string): string =>
  inert(wellFormed(given))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]#|~$]/g, (mark) => `\\${mark}`)
    .replaceAll('@', '&#64;')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`)
    .trim();
