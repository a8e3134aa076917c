// Conditions on what a subroutine is handed, and on what it hands back, are aimed at through all calls in between.
import { expect, it } from 'vitest';
import { findScenarios } from '../../../src/equivalence/scenarios/find-scenarios.js';
import type { SourceProgram } from '../../../src/equivalence/run/program.js';
import { createPipeline } from '../../../src/migrate.js';

const strategy = (name: string, type: string, variables: string, objects: string, links: string): string =>
  `<IRDExport version="8.1"><Strategy name="${name}" type="${type}"><Variables>${variables}</Variables>` +
  `<Objects><Object id="1" type="Entry" name="Start"/>${objects}<Object id="9" type="Exit" name="End"/></Objects>` +
  `<Links>${links}</Links></Strategy></IRDExport>`;

const variable = (name: string, type: string, scope: string): string =>
  `<Variable name="${name}" type="${type}" scope="${scope}"/>`;
const link = (from: number, port: string, to: number): string =>
  `<Link id="${String(from)}${port}" from="${String(from)}" port="${port}" to="${String(to)}"/>`;
const call = (id: number, callee: string, inputs: readonly string[], outputs: readonly string[]): string =>
  `<Object id="${String(id)}" type="Call Subroutine" name="${callee}?"><Property name="Subroutine" value="${callee}"/>` +
  table('Input Parameters', 'Value', inputs) +
  `${table('Output Parameters', 'Variable', outputs)}</Object>`;
const table = (name: string, column: string, pairs: readonly string[]): string =>
  `<Table name="${name}">${pairs
    .map((pair) => pair.split(' '))
    .map(
      ([formal = '', actual = '']) =>
        `<Row><Cell name="Name">${formal}</Cell><Cell name="${column}">${actual}</Cell></Row>`,
    )
    .join('')}</Table>`;
const asks = (id: number, condition: string): string =>
  `<Object id="${String(id)}" type="If" name="If${String(id)}"><Property name="Expression">${condition}</Property></Object>`;
const assign = (id: number, name: string, expression: string): string =>
  `<Object id="${String(id)}" type="Assign" name="Set${String(id)}"><Property name="Variable" value="${name}"/><Property name="Expression">${expression}</Property></Object>`;

function programOf(texts: readonly string[]): SourceProgram {
  const settings = { selection: 'urs', notes: false, assumptions: {}, version: '0.0.0' } as const;
  const { value: pipeline } = createPipeline(settings);
  if (pipeline === undefined) throw new Error('the settings are refused');
  const read = texts.map((text, at) => {
    const name = `${String(at)}.xml`;
    return pipeline.read({ file: name, name, bytes: Buffer.from(text) });
  });
  const program = pipeline.link(read).strategies[0]?.convert().program;
  if (program === undefined) throw new Error('the strategy cannot be run');
  return program();
}

const inner = strategy(
  'Inner',
  'subroutine',
  variable('rank', 'STRING', 'in') + variable('found', 'STRING', 'out'),
  asks(2, "rank = 'gold'") + assign(3, 'found', 'rank'),
  link(1, 'green', 2) + link(2, 'green', 3) + link(2, 'red', 3) + link(3, 'green', 9),
);
const outer = strategy(
  'Outer',
  'subroutine',
  variable('tier', 'STRING', 'in') + variable('back', 'STRING', 'out'),
  call(2, 'Inner', ['rank tier'], ['found back']),
  link(1, 'green', 2) + link(2, 'green', 9),
);

it.each([
  ['attached data', "UData['Tier']"],
  ['extensions of the call', "ExtData['Tier']"],
])('conditions on %s come out both ways, in the subroutine and behind it', async (_what, given) => {
  const root = strategy(
    'Root',
    'strategy',
    variable('level', 'STRING', 'local'),
    call(2, 'Outer', [`tier ${given}`], ['back level']) + asks(3, "level = 'silver'"),
    link(1, 'green', 2) + link(2, 'green', 3) + link(3, 'green', 9) + link(3, 'red', 9),
  );
  const { coverage, unreached } = await findScenarios(programOf([root, outer, inner]), {
    ...{ given: [], budget: 300, seed: 1 },
  });
  expect(unreached.filter(({ kind }) => kind === 'condition')).toEqual([]);
  expect(coverage.source.condition).toEqual({ reached: 4, of: 4 });
});
