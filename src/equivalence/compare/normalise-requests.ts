// Normalisations of requests for targets and of questions to the platform.
import type { ComparableRun, ComparableStep } from './comparable.js';

/** Actions that change nothing: their answer comes to the page alone. */
const questions: ReadonlySet<string> = new Set([
  'queue:query',
  'queue:querytargets',
  'statistic:subscribe',
  'statistic:unsubscribe',
  'statistic:get',
  'resource:query',
  'dialog:stop',
]);

const isQuestion = ({ kind, params }: ComparableStep): boolean =>
  kind === 'statistic' || (kind === 'action' && questions.has(String(params['element'])));

/** Leaves out what only asks. */
export const withoutQuestions = (run: ComparableRun): ComparableRun => ({
  ...run,
  steps: run.steps.filter((step) => !isQuestion(step)),
});

/** Leaves out that a session takes over an interaction which URS has by itself. */
export const withoutTakingOver = (run: ComparableRun): ComparableRun => ({
  ...run,
  steps: run.steps.filter(({ kind, params }) => kind !== 'action' || params['element'] !== 'ixn:attach'),
});

/** Leaves out cancels: what they end shows in the virtual queues. */
export const withoutCancels = (run: ComparableRun): ComparableRun => ({
  ...run,
  steps: run.steps.filter(({ kind }) => kind !== 'cancel'),
});

/** Leaves out of updates the targets that their requests have already, and updates that say nothing then. */
export function withoutKnownTargets(run: ComparableRun): ComparableRun {
  const known = new Map<string, Set<unknown>>();
  const steps = run.steps.flatMap((step): readonly ComparableStep[] => {
    const { kind, params } = step;
    if (kind !== 'submit' && kind !== 'update') return [step];
    const { targets, ...others } = params;
    const request = String(params['request']);
    const given = Array.isArray(targets) ? (targets as readonly unknown[]) : [];
    const had = known.get(request) ?? new Set();
    known.set(request, new Set([...(kind === 'submit' ? [] : had), ...given]));
    if (kind === 'submit') return [step];
    const added = given.filter((target) => !had.has(target));
    const left = added.length > 0 ? { ...others, targets: added } : others;
    return Object.keys(left).some((name) => name !== 'request') ? [{ ...step, params: left }] : [];
  });
  return { ...run, steps };
}

const noExtensions = JSON.stringify({ extensions: {} });

/** Leaves out hints that say nothing. */
export const withoutEmptyHints = (run: ComparableRun): ComparableRun => ({
  ...run,
  steps: run.steps.map((step) => {
    const { hints, ...others } = step.params;
    return JSON.stringify(hints) === noExtensions ? { ...step, params: others } : step;
  }),
});

/** Names requests `r1`, `r2`, ... by the first step, else virtual queue, that has them. */
export function nameRequests(run: ComparableRun): ComparableRun {
  const names = new Map<string, string>();
  const nameOf = (old: string): string => {
    const name = names.get(old) ?? `r${String(names.size + 1)}`;
    names.set(old, name);
    return name;
  };
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(
        /^(.*-)?(r\d+)$/,
        (_whole, before: string | undefined, name: string) => `${before ?? ''}${nameOf(name)}`,
      );
    if (Array.isArray(value)) return value.map(renamed);
    return value;
  };
  const inData = (data: unknown): unknown =>
    typeof data === 'object' && data !== null
      ? Object.fromEntries(
          // The only key in which URS writes a request's name.
          Object.entries(data).map(([key, value]) => [key, key === 'RVQID' ? renamed(value) : value]),
        )
      : data;
  const steps = run.steps.map((step): ComparableStep => {
    const { request, requests, written } = step.params;
    return {
      ...step,
      params: {
        ...step.params,
        ...(request === undefined ? {} : { request: renamed(request) }),
        ...(requests === undefined ? {} : { requests: renamed(requests) }),
        ...(written === undefined ? {} : { written: inData(written) }),
      },
    };
  });
  return {
    ...run,
    steps,
    queues: run.queues.map((visit) => ({ ...visit, request: nameOf(visit.request) })),
    udata: inData(run.udata) as ComparableRun['udata'], // it stays a record
  };
}
