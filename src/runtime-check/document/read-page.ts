// Reads the text of a page, and of what it includes, into one located tree.
import type { Outcome } from '../../diagnostics/index.js';
import { readDecodedXml } from './decoded-xml.js';
import { followIncludes, type ResolveFile, type WholePage } from './include.js';

/** The tree of a page with what it includes, or the findings why there is none. Without `resolve` no include is followed. */
export function readPage(text: string, file: string, resolve?: ResolveFile): Outcome<WholePage | undefined> {
  const { value, diagnostics } = readDecodedXml(text, file);
  if (value === undefined) return { value, diagnostics };
  const whole = followIncludes(value, resolve);
  return { value: whole.value, diagnostics: [...diagnostics, ...whole.diagnostics] };
}
