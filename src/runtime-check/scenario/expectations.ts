// Compares what a run did with what its scenario expects.
import type { RunResult, Step } from '../trace.js';
import type { Scenario } from './types.js';
import { unmetVisits } from './expected-visits.js';
import { sameScalar } from './same-scalar.js';

/** What a run is asked for besides its result. */
export interface Outcomes {
  /** Other names of the place where the interaction was delivered. */
  readonly aliases: readonly string[];
  /** What the page's data hold at the end. */
  readonly data: () => unknown;
}

/** One sentence for each expectation that is not met. */
export function unmetExpectations(
  { expect }: Scenario,
  result: RunResult,
  { aliases, data }: Outcomes,
): readonly string[] {
  if (expect === undefined) return [];
  const unmet: string[] = [];
  if (expect.end !== undefined && expect.end !== result.end) {
    unmet.push(`expected the end "${expect.end}", but it was "${result.end}" (${result.reason})`);
  }
  if (expect.target !== undefined && ![result.target, ...aliases].includes(expect.target)) {
    const found = result.target === undefined ? 'it was not delivered' : `it went to "${result.target}"`;
    unmet.push(`expected delivery to "${expect.target}", but ${found}`);
  }
  let from = 0;
  for (const pattern of expect.steps ?? []) {
    const at = result.steps.findIndex((step, index) => index >= from && matches(step, pattern));
    if (at < 0) {
      const where = from === 0 ? '' : ` after step ${String(from)}`;
      unmet.push(`expected the step ${shown(pattern)}${where}, but it did not come`);
      break;
    }
    from = at + 1;
  }
  for (const pattern of expect.never ?? []) {
    const step = result.steps.find((each) => matches(each, pattern));
    if (step !== undefined) {
      unmet.push(`the step ${shown(pattern)} must not occur, but it did at ${String(step.at)} s`);
    }
  }
  for (const [key, value] of Object.entries(expect.udata ?? {})) {
    const found = Object.hasOwn(result.udata, key) ? result.udata[key] : undefined;
    if (!sameScalar(found, value)) {
      unmet.push(
        `expected user data "${key}" to be ${JSON.stringify(value)}, but it is ${JSON.stringify(found) ?? 'missing'}`,
      );
    }
  }
  unmet.push(...unmetData(expect.data ?? {}, data));
  unmet.push(...unmetVisits(expect.queues ?? [], result.queues));
  for (const state of expect.states ?? []) {
    if (!Object.hasOwn(result.visited, state)) unmet.push(`expected the state "${state}" to be entered`);
  }
  return unmet;
}

/** Keys are names of data, or paths below them: `round`, `order.state`. */
function unmetData(wanted: Readonly<Record<string, unknown>>, data: () => unknown): readonly string[] {
  const entries = Object.entries(wanted);
  if (entries.length === 0) return [];
  const all = data();
  return entries.flatMap(([path, value]) => {
    const found = path.split('.').reduce<unknown>(memberOf, all);
    const isSame = value === null ? found === null : fits(found, value);
    const shownValue = JSON.stringify(found) ?? 'missing';
    return isSame ? [] : [`expected data "${path}" to be ${JSON.stringify(value)}, but it is ${shownValue}`];
  });
}

const memberOf = (holder: unknown, name: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, name)
    ? (holder as Readonly<Record<string, unknown>>)[name] // any object has members by name
    : undefined;

type Pattern = string | Readonly<Record<string, unknown>>;

const shown = (pattern: Pattern): string =>
  typeof pattern === 'string' ? `"${pattern}"` : JSON.stringify(pattern);

/** A kind, or `{ kind: { parameter: value, ... } }`: the parameters that are named must fit. */
function matches(step: Step, pattern: Pattern): boolean {
  if (typeof pattern === 'string') return step.kind === pattern;
  const [kind, wanted] = Object.entries(pattern)[0] ?? [];
  return step.kind === kind && fits(step.params, wanted);
}

function fits(found: unknown, wanted: unknown): boolean {
  if (wanted === null || wanted === undefined) return true;
  if (Array.isArray(wanted)) {
    const items: readonly unknown[] = wanted;
    return (
      Array.isArray(found) &&
      found.length === items.length &&
      items.every((item, index) => fits(found[index], item))
    );
  }
  if (isRecord(wanted)) {
    return (
      isRecord(found) &&
      Object.entries(wanted).every(([key, value]) => Object.hasOwn(found, key) && fits(found[key], value))
    );
  }
  return sameScalar(found, wanted);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
