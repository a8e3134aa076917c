// A page that computes expressions and keeps their values: how expressions are run in the sandbox without a strategy around them.
import * as js from '../mappings/js.js';
import type { Js } from '../mappings/js.js';
import { variableName } from '../mappings/start-values.js';
import { printJs } from './print-js.js';
import { writePage } from './writer.js';

/** What became of one expression on the page: nothing for a value that ECMAScript does not have. */
export interface ExpressionResult {
  readonly value?: unknown;
  readonly error?: string;
}

/** Where the page keeps the results, in the order of the expressions. */
export const resultsPath = '_data.results';

/** The page; `variables` get their values as the strategy would have stored them. */
export function expressionPage(
  expressions: readonly Js[],
  library: readonly string[],
  variables: ReadonlyMap<string, string | number>,
): string {
  const compute = (each: Js): string =>
    `try { ${resultsPath}.push({ value: ${printJs(each)} }); } catch (error) { ${resultsPath}.push({ error: String(error.message) }); }`;
  return writePage({
    name: 'expressions',
    header: [],
    initial: 'waiting',
    data: [
      { id: 'ird_ixn', value: js.text('') },
      { id: 'ird_dn', value: js.text('') },
      { id: 'ird_voice', value: js.boolean(false) },
      { id: 'ird_presented', value: js.boolean(false) },
      // What functions set for later blocks, and the requests that they ask about.
      { id: 'ird_set', value: js.object({}) },
      { id: 'ird_live', value: js.object({}) },
      { id: 'ird_requests', value: js.object({}) },
      { id: 'results', value: js.array() },
      ...[...variables].map(([name, value]) => ({
        id: variableName({ name }),
        value: typeof value === 'number' ? js.number(value) : js.text(value),
      })),
    ],
    library: [...new Set([...library, 'start'])],
    globals: [],
    states: [
      {
        kind: 'state',
        id: 'waiting',
        transitions: [
          {
            event: 'interaction.added interaction.present',
            target: 'done',
            actions: [
              {
                kind: 'script',
                statements: [
                  js.run(js.call('ird.start', js.path('_event'))),
                  ...expressions.map((each) => js.rawStatement(compute(each))),
                ],
              },
            ],
          },
        ],
      },
      { kind: 'final', id: 'done' },
    ],
  });
}
