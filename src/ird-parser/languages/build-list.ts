// The concrete syntax tree of a list value to its pairs. Every text is a list; blanks and empty items count.
import type { CstNode } from 'chevrotain';
import type { ListPair, ListValue } from './ast.js';
import { rulesOf, tokensOf } from './build-expression.js';
import { endOf } from './lexer.js';
import type { Reading } from './reading.js';
import { shorten } from './shorten.js';

/** The tree of a rule `list`. */
export function buildList(reading: Reading, cst: CstNode): ListValue {
  const pipes = tokensOf(cst, 'ListPipe');
  const pairs = rulesOf(cst, 'pair').map((pair, index): ListPair => {
    const [key] = tokensOf(pair, 'ListKey');
    const [colon] = tokensOf(pair, 'ListColon');
    const [value] = tokensOf(pair, 'ListText');
    const before = pipes[index - 1];
    const start = before ? endOf(before) : 0;
    const end = pipes[index]?.startOffset ?? reading.text.length;
    if (key && !colon) {
      reading.report('IRD1540', start, end, { item: shorten(key.image), position: index + 1 });
    }
    return { key: key?.image ?? '', value: value?.image ?? '', span: reading.span(start, end) };
  });
  return { kind: 'list-value', pairs, span: reading.span(0, reading.text.length) };
}
