// Whole processes: how long the command takes from start to end, and how much memory it takes at most.
import { spawnSync } from 'node:child_process';
import { median } from './measure.js';

const reporter = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

/** Median milliseconds of each command line of node, over `rounds` interleaved rounds. */
export function processTimes(commands: readonly (readonly string[])[], rounds: number): readonly number[] {
  const times = commands.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, args] of commands.entries()) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      const took = performance.now() - start;
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
      if (round > 0) times[i]?.push(took);
    }
  }
  return times.map(median);
}

/** Peak memory of a command line of node, in MB. */
export function peakMemory(args: readonly string[]): number {
  const { status, stderr, output } = spawnSync(process.execPath, ['--import', reporter, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(output[3]) / 1024;
}
