// What an output folder remembers of the runs that wrote it: which inputs, settings and other strategies each result came of, and what was written.
// A file of lines that is only ever appended to while a run goes on, so that a run that is killed loses nothing but the line at hand.
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';
import { linesOf, readLine, writeAt, type LinePlace } from './record-lines.js';

/** Name of the folder within the output folder. */
export const stateFolder = '.ird2scxml';

export interface FileHash {
  readonly name: string;
  readonly hash: string;
}

/** What one result came of. */
export interface ManifestEntry {
  readonly id: string;
  /** Hash of everything that decides about the result but other strategies; '' when it must be made again. */
  readonly key: string;
  /** Names of strategies that were asked for, and the hash of what they meant; '' for none. */
  readonly needs: readonly (readonly [name: string, hash: string])[];
  /** Files as they were generated. */
  readonly files: readonly FileHash[];
}

/** A file of the inputs: its content, under which settings it was read, and what has to be known of it. */
export interface ManifestInput {
  readonly file: string;
  readonly hash: string;
  readonly settings: string;
  readonly summary: unknown;
}

type Line =
  | { readonly manifest: 1 }
  | { readonly input: ManifestInput }
  | { readonly intent: readonly FileHash[] }
  | { readonly entry: ManifestEntry; readonly kept: unknown };

export interface Manifest {
  readonly inputOf: (file: string) => ManifestInput | undefined;
  readonly entryOf: (id: string) => ManifestEntry | undefined;
  /** What was stored with an entry. */
  readonly keptOf: (id: string) => unknown;
  /** Hashes of what was ever generated under a name; undefined when nothing was. */
  readonly generated: (name: string) => ReadonlySet<string> | undefined;
  readonly putInput: (input: ManifestInput) => void;
  /** Before files are put in place: a run that is killed between two of them leaves none that nobody knows. */
  readonly intend: (files: readonly FileHash[]) => void;
  readonly put: (entry: ManifestEntry, kept: unknown) => void;
  /** Writes the manifest anew, without what is out of date, in the order of the ids. */
  readonly finish: () => void;
}

const fileName = 'manifest.jsonl';

/** Opens the manifest of a folder. `isDry`: nothing is written, not even the folder. */
export function openManifest(outputFolder: string, isDry: boolean): Manifest {
  const folder = path.join(outputFolder, stateFolder);
  const place = path.join(folder, fileName);
  if (!isDry) mkdirSync(folder, { recursive: true });
  const file = openFile(place, isDry);
  // Lines stay in the file: memory does not grow with what they hold.
  const inputs = new Map<string, LinePlace>();
  const entries = new Map<string, LinePlace>();
  /** Hashes with blanks between them: most names have one. */
  const generated = new Map<string, string>();
  const own = ({ name, hash }: FileHash): void => {
    const before = generated.get(name);
    if (before === undefined) generated.set(name, hash);
    else if (!before.includes(hash)) generated.set(name, `${before} ${hash}`);
  };
  let size = 0;
  const learn = (line: Line, where: LinePlace): void => {
    if ('input' in line) inputs.set(line.input.file, where);
    else if ('intent' in line) line.intent.forEach(own);
    else if ('entry' in line) {
      entries.set(line.entry.id, where);
      line.entry.files.forEach(own);
    }
  };
  let last: { readonly where: LinePlace; readonly line: Line | undefined } | undefined;
  /** What a line says; the last one is at hand. */
  const lineAt = (where: LinePlace | undefined): Line | undefined => {
    if (where === undefined || file === undefined) return undefined;
    if (last?.where !== where) last = { where, line: parsed(readLine(file, where)) };
    return last.line;
  };
  for (const { text, place: where } of file === undefined ? [] : linesOf(file)) {
    size = where.offset + where.length + 1;
    const line = parsed(text);
    if (line !== undefined) learn(line, where);
  }
  const append = (line: Line): void => {
    const text = JSON.stringify(line);
    const bytes = Buffer.from(`${text}\n`);
    // Over what a run that was killed left of a line.
    if (!isDry && file !== undefined) writeAt(file, bytes, size);
    learn(line, { offset: size, length: bytes.length - 1 });
    size += bytes.length;
  };
  return {
    inputOf: (name) => {
      const line = lineAt(inputs.get(name));
      return line !== undefined && 'input' in line ? line.input : undefined;
    },
    entryOf: (id) => {
      const line = lineAt(entries.get(id));
      return line !== undefined && 'entry' in line ? line.entry : undefined;
    },
    keptOf: (id) => {
      const line = lineAt(entries.get(id));
      return line !== undefined && 'kept' in line ? line.kept : undefined;
    },
    generated: (name) => {
      const hashes = generated.get(name);
      return hashes === undefined ? undefined : new Set(hashes.split(' '));
    },
    putInput: (input) => {
      append({ input });
    },
    intend: (files) => {
      append({ intent: files });
    },
    put: (entry, kept) => {
      append({ entry, kept });
    },
    finish: () => {
      if (file === undefined) return;
      if (!isDry) {
        const next = openSync(`${place}.tmp`, 'w');
        let at = 0;
        const write = (text: string): void => {
          const bytes = Buffer.from(`${text}\n`);
          writeAt(next, bytes, at);
          at += bytes.length;
        };
        write(JSON.stringify({ manifest: 1 }));
        // What lies beside edited files belongs to no entry.
        const beside = [...generated]
          .filter(([name]) => name.includes('.generated.'))
          .sort(byName)
          .flatMap(([name, hashes]) => hashes.split(' ').map((hash) => ({ name, hash })));
        if (beside.length > 0) write(JSON.stringify({ intent: beside }));
        for (const lines of [inputs, entries])
          for (const [, where] of [...lines].sort(byName)) write(readLine(file, where));
        fsyncSync(next);
        closeSync(next);
        renameSync(`${place}.tmp`, place);
      }
      closeSync(file);
    },
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

function openFile(place: string, isDry: boolean): number | undefined {
  try {
    return openSync(place, isDry ? 'r' : 'r+');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) throw error;
    return isDry ? undefined : openSync(place, 'w+');
  }
}

/** A line that is no JSON was cut off when a run was killed, or damaged: what it said is found out again. */
function parsed(text: string): Line | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return typeof line === 'object' && line !== null ? (line as Line) : undefined; // written by append
  } catch {
    return undefined;
  }
}
