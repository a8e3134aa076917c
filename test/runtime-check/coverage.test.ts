import { beforeAll, describe, expect, it } from 'vitest';
import { joinCovered } from '../../src/runtime-check/coverage.js';
import { coverableOf } from '../../src/runtime-check/coverage-reach.js';
import { isConstant } from '../../src/runtime-check/constant-condition.js';
import { pageCoverage } from '../../src/runtime-check/page-coverage.js';
import { preparePage, type RunnablePage } from '../../src/runtime-check/run-prepare.js';
import type { Scenario } from '../../src/runtime-check/scenario/types.js';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import { loadEngine } from './load-engine.js';
import { callPage, page } from './run-page/pages.js';

let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});

async function prepared(text: string): Promise<RunnablePage> {
  const { value, diagnostics } = await preparePage(text, 'p.scxml', { wasm: engine });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

const cover = (runnable: RunnablePage, scenario: Partial<Scenario>): ReturnType<typeof joinCovered> => {
  const run = runnable.start({ scenario: 1, name: 't', ...scenario });
  try {
    return run.result(run.run()).value.covered;
  } finally {
    run.dispose();
  }
};

/** `line reason` of each transition that no run can take. */
async function excluded(states: string): Promise<readonly string[]> {
  const { document } = await prepared(page(states, 'a'));
  return coverableOf(document).excludedTransitions.map(
    ({ what, reason }) => `${String(what.element.tagSpan.start.line)} ${reason}`,
  );
}

describe('what a run can reach by the graph', () => {
  it('is everything as long as conditions depend on data', async () => {
    const { document } = await prepared(callPage);
    const { states, transitions, excludedStates, excludedTransitions } = coverableOf(document);
    expect(states.map(({ id }) => id)).toEqual([
      ...['main', 'start', 'welcome', 'attach', 'selection', 'fallback'],
      ...['routed', 'defaulted', 'abandoned', 'unrouted'],
    ]);
    expect(transitions).toHaveLength(10);
    expect([...excludedStates, ...excludedTransitions]).toEqual([]);
  });

  it('excludes states that nothing leads to, with all that only they lead to', async () => {
    const lost = `<state id="a"><transition event="go" target="end"/></state>
<state id="b"><transition event="x" target="c"/></state>
<state id="c"/><final id="end"/>`;
    expect(await excluded(lost)).toEqual(['4 its state cannot be reached']);
    const { document } = await prepared(page(lost, 'a'));
    expect(coverableOf(document).excludedStates.map(({ what }) => what.id)).toEqual(['b', 'c']);
  });

  it('excludes what an earlier transition of the state always takes', async () => {
    const states = `<state id="a">
<transition event="error" target="end"/>
<transition event="error.queue" cond="_data.x" target="end"/>
<transition event="error.queue ok" target="end"/>
<transition event="errors" target="end"/>
</state><final id="end"/>`;
    expect(await excluded(states)).toEqual(['5 the transition in line 4 is always taken first']);
  });

  it('excludes events of a state that does not wait, and what follows an unconditional transition without event', async () => {
    const states = `<state id="a">
<transition event="x" target="end"/>
<transition target="b"/>
<transition cond="_data.x" target="end"/>
</state><state id="b"><transition event="*" target="end"/><transition event="x" target="end"/></state><final id="end"/>`;
    expect(await excluded(states)).toEqual([
      '4 the transition in line 5 leaves the state at once',
      '6 the transition in line 5 is always taken first',
      '7 the transition in line 7 is always taken first',
    ]);
  });

  it('excludes what the states inside always take first, also in regions', async () => {
    const inner = (id: string): string => `<state id="${id}"><transition event="x"/></state>`;
    const nested = `<state id="a" initial="i">
<transition event="x.y" target="end"/>
<transition event="z" target="end"/>
${inner('i')}
</state><final id="end"/>`;
    expect(await excluded(nested)).toEqual(['4 the states inside always take its event first']);
    const regions = `<parallel id="a">
<transition event="x" target="end"/>
${inner('i')}<state id="j"><transition event="w"/></state>
</parallel><final id="end"/>`;
    expect(await excluded(regions)).toEqual([]);
  });

  it('excludes conditions that are never true', async () => {
    const states = `<state id="a">
<transition event="x" cond="false" target="b"/>
<transition event="x" cond="true" target="end"/>
<transition event="x" target="end"/>
</state><state id="b"/><final id="end"/>`;
    expect(await excluded(states)).toEqual([
      '4 its condition is never true',
      '6 the transition in line 5 is always taken first',
    ]);
  });
});

describe('constant conditions', () => {
  it.each([
    ['false', false],
    ["'a' == 'b'", false],
    ['!1', false],
    ['true && 0', false],
    ['true || _data.x', true],
    ["'x'", true],
    ['1 === 1', true],
  ])('%s', (code, truth) => {
    const hasName = code.includes('_data');
    // What names data is left to the run.
    expect(isConstant(code, truth)).toBe(!hasName);
    expect(isConstant(code, !truth)).toBe(false);
  });

  it('is nothing that cannot be parsed', () => {
    expect(isConstant('1 ==', false)).toBe(false);
    expect(isConstant("'a' < 'b'", true)).toBe(false);
    expect(isConstant("'1' == 1", true)).toBe(false);
  });
});

describe('coverage of a page', () => {
  it('counts what several runs entered and took, and names the rest by line', async () => {
    const runnable = await prepared(callPage);
    const routed = cover(runnable, { world: { allTargetsReady: true } });
    const lost = cover(runnable, { interaction: { hangup: 1 } });
    const one = pageCoverage(runnable.document, routed);
    expect([one.states.entered, one.states.reachable]).toEqual([6, 10]);
    expect([one.transitions.taken, one.transitions.reachable]).toEqual([4, 10]);
    const both = pageCoverage(runnable.document, joinCovered([routed, lost]));
    expect(both.states.missed.map(({ id }) => id)).toEqual(['fallback', 'defaulted', 'unrouted']);
    expect(
      both.transitions.missed.map(({ line, source, event, targets }) => [line, source, event, targets]),
    ).toEqual([
      [9, 'welcome', 'error.dialog.play', ['attach']],
      [23, 'selection', 'error.queue.submit', ['fallback']],
      [29, 'fallback', 'interaction.redirect.done', ['defaulted']],
      [30, 'fallback', 'queue.default.done', ['defaulted']],
      [31, 'fallback', 'error', ['unrouted']],
    ]);
    expect(both.transitions.missed[0]).toMatchObject({
      condition: '_event.data.requestid == _data.rid',
      file: 'p.scxml',
      reason: '',
    });
  });

  it('counts nothing when nothing ran', async () => {
    const { document } = await prepared(callPage);
    const { states, transitions } = pageCoverage(document, joinCovered([]));
    expect([states.entered, transitions.taken]).toEqual([0, 0]);
    expect(transitions.missed).toHaveLength(transitions.reachable);
  });
});
