// Reads the text of a page into the located tree. The text is decoded already, so that what its declaration says about the encoding does not matter.
import type { Outcome } from '../../diagnostics/index.js';
import { readXml } from '../../xml/index.js';
import { followIncludes, type ResolveFile, type WholePage } from './include.js';

/** Deeper nesting than this is no page that somebody wrote, and readers of it may use recursion. */
const deepest = 200;

/** The tree of a page with what it includes, or the findings why there is none. Without `resolve` no include is followed. */
export function readPage(text: string, file: string, resolve?: ResolveFile): Outcome<WholePage | undefined> {
  const bytes = new TextEncoder().encode(text.startsWith('\uFEFF') ? text : `\uFEFF${text}`);
  const { value, diagnostics } = readXml(bytes, file, { depth: deepest });
  // The mark in front decides the encoding; a declaration that names another one is true of the file, not of its text.
  const found = diagnostics.filter(({ code }) => code !== 'IRD1005');
  if (value === undefined) return { value, diagnostics: found };
  const whole = followIncludes(value, resolve);
  return { value: whole.value, diagnostics: [...found, ...whole.diagnostics] };
}
