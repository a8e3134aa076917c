// Reads XML that is decoded already, so that what its declaration says about the encoding does not matter.
import type { Outcome } from '../../diagnostics/index.js';
import { readXml, type XmlDocument } from '../../xml/index.js';

/** Deeper nesting than this is no page that somebody wrote, and readers of it may use recursion. */
const deepest = 200;

/** The tree of a text, or the findings why there is none. */
export function readDecodedXml(text: string, file: string): Outcome<XmlDocument | undefined> {
  const bytes = new TextEncoder().encode(text.startsWith('\uFEFF') ? text : `\uFEFF${text}`);
  const { value, diagnostics } = readXml(bytes, file, { depth: deepest });
  // The mark in front decides the encoding; a declaration that names another one is true of the file, not of its text.
  return { value, diagnostics: diagnostics.filter(({ code }) => code !== 'IRD1005') };
}
