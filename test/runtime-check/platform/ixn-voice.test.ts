// Calls: redirect and what comes in between, new calls, hold; what others do to them.
import { describe, expect, it } from 'vitest';
import { bench, type Bench } from './bench.js';

function begun(...given: Parameters<typeof bench>): Bench {
  const b = bench(...given);
  b.pass(0);
  b.events();
  return b;
}

const redirect = (more = ''): string => `<ixn:redirect requestid="_data.r" to="'9000'" ${more}/>`;
const hold = `<ixn:hold requestid="_data.h" interactionid="'0'"/>`;
const retrieve = `<ixn:retrieve requestid="_data.h" interactionid="'0'"/>`;
const errorIn = (event: string | undefined): string | undefined => /"error":"([^"]+)"/.exec(event ?? '')?.[1];
const names = (b: Bench): readonly string[] => b.events().map((event) => event.split(' ')[1] ?? '');

describe('redirect', () => {
  it('takes the time that the scenario says, and no second one meanwhile', () => {
    const b = begun({ answers: { deliveries: [{ to: '9000', lasts: 2 }] } });
    b.run(redirect());
    b.run(redirect());
    b.run(`<ixn:terminate requestid="_data.t" interactionid="'0'"/>`);
    b.run(`<ixn:detach requestid="_data.d" interactionid="'0'"/>`);
    b.pass(1);
    expect(b.events().map(errorIn)).toEqual([
      'invalidstate.transferring',
      'invalidstate.transferring',
      'invalidstate',
    ]);
    b.pass(1);
    expect(names(b)).toEqual(['interaction.redirect.done', 'interaction.partystatechanged']);
    expect(b.steps.at(-1)).toMatchObject({ at: 2, kind: 'routed', params: { target: '9000' } });
  });

  it.each([
    ['unknown', undefined],
    ['badtranslation', 1],
    ['remote', 3],
  ])('fails with %s for one destination as often as the scenario says', (error, lasts) => {
    const b = begun({
      answers: { deliveries: [{ to: '9000', times: 1, error, ...(lasts === undefined ? {} : { lasts }) }] },
    });
    b.run(redirect());
    b.pass(lasts ?? 0);
    expect(b.events().map(errorIn)).toEqual([error]);
    b.run(redirect());
    b.pass(0);
    expect(names(b)).toContain('interaction.redirect.done');
  });

  it('knows where a call stands', () => {
    const b = begun({ interaction: { thisDN: '8001' } });
    b.run(redirect(`from="'8002'"`));
    b.pass(0);
    expect(b.events().map(errorIn)).toEqual(['invalidsource']);
    b.run(redirect(`from="'8001'"`));
    b.pass(0);
    expect(names(b)).toContain('interaction.redirect.done');
    const mail = begun({ interaction: { media: 'email' } });
    mail.run(redirect(`from="'elsewhere'"`));
    mail.pass(0);
    expect(names(mail)).toContain('interaction.redirect.done');
  });

  it('says its type and hints, and ends the call with RouteTypeReject', () => {
    const b = begun();
    b.run(redirect(`type="_genesys.queue.rType.RouteTypeDirect" hints="({ extensions: { a: 1 } })"`));
    expect(b.steps[0]?.params).toEqual({
      target: '9000',
      by: 'ixn:redirect',
      type: 'RouteTypeDirect',
      hints: { extensions: { a: 1 } },
    });
    const rejected = begun();
    rejected.run(redirect('type="_genesys.queue.rType.RouteTypeReject"'));
    rejected.pass(0);
    expect(names(rejected)).toEqual(['interaction.redirect.done', 'interaction.deleted']);
    expect(rejected.world.interactions.main?.state).toBe('terminated');
    expect(rejected.steps).toMatchObject([{ kind: 'ended', params: { by: 'page', reason: 'rejected' } }]);
  });

  it('of a caller who hangs up meanwhile is not answered, of one who is taken away fails', () => {
    const deliveries = [{ lasts: 4 }];
    const gone = begun({ answers: { deliveries }, happenings: [{ at: 2, hangup: true }] });
    gone.run(redirect());
    gone.pass(9);
    expect(names(gone)).toEqual(['interaction.deleted']);
    const taken = begun({ answers: { deliveries }, happenings: [{ at: 2, taken: { to: '8999' } }] });
    taken.run(redirect());
    taken.pass(9);
    expect(taken.events()).toEqual([
      '2 interaction.partystatechanged {"interactionid":"ixn0001","focusdeviceid":"8999"}',
      '2 interaction.notcontrolled {"interactionid":"ixn0001","resultof":""}',
      expect.stringContaining('"error":"remote"'),
    ]);
    expect(taken.steps).toMatchObject([{ kind: 'ended', params: { by: 'switch' } }]);
  });
});

describe('a call that nobody answers', () => {
  const agents = [{ id: 'anna', ready: true, noAnswer: 12 }];

  it('comes back to the device that it was routed from, and can be routed again', () => {
    const b = begun({ world: { agents }, interaction: { thisDN: '8001' } });
    b.run(`<ixn:redirect requestid="_data.r" to="({ agent: 'anna', dn: 'anna' })"/>`);
    b.pass(11);
    b.events();
    expect(b.world.interactions.main).toMatchObject({ state: 'delivered', device: 'anna' });
    b.pass(1);
    expect(b.events()).toEqual([
      '12 interaction.partystatechanged {"interactionid":"ixn0001","focusdeviceid":"8001"}',
      '12 interaction.onrouterequest {"interactionid":"ixn0001","focusdeviceid":"8001"}',
    ]);
    expect(b.script("_genesys.ixn.interactions['ixn0001'].parties[1].devicetype")).toBe('routepoint');
    b.run(redirect(`from="'8001'"`));
    b.pass(60);
    expect(names(b)).toEqual(['interaction.redirect.done', 'interaction.partystatechanged']);
    expect(b.world.interactions.main?.delivery?.target).toBe('9000');
  });

  it('does not come back when the caller has hung up meanwhile', () => {
    const b = begun({ world: { agents }, interaction: { hangup: 10 } });
    b.run(`<ixn:redirect requestid="_data.r" to="'anna'"/>`);
    b.pass(9);
    b.events();
    b.pass(60);
    expect(b.events()).toEqual(['10 interaction.deleted {"interactionid":"ixn0001","resultof":"deletion"}']);
    expect(b.world.interactions.main).toMatchObject({ state: 'released', delivery: { target: 'anna' } });
  });

  it('comes back from a place, whose agent is not ready then', () => {
    const seated = [{ id: 'anna', place: 'P1', dn: '7001', ready: true, noAnswer: 12 }];
    const b = begun({ world: { agents: seated } });
    b.run(`<ixn:redirect requestid="_data.r" to="({ type: 'AP', place: 'P1' })"/>`);
    b.pass(12);
    expect(names(b).at(-1)).toBe('interaction.onrouterequest');
    expect(b.world.staff.resources.map((each) => b.world.staff.isReady(each, 12_000))).toEqual([false]);
  });

  it('rings for the delivering timeout, and tells nobody who has detached it', () => {
    const b = begun({ world: { agents: [{ id: 'anna', ready: true, noAnswer: true }] } });
    b.run(`<ixn:redirect requestid="_data.r" to="'anna'" detach="true"/>`);
    b.pass(29);
    expect(b.world.interactions.main?.state).toBe('delivered');
    b.events();
    b.pass(1);
    expect(b.world.interactions.main?.state).toBe('present');
    expect(b.events()).toEqual([]);
  });
});

describe('createcall', () => {
  const create = (more = ''): string =>
    `<ixn:createcall requestid="_data.c" from="'7001'" to="'5550199'" type="regular" udata="({ Reason: 'callback' })" ${more}/>`;

  it('makes a call that the session has, rings, and is answered', () => {
    const b = begun({ answers: { deliveries: [{ lasts: 4 }] } });
    b.run(create());
    b.pass(0);
    expect(b.events()).toEqual([
      '0 voice.createcall.done {"requestid":"request-1","interactionid":"ixn0002"}',
      '0 interaction.added {"interactionid":"ixn0002","focusdeviceid":"7001"}',
    ]);
    const made = '_genesys.ixn.interactions.ixn0002';
    expect(b.script(`[${made}.voice.type, ${made}.voice.dnis, ${made}.udata.Reason].join()`)).toBe(
      'outbound,5550199,callback',
    );
    expect(b.script(`${made}.parties[1].state`)).toBe('ringing');
    b.run(`<ixn:terminate requestid="_data.t" interactionid="'ixn0002'"/>`);
    b.pass(0);
    expect(b.events().map(errorIn)).toEqual(['invalidstate.ringing']);
    b.pass(4);
    expect(names(b)).toEqual(['interaction.partystatechanged']);
    expect(b.script(`${made}.parties[1].state`)).toBe('established');
    expect(b.steps[0]).toMatchObject({
      kind: 'action',
      params: { element: 'ixn:createcall', from: '7001', to: '5550199', type: 'regular' },
    });
  });

  it('is answered by ixn:accept', () => {
    const b = begun({ answers: { deliveries: [{ lasts: 60 }] } });
    b.run(create());
    b.run(`<ixn:accept requestid="_data.a" interactionid="'ixn0002'" resource="'5550199'"/>`);
    b.run(`<ixn:accept requestid="_data.a" interactionid="'ixn0009'"/>`);
    b.pass(0);
    expect(b.script('_genesys.ixn.interactions.ixn0002.parties[1].state')).toBe('established');
    expect(names(b).slice(2)).toEqual(['interaction.accept.done', 'error.interaction.accept']);
  });

  it('fails as documented, with the id of no interaction', () => {
    const b = begun({
      world: { destinations: ['5550199'] },
      answers: {
        deliveries: [{ to: '5550199', error: 'timeout', lasts: 20, times: 1 }],
        failures: [{ action: 'ixn:createcall', error: 'invalidserver', nth: 4 }],
      },
    });
    b.run(create());
    b.run(`<ixn:createcall requestid="_data.c" from="''" to="'1'"/>`);
    b.run(`<ixn:createcall requestid="_data.c" from="'7001'" to="'1'"/>`);
    b.run(create());
    b.pass(30);
    const events = b.events();
    expect(events.map(errorIn)).toEqual(['invalidsource', 'invaliddestination', 'invalidserver', 'timeout']);
    expect(events.every((event) => event.includes('"interactionid":""'))).toBe(true);
    expect(b.world.interactions.all).toHaveLength(1);
  });
});

describe('hold and retrieve', () => {
  it('forbid what is not allowed on hold', () => {
    const b = begun();
    b.run(hold + hold + redirect() + retrieve + retrieve);
    b.pass(0);
    expect(b.events().map((event) => [event.split(' ')[1], errorIn(event)])).toEqual([
      ['voice.hold.done', undefined],
      ['interaction.partystatechanged', undefined],
      ['error.voice.hold', 'invalidstate.hold'],
      ['error.interaction.redirect', 'invalidstate.hold'],
      ['voice.retrieve.done', undefined],
      ['interaction.partystatechanged', undefined],
      ['error.voice.retrieve', 'invalidstate'],
    ]);
  });

  it('are for calls that are there', () => {
    const mail = begun({ interaction: { media: 'email' } });
    mail.run(hold);
    mail.pass(0);
    expect(mail.events().map(errorIn)).toEqual(['unknown']);
    const gone = begun({ happenings: [{ at: 1, hangup: true }] });
    gone.pass(1);
    gone.run(hold);
    gone.pass(0);
    expect(gone.events().map(errorIn)).toEqual([undefined, 'invalidstate.null']);
  });

  it('are done by others, too', () => {
    const b = begun({
      happenings: [
        { at: 1, held: true },
        { at: 2, retrieved: true },
      ],
    });
    b.pass(1);
    b.run(redirect());
    b.pass(1);
    b.run(redirect());
    b.pass(0);
    expect(b.events().map(errorIn)).toEqual([
      undefined,
      'invalidstate.hold',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
