// What SCXML 1.0 asks for and its test documents do not show: protection of system variables, foreach on the page's own items, what ended sessions get,
// order of error events, late binding, values that fail.
import { describe, expect, test } from 'vitest';
import { compileText, pageText, play, tell, type Options } from './page.js';

/** Runs actions one after the other, each in an entry block of its own, then logs `expr`. */
async function run(actions: readonly string[], expr = "'done'", options: Options = {}, datamodel = '') {
  const blocks = [...actions, `<log expr="${expr}"/>`].map((action) => `<onentry>${action}</onentry>`);
  return play(`<datamodel>${datamodel}</datamodel><state id="s">${blocks.join('')}</state>`, options);
}

describe('system variables', () => {
  const variables = ['_event', '_sessionid', '_name', '_ioprocessors'];
  const before = (name: string): string =>
    name === '_event' ? 'typeof _event' : name === '_ioprocessors' ? '_ioprocessors.scxml.location' : name;
  const values: Readonly<Record<string, string>> = {
    _event: 'undefined',
    _sessionid: 'S',
    _name: 'N',
    _ioprocessors: '#_scxml_S',
  };

  test.each(
    variables.flatMap((name) =>
      [
        ['assign', `<assign location="${name}" expr="1"/>`],
        ['assign of content', `<assign location="${name}">1</assign>`],
        ['script', `<script>${name} = 1;</script>`],
        ['a function in a script', `<script>(function () { ${name} = 1; })();</script>`],
        ['strict code', `<script>'use strict'; ${name} = 1;</script>`],
        ['a definition', `<script>Object.defineProperty(globalThis, '${name}', { value: 1 });</script>`],
        ['delete in strict code', `<script>'use strict'; delete globalThis.${name};</script>`],
        ['foreach', `<foreach array="[1]" item="${name}"/>`],
        ['idlocation', `<send event="e" idlocation="${name}"/>`],
      ].map(([way = '', action = '']) => [name, way, action] as const),
    ),
  )('%s cannot be changed by %s', async (name, _way, action) => {
    const { events, logs } = await run([action], before(name), { root: 'name="N"', sessionId: 'S' });
    expect(events).toEqual(['error.execution']);
    expect(logs).toEqual([values[name]]);
  });

  test.each(variables)('data cannot take the place of %s', async (name) => {
    const data = `<data id="${name}" expr="1"/>`;
    const { events, logs } = await run([], before(name), { root: 'name="N"', sessionId: 'S' }, data);
    expect(events).toEqual(['error.execution']);
    expect(logs).toEqual([values[name]]);
  });

  test.each(["_ioprocessors['scxml']", '_ioprocessors.scxml.location', '_ioprocessors.own'])(
    '%s cannot be changed',
    async (location) => {
      const { events, logs } = await run(
        [`<assign location="${location}" expr="1"/>`, `<script>${location} = 1;</script>`],
        "_ioprocessors.scxml.location + ('own' in _ioprocessors)",
        { sessionId: 'S' },
      );
      expect(events).toEqual(['error.execution']);
      expect(logs).toEqual(['#_scxml_Sfalse']);
    },
  );

  test('In tells of the configuration while states are left and entered', async () => {
    const { logs } = await play(`
      <state id="a"><onexit><log expr="In('a') + ' ' + In('b')"/></onexit>
        <transition target="b"><log expr="In('a') + ' ' + In('b')"/></transition></state>
      <state id="b"><onentry><log expr="In('a') + ' ' + In('b') + ' ' + In('c') + ' ' + In()"/></onentry></state>`);
    expect(logs).toEqual(['true false', 'false false', 'false true false false']);
  });
});

describe('foreach', () => {
  const data = `<data id="list" expr="[{ n: 1 }, { n: 2 }]"/><data id="f" expr="[function () { return 7; }, new Date(5)]"/>`;

  test('gives the items themselves', async () => {
    const { logs, events } = await run(
      ['<foreach array="list" item="it"><assign location="it.n" expr="it.n * 10"/></foreach>'],
      'list',
      {},
      data,
    );
    expect(logs).toEqual(['[{"n":10},{"n":20}]']);
    expect(events).toEqual([]);
  });

  test('gives items that are no data', async () => {
    const { logs } = await run(
      ['<foreach array="f" item="it" index="i"><log expr="i === 0 ? it() : it.getTime()"/></foreach>'],
      'typeof it',
      {},
      data,
    );
    expect(logs).toEqual(['7', '5', 'object']);
  });

  test.each([
    ['grows', '<script>list.push(1);</script>'],
    ['shrinks', '<script>list.length = 0;</script>'],
    ['is replaced', '<assign location="list" expr="null"/>'],
  ])('goes through the list as it was when it %s', async (_what, change) => {
    const { logs } = await run(
      [`<foreach array="list" item="it"><log expr="it.n"/>${change}</foreach>`],
      "'end'",
      {},
      data,
    );
    expect(logs).toEqual(['1', '2', 'end']);
  });

  test('may stand in another one, on the same list', async () => {
    const { logs } = await run([
      '<foreach array="[1, 2]" item="a"><foreach array="[1, 2]" item="b"><log expr="a * 10 + b"/></foreach></foreach>',
    ]);
    expect(logs).toEqual(['11', '12', '21', '22', 'done']);
  });

  test('goes through holes, and through nothing', async () => {
    const { logs, events } = await run([
      '<foreach array="[1, , 3]" item="it"><log expr="it"/></foreach>',
      '<foreach array="[]" item="it"><log expr="it"/></foreach>',
    ]);
    expect(logs).toEqual(['1', 'undefined', '3', 'done']);
    expect(events).toEqual([]);
  });

  test.each(['null', '5', "'ab'", '{ length: 1 }', 'undefined', 'nothing', '(function () { throw 1; })()'])(
    'over %s is an error, and declares nothing',
    async (array) => {
      const { logs, events } = await run(
        [`<foreach array="${array}" item="it"/><log expr="1"/>`],
        'typeof it',
      );
      expect(events).toEqual(['error.execution']);
      expect(logs).toEqual(['undefined']);
    },
  );

  test('that an error ends leaves nothing behind that scripts can see', async () => {
    const { logs, events } = await run(
      ['<foreach array="[1, 2]" item="it"><log expr="it"/><log expr="nothing"/></foreach>'],
      "Object.keys(globalThis).filter(function (name) { return name.indexOf('foreach') >= 0; }).length",
    );
    expect(logs).toEqual(['1', '0']);
    expect(events).toEqual(['error.execution']);
  });
});

describe('data', () => {
  test('whose file cannot be had has no value, and an error event tells of it', async () => {
    const body =
      '<datamodel><data id="x" src="nowhere.json"/></datamodel><state id="s"><onentry><log expr="typeof x"/></onentry></state>';
    expect(compileText(pageText(body)).diagnostics.map(({ code }) => code)).toEqual(['IRD5531']);
    const { logs, events } = await play(body);
    expect(logs).toEqual(['undefined']);
    expect(events).toEqual(['error.execution']);
  });

  test('with late binding exists from the start, and an error in it is raised on the first entry only', async () => {
    const { session, events, logs } = await play(
      `<state id="a"><onentry><log expr="typeof x + typeof y"/></onentry><transition event="go" target="b"/></state>
       <state id="b"><datamodel><data id="x" expr="nothing"/><data id="y" expr="1"/></datamodel>
         <onentry><log expr="y"/><assign location="y" expr="2"/></onentry><transition event="go" target="a"/></state>`,
      { root: 'binding="late"' },
    );
    for (let at = 0; at < 3; at++) tell(session, 'go');
    expect(events).toEqual(['go', 'error.execution', 'go', 'go']);
    expect(logs).toEqual(['undefinedundefined', '1', 'undefinednumber', '2']);
  });

  test('with early binding has its value before its state is entered', async () => {
    const { logs } = await play(
      `<state id="a"><onentry><log expr="x"/></onentry></state>
       <state id="b"><datamodel><data id="x" expr="1"/></datamodel></state>`,
    );
    expect(logs).toEqual(['1']);
  });
});

describe('the end', () => {
  test('comes at once in a top-level final state: what was raised on the way is not processed', async () => {
    const { events, stop } = await play(
      '<final id="end"><onentry><raise event="e"/><send event="f"/></onentry></final>',
    );
    expect(events).toEqual([]);
    expect(stop).toEqual({ kind: 'final', state: 'end' });
  });
});

describe('values of done events', () => {
  const page = (donedata: string): string => `
    <state id="s"><final id="f"><donedata>${donedata}</donedata></final>
      <transition event="done.state.s" target="end"><log expr="JSON.stringify(_event.data)"/></transition></state>
    <final id="end"/>`;
  test.each([
    [
      '<param name="a" expr="1"/><param name="b" expr="nothing"/>',
      '{"a":1}',
      ['error.execution', 'done.state.s'],
    ],
    ['<param name="a" expr="nothing"/>', 'undefined', ['error.execution', 'done.state.s']],
    ['<content expr="nothing"/>', 'undefined', ['error.execution', 'done.state.s']],
    ['<content expr="[1, { a: null }]"/>', '[1,{"a":null}]', ['done.state.s']],
    ['<content>some   text</content>', '"some text"', ['done.state.s']],
  ])('%s', async (donedata, log, expected) => {
    const { logs, events } = await play(page(donedata));
    expect(logs).toEqual([log]);
    expect(events).toEqual(expected);
  });
});

describe('send', () => {
  test.each([
    ['unknown type', '<send event="e" type="urn:nothing" id="i"/>', 'error.execution', 'i'],
    ['target that is none', '<send event="e" target="nothing" id="i"/>', 'error.execution', 'i'],
    ['unknown session', '<send event="e" target="#_scxml_nobody" id="i"/>', 'error.communication', 'i'],
    ['no parent', '<send event="e" target="#_parent" id="i"/>', 'error.communication', 'i'],
    ['unknown child', '<send event="e" target="#_kid" id="i"/>', 'error.communication', 'i'],
    ['delay that is none', '<send event="e" delayexpr="5" id="i"/>', 'error.execution', 'i'],
    ['expression that fails', '<send eventexpr="nothing" id="i"/>', 'error.execution', undefined],
    ['name that fails', '<send event="e" namelist="nothing" id="i"/>', 'error.execution', undefined],
  ])(
    '%s: an error event that names it, and the rest of the block is skipped',
    async (_what, send, name, id) => {
      const { logs, events } = await play(
        `<state id="s"><onentry>${send}<raise event="skipped"/></onentry>
         <transition event="*"><log expr="_event.name + ' ' + _event.type + ' ' + _event.sendid"/></transition></state>`,
      );
      expect(events).toEqual([name]);
      expect(logs).toEqual([`${name} platform ${String(id)}`]);
    },
  );

  test('errors of several blocks come in the order in which they happened, before any external event', async () => {
    const { events } = await run([
      '<send event="external"/>',
      '<send event="e" target="#_parent"/>',
      '<raise event="internal"/>',
      '<assign location="nothing.x" expr="1"/>',
      '<log expr="nothing"/>',
    ]);
    expect(events).toEqual([
      'error.communication',
      'internal',
      'error.execution',
      'error.execution',
      'external',
    ]);
  });

  test('cancel of an id that is used twice takes all back, and of an unknown one does nothing', async () => {
    const { events } = await run([
      '<send event="a" delay="1s" id="i"/><send event="b" delay="2s" id="i"/><send event="c" delay="3s" id="j"/>',
      `<cancel sendidexpr="'i'"/><cancel sendid="unknown"/><cancel sendid="i"/>`,
    ]);
    expect(events).toEqual(['c']);
  });

  test('a session cannot cancel what another one has sent', async () => {
    const { events } = await play(
      `<state id="s"><onentry><send event="mine" delay="1s" id="i"/></onentry>
         <invoke><content><scxml version="1.0" xmlns="http://www.w3.org/2005/07/scxml">
           <state id="c"><onentry><cancel sendid="i"/></onentry></state></scxml></content></invoke></state>`,
    );
    expect(events).toEqual(['mine']);
  });
});

describe('parameters of one name', () => {
  const page = (send: string): string => `
    <datamodel><data id="v" expr="1"/></datamodel>
    <state id="s"><onentry>${send}</onentry>
      <transition event="e done.state"><log expr="JSON.stringify(_event.data)"/></transition></state>`;
  const twice = '<param name="v" expr="2"/><param name="v" expr="3"/>';

  test.each([
    [`<send event="e">${twice}</send>`, '{"v":[2,3]}'],
    [`<send event="e" namelist="v">${twice}</send>`, '{"v":[1,2,3]}'],
    ['<send event="e" namelist="v v"/>', '{"v":[1,1]}'],
    ['<send event="e"><param name="v" expr="2"/><param name="v" expr="nothing"/></send>', '{"v":2}'],
  ])('are all there: %s', async (send, log) => {
    expect((await play(page(send))).logs).toEqual([log]);
  });

  test('in the ors dialect the last one counts', async () => {
    const { logs } = await play(page(`<send event="'e'">${twice}</send>`), { dialect: 'ors' });
    expect(logs).toEqual(['{"v":3}']);
  });
});

describe('invoke', () => {
  const child = (attributes: string, body: string, more = ''): string =>
    `<invoke ${attributes}><content><scxml version="1.0" xmlns="http://www.w3.org/2005/07/scxml">${body}</scxml></content>${more}</invoke>`;

  test('a session that is over gets nothing forwarded', async () => {
    const { session, stop } = await play(
      `<state id="s">${child('autoforward="true"', '<final id="f"/>')}</state>`,
      { budget: { pendingEvents: 20 } },
    );
    expect(stop).toEqual({ kind: 'idle' });
    for (let at = 0; at < 100; at++) expect(tell(session, 'e')).toEqual({ kind: 'idle' });
  });

  test.each([
    [
      'namelist',
      child(
        'namelist="x"',
        '<datamodel><data id="x" expr="0"/></datamodel><state id="c"><onentry><log expr="x"/></onentry></state>',
      ),
      ['5'],
    ],
    [
      'parameter that fails',
      child(
        '',
        '<state id="c"><onentry><log expr="1"/></onentry></state>',
        '<param name="y" expr="nothing"/>',
      ),
      ['1'],
    ],
    [
      'namelist that fails',
      child('namelist="nothing"', '<state id="c"><onentry><log expr="1"/></onentry></state>'),
      [],
    ],
    [
      'data of inner states',
      child(
        'namelist="x"',
        '<state id="c"><datamodel><data id="x" expr="0"/></datamodel><onentry><log expr="x"/></onentry></state>',
      ),
      ['0'],
    ],
    [
      'type that is none',
      child('type="urn:nothing"', '<state id="c"><onentry><log expr="1"/></onentry></state>'),
      [],
    ],
  ])('%s', async (_what, invoke, expected) => {
    const { logs } = await play(
      `<datamodel><data id="x" expr="5"/></datamodel><state id="s">${invoke}</state>`,
    );
    expect(logs).toEqual(expected);
  });

  test.each([
    ['<invoke src="nowhere.scxml"/>', 'error.communication'],
    ['<invoke/>', 'error.communication'],
    ['<invoke><content>no page</content></invoke>', 'error.communication'],
    ['<invoke><content><html xmlns=""/></content></invoke>', 'error.communication'],
    ['<invoke><content expr="nothing"/></invoke>', 'error.execution'],
    ['<invoke srcexpr="nothing"/>', 'error.execution'],
    ['<invoke typeexpr="nothing"/>', 'error.execution'],
    ['<invoke type="urn:nothing"/>', 'error.execution'],
    ['<invoke idlocation="nothing.x" src="nowhere.scxml"/>', 'error.execution'],
  ])('%s is one error event', async (invoke, name) => {
    const { events } = await play(`<state id="s">${invoke}</state>`);
    expect(events).toEqual([name]);
  });

  test('of a state that is left at once is not carried out', async () => {
    const { logs } = await play(
      `<state id="s">${child('', '<state id="c"><onentry><log expr="1"/></onentry></state>')}<transition target="t"/></state><state id="t"/>`,
    );
    expect(logs).toEqual([]);
  });

  test('an event that is forwarded has the fields of the one that came', async () => {
    const log = '<log expr="JSON.stringify(_event)"/>';
    const { logs, session } = await play(
      `<state id="s">${child(
        'id="kid" autoforward="true"',
        `<state id="c"><onentry><send target="#_parent" event="own" id="i"><param name="a" expr="[1]"/></send></onentry>
           <transition event="*">${log}</transition></state>`,
      )}<transition event="*">${log}</transition></state>`,
    );
    tell(session, 'other', { b: null });
    expect(logs).toHaveLength(4);
    expect(logs[0]).toBe(logs[1]);
    expect(logs[2]).toBe(logs[3]);
    expect(logs[0]).toContain('"name":"own"');
  });

  test('a session that is cancelled runs its exit content, innermost first, and sends nothing more', async () => {
    const { logs, session } = await play(
      `<state id="s">${child(
        '',
        `<state id="c"><onentry><send event="late" delay="5s"/></onentry><onexit><log expr="'outer'"/></onexit>
           <state id="d"><onexit><log expr="'inner'"/></onexit></state></state>`,
      )}<transition event="go" target="t"/></state><state id="t"/>`,
    );
    tell(session, 'go');
    expect(logs).toEqual(['inner', 'outer']);
  });

  test('an id that the interpreter makes up begins with that of the state', async () => {
    const { logs } = await play(
      `<datamodel><data id="x"/></datamodel><state id="s">${child('idlocation="x"', '<final id="f"/>')}
         <transition event="done.invoke"><log expr="x.indexOf('s.') === 0 &amp;&amp; _event.name === 'done.invoke.' + x &amp;&amp; _event.invokeid === x"/></transition></state>`,
    );
    expect(logs).toEqual(['true']);
  });

  test('finalize runs for the events of its own session only, and may change what the transition sees', async () => {
    const sender = (event: string): string =>
      `<state id="c"><onentry><send target="#_parent" event="${event}"><param name="v" expr="'${event}'"/></send></onentry></state>`;
    const { logs } = await play(
      `<datamodel><data id="v" expr="'none'"/></datamodel>
       <state id="s">${child('id="a"', sender('fromA'), '<finalize><assign location="v" expr="_event.data.v"/></finalize>')}
         ${child('id="b"', sender('fromB'))}
         <transition event="fromA fromB"><log expr="_event.name + ' ' + v"/><assign location="v" expr="'none'"/></transition></state>`,
    );
    expect(logs).toEqual(['fromA fromA', 'fromB none']);
  });

  test('an empty finalize takes the values of the names that were given', async () => {
    const { logs } = await play(
      `<datamodel><data id="v" expr="1"/><data id="w" expr="1"/></datamodel>
       <state id="s">${child(
         'namelist="v"',
         '<state id="c"><onentry><send target="#_parent" event="e"><param name="v" expr="2"/><param name="w" expr="3"/></send></onentry></state>',
         '<finalize/>',
       )}<transition event="e"><log expr="v + ' ' + w"/></transition></state>`,
    );
    expect(logs).toEqual(['2 1']);
  });
});
