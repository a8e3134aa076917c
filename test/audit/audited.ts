// Audits texts the way the command line does, without a command line.
import { openEstate, type AuditedStrategy, type Estate, type KeptStrategy } from '../../src/audit/estate.js';
import type { StrategyFacts } from '../../src/audit/facts.js';
import { openSpool } from '../../src/batch/beside-memory.js';
import { createPipeline } from '../../src/migrate.js';
import { statusOf } from '../../src/report/tally.js';

export interface GivenText {
  readonly file: string;
  readonly text: string;
}

export interface Audited {
  readonly strategies: readonly AuditedStrategy[];
  readonly estate: Estate;
}

/** Everything that an audit finds out about the texts. */
export function audited(files: Iterable<GivenText>): Audited {
  const settings = {
    selection: 'urs',
    notes: true,
    assumptions: {},
    version: '0.0.0',
    audit: {},
    pages: false,
  } as const;
  const { value: pipeline } = createPipeline(settings);
  if (pipeline === undefined) throw new Error('the settings are refused');
  const read = [...files].map(({ file, text }) =>
    pipeline.read({ file, name: file, bytes: new TextEncoder().encode(text) }),
  );
  const spool = openSpool<KeptStrategy>();
  const open = openEstate(spool);
  const strategies = pipeline
    .link(read)
    .strategies.map(({ name, kind, file, blocks, id, convert }): AuditedStrategy => {
      const { facts, tally, assumptions, diagnostics } = convert();
      if (facts === undefined) throw new Error(`no facts of ${name}`);
      const status = statusOf(kind, facts.hasStart, tally);
      const codes = diagnostics.map(({ code }) => code);
      const page = kind === 'strategy' ? id : undefined;
      return { name, kind, file, status, blocks, page, assumptions, codes, facts };
    });
  for (const strategy of strategies) open.add(strategy);
  const estate = open.close();
  spool.close();
  return { strategies, estate };
}

/** The facts of the one strategy that `objects` and `links` make. */
export function factsOfText(objects: string, links = '', more = ''): StrategyFacts {
  const [only] = audited([{ file: 'line.xml', text: strategyText('Line', objects, links, more) }]).strategies;
  if (only === undefined) throw new Error('no strategy');
  return only.facts;
}

/** A strategy as IRD XML; `links` as `101 green 102` in lines. */
export function strategyText(
  name: string,
  objects: string,
  links = '',
  more = '',
  type = 'strategy',
): string {
  const linkTexts = links
    .split(',')
    .map((link) => link.trim().split(' '))
    .filter((parts) => parts.length === 3)
    .map(
      ([from, port, to], index) =>
        `<Link id="l${String(index)}" from="${from ?? ''}" port="${port ?? ''}" to="${to ?? ''}"/>`,
    );
  return `<IRDExport version="8.1.400"><Strategy name="${name}" type="${type}"><Variables><Variable name="note" type="STRING" scope="local"/><Variable name="count" type="INTEGER" scope="local"/>${more}</Variables><Objects>${objects}</Objects><Links>${linkTexts.join('')}</Links></Strategy></IRDExport>`;
}

/** An object with properties. */
export const object = (
  id: number,
  type: string,
  properties: Readonly<Record<string, string>> = {},
  inside = '',
): string =>
  `<Object id="${String(id)}" type="${type}" name="${type} ${String(id)}">${Object.entries(properties)
    .map(([key, value]) => `<Property name="${key}">${value}</Property>`)
    .join('')}${inside}</Object>`;

/** A table of one row. */
export const row = (table: string, cells: Readonly<Record<string, string>>): string =>
  `<Table name="${table}"><Row>${Object.entries(cells)
    .map(([key, value]) => `<Cell name="${key}">${value}</Cell>`)
    .join('')}</Row></Table>`;
