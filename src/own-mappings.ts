// What the user decides, over a whole batch: which entries of the overrides hold today, what each strategy becomes by them, and which were never used.
import { diagnose, type Diagnostic } from './diagnostics/index.js';
import { nearestName } from './diagnostics/nearest-name.js';
import type { BlockType, Strategy } from './ir/nodes.js';
import { valuesOf, callsOf } from './ir/walk.js';
import { applyOverrides, type AppliedOverrides } from './mappings/overrides/apply.js';
import { holds, type Override } from './mappings/overrides/model.js';
import { foldName, typeOfObject } from './mappings/overrides/object-names.js';

/** A block as it stands in a file. */
export interface WrittenBlock {
  readonly strategy: string;
  readonly type: string;
  readonly caption: string;
}

export interface OwnMappings {
  /** The type that a block is read as, when an override says so; `Unknown` when one decides about it otherwise. */
  retype(block: WrittenBlock): BlockType | undefined;
  apply(strategy: Strategy): AppliedOverrides;
  /** What the findings have to know of a strategy as it was drawn, and of what was decided about it. */
  notesOf(drawn: Strategy, decided: AppliedOverrides): OwnNotes;
  /** Findings about entries: expired, or used by none of the strategies that the notes are of. */
  findings(notes: Iterable<OwnNotes>): readonly Diagnostic[];
  /** Numbers of the entries that have expired. */
  expired(): readonly number[];
}

/** Plain data: entries by their number. */
export interface OwnNotes {
  readonly used: readonly number[];
  readonly functions: readonly string[];
  readonly objects: readonly string[];
}

/** Whether what an entry ignores is to be looked at again. */
export const isExpired = ({ action }: Override, today: string | undefined): boolean =>
  today !== undefined && action.kind === 'ignore' && action.until !== undefined && action.until < today;

/** `today` is `YYYY-MM-DD`; without it nothing expires. */
export function ownMappings(entries: readonly Override[], today: string | undefined): OwnMappings {
  const holding = entries.filter((entry) => !isExpired(entry, today));
  return {
    retype: ({ strategy, type, caption }) => {
      const entry = holding.find(
        (each) =>
          each.about === 'object' &&
          foldName(each.name) === foldName(type) &&
          holds(each.when.strategy, strategy) &&
          holds(each.when.caption, caption),
      );
      if (entry === undefined) return undefined;
      return entry.action.kind === 'as' ? typeOfObject(entry.action.name) : 'Unknown';
    },
    apply: (strategy) => applyOverrides(strategy, holding),
    notesOf: ({ blocks }, decided) => {
      const functions = blocks
        .flatMap(valuesOf)
        .flatMap((value) => (value.kind === 'expression' ? callsOf(value.expr) : []))
        .map(({ writtenAs }) => writtenAs);
      return {
        used: [...decided.used].map((entry) => entries.indexOf(entry)),
        functions: [...new Set(functions)],
        objects: [...new Set(blocks.map(({ sourceType }) => sourceType))],
      };
    },
    expired: () =>
      [...entries.keys()].filter((number) =>
        entries.slice(number, number + 1).some((entry) => isExpired(entry, today)),
      ),
    findings: (notes) => {
      const used = new Set<Override>();
      const seen = { function: new Set<string>(), object: new Set<string>() };
      for (const each of notes) {
        for (const number of each.used)
          for (const entry of entries.slice(number, number + 1)) used.add(entry);
        for (const name of each.functions) seen.function.add(name);
        for (const name of each.objects) seen.object.add(name);
      }
      return entries.flatMap((entry) => {
        const { name, span, about, action } = entry;
        if (isExpired(entry, today) && action.kind === 'ignore') {
          return [diagnose('IRD8123', '', span, { name, until: action.until ?? '', reason: action.reason })];
        }
        // A plug-in may serve many batches.
        if (used.has(entry) || action.kind === 'plugin') return [];
        const near = seen[about].has(name) ? undefined : nearestName(name, seen[about]);
        const hint =
          near === undefined || foldName(near) === foldName(name) ? '' : `; did you mean "${near}"?`;
        return [diagnose('IRD8122', '', span, { what: about, name, hint })];
      });
    },
  };
}
