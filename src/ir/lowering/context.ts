// What lowering carries along: the surroundings that it reads, and the findings that it collects. One for each strategy, handed down as an argument.
import type { Diagnostic } from '../../diagnostics/index.js';
import type { Expr as SyntaxExpr } from '../../ird-parser/languages/ast.js';
import type { BlockShape } from '../../ird-parser/shapes.js';
import type { AssumptionOverrides } from '../assumptions/table.js';
import type { NodeId } from '../nodes.js';
import type { SubroutineSignature } from '../signature.js';
import type { VariableTable } from './variables.js';

/** What lowering needs from outside of the strategy. */
export interface LowerEnvironment {
  /** The properties of blocks by type: `blockShapes` of the parser. */
  readonly shapes: Readonly<Record<string, BlockShape>>;
  /** Prints a tree of the IRD languages, in a form that parses to the same tree. */
  readonly print: (tree: SyntaxExpr) => string;
  /** Every strategy and subroutine of the batch by name. */
  readonly subroutines: ReadonlyMap<string, SubroutineSignature>;
  /** Assumptions that the configuration sets otherwise than by default. */
  readonly assumptions?: AssumptionOverrides;
}

export interface Lowering {
  readonly env: LowerEnvironment;
  readonly strategy: NodeId;
  readonly language: 'ird' | 'ecmascript';
  readonly variables: VariableTable;
  readonly diagnostics: Diagnostic[];
  /** Rows of the assumptions table that the result rests on. */
  readonly assumed: Set<string>;
}

/** The block (or declaration) that is being lowered, as findings name it. */
export interface Place {
  readonly node: NodeId;
  /** e.g. `"Ask for number"`, or `Selection 12` when the block has no caption. */
  readonly label: string;
}

/** The expression that is being lowered; `calls` numbers its calls from the outside in and from the left. */
export interface ExpressionScope {
  readonly cx: Lowering;
  readonly place: Place;
  readonly value: NodeId;
  calls: number;
}

const longestLabel = 60;

/** How messages call a block: its caption in quotes, else its type and id. Long captions are cut. */
export function blockLabel(block: {
  readonly caption: string;
  readonly sourceType: string;
  readonly id: string;
}): string {
  const caption = block.caption.trim().replace(/\s+/g, ' ');
  if (caption === '') return `${block.sourceType || 'block'} "${block.id}"`;
  const characters = Array.from(caption);
  return characters.length <= longestLabel
    ? `"${caption}"`
    : `"${characters.slice(0, longestLabel - 3).join('')}..."`;
}
