// A file of unknown format becomes a source file: Composer diagrams and IRD XML are told apart by their root element, what cannot be
// read gets a finding that says what to export instead.
import { diagnose, wholeFile, type Outcome } from '../diagnostics/index.js';
import { readXml, type XmlLimits } from '../xml/index.js';
import { isComposerDocument, readComposer } from './composer/index.js';
import { readByProfile, type ExportProfile } from './profiles/index.js';
import type { Retype } from './profiles/reading.js';
import type { SourceFile } from './source-model.js';

export { loadProfile } from './profiles/index.js';

/** How to read a file. */
export interface ReadOptions {
  /** The profile for IRD XML; the best fit among the built-in ones when left out. */
  readonly profile?: ExportProfile;
  readonly limits?: Partial<XmlLimits>;
  /** The type that a block of IRD XML is read as in place of the one that its name means. */
  readonly retype?: Retype;
}

/** Reads one file. The value is undefined when nothing could be made of it; then there is at least one error. */
export function parseFile(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
): Outcome<SourceFile | undefined> {
  const foreign = foreignFormat(bytes, file);
  if (foreign) return { value: undefined, diagnostics: [foreign] };
  const { value: document, diagnostics } = readXml(bytes, file, options.limits);
  if (!document) return { value: undefined, diagnostics };
  const { root } = document;
  if (root.local === 'scxml') {
    return { value: undefined, diagnostics: [...diagnostics, diagnose('IRD1103', '', root.tagSpan, {})] };
  }
  const read = isComposerDocument(document)
    ? readComposer(document, '')
    : readByProfile(document, options.profile, options.retype);
  return { value: read.value, diagnostics: [...diagnostics, ...read.diagnostics] };
}

const compoundDocument = [0xd0, 0xcf, 0x11, 0xe0];
const zipArchive = [0x50, 0x4b, 0x03, 0x04];

/** Formats that are known not to be XML, by their first bytes and by the name of the file. */
function foreignFormat(bytes: Uint8Array, file: string) {
  const startsWith = (magic: readonly number[]): boolean =>
    magic.every((byte, index) => bytes[index] === byte);
  const extension = /\.(rbn|zcf)$/i.exec(file)?.[0].toLowerCase();
  const nowhere = wholeFile(file);
  const isZip = startsWith(zipArchive);
  if (isZip && extension !== '.zcf') return diagnose('IRD1102', '', nowhere, {});
  if (isZip || startsWith(compoundDocument) || (extension !== undefined && !looksLikeXml(bytes))) {
    return diagnose('IRD1101', '', nowhere, { extension: extension ?? '.rbn or .zcf' });
  }
  return undefined;
}

/** The first character that is no blank and no byte order mark is `<`. */
const looksLikeXml = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, 64).find((byte) => ![0, 0x20, 9, 10, 13, 0xef, 0xbb, 0xbf, 0xff, 0xfe].includes(byte)) ===
  0x3c;
