// Many sessions of one page in one process: whether memory stays flat, and how many a second there are.
import { spawnSync } from 'node:child_process';
import { table } from './measure.js';
import type { SessionFigures } from './session-process.js';

/** Measures and prints; `file` is the bundle of `session-process.ts`. */
export function sessionsBench(file: string, isQuick: boolean): void {
  const counts = isQuick ? [50, 100, 200] : [100, 500, 1000];
  const args = ['--expose-gc', file, ...counts.map(String)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The sessions ended with ${status}: ${stderr}`);
  // That process prints nothing else.
  const { marks, scenarios, microsteps } = JSON.parse(stdout) as SessionFigures;
  console.log(
    `\nSessions of the bank's main line (62 blocks, ${scenarios} scenarios in turn) in one process; the page is read once, and each session has a sandbox of its own\n`,
  );
  const rows = marks.map(({ sessions, rss, heap, rate }) => [
    String(sessions),
    `${rss.toFixed(0)} MB`,
    `${heap.toFixed(1)} MB`,
    rate.toFixed(1),
  ]);
  console.log(table(['sessions', 'memory', 'heap', 'sessions in a second of processor time'], rows));
  const sessions = marks.at(-1)?.sessions ?? 1;
  console.log(`\n(${(microsteps / sessions).toFixed(0)} microsteps in a session on average.)`);
}
