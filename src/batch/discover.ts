// Finds the files that the inputs of the command line name: files, folders with everything below them, patterns.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { diagnose, wholeFile, type Diagnostic, type Outcome } from '../diagnostics/index.js';
import type { PackedFile } from './read-file.js';
import { reasonOf, throughFile } from './system-errors.js';

/** A file to read. */
export interface FoundFile {
  readonly path: string;
  /** As findings show it: relative to the working directory, with `/`. */
  readonly file: string;
  /** Path below the input that was named, with `/`; see `InputFile.name`. */
  readonly name: string;
  /** Where it lies in the archive that `path` names. */
  readonly within?: PackedFile;
}

export interface DiscoverOptions {
  readonly cwd: string;
  /** Endings that a search of a folder picks up, lower case, with dot. */
  readonly endings: readonly string[];
  /** Folders that a search passes over (the output folder). */
  readonly except: readonly string[];
}

/** What may hold strategies but is not read: mentioned when a search passes it over. */
const foreign = ['.rbn', '.zcf'];
const archive = '.zip';

/** Every file is found once, in the order of its path. */
export async function discover(
  inputs: readonly string[],
  options: DiscoverOptions,
): Promise<Outcome<readonly FoundFile[]>> {
  const found = new Map<string, FoundFile>();
  const diagnostics: Diagnostic[] = [];
  const report = (d: Diagnostic): number => diagnostics.push(d);
  for (const input of inputs) {
    for (const file of await discoverOne(input, options, report)) {
      const key = `${file.path}\u0000${String(file.within?.start ?? '')}`;
      if (!found.has(key)) found.set(key, file);
    }
  }
  const files = [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  return { value: files, diagnostics };
}

async function discoverOne(
  input: string,
  options: DiscoverOptions,
  report: (d: Diagnostic) => void,
): Promise<readonly FoundFile[]> {
  const absolute = path.resolve(options.cwd, input);
  const shown = displayPath(absolute, options.cwd);
  const kind = kindOf(absolute);
  if (kind === 'file' && isArchive(absolute))
    return unpacked([{ path: absolute, file: shown }], options, report);
  if (kind === 'file') return [{ path: absolute, file: shown, name: path.basename(absolute) }];
  if (kind === 'folder') {
    const { files, archives } = searchFolder(absolute, shown, options, report);
    return [...files, ...(await unpacked(archives, options, report))];
  }
  if (kind === 'other') {
    report(diagnose('IRD8003', '', wholeFile(shown), { path: input, reason: 'it is not a regular file' }));
    return [];
  }
  if (kind === 'missing') {
    const matches = await expandPattern(input, options.cwd);
    const archives = matches.filter((match) => isArchive(match.path));
    const files = matches.filter((match) => !isArchive(match.path));
    if (matches.length > 0) return [...files, ...(await unpacked(archives, options, report))];
  }
  report(
    kind === 'missing'
      ? diagnose('IRD8001', '', wholeFile(input), { path: input })
      : diagnose('IRD8003', '', wholeFile(shown), { path: input, reason: kind.refusal }),
  );
  return [];
}

const isArchive = (file: string): boolean => path.extname(file).toLowerCase() === archive;

/** The strategies in archives. The library for them is loaded when there is one. */
async function unpacked(
  archives: readonly Pick<FoundFile, 'path' | 'file'>[],
  { endings }: DiscoverOptions,
  report: (d: Diagnostic) => void,
): Promise<readonly FoundFile[]> {
  if (archives.length === 0) return [];
  const { openArchive } = await import('./archive.js');
  const files: FoundFile[] = [];
  for (const each of archives) {
    const { value, diagnostics } = await openArchive(each.path, each.file, endings);
    diagnostics.forEach(report);
    files.push(...value);
  }
  return files;
}

/** Files that a pattern matches. The library for it is loaded when there is one. */
async function expandPattern(input: string, cwd: string): Promise<readonly FoundFile[]> {
  if (!/[*?[\]{}()!]/.test(input)) return [];
  const { glob } = await import('tinyglobby');
  const pattern = process.platform === 'win32' ? input.replaceAll('\\', '/') : input;
  const matches = await glob(pattern, { cwd, absolute: true, expandDirectories: false });
  return matches
    .map((match) => path.resolve(match))
    .map((match) => ({ path: match, file: displayPath(match, cwd), name: path.basename(match) }));
}

function searchFolder(
  folder: string,
  shown: string,
  options: DiscoverOptions,
  report: (d: Diagnostic) => void,
): { readonly files: readonly FoundFile[]; readonly archives: readonly Pick<FoundFile, 'path' | 'file'>[] } {
  const files: FoundFile[] = [];
  const archives: Pick<FoundFile, 'path' | 'file'>[] = [];
  let passedOver = 0;
  let refusals = 0;
  const pending = [folder];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    try {
      for (const entry of readdirSync(current, { withFileTypes: true })) {
        const full = path.join(current, entry.name);
        const ending = path.extname(entry.name).toLowerCase();
        if (entry.isDirectory()) {
          const skipped = entry.name.startsWith('.') || entry.name === 'node_modules';
          if (!skipped && !options.except.includes(full)) pending.push(full);
        } else if (ending === archive && kindOf(full) === 'file') {
          archives.push({ path: full, file: displayPath(full, options.cwd) });
        } else if (foreign.includes(ending)) {
          passedOver++;
        } else if (options.endings.includes(ending) && kindOf(full) === 'file') {
          files.push({
            path: full,
            file: displayPath(full, options.cwd),
            name: slashes(path.relative(folder, full)),
          });
        }
      }
    } catch (error) {
      refusals++;
      const where = displayPath(current, options.cwd);
      report(diagnose('IRD8003', '', wholeFile(where), { path: where, reason: reasonOf(error) }));
    }
  }
  if (passedOver > 0) report(diagnose('IRD8005', '', wholeFile(shown), { path: shown, count: passedOver }));
  if (files.length === 0 && archives.length === 0 && refusals === 0) {
    const kinds = options.endings.join(', ');
    report(diagnose('IRD8002', '', wholeFile(shown), { path: shown, kinds }));
  }
  return { files, archives };
}

type Kind = 'file' | 'folder' | 'other' | 'missing' | { readonly refusal: string };

function kindOf(file: string): Kind {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return 'missing';
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    const refusal = reasonOf(error);
    // A path that goes through a file: newer versions of Node call it missing, older ones refuse.
    return refusal === throughFile ? 'missing' : { refusal };
  }
}

/** How a path is shown: relative to the working directory unless that is the longer way, with `/`. */
export function displayPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  if (relative === '') return '.';
  return slashes(relative.length <= file.length ? relative : file);
}

const slashes = (file: string): string => (path.sep === '/' ? file : file.replaceAll(path.sep, '/'));
