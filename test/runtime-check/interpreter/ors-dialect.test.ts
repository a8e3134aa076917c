// What Orchestration Server does differently: one case for each row of the table of dialects.
import { describe, expect, test } from 'vitest';
import type { ActionContext, Platform } from '../../../src/runtime-check/interpreter/types.js';
import type { Plain } from '../../../src/runtime-check/script/engine.js';
import { textOf } from '../../../src/xml/index.js';
import { compileText, pageText, play, tell, type Options } from './page.js';

const ors: Options = { dialect: 'ors', root: 'profile="ecmascript"' };

describe('data and scripts', () => {
  test('data stands on _data, variables of scripts are global', async () => {
    const { logs } = await play(
      `<datamodel><data id="x" expr="1"/><data id="empty"/></datamodel><script>var y = _data.x + 1;</script>
       <state id="s"><onentry><assign location="_data.x" expr="_data.x + 1"/><assign location="y" expr="y * 10"/>
         <log expr="_data.x + ' ' + y + ' ' + ('empty' in _data) + ' ' + typeof x"/></onentry></state>`,
      ors,
    );
    expect(logs).toEqual(['2 20 true undefined']);
  });

  test('initial values of the scenario replace those of data in any state', async () => {
    const { logs } = await play(
      `<state id="s"><datamodel><data id="x" expr="1"/></datamodel><onentry><log expr="_data.x"/></onentry></state>`,
      { ...ors, data: { x: 9 } },
    );
    expect(logs).toEqual(['9']);
  });

  test('failures of scripts and conditions raise error.script by their kind, with the place', async () => {
    const { logs, events } = await play(
      `<state id="s"><onentry><script>nowhere();</script></onentry><onentry><assign location="_data.a.b" expr="1"/></onentry>
         <onentry><if cond="undefined.x"/></onentry><onentry><script>throw 'own';</script></onentry><onentry><script>var = 1;</script></onentry>
         <transition event="error.script.ReferenceError"><log expr="_event.data.tagname + ' ' + _event.data.reason + ' ' + _event.data.line"/></transition>
         <transition event="error"/></state>`,
      ors,
    );
    expect(events).toEqual([
      'error.script.ReferenceError',
      'error.script.TypeError',
      'error.script.TypeError',
      'error.script.Error',
      'error.script.SyntaxError',
    ]);
    expect(logs).toEqual(['script nowhere is not defined 1']);
  });

  test('what ES5 lacks fails', async () => {
    const { events } = await play(
      `<state id="s"><onentry><log expr="'abc'.includes('a')"/></onentry><onentry><log expr="(() => 1)()"/></onentry></state>`,
      ors,
    );
    expect(events).toEqual(['error.script.TypeError', 'error.script.SyntaxError']);
  });

  test('uneval and toSource give source text', async () => {
    const { logs } = await play(
      `<state id="s"><onentry>
         <log expr="uneval({a: 1, 'b c': [true, null, undefined, 'x']})"/><log expr="[1, {d: new Date(5)}].toSource()"/>
         <log expr="'t'.toSource() + (5).toSource() + /a/g.toSource()"/><log expr="uneval('t') + uneval(undefined) + uneval(-0)"/>
         <log expr="(function () { var a = {}; a.a = a; return uneval(a); })()"/><log expr="new TypeError('m').toSource()"/>
         <log expr="Object.keys({}).length + ' ' + (function () { for (var k in {}) return k; })()"/></onentry>
         <transition event="*"><log expr="_event.toSource()"/></transition></state>`,
      ors,
    );
    expect(logs).toEqual([
      '({a:1, "b c":[true, null, (void 0), "x"]})',
      '[1, {d:(new Date(5))}]',
      '(new String("t"))(new Number(5))/a/g',
      '"t"(void 0)-0',
      '({a:{}})',
      '(new TypeError("m"))',
      '0 undefined',
    ]);
  });

  test('const declares as var does', async () => {
    const { logs } = await play(
      `<state id="s"><onentry><script>const a = 'const a'; var o = {'const': 1}; for (const i = 1; ; ) { a += i; break; }</script>
         <log expr="a + o['const']"/></onentry><transition event="again" target="s"/></state>`,
      ors,
    );
    expect(logs).toEqual(['const a11']);
  });

  test('expressions may end with a semicolon', async () => {
    const { logs } = await play(`<state id="s"><onentry><log expr="1 + 1; "/></onentry></state>`, ors);
    expect(logs).toEqual(['2']);
  });
});

describe('events', () => {
  test('event, target and delay of send are value expressions', async () => {
    const { events, session } = await play(
      `<datamodel><data id="name" expr="'two'"/></datamodel>
       <state id="s"><onentry><send event="'one'" target="_sessionid" targettype="'scxml'"/><send event="_data.name" delay="'2s'" type="'scxml'"/>
         <send event="'inner'" target="'_internal'"/></onentry></state>`,
      ors,
    );
    expect(events).toEqual(['inner', 'one', 'two']);
    expect(session.now()).toBe(Date.UTC(2026, 2, 2, 9, 0, 2));
  });

  test('an event name without inner quotes is a variable', async () => {
    const { events } = await play('<state id="s"><onentry><send event="tick"/></onentry></state>', ors);
    expect(events).toEqual(['error.script.ReferenceError']);
  });

  test('raise takes a literal name and parameters; event is its older form', async () => {
    const { logs } = await play(
      `<state id="s"><onentry><raise event="a.b"><param name="x" expr="1"/></raise><event name="c"/></onentry>
         <transition event="a"><log expr="_event.name + _event.data.x"/></transition><transition event="c"><log expr="_event.data"/></transition></state>`,
      ors,
    );
    expect(logs).toEqual(['a.b1', 'undefined']);
  });

  test('cancel is answered, and names the event by an expression', async () => {
    const { logs } = await play(
      `<datamodel><data id="id"/></datamodel>
       <state id="s"><onentry><send event="'later'" delay="'5s'" idlocation="_data.id"/><cancel sendid="_data.id"/><cancel sendid="_data.id"/></onentry>
         <transition event="*"><log expr="_event.name + ' ' + (_event.sendid === _data.id) + ' ' + (_event.data.sendid === _data.id)"/></transition></state>`,
      ors,
    );
    expect(logs).toEqual(['cancel.successful true true', 'error.notallowed true true']);
  });

  test('logs have a level', async () => {
    const { lines } = await play(
      '<state id="s"><onentry><log expr="1" level="2"/><log expr="2"/></onentry></state>',
      ors,
    );
    expect(lines).toContain('log 1 (level 2)');
    expect(lines).toContain('log 2');
  });

  test('the functions of the engine', async () => {
    const { lines, logs } = await play(
      `<state id="s"><onentry><script>__Log('plain'); __Log({a: 1}, 'label', 2); __Raise('mine', {x: 1});</script>
           <log expr="__GetCurrentStates().join() + ' ' + __GetDocumentURL() + ' ' + In('s') + In('t')"/></onentry>
         <transition event="mine"><log expr="_event.data.x"/></transition><state id="s1"/></state><state id="t"/>`,
      ors,
    );
    expect(logs).toEqual(['plain', '{"a":1}', 's page.scxml truefalse', '1']);
    expect(lines).toContain('log label: {"a":1} (level 2)');
  });

  test('an initial element may stand in the root, with content', async () => {
    const { logs, session } = await play(
      `<initial><transition target="b"><log expr="'start'"/></transition></initial><state id="a"/><state id="b"/>`,
      ors,
    );
    expect(logs).toEqual(['start']);
    expect(session.configuration()).toEqual(['b']);
  });

  test.each([
    '<state id="s"><history id="h"><transition target="s1"/></history><state id="s1"/></state>',
    '<state id="s"><onentry><foreach array="[1]" item="i"/></onentry></state>',
    '<state id="s"><onentry><script src="lib.js"/></onentry></state>',
    '<datamodel><data id="x" src="x.json"/></datamodel><state id="s"/>',
  ])('%s is refused', (body) => {
    const { document, diagnostics } = compileText(pageText(body), 'ors');
    expect(document).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['IRD5506']);
  });
});

describe('the platform', () => {
  /** Answers `queue:submit` after two seconds; keeps what it was asked. */
  function simple(): { readonly platform: Platform; readonly seen: string[] } {
    const seen: string[] = [];
    const handles: number[] = [];
    const platform: Platform = {
      start(context: ActionContext) {
        context.define('_genesys', { queue: {} });
        context.expose('_genesys.queue.state', (id: Plain) => `state of ${String(id)}`);
        context.post({ name: 'interaction.added', type: 'platform', data: { interactionid: 'i1' } });
      },
      execute(element, context) {
        if (element.local !== 'submit') return false;
        const expr = element.attributes.find(({ name }) => name === 'queue');
        const queue = expr ? context.evaluate(expr.value.text, expr.value.span()) : { ok: false as const };
        if (!queue.ok) return true;
        seen.push(`submit ${String(queue.value)} ${textOf(element).text}`);
        context.write('_data.requestid', 'r1', element.span);
        handles.push(
          context.post({ name: 'queue.submit.done', type: 'platform', data: { requestid: 'r1' } }, 2000),
        );
        context.schedule(2000, () => seen.push(`call at ${context.now()}`));
        if (queue.value === 'VQ2') seen.push(`withdrawn ${context.withdraw(handles.at(-1) ?? 0)}`);
        return true;
      },
      observe: ({ name }) => seen.push(`event ${name}`),
      end: (final) => seen.push(`end ${String(final)}`),
    };
    return { platform, seen };
  }
  const page = (queue: string): string =>
    `<datamodel><data id="requestid"/></datamodel>
     <state id="s"><transition event="interaction.added" target="q"/></state>
     <state id="q"><onentry><queue:submit queue="${queue}"/><log expr="'behind ' + _data.requestid + ' ' + _genesys.queue.state(1)"/></onentry>
       <transition event="queue.submit.done" cond="_event.data.requestid == _data.requestid" target="end"/></state><final id="end"/>`;

  test('runs action elements, posts events and calls back in virtual time, calls before events', async () => {
    const { platform, seen } = simple();
    const { stop, logs } = await play(page("'VQ' + 1"), { ...ors, platform });
    expect(stop).toEqual({ kind: 'final', state: 'end' });
    expect(logs).toEqual(['behind r1 state of 1']);
    expect(seen).toEqual([
      'event interaction.added',
      'submit VQ1 ',
      `call at ${Date.UTC(2026, 2, 2, 9, 0, 2)}`,
      'event queue.submit.done',
      'end end',
    ]);
  });

  test('takes back what it has posted', async () => {
    const { platform, seen } = simple();
    const { stop } = await play(page("'VQ2'"), { ...ors, platform });
    expect(stop).toEqual({ kind: 'idle' });
    expect(seen).toContain('withdrawn true');
    expect(seen).not.toContain('event queue.submit.done');
  });

  test('an expression of an action that fails ends the block', async () => {
    const { platform, seen } = simple();
    const { logs, events } = await play(page('VQ1'), { ...ors, platform });
    expect(logs).toEqual([]);
    expect(events).toEqual(['interaction.added', 'error.script.ReferenceError']);
    expect(seen).not.toContain('submit');
  });

  test('an element that it does not know is told', async () => {
    const { platform } = simple();
    const { events, session } = await play('<state id="s"><onentry><queue:unknown/></onentry></state>', {
      ...ors,
      platform,
    });
    expect(events).toEqual(['error.unsupported', 'interaction.added']);
    expect(tell(session, 'x')).toEqual({ kind: 'idle' });
  });
});
