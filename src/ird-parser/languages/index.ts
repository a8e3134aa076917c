// Entry points of the IRD languages. Pure: text in, tree and findings out.
import type { Outcome } from '../../diagnostics/index.js';
import type { LocatedText } from '../../xml/tree.js';
import type { Expr, Language, ListValue, ParsedOf, TargetList } from './ast.js';
import { balance } from './balance.js';
import { buildExpression } from './build-expression.js';
import { buildList } from './build-list.js';
import { buildTargets, unreadTarget } from './build-targets.js';
import { reportSyntaxErrors } from './expectations.js';
import { runGrammar } from './grammar.js';
import { tokenise } from './lexer.js';
import { limits } from './limits.js';
import { showErrors } from './missing.js';
import { readQuickly } from './quick.js';
import { languageNames, startReading, type Reading } from './reading.js';

export type * from './ast.js';
export { print } from './print.js';

/**
 * Parses `text` by the entry rule of `language`. All syntax errors are reported; the tree is what recovery could save.
 * An empty expression, skill expression or threshold is an error; an empty target list or list value has no items.
 */
export function parseLanguage<L extends Language>(
  language: L,
  text: LocatedText,
  node: string,
): Outcome<ParsedOf[L]> {
  const reading = startReading(language, text, node);
  const value = readers[language](reading);
  return { value, diagnostics: reading.findings() };
}

const readers: { readonly [L in Language]: (reading: Reading) => ParsedOf[L] } = {
  expression: (reading) => readQuickly(reading) ?? readExpression(reading),
  skill: readExpression,
  threshold: readExpression,
  targets: readTargets,
  list: readList,
};

function isTooLong(reading: Reading): boolean {
  const { length } = reading.text;
  if (length <= limits.characters) return false;
  const what = languageNames[reading.language];
  reading.report('IRD1515', 0, length, { what, limit: limits.characters, unit: 'characters' });
  return true;
}

function readExpression(reading: Reading): Expr {
  const { length } = reading.text;
  const missing: Expr = { kind: 'missing', span: reading.span(0, length) };
  if (isTooLong(reading)) return missing;
  if (reading.text.trim() === '') {
    reading.report('IRD1501', 0, length, { what: languageNames[reading.language] });
    return missing;
  }
  const input = tokenise(reading);
  const balanced = balance(reading, input);
  if (!balanced || balanced.tokens.length === 0) return missing;
  const { cst, errors } = runGrammar('expression', balanced.tokens);
  reportSyntaxErrors(reading, errors, input.skipped);
  return showErrors(reading, buildExpression(reading, cst, 0).expr, 0, length);
}

function readTargets(reading: Reading): TargetList {
  const { length } = reading.text;
  const span = reading.span(0, length);
  const refused: TargetList = { kind: 'targets', items: [unreadTarget(reading, 0, length)], span };
  if (isTooLong(reading)) return refused;
  if (reading.text.trim() === '') return { kind: 'targets', items: [], span };
  const input = tokenise(reading);
  const balanced = balance(reading, input);
  if (!balanced) return refused;
  const { cst, errors } = runGrammar('targets', balanced.tokens);
  reportSyntaxErrors(reading, errors, input.skipped);
  return buildTargets(reading, cst, balanced.cutAt);
}

function readList(reading: Reading): ListValue {
  const none: ListValue = { kind: 'list-value', pairs: [], span: reading.span(0, reading.text.length) };
  if (isTooLong(reading) || reading.text === '') return none;
  const { tokens } = tokenise(reading);
  const { cst, errors } = runGrammar('list', tokens);
  reportSyntaxErrors(reading, errors, []);
  return buildList(reading, cst);
}
