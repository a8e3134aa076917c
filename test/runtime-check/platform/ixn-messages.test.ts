// Messages and chats: the actions that make and send them, what the page reads, and what the server does with them.
import { describe, expect, it } from 'vitest';
import { bench, type Bench } from './bench.js';

function begun(...given: Parameters<typeof bench>): Bench {
  const b = bench(...given);
  b.pass(0);
  b.events();
  return b;
}

const outcome = (b: Bench): readonly string[] =>
  b
    .events()
    .map((event) => [event.split(' ')[1], /"error":"([^"]+)"/.exec(event)?.[1]].filter(Boolean).join(' '));

describe('createmessage', () => {
  const create = (type: string, media = ''): string =>
    `<ixn:createmessage requestid="_data.c" type="${type}" ${media === '' ? '' : `media="${media}"`}/>`;

  it('makes a draft that can be filled and sent once', () => {
    const b = begun({ interaction: { media: 'email', dnis: 'support' } });
    b.run(create('auto_response'));
    b.pass(0);
    expect(b.events()).toEqual([
      '0 msgbased.createmessage.done {"requestid":"request-1","interactionid":"ixn0002","srid":"sr0002"}',
    ]);
    expect(
      b.script(
        "(function (m) { return [m.category, m.parentid, m.msgbased.type, m.media].join(' ') })(_genesys.ixn.interactions.ixn0002)",
      ),
    ).toBe('msgbased ixn0001 OutboundAutoResponse email');
    const send = `<ixn:sendmessage requestid="_data.s" interactionid="'ixn0002'"/>`;
    b.run(`${send}${send}<ixn:sendmessage requestid="_data.s" interactionid="'ixn0001'"/>`);
    b.pass(0);
    expect(outcome(b)).toEqual([
      'msgbased.sendmessage.done',
      'error.msgbased.sendmessage Request Invalid',
      'error.msgbased.sendmessage Request Invalid',
    ]);
    expect(b.steps.map(({ params }) => params['element'])).toEqual([
      'ixn:createmessage',
      'ixn:sendmessage',
      'ixn:sendmessage',
      'ixn:sendmessage',
    ]);
  });

  it.each([
    ['acknowledgement', 'TMediaOpenMedia', 'OutboundAcknowledgement openmedia'],
    ['outbound_notification', 'TMediaSMS', 'OutboundNotification sms'],
    ['redirect', '_genesys.ixn.mediaType.TMediaEMail', 'OutboundRedirect email'],
    ['outbound_collaboration_invite', '', 'OutboundCollaborationInvite email'],
  ])('of type %s for %s is %s', (type, media, made) => {
    const b = begun({ interaction: { media: 'email' } });
    b.run(create(type, media));
    expect(
      b.script(
        "(function (m) { return [m.msgbased.type, m.media].join(' ') })(_genesys.ixn.interactions.ixn0002)",
      ),
    ).toBe(made);
  });

  it.each([
    ['nonsense', ''],
    ['outbound_new', 'TMediaOpenMedia'],
    ['outbound_new', 'TMediaVoice'],
  ])('of type %s for "%s" is invalid', (type, media) => {
    const b = begun({ interaction: { media: 'email' } });
    b.run(create(type, media));
    b.pass(0);
    expect(outcome(b)).toEqual(['error.msgbased.createmessage Request Invalid']);
    expect(b.world.interactions.all).toHaveLength(1);
  });
});

describe('what a page reads', () => {
  it('of a message: type, queue and view, and its content once it was fetched', () => {
    const b = begun({
      interaction: {
        media: 'email',
        type: 'InboundCustomerReply',
        queue: 'Inbox',
        view: 'All',
        externalID: 'x1',
        content: { subject: 'Order', text: 'Where is it?' },
      },
    });
    const mail = '_genesys.ixn.interactions.ixn0001';
    expect(
      b.script(`[${mail}.msgbased.type, ${mail}.msgbased.queue, ${mail}.xdata.ixn_queue_view].join()`),
    ).toBe('InboundCustomerReply,Inbox,All');
    expect(b.script(`typeof ${mail}.msgbased.content`)).toBe('undefined');
    b.run('<ixn:getcontent requestid="_data.g"/>');
    b.pass(0);
    expect(outcome(b)).toEqual(['chat.getcontent.done']);
    expect(b.script(`${mail}.msgbased.content.subject`)).toBe('Order');
    expect(b.script('_genesys.ixn.firstixnid')).toBe('ixn0001');
  });

  it('of a call: no content', () => {
    const b = begun();
    b.run('<ixn:getcontent requestid="_data.g"/>');
    b.pass(0);
    expect(outcome(b)).toEqual(['error.chat.getcontent Request Invalid']);
  });
});

describe('chat', () => {
  const line = `<ixn:sendchatmessage requestid="_data.l" from="'anna'" message="'Hello'"/>`;

  it('keeps what both sides say', () => {
    const b = begun({
      interaction: { media: 'chat', transcript: [{ from: 'customer', text: 'Hi' }] },
      happenings: [{ at: 3, message: { from: 'customer', text: 'My order' } }],
    });
    b.run(line);
    b.pass(3);
    expect(b.events()).toEqual([
      '0 chat.sendchatmessage.done {"requestid":"request-1"}',
      '3 chat.message {"interactionid":"ixn0001","message":{"from":"customer","message":"My order"}}',
    ]);
    b.run('<ixn:gettranscript requestid="_data.t"/>');
    b.pass(0);
    expect(b.events()[0]).toContain(
      '"transcript":[{"from":"customer","message":"Hi"},{"from":"anna","message":"Hello"},{"from":"customer","message":"My order"}]',
    );
    expect(b.script('_genesys.ixn.interactions.ixn0001.chat.transcript.length')).toBe(3);
  });

  it('answers invalid requests with the documented error', () => {
    const b = begun({ interaction: { media: 'chat' }, happenings: [{ at: 1, hangup: true }] });
    b.run(`<ixn:sendchatmessage requestid="_data.l" from="''" message="'x'"/>`);
    b.pass(1);
    b.run(`${line}<ixn:gettranscript requestid="_data.t"/>`);
    b.pass(0);
    expect(outcome(b)).toEqual([
      'error.chat.sendchatmessage Request Invalid',
      'interaction.deleted',
      'error.chat.sendchatmessage Request Invalid',
      'error.chat.gettranscript Request Invalid',
    ]);
    const call = begun();
    call.run(line);
    call.pass(0);
    expect(outcome(call)).toEqual(['error.chat.sendchatmessage Request Invalid']);
  });
});

describe('the server', () => {
  const terminate = `<ixn:terminate requestid="_data.t" interactionid="'0'" reason="'done'"/>`;

  it('lets a message be ended only while it is presented', () => {
    const b = begun({ interaction: { media: 'email', present: 4 } });
    b.run(terminate);
    b.pass(4);
    expect(outcome(b)).toEqual(['error.interaction.terminate invalidstate.null', 'interaction.present']);
    b.run(terminate);
    b.pass(0);
    expect(outcome(b)).toEqual(['interaction.terminate.done', 'interaction.deleted']);
    b.run(terminate);
    b.pass(0);
    expect(outcome(b)).toEqual(['error.interaction.terminate invalidstate.null']);
  });

  it.each(['email', 'chat', 'workitem', 'sms'])('presents what nobody accepts again: %s', (media) => {
    const b = begun({
      interaction: { media },
      world: { agents: [{ id: 'anna', ready: true, noAnswer: true }], timeouts: { delivering: 20 } },
    });
    b.run(`<ixn:redirect requestid="_data.r" to="'anna'"/>`);
    b.pass(0);
    b.events();
    b.run(terminate);
    b.pass(20);
    expect(b.events()).toEqual([
      expect.stringContaining('"error":"invalidstate.routed"'),
      expect.stringMatching(/^20 interaction\.present/),
    ]);
    expect(b.world.interactions.main?.state).toBe('present');
  });

  it('takes back what is handled or routed too long, when the scenario says so', () => {
    const handled = begun({ interaction: { media: 'chat' }, world: { timeouts: { handling: 100 } } });
    handled.run(`<ixn:redirect requestid="_data.r" to="'anna'"/>`);
    handled.pass(100);
    expect(outcome(handled).at(-1)).toBe('interaction.present');
    const routed = begun({ interaction: { media: 'chat' }, world: { timeouts: { routing: 100 } } });
    routed.pass(100);
    expect(routed.events()).toEqual([
      '100 interaction.notcontrolled {"interactionid":"ixn0001","resultof":""}',
    ]);
    expect(routed.steps).toMatchObject([{ kind: 'ended', params: { by: 'server' } }]);
    const call = begun({ world: { timeouts: { routing: 100, handling: 100 } } });
    call.pass(200);
    expect(call.events()).toEqual([]);
  });
});
