// Actions of the modules in whole runs, with the interpreter and the sandbox: what the platform writes, starts and answers arrives in the page.
import { beforeAll, describe, expect, it } from 'vitest';
import { runPage, validatePage } from '../../../src/runtime-check/index.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import type { ScriptEngineFactory } from '../../../src/runtime-check/script/engine.js';
import type { RunResult } from '../../../src/runtime-check/trace.js';
import { loadEngine } from '../load-engine.js';
import { page } from './pages.js';

let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});

const more = ['ws', 'classification', 'elasticconnector', 'agent', 'resource']
  .map((name) => `xmlns:${name}="http://www.genesyslab.com/modules/${name}"`)
  .join(' ');
const data =
  '<datamodel><data id="r" expr="\'\'"/><data id="child" expr="\'\'"/><data id="parent" expr="\'\'"/></datamodel>';

const whole = (states: string): string =>
  page(`${states}\n<final id="end"/><final id="failed"/>`, 'start', data).replace(
    'version="1.0" profile',
    `${more} version="1.0" profile`,
  );

async function run(
  states: string,
  scenario: Partial<Scenario>,
  resolve: (uri: string) => string | undefined = () => undefined,
): Promise<RunResult> {
  const text = whole(states);
  // Not every page can fail.
  const found = validatePage(text, 'p.scxml').filter(({ code }) => code !== 'IRD5011');
  expect(found.map(({ message }) => message)).toEqual([]);
  const { value, diagnostics } = await runPage(
    text,
    'p.scxml',
    { scenario: 1, name: 't', interaction: { media: 'none' }, ...scenario },
    { wasm: engine, resolve },
  );
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return value;
}

const elements = ({ steps }: RunResult): readonly unknown[] =>
  steps.map(({ at, kind, params }) => [at, kind, params['element']]);

describe('session', () => {
  const child = page(
    `<state id="wait"><transition event="hello" target="bye"><send event="'answer'" target="_data.parent" type="'scxml'"><param name="level" expr="_data.r"/></send></transition></state>
    <state id="bye"><transition event="never" target="end"/></state><final id="end"/>`,
    'wait',
    data,
  );

  it('starts another page, speaks with it and ends it', async () => {
    const result = await run(
      `<state id="start">
        <onentry><session:start requestid="_data.r" src="'child.scxml'"><param name="r" expr="7"/><param name="parent" expr="_sessionid"/></session:start></onentry>
        <transition event="session.start.done" cond="_event.data.requestid == _data.r" target="speak"><assign location="_data.child" expr="_event.data.sessionid"/></transition>
        <transition event="error.session.start" target="failed"/>
      </state>
      <state id="speak">
        <onentry><send event="'hello'" target="_data.child" type="'scxml'"/></onentry>
        <transition event="answer" cond="_event.data.level == 7" target="stop"/>
      </state>
      <state id="stop">
        <onentry><session:terminate sessionid="_data.child"/></onentry>
        <transition event="session.terminate.done" cond="_event.data.sessionid == _data.child" target="end"/>
        <transition event="error" target="failed"/>
      </state>`,
      { expect: { end: 'ended', states: ['end'] } },
      (uri) => (uri.endsWith('child.scxml') ? child : undefined),
    );
    expect(elements(result)).toEqual([
      [0, 'action', 'session:start'],
      [0, 'action', 'session:terminate'],
    ]);
  });

  it('cannot start a page that is not there', async () => {
    await run(
      `<state id="start"><onentry><session:start src="'gone.scxml'"/></onentry>
        <transition event="session.start.done" target="failed"/>
        <transition event="error.session.start" cond="_event.data.error == 'unreachable'" target="end"/></state>`,
      { expect: { states: ['end'] } },
    );
  });

  it('changes the tenant, which scripts may read but not write', async () => {
    await run(
      `<state id="start"><onentry><script>_genesys.session.setTenant('Bank'); _genesys.session.setOptions('speed', '9');</script><send event="'next'" delay="'1s'"/></onentry>
        <transition event="next" cond="_genesys.session.tenant == 'Bank' &amp;&amp; _genesys.session.getConfigOption('speed') == '9'" target="end"/>
        <transition event="next" target="failed"/></state>`,
      { expect: { states: ['end'] } },
    );
  });
});

describe('requests from outside', () => {
  it('are answered by the id of their event', async () => {
    const result = await run(
      `<state id="start"><transition event="status" target="end">
        <ws:response requestid="_event.sendid" resultcode="'200'"><param name="got" expr="_event.data.param"/></ws:response></transition></state>`,
      {
        answers: { events: [{ at: 3, name: 'status', sendid: 'http-7', data: { param: 'x' } }] },
        expect: {
          steps: [
            { action: { element: 'ws:request', sendid: 'http-7' } },
            { action: { element: 'ws:response', answers: 'status', params: { got: 'x' } } },
          ],
        },
      },
    );
    expect(elements(result)).toEqual([
      [3, 'action', 'ws:request'],
      [3, 'action', 'ws:response'],
    ]);
  });

  it('may wait for a state', async () => {
    await run(
      `<state id="start"><onentry><send event="'go'" delay="'5s'"/></onentry><transition event="go" target="ready"/></state>
      <state id="ready"><transition event="status" cond="_event.sendid == 'late'" target="end"><ws:response requestid="_event.sendid"/></transition></state>`,
      {
        answers: { events: [{ in: 'ready', name: 'status', sendid: 'late' }] },
        expect: { steps: [{ action: { element: 'ws:response', answers: 'status' } }] },
      },
    );
  });
});

describe('the smaller modules', () => {
  it('answer in a page', async () => {
    const next = (event: string, target: string): string =>
      `<transition event="${event}" cond="_event.data.requestid == _data.r" target="${target}"/><transition event="error" target="failed"/>`;
    const result = await run(
      `<state id="start"><transition event="interaction.added" target="classify"/></state>
      <state id="classify"><onentry><classification:classify requestid="_data.r" root="'All'"/></onentry>
        <transition event="classification.classify.done" cond="_event.data.categories[0].name == 'Late'" target="write"/><transition event="error" target="failed"/></state>
      <state id="write"><onentry><elasticconnector:createdoc requestid="_data.r" id="'1'"/></onentry>${next('elasticconnector.createdoc.done', 'agent')}</state>
      <state id="agent"><onentry><agent:setmediastate requestid="_data.r" agent="'anna'" state="'notready'" media="_genesys.ixn.mediaType.TMediaVoice"/></onentry>${next('agent.setmediastate.done', 'count')}</state>
      <state id="count"><transition cond="_genesys.statistic.sData('Sales@S.GA', 'StatAgentsAvailable') == 0" target="stop"/></state>
      <state id="stop"><onentry><ixn:terminate requestid="_data.r" interactionid="'0'"/></onentry><transition event="interaction.terminate.done" target="end"/></state>`,
      {
        interaction: { media: 'email' },
        world: { agents: [{ id: 'anna', groups: ['Sales'], ready: true }] },
        answers: { classification: [{ categories: [{ name: 'Late' }] }] },
        expect: { end: 'ended', states: ['end'] },
      },
    );
    expect(elements(result).slice(0, 3)).toEqual([
      [0, 'action', 'classification:classify'],
      [0, 'action', 'elasticconnector:createdoc'],
      [0, 'action', 'agent:setmediastate'],
    ]);
  });
});
