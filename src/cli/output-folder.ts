// The output folder of `convert`: what it remembers of earlier runs, what is put into it, and that no two runs use it at once.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from '../batch/content-hash.js';
import { takeLock, type Lock } from '../batch/lock.js';
import { openKeptTexts, type KeptTexts } from '../batch/kept-texts.js';
import { openManifest, stateFolder, type FileHash, type Manifest } from '../batch/manifest.js';
import { currentText, generatedName, planOutput, type OutputPlan } from '../batch/plan-output.js';
import { patchOf } from '../batch/patch.js';
import { reasonOf } from '../batch/system-errors.js';
import { makeFolder, writeTogether, type OutputFile, type WriteResult } from '../batch/write-output.js';
import { diagnose, wholeFile, type Diagnostic } from '../diagnostics/index.js';
import { UsageError } from './usage-error.js';

export interface OutputSettings {
  /** Absolute, as the user wrote it, and as findings show it. */
  readonly folder: string;
  readonly named: string;
  readonly shown: string;
  readonly force: boolean;
  readonly merge: boolean;
  /** False: nothing of earlier runs is used; edits by hand are still known. */
  readonly cache: boolean;
  /** Takes patches instead of files being written. */
  readonly dry: ((patch: string) => void) | undefined;
}

export interface OutputFolder {
  readonly shown: string;
  readonly isDry: boolean;
  readonly isCaching: boolean;
  readonly manifest: Pick<Manifest, 'inputOf' | 'entryOf' | 'keptOf' | 'putInput' | 'put'>;
  /** Whether a file is as it was generated. */
  readonly holds: (file: FileHash) => boolean;
  /** The text that was generated with this hash: in place, beside a file that was edited, or as the base of merges; undefined when it is gone. */
  readonly generated: (file: FileHash) => string | undefined;
  /** Texts that are kept from run to run, beside what the manifest holds. */
  readonly texts: KeptTexts;
  /** Puts the files of one strategy in place. */
  readonly write: (files: readonly OutputFile[]) => WrittenOutput;
  /** Ends the run; findings about what could not be remembered. */
  readonly close: () => readonly Diagnostic[];
}

export type WrittenOutput =
  | { readonly plan: OutputPlan; readonly trouble?: undefined }
  | { readonly plan?: undefined; readonly trouble: Extract<WriteResult, { readonly status: 'failed' }> };

/** Opens the folder, or says in one line why it cannot be used. */
export function openOutputFolder(settings: OutputSettings): OutputFolder {
  const { folder, shown, dry } = settings;
  const isDry = dry !== undefined;
  const state = path.join(folder, stateFolder);
  const lock = isDry ? undefined : takeFolder(settings, state);
  const manifest = openedManifest(settings, isDry, lock);
  let trouble: string | undefined;
  /** What cannot be remembered is found out again by the next run. */
  const remember = (work: () => void): void => {
    if (trouble !== undefined) return;
    try {
      work();
    } catch (error) {
      trouble = reasonOf(error);
    }
  };
  // Without a base there is no merge, and the edited file is kept.
  const base = (name: string): string | undefined => textAt(path.join(state, 'base', name));
  const put = (files: readonly OutputFile[], { files: plans, writes }: OutputPlan): WriteResult => {
    const hashes = files.map(({ name, text }) => ({ name, hash: contentHash(text) }));
    const beside = writes.map(({ name, text }) => ({ name, hash: contentHash(text) }));
    remember(() => {
      manifest.intend([...hashes, ...beside.filter(({ name }) => files.every((file) => file.name !== name))]);
    });
    const result = writeTogether(folder, writes, true);
    if (result.status === 'written' || result.status === 'unchanged') {
      remember(() => {
        // A file that is kept still stems from what was generated before.
        const bases = files.filter((_, index) => !['keep', 'stay'].includes(plans[index]?.kind ?? ''));
        const failed = writeTogether(path.join(state, 'base'), bases, true, false);
        if (failed.status === 'failed') trouble = failed.reason;
      });
    }
    return result;
  };
  return {
    shown,
    isDry,
    isCaching: settings.cache,
    texts: openKeptTexts(path.join(state, 'details')),
    manifest: {
      inputOf: manifest.inputOf,
      entryOf: manifest.entryOf,
      keptOf: manifest.keptOf,
      putInput: (input) => {
        remember(() => {
          manifest.putInput(input);
        });
      },
      put: (entry, kept) => {
        lock?.touch();
        remember(() => {
          manifest.put(entry, kept);
        });
      },
    },
    holds: ({ name, hash }) => {
      // What cannot be read is written again, and what is wrong is told then.
      const text = textAt(path.join(folder, name));
      return text !== undefined && contentHash(text) === hash;
    },
    generated: ({ name, hash }) => {
      const places = [
        path.join(folder, name),
        path.join(folder, generatedName(name)),
        path.join(state, 'base', name),
      ];
      for (const place of places) {
        const text = textAt(place);
        if (text !== undefined && contentHash(text) === hash) return text;
      }
      return undefined;
    },
    write: (files) => {
      const [first] = files;
      try {
        const plan = planOutput(folder, files, { ...settings, generated: manifest.generated, base });
        if (dry !== undefined) {
          for (const file of plan.writes) dry(patchOf(folder, shown, file));
          return { plan };
        }
        if (plan.writes.length > 0) {
          const result = put(files, plan);
          if (result.status === 'failed') return { trouble: result };
        }
        if (plan.status !== 'kept' && plan.status !== 'refused')
          for (const { name } of files) dropGenerated(folder, generatedName(name), manifest);
        return { plan };
      } catch (error) {
        return { trouble: { status: 'failed', name: first?.name ?? '', reason: reasonOf(error) } };
      }
    },
    close: () => {
      remember(manifest.finish);
      lock?.release();
      if (trouble === undefined) return [];
      const page = path.posix.join(shown, stateFolder);
      return [diagnose('IRD8009', '', wholeFile(page), { page, reason: trouble })];
    },
  };
}

/** Makes the folder, takes its lock, and clears away what a run that was killed left. */
function takeFolder({ folder, named }: OutputSettings, state: string): Lock {
  const refusal = makeFolder(folder) ?? makeFolder(path.join(state, 'base'));
  const lock = refusal ?? takeLock(state);
  if (typeof lock === 'string') throw new UsageError(`The output folder "${named}" cannot be used: ${lock}.`);
  for (const place of [folder, path.join(state, 'base')])
    for (const name of readdirSync(place))
      if (/^\..+\.(scxml|json)\.\d+\.tmp$/.test(name)) rmSync(path.join(place, name), { force: true });
  return lock;
}

function openedManifest({ folder, named }: OutputSettings, isDry: boolean, lock: Lock | undefined): Manifest {
  try {
    return openManifest(folder, isDry);
  } catch (error) {
    lock?.release();
    throw new UsageError(`The output folder "${named}" cannot be used: ${reasonOf(error)}.`);
  }
}

/** The text of a file; undefined when there is none, or it cannot be read. */
function textAt(place: string): string | undefined {
  try {
    return currentText(place);
  } catch {
    return undefined;
  }
}

/** A text that lay beside an edited file has no use once the file is up to date. */
function dropGenerated(folder: string, name: string, manifest: Manifest): void {
  const ours = manifest.generated(name);
  const place = path.join(folder, name);
  const text = ours && currentText(place);
  if (text !== undefined && ours?.has(contentHash(text)) === true) rmSync(place, { force: true });
}
