// Reads the properties of a block, or the columns of a row, by a table: attributes and child elements alike, since Composer's generations
// keep the same property in either. What the table does not know is kept as text and counted.
import { diagnose } from '../../diagnostics/index.js';
import type { LocatedText, XmlElement } from '../../xml/index.js';
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
  const values: Record<string, SourceValue> = {};
  const rows: Record<string, SourceRow[]> = {};
  const others: Other[] = [];

  const unknown = (
    name: string,
    path: string,
    at: XmlElement | LocatedText,
    kept: readonly Other[],
  ): void => {
    const span = 'tagSpan' in at ? at.tagSpan : at.span();
    if (rules.path !== undefined)
      countUnread(owner.reading, `${rules.path}/${path}`, span, owner.node, 'kept');
    others.push(...kept.map((other) => ({ name: `${name}${other.name}`, value: other.value })));
  };
  const put = (column: Column, text: LocatedText, source: string): boolean => {
    if (Object.hasOwn(values, column.as)) return false;
    const value = readValue(owner, { text, source }, column);
    if (value) values[column.as] = value;
    return true;
  };

  for (const attribute of plainAttributes(element)) {
    const name = attribute.local.toLowerCase();
    if (rules.ignored.has(name)) continue;
    const column = columnOf(rules.columns, name, element);
    const beside = rules.isRow ? lookUp(about, name) : undefined;
    const source = name === 'value' ? plainText(element, 'source') : '';
    const target: Column | undefined =
      column ?? (beside === undefined ? undefined : { as: lower(beside), meaning: 'text' });
    if (target && put(target, attribute.value, source)) continue;
    unknown(attribute.local, `@${attribute.local}`, attribute.value, notBlank('', attribute.value));
  }

  const seen = new Map<string, number>();
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const name = child.local.toLowerCase();
    if (rules.ignored.has(name)) continue;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const label = nth === 1 ? child.local : `${child.local}[${String(nth)}]`;
    const table = lookUp(rules.rows, name);
    const column = columnOf(rules.columns, name, element);
    if (table) {
      const path = rules.path === undefined ? undefined : `${rules.path}/${child.local}`;
      const row = readRow(owner, child, table, path);
      (rows[table.as] ??= []).push(row.row);
      others.push(...row.others.map((other) => ({ name: `${label}.${other.name}`, value: other.value })));
    } else if (column && !Object.hasOwn(values, column.as)) {
      readChild(child, column, label);
    } else {
      unknown(label, child.local, child, flatten(child));
    }
  }

  // A property that stands as a child element: its text is the attribute `value`, or what stands in the element.
  function readChild(child: XmlElement, column: Column, label: string): void {
    const text = plainAttribute(child, 'value')?.value ?? ownText(child);
    if (text) put(column, text, plainText(child, 'source'));
    for (const attribute of plainAttributes(child)) {
      const name = attribute.local.toLowerCase();
      if (name === 'value') continue;
      const beside = name === 'name' ? 'Name' : lookUp(about, name);
      if (beside !== undefined && put({ as: `${column.as}${beside}`, meaning: 'text' }, attribute.value, ''))
        continue;
      unknown(
        `${label}.${attribute.local}`,
        `${child.local}/@${attribute.local}`,
        attribute.value,
        notBlank('', attribute.value),
      );
    }
    for (const inner of child.children) {
      if (inner.kind !== 'element') continue;
      unknown(`${label}.${inner.local}`, `${child.local}/${inner.local}`, inner, flatten(inner));
    }
  }

  const text = ownText(element);
  if (text && !(rules.text && put(rules.text, text, ''))) unknown('text', 'text()', text, notBlank('', text));
  return { values, rows, others };
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

const notBlank = (name: string, value: LocatedText): readonly Other[] =>
  value.text.trim() === '' ? [] : [{ name, value }];

/** Everything that an unknown element holds, as name and text. */
function flatten(element: XmlElement): readonly Other[] {
  const text = ownText(element);
  const seen = new Map<string, number>();
  return [
    ...(text ? notBlank('', text) : []),
    ...plainAttributes(element).flatMap((attribute) => notBlank(`.${attribute.local}`, attribute.value)),
    ...element.children.flatMap((child) => {
      if (child.kind !== 'element') return [];
      const nth = (seen.get(child.local) ?? 0) + 1;
      seen.set(child.local, nth);
      const label = nth === 1 ? `.${child.local}` : `.${child.local}[${String(nth)}]`;
      return flatten(child).map((other) => ({ name: `${label}${other.name}`, value: other.value }));
    }),
  ];
}
