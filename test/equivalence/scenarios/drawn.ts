// Strategies for tests of the search, drawn in a few lines and read the way an export is.
import type { SourceProgram } from '../../../src/equivalence/run/program.js';
import { createPipeline } from '../../../src/migrate.js';

export interface DrawnBlock {
  readonly type: string;
  /** Name of a property: its text; a row for each entry of a table. */
  readonly with?: Readonly<Record<string, string>>;
  readonly tables?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  /** Port: name of the next block. */
  readonly to?: Readonly<Record<string, string>>;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The program of blocks by name; the first of them is entered first. Variables are of the type that is given. */
export function drawn(
  blocks: Readonly<Record<string, DrawnBlock>>,
  variables: Readonly<Record<string, string>> = {},
): SourceProgram {
  const names = Object.keys(blocks);
  const idOf = (name: string): string => String(101 + names.indexOf(name));
  const objects = Object.entries(blocks).map(([name, block]) => {
    const properties = Object.entries(block.with ?? {}).map(
      ([key, value]) => `<Property name="${key}">${escaped(value)}</Property>`,
    );
    const tables = Object.entries(block.tables ?? {}).map(([key, rows]) => {
      const cells = rows.map(
        (row) =>
          `<Row>${Object.entries(row)
            .map(([cell, value]) => `<Cell name="${cell}">${escaped(value)}</Cell>`)
            .join('')}</Row>`,
      );
      return `<Table name="${key}">${cells.join('')}</Table>`;
    });
    return `<Object id="${idOf(name)}" type="${block.type}" name="${name}" x="0" y="0">${[...properties, ...tables].join('')}</Object>`;
  });
  const links = Object.entries(blocks).flatMap(([name, { to = {} }]) =>
    Object.entries(to).map(
      ([port, target], at) =>
        `<Link id="l${idOf(name)}${String(at)}" from="${idOf(name)}" port="${port}" to="${idOf(target)}"/>`,
    ),
  );
  const declared = Object.entries(variables).map(
    ([name, type]) => `<Variable name="${name}" type="${type}" scope="local"/>`,
  );
  const text = `<IRDExport version="8.1.400"><Strategy name="Drawn" type="strategy">
<Variables>${declared.join('')}</Variables><Objects>${objects.join('\n')}</Objects><Links>${links.join('')}</Links></Strategy></IRDExport>`;
  const { value: pipeline } = createPipeline({
    selection: 'urs',
    notes: false,
    assumptions: {},
    version: '0.0.0',
  });
  if (pipeline === undefined) throw new Error('the settings were refused');
  const bytes = new TextEncoder().encode(text);
  const { strategies } = pipeline.link([pipeline.read({ file: 'drawn.xml', name: 'drawn.xml', bytes })]);
  const program = strategies[0]?.convert().program?.();
  if (program === undefined) throw new Error('the strategy could not be read');
  return program;
}
