// Decides what becomes of the files of one strategy: whether they are written, and what is done about edits by hand. It writes nothing.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { mergeDiff3 } from 'node-diff3';
import { contentHash } from './content-hash.js';
import type { OutputFile } from './write-output.js';

export interface PlanOptions {
  readonly force: boolean;
  readonly merge: boolean;
  /** Hashes of what was ever generated under a name. */
  readonly generated: (name: string) => ReadonlySet<string> | undefined;
  /** The text that was generated last under a name. */
  readonly base: (name: string) => string | undefined;
}

export type FilePlan =
  | { readonly kind: 'same' | 'refuse'; readonly name: string }
  | { readonly kind: 'write' | 'merged'; readonly name: string; readonly text: string }
  | { readonly kind: 'conflict'; readonly name: string; readonly text: string; readonly places: number }
  /** Edited, and there is nothing new. */
  | { readonly kind: 'stay'; readonly name: string }
  /** The new text goes to `beside`, because the file was edited, or belongs to one that was. */
  | {
      readonly kind: 'keep';
      readonly name: string;
      readonly beside: string;
      readonly text: string;
      readonly isEdited: boolean;
    };

export interface OutputPlan {
  readonly status: 'written' | 'unchanged' | 'refused' | 'kept' | 'merged' | 'conflict';
  readonly files: readonly FilePlan[];
  /** Files to put in place; none when anything is refused. */
  readonly writes: readonly OutputFile[];
}

/** The plan for `files`; the first is the page. */
export function planOutput(folder: string, files: readonly OutputFile[], options: PlanOptions): OutputPlan {
  const plans = files.map((file) => planFile(folder, file, options));
  const [page] = plans;
  // A trace belongs to the text that it was generated with.
  const fitting = plans.map((plan, index): FilePlan => {
    const file = files[index];
    return page?.kind === 'keep' && plan.kind === 'write' && file !== undefined
      ? { ...kept(file), isEdited: false }
      : plan;
  });
  const has = (kind: FilePlan['kind']): boolean => fitting.some((plan) => plan.kind === kind);
  if (has('refuse')) return { status: 'refused', files: fitting, writes: [] };
  const writes = fitting.flatMap((plan) => {
    if (plan.kind === 'keep') return [{ name: plan.beside, text: plan.text }];
    return 'text' in plan ? [{ name: plan.name, text: plan.text }] : [];
  });
  const status = has('conflict')
    ? 'conflict'
    : has('keep') || has('stay')
      ? 'kept'
      : has('merged')
        ? 'merged'
        : has('write')
          ? 'written'
          : 'unchanged';
  return { status, files: fitting, writes };
}

function planFile(folder: string, file: OutputFile, options: PlanOptions): FilePlan {
  const { name, text } = file;
  const old = currentText(path.join(folder, name));
  if (old === undefined) return { kind: 'write', name, text };
  if (old === text) return { kind: 'same', name };
  const ours = options.generated(name);
  if (options.force || ours?.has(contentHash(old)) === true) return { kind: 'write', name, text };
  if (ours === undefined) return { kind: 'refuse', name };
  const base = options.base(name);
  if (base === text) {
    const places = marksIn(old);
    return places > 0 ? { kind: 'conflict', name, text: old, places } : { kind: 'stay', name };
  }
  if (!options.merge || base === undefined || marksIn(old) > 0) return kept(file);
  const label = { a: 'edited by hand', o: 'generated before', b: 'generated now' };
  const { conflict, result } = mergeDiff3(old.split('\n'), base.split('\n'), text.split('\n'), { label });
  const merged = result.join('\n');
  return conflict
    ? { kind: 'conflict', name, text: merged, places: marksIn(merged) }
    : { kind: 'merged', name, text: merged };
}

const kept = ({ name, text }: OutputFile): Extract<FilePlan, { readonly kind: 'keep' }> => ({
  kind: 'keep',
  isEdited: true,
  name,
  beside: generatedName(name),
  text,
});

/** `Main.generated.scxml` beside `Main.scxml`. */
export const generatedName = (name: string): string =>
  name.replace(/(\.trace\.json|\.[^.]+)$/, '.generated$1');

/** How many conflicts are marked in a text. */
const marksIn = (text: string): number => text.match(/^<<<<<<< /gm)?.length ?? 0;

/** The text of a file that exists; devices and pipes have none. */
export function currentText(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined || !(stats.isFile() || stats.isDirectory())
    ? undefined
    : readFileSync(file, 'utf8');
}
