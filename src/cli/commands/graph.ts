// `graph`: the drawing of one strategy, or of one page, in one of three formats.
import path from 'node:path';
import { discover, type FoundFile } from '../../batch/discover.js';
import { readBytes } from '../../batch/read-file.js';
import { codeFrame, hasErrors, type Diagnostic } from '../../diagnostics/index.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { renderDot } from '../../drawing/dot.js';
import { drawMachine } from '../../drawing/machine.js';
import { renderMermaid } from '../../drawing/mermaid.js';
import type { Drawing } from '../../drawing/model.js';
import { inert } from '../../report/formats/inert.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { pluginFiles, loadPlugins } from '../load-plugins.js';
import { decodePage } from '../page-files.js';
import type { LinkedStrategy, ReadFile } from '../pipeline.js';
import { keepInputs, writeResult } from '../report-targets.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';
import { endings, preparePipeline, readOptionFiles } from './convert.js';
import type { GraphOptions } from './graph-options.js';

/** What was drawn, or the findings why nothing was. */
interface Drawn {
  readonly drawing: Drawing | undefined;
  readonly about: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

/** Draws the strategy or page in `file`; `others` hold what it calls. */
export async function graph(
  file: string,
  others: readonly string[],
  options: GraphOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { cwd, out, err } = terminal;
  const found = await discover([file], { cwd, endings: [...endings, '.scxml'], except: [] });
  const [input, second] = found.value;
  if (input === undefined || second !== undefined) {
    throw new UsageError(
      input === undefined
        ? `There is no file "${file}".`
        : `"${file}" is more than one file; name the one that is to be drawn.`,
    );
  }
  const output = options.output === undefined ? undefined : path.resolve(cwd, options.output);
  keepInputs([{ file: output }], found.value);
  const drawn = input.file.toLowerCase().endsWith('.scxml')
    ? drawPage(input, options)
    : await drawStrategy(input, others, options, terminal);
  const { drawing } = drawn;
  if (drawing === undefined) {
    for (const found of drawn.diagnostics.filter(({ severity }) => severity === 'error'))
      err.write(frameOf(found, drawn.text));
    err.write(`Exit ${exitCodes.findings}: ${drawn.about} cannot be drawn\n`);
    return exitCodes.findings;
  }
  const text = await render(drawing, drawn.about, options.format);
  if (output === undefined) {
    out.write(text);
    return exitCodes.clean;
  }
  const [refusal] = writeResult(output, text);
  if (refusal !== undefined) {
    err.write(`${refusal}\n`);
    return exitCodes.trouble;
  }
  return exitCodes.clean;
}

function drawPage(input: FoundFile, { strategy, machine }: GraphOptions): Drawn {
  if (strategy !== undefined || machine)
    throw new UsageError(
      '--strategy and --machine are for files of strategies; a page has one state machine.',
    );
  const bytes = bytesOf(input);
  const { text } = decodePage(bytes, input.file);
  const { value, diagnostics } = drawMachine(bytes, input.file);
  return { drawing: value, about: `page "${inert(input.file)}"`, diagnostics, text };
}

async function drawStrategy(
  input: FoundFile,
  others: readonly string[],
  options: GraphOptions,
  { cwd }: Terminal,
): Promise<Drawn> {
  const given = readOptionFiles(options, cwd);
  const plugins = await loadPlugins(pluginFiles(options.plugin, given.overrides, cwd), cwd);
  const pipeline = preparePipeline(options, given, plugins);
  const more = await discover(others, { cwd, endings, except: [] });
  const [missing] = more.diagnostics.filter(({ severity }) => severity === 'error');
  if (missing !== undefined) throw new UsageError(missing.message);
  const files = [input, ...more.value.filter(({ path: place }) => place !== input.path)].map(
    (each): ReadFile => pipeline.read({ file: each.file, name: each.name, bytes: bytesOf(each) }),
  );
  const [own] = files;
  const text = own?.source?.text ?? '';
  if (own?.source === undefined) {
    return { drawing: undefined, about: `"${inert(input.file)}"`, diagnostics: own?.diagnostics ?? [], text };
  }
  const inFile = pipeline.link(files).strategies.filter((strategy) => strategy.file === input.file);
  const strategy = choose(inFile, input.file, options.strategy);
  const { graph: draw, page, diagnostics } = strategy.convert();
  const about = `strategy "${inert(strategy.name)}"`;
  const all = [...own.diagnostics, ...diagnostics];
  if (draw === undefined) return { drawing: undefined, about, diagnostics: all, text };
  const { flow, machine } = draw();
  if (!options.machine) return { drawing: flow, about, diagnostics: all, text };
  if (page === undefined && !hasErrors(all))
    throw new UsageError(
      `There is no page of ${about}: a ${strategy.kind} lives in the pages of its callers.`,
    );
  return { drawing: machine, about: `page of ${about}`, diagnostics: all, text };
}

function bytesOf({ path: place, within, file }: FoundFile): Uint8Array {
  const content = readBytes(place, within);
  if (!content.ok) throw new UsageError(`"${file}" cannot be read: ${content.reason}.`);
  return content.bytes;
}

function choose(
  strategies: readonly LinkedStrategy[],
  file: string,
  wanted: string | undefined,
): LinkedStrategy {
  const [only, second] = strategies;
  const names = strategies.map(({ name }) => `"${inert(name)}"`);
  const listed = `${names.slice(0, 10).join(', ')}${names.length > 10 ? ` and ${String(names.length - 10)} more` : ''}`;
  if (only === undefined) throw new UsageError(`"${file}" holds no strategy.`);
  if (wanted === undefined && second === undefined) return only;
  if (wanted === undefined)
    throw new UsageError(
      `"${file}" holds ${String(names.length)} strategies; name one with --strategy: ${listed}.`,
    );
  const chosen = strategies.find(({ name }) => name === wanted) ?? strategies.find(({ id }) => id === wanted);
  if (chosen !== undefined) return chosen;
  const near = nearestName(
    wanted,
    strategies.map(({ name }) => name),
  );
  throw new UsageError(
    `"${file}" holds no strategy "${inert(wanted)}"; ${near === undefined ? `there is ${listed}` : `did you mean "${inert(near)}"?`}`,
  );
}

async function render(drawing: Drawing, about: string, format: GraphOptions['format']): Promise<string> {
  switch (format) {
    case 'mermaid':
      return renderMermaid(drawing);
    case 'dot':
      return renderDot(drawing);
    case 'svg': {
      const { renderSvg } = await import('../../drawing/svg.js');
      return renderSvg(drawing, about);
    }
  }
}

function frameOf({ code, message, help, span }: Diagnostic, text: string): string {
  const frame = codeFrame(text, span);
  return `${span.file}:${String(span.start.line)}:${String(span.start.column)}  ${code}  ${inert(message)}\n${frame === '' ? '' : `${frame}\n`}  help: ${help}\n`;
}
