// Encodings that are decoded here: windows-1252, because some Node versions decode it as ISO 8859-1, and US-ASCII, because
// TextDecoder takes it for windows-1252.

/** What the bytes 0x80 to 0x9F mean in windows-1252 (WHATWG Encoding, index windows-1252). */
const windows1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

export const isSingleByte = (encoding: string): boolean =>
  encoding === 'windows-1252' || encoding === 'us-ascii';

/** The text, or the part before the first byte that the encoding does not have. */
export function decodeSingleByte(bytes: Uint8Array, encoding: string): string | { good: string } {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (encoding === 'windows-1252') {
    return latin1.replace(/[\u0080-\u009f]/g, (char) => windows1252.charAt(char.charCodeAt(0) - 0x80));
  }
  const bad = latin1.search(/[\u0080-\u00ff]/);
  return bad < 0 ? latin1 : { good: latin1.slice(0, bad) };
}
