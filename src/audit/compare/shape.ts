// What two versions of a strategy are compared by: blocks with their settings and ports as plain texts, without places on the canvas or order in the file.
import { blockLabel } from '../../ir/lowering/context.js';
import type { Block, Strategy, Value } from '../../ir/nodes.js';
import { printExpression } from '../../ir/print.js';
import { placedValues } from '../block-values.js';
import { objectName } from '../constructs.js';

/** A setting of a block. */
export interface ShapeSetting {
  /** `timeout`; of a row `targets.name`. */
  readonly property: string;
  /** What is compared: of an expression its meaning, so that blanks, brackets and the spelling of names make no difference. */
  readonly meaning: string;
  /** As it stands in the file. */
  readonly text: string;
}

export interface ShapeBlock {
  readonly sourceId: string;
  readonly type: string;
  readonly caption: string;
  /** As findings name it. */
  readonly label: string;
  readonly disabled: boolean;
  readonly settings: readonly ShapeSetting[];
  /** Ports that lead to a block, and its number in the list of blocks. */
  readonly ports: readonly { readonly name: string; readonly target: number }[];
  /** Line and column from 1. */
  readonly line: number;
  readonly column: number;
}

export interface ShapeVariable {
  readonly name: string;
  readonly about: string;
}

/** One version of a strategy. */
export interface StrategyShape {
  readonly name: string;
  readonly kind: Strategy['kind'];
  readonly file: string;
  readonly variables: readonly ShapeVariable[];
  readonly blocks: readonly ShapeBlock[];
  readonly comments: readonly string[];
}

/** The shape of a strategy. */
export function shapeOf({ name, kind, source, variables, blocks, comments }: Strategy): StrategyShape {
  const numbers = new Map(blocks.map(({ id }, number) => [id, number]));
  return {
    name,
    kind,
    file: source.file,
    variables: variables.map((each) => ({
      name: each.name,
      about: [each.direction, each.declaredType, each.initial && `= ${meaningOf(each.initial)}`]
        .filter(Boolean)
        .join(' '),
    })),
    blocks: blocks.map((block) => shapeOfBlock(block, numbers)),
    comments: comments.map(({ text }) => text.trim()),
  };
}

function shapeOfBlock(block: Block, numbers: ReadonlyMap<string, number>): ShapeBlock {
  const { sourceId, caption, disabled, span } = block;
  return {
    sourceId,
    type: objectName(block),
    caption,
    label: blockLabel({ ...block, id: sourceId }),
    disabled,
    settings: [
      ...placedValues(block).map(({ property, value }) => ({
        property,
        meaning: meaningOf(value),
        text: value.text.trim(),
      })),
      ...block.others.map(({ name, text }) => ({ property: name, meaning: text.trim(), text: text.trim() })),
    ],
    ports: block.ports.flatMap(({ name, target }) => {
      const number = target === undefined ? undefined : numbers.get(target);
      return number === undefined ? [] : [{ name, target: number }];
    }),
    line: span.start.line,
    column: span.start.column,
  };
}

const meaningOf = (value: Value): string =>
  value.kind === 'expression' ? printExpression(value.expr) : value.text.trim();
