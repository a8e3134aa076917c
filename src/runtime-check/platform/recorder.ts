// Writes down what a run does: the steps that are visible from outside, and the details that explain them.
import { simulatorAssumptions, type Assume } from '../world/assumptions.js';
import type { Detail, Step, StepKind } from '../trace.js';

export interface Recorder {
  readonly steps: readonly Step[];
  readonly details: readonly Detail[];
  step(kind: StepKind, params: Readonly<Record<string, unknown>>): void;
  detail(kind: Detail['kind'], text: string): void;
  /** Written down once for each use. */
  readonly assume: Assume;
  /** The name of a request id in the trace: `r1`, `r2`, ... by first use. */
  requestName(id: string): string;
}

/** Steps and details beyond these are not kept: a page that never ends must not fill the memory. */
const mostSteps = 20_000;
const mostDetails = 50_000;

/** `seconds` tells the virtual time since the start. */
export function createRecorder(seconds: () => number): Recorder {
  const steps: Step[] = [];
  const details: Detail[] = [];
  const assumed = new Set<string>();
  const names = new Map<string, string>();
  const detail = (kind: Detail['kind'], text: string): void => {
    if (details.length < mostDetails) details.push({ at: seconds(), kind, text, after: steps.length });
  };
  return {
    steps,
    details,
    detail,
    step: (kind, params) => {
      if (steps.length < mostSteps) steps.push({ at: seconds(), kind, params });
    },
    assume: (id, what = '') => {
      const text = `${id}: ${simulatorAssumptions[id].replace('{}', what)}`;
      if (assumed.has(text)) return;
      assumed.add(text);
      detail('assumption', text);
    },
    requestName: (id) => {
      const name = names.get(id) ?? `r${String(names.size + 1)}`;
      names.set(id, name);
      return name;
    },
  };
}
