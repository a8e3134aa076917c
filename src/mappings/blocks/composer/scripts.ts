// Assign and ECMAScript: the diagram's own scripts, kept as they are.
import { defineBlock, type BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Statement } from '../../js.js';
import { checkScript } from './script-check.js';
import {
  composerFacts,
  composerRegion,
  scriptWithExceptions,
  logActions,
  rowsOf,
  valueOf,
  workId,
  type ComposerBlock,
} from './loose.js';

export const composerAssignBlock = defineBlock({
  type: 'ComposerAssign',
  disposition: 'exact',
  ...composerFacts,
  about: 'One script, the assignments in order.',
  build: (block, cx) => {
    const statements: Statement[] = [];
    for (const row of rowsOf(block, 'assignments')) {
      const { variable, expression } = row.columns;
      if (variable?.kind !== 'variable' || expression === undefined) continue;
      if (expression.kind === 'ecmascript') reportForeign(expression.code, 'expression', cx);
      statements.push(js.assign(cx.variable(variable.name), cx.expression(expression).js));
    }
    return scriptRegion(block, statements, cx);
  },
});

export const composerEcmaScriptBlock = defineBlock({
  type: 'ComposerEcmaScript',
  disposition: 'exact',
  ...composerFacts,
  about:
    'The script as it stands, checked as ES5. IRD expressions that an earlier import left commented out are pointed at.',
  build: (block, cx) => {
    const script = valueOf(block, 'script');
    if (script?.kind !== 'ecmascript') {
      cx.placeholder('it has no script');
      return { states: [] };
    }
    cx.use(script);
    reportForeign(script.code, 'script', cx);
    return scriptRegion(block, [js.rawStatement(script.code)], cx);
  },
});

/** What would fail when the script runs makes the block a placeholder: it must not fail in the middle of a call. */
function reportForeign(code: string, form: 'expression' | 'script', cx: BlockContext): void {
  const { syntax, foreign } = checkScript(code, form);
  if (syntax !== undefined) cx.placeholder(`its script is not ECMAScript 5: ${syntax}`);
  if (foreign.length > 0) {
    cx.review(
      `it calls ${foreign.join(', ')}, which this page does not define; Composer projects bring such functions as included scripts`,
    );
  }
}

function scriptRegion(block: ComposerBlock, statements: readonly Statement[], cx: BlockContext) {
  const { onentry: [log, ...rest] = [], ...state } = scriptWithExceptions(block, statements, cx);
  const onentry = [...(log ? [log] : []), ...logActions(block, cx), ...rest];
  return composerRegion(block, [{ ...state, id: workId(block, cx), onentry }], cx);
}
