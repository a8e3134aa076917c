// Reads the properties of a block, or the columns of a row, by a table: attributes and child elements alike, since Composer's generations
// keep the same property in either. What the table does not know is kept as text and counted.
import { diagnose, type Span } from '../../diagnostics/index.js';
import type { LocatedText, XmlAttribute, XmlElement } from '../../xml/index.js';
import type { SourceRow, SourceValue } from '../source-model.js';
import { countUnread } from './reading.js';
import { isChoice, lookUp, type Column, type Columns, type RowTable } from './tables.js';
import { readValue, type Owner } from './values.js';
import { ownText, plainAttribute, plainAttributes, plainText } from './xmi.js';

export interface Other {
  readonly name: string;
  readonly value: LocatedText;
}

/** What was read from one element. */
export interface Item {
  readonly values: Readonly<Record<string, SourceValue>>;
  readonly rows: Readonly<Record<string, readonly SourceRow[]>>;
  readonly others: readonly Other[];
}

export interface ItemRules {
  readonly columns: Columns;
  readonly rows: Readonly<Record<string, RowTable>>;
  readonly text?: Column;
  /** Lower-case names that the caller reads itself. */
  readonly ignored: ReadonlySet<string>;
  /** Attributes about the value (`Source`, `scope`) become columns of their own: in rows, not in blocks. */
  readonly isRow: boolean;
  /** Path for the counts of what is not known; undefined when the caller reports the whole element as unknown. */
  readonly path: string | undefined;
}

/** An item while it is read. */
interface Draft {
  readonly owner: Owner;
  readonly element: XmlElement;
  readonly rules: ItemRules;
  readonly values: Record<string, SourceValue>;
  readonly rows: Record<string, SourceRow[]>;
  readonly others: Other[];
}

// Attributes about a value, beside it: our name, to be put behind the name of the value's property.
const about: Readonly<Record<string, string>> = {
  source: 'Source',
  datatype: 'DataType',
  scope: 'Scope',
  cfgswitch: 'Switch',
};
const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Reads `element` by `rules`. */
export function readItem(owner: Owner, element: XmlElement, rules: ItemRules): Item {
  const draft: Draft = { owner, element, rules, values: {}, rows: {}, others: [] };
  for (const attribute of plainAttributes(element)) readAttribute(draft, attribute);
  const seen = new Map<string, number>();
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const nth = (seen.get(child.local) ?? 0) + 1;
    seen.set(child.local, nth);
    readChild(draft, child, nth === 1 ? child.local : `${child.local}[${String(nth)}]`);
  }
  const text = ownText(element);
  if (text && !(rules.text && put(draft, rules.text, text, ''))) {
    keepUnknown(draft, 'text()', text.span(), [{ name: 'text', value: text }]);
  }
  return { values: draft.values, rows: draft.rows, others: draft.others };
}

/** Sets a value; false when the property has one already. */
function put(draft: Draft, column: Column, text: LocatedText, source: string): boolean {
  if (Object.hasOwn(draft.values, column.as)) return false;
  const value = readValue(draft.owner, { text, source }, column);
  if (value) draft.values[column.as] = value;
  return true;
}

function keepUnknown(draft: Draft, path: string, at: Span, kept: readonly Other[]): void {
  const { owner, rules } = draft;
  if (rules.path !== undefined) countUnread(owner.reading, `${rules.path}/${path}`, at, owner.node, 'kept');
  for (const other of kept) if (other.value.text.trim() !== '') draft.others.push(other);
}

function readAttribute(draft: Draft, attribute: XmlAttribute): void {
  const { element, rules } = draft;
  const { local, value } = attribute;
  const name = local.toLowerCase();
  if (rules.ignored.has(name)) return;
  const beside = rules.isRow ? lookUp(about, name) : undefined;
  const column =
    columnOf(rules.columns, name, element) ??
    (beside === undefined ? undefined : ({ as: lower(beside), meaning: 'text' } as const));
  const source = name === 'value' ? plainText(element, 'source') : '';
  if (column && put(draft, column, value, source)) return;
  keepUnknown(draft, `@${local}`, value.span(), [{ name: local, value }]);
}

function readChild(draft: Draft, child: XmlElement, label: string): void {
  const { owner, element, rules } = draft;
  const name = child.local.toLowerCase();
  if (rules.ignored.has(name)) return;
  const table = lookUp(rules.rows, name);
  const column = columnOf(rules.columns, name, element);
  if (table) {
    const path = rules.path === undefined ? undefined : `${rules.path}/${child.local}`;
    const row = readRow(owner, child, table, path);
    (draft.rows[table.as] ??= []).push(row.row);
    for (const other of row.others) draft.others.push({ name: `${label}.${other.name}`, value: other.value });
  } else if (column && !Object.hasOwn(draft.values, column.as)) {
    readProperty(draft, child, column, label);
  } else {
    keepUnknown(draft, child.local, child.tagSpan, flatten(child, label));
  }
}

// A property that stands as a child element: its text is the attribute `value`, or what stands in the element.
function readProperty(draft: Draft, child: XmlElement, column: Column, label: string): void {
  const text = plainAttribute(child, 'value')?.value ?? ownText(child);
  if (text) put(draft, column, text, plainText(child, 'source'));
  for (const { local, value } of plainAttributes(child)) {
    const name = local.toLowerCase();
    if (name === 'value') continue;
    const beside = name === 'name' ? 'Name' : lookUp(about, name);
    if (beside !== undefined && put(draft, { as: `${column.as}${beside}`, meaning: 'text' }, value, ''))
      continue;
    keepUnknown(draft, `${child.local}/@${local}`, value.span(), [{ name: `${label}.${local}`, value }]);
  }
  for (const inner of child.children) {
    if (inner.kind !== 'element') continue;
    keepUnknown(
      draft,
      `${child.local}/${inner.local}`,
      inner.tagSpan,
      flatten(inner, `${label}.${inner.local}`),
    );
  }
}

function columnOf(columns: Columns, name: string, element: XmlElement): Column | undefined {
  const found = lookUp(columns, name);
  if (!found || !isChoice(found)) return found;
  const wanted = plainText(element, found.attribute).toLowerCase();
  return lookUp(found.when, wanted) ?? found.otherwise;
}

function readRow(
  owner: Owner,
  element: XmlElement,
  table: RowTable,
  path: string | undefined,
): { readonly row: SourceRow; readonly others: readonly Other[] } {
  const item = readItem(owner, element, {
    columns: table.columns,
    rows: {},
    ...(table.text ? { text: table.text } : {}),
    ignored: new Set(),
    isRow: true,
    path,
  });
  for (const property of table.required) {
    if (Object.hasOwn(item.values, property)) continue;
    owner.reading.diagnostics.push(
      diagnose('IRD1712', owner.node, element.tagSpan, {
        block: owner.caption,
        property: `${table.as}.${property}`,
      }),
    );
  }
  return { row: { columns: item.values, rows: item.rows, span: element.span }, others: item.others };
}

/** Everything that an unknown element holds, as name and text. */
function flatten(element: XmlElement, label: string): readonly Other[] {
  const text = ownText(element);
  const seen = new Map<string, number>();
  return [
    ...(text ? [{ name: label, value: text }] : []),
    ...plainAttributes(element).map(({ local, value }) => ({ name: `${label}.${local}`, value })),
    ...element.children.flatMap((child) => {
      if (child.kind !== 'element') return [];
      const nth = (seen.get(child.local) ?? 0) + 1;
      seen.set(child.local, nth);
      return flatten(child, `${label}.${child.local}${nth === 1 ? '' : `[${String(nth)}]`}`);
    }),
  ];
}
