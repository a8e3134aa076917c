// What of a batch a run converts: the part that is its share, less what an earlier run has done under the same options.
import { contentHash } from '../batch/content-hash.js';
import type { Shard } from './batch-options.js';

/** The options that decide about results: all but those of reports and of the output folder. */
export function decisive(options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !indecisive.has(name)));
}

const indecisive = new Set([
  ...[
    'output',
    'force',
    'merge',
    'cache',
    'dryRun',
    'shard',
    'jobs',
    'filesFrom',
    'format',
    'failOn',
    'quiet',
    'verbose',
  ],
  ...[
    'color',
    'baseline',
    'maxWarnings',
    'minStatus',
    'minClaim',
    'maxProblems',
    'profile',
    'names',
    'overrides',
  ],
  ...['plugin', 'csvDelimiter', 'csvBom', 'htmlPages', 'usedConfiguration'],
]);

/** Which of `of` parts a name belongs to, from 1: the same in every run and on every machine. */
export const shareOfName = (name: string, of: number): number =>
  (parseInt(contentHash(name).slice(0, 8), 16) % of) + 1;

/** Whether an input belongs to the part that a run is about; all do without one. */
export const isInShard =
  (shard: Shard | undefined) =>
  ({ name }: { readonly name: string }): boolean =>
    shard === undefined || shareOfName(name, shard.of) === shard.part;
