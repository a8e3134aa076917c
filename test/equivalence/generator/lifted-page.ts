// Computes expressions with lifted calls through the states that are emitted for them: one strategy with an Assign block for each expression, whose red
// port leads on. A page that does not come to its end is a failure with the name of the expression that it stands at.
import type { AssumptionOverrides } from '../../../src/ir/assumptions/table.js';
import { preparePage } from '../../../src/runtime-check/index.js';
import { loadEngine } from '../../runtime-check/load-engine.js';
import {
  convert,
  keptSelection,
  pageOf,
  property,
  type BlockText,
} from '../../mappings/lifting/run-strategy.js';
import { declared, lifted, variables } from './surroundings.js';

/** What an expression that failed leaves: no expression gives it. */
const untouched = '(not computed)';

/** The value of each expression as text, and `error` for one that took the red port. */
export async function runLifted(
  texts: readonly string[],
  assumptions: AssumptionOverrides = {},
): Promise<readonly string[]> {
  const page = pageOf(
    convert([{ variables: declarations(texts.length), blocks: blocksOf(texts) }], assumptions),
  );
  const prepared = await preparePage(page, 'lifted', { wasm: await loadEngine() });
  if (prepared.value === undefined) throw new Error(prepared.diagnostics.map((d) => d.message).join('\n'));
  const results = Object.fromEntries(texts.map((_, i) => [`v_${resultName(i)}`, untouched]));
  const given = Object.fromEntries([...variables].map(([name, value]) => [`v_${name}`, value]));
  const run = prepared.value.start({ ...lifted, data: { ...lifted.data, ...given, ...results, v_at: -1 } });
  try {
    const stop = run.run();
    const {
      value: { end },
      diagnostics,
    } = run.result(stop);
    const read = (what: string): unknown => {
      const found = run.examine(what);
      if (!found.ok) throw new Error(found.failure.message);
      return found.value;
    };
    const at = Number(read('_data.v_at'));
    const [fault] = diagnostics.filter(({ severity }) => severity === 'error');
    if (end !== 'defaulted' || at !== texts.length || fault !== undefined)
      throw new Error(`ended as ${end} at ${String(at)}: ${texts[at] ?? ''}: ${fault?.message ?? ''}`);
    const names = texts.map((_, i) => `_data.v_${resultName(i)}`);
    const values = read(`[${names.join(',')}]`) as readonly unknown[]; // an array literal gives an array
    return values.map((value) => (value === untouched ? 'error' : String(value)));
  } finally {
    run.dispose();
  }
}

const resultName = (i: number): string => `result_${String(i)}`;

const declarations = (count: number): readonly string[] => [
  ...declared.map(({ name, type }) => `${name} ${type}`),
  'at INTEGER',
  ...Array.from({ length: count }, (_, i) => `${resultName(i)} STRING`),
];

/** Entry, a Selection whose request stays live, the expressions, and the end. */
function blocksOf(texts: readonly string[]): readonly BlockText[] {
  const idOf = (i: number): string => String(10 + i);
  const assign = (id: string, variable: string, text: string, to: string): BlockText => ({
    id,
    type: 'Assign',
    inside: property('Variable', variable) + property('Expression', text),
    links: [`green ${to}`, `red ${to}`],
  });
  return [
    { id: '1', type: 'Entry', links: ['green 2'] },
    keptSelection('2', `m${idOf(0)}`, property('Priority', '7')),
    ...texts.flatMap((text, i) => [
      assign(`m${idOf(i)}`, 'at', String(i), idOf(i)),
      assign(idOf(i), resultName(i), text, `m${idOf(i + 1)}`),
    ]),
    assign(`m${idOf(texts.length)}`, 'at', String(texts.length), '9'),
    { id: '9', type: 'Default' },
  ];
}
