// Texts that an output folder keeps from run to run, each packed in a file of its own. What cannot be read or written is found out again.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { contentHash } from './content-hash.js';
import { reasonOf } from './system-errors.js';

export interface KeptTexts {
  readonly get: (key: string) => string | undefined;
  readonly put: (key: string, text: string) => void;
  /** Takes away all that was neither asked for nor put in this run. */
  readonly prune: () => void;
}

/** Speed counts for more than the last tenth of size. */
const level = 1;

/** Opens the texts of a folder, which need not exist. */
export function openKeptTexts(folder: string): KeptTexts {
  const used = new Set<string>();
  const nameOf = (key: string): string => {
    const name = `${contentHash(key)}.z`;
    used.add(name);
    return name;
  };
  return {
    get: (key) => {
      const name = nameOf(key);
      return attempt(() => inflateSync(readFileSync(path.join(folder, name))).toString('utf8'));
    },
    put: (key, text) => {
      const place = path.join(folder, nameOf(key));
      attempt(() => {
        mkdirSync(folder, { recursive: true });
        // In place when it is whole: a run may be killed at any moment.
        writeFileSync(`${place}.tmp`, deflateSync(text, { level }));
        renameSync(`${place}.tmp`, place);
      });
    },
    prune: () => {
      attempt(() => {
        for (const name of readdirSync(folder))
          if (/^[0-9a-f]{64}\.z(\.tmp)?$/.test(name) && !used.has(name))
            rmSync(path.join(folder, name), { force: true });
      });
    },
  };
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    reasonOf(error); // Refused by the system, or damaged; anything else is thrown on.
    return undefined;
  }
}
