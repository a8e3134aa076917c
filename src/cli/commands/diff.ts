// `diff`: what is different between two reports, or between two versions of the strategies of a file.
import path from 'node:path';
import { compareStrategies } from '../../audit/compare/compare-strategies.js';
import {
  renderStrategies,
  renderStrategiesMarkdown,
  type ComparedStrategy,
} from '../../audit/compare/render-strategies.js';
import type { StrategyShape } from '../../audit/compare/shape.js';
import { compareReports, isSame } from '../../report/compare.js';
import { plainPaint, type Paint } from '../../report/formats/format.js';
import { inertJson } from '../../report/formats/inert.js';
import { renderDifference, renderDifferenceMarkdown } from '../../report/render-difference.js';
import { comparingPipeline, readShapes } from '../diff/read-shapes.js';
import type { DiffOptions } from '../diff/options.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { keepInputs, writeChunks } from '../report-targets.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';
import { openReport } from './report.js';

/** A comparison that was made, and how it is said. */
interface Compared {
  readonly isSame: boolean;
  readonly json: object;
  readonly pretty: (paint: Paint) => Iterable<string>;
  readonly md: () => Iterable<string>;
}

/** Compares two files of one kind. */
export function diff(old: string, now: string, options: DiffOptions, terminal: Terminal): ExitCode {
  const { cwd, out, err } = terminal;
  const file = options.output === undefined ? undefined : path.resolve(cwd, options.output);
  keepInputs(
    [{ file }],
    [old, now].map((named) => ({ path: path.resolve(cwd, named) })),
  );
  if (isReport(old) !== isReport(now))
    throw new UsageError(
      `Two reports can be compared, or two files with strategies: not "${old}" and "${now}".`,
    );
  const compared = isReport(old) ? reports(old, now, cwd) : strategies(old, now, options, cwd);
  const chunks = said(compared, options.format, file === undefined ? out.paint : plainPaint);
  if (file === undefined) for (const chunk of chunks) out.write(chunk);
  else {
    const refusals = writeChunks(file, chunks);
    for (const refusal of refusals) err.write(`${refusal}\n`);
    if (refusals.length > 0) return exitCodes.trouble;
  }
  if (compared.isSame || !options.exitCode) return exitCodes.clean;
  err.write('Exit 1: there are differences (--exit-code)\n');
  return exitCodes.findings;
}

const isReport = (named: string): boolean => /\.jsonl?$/i.test(named);

function said({ json, pretty, md }: Compared, format: DiffOptions['format'], paint: Paint): Iterable<string> {
  switch (format) {
    case 'pretty':
      return pretty(paint);
    case 'json':
      return [`${inertJson(json, 2)}\n`];
    case 'md':
      return md();
  }
}

function reports(old: string, now: string, cwd: string): Compared {
  const difference = compareReports(openReport(old, cwd), openReport(now, cwd));
  return {
    isSame: isSame(difference),
    json: { diff: 1, of: 'reports', old, new: now, ...difference },
    pretty: (paint) => renderDifference(difference, paint),
    md: () => renderDifferenceMarkdown(difference),
  };
}

function strategies(old: string, now: string, { profile }: DiffOptions, cwd: string): Compared {
  const pipeline = comparingPipeline(profile, cwd);
  const compared = compareFiles(readShapes(old, pipeline, cwd), readShapes(now, pipeline, cwd));
  return {
    isSame: compared.every(({ change }) => change === 'same'),
    json: { diff: 1, of: 'strategies', old, new: now, strategies: compared },
    pretty: (paint) => renderStrategies(compared, paint),
    md: () => renderStrategiesMarkdown(compared),
  };
}

/** Strategies are matched by kind and name; where each file holds one, these are compared whatever they are called. */
function compareFiles(
  old: readonly StrategyShape[],
  now: readonly StrategyShape[],
): readonly ComparedStrategy[] {
  const open = [...old];
  const about = ({ name, kind }: StrategyShape): Pick<ComparedStrategy, 'name' | 'kind'> => ({ name, kind });
  const later = now.map((after): ComparedStrategy => {
    const at = open.findIndex(
      ({ name, kind }) =>
        (old.length === 1 && now.length === 1) || (name === after.name && kind === after.kind),
    );
    const [before] = at < 0 ? [] : open.splice(at, 1);
    if (before === undefined) return { ...about(after), change: 'added', changes: [] };
    const changes = compareStrategies(before, after);
    return { ...about(after), change: changes.length === 0 ? 'same' : 'changed', changes };
  });
  return [
    ...later,
    ...open.map((each): ComparedStrategy => ({ ...about(each), change: 'removed', changes: [] })),
  ];
}
