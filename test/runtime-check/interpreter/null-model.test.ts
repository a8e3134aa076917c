// The null data model (SCXML B.1): `In`, and nothing else.
import { describe, expect, test } from 'vitest';
import { compileText, pageText, play } from './page.js';

const root = 'datamodel="null"';

const regions = (cond: string): string => `
  <parallel id="p">
    <state id="a"><transition cond="${cond}" target="yes"/><transition target="no"/></state>
    <state id="b"/>
  </parallel>
  <state id="other"/><final id="yes"/><final id="no"/>`;

describe('the null data model', () => {
  test.each([
    ["In('b')", 'yes'],
    ['In(b)', 'yes'],
    [" In ( 'b' ) ", 'yes'],
    ['In(&quot;b&quot;)', 'yes'],
    ["In('p')", 'yes'],
    ["In('other')", 'no'],
    ["In('nowhere')", 'no'],
  ])('knows the condition %s', async (cond, state) => {
    const { stop, events } = await play(regions(cond), { root });
    expect(stop).toEqual({ kind: 'final', state });
    expect(events).toEqual([]);
  });

  test.each([
    "!In('b')",
    "In('b') || true",
    'true',
    '1',
    "In('b'",
    "In('b', 'c')",
    '_event',
    '_sessionid',
    'In()',
  ])('knows no condition %s', async (cond) => {
    const text = pageText(regions(cond), root);
    expect(compileText(text).diagnostics.map(({ code }) => code)).toEqual(['IRD5505']);
    const { stop, lines } = await play(regions(cond), { root });
    expect(stop).toEqual({ kind: 'final', state: 'no' });
    expect(lines).toContain('failure SyntaxError');
  });

  test.each([
    ['script', '<script>var x = 1;</script>'],
    ['assign', '<assign location="x" expr="1"/>'],
    ['log', '<log expr="1"/>'],
    ['eventexpr', `<send eventexpr="'a'"/>`],
    ['namelist', '<send event="a" namelist="x"/>'],
    ['foreach', '<foreach array="[1]" item="i"><raise event="a"/></foreach>'],
  ])('has no %s: an error of execution ends the block', async (_what, action) => {
    const { events } = await play(`<state id="s"><onentry>${action}<raise event="a"/></onentry></state>`, {
      root,
    });
    expect(events).toEqual(['error.execution']);
  });

  test('has no data', async () => {
    const { events } = await play('<datamodel><data id="x">1</data></datamodel><state id="s"/>', { root });
    expect(events).toEqual(['error.execution']);
  });

  test('has everything that needs no data', async () => {
    const { events, stop } = await play(
      `<state id="s"><onentry><log label="here"/><if cond="In(s)"><raise event="a"/></if>
          <send event="b" delay="1s" id="i"/><send event="c" delay="2s"/><cancel sendid="i"/></onentry>
        <invoke id="v"><content><scxml datamodel="ecmascript" version="1.0" xmlns="http://www.w3.org/2005/07/scxml">
          <datamodel><data id="x" expr="2"/></datamodel>
          <state id="t"><transition cond="x === 2" target="u"/></state><final id="u"/></scxml></content></invoke>
        <transition event="c" target="end"/></state>
      <final id="end"/>`,
      { root },
    );
    expect(events).toEqual(['a', 'done.invoke.v', 'c']);
    expect(stop).toEqual({ kind: 'final', state: 'end' });
  });

  test('an invoked page has the data model that it names, not that of the page around it', async () => {
    const { events } = await play(
      `<state id="s"><invoke id="v"><content><scxml datamodel="null" version="1.0" xmlns="http://www.w3.org/2005/07/scxml">
        <state id="t"><onentry><raise event="go"/></onentry><transition event="go" cond="true" target="u"/></state>
        <final id="u"/></scxml></content></invoke></state>`,
    );
    expect(events).toEqual(['go', 'error.execution']);
  });

  test('does not exist for Orchestration Server, which names the model by another attribute', () => {
    expect(compileText(pageText('<state id="s"/>', 'profile="null"'), 'ors').document).toBeUndefined();
    expect(
      compileText(pageText('<state id="s"/>', 'profile="ecmascript" datamodel="null"'), 'ors').diagnostics,
    ).toEqual([]);
  });
});
