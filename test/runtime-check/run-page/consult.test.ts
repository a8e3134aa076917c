// A page written by hand that serves consult calls: it attaches the parent first, waits on the consult call, and goes on with what remains after the merge.
import { describe, expect, it } from 'vitest';
import { runPage, type Scenario } from '../../../src/runtime-check/index.js';
import { loadEngine } from '../load-engine.js';

const page = `<scxml xmlns="http://www.w3.org/2005/07/scxml" xmlns:ixn="http://www.genesyslab.com/modules/interaction"
    xmlns:queue="http://www.genesyslab.com/modules/queue" version="1.0" profile="ecmascript" initial="all">
  <datamodel><data id="id" expr="''"/><data id="parent" expr="''"/><data id="r" expr="''"/><data id="customer" expr="''"/></datamodel>
  <parallel id="all">
    <state id="handler">
      <transition event="interaction.onmerge" cond="_event.data.frominteractionid == _data.id">
        <assign location="_data.id" expr="_event.data.tointeractionid"/>
      </transition>
      <transition event="interaction.deleted" cond="_event.data.interactionid == _data.id" target="gone"/>
    </state>
    <state id="flow" initial="wait">
      <state id="wait">
        <transition event="interaction.added" target="parent">
          <script>_data.id = _event.data.interactionid; _data.parent = _genesys.ixn.interactions[_data.id].parentid;</script>
        </transition>
      </state>
      <state id="parent">
        <onentry><ixn:attach requestid="_data.r" interactionid="_data.parent"/></onentry>
        <transition event="interaction.attach.done" cond="_event.data.requestid == _data.r" target="wanted">
          <script>_data.customer = _genesys.ixn.interactions[_data.parent].udata['Customer'];</script>
        </transition>
        <transition event="error.interaction.attach" target="wanted"/>
      </state>
      <state id="wanted">
        <onentry><queue:submit requestid="_data.r" interactionid="_data.id" queue="'VQ_' + _data.customer" route="false" timeout="60">
          <queue:targets><queue:targetid expr="'anna@.A'"/></queue:targets></queue:submit></onentry>
        <transition event="queue.submit.done" target="given"/>
        <transition event="error.queue.submit" target="gone"/>
      </state>
      <state id="given">
        <onentry><ixn:redirect requestid="_data.r" interactionid="_data.id" to="_event.data.resource"/></onentry>
        <transition event="interaction.redirect.done" target="routed"/>
        <transition event="error.interaction.redirect" target="gone"/>
      </state>
    </state>
  </parallel>
  <final id="routed"/><final id="gone"/></scxml>`;

const consulting: Omit<Scenario, 'name'> = {
  scenario: 1,
  interaction: { parent: 'caller', ani: '7001', dnis: '8001' },
  interactions: [{ id: 'caller', udata: { Customer: '42' } }],
  world: { agents: [{ id: 'anna', ready: [{ at: 10, value: true }] }] },
};
const run = async (more: Partial<Scenario>) => {
  const wasm = await loadEngine();
  const { value } = await runPage(page, 'page.scxml', { ...consulting, name: 'test', ...more }, { wasm });
  return {
    end: value.end,
    target: value.target,
    duration: value.duration,
    udata: value.udata,
    steps: value.steps,
  };
};

describe('a consult call', () => {
  it('is delivered as such when nobody completes it', async () => {
    const { end, target, udata, steps } = await run({});
    expect({ end, target, udata }).toEqual({ end: 'routed', target: 'anna', udata: {} });
    expect(steps.find(({ kind }) => kind === 'submit')?.params['queue']).toBe('VQ_42');
  });

  it('is completed while it waits: anna gets the caller', async () => {
    const { end, target, udata } = await run({ happenings: [{ at: 4, merge: true }] });
    expect({ end, target, udata }).toEqual({ end: 'routed', target: 'anna', udata: { Customer: '42' } });
  });

  it('is given up, or its caller hangs up after it was completed', async () => {
    expect(await run({ happenings: [{ at: 4, hangup: true }] })).toMatchObject({
      end: 'abandoned',
      duration: 4,
    });
    const completed = { at: 4, merge: true } as const;
    expect(
      await run({ happenings: [completed, { at: 6, interaction: 'caller', hangup: true }] }),
    ).toMatchObject({
      end: 'abandoned',
      duration: 6,
    });
  });

  it('loses its caller while the agent is still in it: the agent waits on', async () => {
    expect(await run({ happenings: [{ at: 4, interaction: 'caller', hangup: true }] })).toMatchObject({
      end: 'routed',
      target: 'anna',
    });
  });
});
