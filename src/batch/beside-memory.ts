// What a run keeps beside its memory: texts and values in a file in the system's folder for temporary files. What that has no place for stays in memory.
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NumberColumn } from './number-column.js';
import { readLine, writeAt } from './record-lines.js';
import { reasonOf } from './system-errors.js';

/** Texts by the order in which they were added. */
export interface TextPile {
  /** Gives the number of the text, from 0. */
  readonly add: (text: string) => number;
  readonly at: (number: number) => string;
  readonly close: () => void;
}

/** Opens a pile; `write` is how bytes get into its file. */
export function openPile(folder = tmpdir(), write = writeAt): TextPile {
  const made = openTemporary(folder);
  /** Where each text ends in the file: the next one begins there. */
  const ends = new NumberColumn();
  const inMemory = new Map<number, string>();
  const endOf = (number: number): number => (number < 0 ? 0 : ends.of(number));
  return {
    add: (text) => {
      const number = ends.length;
      const start = endOf(number - 1);
      const bytes = Buffer.from(text);
      const isWritten = made !== undefined && isDone(() => write(made.file, bytes, start));
      if (!isWritten) inMemory.set(number, text);
      ends.set(number, isWritten ? start + bytes.length : start);
      return number;
    },
    at: (number) => {
      const offset = endOf(number - 1);
      const kept = inMemory.get(number);
      if (kept !== undefined) return kept;
      return made === undefined ? '' : readLine(made.file, { offset, length: endOf(number) - offset });
    },
    close: () => made?.close(),
  };
}

/** Plain values in a pile, in the order of their numbers whatever order they came in. Can be gone through several times. */
export interface Spool<T> extends Iterable<T> {
  readonly put: (number: number, value: T) => void;
  readonly get: (number: number) => T | undefined;
  readonly close: () => void;
}

/** Opens a spool; values are kept as JSON. */
export function openSpool<T>(folder = tmpdir()): Spool<T> {
  const pile = openPile(folder);
  /** One more than the number in the pile. */
  const places = new NumberColumn();
  const get = (number: number): T | undefined => {
    const place = places.of(number);
    return place === 0 ? undefined : (JSON.parse(pile.at(place - 1)) as T); // written by put
  };
  return {
    put: (number, value) => {
      places.set(number, pile.add(JSON.stringify(value)) + 1);
    },
    get,
    close: pile.close,
    *[Symbol.iterator]() {
      for (let number = 0; number < places.length; number++) {
        const value = get(number);
        if (value !== undefined) yield value;
      }
    },
  };
}

/** Whether the system did it; what was written in part is written over by the next text. */
function isDone(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    reasonOf(error); // A refusal of the system; anything else is thrown on.
    return false;
  }
}

function openTemporary(parent: string): { readonly file: number; readonly close: () => void } | undefined {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(path.join(parent, 'ird2scxml-'));
    const made = folder;
    const file = openSync(path.join(folder, 'kept'), 'wx+', 0o600);
    // Where the system allows it the file has no name from now on, and vanishes with the process, however that ends.
    if (process.platform !== 'win32') rmSync(made, { recursive: true, force: true });
    const close = (): void => {
      closeSync(file);
      rmSync(made, { recursive: true, force: true });
    };
    return { file, close };
  } catch (error) {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    reasonOf(error); // A refusal of the system; anything else is thrown on.
    return undefined;
  }
}
