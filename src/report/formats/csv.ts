// The report as tables for spreadsheets (RFC 4180): findings, the inventory, and who uses what. Cells that look like formulas are made text.
import type { Renderer, RenderOptions } from './format.js';
import { csvRow } from './csv-rows.js';
import { inert, wellFormed } from './inert.js';

type Cell = string | number;

const row = (cells: readonly Cell[], { csvDelimiter }: RenderOptions): string =>
  csvRow(
    cells.map((cell) => (typeof cell === 'string' ? inert(wellFormed(cell)) : cell)),
    csvDelimiter,
  );

/** A row for each finding; `accepted` holds the reason where it was accepted. */
export const renderFindingsCsv: Renderer = function* ({ findings, strategies }, options) {
  yield row(
    [
      'severity',
      'code',
      'file',
      'line',
      'column',
      'strategy',
      'node',
      'message',
      'help',
      'accepted',
      'fingerprint',
    ],
    options,
  );
  const owned = function* () {
    yield { name: '', findings };
    yield* strategies;
  };
  for (const { name, findings: own } of owned()) {
    for (const each of own) {
      const { severity, code, file, line, column, node, message, help, suppressed, fingerprint } = each;
      const accepted = suppressed === undefined ? '' : `${suppressed.kind}: ${suppressed.reason}`;
      yield row(
        [severity, code, file, line, column, name, node, message, help, accepted, fingerprint],
        options,
      );
    }
  }
};

/** A row for each construct of the inventory; only the header where the report has none. */
export const renderInventoryCsv: Renderer = function* ({ inventory = [] }, options) {
  yield row(['kind', 'name', 'class', 'count', 'strategies'], options);
  for (const each of inventory) {
    yield row([each.kind, each.name, each.class, each.count, each.strategies], options);
  }
};

/** A row for each strategy and each name that it uses, with the first place of it. */
export const renderUsesCsv: Renderer = function* ({ strategies }, options) {
  yield row(['strategy', 'file', 'kind', 'name', 'count', 'line', 'column', 'node'], options);
  for (const { name, file, uses = [] } of strategies) {
    for (const use of uses) {
      const [place] = use.places;
      yield row(
        [
          name,
          place?.file ?? file,
          use.kind,
          use.name,
          use.count,
          place?.line ?? '',
          place?.column ?? '',
          place?.node ?? '',
        ],
        options,
      );
    }
  }
};
