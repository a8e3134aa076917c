// What executable content does, and what an error in it skips (SCXML 4).
import { describe, expect, test } from 'vitest';
import { play, tell } from './page.js';

const end = '<final id="end"/>';

describe('data', () => {
  test('is declared before any of it gets a value, wherever it stands', async () => {
    const { logs } = await play(
      `<datamodel><data id="early" expr="typeof late"/></datamodel>
       <state id="a"><datamodel><data id="late" expr="1"/></datamodel>
         <onentry><log expr="early + ' ' + late"/></onentry></state>`,
    );
    expect(logs).toEqual(['undefined 1']);
  });

  test('with late binding that of a state gets its value on the first entry', async () => {
    const { session, logs } = await play(
      `<state id="a"><transition event="go" target="b"/><onentry><log expr="typeof x"/></onentry></state>
       <state id="b"><datamodel><data id="x" expr="5"/></datamodel>
         <onentry><log expr="x"/><assign location="x" expr="x + 1"/></onentry><transition event="go" target="b"/></state>`,
      { root: 'binding="late"' },
    );
    tell(session, 'go');
    tell(session, 'go');
    expect(logs).toEqual(['undefined', '5', '6']);
  });

  test('may be written between the tags as JSON or as text', async () => {
    const { logs } = await play(
      `<datamodel><data id="a">{"x": [1, 2]}</data><data id="b">
          two   words
        </data><data id="c">[not json</data></datamodel>
       <state id="s"><onentry><log expr="a.x[1] + '|' + b + '|' + c"/></onentry></state>`,
    );
    expect(logs).toEqual(['2|two words|[not json']);
  });

  test('that fails stays undefined and raises an error', async () => {
    const { logs, events } = await play(
      `<datamodel><data id="a" expr="nowhere"/></datamodel><state id="s"><onentry><log expr="typeof a"/></onentry></state>`,
    );
    expect(logs).toEqual(['undefined']);
    expect(events).toEqual(['error.execution']);
  });

  test("values from outside replace the page's own", async () => {
    const { logs } = await play(
      `<datamodel><data id="a" expr="1"/><data id="b" expr="2"/></datamodel><state id="s"><onentry><log expr="a + '/' + b"/></onentry></state>`,
      { data: { a: 'given', c: 'ignored' } },
    );
    expect(logs).toEqual(['given/2']);
  });

  test('system variables can be read and not written', async () => {
    const { logs, events } = await play(
      `<state id="s"><onentry><log expr="_sessionid + ' ' + _name + ' ' + typeof _event"/></onentry>
         <onentry><assign location="_sessionid" expr="'x'"/></onentry><onentry><assign location="_event" expr="1"/></onentry>
         <onentry><log expr="_sessionid"/></onentry></state>`,
      { root: 'name="page"', sessionId: 'S-1' },
    );
    expect(logs).toEqual(['S-1 page undefined', 'S-1']);
    expect(events).toEqual(['error.execution', 'error.execution']);
  });
});

describe('content', () => {
  test('if, elseif and else', async () => {
    const choose = (x: number): string =>
      `<if cond="${x} === 1"><log expr="'one'"/><elseif cond="${x} === 2"/><log expr="'two'"/><else/><log expr="'other'"/></if>`;
    const { logs } = await play(
      `<state id="s"><onentry>${choose(1)}${choose(2)}${choose(3)}</onentry></state>`,
    );
    expect(logs).toEqual(['one', 'two', 'other']);
  });

  test('an error inside a branch skips what follows the if', async () => {
    const { logs } = await play(
      '<state id="s"><onentry><if cond="true"><assign location="no.where" expr="1"/></if><log expr="1"/></onentry></state>',
    );
    expect(logs).toEqual([]);
  });

  test('foreach gives each item and index, and declares its variables', async () => {
    const { logs } = await play(
      `<datamodel><data id="list" expr="['a', 'b']"/></datamodel>
       <state id="s"><onentry><foreach array="list" item="it" index="at"><log expr="at + it"/></foreach><log expr="it + at"/></onentry></state>`,
    );
    expect(logs).toEqual(['0a', '1b', 'b1']);
  });

  test('foreach stops at the first error, and takes arrays only', async () => {
    const { logs, events } = await play(
      `<state id="s"><onentry><foreach array="[1, 2]" item="it"><log expr="it"/><script>nowhere()</script></foreach></onentry>
         <onentry><foreach array="5" item="it"/><log expr="'never'"/></onentry>
         <onentry><foreach array="[1]" item="not a name"/><log expr="'never'"/></onentry></state>`,
    );
    expect(logs).toEqual(['1']);
    expect(events).toEqual(['error.execution', 'error.execution', 'error.execution']);
  });

  test('logs carry their label, and values of any kind as text', async () => {
    const { lines } = await play(
      `<state id="s"><onentry><log label="x" expr="{a: [1]}"/><log expr="undefined"/><log label="only"/></onentry></state>`,
    );
    expect(lines.filter((line) => line.startsWith('log'))).toEqual([
      'log x: {"a":[1]}',
      'log undefined',
      'log only: ',
    ]);
  });

  test('scripts of the root run before the first state', async () => {
    const { logs } = await play(
      `<datamodel><data id="a" expr="1"/></datamodel><script>var b = a + 1; function f() { return b * 2; }</script>
       <state id="s"><onentry><log expr="f()"/></onentry></state>`,
    );
    expect(logs).toEqual(['4']);
  });

  test('elements of other namespaces are an error without a platform', async () => {
    const { logs, events } = await play(
      '<state id="s"><onentry><queue:submit/><log expr="1"/></onentry></state>',
    );
    expect(logs).toEqual([]);
    expect(events).toEqual(['error.execution']);
  });
});

describe('send', () => {
  test('goes to the own external queue, with its parameters, names and origin', async () => {
    const { logs } = await play(
      `<datamodel><data id="n" expr="7"/></datamodel>
       <state id="s"><onentry><send event="e" id="S" namelist="n"><param name="p" expr="{q: 1}"/></send></onentry>
         <transition event="e"><log expr="JSON.stringify([_event.data, _event.type, _event.sendid, _event.origin])"/></transition></state>`,
      { sessionId: 'me' },
    );
    expect(logs).toEqual(['[{"n":7,"p":{"q":1}},"external","S","#_scxml_me"]']);
  });

  test('carries content as it is', async () => {
    const { logs } = await play(
      `<state id="s"><onentry><send event="e"><content>[1, 2]</content></send><send event="e"><content expr="'x' + 1"/></send></onentry>
         <transition event="e"><log expr="_event.data"/></transition></state>`,
    );
    expect(logs).toEqual(['[1,2]', 'x1']);
  });

  test('delays in virtual time, in the order of the times', async () => {
    const { stop, logs, session } = await play(
      `<state id="s"><onentry><send event="late" delay="1.5s"/><send event="soon" delayexpr="20 + 'ms'"/><send event="now"/><send event="same" delay="20ms"/></onentry>
         <transition event="late" target="end"><log expr="_event.name + ' ' + new Date().toISOString()"/></transition>
         <transition event="*"><log expr="_event.name + ' ' + new Date().toISOString()"/></transition></state>${end}`,
    );
    expect(stop.kind).toBe('final');
    expect(logs).toEqual([
      'now 2026-03-02T09:00:00.000Z',
      'soon 2026-03-02T09:00:00.020Z',
      'same 2026-03-02T09:00:00.020Z',
      'late 2026-03-02T09:00:01.500Z',
    ]);
    expect(session.now()).toBe(Date.UTC(2026, 2, 2, 9, 0, 1, 500));
  });

  test('time stands still while anything is left to do', async () => {
    const { logs } = await play(
      `<datamodel><data id="n" expr="0"/></datamodel>
       <state id="s"><onentry><send event="timer" delay="1ms"/></onentry>
         <transition cond="n &lt; 50"><assign location="n" expr="n + 1"/><send event="work"/></transition>
         <transition event="timer"><log expr="'timer ' + n"/></transition>
         <transition event="work" cond="n === 50"><assign location="n" expr="51"/></transition></state>`,
    );
    expect(logs).toEqual(['timer 51']);
  });

  test('cancel takes back what has not been sent', async () => {
    const { events } = await play(
      `<datamodel><data id="where"/></datamodel>
       <state id="s"><onentry><send event="one" id="x" delay="1s"/><send event="two" delay="2s" idlocation="where"/>
           <send event="three" delay="3s"/><cancel sendid="x"/><cancel sendidexpr="where"/><cancel sendid="unknown"/></onentry></state>`,
    );
    expect(events).toEqual(['three']);
  });

  test('to the internal queue it comes before external events', async () => {
    const { events } = await play(
      '<state id="s"><onentry><send event="outer"/><send event="inner" target="#_internal"/></onentry></state>',
    );
    expect(events).toEqual(['inner', 'outer']);
  });

  test.each([
    ['<send event="e" target="nowhere"/>', 'error.execution'],
    ['<send event="e" target="#_scxml_nobody"/>', 'error.communication'],
    ['<send event="e" target="#_nobody"/>', 'error.communication'],
    ['<send event="e" target="#_parent"/>', 'error.communication'],
    ['<send event="e" type="http://example.org/unknown"/>', 'error.execution'],
    ['<send event="e" delay="soon"/>', 'error.execution'],
    ['<send eventexpr="nowhere"/>', 'error.execution'],
    ['<send event="e" namelist="nowhere"/>', 'error.execution'],
    ['<send/>', 'error.execution'],
  ])('%s raises %s, is not sent and ends the block', async (send, error) => {
    const { events, logs } = await play(`<state id="s"><onentry>${send}<log expr="1"/></onentry></state>`);
    expect(events).toEqual([error]);
    expect(logs).toEqual([]);
  });

  test('a parameter that fails is left out, and the event is sent', async () => {
    const { events, logs } = await play(
      `<state id="s"><onentry><send event="e"><param name="a" expr="nowhere"/><param name="b" expr="1"/></send></onentry>
         <transition event="e"><log expr="_event.data"/></transition></state>`,
    );
    expect(events).toEqual(['error.execution', 'e']);
    expect(logs).toEqual(['{"b":1}']);
  });

  test('what is sent later is evaluated now', async () => {
    const { logs } = await play(
      `<datamodel><data id="x" expr="1"/></datamodel>
       <state id="s"><onentry><send event="e" delay="1s"><param name="x" expr="x"/></send><assign location="x" expr="2"/></onentry>
         <transition event="e"><log expr="_event.data.x + ' ' + x"/></transition></state>`,
    );
    expect(logs).toEqual(['1 2']);
  });
});

describe('invoke', () => {
  const child = (inner: string, attributes = ''): string =>
    `<invoke type="scxml" ${attributes}><content><scxml version="1.0">${inner}</scxml></content></invoke>`;

  test('starts a session that talks with the one that started it', async () => {
    const { stop, events } = await play(
      `<state id="s">${child(
        `<state id="c"><onentry><send target="#_parent" event="hello"/></onentry><transition event="reply" target="f"/></state>
         <final id="f"><donedata><param name="x" expr="41 + 1"/></donedata></final>`,
        'id="kid"',
      )}<transition event="hello"><send target="#_kid" event="reply"/></transition>
        <transition event="done.invoke.kid" cond="_event.data.x === 42 &amp;&amp; _event.invokeid === 'kid'" target="end"/></state>${end}`,
    );
    expect(stop).toEqual({ kind: 'final', state: 'end' });
    expect(events).toContain('hello');
  });

  test('gives parameters to data of the same name, and nothing else', async () => {
    const { logs } = await play(
      `<datamodel><data id="secret" expr="1"/></datamodel><state id="s"><invoke type="scxml"><param name="a" expr="2"/><param name="b" expr="3"/>
         <content><scxml version="1.0"><datamodel><data id="a" expr="0"/></datamodel>
           <state id="c"><onentry><log expr="a + typeof b + typeof secret"/></onentry></state></scxml></content></invoke></state>`,
    );
    expect(logs).toEqual(['2undefinedundefined']);
  });

  test('ends the session when its state is left, and hears nothing more from it', async () => {
    const { session, logs, events } = await play(
      `<state id="s">${child('<state id="c"><onexit><log expr="\'left\'"/><send target="#_parent" event="late"/></onexit></state>')}
         <transition event="go" target="t"/></state><state id="t"/>`,
    );
    tell(session, 'go');
    expect(logs).toEqual(['left']);
    expect(events).toEqual(['go']);
  });

  test('finalize runs before the event is processed, autoforward passes events on', async () => {
    const { logs, session } = await play(
      `<datamodel><data id="x" expr="0"/></datamodel>
       <state id="s"><invoke type="scxml" id="kid" autoforward="true">
           <content><scxml version="1.0"><state id="c"><transition event="ping"><send target="#_parent" event="pong"><param name="x" expr="5"/></send></transition></state></scxml></content>
           <finalize><assign location="x" expr="_event.data.x"/></finalize></invoke>
         <transition event="pong"><log expr="x"/></transition></state>`,
    );
    tell(session, 'ping');
    expect(logs).toEqual(['5']);
  });

  test('a page that cannot be loaded is an error', async () => {
    const { events } = await play('<state id="s"><invoke type="scxml" src="nowhere.scxml"/></state>');
    expect(events).toEqual(['error.communication']);
  });
});
