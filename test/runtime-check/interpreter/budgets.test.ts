// A run always ends: each limit stops it and is named, with the state that the page was in.
import { describe, expect, test } from 'vitest';
import type { Platform } from '../../../src/runtime-check/interpreter/types.js';
import { pageText, play, tell, type Options } from './page.js';

const small: Options = {
  limits: { memory: 4 * 1024 * 1024, instructions: 40, wall: 60_000 },
  budget: { microstepsPerEvent: 100, microsteps: 1000, events: 500, pendingEvents: 50, time: 60_000 },
};

describe('budgets', () => {
  test.each<[string, string, string, Options?]>([
    ['microstepsPerEvent', 'a', '<state id="a"><transition target="a"/></state>'],
    [
      'microstepsPerEvent',
      'a',
      '<state id="a"><onentry><raise event="e"/></onentry><transition event="e" target="a"/></state>',
    ],
    [
      'microsteps',
      'a',
      '<state id="a"><onentry><send event="e"/></onentry><transition event="e" target="a"/></state>',
      { budget: { microsteps: 20 } },
    ],
    [
      'events',
      'a',
      '<state id="a"><onentry><send event="e"/></onentry><transition event="e" target="a"/></state>',
      { budget: { events: 30 } },
    ],
    [
      'events',
      'b',
      '<parallel id="p"><state id="b"><transition event="e"><send event="f"/></transition></state><state id="c"><onentry><send event="e"/></onentry><transition event="f"><send event="e"/></transition></state></parallel>',
    ],
    [
      'time',
      'a',
      '<state id="a"><onentry><send event="e" delay="50s"/></onentry><transition event="e" target="a"/></state>',
    ],
    [
      'pendingEvents',
      'a',
      '<state id="a"><onentry><script>var n = 0;</script></onentry><transition event="go" cond="n++ &lt; 60" target="a"><send event="e"/><send event="e" delay="9s"/><raise event="go"/></transition><onentry><raise event="go"/></onentry></state>',
    ],
    ['script', 'a', '<state id="a"><onentry><script>for (;;);</script></onentry></state>'],
    [
      'script',
      'a',
      '<state id="a"><transition event="go" cond="(function () { for (;;); })()" target="a"/><onentry><raise event="go"/></onentry></state>',
    ],
    [
      'memory',
      'a',
      '<state id="a"><onentry><script>var m = []; for (;;) m.push(new ArrayBuffer(100000));</script></onentry></state>',
    ],
  ])('%s in %s: %s', async (which, state, body, options = {}) => {
    const { stop, session } = await play(body, {
      ...small,
      ...options,
      budget: { ...small.budget, ...options.budget },
    });
    expect(stop).toEqual({ kind: 'budget', which, state });
    expect(session.run()).toEqual(stop);
    expect(tell(session, 'go')).toEqual(stop);
  });

  test('a platform that calls itself back at once is stopped', async () => {
    const platform: Platform = {
      start(context) {
        const again = (): void => {
          context.schedule(0, again);
        };
        again();
      },
      execute: () => false,
      end: () => undefined,
    };
    expect((await play('<state id="a"/>', { ...small, platform })).stop).toMatchObject({
      kind: 'budget',
      which: 'events',
    });
  });

  const endless = (where: string): string =>
    `<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0"><state id="s">${where}</state></scxml>`;

  test.each<[string, string]>([
    ['in a state', '<state id="a"><invoke type="scxml" src="again.scxml"/></state>'],
    ['as text', '<state id="a"><invoke type="scxml" srcexpr="\'again.scxml\'"/></state>'],
  ])('pages that invoke themselves are stopped: %s', async (_name, body) => {
    let read = 0;
    const { stop } = await play(body, {
      ...small,
      resolve: (uri) => {
        read++;
        return uri === 'again.scxml' ? endless('<invoke type="scxml" src="again.scxml"/>') : undefined;
      },
    });
    expect(stop).toEqual({ kind: 'budget', which: 'sessions', state: 's' });
    expect(read).toBe(1);
  });

  test.each([
    ['that live on', '<state id="s"/>', 'sessions'],
    ['that end at once', '<final id="s"/>', 'sessionStarts'],
  ])('a page that starts session after session is stopped: sessions %s', async (_name, body, which) => {
    const started: (string | undefined)[] = [];
    const platform: Platform = {
      start: (context) => {
        const again = (): void => {
          started.push(context.startSession('other.scxml', {}));
          context.schedule(1, again);
        };
        again();
      },
      execute: () => false,
      end: () => undefined,
    };
    const { stop } = await play('<state id="a"/>', {
      ...small,
      budget: { ...small.budget, sessions: 10, sessionStarts: 40 },
      platform,
      resolve: () => pageText(body),
    });
    expect(stop).toEqual({ kind: 'budget', which, state: 'a' });
    expect(started).toHaveLength(which === 'sessions' ? 10 : 41);
    expect(started.at(-1)).toBeUndefined();
    expect(new Set(started).size).toBe(started.length);
  });

  test('a session whose first state starts the next one does not nest without end', async () => {
    const platform: Platform = {
      start: () => undefined,
      join: (context) => context.startSession('again.scxml', {}),
      execute: (_element, context) => {
        context.startSession('again.scxml', {});
        return true;
      },
      end: () => undefined,
    };
    const { stop } = await play('<state id="a"><onentry><queue:any/></onentry></state>', {
      ...small,
      platform,
      resolve: () => endless(''),
    });
    expect(stop).toMatchObject({ kind: 'budget', which: 'sessions' });
  });

  test('all scripts of a run together are limited, too', async () => {
    const body =
      '<state id="a"><onentry><script>for (var i = 0; i &lt; 20000; i++);</script><send event="e"/></onentry><transition event="e" target="a"/></state>';
    const { stop, session } = await play(body, { ...small, limits: { ...small.limits, total: 100 } });
    expect(stop).toEqual({ kind: 'budget', which: 'script', state: 'a' });
    expect(session.events).toBeGreaterThan(3);
  });

  test('calls of host functions count, so that logs and events cannot fill the memory of the host', async () => {
    const logs = await play(
      '<state id="a"><onentry><script>for (;;) __Log("x");</script></onentry></state>',
      { ...small, dialect: 'ors' },
    );
    expect(logs.stop).toMatchObject({ which: 'script' });
    expect(logs.logs.length).toBeLessThan(2_000);
    const events = await play(
      '<state id="a"><onentry><script>for (;;) __Raise("e", {});</script></onentry></state>',
      { ...small, dialect: 'ors' },
    );
    expect(events.stop).toMatchObject({ which: 'pendingEvents' });
    const long = await play(
      '<state id="a"><onentry><log expr="Array(100001).join(\'x\')"/></onentry></state>',
    );
    expect(long.logs[0]).toMatch(/^x{10000}\.\.\. \(100000 characters\)$/);
  });

  test('nothing of the page runs on behind a budget', async () => {
    const { logs, events } = await play(
      '<state id="a"><onentry><script>for (;;);</script></onentry><onentry><log expr="1"/><raise event="e"/></onentry></state>',
      small,
    );
    expect(logs).toEqual([]);
    expect(events).toEqual([]);
  });

  test('the platform is told once that the run is over', async () => {
    const ends: (string | undefined)[] = [];
    const platform: Platform = {
      start: () => undefined,
      execute: () => false,
      end: (final) => ends.push(final),
    };
    const { session } = await play('<state id="a"><transition target="a"/></state>', { ...small, platform });
    session.run();
    expect(ends).toEqual([undefined]);
  });
});
