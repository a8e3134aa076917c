// `--format name[=file]`: which formats are written where.
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { openPageFolder } from '../batch/page-folder.js';
import { writeInChunks } from '../batch/write-chunks.js';
import { makeFolder, writeTogether } from '../batch/write-output.js';
import { plainPaint, type Format, type RenderOptions } from '../report/formats/format.js';
import { plural } from '../report/formats/plural.js';
import { listedFormats, type ListedFormat } from '../report/formats/table.js';
import type { Report } from '../report/model.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** A format and the file that it goes to; stdout when there is none. */
export interface ReportTarget {
  readonly format: ListedFormat;
  readonly file: string | undefined;
}

/** Reads the values of `--format`. At most one may go to stdout. */
export function parseTargets(values: readonly string[], cwd: string): readonly ReportTarget[] {
  const targets = values.map((value) => {
    const at = value.indexOf('=');
    const name = at < 0 ? value : value.slice(0, at);
    const format = listedFormats.find((candidate) => candidate.name === name);
    if (format === undefined) {
      throw new UsageError(
        `There is no format "${name}"; there are ${listedFormats.map((f) => f.name).join(', ')}.`,
      );
    }
    if (at === value.length - 1) throw new UsageError(`Format "${name}" has no file name after "=".`);
    return { format, file: at < 0 ? undefined : path.resolve(cwd, value.slice(at + 1)) };
  });
  if (targets.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError(
      'Only one format can go to standard output; give the others a file: --format json=report.json.',
    );
  }
  return targets;
}

/**
 * The targets of a command: those that `--format` names, or the usual ones. On a runner of GitHub annotations are added when none are named; the
 * command says so, because they would surprise.
 */
export function targetsOf(
  values: readonly string[],
  usual: readonly string[],
  { cwd, err, env }: Terminal,
): readonly ReportTarget[] {
  if (values.length > 0) return parseTargets(values, cwd);
  const targets = parseTargets(usual, cwd);
  if (env['GITHUB_ACTIONS'] !== 'true') return targets;
  err.write(
    'GITHUB_ACTIONS is "true": findings become annotations on standard output; --format decides otherwise.\n',
  );
  return [...targets, ...parseTargets(['github'], cwd)];
}

/** Where a path leads: a report through a link would be written over what the link names. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file; // There is no such file yet, or it cannot be reached, which is told when it is written.
  }
}

/** Fails when a report would be written over an input, or over another report. */
export function keepInputs(
  targets: readonly Pick<ReportTarget, 'file'>[],
  inputs: readonly { readonly path: string }[],
): void {
  const files = targets.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) => files.indexOf(file) < index);
  if (twice !== undefined) throw new UsageError(`Two results cannot go to one file: "${twice}".`);
  const kept = new Set(inputs.map((input) => realPath(input.path)));
  for (const { file } of targets) {
    if (file !== undefined && kept.has(realPath(file))) {
      throw new UsageError(`The report cannot be written over the input "${file}".`);
    }
  }
}

/** Whether findings are shown to a person, or stdout taken, by one of the targets: then they need not go to stderr as well. */
export const showsFindings = (targets: readonly ReportTarget[]): boolean =>
  targets.some(
    ({ file, format }) => peopleRead.has(format.name) || (file === undefined && format.name !== 'github'),
  );

const peopleRead = new Set(['pretty', 'codeframe']);

/** Writes every report; gives the reasons for those that could not be written. */
export async function writeReports(
  report: Report,
  targets: readonly ReportTarget[],
  terminal: Terminal,
  options: Omit<RenderOptions, 'paint'>,
): Promise<readonly string[]> {
  const refusals: string[] = [];
  for (const { format, file } of targets) {
    const loaded = await format.load();
    if (file === undefined) {
      for (const chunk of loaded.render(report, { ...options, paint: terminal.out.paint }))
        terminal.out.write(chunk);
    } else refusals.push(...writeToFile(report, loaded, file, options, terminal));
  }
  return refusals;
}

/** The report, and before it the files beside it where it has some: when it is there, they are. */
function writeToFile(
  report: Report,
  { render, pages }: Format,
  file: string,
  options: Omit<RenderOptions, 'paint'>,
  { err }: Terminal,
): readonly string[] {
  const name = path.basename(file);
  const folder = `${path.basename(name, path.extname(name))}-strategies`;
  const all = { ...options, paint: plainPaint, folder };
  const place = path.join(path.dirname(file), folder);
  const beside = pages === undefined ? undefined : openPageFolder(place);
  let count = 0;
  for (const page of pages?.(report, all, name) ?? []) {
    const refusal = (count === 0 ? makeFolder(place) : undefined) ?? beside?.write(page.name, page.chunks);
    if (refusal !== undefined) return [`"${path.join(place, page.name)}" cannot be written: ${refusal}.`];
    count += 1;
  }
  const refusals = writeChunks(file, render(report, all));
  // Only now does nothing lead to the pages of earlier runs.
  const unlisted = refusals.length === 0 ? beside?.close() : undefined;
  if (unlisted !== undefined) refusals.push(`"${place}" cannot be written: ${unlisted}.`);
  if (count > 0 && refusals.length === 0)
    err.write(`"${name}" is the index of ${plural(count, 'page')} in the folder "${folder}" beside it\n`);
  return refusals;
}

/** Writes what a run has made to a file that the user named; gives the reason when it cannot. What an earlier run wrote gives way. */
export function writeResult(file: string, text: string): readonly string[] {
  const refusal = makeFolder(path.dirname(file));
  if (refusal !== undefined) return [`The folder of "${file}" cannot be made: ${refusal}.`];
  const result = writeTogether(path.dirname(file), [{ name: path.basename(file), text }], true);
  return result.status === 'failed' ? [`"${file}" cannot be written: ${result.reason}.`] : [];
}

/** The same for what is made bit by bit: a report need not fit into memory. */
export function writeChunks(file: string, chunks: Iterable<string>): string[] {
  const refusal = makeFolder(path.dirname(file));
  if (refusal !== undefined) return [`The folder of "${file}" cannot be made: ${refusal}.`];
  const reason = writeInChunks(file, chunks);
  return reason === undefined ? [] : [`"${file}" cannot be written: ${reason}.`];
}
