// The values of a block with the name of the property or column that each stands in, whatever the block's shape.
import type { Block, Value } from '../ir/nodes.js';

/** A value, the property or column that it stands in, and the other cells of its row. */
export interface PlacedValue {
  /** `timeout`; of a row `targets.name`, of a nested one `busyTreatments.prompts.value`. */
  readonly property: string;
  readonly value: Value;
  /** The cells of its row by column; empty for a scalar. */
  readonly row: Readonly<Record<string, Value>>;
}

const isObject = (node: unknown): node is object => typeof node === 'object' && node !== null;
const isValue = (node: object): node is Value => 'kind' in node && 'id' in node && 'text' in node;

/** All values of a block in the order of its properties, rows and nested rows included. */
export function placedValues({ properties }: Pick<Block, 'properties'>): readonly PlacedValue[] {
  const found: PlacedValue[] = [];
  collect(properties, [], found);
  return found;
}

/** Blocks without a shape keep `values` and `rows`, rows keep `columns` and `rows`: these words are no part of a property's name. */
const containers: ReadonlySet<string> = new Set(['values', 'rows', 'columns']);

function collect(node: object, path: readonly string[], found: PlacedValue[]): void {
  const cells = cellsOf(node);
  for (const [key, child] of Object.entries(node)) {
    if (key === 'span' || !isObject(child)) continue;
    const name = containers.has(key) && !isValue(child) && !Array.isArray(child) ? path : [...path, key];
    if (isValue(child)) {
      found.push({ property: name.join('.'), value: child, row: path.length === 0 ? {} : cells });
    } else if (Array.isArray(child)) {
      for (const row of child) if (isObject(row)) collect(row, name, found);
    } else {
      collect(child, name, found);
    }
  }
}

function cellsOf(node: object): Readonly<Record<string, Value>> {
  const cells: Record<string, Value> = {};
  for (const [key, child] of Object.entries(node)) if (isObject(child) && isValue(child)) cells[key] = child;
  return cells;
}

/** The text that a value stands for when nothing has to be computed; undefined for everything else. */
export function plainText(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'text':
      return value.value.trim();
    case 'integer':
      return String(value.value);
    case 'expression':
      return value.expr.kind === 'string'
        ? value.expr.value
        : value.expr.kind === 'number'
          ? value.expr.raw
          : undefined;
    case 'ecmascript':
      return /^\s*(['"])((?:(?!\1)[^\\])*)\1\s*$/.exec(value.code)?.[2] ?? literalCode(value);
    default:
      return undefined;
  }
}

const literalCode = (value: Extract<Value, { kind: 'ecmascript' }>): string | undefined =>
  value.form === 'literal' || /^\s*\d+\s*$/.test(value.code) ? value.code.trim() : undefined;
