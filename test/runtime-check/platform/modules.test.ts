import { describe, expect, it } from 'vitest';
import { bench, type Bench } from './bench.js';

function begun(...given: Parameters<typeof bench>): Bench {
  const b = bench(...given);
  b.pass(0);
  b.events();
  return b;
}

const names = (events: readonly string[]): readonly string[] =>
  events.map((event) => event.split(' ').slice(0, 2).join(' '));

describe('session start', () => {
  it('tells of a call, and of other media that they are presented', () => {
    const call = bench({ interaction: { dnis: '8001', thisDN: '8001@rp' } });
    expect(call.script('Object.keys(_genesys.ixn.interactions).length')).toBe(0);
    call.pass(0);
    expect(call.events()).toEqual([
      '0 interaction.added {"interactionid":"ixn0001","focusdeviceid":"8001@rp"}',
    ]);
    expect(call.script('_genesys.ixn.interactions.ixn0001.voice.dnis')).toBe('8001');
    const mail = bench({ interaction: { media: 'email' } });
    mail.pass(0);
    expect(names(mail.events())).toEqual(['0 interaction.added', '0 interaction.present']);
    const none = bench({ interaction: { media: 'none' } });
    none.pass(0);
    expect(none.events()).toEqual([]);
  });

  it('sends the events of the scenario, and the hang-up', () => {
    const b = bench({
      interaction: { hangup: 4 },
      answers: { events: [{ at: 2, name: 'my.event', data: { a: [1] } }] },
    });
    b.pass(10);
    expect(b.events()).toEqual([
      '0 interaction.added {"interactionid":"ixn0001","focusdeviceid":"8000"}',
      '2 my.event {"a":[1]}',
      '4 interaction.deleted {"interactionid":"ixn0001","resultof":"deletion"}',
    ]);
    expect(b.steps).toEqual([{ at: 4, kind: 'ended', params: { by: 'caller' } }]);
  });

  it('does not answer what was under way when the caller hung up', () => {
    const b = begun({ interaction: { hangup: 4 } });
    b.run(
      '<dialog:play requestid="_data.p"><dialog:prompts><dialog:prompt text="\'Hello\'"/></dialog:prompts></dialog:play>',
    );
    b.run(
      '<queue:submit requestid="_data.s" timeout="6"><queue:targets><queue:targetid expr="\'Sales@.GA\'"/></queue:targets></queue:submit>',
    );
    b.pass(60);
    expect(names(b.events())).toEqual([
      '0 dialog.play.requestid',
      '0 queue.submit.requestid',
      '4 interaction.deleted',
    ]);
    b.run('<dialog:play requestid="_data.p"/><ixn:redirect requestid="_data.r" to="\'9000\'"/>');
    b.pass(0);
    expect(b.events().map((event) => /"error":"([^"]+)"/.exec(event)?.[1])).toEqual([
      undefined,
      'invalidstate.null',
      'invalidstate.null',
    ]);
  });
});

describe('dialog', () => {
  const menu = `<dialog:playandcollect requestid="_data.m" interactionid="'0'" language="'English (US)'">
      <dialog:prompts type="ann"><dialog:prompt intid="12" interrupt="true"/><dialog:prompt text="'menu.wav'"/></dialog:prompts>
      <dialog:input max_digits="1" start_timeout="7" term_digits="'#'"/></dialog:playandcollect>`;

  it('plays, collects what the caller keys in, and shows it in the trace', () => {
    const b = begun({ answers: { treatments: [{ match: 'menu.wav', times: 1, digits: '12#' }] } });
    b.run(menu);
    b.pass(60);
    expect(b.events()).toEqual(['11 dialog.playandcollect.done {"requestid":"request-1","digits":"1"}']);
    b.run(menu);
    b.pass(60);
    // Two prompts of 5 s and a silence of 7 s.
    expect(b.events()).toEqual(['77 dialog.playandcollect.done {"requestid":"request-2","digits":""}']);
    expect(b.steps[0]).toEqual({
      at: 0,
      kind: 'treatment',
      params: {
        element: 'dialog:playandcollect',
        language: 'English (US)',
        prompts: [
          { type: 'ann', intid: 12, interrupt: true },
          { type: 'ann', text: 'menu.wav' },
        ],
        input: { max_digits: 1, start_timeout: 7, term_digits: '#' },
      },
    });
  });

  it('is answered by state, by element, and with errors, data and extensions', () => {
    const b = begun({
      answers: {
        treatments: [
          { match: 'dialog:start in Block', lasts: 3, udata: { lang: 'fr' }, extensions: { rc: 'ok' } },
          { match: 'dialog:play ', error: 'remote' },
        ],
      },
    });
    b.run(
      '<dialog:start requestid="_data.a" type="\'applid\'"><param name="APP_URI" expr="\'http://ivr\'"/></dialog:start>',
    );
    b.pass(5);
    b.run('<dialog:play requestid="_data.b"/>');
    b.pass(5);
    expect(b.events()).toEqual([
      '0 dialog.start.requestid {"requestid":"request-1"}',
      '3 interaction.udata.changed {"interactionid":"ixn0001"}',
      '3 dialog.start.done {"requestid":"request-1","extensions":{"rc":"ok"}}',
      '5 dialog.play.requestid {"requestid":"request-2"}',
      '5 error.dialog.play {"requestid":"request-2","error":"remote","description":"The treatment failed: remote."}',
    ]);
    expect(b.script('_genesys.ixn.interactions[0].udata.lang')).toBe('fr');
  });

  it('refuses a second treatment, and stops one', () => {
    const b = begun();
    b.run(
      '<dialog:playsound requestid="_data.a" type="\'music\'" duration="60"/><dialog:playsound requestid="_data.b" type="\'music\'"/>',
    );
    b.pass(2);
    b.run('<dialog:stop requestid="_data.c"/><dialog:stop requestid="_data.d"/>');
    b.pass(0);
    expect(b.events()).toEqual([
      '0 error.dialog.playsound {"requestid":"request-2","error":"invalidstate.treating","description":"Another treatment is playing."}',
      '2 dialog.stop.done {"requestid":"request-3"}',
      '2 error.dialog.playsound {"requestid":"request-1","error":"cancelled","description":"The treatment was cut."}',
      '2 error.dialog.stop {"requestid":"request-4","error":"invalidstate","description":"No treatment is playing."}',
    ]);
  });

  it('is cut by a delivery, after the reply to the submit', () => {
    const b = begun({ world: { agents: [{ id: 'anna', ready: [{ at: 3, value: true }] }] } });
    b.run(
      '<queue:submit requestid="_data.s" route="true"><queue:targets><queue:targetid expr="\'anna@.A\'"/></queue:targets></queue:submit>',
    );
    b.run(
      '<dialog:play requestid="_data.p"><dialog:prompts><dialog:prompt text="\'x\'"/></dialog:prompts></dialog:play>',
    );
    b.pass(10);
    expect(names(b.events()).slice(2)).toEqual([
      '3 queue.submit.done',
      '3 error.dialog.play',
      '3 interaction.partystatechanged',
    ]);
  });
});

describe('ixn', () => {
  it('redirects to a number, a resource or a target, where the scenario lets it', () => {
    const b = begun({ world: { destinations: ['9000', 'anna'] } });
    b.run(
      '<ixn:redirect requestid="_data.a" to="\'9001\'"/><ixn:redirect requestid="_data.a" to="undefined"/>',
    );
    b.run(
      '<ixn:redirect requestid="_data.a" from="\'8000\'" to="{type: \'A\', agent: \'anna\', dn: \'7001\'}" type="_genesys.queue.rType.RouteTypeDefault" detach="true"/>',
    );
    b.run('<ixn:redirect requestid="_data.a" to="\'9000\'"/>');
    b.pass(0);
    const events = b.events();
    expect(names(events)).toEqual([
      '0 error.interaction.redirect',
      '0 error.interaction.redirect',
      '0 interaction.redirect.done',
      '0 interaction.notcontrolled',
      '0 error.interaction.redirect',
    ]);
    expect(events[3]).toContain('"resultof":"detach"');
    expect(events[4]).toContain('invalidstate.routed');
    expect(b.steps).toEqual([{ at: 0, kind: 'routed', params: { target: 'anna', by: 'ixn:redirect' } }]);
  });

  it('knows the default destination of the page', () => {
    const b = begun();
    b.script("_data.ird_default_destination = '9000'");
    b.run('<ixn:redirect requestid="_data.a" to="\'9000\'"/>');
    expect(b.steps[0]?.kind).toBe('defaulted');
  });

  const take =
    '<queue:submit requestid="_data.s" timeout="5" route="false"><queue:targets><queue:targetid expr="\'anna@.A\'"/></queue:targets></queue:submit>';

  it.each([
    "{agent: 'anna'}",
    "'7001'",
    "'anna'",
    "'anna@S.A'",
    "'7001@Switch1.DN'",
    "{ type: 'AP', place: 'P1' }",
  ])('frees the agent again when a redirect to %s fails', (to) => {
    const b = begun({
      world: { agents: [{ id: 'anna', dn: '7001', place: 'P1', ready: true }] },
      answers: { failures: [{ action: 'ixn:redirect', nth: 1, error: 'invaliddestination' }] },
    });
    b.run(take);
    b.pass(1);
    b.run(`<ixn:redirect requestid="_data.r" to="${to}"/>`);
    b.run(take);
    b.pass(1);
    expect(names(b.events())).toEqual([
      '0 queue.submit.requestid',
      '0 queue.submit.done',
      '1 error.interaction.redirect',
      '1 queue.submit.requestid',
      '1 queue.submit.done',
    ]);
  });

  it('frees the agent when a redirect fails that was under way during a merge', () => {
    const b = begun({
      interaction: { parent: 'caller' },
      interactions: [{ id: 'caller' }],
      world: { agents: [{ id: 'anna', ready: true }] },
      answers: { deliveries: [{ to: 'anna', lasts: 4, error: 'remote' }] },
      happenings: [{ at: 2, merge: true }],
    });
    b.run(take);
    b.pass(1);
    b.run('<ixn:redirect requestid="_data.r" to="\'anna\'"/>');
    b.pass(5);
    b.events();
    b.run(take);
    b.pass(1);
    expect(names(b.events())).toEqual(['6 queue.submit.requestid', '6 queue.submit.done']);
  });

  it('terminates, attaches, detaches, accepts', () => {
    const b = begun({ interaction: { media: 'email' } });
    b.run(
      '<ixn:accept requestid="_data.a" resource="\'701\'"/><ixn:detach requestid="_data.a"/><ixn:attach requestid="_data.a"/>',
    );
    b.run(
      '<ixn:terminate requestid="_data.a" interactionid="\'0\'" reason="\'done\'"/><ixn:terminate requestid="_data.a" interactionid="\'0\'"/>',
    );
    b.pass(0);
    expect(names(b.events())).toEqual([
      '0 interaction.accept.done',
      '0 interaction.detach.done',
      '0 interaction.notcontrolled',
      '0 interaction.attach.done',
      '0 interaction.terminate.done',
      '0 interaction.deleted',
      '0 error.interaction.terminate',
    ]);
    expect(b.steps.map(({ kind, params }) => [kind, params])).toEqual([
      ['action', { element: 'ixn:accept', resource: '701' }],
      ['action', { element: 'ixn:detach' }],
      ['action', { element: 'ixn:attach' }],
      ['ended', { by: 'page', reason: 'done' }],
    ]);
  });

  it('shows changed user data with the event, not before', () => {
    const b = begun({ interaction: { udata: { a: 1 } } });
    b.script("_genesys.ixn.setuData({ b: 'x' }, 'ixn0001'); _genesys.ixn.deleteuData({ a: 0 })");
    expect(b.script("[_genesys.ixn.getuData('a', 'ixn0001'), _genesys.ixn.getuData('b')].join()")).toBe('1,');
    b.pass(0);
    expect(names(b.events())).toEqual(['0 interaction.udata.changed', '0 interaction.udata.changed']);
    expect(b.script('JSON.stringify(_genesys.ixn.interactions.ixn0001.udata)')).toBe('{"b":"x"}');
    expect(b.steps.map(({ params }) => params)).toEqual([{ set: { b: 'x' } }, { deleted: ['a'] }]);
    b.script(
      "_genesys.ixn.setuData({ c: 1 }, 'nobody'); _genesys.ixn.setuData('text'); _genesys.ixn.setuData()",
    );
    b.pass(0);
    expect(b.events()).toEqual([]);
  });

  it('leaves the unknown to the interpreter', () => {
    const b = begun();
    expect(b.run('<ixn:nonsense/><queue:targets/><x xmlns="http://example.com/y"/>')).toEqual([
      false,
      false,
      false,
    ]);
    expect(b.run('<ws:response requestid="\'1\'"/>')).toEqual([true]);
    b.pass(0);
    expect(b.events()).toEqual([]);
    expect(b.platform.unknown.map(({ local }) => local)).toEqual(['nonsense', 'targets', 'x']);
  });
});

describe('failures', () => {
  it('can be asked for every action that is carried out', () => {
    const actions = [
      ...['queue:submit', 'queue:cancel', 'queue:query', 'queue:update', 'queue:default'],
      ...['ixn:redirect', 'ixn:terminate', 'ixn:accept', 'ixn:attach', 'ixn:detach'],
      ...['dialog:play', 'dialog:playandcollect', 'dialog:stop', 'session:fetch', 'statistic:subscribe'],
    ];
    const b = begun({
      world: { defaultDestination: '9000' },
      answers: { failures: actions.map((action) => ({ action, error: 'planned' })) },
    });
    for (const action of actions) {
      b.run(
        `<${action} requestid="_data.r" interactionid="'0'" to="'9000'" object="'o'" statistic="'s'" srcexpr="'u'">${
          action === 'queue:submit' ? '<queue:targets><queue:targetid expr="\'a@.A\'"/></queue:targets>' : ''
        }</${action}>`,
      );
    }
    b.pass(0);
    const failed = b.events().filter((event) => event.includes('"error":"planned"'));
    expect(failed).toHaveLength(actions.length);
    expect(b.world.interactions.all[0]?.state).toBe('present');
  });
});
