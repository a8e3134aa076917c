// Every action of the interaction module, by the catalogue: it acts, shows in the trace, and fails as the scenario says.
import { describe, expect, it } from 'vitest';
import { ixnModule } from '../../../src/runtime-check/validate/catalogue/ixn.js';
import { bench } from './bench.js';

const actions = Object.keys(ixnModule.elements);

/** Attributes that let the action succeed, and what kind of interaction it wants. */
const succeeding: Readonly<Record<string, readonly [media: string, attributes: string]>> = {
  terminate: ['voice', ''],
  redirect: ['voice', `to="'9000'"`],
  associate: ['voice', `sessionid="'session1'"`],
  accept: ['voice', `resource="'7001'"`],
  attach: ['voice', ''],
  detach: ['voice', ''],
  userevent: ['voice', ''],
  createcall: ['voice', `from="'7001'" to="'5550199'"`],
  hold: ['voice', ''],
  retrieve: ['voice', ''],
  createmessage: ['email', ''],
  sendmessage: ['email', ''],
  getcontent: ['email', ''],
  sendchatmessage: ['chat', `from="'anna'" message="'Hello'"`],
  gettranscript: ['chat', ''],
};
/** What must have been done before. */
const before: Readonly<Record<string, string>> = {
  retrieve: `<ixn:hold interactionid="'0'"/>`,
  sendmessage: '<ixn:createmessage/>',
};

describe.each(actions)('ixn:%s', (name) => {
  const [media, attributes] = succeeding[name] ?? ['', ''];
  const id = name === 'sendmessage' ? "'ixn0002'" : "'0'";
  const element = `<ixn:${name} requestid="_data.r" interactionid="${id}" ${attributes}/>`;
  const row = ixnModule.elements[name];

  it('acts, and is seen', () => {
    const b = bench({ interaction: { media } });
    b.pass(0);
    b.run(before[name] ?? '');
    b.pass(0);
    const [events, steps] = [b.events(), b.steps.length];
    expect(events.filter((event) => event.includes('error.'))).toEqual([]);
    b.run(element);
    b.pass(0);
    const told = b.events().map((event) => event.split(' ')[1] ?? '');
    expect(told.filter((event) => event.startsWith('error.'))).toEqual([]);
    if (row !== undefined && name !== 'userevent') expect(told).toContain(`${row.event}.done`);
    expect(b.steps.length).toBe(steps + 1);
  });

  it('fails as the scenario says, and changes nothing', () => {
    const b = bench({
      interaction: { media },
      answers: { failures: [{ action: `ixn:${name}`, error: 'planned' }] },
    });
    b.pass(0);
    b.run(before[name] ?? '');
    b.pass(0);
    b.events();
    const { all } = b.world.interactions;
    b.run(element);
    b.pass(0);
    expect(b.events()).toEqual([
      expect.stringMatching(new RegExp(`error\\.${row?.event ?? ''} .*"error":"planned"`)),
    ]);
    expect(b.world.interactions.all).toBe(all);
  });
});
