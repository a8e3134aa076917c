// Short ways to write exports in the layout of `ird-8`, and to read them.
import type { Diagnostic } from '../../../src/diagnostics/index.js';
import { parseFile } from '../../../src/ird-parser/read.js';
import type { SourceBlock, SourceFile, SourceStrategy } from '../../../src/ird-parser/source-model.js';
import { utf8 } from '../../xml/encode.js';

/** An export with one strategy that holds the given markup. */
export const exportOf = (body: string): string =>
  `<IRDExport><Strategy name="Main" type="strategy">${body}</Strategy></IRDExport>`;

/** An export with the given objects. */
export const objects = (markup: string): string => exportOf(`<Objects>${markup}</Objects>`);

export interface ReadResult {
  readonly file: SourceFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Codes with the text that each finding underlines. */
  readonly found: readonly string[];
}

export function read(text: string): ReadResult {
  const { value, diagnostics } = parseFile(utf8(text), 'main.xml');
  const found = diagnostics.map(
    ({ code, span }) => `${code} ${text.slice(span.start.offset, span.end.offset)}`,
  );
  return { file: value, diagnostics, found };
}

/** The one strategy of an export that must read without findings. */
export function strategyOf(text: string): SourceStrategy {
  const { file, diagnostics } = read(text);
  const [strategy] = file?.strategies ?? [];
  if (diagnostics.length > 0 || !strategy)
    throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return strategy;
}

/** The one block of an export that must read without findings. */
export function blockOf(markup: string): SourceBlock {
  const [block] = strategyOf(objects(markup)).blocks;
  if (!block) throw new Error('no block');
  return block;
}
