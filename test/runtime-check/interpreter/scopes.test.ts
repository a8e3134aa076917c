// Variables that scripts declare in a state of the ors dialect: who sees them, and until when.
import { describe, expect, test } from 'vitest';
import { play, tell, type Options } from './page.js';

const ors: Options = { dialect: 'ors', root: 'profile="ecmascript"' };

describe('variables of states', () => {
  test('a state and the states inside it see them; a name inside hides the one outside', async () => {
    const { logs } = await play(
      `<script>var a = 'page'; var c = 'page';</script>
       <state id="outer"><onentry><script>var a = 'outer'; var b = 'outer';</script></onentry>
         <state id="inner"><onentry><script>var b = 'inner';</script><log expr="a + ' ' + b + ' ' + c"/></onentry>
           <transition target="end"/></state>
         <onexit><log expr="a + ' ' + b"/></onexit></state>
       <final id="end"><onentry><log expr="a + ' ' + typeof b"/></onentry></final>`,
      ors,
    );
    expect(logs).toEqual(['outer inner page', 'outer outer', 'page undefined']);
  });

  test('they die with the state and start anew when it is entered again', async () => {
    const { logs, session } = await play(
      `<state id="s"><onentry><log expr="typeof n"/><script>var n = 1;</script></onentry>
         <transition event="up"><script>n++;</script><log expr="n"/></transition>
         <transition event="again" target="s"/><transition event="leave" target="t"/></state>
       <state id="t"><onentry><log expr="typeof n"/></onentry><transition event="back" target="s"/></state>`,
      ors,
    );
    for (const name of ['up', 'up', 'again', 'up', 'leave', 'back', 'up']) tell(session, name);
    expect(logs).toEqual(['undefined', '2', '3', 'undefined', '2', 'undefined', 'undefined', '2']);
  });

  test('a name that nobody has declared cannot be assigned to, but scripts make it global', async () => {
    const { logs, events } = await play(
      `<state id="s"><onentry><script>var known;</script></onentry>
         <onentry><assign location="known" expr="1"/><log expr="known"/></onentry>
         <onentry><assign location="unknown" expr="1"/></onentry>
         <onentry><script>loose = 5;</script></onentry>
         <transition event="error" target="t"/></state>
       <state id="t"><onentry><log expr="typeof known + loose"/></onentry></state>`,
      ors,
    );
    expect(events).toEqual(['error.script.ReferenceError']);
    expect(logs).toEqual(['1', 'undefined5']);
  });

  test('functions are variables of the state, in whatever order they stand, and see its other variables', async () => {
    const { logs } = await play(
      `<state id="s"><onentry><script>var base = early(); function early() { return 40; } function add(n) { base += n; return base; }</script>
           <log expr="add(2)"/></onentry>
         <state id="inner"><onentry><log expr="add(1) + ' ' + typeof early"/></onentry><transition target="t"/></state></state>
       <state id="t"><onentry><log expr="typeof add"/></onentry></state>`,
      ors,
    );
    expect(logs).toEqual(['42', '43 function', 'undefined']);
  });

  test('var in loops, branches and try belongs to the state; var in functions does not', async () => {
    const { logs } = await play(
      `<state id="s"><onentry><script><![CDATA[for (var i = 0; i < 3; i++) { var last = i; }
           if (true) { var yes = 1; } try { throw 7; } catch (error) { var caught = error; }
           (function () { var hidden = 1; })();]]></script>
         <log expr="[i, last, yes, caught, typeof hidden].join()"/></onentry></state>`,
      ors,
    );
    expect(logs).toEqual(['3,2,1,7,undefined']);
  });

  test('conditions, parameters, locations and action elements see them', async () => {
    const seen: unknown[] = [];
    const { logs } = await play(
      `<state id="s"><onentry><script>var box = {}; var n = 2;</script><queue:submit queue="n + 1"/>
           <raise event="told"><param name="n" expr="n"/></raise><assign location="box['k']" expr="n * 2"/></onentry>
         <transition event="told" cond="n == 2 &amp;&amp; _event.data.n == 2"><log expr="box.k"/></transition></state>`,
      {
        ...ors,
        platform: {
          start: () => undefined,
          execute: (element, context) => {
            const [queue] = element.attributes;
            if (queue) seen.push(context.evaluate(queue.value.text, queue.value.span()));
            return true;
          },
          end: () => undefined,
        },
      },
    );
    expect(seen).toEqual([{ ok: true, value: 3 }]);
    expect(logs).toEqual(['4']);
  });

  test('regions that are active together have their own', async () => {
    const { logs } = await play(
      `<parallel id="p"><state id="a"><onentry><script>var who = 'a';</script></onentry><transition event="ask"><log expr="who"/></transition></state>
         <state id="b"><onentry><script>var who = 'b'; var only = 1;</script></onentry><transition event="ask"><log expr="who"/></transition></state>
         <state id="c"><transition event="ask"><log expr="typeof who + typeof only"/></transition></state>
         <onentry><raise event="ask"/></onentry></parallel>`,
      ors,
    );
    expect(logs).toEqual(['a', 'b', 'undefinedundefined']);
  });

  test('a failure in a script tells the place in the page', async () => {
    const { logs } = await play(
      `<state id="s"><onentry><script>var a = 1;
  var b = a.b.c;</script></onentry><transition event="error"><log expr="_event.data.line + ':' + _event.data.column"/></transition></state>`,
      ors,
    );
    expect(logs).toEqual(['2:11']);
  });

  test('in SCXML 1.0 every variable belongs to the page', async () => {
    const { logs } = await play(
      `<state id="s"><onentry><script>var n = 1;</script></onentry><transition target="t"/></state>
       <state id="t"><onentry><log expr="n"/></onentry></state>`,
    );
    expect(logs).toEqual(['1']);
  });
});
