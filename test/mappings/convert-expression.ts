// One IRD expression through parser, lowering and translation, without a strategy around it.
import { parseLanguage, print } from '../../src/ird-parser/languages/index.js';
import { blockShapes } from '../../src/ird-parser/shapes.js';
import type { SourceFile, SourceStrategy, SourceVariable } from '../../src/ird-parser/source-model.js';
import { lowerStrategy } from '../../src/ir/lower.js';
import { printJs } from '../../src/emit/print-js.js';
import { translateCondition, translateValue, type TranslateContext } from '../../src/mappings/expressions.js';
import { findFunctionMapping } from '../../src/mappings/functions/index.js';
import * as js from '../../src/mappings/js.js';
import type { LocatedText } from '../../src/xml/tree.js';

const place = {
  file: 'test',
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};
const located = (text: string): LocatedText => ({ text, span: () => place });
const variable = (name: string, type: string): SourceVariable => ({
  name,
  type,
  direction: 'local',
  description: '',
  span: place,
});

/** Variables: a, b, c INTEGER; s STRING; t TIME. */
const variables = [
  ...['a', 'b', 'c'].map((name) => variable(name, 'INTEGER')),
  variable('s', 'STRING'),
  variable('t', 'TIME'),
];

export interface ConvertedExpression {
  readonly js: string;
  readonly throws: boolean;
  readonly failures: readonly string[];
}

export function convertExpression(text: string, as: 'value' | 'condition'): ConvertedExpression {
  const source = located(text);
  const { value: tree, diagnostics } = parseLanguage('expression', source, 'test');
  if (diagnostics.some((d) => d.severity === 'error'))
    throw new Error(diagnostics.map((d) => d.message).join('; '));
  const strategy: SourceStrategy = {
    kind: 'strategy',
    name: 'test',
    language: 'ird',
    variables,
    blocks: [
      {
        id: '1',
        type: 'If',
        sourceType: 'If',
        caption: 'If',
        disabled: false,
        notes: [],
        properties: { condition: { kind: 'expression', tree, source } },
        rows: {},
        others: [],
        ports: [],
        span: place,
      },
    ],
    links: [],
    comments: [],
    metadata: {},
    span: place,
  };
  const file: SourceFile = {
    file: 'test',
    format: 'ird-xml',
    text,
    profile: { name: 'ird-8', evidence: 'assumed' },
    strategies: [strategy],
    unread: [],
  };
  const lowered = lowerStrategy(strategy, file, {
    shapes: blockShapes,
    print: (t) => print('threshold', t),
    subroutines: new Map(),
  });
  const block = lowered.value.blocks[0];
  const condition = block?.type === 'If' ? block.properties.condition : undefined;
  if (condition === undefined) throw new Error('no condition');
  const failures: string[] = [];
  const library = (name: string, ...args: readonly js.Js[]): js.Js => js.call(`ird.${name}`, ...args);
  const cx: TranslateContext = {
    variable: (name) => js.path(`_data.v_${name}`),
    library,
    fail: (reason) => failures.push(reason),
    call: (expr, args) => {
      const row = findFunctionMapping(expr.name);
      if (row === undefined) {
        failures.push(expr.name);
        return undefined;
      }
      const interaction = js.path('_data.ird_ixn');
      const built = row.build(
        args,
        {
          library,
          interaction,
          thisDN: js.path('_data.ird_dn'),
          review: () => undefined,
          assume: () => '',
          literal: (e) => (e.kind === 'string' || e.kind === 'number' ? e.value : undefined),
          fail: (reason) => failures.push(reason),
          priorityIncrements: 'resubmit',
          onLoss: () => undefined,
        },
        expr.args,
      );
      return { js: built, throws: row.throws ?? false };
    },
  };
  const built = as === 'value' ? translateValue(condition.expr, cx) : translateCondition(condition.expr, cx);
  return { js: printJs(built.js), throws: built.throws, failures };
}
