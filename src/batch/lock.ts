// One run at a time in an output folder.
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { reasonOf } from './system-errors.js';

export interface Lock {
  /** Says that the run is alive; cheap. */
  readonly touch: () => void;
  readonly release: () => void;
}

/** A lock of another host that was not touched for so long belongs to a run that has ended. */
const mostSilence = 120_000;
const touchEvery = 5_000;

/** Takes the lock of a folder that exists; a string says who has it, or why it cannot be taken. */
export function takeLock(folder: string): Lock | string {
  const file = path.join(folder, 'lock.json');
  const mine = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, mine, { flag: 'wx' });
      return holding(file);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason !== 'it exists already') return `the lock cannot be taken: ${reason}`;
      const holder = holderOf(file);
      if (holder !== undefined) return holder;
      rmSync(file, { force: true });
    }
  }
  return 'another run takes it at this moment';
}

function holding(file: string): Lock {
  let touched = Date.now();
  return {
    touch: () => {
      const now = Date.now();
      if (now - touched < touchEvery) return;
      touched = now;
      utimesSync(file, now / 1000, now / 1000);
    },
    release: () => {
      rmSync(file, { force: true });
    },
  };
}

/** Who holds the lock; undefined when nobody does any more. */
function holderOf(file: string): string | undefined {
  try {
    const { pid, host } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly pid?: unknown;
      readonly host?: unknown;
    }; // checked below
    const silent = Date.now() - statSync(file).mtimeMs > mostSilence;
    if (typeof pid !== 'number' || typeof host !== 'string')
      return silent ? undefined : 'another run uses it';
    const text = `another run uses it (process ${String(pid)} on ${host})`;
    if (host !== hostname()) return silent ? undefined : text;
    return pid !== process.pid && isAlive(pid) ? text : undefined;
  } catch (error) {
    // A lock that is half written or gone: the next attempt decides.
    if (error instanceof SyntaxError) return undefined;
    return reasonOf(error) === 'it does not exist' ? undefined : 'another run uses it';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
