// The concrete syntax tree of a target list to the typed tree. The grammar lets every part of a target be left out; what must be
// there is checked here.
import type { CstNode, IToken } from 'chevrotain';
import type { Expr, TargetItem, TargetList } from './ast.js';
import { buildExpression, groupOf, rulesOf, tokensOf } from './build-expression.js';
import { endOf } from './lexer.js';
import { locate } from './location.js';
import { holdsMissing } from './missing.js';
import type { Reading } from './reading.js';
import { shorten } from './shorten.js';

/** What stands in a list for targets that could not be read; always beside an error. */
export function unreadTarget(reading: Reading, start: number, end: number): TargetItem {
  const span = reading.span(start, end);
  return { kind: 'target-item', name: '', skill: { kind: 'missing', span }, span };
}

/** The tree of a rule `targets`. `cutAt`: the text was read only up to there, and why is reported. */
export function buildTargets(reading: Reading, cst: CstNode, cutAt: number | undefined): TargetList {
  const { length } = reading.text;
  const commas = tokensOf(cst, 'ItemComma');
  const items = rulesOf(cst, 'target').flatMap((target, index) => {
    const left = commas[index - 1];
    const right = commas[index];
    if (cutAt !== undefined && !right) return [unreadTarget(reading, cutAt, length)];
    const item = buildTarget(reading, target, left ? endOf(left) : 0, right ? right.startOffset : length);
    if (!item) reportMissing(reading, left, right);
    return item ? [item] : [];
  });
  return { kind: 'targets', items, span: reading.span(0, length) };
}

function reportMissing(reading: Reading, left: IToken | undefined, right: IToken | undefined): void {
  const comma = right ?? left;
  const where = right ? 'before ","' : left ? 'after ","' : 'here';
  const [start, end] = comma ? [comma.startOffset, endOf(comma)] : [0, reading.text.length];
  reading.report('IRD1530', start, end, { where });
}

/** The target that stands between two commas; undefined when the rule holds nothing at all. */
function buildTarget(reading: Reading, cst: CstNode, from: number, to: number): TargetItem | undefined {
  const tokens = Object.values(cst.children)
    .flat()
    .filter((child): child is IToken => 'image' in child && child.image !== '');
  if (tokens.length === 0) return undefined;
  const [name] = tokensOf(cst, 'TargetName');
  const [opening] = tokensOf(cst, 'SkillOpen');
  const [location] = tokensOf(cst, 'Location');
  const start = tokens.reduce((least, token) => Math.min(least, token.startOffset), Infinity);
  const threshold = part(reading, cst, 'threshold', 'ThresholdOpen');
  const weight = part(reading, cst, 'weight', 'WeightOpen');
  const skill = opening && buildExpression(reading, rulesOf(cst, 'skill')[0], endOf(opening));
  const written = tokens.reduce((most, token) => Math.max(most, endOf(token)), skill?.end ?? start);
  const end = start + reading.text.slice(start, written).trimEnd().length;
  if (opening && !opening.image.endsWith(':')) {
    reading.report('IRD1533', opening.startOffset, endOf(opening), {});
  }
  const isUnclosed = tokensOf(cst, 'RSquare').some((token) => token.image === '');
  if (name) reportOddName(reading, name);
  if (!name && !opening && !isUnclosed) {
    const where = location ? `before "${location.image.trim()}"` : 'after the threshold or weight';
    const at = location ?? { startOffset: start, image: reading.text.slice(start, end) };
    reading.report('IRD1530', at.startOffset, at.startOffset + at.image.trimEnd().length, { where });
  }
  const place = location ? locate(reading, location.image, location.startOffset) : {};
  const span = reading.span(start, end);
  const isSound =
    !reading.hasErrorIn(from, to - 1) ||
    [threshold, weight, skill?.expr].some((tree) => tree && holdsMissing(tree));
  const shown: Expr | undefined = isSound ? skill?.expr : { kind: 'missing', span };
  return {
    kind: 'target-item',
    ...(threshold ? { threshold } : {}),
    ...(weight ? { weight } : {}),
    name: name ? name.image : opening ? groupOf(opening) : '',
    ...(shown ? { skill: shown } : {}),
    ...place,
    span,
  };
}

function reportOddName(reading: Reading, { image, startOffset }: IToken): void {
  const at = image.search(/[<>=&|?{}[\]"]/);
  if (at === -1) return;
  const [start, end] = [startOffset + at, startOffset + at + 1];
  reading.report('IRD1536', start, end, { name: shorten(image), character: image.charAt(at) });
}

/** The threshold or weight of a target; undefined when its brackets are empty. A second one is an error. */
function part(
  reading: Reading,
  cst: CstNode,
  name: 'threshold' | 'weight',
  openingName: string,
): Expr | undefined {
  const rules = rulesOf(cst, name);
  const openings = tokensOf(cst, openingName);
  const pieces = rules.map((rule) => buildExpression(reading, rule, openings[0]?.startOffset ?? 0));
  const second = pieces[1];
  if (second) reading.report('IRD1534', second.start, second.end, { part: name });
  return pieces[0]?.expr;
}
