// Same page, same start: the same run, to the byte. And several runs in turn do not meet.
import { describe, expect, test } from 'vitest';
import { compileBody, play } from './page.js';
import { createSession, type RunningSession } from '../../../src/runtime-check/interpreter/session.js';
import { loadEngine, startOfTime } from '../load-engine.js';

const page = `
  <datamodel><data id="n" expr="0"/><data id="draws" expr="[]"/></datamodel>
  <parallel id="p"><state id="x"><onentry><send event="tick" delayexpr="Math.floor(Math.random() * 900) + 'ms'" idlocation="n"/></onentry>
      <transition event="tick"><script>draws.push([Math.random(), Date.now(), n]);</script><log expr="draws"/><raise event="next"/></transition></state>
    <state id="y"><transition event="next" cond="draws.length &lt; 20" target="x"/></state></parallel>`;

describe('determinism', () => {
  test('two runs give the same trace', async () => {
    const first = await play(page, { seed: 3 });
    const second = await play(page, { seed: 3 });
    expect(first.lines.length).toBeGreaterThan(50);
    expect(second.lines.join('\n')).toBe(first.lines.join('\n'));
    expect(second.session.now()).toBe(first.session.now());
    expect((await play(page, { seed: 4 })).lines.join('\n')).not.toBe(first.lines.join('\n'));
  });

  test('stepping gives the same as running', async () => {
    const run = await play(page);
    const lines: string[] = [];
    const session = createSession(compileBody(page), {
      engine: await loadEngine(),
      start: startOfTime,
      observer: { log: (_label, text) => lines.push(text) },
    });
    while (!session.step());
    expect(lines).toEqual(run.logs);
  });

  test('interleaved sessions of one compiled page do not see each other', async () => {
    const document = compileBody(
      '<datamodel><data id="n" expr="0"/></datamodel><state id="a"><transition event="e" target="b"><assign location="n" expr="n + 1"/></transition></state><state id="b"><transition event="e" target="a"/></state>',
    );
    const engine = await loadEngine();
    const open = (): RunningSession => createSession(document, { engine, start: startOfTime });
    const [one, two] = [open(), open()];
    const send = (session: RunningSession, times: number): void => {
      for (let left = times; left > 0; left--) {
        session.send({ name: 'e', type: 'external' });
        session.run();
      }
    };
    send(one, 3);
    send(two, 2);
    send(one, 2);
    expect([one.inspect('n'), one.configuration()]).toEqual([3, ['b']]);
    expect([two.inspect('n'), two.configuration()]).toEqual([1, ['a']]);
  });

  test('a run can stop at a moment and go on', async () => {
    const { session, events } = await play(
      '<state id="a"><onentry><send event="late" delay="10s"/></onentry></state>',
      {
        budget: { time: 0 },
      },
    );
    expect(events).toEqual([]);
    expect(session.now()).toBe(startOfTime);
    const document = compileBody(
      '<state id="a"><onentry><send event="late" delay="10s"/></onentry><transition event="late" target="b"/></state><state id="b"/>',
    );
    const running = createSession(document, { engine: await loadEngine(), start: startOfTime });
    expect(running.run(startOfTime + 9_999)).toEqual({ kind: 'idle' });
    expect([running.now() - startOfTime, running.configuration()]).toEqual([9_999, ['a']]);
    running.run(startOfTime + 10_000);
    expect([running.now() - startOfTime, running.configuration()]).toEqual([10_000, ['b']]);
  });
});
