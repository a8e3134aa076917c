// The inputs of a batch: scanned once for what the others have to know of them, read again when they are converted.
import { readBytes } from '../batch/read-file.js';
import { contentHash } from '../batch/content-hash.js';
import type { FoundFile } from '../batch/discover.js';
import type { Manifest } from '../batch/manifest.js';
import { BoundedCache } from '../bounded-cache.js';
import { diagnose, wholeFile, type Diagnostic } from '../diagnostics/index.js';
import { guarded, InputTrouble } from './guarded.js';
import type { OutputFolder } from './output-folder.js';
import { decodePage } from './page-files.js';
import type { FileSummary, KeptTraits, Pipeline, ReadFile, Shelf } from './pipeline.js';

export interface BatchInputs {
  /** Reads a file for the first time; findings, when no strategy of it will have them. */
  readonly scan: (input: FoundFile) => readonly Diagnostic[];
  readonly summaries: () => readonly FileSummary[];
  /** The hash of a file that was scanned. */
  readonly hashOf: (file: string) => string;
  /** Reads a file again; throws an `InputTrouble` when it is not what it was. */
  readonly read: (file: string) => ReadFile;
  /** Lets go of what was read: nothing is converted any more. */
  readonly forget: () => void;
  /** The text of an input, for the frames of findings. */
  readonly text: (file: string) => string | undefined;
}

/** Trees of files with so much text together are kept; they take some twenty times as much memory. */
const mostText = 2 << 20;

/** Where nothing is remembered from run to run. */
export const remembersNothing = {
  settings: '',
  output: { isCaching: false, manifest: { inputOf: () => undefined, putInput: () => undefined } },
};

/** Where nobody asks for findings about the batch. */
export const keepsNothing: Shelf<KeptTraits> = { put: () => undefined, get: () => undefined };

/** Opens the inputs of a batch. */
export function openInputs(
  found: readonly FoundFile[],
  pipeline: Pipeline,
  options: {
    readonly settings: string;
    /** What remembers summaries from run to run. */
    readonly output: Pick<OutputFolder, 'isCaching'> & {
      readonly manifest: Pick<Manifest, 'inputOf' | 'putInput'>;
    };
    /** Hashes of files that were scanned elsewhere. */
    readonly hashes?: ReadonlyMap<string, string>;
  },
): BatchInputs {
  const { settings, output } = options;
  const byName = new Map(found.map((input) => [input.file, input]));
  const hashes = new Map<string, string>(options.hashes);
  const summaries: FileSummary[] = [];
  const kept = new BoundedCache<string, ReadFile>(mostText, ({ source }) => (source?.text.length ?? 0) + 1);
  let shown: { readonly file: string; readonly text: string | undefined } | undefined;

  const scan = (input: FoundFile): readonly Diagnostic[] => {
    const { file, name } = input;
    const content = readBytes(input.path, input.within);
    if (!content.ok)
      return [diagnose('IRD8003', '', wholeFile(file), { path: file, reason: content.reason })];
    const hash = contentHash(content.bytes);
    hashes.set(file, hash);
    const known = output.isCaching ? output.manifest.inputOf(file) : undefined;
    if (known?.hash === hash && known.settings === settings) {
      summaries.push(known.summary as FileSummary); // put there below
      return [];
    }
    const nothing: ReadFile = { file, name, source: undefined, diagnostics: [] };
    const { bytes } = content;
    const reading = guarded('read the file', file, () => pipeline.read({ file, name, bytes }), nothing);
    const read = { ...reading.value, diagnostics: [...reading.value.diagnostics, ...reading.diagnostics] };
    if (read.source === undefined || read.source.strategies.length === 0) return read.diagnostics;
    const summary = guarded('look at the strategies', file, () => pipeline.summarise(read), undefined);
    if (summary.value === undefined) return [...read.diagnostics, ...summary.diagnostics];
    kept.set(file, read);
    summaries.push(summary.value);
    output.manifest.putInput({ file, hash, settings, summary: summary.value });
    return [];
  };

  const read = (file: string): ReadFile => {
    const before = kept.get(file);
    if (before !== undefined) return before;
    const input = byName.get(file);
    if (input === undefined) throw new Error(`internal: ${file} is no input`);
    const content = readBytes(input.path, input.within);
    const change = (reason: string): InputTrouble =>
      new InputTrouble(diagnose('IRD8171', '', wholeFile(file), { path: file, reason }));
    if (!content.ok) throw change(content.reason);
    if (contentHash(content.bytes) !== hashes.get(file)) throw change('it has another content');
    const again = pipeline.read({ file, name: input.name, bytes: content.bytes });
    kept.set(file, again);
    return again;
  };

  return {
    scan,
    summaries: () => summaries,
    hashOf: (file) => hashes.get(file) ?? '',
    read,
    forget: () => {
      kept.clear();
    },
    text: (file) => {
      if (shown?.file !== file) shown = { file, text: textOf(byName.get(file), kept.get(file)) };
      return shown.text;
    },
  };
}

function textOf(input: FoundFile | undefined, kept: ReadFile | undefined): string | undefined {
  if (kept?.source !== undefined) return kept.source.text;
  const content = input && readBytes(input.path, input.within);
  return content?.ok === true && input ? decodePage(content.bytes, input.file).text : undefined;
}
