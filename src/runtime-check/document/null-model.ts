// The null data model (SCXML B.1): conditions ask by `In` whether a state is active. It has no data, no other expressions and no scripts.
import type { Compiled } from '../script/engine.js';
import type { PreparedCode } from './syntax.js';

/** The id as text, or, as the Recommendation writes it, bare. */
const inState = /^\s*In\s*\(\s*(?:'([^']*)'|"([^"]*)"|([^\s'"()]+))\s*\)\s*$/;

/** As `prepareCode`: the code asks the same question in ECMAScript. */
export function nullModelCode(source: string, kind: Compiled['kind']): PreparedCode {
  const found = kind === 'condition' ? inState.exec(source) : null;
  if (found) {
    const id = found[1] ?? found[2] ?? found[3];
    return { code: `In(${JSON.stringify(id)})`, failure: undefined, tree: undefined };
  }
  const message = `the null data model has ${kind === 'condition' ? "no conditions but In('state')" : 'neither data nor scripts'}`;
  const failure = { kind: 'SyntaxError', message, line: 1, column: 1, offset: 0 } as const;
  return { code: source, failure, tree: undefined };
}
