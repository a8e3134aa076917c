// Call Subroutine: parameters are copied into a frame of locals, the subroutine runs inside the same page, results are copied back at its return.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';
import type { Js, Statement } from '../../js.js';
import { startLiteral, variableName } from '../../start-values.js';
import { staysInUrs } from '../../../ir/vocabulary/urs-only.js';
import { storedAs } from '../../stored-value.js';

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const callSubroutineBlock = defineBlock({
  type: 'CallSubroutine',
  disposition: 'exact',
  evidence: 'documented',
  cost: 1,
  target: { from: '8.1.2' },
  source:
    'Composer migration guide, Miscellaneous objects; parameter passing is an assumption (subroutine.parameters)',
  about:
    'The subroutine is part of the page, once; the call puts its parameters and locals into a frame and comes back to the state after it.',
  build: (block, cx) => {
    const { properties } = block;
    const name = properties.subroutine?.value ?? '';
    const left = staysInUrs(name);
    if (left !== undefined) {
      cx.placeholder(`subroutine "${name}" stays in URS: ${left}`);
      return { states: [] };
    }
    const sub = cx.subroutine(name);
    if (sub === undefined) {
      cx.placeholder(
        name === '' ? 'it names no subroutine' : `subroutine "${name}" is not among the converted files`,
      );
      return { states: [] };
    }
    cx.assume('subroutine.parameters');
    const after = cx.stateId('after');
    sub.returnsTo(after);
    const locals: Record<string, Js> = { back: js.text(after) };
    for (const variable of sub.variables) {
      const input = properties.inputs.find((row) => sameName(row.parameter?.value ?? '', variable.name));
      const built = input?.expression && cx.stored(input.expression, variable.type);
      // A start value that must be computed is computed inside, by the subroutine's Entry.
      const start = built?.js ?? startLiteral(variable);
      if (start !== undefined) locals[variableName(variable)] = start;
    }
    for (const row of properties.inputs) {
      const known = sub.variables.some((v) => sameName(v.name, row.parameter?.value ?? ''));
      if (!known && row.expression)
        cx.unsupported(
          row.expression.id,
          `subroutine "${name}" has no parameter "${row.parameter?.value ?? ''}"`,
        );
    }
    const results: Statement[] = [];
    for (const row of properties.outputs) {
      const formal = sub.variables.find((v) => sameName(v.name, row.parameter?.value ?? ''));
      if (formal === undefined || row.variable === undefined) {
        cx.review(
          `output parameter "${row.parameter?.value ?? ''}" has no counterpart in subroutine "${name}"`,
        );
        continue;
      }
      cx.use(row.variable);
      results.push(
        js.assign(
          cx.variable(row.variable.name),
          storedAs(
            row.variable.type,
            formal.type,
            js.member(js.path('_data.ird_returned'), variableName(formal)),
            cx.library,
          ),
        ),
      );
    }
    const call = cx.scriptState({
      statements: [js.run(cx.library('enter', js.object(locals)))],
      // A frame too many (runaway recursion) throws.
      throws: true,
      success: sub.entry,
      failure: cx.target('red'),
    });
    const back = cx.scriptState({
      statements: results,
      throws: false,
      success: cx.target('green'),
      failure: '',
    });
    return { states: [call, { ...back, id: after, onentry: (back.onentry ?? []).slice(1) }] };
  },
});
