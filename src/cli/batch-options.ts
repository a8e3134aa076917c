// The options by which a batch is shared out: among threads, and among machines.
import { InvalidArgumentError, Option } from 'commander';

export interface Shard {
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

/** `--jobs`: how many threads do the work. */
export const jobsOption = (verb: string): Option =>
  new Option('-j, --jobs <threads>', `threads that ${verb}, or auto: as many as pay`)
    .argParser(jobsOf)
    .default('auto');

/** `--shard`: which part of the inputs this run is about. */
export const shardOption = (verb: string): Option =>
  new Option('--shard <part/parts>', `${verb} this part of the inputs, as 2/5`).argParser(shardOf);

function shardOf(value: string): Shard {
  const [, part = '', of = ''] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(value) ?? [];
  if (part === '' || Number(part) > Number(of)) throw new InvalidArgumentError('It should read like 2/5.');
  return { part: Number(part), of: Number(of) };
}

function jobsOf(value: string): number | 'auto' {
  if (value === 'auto') return value;
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('It should be a number up to 99, or auto.');
  return Number(value);
}
