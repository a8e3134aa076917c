// Trees back to text. What comes out parses to the same tree, except for `missing` nodes, which have no text.
// No recursion: a tree built by a program may be deeper than any that was parsed.
import type { Binary, Expr, Language, ListValue, ParsedOf, TargetItem } from './ast.js';
import { ranks } from './operators.js';

/** Prints a tree in one canonical form: one blank around binary operators and after commas, the source's own parentheses. */
export function print<L extends Language>(language: L, tree: ParsedOf[L]): string {
  return printers[language](tree);
}

type Piece = string | Expr | TargetItem;

const printers: { readonly [L in Language]: (tree: ParsedOf[L]) => string } = {
  expression: (tree) => join([tree]),
  skill: (tree) => join([tree]),
  threshold: (tree) => join([tree]),
  targets: (tree) => join(separated(tree.items)),
  list: printList,
};

/** Works off pieces until only text is left. */
function join(pieces: readonly Piece[]): string {
  const out: string[] = [];
  const work = pieces.toReversed();
  for (let piece = work.pop(); piece !== undefined; piece = work.pop()) {
    if (typeof piece === 'string') out.push(piece);
    else for (const part of split(piece).toReversed()) work.push(part);
  }
  return out.join('');
}

const separated = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [', ', piece]));

function split(piece: Expr | TargetItem): readonly Piece[] {
  switch (piece.kind) {
    case 'string':
      return [piece.quote, piece.value.replaceAll(piece.quote, piece.quote + piece.quote), piece.quote];
    case 'number':
    case 'moment':
      return [piece.raw];
    case 'name':
      return [piece.name];
    case 'statistic':
      return ['$(', piece.name, ')'];
    case 'call':
      return [
        piece.name,
        piece.brackets === '[]' ? '[' : '(',
        ...separated(piece.args),
        piece.brackets === '[]' ? ']' : ')',
      ];
    case 'binary':
      return splitBinary(piece);
    case 'unary':
      return [piece.op, ...grouped(piece.operand, piece.operand.kind === 'binary')];
    case 'group':
      return ['(', piece.inner, ')'];
    case 'target':
      return [piece.target];
    case 'target-item':
      return splitTarget(piece);
    case 'missing':
      return [];
    default:
      return piece satisfies never;
  }
}

const grouped = (expr: Expr, needed: boolean): readonly Piece[] => (needed ? ['(', expr, ')'] : [expr]);

// Parsed trees hold their parentheses as groups; others get those that their shape needs.
function splitBinary({ op, left, right }: Binary): readonly Piece[] {
  const rank = ranks[op];
  return [
    ...grouped(left, left.kind === 'binary' && ranks[left.op] < rank),
    ` ${op} `,
    ...grouped(right, right.kind === 'binary' && ranks[right.op] <= rank),
  ];
}

function splitTarget(item: TargetItem): readonly Piece[] {
  const pieces: Piece[] = [];
  if (item.threshold) pieces.push('{', item.threshold, '}');
  if (item.weight) pieces.push('[', item.weight, ']');
  if (item.skill) pieces.push(`?${item.name}:`, item.skill);
  else pieces.push(item.name);
  if (item.type !== undefined) pieces.push(`@${item.server ?? ''}.${item.type}`);
  return pieces;
}

function printList({ pairs }: ListValue): string {
  const [only] = pairs;
  if (pairs.length === 1 && only?.key === '' && only.value === '') return ':'; // the empty text has no items
  return pairs.map(({ key, value }) => (key === '' && value === '' ? '' : `${key}:${value}`)).join('|');
}
