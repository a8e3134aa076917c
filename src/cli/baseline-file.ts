// Reads the file of a baseline. One that cannot be used ends the command before it begins: going on would call every known finding a new one.
import path from 'node:path';
import { displayPath } from '../batch/discover.js';
import { decodeText, readBytes } from '../batch/read-file.js';
import { baselineSchema, useBaseline, type Baseline, type BaselineUse } from '../report/baseline.js';
import { checkerOf, readJson } from '../report/read-json.js';
import { UsageError } from './usage-error.js';

/** A baseline that a command goes by, and the file as findings name it. */
export interface OpenBaseline {
  readonly file: string;
  readonly use: BaselineUse;
}

/** Reads a baseline; throws a `UsageError` that says what is wrong where. */
export function readBaseline(named: string, cwd: string): Baseline {
  const place = path.resolve(cwd, named);
  const content = readBytes(place);
  if (!content.ok) throw new UsageError(`The baseline "${named}" cannot be read: ${content.reason}.`);
  const read = readJson(decodeText(content.bytes), checkerOf(baselineSchema));
  if (!read.ok)
    throw new UsageError(`The baseline cannot be used: ${displayPath(place, cwd)}:${read.problem}`);
  // The schema has been checked.
  return read.value as Baseline;
}

/** Opens the baseline that an option names. */
export function openBaseline(named: string, cwd: string): OpenBaseline {
  const file = displayPath(path.resolve(cwd, named), cwd);
  return { file, use: useBaseline(readBaseline(named, cwd), file) };
}
