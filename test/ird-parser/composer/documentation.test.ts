// docs/composer-diagrams.md is the contract for whoever maps the blocks: it must name every property and row that the tables read.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { processTable, workflowTables } from '../../../src/ird-parser/composer/block-tables.js';
import {
  commonProperties,
  commonRows,
  isChoice,
  type BlockTable,
  type Column,
  type Columns,
  type RowTable,
} from '../../../src/ird-parser/composer/tables.js';

const page = readFileSync(new URL('../../../docs/composer-diagrams.md', import.meta.url), 'utf8');

/** The text under a heading of the page, up to the next. */
const section = (heading: string): string =>
  page
    .split(/^### /m)
    .find((part) => part.startsWith(`${heading}\n`))
    ?.split(/^## /m)[0] ?? '';

const columnsOf = (columns: Columns): readonly Column[] =>
  Object.values(columns).flatMap((column) =>
    isChoice(column) ? [...Object.values(column.when), column.otherwise] : [column],
  );

function missing(
  text: string,
  properties: Columns,
  rows: Readonly<Record<string, RowTable>>,
): readonly string[] {
  const names = [
    ...columnsOf(properties).map((column) => column.as),
    ...Object.values(rows).flatMap((row) => [
      row.as,
      ...(text.includes(`\`${row.as}\` | as `) ? [] : columnsOf(row.columns).map((column) => column.as)),
    ]),
  ];
  return [...new Set(names)].filter((name) => !text.includes(`\`${name}\``));
}

/** What a table has beyond the common part. */
const own = <T>(all: Readonly<Record<string, T>>, common: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(common, name)));

describe('docs/composer-diagrams.md', () => {
  it.each([...workflowTables, processTable].map((table): [string, BlockTable] => [table.type, table]))(
    'describes %s',
    (type, table) => {
      // Web Request shares the page's section of HTTP Rest.
      const text = section(type === 'ComposerWebRequest' ? 'ComposerHttpRest' : type);
      expect(section(type)).not.toBe('');
      expect(missing(text, own(table.properties, commonProperties), own(table.rows, commonRows))).toEqual([]);
      for (const port of Object.keys(table.optionalPorts)) expect(section(type)).toContain(`\`${port}\``);
    },
  );

  it('describes what all blocks have', () => {
    expect(missing(section('All blocks'), commonProperties, commonRows)).toEqual([]);
  });
});
