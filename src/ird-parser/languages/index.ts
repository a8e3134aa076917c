// Entry points of the IRD languages. Pure: text in, tree and findings out.
import type { Outcome } from '../../diagnostics/index.js';
import type { LocatedText } from '../../xml/tree.js';
import type { Language, ParsedOf } from './ast.js';

export type * from './ast.js';

/** Parses `text` by the entry rule of `language`. All syntax errors are reported; the tree is what recovery could save. */
export function parseLanguage<L extends Language>(
  language: L,
  text: LocatedText,
  node: string,
): Outcome<ParsedOf[L]> {
  throw new Error(`internal: parseLanguage ${language} ${text.text} ${node}`);
}
