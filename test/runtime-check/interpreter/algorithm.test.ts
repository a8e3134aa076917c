// Appendix D of SCXML 1.0: which transitions are taken, what is left and entered, in which order.
import { describe, expect, test } from 'vitest';
import { play, tell } from './page.js';

const log = (text: string): string => `<log expr="'${text}'"/>`;
const logged = (id: string, inner: string): string =>
  `<state id="${id}"><onentry>${log(`+${id}`)}</onentry><onexit>${log(`-${id}`)}</onexit>${inner}</state>`;

describe('entry and exit', () => {
  test('outer states are entered first and left last', async () => {
    const body =
      logged('a', logged('a1', logged('a11', '<transition event="go" target="b1"/>'))) +
      logged('b', logged('b1', ''));
    const { session, logs } = await play(body);
    tell(session, 'go');
    expect(logs).toEqual(['+a', '+a1', '+a11', '-a11', '-a1', '-a', '+b', '+b1']);
  });

  test('the content of a transition runs between exit and entry, the initial content behind the outer entry', async () => {
    const body = `${logged('a', `<transition event="go" target="b">${log('content')}</transition>`)}
      <state id="b"><onentry>${log('+b')}</onentry>
        <initial><transition target="b2">${log('initial')}</transition></initial>
        ${logged('b1', '')}${logged('b2', '')}</state>`;
    const { session, logs } = await play(body);
    tell(session, 'go');
    expect(logs).toEqual(['+a', '-a', 'content', '+b', 'initial', '+b2']);
  });

  test('several onentry blocks run in order, and an error ends only its own', async () => {
    const { logs, events } = await play(
      `<state id="a"><onentry>${log('one')}<script>nowhere()</script>${log('never')}</onentry><onentry>${log('two')}</onentry></state>`,
    );
    expect(logs).toEqual(['one', 'two']);
    expect(events).toEqual(['error.execution']);
  });

  test('the regions of a parallel state are entered in document order and left in reverse', async () => {
    const body = `<parallel id="p">${logged('x', logged('x1', ''))}${logged('y', logged('y1', '<transition event="go" target="end"/>'))}</parallel>
      <state id="end"/>`;
    const { session, logs } = await play(body);
    tell(session, 'go');
    expect(logs).toEqual(['+x', '+x1', '+y', '+y1', '-y1', '-y', '-x1', '-x']);
    expect(session.configuration()).toEqual(['end']);
  });

  test('several targets enter the regions that they name and the defaults of the others', async () => {
    const region = (id: string): string =>
      `<state id="${id}"><state id="${id}1"/><state id="${id}2"/></state>`;
    const body = `<state id="s"><transition event="go" target="x2 z2"/></state>
      <parallel id="p">${region('x')}${region('y')}${region('z')}</parallel>`;
    const { session } = await play(body);
    tell(session, 'go');
    expect(session.configuration()).toEqual(['p', 'x', 'x2', 'y', 'y1', 'z', 'z2']);
  });
});

describe('internal and external transitions', () => {
  const body = (type: string): string =>
    `<state id="a"><onentry>${log('+a')}</onentry><onexit>${log('-a')}</onexit>
      <transition event="go" ${type} target="a2"/>${logged('a1', '')}${logged('a2', '')}</state>`;

  test('an external one leaves its source', async () => {
    const { session, logs } = await play(body(''));
    tell(session, 'go');
    expect(logs).toEqual(['+a', '+a1', '-a1', '-a', '+a', '+a2']);
  });

  test('an internal one to a descendant stays inside', async () => {
    const { session, logs } = await play(body('type="internal"'));
    tell(session, 'go');
    expect(logs).toEqual(['+a', '+a1', '-a1', '+a2']);
  });

  test('an internal one to elsewhere is external', async () => {
    const { session, logs } = await play(
      `${logged('a', '<transition event="go" type="internal" target="a"/>' + logged('a1', ''))}`,
    );
    tell(session, 'go');
    expect(logs).toEqual(['+a', '+a1', '-a1', '-a', '+a', '+a1']);
  });

  test('one without target runs its content and leaves nothing', async () => {
    const { session, logs } = await play(
      logged('a', `<transition event="go">${log('content')}</transition>`),
    );
    tell(session, 'go');
    expect(logs).toEqual(['+a', 'content']);
  });

  test('the least common ancestor is a compound state, never a parallel one', async () => {
    const body = `<parallel id="p"><onentry>${log('+p')}</onentry><onexit>${log('-p')}</onexit>
      ${logged('x', '<transition event="go" target="x"/>')}${logged('y', '')}</parallel>`;
    const { session, logs } = await play(body);
    logs.slice(0);
    tell(session, 'go');
    expect(logs.slice(3)).toEqual(['-y', '-x', '-p', '+p', '+x', '+y']);
  });
});

describe('selection', () => {
  test('the innermost state goes first, then document order', async () => {
    const { session } = await play(
      `<state id="a"><transition event="go" target="wrong"/>
        <state id="a1"><transition event="go" cond="false" target="wrong"/><transition event="go" target="right"/>
          <transition event="go" target="wrong"/></state></state><state id="right"/><state id="wrong"/>`,
    );
    tell(session, 'go');
    expect(session.configuration()).toEqual(['right']);
  });

  test('an outer transition is taken when no inner one is enabled', async () => {
    const { session } = await play(
      '<state id="a"><transition event="go" target="b"/><state id="a1"><transition event="other" target="a1"/></state></state><state id="b"/>',
    );
    tell(session, 'go');
    expect(session.configuration()).toEqual(['b']);
  });

  test('an event that nothing waits for is thrown away', async () => {
    const { session, stop } = await play('<state id="a"/>');
    expect(stop).toEqual({ kind: 'idle' });
    expect(tell(session, 'unknown')).toEqual({ kind: 'idle' });
    expect(session.configuration()).toEqual(['a']);
  });

  test('eventless transitions go before internal events, and these before external ones', async () => {
    const { logs } = await play(
      `<state id="a"><onentry><send event="external"/><raise event="internal"/></onentry>
        <transition target="b"/></state>
      <state id="b"><transition event="*"><log expr="_event.name"/></transition></state>`,
    );
    expect(logs).toEqual(['internal', 'external']);
  });

  test('regions take their own transitions in one step', async () => {
    const { session, lines } = await play(
      `<parallel id="p"><state id="x"><state id="x1"><transition event="go" target="x2"/></state><state id="x2"/></state>
        <state id="y"><state id="y1"><transition event="go" target="y2"/></state><state id="y2"/></state></parallel>`,
    );
    const before = session.microsteps;
    tell(session, 'go');
    expect(session.microsteps - before).toBe(1);
    expect(lines.slice(-6)).toEqual([
      'exit y1',
      'exit x1',
      'x1 -> x2 on go',
      'y1 -> y2 on go',
      'enter x2',
      'enter y2',
    ]);
  });

  test('of two that leave the same state the first in document order wins', async () => {
    const { session } = await play(
      `<parallel id="p"><state id="x"><transition event="go" target="one"/></state>
        <state id="y"><transition event="go" target="two"/></state></parallel><state id="one"/><state id="two"/>`,
    );
    tell(session, 'go');
    expect(session.configuration()).toEqual(['one']);
  });

  test('a transition of a descendant goes before one of its ancestor, wherever it stands', async () => {
    const { session } = await play(
      `<parallel id="p"><transition event="go" target="end"/>
        <state id="x"/>
        <state id="y"><state id="y1"><transition event="go" target="y2"/></state><state id="y2"/></state></parallel><state id="end"/>`,
    );
    tell(session, 'go');
    expect(session.configuration()).toEqual(['p', 'x', 'y', 'y2']);
  });

  test('a condition that fails is false and raises an error', async () => {
    const { session, events } = await play(
      `<state id="a"><transition event="go" cond="nowhere.x" target="wrong"/><transition event="error.execution" target="b"/></state>
        <state id="b"/><state id="wrong"/>`,
    );
    tell(session, 'go');
    expect(session.configuration()).toEqual(['b']);
    expect(events).toEqual(['go', 'error.execution']);
  });
});

describe('done events', () => {
  test('entering a final child raises done.state with the data of donedata', async () => {
    const { logs } = await play(
      `<state id="a"><state id="a1"><transition target="a2"/></state>
        <final id="a2"><donedata><param name="x" expr="1 + 1"/><param name="y" expr="'t'"/></donedata></final>
        <transition event="done.state.a" target="end"><log expr="_event.data.x + _event.data.y"/></transition></state><final id="end"/>`,
    );
    expect(logs).toEqual(['2t']);
  });

  test('a parallel state is done when all of its regions are', async () => {
    const region = (id: string): string =>
      `<state id="${id}"><state id="${id}1"><transition event="${id}" target="${id}2"/></state><final id="${id}2"/></state>`;
    const { session, events } = await play(
      `<parallel id="p">${region('x')}${region('y')}<transition event="done.state.p" target="end"/></parallel><final id="end"/>`,
    );
    tell(session, 'y');
    expect(session.configuration()).toContain('y2');
    expect(tell(session, 'x')).toEqual({ kind: 'final', state: 'end' });
    expect(events).toEqual(['y', 'done.state.y', 'x', 'done.state.x', 'done.state.p']);
  });

  test('the run ends in a top-level final state, whose exit content still runs', async () => {
    const { stop, logs, session } = await play(
      `<state id="a"><transition target="end"/></state><final id="end"><onexit>${log('bye')}</onexit></final>`,
    );
    expect(stop).toEqual({ kind: 'final', state: 'end' });
    expect(logs).toEqual(['bye']);
    expect(session.configuration()).toEqual(['end']);
  });

  test('a page may start in its final state', async () => {
    expect((await play('<final id="end"/>')).stop).toEqual({ kind: 'final', state: 'end' });
  });
});

describe('history', () => {
  const body = (type: string): string =>
    `<state id="a" initial="a1"><history id="h" type="${type}"><transition target="a2"/></history>
       <state id="a1"><state id="a11"><transition event="deeper" target="a12"/></state><state id="a12"/></state>
       <state id="a2"/><transition event="leave" target="b"/></state>
     <state id="b"><transition event="back" target="h"/></state>`;

  test('a shallow one restores the child', async () => {
    const { session } = await play(body('shallow'));
    for (const event of ['deeper', 'leave', 'back']) tell(session, event);
    expect(session.configuration()).toEqual(['a', 'a1', 'a11']);
  });

  test('a deep one restores the innermost states', async () => {
    const { session } = await play(body('deep'));
    for (const event of ['deeper', 'leave', 'back']) tell(session, event);
    expect(session.configuration()).toEqual(['a', 'a1', 'a12']);
  });

  test('its default is taken, with its content, when there is nothing to restore', async () => {
    const { session, logs } = await play(
      `<state id="b"><transition event="go" target="h"/></state>
       <state id="a"><onentry>${log('+a')}</onentry><history id="h"><transition target="a2">${log('default')}</transition></history>
         <state id="a1"/>${logged('a2', '')}</state>`,
    );
    tell(session, 'go');
    expect(session.configuration()).toEqual(['a', 'a2']);
    expect(logs).toEqual(['+a', 'default', '+a2']);
  });

  test('a transition that leaves and comes back restores what it left', async () => {
    const { session } = await play(
      `<state id="a"><history id="h"><transition target="a1"/></history><transition event="again" target="h"/>
         <state id="a1"><transition event="go" target="a2"/></state><state id="a2"/></state>`,
    );
    tell(session, 'go');
    tell(session, 'again');
    expect(session.configuration()).toEqual(['a', 'a2']);
  });
});
