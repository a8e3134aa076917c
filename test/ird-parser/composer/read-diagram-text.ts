// Reads Composer diagrams for the tests of this folder: fixtures by name, or diagrams written in the test.
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../../src/diagnostics/index.js';
import { readComposer } from '../../../src/ird-parser/composer/index.js';
import type {
  SourceBlock,
  SourceFile,
  SourceRow,
  SourceStrategy,
  SourceValue,
} from '../../../src/ird-parser/source-model.js';
import { readXml } from '../../../src/xml/index.js';

export interface Read {
  readonly text: string;
  readonly file: SourceFile | undefined;
  readonly strategy: SourceStrategy;
  readonly diagnostics: readonly Diagnostic[];
  block(caption: string): SourceBlock;
}

export function readText(text: string, file = 'test.workflow'): Read {
  const xml = readXml(new TextEncoder().encode(text), file);
  if (!xml.value) throw new Error(xml.diagnostics.map((d) => d.message).join('; '));
  const { value, diagnostics } = readComposer(xml.value, '');
  return {
    text,
    file: value,
    diagnostics,
    get strategy() {
      const found = value?.strategies[0];
      if (!found) throw new Error('no strategy was read');
      return found;
    },
    block(caption) {
      const found = this.strategy.blocks.find((block) => block.caption === caption);
      if (!found) throw new Error(`no block ${caption}`);
      return found;
    },
  };
}

const fixtures = new URL('../../../fixtures/composer/', import.meta.url);
export const fixtureText = (name: string): string => readFileSync(new URL(name, fixtures), 'utf8');
export const readFixture = (name: string): Read => readText(fixtureText(name), name);

/** A workflow around the given blocks and links. */
export const workflow = (inside: string): string =>
  `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:ird="http://studio.genesyslab.com/ird/"><ird:StrategyDiagram xmi:id="_d" name="Test">
<blocks xmi:type="ird:EntryBlock" xmi:id="_entry" name="Entry1"/>
${inside}
</ird:StrategyDiagram></xmi:XMI>`;

/** A value in one word: `expression:x`, `literal:x`, `integer:3`; '' for none. */
export function shown(value: SourceValue | undefined): string {
  if (!value) return '';
  switch (value.kind) {
    case 'ecmascript':
      return `${value.form}:${value.code}`;
    case 'variable':
      return `variable:${value.name}`;
    case 'text':
    case 'integer':
    case 'boolean':
      return `${value.kind}:${String(value.value)}`;
    default:
      throw new Error(`a diagram has no ${value.kind}`);
  }
}

export const shownAll = (values: Readonly<Record<string, SourceValue>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)]));

export const shownRows = (rows: readonly SourceRow[] | undefined): readonly Record<string, string>[] =>
  (rows ?? []).map((row) => shownAll(row.columns));

/** Code and underlined text of each finding. */
export const underlined = (read: Read): readonly string[] =>
  read.diagnostics.map((d) => `${d.code} ${read.text.slice(d.span.start.offset, d.span.end.offset)}`);
