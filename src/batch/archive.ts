// The files in a zip archive, from its directory. Nothing is unpacked to disk, so no entry can be written anywhere; names that lead out are refused all the same.
import path from 'node:path';
import { openPromise, type Entry } from 'yauzl';
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
    const zip = await openPromise(archive);
    if (zip.entryCount > archiveLimits.entries)
      return refuse(`it has more than ${String(archiveLimits.entries)} entries`);
    const names = new Set<string>();
    let all = 0;
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      const ending = path.posix.extname(fileName).toLowerCase();
      if (fileName.endsWith('/') || !endings.includes(ending) || isHidden(fileName)) continue;
      const file = `${shown}!/${fileName}`;
      const reason = names.has(fileName) ? 'another entry has the same name' : refusalOf(entry);
      names.add(fileName);
      all += entry.uncompressedSize;
      if (all > archiveLimits.all) return refuse('it unpacks to more than 4 GiB');
      if (reason !== undefined) {
        diagnostics.push(diagnose('IRD8170', '', wholeFile(file), { path: file, reason }));
        continue;
      }
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      const within = {
        start: fileDataStart,
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
