// Bytes for tests, in encodings that Node can decode but not write.

/** UTF-16 bytes of `text`, with or without a byte order mark. */
export function utf16(text: string, endian: 'le' | 'be', mark = true): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return endian === 'le' ? bytes : bytes.swap16();
}

/** Bytes of `text` in a single-byte encoding, found by decoding all 256 bytes. */
export function singleByte(text: string, label: string): Uint8Array {
  const table = new Map<string, number>();
  const decoder = new TextDecoder(label);
  for (let byte = 255; byte >= 0; byte--) table.set(decoder.decode(Uint8Array.of(byte)), byte);
  return Uint8Array.from(text, (char) => table.get(char) ?? 0x3f);
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
