import { describe, expect, it } from 'vitest';
import { complete, groups } from '../../../src/cli/run/language.js';
import { readCount, readTime } from '../../../src/cli/run/times.js';
import { readPairs, readValues } from '../../../src/cli/run/values.js';
import { readScenarios, runPage, traceJsonLines } from '../../../src/runtime-check/index.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import { loadEngine } from '../../runtime-check/load-engine.js';
import { menuPage, openConsole } from './open-console.js';

describe('arguments', () => {
  it('are moments, also from now on', () => {
    const times = ['0', '12.5', '1:30', '0:01:30.5', '+5', '+1:00'].map((text) => readTime(text, 10));
    expect(times).toEqual([0, 12.5, 90, 90.5, 15, 70]);
    expect(['', 'x', '-1', '1:', '1:2:3:4', '1e3', '5 s'].map((text) => readTime(text, 0))).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });

  it('are counts', () => {
    expect(['', '3', '0', '-1', '1.5', 'x', '9999999'].map(readCount)).toEqual([
      1,
      3,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are pairs, whose values may hold blanks, or JSON', () => {
    const keys = ['content', 'lasts', 'error'];
    expect(readValues('content={"a": [1, 2]} lasts=2.5 error=not found', keys, ['error'])).toEqual({
      values: { content: { a: [1, 2] }, lasts: 2.5, error: 'not found' },
    });
    expect(readValues('content=plain text error=404', keys, ['error'])).toEqual({
      values: { content: 'plain text', error: '404' },
    });
    expect(readValues('{"lasts": 3}', keys, [])).toEqual({ values: { lasts: 3 } });
    expect(readPairs(`a='x y' b="z" c=`)).toEqual({ values: { a: 'x y', b: 'z', c: '' } });
    for (const wrong of ['x', '=1', 'other=1', '{"other": 1}', '{broken', '[1]']) {
      expect(readValues(wrong, keys, []), wrong).toHaveProperty('complaint');
    }
  });
});

describe('commands', () => {
  it('have names of their own, and each says what it does', () => {
    const all = groups().flatMap(({ commands }) => commands);
    const words = all.flatMap(({ name, short }) => [name, ...(short === undefined ? [] : [short])]);
    expect(new Set(words).size).toBe(words.length);
    for (const { name, about } of all) expect(about, name).toMatch(/^[a-z].*([^.]|\.\.\.)$/);
  });

  it('are completed, with states, events, agents and actions', async () => {
    const { console } = await openConsole(menuPage, { world: { agents: [{ id: 'ada' }, { id: 'adam' }] } });
    const words = (line: string): readonly string[] => complete(line, console)[0];
    expect(words('')).toContain('hangup');
    expect(words('unt')).toEqual(['until ']);
    expect(words('until s')).toEqual(['state', 'submit', 'statistic']);
    expect(words('until state me')).toEqual(['menu ']);
    expect(words('until event queue.s')).toEqual(['queue.submit.done ']);
    expect(words('send interaction.d')).toEqual(['interaction.deleted ']);
    expect(words('ready a')).toEqual(['ada', 'adam']);
    expect(words('fail queue:su')).toEqual(['queue:submit ']);
    expect(words('fetch er')).toEqual(['error=']);
    expect(words('nonsense x')).toEqual([]);
    console.run.dispose();
  });

  it('do nothing on blank lines and comments', async () => {
    const { console, say } = await openConsole(menuPage);
    expect([await say(''), await say('  # step')]).toEqual(['', '']);
    expect(console.run.taken).toBe(0);
    console.run.dispose();
  });
});

describe('a session', () => {
  const finished = async (lines: readonly string[], given: Partial<Scenario> = {}): Promise<void> => {
    const { console, files, say } = await openConsole(menuPage, given);
    for (const line of lines) await say(line);
    const { stop } = console.run;
    expect(stop, lines.join('; ')).toBeDefined();
    expect(await say('save played.yaml as it was played')).toBe('  played.yaml written');
    const read = readScenarios(files.get('played.yaml') ?? '', 'played.yaml');
    const [scenario] = read.value;
    expect(scenario?.name).toBe('as it was played');
    if (scenario === undefined) return;
    const again = await runPage(menuPage, 'menu.scxml', scenario, {
      wasm: await loadEngine(),
      verbose: true,
    });
    const { value, diagnostics } = again;
    expect(diagnostics.filter(({ code }) => code === 'IRD5401')).toEqual([]);
    const here = { ...console.run.result().value, scenario: value.scenario };
    expect(traceJsonLines(value)).toBe(traceJsonLines(here));
    console.run.dispose();
  };

  it('is saved as a scenario that runs to the same trace', async () => {
    await finished(['continue']);
    await finished(['until state menu', 'hangup', 'c']);
    await finished([
      'until state menu',
      'digits 1',
      'until submit',
      'advance 5',
      'ready ada {"groups":["Sales"]}',
      'c',
    ]);
    await finished(['until treatment', 'treatment error=unknown', 'c']);
    await finished(['digits 2', 'fetch error=503 lasts=4', 'until request', 'udata Note=x Gone=null', 'c']);
    await finished(['digits 2', 'fetch {"content": {"level": ["gold"]}}', 'fail queue:submit internal', 'c']);
    await finished(['until submit', 'happen taken', 'c']);
    await finished(['until submit', 'happen transfer {"to": "7002"}', 'until +1', 'hangup', 'c']);
    await finished([
      'until submit',
      'send my.event {"list": [1, null, "x: y"]}',
      'back 2',
      'step 3',
      'hangup',
      'undo',
      'c',
    ]);
  });

  it('lets things happen to each interaction', async () => {
    const { console, say } = await openConsole(menuPage, {
      interactions: [{ id: 'other', attached: true, udata: { Side: 'b' } }],
    });
    await say('until submit');
    expect(await say('call')).toContain('other: voice');
    expect(await say('happen on other hangup')).toBe('  at 0:00:10.001');
    expect(await say('happen on nobody hangup')).toContain('nobody');
    expect(await say('happen hangpu')).toBe('"hangpu" cannot happen; did you mean "hangup"?');
    expect(await say('happen transfer {"to"')).toBe('The JSON cannot be read.');
    expect(complete('happen on ', console)[0]).toEqual(['ixn0001', 'other']);
    expect(complete('happen on other transf', console)[0]).toEqual(['transfer ']);
    await say('until 11');
    expect(await say('call')).toMatch(/ixn0001: .*present[^]*other: .*abandoned/);
    console.run.dispose();
  });

  it('changes what the scenario said of agents', async () => {
    const ada = { id: 'ada', groups: ['Sales'] };
    await finished(['until submit', 'ready ada', 'c'], { world: { agents: [{ ...ada, ready: false }] } });
    await finished(['notready ada', 'until submit', 'advance 1', 'ready ada', 'c'], {
      world: { agents: [{ ...ada, ready: true }] },
    });
    await finished(['until state menu', 'notready ada', 'c'], {
      world: { agents: [{ ...ada, ready: [{ at: 30, value: true }] }], defaultDestination: '9000' },
    });
    await finished(['until submit', 'ready ada', 'c'], { world: { agents: [{ ...ada, loggedIn: false }] } });
  });

  it('stops where it was told to', async () => {
    const { console, say } = await openConsole(menuPage);
    expect(await say('until state menu')).toContain('call > menu');
    expect(await say('until event dialog')).toContain('log        level none');
    expect(await say('until event queue.submit')).toBe('  0:00:10.000  call > sales');
    expect(await say('until 0:00:20')).toBe('  0:00:20.000  call > sales');
    expect(await say('until event never.comes')).toContain('  event never.comes did not come');
    expect(await say('step')).toContain('The run has ended');
    expect(await say('restart')).toContain('call > start');
    expect(await say('quit')).toBe('');
    expect(console.settings.over).toBe(true);
    console.run.dispose();
  });

  it('waits for the outside without an end, and goes on', async () => {
    const waits = menuPage.replace('<transition event="interaction.added"', '<transition event="my.start"');
    const { console, say } = await openConsole(waits);
    expect(await say('continue')).toBe(
      '  0:00:00.000  call > start, waiting: nothing is left that could happen by itself',
    );
    expect(await say('send my.start {"interactionid": "ixn0001"}')).toBe('  at 0:00:00.001');
    expect(await say('until treatment')).toContain('treatment  element=dialog:playandcollect');
    console.run.dispose();
  });

  it('shows regions beside each other', async () => {
    const regions = menuPage.replace(
      /<state id="menu">.*?<\/state>/s,
      '<parallel id="menu"><state id="one"><state id="inner"/></state><state id="two"/></parallel>',
    );
    const { console, say } = await openConsole(regions);
    expect(await say('until state menu')).toBe('  0:00:00.000  call > menu > one > inner | two');
    console.run.dispose();
  });

  it('can be interrupted while it goes on', async () => {
    const loops = menuPage.replace('digits == \'2\'" target="level"', 'digits == \'\'" target="menu"');
    const { console, say } = await openConsole(loops, {}, () => Promise.resolve(true));
    const said = await say('continue');
    expect(said).toContain('  interrupted');
    expect(said).toMatch(/\.\.\. and \d+ more lines; "trace" shows all|treatment/);
    expect(console.run.stop).toBeUndefined();
    console.run.dispose();
  });

  it('does not write over files unless it is told to', async () => {
    const { console, files, say } = await openConsole(menuPage);
    await say('save a.yaml');
    await say('hangup');
    expect(await say('save a.yaml')).toBe('"a.yaml" exists');
    expect(await say('overwrite a.yaml')).toBe('  a.yaml written');
    expect(files.get('a.yaml')).toContain('hangup: true');
    expect(await say('save notes.txt')).toBe('Which file? save <file>.yaml');
    console.run.dispose();
  });
});
