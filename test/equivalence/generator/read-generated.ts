// Reads a generated expression; one that does not read is a fault of the generator.
import { parseLanguage, print } from '../../../src/ird-parser/languages/index.js';
import { lowerAlone } from '../../../src/ir/lower-alone.js';
import type { Expr } from '../../../src/ir/nodes.js';
import { declared } from './surroundings.js';

const place = {
  file: 'generated',
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 1, offset: 0 },
};

/** The typed tree of an expression in which the generated variables are declared. */
export function readGenerated(text: string): Expr {
  const { value, diagnostics } = parseLanguage('expression', { text, span: () => place }, '');
  const lowered = lowerAlone(value, declared, { print: (tree) => print('threshold', tree), assumptions: {} });
  const [error] = [...diagnostics, ...lowered.diagnostics].filter(({ severity }) => severity === 'error');
  if (error !== undefined) throw new Error(`${text}: ${error.message}`);
  return lowered.expr;
}
