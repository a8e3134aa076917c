// The files in a zip archive, from its directory. Nothing is unpacked to disk, so no entry can be written anywhere; entries whose names lead out are refused all
// the same. What is wrong with one entry costs that entry alone; an archive whose directory cannot be read is refused.
import path from 'node:path';
import { getFileNameLowLevel, openPromise, validateFileName, type Entry } from 'yauzl';
import { diagnose, wholeFile, type Diagnostic, type Outcome } from '../diagnostics/index.js';
import type { FoundFile } from './discover.js';

/** More than this is no archive of strategies. */
export const archiveLimits = {
  entries: 100_000,
  bytes: 64 * 1024 * 1024,
  all: 4 * 1024 * 1024 * 1024,
  ratio: 200,
};

/** The strategies in an archive: `exports.zip!/folder/Main.xml`. */
export async function openArchive(
  archive: string,
  shown: string,
  endings: readonly string[],
): Promise<Outcome<readonly FoundFile[]>> {
  const diagnostics: Diagnostic[] = [];
  const files: FoundFile[] = [];
  const refuse = (reason: string): Outcome<readonly FoundFile[]> => ({
    value: [],
    diagnostics: [diagnose('IRD8169', '', wholeFile(shown), { path: shown, reason })],
  });
  try {
    // Names and sizes are judged here, entry by entry: the library would give up at the first that it does not like.
    const zip = await openPromise(archive, { decodeStrings: false, validateEntrySizes: false });
    if (zip.entryCount > archiveLimits.entries)
      return refuse(`it has more than ${String(archiveLimits.entries)} entries`);
    const names = new Set<string>();
    let all = 0;
    for await (const entry of zip.eachEntry()) {
      const fileName = nameOf(entry);
      const outside = validateFileName(fileName) !== null;
      const ending = path.posix.extname(fileName).toLowerCase();
      if (!outside && (fileName.endsWith('/') || !endings.includes(ending) || isHidden(fileName))) continue;
      const file = `${shown}!/${fileName}`;
      // What leads out of the archive is no address for a finding.
      const refuseEntry = (reason: string): number =>
        diagnostics.push(diagnose('IRD8170', '', wholeFile(outside ? shown : file), { path: file, reason }));
      const reason = outside
        ? 'its name leads out of the archive'
        : names.has(fileName)
          ? 'another entry has the same name'
          : refusalOf(entry);
      names.add(fileName);
      all += entry.uncompressedSize;
      if (all > archiveLimits.all) return refuse('it unpacks to more than 4 GiB');
      if (reason !== undefined) {
        refuseEntry(reason);
        continue;
      }
      const start = await startOf(() => zip.readLocalFileHeaderPromise(entry, { minimal: true }));
      if (typeof start === 'string') {
        refuseEntry(start);
        continue;
      }
      const within = {
        start,
        packedSize: entry.compressedSize,
        size: entry.uncompressedSize,
        isDeflated: entry.compressionMethod === 8,
        checksum: entry.crc32,
      };
      files.push({ path: archive, file, name: fileName, within });
    }
  } catch (error) {
    return refuse(`it is broken (${error instanceof Error ? error.message : String(error)})`);
  }
  if (files.length === 0 && diagnostics.length === 0) return refuse(`it holds no ${endings.join(', ')} file`);
  return { value: files, diagnostics };
}

/** The name of an entry, decoded as its flags and fields say, with `/`. */
const nameOf = ({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string =>
  getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);

/** Where the content of an entry begins, or why that is not known. */
async function startOf(header: () => Promise<{ readonly fileDataStart: number }>): Promise<number | string> {
  try {
    return (await header()).fileDataStart;
  } catch (error) {
    return `its place in the archive is broken (${error instanceof Error ? error.message : String(error)})`;
  }
}

/** As in a search of a folder; also what macOS adds to archives. */
const isHidden = (name: string): boolean =>
  name.split('/').some((part) => part.startsWith('.') || part === 'node_modules' || part === '__MACOSX');

function refusalOf(entry: Entry): string | undefined {
  if (entry.isEncrypted()) return 'it is encrypted';
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    return 'it is packed by an unusual method';
  if (Math.max(entry.uncompressedSize, entry.compressedSize) > archiveLimits.bytes)
    return 'it is larger than 64 MiB';
  if (entry.uncompressedSize > (entry.compressedSize + 1_024) * archiveLimits.ratio)
    return 'it unpacks to more than 200 times its size';
  return undefined;
}
