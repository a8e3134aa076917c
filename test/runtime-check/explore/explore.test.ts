import { beforeAll, describe, expect, it } from 'vitest';
import { explorePage, type Exploration } from '../../../src/runtime-check/explore/explore.js';
import { pageCoverage } from '../../../src/runtime-check/page-coverage.js';
import { joinCovered } from '../../../src/runtime-check/coverage.js';
import { preparePage, type RunnablePage } from '../../../src/runtime-check/run-prepare.js';
import { readScenarios } from '../../../src/runtime-check/scenario/read.js';
import { writeScenarios } from '../../../src/runtime-check/scenario/write.js';
import type { ScriptEngineFactory } from '../../../src/runtime-check/script/engine.js';
import { loadEngine } from '../load-engine.js';
import { callPage, page } from '../run-page/pages.js';

let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});

async function prepared(text: string): Promise<RunnablePage> {
  const { value, diagnostics } = await preparePage(text, 'p.scxml', {
    wasm: engine,
    budget: { microsteps: 5_000, events: 5_000 },
    limits: { instructions: 100, total: 500 },
  });
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

const explore = async (text: string, budget = 300): Promise<Exploration> =>
  explorePage(await prepared(text), { budget });

/** What was left: `line reason`. */
const left = ({ coverage }: Exploration): readonly string[] =>
  coverage.transitions.missed.map(({ line, reason }) => `${String(line)} ${reason}`);

const start = `<state id="start"><transition event="interaction.added" target="first"><assign location="_data.ixn" expr="_event.data.interactionid"/></transition></state>`;
const data = `<datamodel><data id="ixn" expr="''"/><data id="rid" expr="''"/><data id="v" expr="''"/><data id="w" expr="0"/></datamodel>`;
/** A page that begins with the call, goes on with `states` from `first`, and has the final states `yes` and `no`. */
const after = (states: string): string =>
  page(`${start}\n${states}\n<final id="yes"/><final id="no"/>`, 'start', data);

describe('exploring', () => {
  it('drives every transition of a page with a treatment, a selection and default routing', async () => {
    const found = await explore(callPage);
    expect(left(found)).toEqual([]);
    expect(found.coverage.states.missed).toEqual([]);
    const ends = new Set(found.suite.map(({ log }) => log.result.end));
    expect([...ends].sort()).toEqual(['abandoned', 'defaulted', 'routed', 'unrouted']);
  });

  it.each([
    [
      'user data, above and below a number, through a function and a variable',
      `<state id="first"><onentry><script>function level(key) { return parseInt(_genesys.ixn.interactions[_data.ixn].udata[key] || '0', 10); }
if (level('Amount') > 5000) { _data.w = 2; }</script></onentry>
<transition cond="_data.w == 2" target="yes"/><transition target="no"/></state>`,
    ],
    [
      'two inputs at once',
      `<state id="first">
<transition cond="_genesys.ixn.interactions[_data.ixn].udata.Segment == 'gold' &amp;&amp; _genesys.ixn.interactions[_data.ixn].ani == '5550177'" target="yes"/>
<transition target="no"/></state>`,
    ],
    [
      'keys of a menu',
      `<state id="first"><onentry><dialog:playandcollect requestid="_data.rid" interactionid="_data.ixn"><dialog:input max_digits="1"/></dialog:playandcollect></onentry>
<transition event="dialog.playandcollect.done" target="chosen"><assign location="_data.v" expr="_event.data.digits"/></transition></state>
<state id="chosen"><transition cond="_data.v == '7'" target="yes"/><transition cond="_data.v == ''" target="no"/><transition target="first"/></state>`,
    ],
    [
      'the answer of a server, an error of it, and none in time',
      `<state id="first"><onentry><session:fetch requestid="_data.rid" srcexpr="'http://shop.invalid/open'" timeout="10"/></onentry>
<transition event="session.fetch.done" target="read"><assign location="_data.v" expr="_event.data.content"/></transition>
<transition event="error.session.fetch" cond="_event.data.error == 'timeout'" target="no"/>
<transition event="error.session.fetch" target="no"/></state>
<state id="read"><transition cond="JSON.parse(_data.v).state == 'open'" target="yes"/><transition target="no"/></state>`,
    ],
    [
      'an event of the customer’s own, with data that fit',
      `<state id="first"><onentry><assign location="_data.w" expr="41 + 1"/></onentry>
<transition event="crm.answer" cond="_event.data.number == _data.w &amp;&amp; _event.data.kind == 'vip'" target="yes"/>
<transition event="crm.answer" target="no"/></state>`,
    ],
    [
      'the time of day, the day of the week and a list',
      `<state id="first"><transition cond="_genesys.session.dayInZone('UTC') == 6" target="yes"/>
<transition cond="_genesys.session.timeInZone('UTC') &lt; '08:00'" target="no"/>
<transition cond="_genesys.session.getListItemValue('Lines', '8001', 'open') == 'yes'" target="yes"/>
<transition target="no"/></state>`,
    ],
    [
      'a statistic and an option',
      `<state id="first"><transition cond="_genesys.statistic.sData('Sales@Stat.GA', 'StatLoad') &gt; 80" target="yes"/>
<transition cond="_genesys.session.getConfigOption('mode') == 'night'" target="yes"/><transition target="no"/></state>`,
    ],
    [
      'another kind of interaction, and a script that fails',
      `<state id="first"><transition cond="_genesys.ixn.interactions[_data.ixn].category == 'msgbased'" target="second"/><transition target="second"/></state>
<state id="second"><onentry><assign location="_data.v" expr="''"/><script>_data.w.toString(); _data.v = 'done';</script></onentry>
<transition cond="_data.v == 'done'" target="yes"/><transition event="error.script" target="no"/></state>`,
    ],
  ])('finds %s', async (_what, states) => {
    expect(left(await explore(after(states)))).toEqual([]);
  });

  it('says of what it did not reach why: the event, the condition, the state', async () => {
    const found = await explore(
      after(`<state id="first"><onentry><assign location="_data.w" expr="1"/></onentry>
<transition cond="_data.w == 2" target="other"/>
<transition event="go" target="yes"/></state>
<state id="other"><transition event="on" target="no"/></state>`),
      120,
    );
    expect(left(found)).toEqual([
      '5 its condition stayed false: _data.w == 2',
      '7 the state "other" was never entered',
    ]);
    expect(found.coverage.states.missed.map(({ id, reason }) => [id, reason])).toEqual([
      ['other', 'the only way there, line 5, was not taken: its condition stayed false: _data.w == 2'],
      ['no', 'the only way there, line 7, was not taken: the state "other" was never entered'],
    ]);
  });

  it('writes scenarios that are valid, small, named after what they reach, and cover the same when they are run again', async () => {
    const runnable = await prepared(callPage);
    const { suite, coverage } = explorePage(runnable, { budget: 300 });
    const text = writeScenarios(suite.map(({ scenario }) => scenario));
    const read = readScenarios(text, 'found.yaml');
    expect(read.diagnostics).toEqual([]);
    const runs = read.value.map((scenario) => {
      const run = runnable.start(scenario);
      const outcome = run.result(run.run());
      run.dispose();
      expect(outcome.diagnostics.filter(({ code }) => code === 'IRD5401')).toEqual([]);
      return outcome.value.covered;
    });
    const again = pageCoverage(runnable.document, joinCovered(runs));
    expect(again.transitions.taken).toBe(coverage.transitions.taken);
    const names = read.value.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('reaches routed');
    const routed = read.value.find(({ name }) => name === 'reaches routed');
    expect(routed).toMatchObject({ world: { allTargetsReady: true }, expect: { end: 'routed' } });
    expect(Object.keys(routed ?? {})).not.toContain('answers');
  });

  it('gives the same for the same page, and keeps to its budget', async () => {
    const first = await explore(callPage, 90);
    const second = await explore(callPage, 90);
    const texts = [first, second].map(({ suite }) => writeScenarios(suite.map(({ scenario }) => scenario)));
    expect(texts[0]).toBe(texts[1]);
    expect(first.runs).toEqual(second.runs);
    const few = await explore(callPage, 5);
    expect(few.runs.searching).toBe(5);
    expect(few.runs.shrinking).toBeLessThanOrEqual(3);
    expect(few.coverage.transitions.missed.length).toBeGreaterThan(0);
  });

  it('begins with the scenarios that are given', async () => {
    const hidden = after(
      `<state id="first"><transition cond="_genesys.ixn.interactions[_data.ixn].udata.Code * 7919 == 55433" target="yes"/><transition target="no"/></state>`,
    );
    const given = {
      scenario: 1,
      name: 'known',
      interaction: { udata: { Code: 7 } },
      expect: { end: 'stuck' },
    } as const;
    const runnable = await prepared(hidden);
    expect(left(explorePage(runnable, { budget: 40 }))).toHaveLength(1);
    expect(left(explorePage(runnable, { budget: 40, given: [given] }))).toEqual([]);
  });

  it.each([
    [
      'an endless script',
      `<state id="first"><onentry><script>while (true) {}</script></onentry><transition event="x" target="yes"/></state>`,
    ],
    [
      'an endless loop of states',
      `<state id="first"><transition target="second"/></state><state id="second"><transition target="first"/></state>`,
    ],
    [
      'deep nesting of conditions',
      `<state id="first"><transition cond="${'('.repeat(400)}_data.w${')'.repeat(400)}" target="yes"/><transition event="y" target="no"/></state>`,
    ],
    [
      'hostile names',
      `<state id="first"><transition event="__proto__" cond="_event.data.__proto__ == 1" target="yes"/><transition event="x" cond="_data['__proto__'].constructor == 2" target="no"/></state>`,
    ],
  ])('comes to an end with %s', async (_what, states) => {
    const { runs } = await explore(after(states), 25);
    expect(runs.searching).toBeLessThanOrEqual(25);
  });
});
