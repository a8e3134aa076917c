// Normalisations of attached data.
import type { ComparableRun, ComparableStep, Params } from './comparable.js';

const asText = (value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;

const textsOf = (pairs: unknown): Params =>
  typeof pairs === 'object' && pairs !== null
    ? Object.fromEntries(Object.entries(pairs).map(([key, value]) => [key, asText(value)]))
    : {};

/** Numbers in attached data as text. */
export const attachedAsText = (run: ComparableRun): ComparableRun => ({
  ...run,
  steps: run.steps.map((step) =>
    step.kind === 'udata' && step.params['set'] !== undefined
      ? { ...step, params: { ...step.params, set: textsOf(step.params['set']) } }
      : step,
  ),
  udata: textsOf(run.udata),
});

/** Puts writes of one moment together that stand one after the other. What URS attaches by itself is told apart. */
export function attachedTogether(run: ComparableRun): ComparableRun {
  const steps: ComparableStep[] = [];
  for (const step of run.steps) {
    const before = steps.at(-1);
    const joined = before && together(before, step);
    if (joined === undefined) steps.push(step.kind === 'udata' ? { ...step, params: written(step) } : step);
    else steps[steps.length - 1] = joined;
  }
  return { ...run, steps };
}

/** What a write comes to: pairs that are set, and keys that are gone (null). */
function written({ params }: ComparableStep): Params {
  const { set, deleted, written: already, added: _beside, ...others } = params;
  if (already !== undefined || deleted === 'all') return params;
  const gone = Array.isArray(deleted) ? deleted.map((key): [string, null] => [String(key), null]) : [];
  return { ...others, written: { ...textsOf(set), ...Object.fromEntries(gone) } };
}

function together(before: ComparableStep, step: ComparableStep): ComparableStep | undefined {
  if (before.kind !== 'udata' || step.kind !== 'udata' || before.at !== step.at) return undefined;
  const first = written(before);
  const second = written(step);
  if (first['written'] === undefined || second['written'] === undefined) return undefined;
  if (first['by'] !== second['by']) return undefined;
  return {
    ...before,
    params: { ...first, written: { ...textsOf(first['written']), ...textsOf(second['written']) } },
  };
}
