// Writes down what a run does: the steps that are visible from outside, and the details that explain them.
import { simulatorAssumptions, type Assume } from '../world/assumptions.js';
import type { Detail, Step, StepKind } from '../trace.js';
import { withRequestNames } from '../trace-requests.js';

export interface Recorder {
  readonly steps: readonly Step[];
  readonly details: readonly Detail[];
  step(kind: StepKind, params: Readonly<Record<string, unknown>>): void;
  /** `facts` are what `text` says, by name, for tools. */
  detail(kind: Detail['kind'], text: string, facts?: Detail['facts']): void;
  /** Written down once for each use. */
  readonly assume: Assume;
  /** The name of a request id in the trace: `r1`, `r2`, ... by first use in a step. */
  requestName(id: string): string;
  /** Something that lasts has begun; who calls what is given back says that it is over. */
  begin(what: Omit<UnderWay, 'at'>): () => void;
  /** What has begun and is not over, in its order. */
  readonly underWay: readonly UnderWay[];
  /** The names given so far, by id. */
  readonly requestNames: ReadonlyMap<string, string>;
}

/** A treatment that plays, or a request that waits for its answer. */
export interface UnderWay {
  /** As `Answers.asked` counts them. */
  readonly kind: 'treatment' | 'fetch' | 'urs';
  /** Which of its kind, from 1. */
  readonly nth: number;
  /** Element or URL. */
  readonly what: string;
  /** Virtual seconds when it began. */
  readonly at: number;
}

/** Steps and details beyond these are not kept: a page that never ends must not fill the memory. */
const mostSteps = 20_000;
const mostDetails = 50_000;

/** `seconds` tells the virtual time since the start. */
export function createRecorder(seconds: () => number): Recorder {
  const steps: Step[] = [];
  const details: Detail[] = [];
  let underWay: readonly UnderWay[] = [];
  const assumed = new Set<string>();
  const names = new Map<string, string>();
  const cuts = new Set<string>();
  // What is left out is told, once.
  const cut = (why: string): void => {
    if (cuts.has(why)) return;
    cuts.add(why);
    const text = `the trace is cut here: ${why}`;
    details.push({ at: seconds(), kind: 'cut', text, after: steps.length, facts: { text } });
  };
  const detail: Recorder['detail'] = (kind, text, facts) => {
    if (details.length >= mostDetails) {
      cut(`more than ${String(mostDetails)} details`);
      return;
    }
    details.push({
      at: seconds(),
      kind,
      text,
      after: steps.length,
      ...(facts === undefined ? {} : { facts }),
    });
  };
  const requestName = (id: string): string => {
    const name = names.get(id) ?? `r${String(names.size + 1)}`;
    names.set(id, name);
    return name;
  };
  return {
    steps,
    details,
    detail,
    step: (kind, params) => {
      if (steps.length >= mostSteps) {
        cut(`more than ${String(mostSteps)} steps`);
        return;
      }
      // A record stays a record.
      const named = withRequestNames(params, requestName) as Step['params'];
      steps.push({ at: seconds(), kind, params: named });
    },
    assume: (id, what = '') => {
      const sentence = simulatorAssumptions[id].replace('{}', what);
      const text = `${id}: ${sentence}`;
      if (assumed.has(text)) return;
      assumed.add(text);
      detail('assumption', text, { id, text: sentence });
    },
    requestName,
    begin: (what) => {
      const begun = { ...what, at: seconds() };
      underWay = [...underWay, begun];
      return () => {
        underWay = underWay.filter((each) => each !== begun);
      };
    },
    get underWay() {
      return underWay;
    },
    requestNames: names,
  };
}
