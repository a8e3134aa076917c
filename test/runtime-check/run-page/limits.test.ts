// The limits of the engine: what a run came to is told in any case, and a limit of the scenario stops it with its name, state and count.
import { beforeAll, describe, expect, it } from 'vitest';
import { formatTrace, runPage, traceJsonLines } from '../../../src/runtime-check/index.js';
import type { Outcome } from '../../../src/diagnostics/index.js';
import type { RunPageOptions } from '../../../src/runtime-check/run-page.js';
import type { Scenario, ScenarioLimits } from '../../../src/runtime-check/scenario/types.js';
import type { ScriptEngineFactory } from '../../../src/runtime-check/script/engine.js';
import type { RunResult } from '../../../src/runtime-check/trace.js';
import { loadEngine } from '../load-engine.js';
import { page } from './pages.js';

let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});

const run = (
  text: string,
  scenario: Partial<Scenario> = {},
  options: Partial<RunPageOptions> = {},
): Promise<Outcome<RunResult>> =>
  runPage(
    text,
    'p.scxml',
    { scenario: 1, name: 't', interaction: { media: 'none' }, ...scenario },
    { wasm: engine, ...options },
  );

const data = '<datamodel><data id="n" expr="0"/></datamodel>';

/** Waits 30 seconds in each round, ten rounds; every round takes three transitions without an event. */
const comfort = page(
  `<state id="wait"><onentry><send event="'go'" delay="'30s'"/></onentry><transition event="go" target="one"/></state>
<state id="one"><onentry><assign location="_data.n" expr="_data.n + 1"/></onentry><transition target="two"/></state>
<state id="two"><transition cond="_data.n &lt; 10" target="wait"/><transition target="ended"/></state>
<final id="ended"/>`,
  'wait',
  data,
);

/** Sends itself five events at once and ten for later. */
const busy = page(
  `<state id="a"><onentry>
  <send event="'x'"/><send event="'x'"/><send event="'x'"/><send event="'x'"/><send event="'x'"/>
  <send event="'later'" delay="'1s'"/><send event="'later'" delay="'2s'"/><send event="'later'" delay="'3s'"/>
</onentry><transition event="later" target="ended"/></state>
<final id="ended"/>`,
  'a',
);

const finding = async (text: string, limits: ScenarioLimits): Promise<string> => {
  const { value, diagnostics } = await run(text, { limits });
  return [value.end, ...diagnostics.map(({ code, message }) => `${code} ${message}`)].join(' | ');
};

describe('what a run comes to', () => {
  it('is part of its result, with the state of each count', async () => {
    const { value, diagnostics } = await run(comfort);
    expect(diagnostics).toEqual([]);
    expect(value.peaks).toEqual({
      stateEntries: { count: 10, state: 'wait' },
      microsteps: { count: 3, state: 'two' },
      pendingEvents: { count: 1, state: 'wait' },
      sessionAge: 300,
    });
    const busyRun = await run(busy);
    expect(busyRun.value.peaks.pendingEvents).toEqual({ count: 8, state: 'a' });
  });

  it('stands in the JSON lines', async () => {
    const { value } = await run(comfort);
    const last = JSON.parse(traceJsonLines(value).trimEnd().split('\n').at(-1) ?? '') as unknown;
    expect(last).toMatchObject({ peaks: { stateEntries: { count: 10, state: 'wait' }, sessionAge: 300 } });
  });

  it('ends the verbose trace', async () => {
    const { value } = await run(comfort, {}, { verbose: true });
    expect(formatTrace(value).split('\n').at(-1)).toBe(
      '  0:05:00.000  most: entries of a state 10 in "wait", microsteps 3 in "two", pending events 1 in "wait"',
    );
    expect(formatTrace(value, { verbose: false })).not.toContain('most:');
  });

  it('does not count what the world does by itself as events of the session', async () => {
    const calls = Array.from({ length: 2_000 }, (_call, index) => ({
      targets: 'Sales@.GA',
      at: index,
      until: 9e3,
    }));
    const { value, diagnostics } = await run(comfort, { world: { calls } });
    expect(diagnostics).toEqual([]);
    expect(value.peaks.pendingEvents.count).toBe(1);
  });
});

describe('a limit of the scenario', () => {
  it('lets a run pass that reaches it', async () => {
    expect(
      await finding(comfort, { stateEntries: 10, microsteps: 3, sessionAge: 300, pendingEvents: 1 }),
    ).toBe('ended');
  });

  it.each<[string, string, ScenarioLimits, string]>([
    [
      'stateEntries',
      comfort,
      { stateEntries: 9 },
      'max-state-entry-count in state "wait": it came to 10, and 9 are allowed',
    ],
    [
      'microsteps',
      comfort,
      { microsteps: 2 },
      'max-microstep-count in state "two": it came to 3, and 2 are allowed',
    ],
    [
      'sessionAge',
      comfort,
      { sessionAge: 100 },
      'max-session-age in state "wait": it came to 100.001, and 100 are allowed',
    ],
    [
      'pendingEvents',
      busy,
      { pendingEvents: 6 },
      'max-pending-events in state "a": it came to 7, and 6 are allowed',
    ],
  ])('%s stops a run that exceeds it, with its name, state and count', async (_name, text, limits, said) => {
    expect(await finding(text, limits)).toBe(`stuck | IRD5416 Scenario "t": the session exceeded ${said}`);
  });

  it('is no finding when the scenario expects it', async () => {
    const { value, diagnostics } = await run(comfort, {
      limits: { stateEntries: 3 },
      expect: { end: 'stuck' },
    });
    expect(value.end).toBe('stuck');
    expect(diagnostics).toEqual([]);
  });

  it('that only the run has is told as a limit of the run', async () => {
    const { diagnostics } = await run(comfort, {}, { budget: { stateEntries: 4 } });
    expect(diagnostics.map(({ code }) => code)).toEqual(['IRD5403']);
    const age = await run(comfort, {}, { budget: { sessionAge: 1000 } });
    expect(age.diagnostics.map(({ code }) => code)).toEqual(['IRD5403']);
  });
});
