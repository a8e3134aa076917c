import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readScenarios, runPage, traceJsonLines } from '../../../src/runtime-check/index.js';
import { debugRun, type DebugRun } from '../../../src/runtime-check/run-debug.js';
import {
  answerRequest,
  answerTreatment,
  failAction,
  letHappen,
  sendEvent,
  setAgentState,
} from '../../../src/runtime-check/run-edits.js';
import { preparePage, type RunnablePage } from '../../../src/runtime-check/run-prepare.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import { writeScenarios } from '../../../src/runtime-check/scenario/write.js';
import type { ScriptEngineFactory } from '../../../src/runtime-check/script/engine.js';
import { loadEngine } from '../load-engine.js';
import { menuPage } from './pages.js';

let engine: ScriptEngineFactory;
let page: RunnablePage;
const open: DebugRun[] = [];
const limits = { instructions: 200 };

beforeAll(async () => {
  engine = await loadEngine();
  const prepared = await preparePage(menuPage, 'menu.scxml', { wasm: engine, verbose: true, limits });
  if (prepared.value === undefined) throw new Error(prepared.diagnostics[0]?.message);
  page = prepared.value;
});

afterEach(() => {
  for (const run of open.splice(0)) run.dispose();
});

function start(scenario: Partial<Scenario> = {}): DebugRun {
  const run = debugRun(page, { scenario: 1, name: 'by hand', ...scenario });
  open.push(run);
  return run;
}

/** Goes on until the state is active. */
function until(run: DebugRun, state: string): void {
  while (!run.view().states.includes(state)) {
    if (!run.step())
      throw new Error(`"${state}" is not reached, the run stands in ${run.view().states.join(' ')}`);
  }
}

const finish = (run: DebugRun): void => {
  while (run.step()) continue;
};

/** The trace of the run is that of its scenario, written to a file and read again. */
async function expectRepeated(run: DebugRun): Promise<string> {
  const text = writeScenarios([run.scenario]);
  const read = readScenarios(text, 'saved.yaml');
  expect(read.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(read.value).toEqual([run.scenario]);
  const scenario = read.value[0] ?? run.scenario;
  const again = await runPage(menuPage, 'menu.scxml', scenario, { wasm: engine, verbose: true, limits });
  expect(traceJsonLines(again.value)).toBe(traceJsonLines(run.result().value));
  return text;
}

describe('a run that is steered', () => {
  it('goes step by step, and shows where it stands', () => {
    const run = start();
    expect(run.view().states).toEqual(['main', 'start']);
    until(run, 'menu');
    const view = run.view();
    expect(view).toMatchObject({ at: 0, states: ['main', 'menu'] });
    expect(view.underWay).toEqual([{ kind: 'treatment', nth: 1, what: 'dialog:playandcollect', at: 0 }]);
    expect(view.state?.start.line).toBe(6);
    expect(view.transition?.start.line).toBe(5);
    expect(view.timers).toMatchObject([{ at: 10 }]);
    expect(run.news().some((entry) => entry.kind === 'enter')).toBe(true);
    expect(run.news()).toEqual([]);
  });

  it('waits, and goes on when something is done to it', async () => {
    const run = start();
    until(run, 'menu');
    expect(run.change(() => answerTreatment(1, { digits: '2', lasts: 3 }))).toBe(true);
    until(run, 'lookup');
    expect(run.now).toBe(3);
    expect(run.view().underWay).toMatchObject([{ kind: 'fetch', nth: 1, what: 'http://crm.example/level' }]);
    expect(run.change(() => answerRequest('fetch', 1, { content: 'gold', lasts: 2 }))).toBe(true);
    until(run, 'selection');
    expect(run.now).toBe(5);
    while (run.view().requests.length === 0 || run.view().events.length > 0) run.step();
    expect(run.view().requests).toEqual([
      { name: 'r1', queue: 'VQ_Sales', targets: ['Sales@Stat.GA'], priority: 0, position: 1, waited: 0 },
    ]);
    while (run.step(20)) continue;
    expect(run.now).toBe(20);
    expect(run.change((at) => setAgentState(at, 'ada', 'ready', { groups: ['Sales'] }))).toBe(true);
    finish(run);
    expect(run.stop).toEqual({ kind: 'final', state: 'routed' });
    expect(run.result().value).toMatchObject({ end: 'routed', target: 'ada', duration: 20 });
    const text = await expectRepeated(run);
    expect(text).toContain('at: 20, value: ready');
  });

  it('takes everything that can be done as a part of its scenario', async () => {
    const run = start({ world: { agents: [{ id: 'ada', groups: ['Sales'] }], defaultDestination: '9000' } });
    until(run, 'again');
    run.change(() => answerTreatment(2, { error: 'broken', lasts: 1 }));
    until(run, 'lookup');
    run.change(() => answerRequest('fetch', run.view().asked('fetch'), { error: 'down', lasts: 1.5 }));
    until(run, 'selection');
    while (run.step(30)) continue;
    run.change((at) => sendEvent(at, 'urgent', { why: 'VIP' }));
    run.change((at) => letHappen(at, { udata: { Note: 'by hand' } }));
    run.change((at) => setAgentState(at, 'ada', 'ready'));
    run.change((at) => setAgentState(at, 'ada', 'notReady'));
    finish(run);
    const { steps, end } = run.result().value;
    expect(end).toBe('routed');
    expect(steps.map(({ kind }) => kind)).toContain('request');
    await expectRepeated(run);
  });

  it('does things at moments of their own, in the order in which they were done', async () => {
    const run = start();
    until(run, 'menu');
    run.change((at) => letHappen(at, { udata: { Note: 'first' } }));
    run.change((at) => sendEvent(at, 'urgent', undefined));
    run.change((at) => letHappen(at, { hangup: true }));
    expect(run.scenario.happenings).toEqual([
      { at: 0.001, udata: { Note: 'first' } },
      { at: 0.003, hangup: true },
    ]);
    expect(run.scenario.answers?.events).toEqual([{ at: 0.002, name: 'urgent' }]);
    finish(run);
    expect(run.result().value).toMatchObject({ end: 'abandoned', duration: 0.003 });
    await expectRepeated(run);
  });

  it('makes an action fail the next time that it is executed', async () => {
    const run = start({ answers: { treatments: [{ digits: '2' }] } });
    until(run, 'lookup');
    run.change(() => failAction('queue:submit', run.view().asked('queue:submit') + 1, 'internal'));
    run.change(() => failAction('queue:default', 1, undefined));
    finish(run);
    expect(run.stop).toEqual({ kind: 'final', state: 'unrouted' });
    await expectRepeated(run);
  });

  it('takes back what was done, and goes back', () => {
    const run = start();
    until(run, 'menu');
    const { taken } = run;
    run.change((at) => letHappen(at, { hangup: true }));
    finish(run);
    expect(run.result().value.end).toBe('abandoned');
    expect(run.undo()).toBe(true);
    expect(run.taken).toBe(taken);
    expect(run.view().states).toEqual(['main', 'menu']);
    expect(run.scenario.happenings).toBeUndefined();
    expect(run.undo()).toBe(false);
    run.goTo(0);
    expect(run.view().states).toEqual(['main', 'start']);
    expect(run.news().length).toBeGreaterThan(0);
  });

  it('evaluates expressions without a trace in the run', async () => {
    const run = start();
    until(run, 'menu');
    expect(run.examine('_data.tries')).toEqual({ ok: true, value: 0 });
    expect(run.examine('(_data.tries = 7, _genesys.ixn.setuData({ Spoilt: 1 }), _data.tries)')).toEqual({
      ok: true,
      value: 7,
    });
    expect(run.examine('nothing.here')).toMatchObject({ ok: false, failure: { kind: 'ReferenceError' } });
    expect(run.examine('(function () { for (;;) ; })()')).toMatchObject({
      ok: false,
      failure: { kind: 'budget' },
    });
    until(run, 'again');
    run.change((at) => letHappen(at, { hangup: true }));
    finish(run);
    expect(run.result().value.udata).toEqual({});
    expect(run.result().value.steps.some(({ kind }) => kind === 'udata')).toBe(false);
    await expectRepeated(run);
  });

  it('says when a change alters what has happened', () => {
    const run = start({ answers: { treatments: [{ digits: '2' }] } });
    until(run, 'lookup');
    expect(run.change(() => answerTreatment(1, { digits: '2', lasts: 1 }))).toBe(false);
  });
});
