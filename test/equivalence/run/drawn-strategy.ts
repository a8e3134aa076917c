// Strategies that a test draws by hand, run as they were drawn: no page is looked at.
import { runSource, type SourceRun } from '../../../src/equivalence/run/run-source.js';
import { createPipeline } from '../../../src/migrate.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';

export type Rows = readonly Readonly<Record<string, string>>[];

export interface DrawnBlock {
  readonly type: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly tables?: Readonly<Record<string, Rows>>;
  /** Block that a port leads to. */
  readonly to?: Readonly<Record<string, string>>;
}

export interface Drawing {
  /** By name; `Start` and `End` are there. The first one follows the start. */
  readonly blocks: Readonly<Record<string, DrawnBlock>>;
  /** Strategies beside it, by name. */
  readonly others?: Readonly<Record<string, Readonly<Record<string, DrawnBlock>>>>;
  /** What those are that are no strategies: `macro`, `subroutine`. */
  readonly kinds?: Readonly<Record<string, string>>;
  readonly assumptions?: Readonly<Record<string, string>>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function strategyText(name: string, blocks: Drawing['blocks'], kind = 'strategy'): string {
  const [first = 'End'] = Object.keys(blocks);
  const all: Drawing['blocks'] = {
    Start: { type: 'Entry', to: { green: first } },
    ...blocks,
    End: { type: 'Exit' },
  };
  const objects = Object.entries(all).map(([id, { type, properties = {}, tables = {} }]) => {
    const given = Object.entries(properties).map(
      ([key, value]) => `<Property name="${key}">${escaped(value)}</Property>`,
    );
    const rows = Object.entries(tables).map(
      ([table, entries]) =>
        `<Table name="${table}">${entries
          .map(
            (row) =>
              `<Row>${Object.entries(row)
                .map(([column, value]) => `<Cell name="${column}">${escaped(value)}</Cell>`)
                .join('')}</Row>`,
          )
          .join('')}</Table>`,
    );
    return `<Object id="${id}" type="${type}" name="${id}">${[...given, ...rows].join('')}</Object>`;
  });
  const links = Object.entries(all).flatMap(([from, { to = {} }]) =>
    Object.entries(to).map(
      ([port, target]) => `<Link id="${from}-${port}" from="${from}" port="${port}" to="${target}"/>`,
    ),
  );
  const variables = ['n INTEGER', 's STRING'].map((pair) => {
    const [variable = '', type = ''] = pair.split(' ');
    return `<Variable name="${variable}" type="${type}"/>`;
  });
  return (
    `<IRDExport version="8.1"><Strategy name="${name}" type="${kind}"><Variables>${variables.join('')}</Variables>` +
    `<Objects>${objects.join('')}</Objects><Links>${links.join('')}</Links></Strategy></IRDExport>`
  );
}

/** Runs a drawing in a scenario. */
export function runDrawn(drawing: Drawing, scenario: Partial<Scenario> = {}): SourceRun {
  const { value: pipeline } = createPipeline({
    selection: 'urs',
    notes: false,
    assumptions: drawing.assumptions ?? {},
    version: '0.0.0',
  });
  if (pipeline === undefined) throw new Error('the settings are refused');
  const texts = [
    strategyText('Drawn', drawing.blocks),
    ...Object.entries(drawing.others ?? {}).map(([name, blocks]) =>
      strategyText(name, blocks, drawing.kinds?.[name]),
    ),
  ];
  const read = texts.map((text, index) => {
    const name = `${String(index)}.xml`;
    return pipeline.read({ file: name, name, bytes: Buffer.from(text) });
  });
  const program = pipeline
    .link(read)
    .strategies.find(({ name }) => name === 'Drawn')
    ?.convert().program;
  if (program === undefined) throw new Error('the strategy cannot be run');
  return runSource(program(), { scenario: 1, name: 'drawn', ...scenario });
}

/** Steps in short: moment, kind, and the parameters that are asked for. */
export const stepsOf = (run: SourceRun, ...params: readonly string[]): readonly string[] =>
  run.steps.map(({ at, kind, params: given }) =>
    [
      String(at),
      kind,
      ...params
        .filter((name) => given[name] !== undefined)
        .map(
          (name) => `${name}=${typeof given[name] === 'string' ? given[name] : JSON.stringify(given[name])}`,
        ),
    ].join(' '),
  );
