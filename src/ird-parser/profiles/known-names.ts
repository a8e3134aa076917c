// Which block types, properties, tables and columns there are: the names of src/ird-parser/shapes.ts, for look-ups and checks.
import {
  blockShapes,
  unshapedBlockTypes,
  type BlockShape,
  type RowsShape,
  type ShapedBlockType,
  type UnshapedBlockType,
} from '../shapes.js';

/** A type that a block of an IRD strategy can have. */
export type IrdBlockType = ShapedBlockType | UnshapedBlockType;

const shapes: ReadonlyMap<string, BlockShape> = new Map(Object.entries<BlockShape>(blockShapes));

export const blockTypes: readonly IrdBlockType[] = [
  // `Object.keys` loses the type of the keys.
  ...(Object.keys(blockShapes) as ShapedBlockType[]),
  ...unshapedBlockTypes,
];

/** The shape of a block type; undefined when its properties are kept as text. */
export const shapeOf = (type: string): BlockShape | undefined => shapes.get(type);

/** All tables by name; blocks may give one name to different tables. */
export const tables: ReadonlyMap<string, readonly RowsShape[]> = tablesOf();

function tablesOf(): ReadonlyMap<string, readonly RowsShape[]> {
  const found = new Map<string, RowsShape[]>();
  const add = (name: string, shape: RowsShape): void => {
    found.set(name, [...(found.get(name) ?? []), shape]);
    for (const [inner, nested] of Object.entries(shape.rows ?? {})) add(inner, nested);
  };
  for (const shape of shapes.values()) {
    for (const [name, property] of Object.entries(shape)) if (property.kind === 'rows') add(name, property);
  }
  return found;
}

/** Whether blocks of `type` (`*`: any) have a property or table of that canonical name. */
export function isProperty(type: string, property: string): boolean {
  const candidates = type === '*' ? [...shapes.values()] : [shapes.get(type) ?? {}];
  return candidates.some((shape) => Object.hasOwn(shape, property));
}

/** Whether the table (`*`: any) has a column or an inner table of that canonical name. */
export function isColumn(table: string, column: string): boolean {
  const candidates = table === '*' ? [...tables.values()].flat() : (tables.get(table) ?? []);
  return candidates.some(
    (shape) => Object.hasOwn(shape.columns, column) || Object.hasOwn(shape.rows ?? {}, column),
  );
}

/** Whether `key` names a property of a block type, or a column as `table.column`. */
export function isValueKey(type: string, key: string): boolean {
  const dot = key.indexOf('.');
  return dot < 0 ? isProperty(type, key) : isColumn(key.slice(0, dot), key.slice(dot + 1));
}
