// `run --compare`: the first difference of what was run to a trace that was kept.
import path from 'node:path';
import { decodeText, readBytes } from '../../batch/read-file.js';
import { inert } from '../../report/formats/inert.js';
import { traceJsonLines } from '../../runtime-check/index.js';
import { firstDifference, readTraces, type KeptTrace } from '../../runtime-check/trace-compare.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';
import type { Console } from './console.js';

/** The traces of the file that was named. */
export function readKept(file: string, cwd: string): readonly KeptTrace[] {
  const content = readBytes(path.resolve(cwd, file));
  if (!content.ok) throw new UsageError(`"${inert(file)}" cannot be read: ${content.reason}.`);
  const traces = readTraces(decodeText(content.bytes));
  if (typeof traces === 'string') throw new UsageError(`"${inert(file)}" is no trace: ${inert(traces)}.`);
  return traces;
}

/** Prints the first difference to the kept trace of the same scenario, or of the only one; true when there is one. */
export function compareTraces({ run }: Console, kept: readonly KeptTrace[], { out, err }: Terminal): boolean {
  const { value } = run.result();
  const before = kept.find(({ scenario }) => scenario === value.scenario) ?? kept[0];
  const [now] = asTraces(traceJsonLines(value, { verbose: before?.verbose ?? false }));
  const difference = before === undefined || now === undefined ? undefined : firstDifference(before, now);
  if (difference === undefined) {
    err.write('The trace is the one that was kept\n');
    return false;
  }
  const { paint } = out;
  const line = (mark: string, text: string | undefined): string =>
    `${mark} ${inert(text ?? '(nothing more)')}\n`;
  out.write(
    [
      `First difference, line ${String(difference.line)}:\n`,
      ...difference.before.map((text) => paint.faint(line(' ', text))),
      paint.error(line('-', difference.kept)),
      paint.good(line('+', difference.now)),
    ].join(''),
  );
  err.write('Exit 1: the trace differs from the one that was kept\n');
  return true;
}

function asTraces(text: string): readonly KeptTrace[] {
  const traces = readTraces(text);
  return typeof traces === 'string' ? [] : traces;
}
