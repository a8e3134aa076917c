// Properties of blocks. Where the parser's table gives the type a shape, properties are taken by name and language; the rest is kept as text.
import { diagnose } from '../../diagnostics/index.js';
import type { SourceBlock, SourceRow, SourceValue } from '../../ird-parser/source-model.js';
import type { BlockShape, PropertyLanguage, RowsShape } from '../../ird-parser/shapes.js';
import { childId, memberId } from '../node-id.js';
import type { Block, LooseProperties, LooseRow, NodeId, Value } from '../nodes.js';
import type { Lowering, Place } from './context.js';
import { inLanguage, languageNames } from './fitting.js';
import { lowerValue } from './values.js';

export type Other = Block['others'][number];

export interface ShapedProperties {
  /** By the shape: a value for each scalar that the file has, an array for each rows property. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** What the shape does not name, or could not use. */
  readonly others: readonly Other[];
}

/** Properties of a block whose type has a shape. */
export function shapedProperties(
  source: SourceBlock,
  shape: BlockShape,
  place: Place,
  cx: Lowering,
): ShapedProperties {
  const others: Other[] = [];
  const properties: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(shape)) {
    const owner = place.node;
    if (property.kind === 'rows') {
      const rows = source.rows[name] ?? [];
      properties[name] = rows.map((row, index) =>
        shapedRow(row, property, memberId(owner, name, index), {
          place,
          cx,
          others,
          path: `${name}[${index}]`,
        }),
      );
      continue;
    }
    const value = source.properties[name];
    if (value === undefined) continue;
    const lowered = fitted(value, property.language, childId(owner, name), { place, cx, others, path: name });
    if (lowered !== undefined) properties[name] = lowered;
  }
  for (const [name, value] of Object.entries(source.properties)) {
    if (!has(shape, name, 'scalar')) others.push(asOther(name, value));
  }
  for (const [name, rows] of Object.entries(source.rows)) {
    if (!has(shape, name, 'rows')) rows.forEach((row, index) => flatten(row, `${name}[${index}]`, others));
  }
  return { properties, others };
}

const has = (shape: BlockShape, name: string, kind: 'scalar' | 'rows'): boolean =>
  Object.hasOwn(shape, name) && shape[name]?.kind === kind;

interface RowScope {
  readonly place: Place;
  readonly cx: Lowering;
  readonly others: Other[];
  /** Where the row stands, as `others` names it. */
  readonly path: string;
}

function shapedRow(
  row: SourceRow,
  shape: RowsShape,
  id: NodeId,
  scope: RowScope,
): Readonly<Record<string, unknown>> {
  const lowered: Record<string, unknown> = {};
  for (const [column, language] of Object.entries(shape.columns)) {
    const value = row.columns[column];
    if (value === undefined) continue;
    const path = `${scope.path}.${column}`;
    const found = fitted(value, language, childId(id, column), { ...scope, path });
    if (found !== undefined) lowered[column] = found;
  }
  for (const [column, value] of Object.entries(row.columns)) {
    if (!Object.hasOwn(shape.columns, column)) scope.others.push(asOther(`${scope.path}.${column}`, value));
  }
  const rows: Record<string, unknown> = {};
  for (const [name, nested] of Object.entries(shape.rows ?? {})) {
    rows[name] = (row.rows[name] ?? []).map((inner, index) =>
      shapedRow(inner, nested, memberId(id, name, index), {
        ...scope,
        path: `${scope.path}.${name}[${index}]`,
      }),
    );
  }
  for (const [name, inner] of Object.entries(row.rows)) {
    if (Object.hasOwn(shape.rows ?? {}, name)) continue;
    inner.forEach((each, index) => flatten(each, `${scope.path}.${name}[${index}]`, scope.others));
  }
  return { ...lowered, rows, span: row.span };
}

/** The value in the language that the shape wants. A literal is as good as an expression; anything else that differs is reported. */
function fitted(
  value: SourceValue,
  language: PropertyLanguage,
  id: NodeId,
  { place, cx, others, path }: RowScope,
): Value | undefined {
  const wanted = inLanguage(value, language);
  if (wanted !== undefined) return lowerValue(wanted, id, place, cx);
  others.push(asOther(path, value));
  cx.diagnostics.push(
    diagnose('IRD2015', place.node, value.source.span(), {
      block: place.label,
      property: path,
      wanted: languageNames[language],
      text: value.source.text,
    }),
  );
  return undefined;
}

const asOther = (name: string, value: SourceValue): Other => ({
  name,
  text: value.source.text,
  span: value.source.span(),
});

function flatten(row: SourceRow, path: string, others: Other[]): void {
  for (const [column, value] of Object.entries(row.columns)) others.push(asOther(`${path}.${column}`, value));
  for (const [name, rows] of Object.entries(row.rows)) {
    rows.forEach((inner, index) => flatten(inner, `${path}.${name}[${index}]`, others));
  }
}

/** Properties of a block whose type has no shape: all of them, as the reader gave them. */
export function looseProperties(source: SourceBlock, place: Place, cx: Lowering): LooseProperties {
  return {
    values: looseValues(source.properties, place.node, place, cx),
    rows: looseRows(source.rows, place.node, place, cx),
  };
}

function looseValues(
  values: Readonly<Record<string, SourceValue>>,
  owner: NodeId,
  place: Place,
  cx: Lowering,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, lowerValue(value, childId(owner, name), place, cx)]),
  );
}

function looseRows(
  rows: SourceBlock['rows'],
  owner: NodeId,
  place: Place,
  cx: Lowering,
): Readonly<Record<string, readonly LooseRow[]>> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [
      name,
      list.map((row, index): LooseRow => {
        const id = memberId(owner, name, index);
        return {
          columns: looseValues(row.columns, id, place, cx),
          rows: looseRows(row.rows, id, place, cx),
          span: row.span,
        };
      }),
    ]),
  );
}
