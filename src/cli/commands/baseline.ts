// `baseline`: writes the findings of a report down as known, or takes out what is gone.
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  baselineOf,
  baselineText,
  keepReasons,
  newDebt,
  prune,
  type Baseline,
  type BaselineEntry,
} from '../../report/baseline.js';
import { inert } from '../../report/formats/inert.js';
import { plural } from '../../report/formats/plural.js';
import { readBaseline } from '../baseline-file.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { keepInputs, writeResult } from '../report-targets.js';
import type { Terminal } from '../terminal.js';
import { openReport } from './report.js';

export interface BaselineOptions {
  readonly baseline: string;
  /** Also what the present baseline does not have. */
  readonly acceptNew: boolean;
}

/** New findings that are listed before the rest is counted. */
const mostListed = 20;

/** Writes the baseline. One that exists only takes new findings in when told to: a baseline that grows by itself guards nothing. */
export function writeBaseline(named: string, options: BaselineOptions, terminal: Terminal): ExitCode {
  const { cwd, err } = terminal;
  const next = baselineOf(openReport(named, cwd));
  if (!existsSync(path.resolve(cwd, options.baseline))) return store(named, next, options, terminal);
  const before = readBaseline(options.baseline, cwd);
  if (!options.acceptNew) {
    const added = newDebt(before, next);
    if (added.length > 0) {
      for (const entry of added.slice(0, mostListed)) err.write(`new: ${inEntry(entry)}\n`);
      if (added.length > mostListed) err.write(`and ${String(added.length - mostListed)} more\n`);
      err.write(
        `Exit 1: ${plural(sum(added), 'finding')} are not in "${inert(options.baseline)}", which is left as it was (--accept-new takes them in)\n`,
      );
      return exitCodes.findings;
    }
  }
  return store(named, keepReasons(before, next), options, terminal);
}

/** Takes out of the baseline what the report no longer has; nothing is added. */
export function pruneBaseline(named: string, options: BaselineOptions, terminal: Terminal): ExitCode {
  const before = readBaseline(options.baseline, terminal.cwd);
  return store(named, prune(before, baselineOf(openReport(named, terminal.cwd))), options, terminal);
}

function store(
  named: string,
  baseline: Baseline,
  options: BaselineOptions,
  { cwd, err }: Terminal,
): ExitCode {
  const file = path.resolve(cwd, options.baseline);
  keepInputs([{ file }], [{ path: path.resolve(cwd, named) }]);
  const refusals = writeResult(file, baselineText(baseline));
  for (const refusal of refusals) err.write(`${refusal}\n`);
  if (refusals.length > 0) return exitCodes.trouble;
  err.write(`"${inert(options.baseline)}" accepts ${plural(sum(baseline.entries), 'finding')}\n`);
  return exitCodes.clean;
}

const sum = (entries: readonly BaselineEntry[]): number =>
  entries.reduce((total, { count }) => total + count, 0);

const inEntry = ({ strategy, code, count, fingerprint }: BaselineEntry): string =>
  `${code} in "${inert(strategy)}"${count > 1 ? `, ${String(count)} times` : ''} (${fingerprint})`;
