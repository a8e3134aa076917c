// What earlier runs of a batch have done already: a strategy is skipped when nothing that decides about its result has changed.
import { contentHash } from '../batch/content-hash.js';
import type { FileHash, ManifestEntry } from '../batch/manifest.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { ReportStrategy } from '../report/model.js';
import type { BatchInputs } from './batch-inputs.js';
import type { BatchOptions, Planned } from './convert-batch.js';
import type { Done } from './convert-strategy.js';
import type { LinkedBatch, StrategyTraits } from './pipeline.js';

/** What is stored of a strategy, so that the report of a run that skips it is whole. */
export interface Kept {
  readonly record: ReportStrategy;
  readonly traits: StrategyTraits;
  readonly others: readonly Diagnostic[];
}

/** What an earlier run found. */
export interface Found extends Kept {
  /** Names what was made of the strategy: the same only where the same would be made again. */
  readonly result: string;
  /** The files as they were generated. */
  readonly files: readonly FileHash[];
}

export interface Reuse {
  /** What an earlier run found, if it would be found again. */
  readonly find: (planned: Planned) => Found | undefined;
  /** Gives the name of the result, where a later run can take it again. */
  readonly keep: (planned: Planned, done: Done) => string | undefined;
}

/** Results that an unchanged run would repeat without a look at hand edits or at what the system refused. */
const settled = new Set<ReportStrategy['output']>(['written', 'unchanged', 'none']);

/** Opens what the output folder remembers. */
export function openReuse(
  linked: LinkedBatch,
  inputs: BatchInputs,
  { settings, output, scenariosHash }: BatchOptions,
): Reuse {
  const meaning = (name: string): string => {
    const holder = linked.holderOf(name);
    return holder === undefined ? '' : `${inputs.hashOf(holder.file)}#${String(holder.place)}`;
  };
  const idOf = ({ input, strategy }: Planned): string => `${input.file}#${String(strategy.place)}`;
  const keyOf = ({ input, strategy, name }: Planned): string =>
    contentHash(
      JSON.stringify([
        settings,
        inputs.hashOf(input.file),
        input.name,
        strategy.place,
        name,
        output.shown,
        scenariosHash(input),
      ]),
    );
  const holds = (entry: ManifestEntry, planned: Planned): boolean =>
    entry.key === keyOf(planned) &&
    entry.needs.every(([name, hash]) => meaning(name) === hash) &&
    entry.files.every(output.holds);
  return {
    find: (planned) => {
      // What became of a macro depends on all that use it.
      if (!output.isCaching || planned.strategy.kind === 'macro') return undefined;
      const entry = output.manifest.entryOf(idOf(planned));
      if (entry === undefined || !holds(entry, planned)) return undefined;
      const kept = output.manifest.keptOf(entry.id) as Kept | undefined; // put there below
      return kept && { ...kept, result: resultOf(entry), files: entry.files };
    },
    keep: (planned, { record, traits, others, files }) => {
      const isSettled = traits !== undefined && settled.has(record.output);
      const entry: ManifestEntry = {
        id: idOf(planned),
        key: isSettled ? keyOf(planned) : '',
        needs: (traits?.lookups ?? []).map((name) => [name, meaning(name)] as const),
        files: files.map(({ name, text }) => ({ name, hash: contentHash(text) })),
      };
      output.manifest.put(
        entry,
        isSettled ? { record: { ...record, output: 'written' }, traits, others } : null,
      );
      return isSettled && planned.strategy.kind !== 'macro' ? resultOf(entry) : undefined;
    },
  };
}

const resultOf = ({ id, key, needs }: ManifestEntry): string => JSON.stringify([id, key, needs]);
