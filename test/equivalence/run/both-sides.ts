// Small strategies, drawn in a test, on both sides: run as they were drawn, and as the page that they become.
import { expect } from 'vitest';
import { createPipeline } from '../../../src/migrate.js';
import { runSource, type SourceRun } from '../../../src/equivalence/run/run-source.js';
import type { SourceProgram } from '../../../src/equivalence/run/program.js';
import { runPage, type RunResult, type Scenario, type Step } from '../../../src/runtime-check/index.js';
import { loadEngine } from '../../runtime-check/load-engine.js';

type Rows = readonly Readonly<Record<string, string>>[];

export interface Drawn {
  /** Of the toolbar: `Web Service`. */
  readonly type: string;
  readonly name: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly tables?: Readonly<Record<string, Rows>>;
  /** Names of blocks by port. Green leads to the next block unless something else stands here; red leads nowhere. */
  readonly to?: Readonly<Record<string, string>>;
}

export interface BothSides {
  readonly program: SourceProgram;
  readonly page: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function xmlOf(blocks: readonly Drawn[]): string {
  const names = ['Start', ...blocks.map(({ name }) => name), 'End'];
  const idOf = (name: string): string => String(names.indexOf(name) + 1);
  const objects = blocks.map(({ type, name, properties = {}, tables = {} }) => {
    const inside = [
      ...Object.entries(properties).map(
        ([key, value]) => `<Property name="${escaped(key)}">${escaped(value)}</Property>`,
      ),
      ...Object.entries(tables).map(
        ([key, rows]) => `<Table name="${escaped(key)}">${rows.map(rowOf).join('')}</Table>`,
      ),
    ];
    return `<Object id="${idOf(name)}" type="${escaped(type)}" name="${escaped(name)}">${inside.join('')}</Object>`;
  });
  const links = [{ name: 'Start', to: {} }, ...blocks].flatMap(({ name, to = {} }, index) =>
    Object.entries({ green: names[index + 1] ?? 'End', ...to })
      .filter(([, target]) => target !== '')
      .map(
        ([port, target]) =>
          `<Link id="${idOf(name)}${port}" from="${idOf(name)}" port="${port}" to="${idOf(target)}"/>`,
      ),
  );
  const variables = ['n INTEGER', 's STRING', 'f FLOAT', 'l LIST'].map((pair) => {
    const [variable = '', declared = ''] = pair.split(' ');
    return `<Variable name="${variable}" type="${declared}" scope="local"/>`;
  });
  return (
    `<IRDExport version="8.1"><Strategy name="Drawn" type="strategy"><Variables>${variables.join('')}</Variables>` +
    `<Objects><Object id="1" type="Entry" name="Start"/>${objects.join('')}` +
    `<Object id="${idOf('End')}" type="Exit" name="End"/></Objects><Links>${links.join('')}</Links></Strategy></IRDExport>`
  );
}

const rowOf = (row: Rows[number]): string =>
  `<Row>${Object.entries(row)
    .map(([key, value]) => `<Cell name="${escaped(key)}">${escaped(value)}</Cell>`)
    .join('')}</Row>`;

/** Both sides of blocks that follow one another. Variables: n INTEGER, s STRING, f FLOAT, l LIST. */
export function drawn(
  blocks: readonly Drawn[],
  assumptions: Readonly<Record<string, string>> = {},
): BothSides {
  const settings = { selection: 'urs', notes: true, assumptions, version: '0.0.0' } as const;
  const { value: pipeline } = createPipeline(settings);
  if (pipeline === undefined) throw new Error('the settings are refused');
  const read = pipeline.read({ file: 'drawn.xml', name: 'drawn.xml', bytes: Buffer.from(xmlOf(blocks)) });
  const converted = pipeline.link([read]).strategies[0]?.convert();
  if (converted?.page === undefined || converted.program === undefined) throw new Error('there is no page');
  return { program: converted.program(), page: converted.page.text };
}

const wasm = loadEngine();

export async function runBoth(
  { program, page }: BothSides,
  given: Omit<Scenario, 'scenario' | 'name'> = {},
): Promise<{ readonly source: SourceRun; readonly page: RunResult }> {
  const scenario: Scenario = { scenario: 1, name: 'drawn', ...given };
  const run = await runPage(page, 'drawn.scxml', scenario, { wasm: await wasm });
  return { source: runSource(program, scenario), page: run.value };
}

/** What a step shows, without its time. */
const shown = (steps: readonly Step[]): readonly unknown[] => steps.map(({ kind, params }) => [kind, params]);

/** Shows the variables: a request with all of them. */
export const show: Drawn = {
  type: 'Web Service',
  name: 'Show',
  properties: { URL: 'http://show.example/' },
  tables: {
    Parameters: ['n', 's', 'f', 'l'].map((name) => ({ Name: name, Value: name })),
  },
};

/** What both sides show of their steps, after a check that they show the same. Writes of attached data that follow each other are one, as text. */
export async function sameSteps(
  sides: BothSides,
  given: Omit<Scenario, 'scenario' | 'name'> = {},
): Promise<readonly unknown[]> {
  const { source, page } = await runBoth(sides, given);
  const [ofSource, ofPage] = [source, page].map((run) => [run.end, run.target, joined(run.steps)]);
  expect(ofPage).toEqual(ofSource);
  return shown(joined(source.steps));
}

function joined(steps: readonly Step[]): readonly Step[] {
  const found: Step[] = [];
  for (const step of steps) {
    const set = pairsOf(step);
    const last = found.at(-1);
    const before = last === undefined || last.at !== step.at ? undefined : pairsOf(last);
    if (set === undefined) found.push(step);
    else if (before === undefined) found.push({ ...step, params: { set } });
    else found[found.length - 1] = { ...step, params: { set: { ...before, ...set } } };
  }
  return found;
}

function pairsOf({ kind, params }: Step): Readonly<Record<string, string>> | undefined {
  const { set } = params;
  if (kind !== 'udata' || typeof set !== 'object' || set === null) return undefined;
  return Object.fromEntries(Object.entries(set).map(([key, value]) => [key, String(value)]));
}
