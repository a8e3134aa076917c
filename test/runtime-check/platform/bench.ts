// Runs action elements on the platform without an interpreter: expressions are evaluated as plain ECMAScript of the test, events are collected.
import { createContext, runInContext } from 'node:vm';
import type { ActionContext } from '../../../src/runtime-check/interpreter/types.js';
import { createPlatform, type SimulatedPlatform } from '../../../src/runtime-check/platform/platform.js';
import { createRecorder } from '../../../src/runtime-check/platform/recorder.js';
import type { Plain } from '../../../src/runtime-check/script/engine.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import type { Step } from '../../../src/runtime-check/trace.js';
import type { World } from '../../../src/runtime-check/world/world.js';
import { wholeFile } from '../../../src/diagnostics/index.js';
import { childElements, readXml } from '../../../src/xml/index.js';
import { startOfTime } from '../world/virtual-host.js';

export interface Bench {
  readonly platform: SimulatedPlatform;
  readonly world: World;
  readonly steps: readonly Step[];
  /** Texts of assumptions that were used, with their ids. */
  assumptions(): readonly string[];
  /** Texts of what the verbose trace tells of actions. */
  details(): readonly string[];
  /** Executes action elements; gives for each whether it is known. */
  run(xml: string): readonly boolean[];
  /** Evaluates in the page's scope. */
  script(source: string): unknown;
  pass(seconds: number): void;
  /** Events since the last call: `12.5 name {data}`. */
  events(): readonly string[];
}

const prefixes = [
  ...['queue', 'dialog', 'session', 'statistic', 'ws'],
  ...['classification', 'elasticconnector', 'agent', 'resource'],
];
const namespaces = prefixes
  .map((name) => `xmlns:${name}="http://www.genesyslab.com/modules/${name}"`)
  .join(' ');

/** How the interpreter of a test starts and ends further sessions; none can be started when left out. */
export type Sessions = Pick<ActionContext, 'startSession' | 'terminateSession'>;

const noSessions: Sessions = { startSession: () => undefined, terminateSession: () => false };

export function bench(given: Partial<Scenario> = {}, sessions: Sessions = noSessions): Bench {
  let now = startOfTime;
  let handles = 0;
  let timed: { readonly handle: number; readonly at: number; readonly call: () => void }[] = [];
  let taken: string[] = [];
  const scope = createContext({ _data: {} });
  const recorder = createRecorder(() => (now - startOfTime) / 1000);
  const schedule = (delay: number, call: () => void): number => {
    timed.push({ handle: ++handles, at: now + delay, call });
    return handles;
  };
  const context: ActionContext = {
    evaluate: (source) => {
      try {
        return { ok: true, value: runInContext(`(${source})`, scope) as Plain };
      } catch {
        return { ok: false };
      }
    },
    write: (location, value) => {
      runInContext(`${location} = ${JSON.stringify(value)}`, scope);
      return true;
    },
    post: (event, delay = 0) =>
      schedule(delay, () => {
        platform.observe?.(event);
        taken.push(`${String((now - startOfTime) / 1000)} ${event.name} ${JSON.stringify(event.data)}`);
      }),
    withdraw: (handle) => {
      const before = timed.length;
      timed = timed.filter((each) => each.handle !== handle);
      return timed.length < before;
    },
    now: () => now,
    schedule,
    expose: (path, call) => {
      const name = path.replaceAll('.', '$');
      scope[name] = (...args: readonly Plain[]) => call(...args);
      runInContext(`${path} = ${name}`, scope);
    },
    sessionId: 'session1',
    ...sessions,
    define: (name, value) => {
      runInContext(`${name} = ${JSON.stringify(value)}`, scope);
    },
  };
  const draws = [...(given.random ?? [])];
  const platform = createPlatform({
    scenario: { scenario: 1, name: 'test', ...given },
    recorder,
    random: () => draws.shift() ?? 0.5,
    page: wholeFile('page.scxml'),
  });
  platform.start(context);
  const { world } = platform;
  if (world === undefined) throw new Error('the platform did not start');
  return {
    platform,
    world,
    steps: recorder.steps,
    assumptions: () => recorder.details.filter(({ kind }) => kind === 'assumption').map(({ text }) => text),
    details: () => recorder.details.filter(({ kind }) => kind === 'action').map(({ text }) => text),
    run: (xml) => {
      const page = `<state id="Block" ${namespaces} xmlns:ixn="www.genesyslab.com/modules/interaction">${xml}</state>`;
      const { value, diagnostics } = readXml(new TextEncoder().encode(page), 'page.scxml');
      if (value === undefined) throw new Error(diagnostics[0]?.message);
      return childElements(value.root).map((element) => platform.execute(element, context));
    },
    script: (source) => runInContext(source, scope) as unknown,
    pass: (seconds) => {
      const until = now + seconds * 1000;
      for (;;) {
        const next = timed
          .filter(({ at }) => at <= until)
          .sort((a, b) => a.at - b.at || a.handle - b.handle)[0];
        if (next === undefined) break;
        timed = timed.filter((each) => each !== next);
        now = Math.max(now, next.at);
        next.call();
      }
      now = until;
    },
    events: () => {
      const events = taken;
      taken = [];
      return events;
    },
  };
}
