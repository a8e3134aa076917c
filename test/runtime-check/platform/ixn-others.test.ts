// What others do to the interactions of a session, and how they move between sessions.
import { describe, expect, it } from 'vitest';
import { runPage } from '../../../src/runtime-check/index.js';
import { loadEngine } from '../load-engine.js';
import { bench, type Bench } from './bench.js';

function begun(...given: Parameters<typeof bench>): Bench {
  const b = bench(...given);
  b.pass(0);
  b.events();
  return b;
}

const submit = `<queue:submit requestid="_data.s" queue="'VQ'" route="true" timeout="60"><queue:targets><queue:targetid expr="'anna@.A'"/></queue:targets></queue:submit>`;
const play = `<dialog:play requestid="_data.p"><dialog:prompts><dialog:prompt text="'Hello'"/></dialog:prompts></dialog:play>`;
const consulting = {
  interaction: { parent: 'caller', ani: '7001', dnis: '8001' },
  interactions: [{ id: 'caller', ani: '5550123', dnis: '8000', udata: { Customer: '42' } }],
};

describe('a consult call', () => {
  it('knows its parent, which the page sees once it has attached it', () => {
    const b = begun(consulting);
    const call = '_genesys.ixn.interactions.ixn0001';
    expect(b.script(`[${call}.parentid, ${call}.voice.type].join()`)).toBe('caller,consult');
    expect(b.script('typeof _genesys.ixn.interactions.caller')).toBe('undefined');
    b.run(`<ixn:attach requestid="_data.a" interactionid="${call}.parentid"/>`);
    b.run(`<ixn:redirect requestid="_data.r" interactionid="'caller'" to="'9000'"/>`);
    b.pass(0);
    expect(b.events()).toEqual([
      '0 interaction.attach.done {"requestid":"request-1","interactionid":"caller"}',
      expect.stringContaining('"error":"invalidstate.routed"'),
    ]);
    expect(b.script('_genesys.ixn.interactions.caller.udata.Customer')).toBe('42');
    expect(b.script('_genesys.ixn.interactions[1].g_uid')).toBe('caller');
  });

  it('loses what the page deletes in the moment of the merge on the call that remains', () => {
    const b = begun(consulting);
    b.script('_genesys.ixn.deleteuData({ Customer: 0 })');
    b.world.control.merge('ixn0001', undefined, undefined);
    b.events();
    b.pass(0);
    expect(b.events().at(-1)).toBe('0 interaction.udata.changed {"interactionid":"caller"}');
    expect(b.world.interactions.find('caller')?.udata).toEqual({});
  });

  it('that is completed leaves its parent where it stood: in the queue, and in the announcement', () => {
    const b = begun({
      ...consulting,
      world: { agents: [{ id: 'anna', ready: [{ at: 8, value: true }] }] },
      happenings: [{ at: 2, merge: true }],
    });
    b.run(submit + play);
    b.pass(2);
    expect(b.events().slice(-2)).toEqual([
      '2 interaction.onmerge {"frominteractionid":"ixn0001","tointeractionid":"caller"}',
      '2 interaction.deleted {"interactionid":"ixn0001","resultof":"merge"}',
    ]);
    expect(b.script("Object.keys(_genesys.ixn.interactions).join(' ')")).toBe('0 caller');
    expect(b.script('_genesys.ixn.firstixnid')).toBe('caller');
    b.run(`<ixn:redirect requestid="_data.r" interactionid="'ixn0001'" to="'9000'"/>`);
    b.pass(6);
    const events = b.events();
    expect(events.map((event) => event.split(' ').slice(0, 2).join(' '))).toEqual([
      '2 error.interaction.redirect',
      '5 dialog.play.done',
      '8 queue.submit.done',
      '8 interaction.partystatechanged',
    ]);
    expect(events[2]).toContain('"interactionid":"caller"');
    expect(b.world.interactions.main).toMatchObject({
      id: 'caller',
      state: 'delivered',
      udata: { Customer: '42' },
      delivery: { target: 'anna' },
    });
  });

  it('that is completed still leaves its queue when the caller hangs up', () => {
    const b = begun({
      ...consulting,
      happenings: [
        { at: 2, merge: { resultof: '' } },
        { at: 4, hangup: true },
      ],
    });
    b.run(submit);
    b.pass(9);
    expect(b.events().slice(-2)).toEqual([
      '2 interaction.deleted {"interactionid":"ixn0001","resultof":""}',
      '4 interaction.deleted {"interactionid":"caller","resultof":"deletion"}',
    ]);
    expect(b.world.requests.records).toMatchObject([{ queue: 'VQ', exit: 'abandoned' }]);
  });

  it('that is given up leaves its parent with the agent', () => {
    const b = begun({ ...consulting, happenings: [{ at: 3, hangup: true }] });
    b.run(`<ixn:attach requestid="_data.a" interactionid="'caller'"/>`);
    b.pass(5);
    expect(b.events().slice(1)).toEqual([
      '3 interaction.deleted {"interactionid":"ixn0001","resultof":"deletion"}',
    ]);
    expect(b.world.interactions.find('caller')?.state).toBe('talking');
  });

  it('about the call of the session is merged into it', () => {
    const b = begun({
      happenings: [
        { at: 1, consult: { to: '7002' } },
        { at: 4, merge: true },
      ],
    });
    b.pass(5);
    expect(b.events()).toEqual([
      '4 interaction.onmerge {"frominteractionid":"ixn0002","tointeractionid":"ixn0001"}',
    ]);
    expect(b.world.interactions.main).toMatchObject({ id: 'ixn0001', device: '7002', attached: true });
  });

  it('cannot be completed twice, nor into itself', () => {
    const b = begun({
      ...consulting,
      happenings: [
        { at: 1, merge: { into: 'ixn0001' } },
        { at: 2, merge: true },
        { at: 3, merge: true },
      ],
    });
    b.pass(5);
    expect(b.events()).toHaveLength(2);
  });
});

describe('transfers and parties', () => {
  it('move the call in one step, back to a routing point it can be routed again', () => {
    const b = begun({
      happenings: [
        { at: 1, transfer: { to: '7002' } },
        { at: 2, transfer: { to: '8005', devicetype: 'routepoint' } },
        { at: 3, transfer: { to: '7003', how: 'mute' } },
      ],
    });
    b.run('<ixn:redirect requestid="_data.r" to="\'7001\'"/>');
    b.pass(0);
    b.events();
    b.pass(1);
    expect(b.world.interactions.main).toMatchObject({ state: 'delivered', device: '7002' });
    b.pass(1);
    expect(b.world.interactions.main).toMatchObject({ state: 'present', device: '8005' });
    b.pass(1);
    expect(b.events()).toEqual([
      '1 interaction.partystatechanged {"interactionid":"ixn0001","focusdeviceid":"7002"}',
      '2 interaction.partystatechanged {"interactionid":"ixn0001","focusdeviceid":"8005"}',
      '2 interaction.onrouterequest {"interactionid":"ixn0001","focusdeviceid":"8005"}',
      '3 interaction.onmerge {"frominteractionid":"ixn0002","tointeractionid":"ixn0001"}',
      '3 interaction.partystatechanged {"interactionid":"ixn0001","focusdeviceid":"7003"}',
    ]);
  });

  it('come and go', () => {
    const b = begun({
      happenings: [
        { at: 1, conference: { device: '7005', devicetype: 'agent' } },
        { at: 2, party: { device: '7005', state: 'left' } },
        { at: 3, routeRequest: true },
      ],
    });
    const devices = '_genesys.ixn.interactions.ixn0001.parties.map(function (p) { return p.device }).join()';
    b.pass(1);
    expect(b.script(devices)).toBe('5550100,8000,7005');
    b.pass(1);
    expect(b.script(devices)).toBe('5550100,8000');
    b.pass(1);
    expect(b.events().at(-1)).toBe(
      '3 interaction.onrouterequest {"interactionid":"ixn0001","focusdeviceid":"8000"}',
    );
  });
});

describe('happenings', () => {
  it('come after the nth event of a name', () => {
    const b = begun({
      answers: {
        events: [
          { at: 1, name: 'tick' },
          { at: 2, name: 'tick' },
          { at: 3, name: 'tick' },
        ],
      },
      happenings: [{ after: 'tick', nth: 2, at: 4, udata: { Late: 1 } }],
    });
    b.pass(9);
    expect(b.events().filter((event) => !event.includes('tick'))).toEqual([
      '6 interaction.udata.changed {"interactionid":"ixn0001"}',
    ]);
    expect(b.world.interactions.main?.udata).toEqual({ Late: 1 });
  });

  it('reach interactions that come later, and none that has gone', () => {
    const b = begun({
      interactions: [
        { id: 'second', at: 2, attached: true, media: 'chat' },
        { id: 'other', at: 3, hangup: 1 },
      ],
      happenings: [
        { at: 4, interaction: 'second', udata: { A: 1 } },
        { at: 5, interaction: 'second', hangup: true },
        { at: 6, interaction: 'second', udata: { A: 2 } },
        { at: 6, interaction: 'second', present: true },
        { at: 6, interaction: 'second', taken: true },
      ],
    });
    b.pass(9);
    expect(b.events().map((event) => event.split(' ').slice(0, 2).join(' '))).toEqual([
      '2 interaction.added',
      '2 interaction.present',
      '4 interaction.udata.changed',
      '5 interaction.deleted',
    ]);
    expect(b.steps).toEqual([{ at: 5, kind: 'ended', params: { by: 'caller', interaction: 'second' } }]);
  });
});

describe('several sessions', () => {
  const ns =
    'xmlns="http://www.w3.org/2005/07/scxml" xmlns:ixn="http://www.genesyslab.com/modules/interaction" xmlns:session="http://www.genesyslab.com/modules/session"';
  const main = (to: string): string => `<scxml version="1.0" profile="ecmascript" ${ns} initial="wait">
    <datamodel><data id="other" expr="''"/><data id="r" expr="''"/></datamodel>
    <state id="wait"><transition event="interaction.added" target="start"/></state>
    <state id="start"><onentry><session:start requestid="_data.r" sessionid="_data.other" src="'child.scxml'"/></onentry>
      <transition event="session.start.done" target="give"/></state>
    <state id="give"><onentry><ixn:associate requestid="_data.r" interactionid="'0'" sessionid="${to}"/></onentry>
      <transition event="interaction.notcontrolled" target="given"/>
      <transition event="error.interaction.associate" target="refused"/></state>
    <state id="given"><onentry><send event="'late'" delay="'5s'"/></onentry><transition event="late" target="done"/></state>
    <final id="refused"/><final id="done"/></scxml>`;
  const child = `<scxml version="1.0" profile="ecmascript" ${ns} initial="wait">
    <datamodel><data id="r" expr="''"/></datamodel>
    <state id="wait"><transition event="interaction.added" target="route"/></state>
    <state id="route"><onentry><ixn:redirect requestid="_data.r" interactionid="_event.data.interactionid" to="'9000'"/></onentry>
      <transition event="interaction.redirect.done" target="done"/></state>
    <final id="done"/></scxml>`;
  const run = async (to: string) =>
    runPage(
      main(to),
      'main.scxml',
      { scenario: 1, name: 'test' },
      {
        wasm: await loadEngine(),
        verbose: true,
        resolve: (uri) => (uri.endsWith('child.scxml') ? child : undefined),
      },
    );

  it('give an interaction to each other', async () => {
    const { value } = await run('_data.other');
    expect(value).toMatchObject({ end: 'routed', target: '9000' });
    expect(value.visited).toMatchObject({ given: 1, route: 1, done: 2 });
  });

  it('cannot give it to one that there is not', async () => {
    const { value } = await run("'nobody'");
    expect(value).toMatchObject({ end: 'unrouted' });
    expect(value.visited).toMatchObject({ refused: 1 });
  });
});
