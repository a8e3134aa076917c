// Bytes to text: byte order marks, UTF-16 without a mark, the encoding that the XML declaration names. Strict: a byte that
// does not belong to the encoding is a finding at its line and column, never a replacement character.
import { diagnose, wholeFile, type Diagnostic, type Outcome } from '../diagnostics/index.js';
import { decodeSingleByte, isSingleByte } from './single-byte.js';
import { sourceText } from './source.js';

/** The text of a file without its byte order mark, and the encoding that it was in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

interface Guess {
  readonly encoding: string;
  /** Length of the byte order mark. */
  readonly skip: number;
  readonly declared: string;
}

/** Decodes an XML file. Without a mark and without a declared encoding it is UTF-8. */
export function decodeXml(bytes: Uint8Array, file: string): Outcome<DecodedText | undefined> {
  const nowhere = wholeFile(file);
  const fail = (diagnostic: Diagnostic): Outcome<undefined> => ({
    value: undefined,
    diagnostics: [diagnostic],
  });
  if (bytes.length === 0) return fail(diagnose('IRD1001', '', nowhere, { what: 'no bytes' }));
  const guess = guessEncoding(bytes);
  const wide = /^utf-(16|32)/.test(guess.encoding);
  const body = guess.skip === 0 ? bytes : bytes.subarray(guess.skip);
  const zero = wide ? -1 : body.indexOf(0);
  if (zero >= 0) return fail(diagnose('IRD1002', '', nowhere, { offset: zero + guess.skip }));

  const declared = canonicalLabel(guess.declared);
  const contradicted =
    guess.declared !== '' && declared !== undefined && !guess.encoding.startsWith(declared);
  const warnings = contradicted
    ? [diagnose('IRD1005', '', nowhere, { declared: guess.declared, found: guess.encoding })]
    : [];
  const text = isSingleByte(guess.encoding)
    ? decodeSingleByte(body, guess.encoding)
    : decodeStrictly(body, guess.encoding);
  if (text === undefined) return fail(diagnose('IRD1003', '', nowhere, { encoding: guess.encoding }));
  if (typeof text !== 'string') {
    const at = text.good.length;
    const span = sourceText(file, text.good).span(at, at);
    return fail(diagnose('IRD1004', '', span, { encoding: guess.encoding }));
  }
  if (text.trim() === '') return fail(diagnose('IRD1001', '', nowhere, { what: 'only blanks' }));
  return { value: { text, encoding: guess.encoding }, diagnostics: warnings };
}

function guessEncoding(bytes: Uint8Array): Guess {
  const [a, b, c, d] = bytes;
  const found = (encoding: string, skip: number): Guess => ({
    encoding,
    skip,
    declared: declaredEncoding(bytes.subarray(skip)),
  });
  if (a === 0xef && b === 0xbb && c === 0xbf) return found('utf-8', 3);
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0x3c && b === 0 && c === 0)) {
    return found('utf-32le', 0);
  }
  if (a === 0 && b === 0) return found('utf-32be', 0);
  if (a === 0xff && b === 0xfe) return found('utf-16le', 2);
  if (a === 0xfe && b === 0xff) return found('utf-16be', 2);
  if (a === 0x3c && b === 0) return found('utf-16le', 0);
  if (a === 0 && b === 0x3c) return found('utf-16be', 0);
  const declared = declaredEncoding(bytes);
  const label = declared === '' ? 'utf-8' : (canonicalLabel(declared) ?? declared);
  // The declaration could be read as single bytes, so the file cannot be UTF-16: a text that was converted on its way.
  return { encoding: /^utf-(16|32)/.test(label) ? 'utf-8' : label, skip: 0, declared };
}

/** The `encoding` of the XML declaration; zero bytes are left out, so that UTF-16 can be read here too. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 400)).replaceAll('\0', '');
  return /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'<>]*)["']/.exec(head)?.[1]?.trim() ?? '';
}

/** One spelling for all labels of an encoding; undefined when the label means nothing here. */
function canonicalLabel(label: string): string | undefined {
  const lower = label.toLowerCase();
  if (lower === '') return undefined;
  if (/^(us-)?ascii$/.test(lower)) return 'us-ascii';
  if (/^(utf-16|ucs-2|iso-10646-ucs-2|unicode)$/.test(lower)) return 'utf-16';
  const page = /^(?:windows|win|cp|x-cp|ansi)?[-_ ]?(125[0-8])$/.exec(lower)?.[1];
  return decoderFor(page === undefined ? lower : `windows-${page}`)?.encoding;
}

function decoderFor(label: string, fatal = true): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(label, { fatal, ignoreBOM: true });
  } catch {
    return undefined; // The only way to ask whether this Node knows a label: it throws when it does not.
  }
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | { good: string } | undefined {
  const strict = decoderFor(encoding);
  if (!strict) return undefined;
  try {
    return strict.decode(bytes);
  } catch {
    // The decoder says that something is wrong, not where: the first replacement character tells it, unless the file holds one.
    const loose = decoderFor(encoding, false)?.decode(bytes) ?? '';
    return { good: loose.slice(0, firstInvalid(loose, bytes, encoding)) };
  }
}

function firstInvalid(loose: string, bytes: Uint8Array, encoding: string): number {
  let byte = 0;
  let from = 0;
  for (;;) {
    const at = loose.indexOf('\ufffd', from);
    if (at < 0) return loose.length;
    const width = encoding === 'utf-8' ? Buffer.byteLength(loose.slice(from, at)) : 2 * (at - from);
    byte += width;
    const written = [bytes[byte] ?? 0, bytes[byte + 1] ?? 0, bytes[byte + 2] ?? 0];
    if (!isReplacementCharacter(written, encoding)) return at;
    byte += encoding === 'utf-8' ? 3 : 2;
    from = at + 1;
  }
}

function isReplacementCharacter([a, b, c]: readonly number[], encoding: string): boolean {
  if (encoding === 'utf-8') return a === 0xef && b === 0xbf && c === 0xbd;
  if (encoding === 'utf-16le') return a === 0xfd && b === 0xff;
  return encoding === 'utf-16be' && a === 0xff && b === 0xfd;
}
