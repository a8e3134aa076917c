// Every action of the catalogue, carried out: it is seen in the trace, and its event carries the fields that are documented.
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import { actions } from '../../../src/runtime-check/validate/catalogue/index.js';
import { bench, type Sessions } from './bench.js';

interface Case {
  /** The element; its request id is written to `_data.r`. */
  readonly xml: string;
  readonly before?: string;
  readonly media?: string;
}

const id = 'requestid="_data.r"';
const own = `interactionid="'0'"`;
const prompts = '<dialog:prompts><dialog:prompt intid="1"/></dialog:prompts>';
const input = '<dialog:input max_digits="1"/>';
const submit = (target: string): string =>
  `<queue:submit requestid="_data.q" ${own} queue="'VQ'" timeout="9"><queue:targets><queue:targetid expr="'${target}'"/></queue:targets></queue:submit>`;
const document = 'index="\'i\'" type="\'t\'"';

const cases: Readonly<Record<string, Case>> = {
  'queue:submit': { xml: submit('anna@S.A').replace('_data.q', '_data.r') },
  'queue:query': { xml: '<queue:query requestid="_data.q"/>', before: submit('bob@S.A') },
  'queue:cancel': { xml: '<queue:cancel requestid="_data.q"/>', before: submit('bob@S.A') },
  'queue:update': { xml: '<queue:update requestid="_data.q" priority="5"/>', before: submit('bob@S.A') },
  'queue:default': { xml: `<queue:default ${id} ${own}/>` },
  'ixn:terminate': { xml: `<ixn:terminate ${id} ${own}/>` },
  'ixn:redirect': { xml: `<ixn:redirect ${id} ${own} to="'9000'"/>` },
  'ixn:associate': { xml: `<ixn:associate ${id} ${own} sessionid="'session1'"/>` },
  'ixn:accept': { xml: `<ixn:accept ${id} ${own} resource="'7001'"/>` },
  'ixn:attach': { xml: `<ixn:attach ${id} ${own}/>` },
  'ixn:detach': { xml: `<ixn:detach ${id} ${own}/>` },
  'ixn:userevent': { xml: `<ixn:userevent ${id} ${own}/>` },
  'ixn:createcall': { xml: `<ixn:createcall ${id} from="'7001'" to="'5550199'"/>` },
  'ixn:hold': { xml: `<ixn:hold ${id} ${own}/>` },
  'ixn:retrieve': { xml: `<ixn:retrieve ${id} ${own}/>`, before: `<ixn:hold ${own}/>` },
  'ixn:createmessage': { xml: `<ixn:createmessage ${id}/>`, media: 'email' },
  'ixn:sendmessage': {
    xml: `<ixn:sendmessage ${id} interactionid="'ixn0002'"/>`,
    before: '<ixn:createmessage/>',
    media: 'email',
  },
  'ixn:getcontent': { xml: `<ixn:getcontent ${id} ${own}/>`, media: 'email' },
  'ixn:sendchatmessage': {
    xml: `<ixn:sendchatmessage ${id} ${own} from="'anna'" message="'Hello'"/>`,
    media: 'chat',
  },
  'ixn:gettranscript': { xml: `<ixn:gettranscript ${id} ${own}/>`, media: 'chat' },
  'dialog:collect': { xml: `<dialog:collect ${id}>${input}</dialog:collect>` },
  'dialog:play': { xml: `<dialog:play ${id}>${prompts}</dialog:play>` },
  'dialog:playandcollect': { xml: `<dialog:playandcollect ${id}>${prompts}${input}</dialog:playandcollect>` },
  'dialog:playandverify': { xml: `<dialog:playandverify ${id}>${prompts}${input}</dialog:playandverify>` },
  'dialog:playsound': { xml: `<dialog:playsound ${id} type="'music'"/>` },
  'dialog:start': { xml: `<dialog:start ${id} type="'applid'"/>` },
  'dialog:stop': { xml: `<dialog:stop ${id}/>`, before: '<dialog:playsound duration="60"/>' },
  'dialog:pause': { xml: `<dialog:pause ${id} duration="3"/>` },
  'dialog:remote': { xml: `<dialog:remote ${id} destination="'1'"/>` },
  'dialog:createann': { xml: `<dialog:createann ${id}>${prompts}</dialog:createann>` },
  'dialog:deleteann': { xml: `<dialog:deleteann ${id}/>` },
  'session:fetch': { xml: `<session:fetch ${id} srcexpr="'http://h'"/>` },
  'session:start': { xml: `<session:start ${id} src="'a.scxml'"/>` },
  'session:terminate': { xml: `<session:terminate ${id} sessionid="'S1'"/>` },
  'session:updatestart': {
    xml: `<session:updatestart ${id} sessionid="_data.s" idealtime="4e12"/>`,
    before: '<session:start requestid="_data.s" src="\'a.scxml\'" idealtime="3e12"/>',
  },
  'statistic:subscribe': { xml: `<statistic:subscribe ${id} object="'o'" statistic="'s'"/>` },
  'statistic:unsubscribe': {
    xml: `<statistic:unsubscribe ${id} object="'o'" statistic="'s'"/>`,
    before: '<statistic:subscribe object="\'o\'" statistic="\'s\'"/>',
  },
  'ws:response': { xml: '<ws:response requestid="\'1\'"/>' },
  'classification:classify': { xml: `<classification:classify ${id} root="'All'"/>` },
  'classification:screen': { xml: `<classification:screen ${id}/>` },
  'elasticconnector:createindextemplate': {
    xml: `<elasticconnector:createindextemplate ${id} name="'n'" ${document} mapping="{}"/>`,
  },
  'elasticconnector:createdoc': { xml: `<elasticconnector:createdoc ${id} ${document}/>` },
  'elasticconnector:updatedoc': { xml: `<elasticconnector:updatedoc ${id} ${document}/>` },
  'elasticconnector:deletedoc': { xml: `<elasticconnector:deletedoc ${id} ${document}/>` },
  'agent:logout': { xml: `<agent:logout ${id} for="{ dn: '7001' }"/>` },
  'agent:setmediastate': { xml: `<agent:setmediastate ${id} agent="'anna'" state="'ready'"/>` },
  'agent:setdnd': { xml: `<agent:setdnd ${id} agent="'anna'"/>` },
};

const scenario = (media: string): Partial<Scenario> => ({
  interaction: { media },
  world: {
    agents: [
      { id: 'anna', dn: '7001', ready: true },
      { id: 'bob', ready: false },
    ],
    defaultDestination: '9000',
  },
  answers: { fetch: [{ content: 'x' }] },
});
const sessions: Sessions = { startSession: () => 'S1', terminateSession: () => true };

describe('every action that succeeds', () => {
  it('has its case here', () => {
    expect(Object.keys(cases).toSorted()).toEqual([...actions.keys()].toSorted());
  });

  it.each(Object.entries(cases))('%s is seen, and answers with what is documented', (name, given) => {
    const row = actions.get(name);
    const b = bench(scenario(given.media ?? 'voice'), sessions);
    b.pass(0);
    if (given.before !== undefined) b.run(given.before);
    b.pass(0);
    b.events();
    const seen = b.steps.length;
    expect(b.run(given.xml)).toEqual([true]);
    expect(b.steps.length).toBeGreaterThan(seen);
    b.pass(60);
    if (row === undefined || row.event === '') return;
    const done = b.events().filter((event) => event.split(' ')[1] === `${row.event}.done`);
    expect(done).toHaveLength(1);
    // The bench writes data of events as JSON.
    const data = JSON.parse(done[0]?.replace(/^\S+ \S+ /, '') ?? '') as Readonly<Record<string, unknown>>;
    expect(Object.keys(data)).toEqual(
      expect.arrayContaining([...(row.events[`${row.event}.done`]?.data ?? [])]),
    );
  });
});
