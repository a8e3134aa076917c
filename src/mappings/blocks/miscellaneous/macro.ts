// Macro: the blocks of the macro stand in the page, once for each use, between the copying of its parameters and of its results.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';
import type { Js, Statement } from '../../js.js';
import { startLiteral, variableName } from '../../start-values.js';
import { storedAs } from '../../stored-value.js';

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export const macroBlock = defineBlock({
  type: 'Macro',
  disposition: 'review',
  evidence: 'inferred',
  cost: 1,
  target: { from: '8.1.2' },
  source:
    'Orchestration developer guide, Migration (named Macro); how a macro gets its parameters and variables is an assumption (macro.variables)',
  about:
    'Expanded: the blocks of the macro stand in the page, once for each use, with their own variables; log lines carry the name of the macro.',
  build: (block, cx) => {
    const { properties } = block;
    const name = properties.macro?.value ?? '';
    const after = cx.stateId('after');
    const macro = name === '' ? 'it names no macro' : cx.expand(name, after);
    if (typeof macro === 'string') {
      cx.placeholder(macro);
      return { states: [] };
    }
    cx.assume('macro.variables');
    cx.note(`Macro "${name}" is expanded here.`);
    const locals: Record<string, Js> = {};
    let throws = false;
    for (const variable of macro.variables) {
      const input = properties.inputs.find((row) => sameName(row.parameter?.value ?? '', variable.name));
      const built = input?.expression && cx.stored(input.expression, variable.type);
      throws ||= built?.throws ?? false;
      const start = built?.js ?? startLiteral(variable);
      if (start !== undefined) locals[variableName(variable)] = start;
    }
    for (const row of properties.inputs) {
      const parameter = row.parameter?.value ?? '';
      if (row.expression && !macro.variables.some((v) => sameName(v.name, parameter)))
        cx.unsupported(row.expression.id, `macro "${name}" has no parameter "${parameter}"`);
    }
    const results: Statement[] = [];
    for (const row of properties.outputs) {
      const formal = macro.variables.find((v) => sameName(v.name, row.parameter?.value ?? ''));
      if (formal === undefined || row.variable === undefined) {
        cx.review(`output parameter "${row.parameter?.value ?? ''}" has no counterpart in macro "${name}"`);
        continue;
      }
      cx.use(row.variable);
      const { type } = row.variable;
      const result = storedAs(type, formal.type, macro.place(formal), cx.library);
      results.push(js.assign(cx.variable(row.variable.name), result));
    }
    const start = cx.scriptState({
      statements: [js.assign(macro.locals, js.object(locals))],
      throws,
      success: macro.entry,
      failure: throws ? cx.target('red') : cx.frame.defaultRouting,
    });
    const end = cx.scriptState({
      statements: results,
      throws: false,
      success: cx.target('green'),
      failure: '',
    });
    return { states: [start, { ...end, id: after, onentry: (end.onentry ?? []).slice(1) }] };
  },
});
