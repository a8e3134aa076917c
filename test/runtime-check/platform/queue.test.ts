import { describe, expect, it } from 'vitest';
import type { ScenarioWorld } from '../../../src/runtime-check/scenario/types.js';
import { bench, type Bench } from './bench.js';

const world: ScenarioWorld = {
  agents: [
    {
      id: 'anna',
      groups: ['Sales'],
      skills: { English: 7 },
      dn: '7001',
      place: 'P1',
      switch: 'SIP',
      ready: [{ at: 5, value: true }],
    },
  ],
};

const submit = (attributes = '', children = ''): string => `
  <queue:submit requestid="_data.rid" interactionid="_data.ixn" queue="'VQ_Sales'" timeout="10" route="true" clearontimeout="true" ${attributes}>
    ${children}
    <queue:targets type="agentgroup" statserver="'Stat'"><queue:target name="'Sales'"/></queue:targets>
  </queue:submit>`;

/** The page has taken `interaction.added` and kept the id. */
function begun(...given: Parameters<typeof bench>): Bench {
  const b = bench(...given);
  b.pass(0);
  b.events();
  b.script("_data.ixn = _genesys.ixn.interactions[0] ? _genesys.ixn.interactions[0].g_uid : ''");
  return b;
}

const names = (events: readonly string[]): readonly string[] =>
  events.map((event) => event.split(' ').slice(0, 2).join(' '));

describe('queue:submit', () => {
  it('writes the request id, then tells it, then delivers', () => {
    const b = begun({ world });
    expect(b.run(submit())).toEqual([true]);
    expect(b.script('_data.rid')).toBe('request-1');
    b.pass(6);
    const [id, done, moved] = b.events();
    expect(id).toBe('0 queue.submit.requestid {"requestid":"request-1","interactionid":"ixn0001"}');
    expect(done?.startsWith('5 queue.submit.done ')).toBe(true);
    expect(JSON.parse(done?.slice('5 queue.submit.done '.length) ?? '')).toEqual({
      requestid: 'request-1',
      interactionid: 'ixn0001',
      targetselected: '7001@SIP.DN',
      targetcomponentselected: 'anna@Stat.A',
      targetobjectselected: 'Sales@Stat.GA',
      vqselected: 'VQ_Sales',
      resource: { type: 'A', agent: 'anna', place: 'P1', dn: '7001', switch: 'SIP', vq: 'VQ_Sales' },
    });
    expect(moved).toBe('5 interaction.partystatechanged {"interactionid":"ixn0001","focusdeviceid":"7001"}');
    expect(b.world.interactions.all[0]?.delivery?.target).toBe('anna');
    expect(b.steps).toEqual([
      {
        at: 0,
        kind: 'submit',
        params: {
          request: 'r1',
          queue: 'VQ_Sales',
          priority: 0,
          ordertype: 'any',
          orderstat: '',
          timeout: 10,
          clearontimeout: true,
          route: true,
          targets: ['Sales@Stat.GA'],
        },
      },
      {
        at: 5,
        kind: 'routed',
        params: {
          target: 'anna',
          by: 'submit',
          request: 'r1',
          component: 'anna@Stat.A',
          object: 'Sales@Stat.GA',
          queue: 'VQ_Sales',
        },
      },
    ]);
  });

  it('only selects with route="false", and the agent stays blocked', () => {
    const b = begun({ world });
    b.run(submit().replace('route="true"', 'route="false"'));
    b.run(submit());
    b.pass(20);
    expect(names(b.events())).toEqual([
      '0 queue.submit.requestid',
      '0 queue.submit.requestid',
      '5 queue.submit.done',
      '10 error.queue.submit',
    ]);
    expect(b.world.interactions.all[0]?.state).toBe('present');
  });

  it('says which fields of its events no document has, and nothing of those that one has', () => {
    const b = begun({ world });
    b.run(submit());
    b.pass(6);
    b.run('<queue:cancel requestid="_data.rid"/>');
    b.pass(0);
    expect(b.assumptions().filter((text) => text.startsWith('event-field'))).toEqual([
      'event-field: No document has the field "interactionid" of queue.submit.requestid.',
      'event-field: No document has the field "interactionid" of queue.cancel.done.',
      'event-field: No document has the field "queue" of queue.cancel.done.',
    ]);
  });

  it('leaves the virtual queue as routed with the selection, which no document says', () => {
    const b = begun({ world });
    b.run(submit().replace('route="true"', 'route="false"'));
    b.pass(6);
    expect(b.world.requests.records).toMatchObject([{ exit: 'routed', to: 5000 }]);
    expect(b.assumptions().join()).toContain('selected-is-routed');
  });

  it('answers a timeout with error.queue.submit, and the late target of a kept request with done', () => {
    const b = begun({
      world: { agents: [{ id: 'anna', groups: ['Sales'], ready: [{ at: 30, value: true }] }] },
    });
    b.run(submit().replace('clearontimeout="true"', 'clearontimeout="false"'));
    b.pass(60);
    const events = b.events();
    expect(names(events)).toEqual([
      '0 queue.submit.requestid',
      '10 error.queue.submit',
      '30 queue.submit.done',
      '30 interaction.partystatechanged',
    ]);
    expect(events[1]).toContain('{"requestid":"request-1","error":"timeout"');
  });

  it('reads targets of every form, with weights and thresholds', () => {
    const b = begun({ world });
    b.run(`<queue:submit requestid="_data.rid" ordertype="'percentage'">
      <queue:targets type="queue" statserver="'S'">
        <queue:target name="'8001'" weight="'60'"/>
        <queue:target name="'8002'" weight="40" threshold="'StatCallsInQueue &lt; 5'" type="routepoint"/>
        <queue:target skillexpr="'English &gt; 5'" type="skill"/>
        <queue:target name="'Sales'" skillexpr="'English &gt; 5'" type="agentgroup"/>
        <queue:targetid expr="'[10]8003@S.Q, anna@.A'"/>
      </queue:targets></queue:submit>`);
    b.pass(0);
    expect(b.steps[0]?.params['targets']).toEqual([
      '[60]8001@S.Q',
      '{StatCallsInQueue < 5}[40]8002@S.RP',
      '?:English > 5@S.GA',
      '?Sales:English > 5@S.GA',
      '[10]8003@S.Q',
      'anna@.A',
    ]);
  });

  it('fails for wrong values instead of throwing', () => {
    const b = begun({ world });
    b.run(submit().replace('timeout="10"', 'timeout="\'soon\'"'));
    b.run(submit('ordertype="\'best\'"'));
    b.run(submit().replace('name="\'Sales\'"', ''));
    b.run(
      '<queue:submit requestid="_data.rid"><queue:targets><queue:targetid expr="\'nonsense\'"/></queue:targets></queue:submit>',
    );
    b.run('<queue:submit requestid="_data.rid"/>');
    b.run(submit().replace('_data.ixn', "'other'"));
    b.pass(0);
    const errors = b.events().filter((event) => event.startsWith('0 error.'));
    expect(errors.map((event) => /"error":"(\w+)"/.exec(event)?.[1])).toEqual([
      'invalidattribute',
      'invalidattribute',
      'invalidtarget',
      'invalidtarget',
      'invalidtarget',
      'invalidinteraction',
    ]);
    expect(b.assumptions().filter((text) => text.startsWith('error-word'))).toEqual([
      'error-word: No document has the error "invalidattribute" of queue:submit.',
      'error-word: No document has the error "invalidtarget" of queue:submit.',
      'error-word: No document has the error "invalidinteraction" of queue:submit.',
    ]);
    expect(b.run(submit('priority="nowhere.at.all"'))).toEqual([true]);
    b.pass(0);
    expect(b.events()).toEqual([]);
  });

  it('plays busy treatments in order and again, without events, until a target is found', () => {
    const b = begun({
      world: { agents: [{ id: 'anna', groups: ['Sales'], ready: [{ at: 9, value: true }] }] },
    });
    const busy = `<dialog:runtreatments>
        <dialog:playsound type="'music'" resource="'music/on_hold'" duration="3"/>
        <dialog:pause duration="1"/>
      </dialog:runtreatments>`;
    b.run(submit('', busy));
    b.pass(60);
    expect(names(b.events())).toEqual([
      '0 queue.submit.requestid',
      '9 queue.submit.done',
      '9 interaction.partystatechanged',
    ]);
    expect(
      b.steps.map(({ at, kind, params }) =>
        `${String(at)} ${kind} ${String(params['element'] ?? '')}`.trim(),
      ),
    ).toEqual(['0 submit', '0 treatment dialog:playsound', '3 treatment dialog:pause', '9 routed']);
    expect(b.assumptions()).toContainEqual(expect.stringContaining('busy-treatments-repeat'));
  });

  it('can be made to fail the nth time', () => {
    const b = begun({ world, answers: { failures: [{ action: 'queue:submit', nth: 2, error: 'remote' }] } });
    b.run(submit().replace('timeout="10"', 'timeout="0"'));
    b.pass(0);
    b.run(submit());
    b.pass(1);
    expect(names(b.events())).toEqual([
      '0 queue.submit.requestid',
      '0 error.queue.submit',
      '0 queue.submit.requestid',
      '0 error.queue.submit',
    ]);
  });
});

describe('other queue actions', () => {
  it('cancels one request, or all in a queue', () => {
    const b = begun({ world });
    b.run(submit());
    b.run(submit());
    b.run('<queue:cancel requestid="_data.rid"/>');
    b.run('<queue:cancel interactionid="_data.ixn" queue="\'VQ_Sales\'"/>');
    b.run('<queue:cancel/>');
    b.pass(60);
    const events = b.events();
    expect(names(events).slice(2)).toEqual([
      '0 queue.cancel.done',
      '0 queue.cancel.done',
      '0 error.queue.cancel',
    ]);
    expect(events[2]).toContain('"requestid":"request-2"');
    expect(b.steps.slice(2).map(({ params }) => params)).toEqual([
      { request: 'r2' },
      { queue: 'VQ_Sales', requests: ['r1'] },
    ]);
    expect(b.world.requests.records.map(({ exit }) => exit)).toEqual(['cleared', 'cleared']);
  });

  it('queries and updates a waiting request', () => {
    const b = begun({ world: { calls: [{ queue: 'VQ_Sales', targets: 'Sales@.GA', priority: 2 }] } });
    b.run(submit());
    b.pass(3);
    b.events();
    b.run(
      '<queue:query requestid="_data.rid"/><queue:update requestid="_data.rid" priority="9"/><queue:query requestid="_data.rid"/>',
    );
    b.run('<queue:query requestid="\'none\'"/><queue:update requestid="\'none\'"/>');
    b.pass(0);
    expect(b.events()).toEqual([
      '3 queue.query.done {"requestid":"request-1","priority":0,"positioninqueue":2,"invqwaittime":3}',
      '3 queue.update.done {"requestid":"request-1"}',
      '3 queue.query.done {"requestid":"request-1","priority":9,"positioninqueue":1,"invqwaittime":3}',
      '3 error.queue.query {"requestid":"none","error":"invalidrequest","description":"The request does not wait."}',
      '3 error.queue.update {"requestid":"none","error":"invalidrequest","description":"The request does not wait."}',
    ]);
  });

  it('delivers to the default destination, or fails without one', () => {
    const b = begun({ world: { defaultDestination: '9000' } });
    b.run(
      '<queue:default requestid="_data.d" interactionid="_data.ixn"/><queue:default requestid="_data.d"/>',
    );
    b.pass(0);
    expect(names(b.events())).toEqual(['0 queue.default.done', '0 error.queue.default']);
    expect(b.steps).toEqual([{ at: 0, kind: 'defaulted', params: { target: '9000', by: 'queue:default' } }]);
    const none = begun();
    none.run('<queue:default requestid="_data.d"/>');
    none.pass(0);
    expect(none.events()[0]).toContain('"error":"invaliddestination"');
    expect(none.assumptions().join()).toContain('"invaliddestination" of queue:default');
  });

  it('offers its functions and enumerations to scripts', () => {
    const b = begun({ world });
    expect(b.script('_genesys.queue.rType.RouteTypeDefault')).toBe(1);
    expect(b.script("_genesys.queue.excludeAgents('anna, bob')")).toBe('');
    expect(b.script('_genesys.queue.excludeAgents([])')).toBe('anna,bob');
    b.script(
      '_genesys.queue.incrementPriority(2, 1); _genesys.queue.priorityLimits(0, 3); _genesys.queue.priorityTuning(true)',
    );
    b.script('_genesys.queue.checkAgentState(false); _genesys.queue.setIdealAgent(1)');
    b.run(submit());
    b.pass(0);
    expect(b.world.interactions.all[0]?.delivery?.target).toBe('anna');
    expect(b.steps.filter(({ kind }) => kind === 'update').map(({ params }) => params)).toEqual([
      { priorityIncrement: 2, every: 1 },
      { priorityLimit: 3 },
    ]);
    expect(b.assumptions()).toContain('inert-function: setIdealAgent is not simulated and has no effect.');
  });
});
