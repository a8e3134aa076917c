// The properties and tables of a block, by the rules of a profile and the shape of the block's type.
import type { LocatedText, XmlElement } from '../../xml/index.js';
import type { BlockShape, RowsShape } from '../shapes.js';
import type { SourceRow, SourceValue } from '../source-model.js';
import { childPath, memberPath } from './node-path.js';
import { readValue } from './read-values.js';
import { countStrange, eachElement, eachItem, placeOf, report, type Reading } from './reading.js';
import { isElement, isValueRead, selectAll, valueOf, type Item } from './select.js';

export interface PropertiesRead {
  readonly properties: Readonly<Record<string, SourceValue>>;
  readonly rows: Readonly<Record<string, readonly SourceRow[]>>;
  readonly others: readonly { readonly name: string; readonly value: LocatedText }[];
}

/** The block whose properties are read. */
export interface PropertyOwner {
  readonly node: string;
  readonly type: string;
  /** As the file spells it: for findings. */
  readonly sourceType: string;
  /** Undefined for types whose properties are kept as text. */
  readonly shape: BlockShape | undefined;
}

/** Reads what the rules `tables` and `properties` find in `element`. Tables come first: a wildcard for properties takes the rest. */
export function readProperties(element: XmlElement, owner: PropertyOwner, reading: Reading): PropertiesRead {
  const rows = readTables(element, blockTables(owner, reading), owner.node, owner, reading);
  const properties = new Map<string, SourceValue>();
  const others: { name: string; value: LocatedText }[] = [];
  for (const { name, value, item } of readPairs(reading.profile.properties, element, reading)) {
    const { shape, type } = owner;
    const known = shape && reading.profile.vocabulary.property(type, shape, name, 'scalar');
    const property = known ?? name;
    const scalar = known === undefined ? undefined : shape?.[known];
    if (shape && scalar?.kind !== 'scalar') {
      countStrange(reading, {
        what: 'property',
        name,
        type: owner.sourceType,
        node: owner.node,
        span: placeOf(item),
      });
      others.push({ name, value });
      continue;
    }
    if (properties.has(property)) {
      report(reading, 'IRD1307', owner.node, placeOf(item), { property: name });
      others.push({ name, value });
      continue;
    }
    const place = { node: childPath(owner.node, property), blockType: type, key: property };
    const read = readValue(scalar?.kind === 'scalar' ? scalar.language : 'text', value, place, reading);
    if (read) properties.set(property, read);
  }
  return { properties: Object.fromEntries(properties), rows, others };
}

/** What the name of a table, and of its columns, means where the table stands. */
interface TableNames {
  /** Canonical name and shape; the shape is undefined when nothing is known about the table. */
  table(written: string): {
    readonly name: string;
    readonly shape: RowsShape | undefined;
    readonly strange: boolean;
  };
}

const blockTables = (owner: PropertyOwner, reading: Reading): TableNames => ({
  table: (written) => {
    const { shape, type } = owner;
    const name = shape && reading.profile.vocabulary.property(type, shape, written, 'rows');
    const found = name === undefined ? undefined : shape?.[name];
    return {
      name: name ?? written,
      shape: found?.kind === 'rows' ? found : undefined,
      strange: shape !== undefined && name === undefined,
    };
  },
});

const innerTables = (table: string, shape: RowsShape | undefined, reading: Reading): TableNames => ({
  table: (written) => {
    const name = shape && reading.profile.vocabulary.column(table, shape, written, 'rows');
    return {
      name: name ?? written,
      shape: name === undefined ? undefined : shape?.rows?.[name],
      strange: shape !== undefined && name === undefined,
    };
  },
});

function readTables(
  element: XmlElement,
  names: TableNames,
  node: string,
  owner: PropertyOwner,
  reading: Reading,
): Readonly<Record<string, readonly SourceRow[]>> {
  const tables = new Map<string, SourceRow[]>();
  for (const { rule, item } of eachElement(reading.profile.tables, element, reading.marks)) {
    const rows = selectAll(rule.row, item, reading.marks).filter(isElement);
    const written = valueOf(rule.name, item, reading.marks)?.text.trim() ?? '';
    if (rows.length === 0) continue;
    const { name, shape, strange } = names.table(written);
    if (strange) {
      countStrange(reading, {
        what: 'table',
        name: written,
        type: owner.sourceType,
        node,
        span: placeOf(item),
      });
    }
    const list = tables.get(name) ?? [];
    tables.set(name, list);
    for (const row of rows) {
      const inner = memberPath(node, name, list.length);
      // A rule that finds the row in the owner itself must not look for tables in it again.
      const nested =
        row === element ? {} : readTables(row, innerTables(name, shape, reading), inner, owner, reading);
      const columns = readCells(row, rule.cells, { table: name, shape, node: inner, owner }, reading);
      list.push({ columns, rows: nested, span: row.span });
    }
  }
  return Object.fromEntries(tables);
}

interface RowPlace {
  readonly table: string;
  readonly shape: RowsShape | undefined;
  readonly node: string;
  readonly owner: PropertyOwner;
}

function readCells(
  row: XmlElement,
  rules: Reading['profile']['properties'],
  { table, shape, node, owner }: RowPlace,
  reading: Reading,
): Readonly<Record<string, SourceValue>> {
  const columns = new Map<string, SourceValue>();
  for (const { name, value, item } of readPairs(rules, row, reading)) {
    const known = shape && reading.profile.vocabulary.column(table, shape, name, 'scalar');
    if (shape && known === undefined) {
      const type = `${owner.sourceType}, table ${table}`;
      countStrange(reading, { what: 'column', name, type, node, span: placeOf(item) });
    }
    const column = known ?? name;
    if (columns.has(column)) {
      report(reading, 'IRD1307', node, placeOf(item), { property: name });
      continue;
    }
    const language = (known === undefined ? undefined : shape?.columns[known]) ?? 'text';
    const place = { node: childPath(node, column), blockType: owner.type, key: `${table}.${column}` };
    const read = readValue(language, value, place, reading);
    if (read) columns.set(column, read);
  }
  if (table === 'targets') checkSkill(columns, node, owner, reading);
  return Object.fromEntries(columns);
}

/** The name of a target of type Skill is a skill expression: it stays text for URS, its mistakes are reported here. */
function checkSkill(
  columns: ReadonlyMap<string, SourceValue>,
  node: string,
  owner: PropertyOwner,
  reading: Reading,
): void {
  const [type, name] = [columns.get('type'), columns.get('name')];
  if (type?.kind !== 'text' || type.value !== 'Skill' || name?.kind !== 'text') return;
  const place = { node: childPath(node, 'name'), blockType: owner.type, key: 'targets.name' };
  readValue('skill', name.source, place, reading);
}

interface Pair {
  readonly name: string;
  readonly value: LocatedText;
  readonly item: Item;
}

/**
 * Names with their values; a name without any text beside it has the blank value. Pairs whose value is the id, the caption or the like,
 * read by another rule before, are no properties.
 */
export function readPairs(
  rules: Reading['profile']['properties'],
  element: XmlElement,
  reading: Reading,
): readonly Pair[] {
  return eachItem(rules, element, reading.marks).flatMap(({ rule, item }) => {
    if (isValueRead(rule.value, item, element, reading.marks)) return [];
    const name = valueOf(rule.name, item, reading.marks)?.text.trim() ?? '';
    const value = valueOf(rule.value, item, reading.marks) ?? { text: '', span: () => placeOf(item) };
    return [{ name, value, item }];
  });
}
