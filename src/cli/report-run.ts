// How a command ran, as the report's header tells it: files that options named, answers to open questions, the part of a split run.
import type { Shard } from './batch-options.js';
import path from 'node:path';
import { displayPath } from '../batch/discover.js';
import type { ReportSettings } from '../report/model.js';
import type { GivenFile } from './pipeline.js';

/** The configuration file that held for a run, and variables of the environment that said something. */
export interface UsedConfiguration {
  /** Absolute path; left out when there is none. */
  readonly file?: string;
  /** Hash of its settings, whatever the file looks like. */
  readonly hash?: string;
  readonly variables: readonly string[];
}

/** What options of several commands say; what a command does not have is left out. */
export interface RunOptionValues {
  readonly usedConfiguration?: UsedConfiguration;
  readonly baseline?: string;
  readonly plugin?: readonly string[];
  /** As given: `id=value`. */
  readonly assume?: readonly string[];
  readonly shard?: Shard;
}

/** Files that options named, as findings call them. */
export type RunFiles = Partial<Readonly<Record<'profile' | 'names' | 'overrides', GivenFile>>>;

/** The settings of a run for its report. Paths are relative to the working directory. */
export function runOf(
  { usedConfiguration, baseline, plugin = [], assume = [], shard }: RunOptionValues,
  { profile, names, overrides }: RunFiles,
  cwd: string,
): ReportSettings {
  const shown = (file: string): string => displayPath(path.resolve(cwd, file), cwd);
  const { file, hash, variables = [] } = usedConfiguration ?? {};
  const answers = assume.map((each): [string, string] => {
    const at = each.indexOf('=');
    return [each.slice(0, at), each.slice(at + 1)];
  });
  return {
    root: '.',
    config: file === undefined ? null : shown(file),
    ...(hash === undefined ? {} : { configHash: hash }),
    ...(variables.length === 0 ? {} : { environment: variables }),
    overrides: overrides?.file ?? null,
    ...(profile === undefined ? {} : { profile: profile.file }),
    ...(names === undefined ? {} : { names: names.file }),
    ...(plugin.length === 0 ? {} : { plugins: plugin.map(shown) }),
    ...(answers.length === 0 ? {} : { assumptions: Object.fromEntries(answers) }),
    ...(baseline === undefined ? {} : { baseline: shown(baseline) }),
    ...(shard === undefined ? {} : { shard: `${String(shard.part)}/${String(shard.of)}` }),
  };
}
