import { beforeAll, describe, expect, it } from 'vitest';
import { defaultScenarios, formatTrace, runPage, traceJsonLines } from '../../../src/runtime-check/index.js';
import type { Outcome } from '../../../src/diagnostics/index.js';
import type { RunPageOptions } from '../../../src/runtime-check/run-page.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import type { ScriptEngineFactory } from '../../../src/runtime-check/script/engine.js';
import type { RunResult } from '../../../src/runtime-check/trace.js';
import { loadEngine } from '../load-engine.js';
import { callPage, page } from './pages.js';

let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});

const run = (
  text: string,
  scenario: Partial<Scenario> = {},
  options: Partial<RunPageOptions> = {},
): Promise<Outcome<RunResult>> =>
  runPage(text, 'p.scxml', { scenario: 1, name: 't', ...scenario }, { wasm: engine, ...options });

const anna = { id: 'anna', groups: ['Sales'], dn: '7001' };

describe('how a call ends', () => {
  const ends = async (scenario: Partial<Scenario>): Promise<string> => {
    const { value, diagnostics } = await run(callPage, scenario);
    const codes = diagnostics.map(({ code }) => code).join(' ');
    return `${value.end} ${value.target ?? '-'} ${String(value.duration)} ${codes}`.trim();
  };

  it('routed to an agent, at once or in time', async () => {
    expect(await ends({ world: { agents: [{ ...anna, ready: true }] } })).toBe('routed anna 5');
    expect(await ends({ world: { agents: [{ ...anna, ready: [{ at: 14.9, value: true }] }] } })).toBe(
      'routed anna 14.9',
    );
  });

  it('by default routing, or not at all', async () => {
    expect(await ends({ world: { defaultDestination: '9000' } })).toBe('defaulted 9000 15');
    expect(await ends({ data: { ird_default_destination: '9100' } })).toBe('defaulted 9100 15');
    expect(await ends({})).toBe('unrouted - 15 IRD5408');
    expect(await ends({ expect: { end: 'unrouted' } })).toBe('unrouted - 15');
    expect(await ends({ data: { ird_default_destination: '9100' }, world: { destinations: ['1'] } })).toBe(
      'unrouted - 15 IRD5408',
    );
  });

  it('with the caller hanging up at any moment', async () => {
    for (const hangup of [0, 1, 5, 10, 14.999]) {
      expect(await ends({ interaction: { hangup } })).toBe(`abandoned - ${String(hangup)}`);
    }
  });

  it('without a call', async () => {
    const text = page(
      '<state id="a"><transition event="go" target="ended"/></state><final id="ended"/>',
      'a',
    );
    expect(
      (await run(text, { interaction: { media: 'none' }, answers: { events: [{ at: 3, name: 'go' }] } }))
        .value,
    ).toMatchObject({
      end: 'ended',
      duration: 3,
    });
    const mail = page(
      '<state id="a"><transition event="interaction.present" target="ended"/></state><final id="ended"/>',
      'a',
    );
    expect((await run(mail, { interaction: { media: 'email' } })).value.end).toBe('ended');
  });

  it('in every default scenario', async () => {
    const outcomes = await Promise.all(
      defaultScenarios.map((scenario) => runPage(callPage, 'p.scxml', scenario, { wasm: engine })),
    );
    expect(outcomes.map(({ value }) => `${value.scenario}: ${value.end}`)).toEqual([
      'an agent is ready at once: routed',
      'nobody is ready: defaulted',
      'the caller hangs up: abandoned',
    ]);
    expect(outcomes.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  });
});

describe('the verdict', () => {
  it('compares final states with what happened', async () => {
    const lying = page(
      '<state id="a"><transition event="interaction.added" target="routed"/></state><final id="routed"/>',
      'a',
    );
    const { value, diagnostics } = await run(lying);
    expect(value.end).toBe('unrouted');
    expect(diagnostics.map(({ code }) => code)).toEqual(['IRD5405', 'IRD5408']);
    expect(diagnostics[0]?.message).toBe(
      'Scenario "t": the page ended in "routed", which says the call was routed, but it was not delivered',
    );
  });

  it('checks expectations', async () => {
    const { diagnostics } = await run(callPage, {
      world: { agents: [{ ...anna, ready: true }] },
      interaction: { udata: { Language: 'de' } },
      expect: {
        end: 'defaulted',
        target: 'bob',
        steps: [
          'treatment',
          { submit: { queue: 'VQ_Sales', timeout: '10' } },
          { routed: { target: 'an*' } },
          'defaulted',
        ],
        never: [{ submit: { targets: ['Sales@*.GA'] } }],
        udata: { Language: 'en', Passed: 1 },
        states: ['selection', 'nowhere'],
      },
    });
    expect(
      diagnostics.map(({ code, message }) => `${code} ${message.replace('Scenario "t": ', '')}`),
    ).toEqual([
      'IRD5401 expected the end "defaulted", but it was "routed" (selected by a submit: "anna"; the page ended in "routed")',
      'IRD5401 expected delivery to "bob", but it went to "anna"',
      'IRD5401 expected the step "defaulted" after step 5, but it did not come',
      'IRD5401 the step {"submit":{"targets":["Sales@*.GA"]}} must not occur, but it did at 5 s',
      'IRD5401 expected user data "Language" to be "en", but it is "de"',
      'IRD5401 expected the state "nowhere" to be entered',
    ]);
    const met = await run(callPage, {
      world: { agents: [{ ...anna, ready: true }] },
      expect: {
        end: 'routed',
        target: '7001',
        steps: ['treatment', 'udata', 'routed'],
        never: ['defaulted'],
        udata: { Passed: '1' },
        states: ['selection'],
      },
    });
    expect(met.diagnostics).toEqual([]);
  });

  it('tells of data that the page does not have', async () => {
    const { diagnostics } = await run(callPage, {
      data: { ird_default_destinaton: '9100' },
      expect: { end: 'unrouted' },
    });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'Scenario "t" has a value for the data "ird_default_destinaton", which the page does not declare; did you mean "ird_default_destination"?',
    ]);
  });

  it('names the placeholder that a run met', async () => {
    const text = page(
      `<state id="a"><onentry><raise event="error.ird2scxml.placeholder"><param name="block" expr="'Get SQL'"/><param name="code" expr="'IRD3001'"/></raise></onentry>
       <transition event="error.ird2scxml.placeholder" target="unrouted"/></state><final id="unrouted"/>`,
      'a',
    );
    const { value, diagnostics } = await run(text);
    expect(value.end).toBe('notExecutable');
    expect(value.reason).toBe('the placeholder of block "Get SQL" was reached');
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toContain(
      'IRD5407 Scenario "t": the run reached the placeholder of block "Get SQL" (IRD3001)',
    );
  });

  it('is routed when the caller hangs up after the delivery, whatever the page calls its end', async () => {
    const text = page(
      `<state id="a"><transition event="interaction.added"><ixn:redirect to="'anna'"/></transition><transition event="interaction.deleted" target="abandoned"/></state><final id="abandoned"/>`,
      'a',
    );
    const { value, diagnostics } = await run(text, {
      interaction: { hangup: 10 },
      world: { agents: [anna] },
    });
    expect(value).toMatchObject({ end: 'routed', target: 'anna' });
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^IRD5405 .*it was delivered to "anna"/),
    ]);
  });

  it('points at script errors in the page', async () => {
    const text = page(
      `<state id="a"><onentry>\n<log expr="_data.missing.deeper"/></onentry><transition event="error.script" target="ended"/></state><final id="ended"/>`,
      'a',
    );
    const { value, diagnostics } = await run(text, { interaction: { media: 'none' } });
    expect(value.end).toBe('ended');
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning IRD5402']);
    expect(diagnostics[0]?.message).toMatch(/^Scenario "t": TypeError: /);
    expect(diagnostics[0]?.span.start.line).toBe(4);
  });

  it('reports what is stuck, loops or never ends', async () => {
    const waits = page('<state id="a"><transition event="never" target="z"/></state><final id="z"/>', 'a');
    const stuck = await run(waits);
    expect(stuck.value.end).toBe('stuck');
    expect(stuck.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'IRD5406 Scenario "t": the page waits in "a", and nothing is left that could happen',
    ]);
    const loops = page(
      '<state id="a"><transition target="b"/></state><state id="b"><transition target="a"/></state><final id="z"/>',
      'a',
    );
    expect((await run(loops)).diagnostics[0]?.message).toMatch(/without waiting for an event$/);
    const ticks = page(
      `<state id="a"><onentry><send event="'tick'" delay="'1s'"/></onentry><transition event="tick" target="a"/></state><final id="z"/>`,
      'a',
    );
    const limited = await run(ticks, { limit: 100 });
    expect(limited.value.end).toBe('stuck');
    expect(limited.diagnostics[0]?.code).toBe('IRD5403');
    expect((await run(ticks, { limit: 100, expect: { end: 'stuck' } })).diagnostics).toEqual([]);
    const forever = page(
      '<state id="a"><onentry><script>for (;;) {}</script></onentry></state><final id="z"/>',
      'a',
    );
    const { diagnostics } = await run(forever, {}, { limits: { instructions: 100 } });
    expect(diagnostics.map(({ code }) => code)).toContain('IRD5403');
    const atOnce = await run(
      page('<script>for (;;) {}</script><final id="a"/>', 'a'),
      {},
      { limits: { instructions: 100 } },
    );
    expect(atOnce.diagnostics.find(({ code }) => code === 'IRD5403')?.message).toBe(
      'Scenario "t": the run was stopped before a state was entered, because a script ran too long',
    );
    expect(atOnce.value.reason).toBe('stopped before a state was entered: a script ran too long');
  });

  it('tells of unknown elements and pages that cannot be run', async () => {
    const text = page(
      '<state id="a"><onentry><queue:sumbit/></onentry><transition event="error.unsupported" target="ended"/></state><final id="ended"/>',
      'a',
    );
    const { value, diagnostics } = await run(text, { interaction: { media: 'none' } });
    expect(value.end).toBe('ended');
    expect(diagnostics.map(({ code }) => code)).toEqual(['IRD5404']);
    for (const broken of [
      '',
      '<scxml',
      '<html/>',
      page('<state id="a"><history id="h"/></state>', 'a'),
      page('', 'nowhere'),
    ]) {
      const outcome = await run(broken);
      expect(outcome.value.end).toBe('stuck');
      expect(outcome.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    }
  });
});

describe('a run', () => {
  it('is the same every time, and leaves the next one alone', async () => {
    const scenario = { world: { agents: [{ ...anna, ready: true }] }, seed: 3 };
    const [a, b, c] = await Promise.all([
      run(callPage, scenario, { verbose: true }),
      run(callPage),
      run(callPage, scenario, { verbose: true }),
    ]);
    expect(c).toEqual(a);
    expect(b.value.end).toBe('unrouted');
  });

  it('takes random draws from the scenario, for scripts and percentage order alike', async () => {
    const text = page(
      `<state id="a"><transition event="interaction.added" target="b"/></state>
       <state id="b"><onentry>
         <script>_genesys.ixn.setuData({ first: Math.floor(Math.random() * 10), second: Math.floor(Math.random() * 10) });</script>
         <queue:submit requestid="_data.rid" ordertype="'percentage'" route="true"><queue:targets><queue:targetid expr="'[50]A@.RP, [50]B@.RP'"/></queue:targets></queue:submit>
       </onentry><transition event="queue.submit.done" target="routed"/></state><final id="routed"/>`,
      'a',
      '<datamodel><data id="rid"/></datamodel>',
    );
    const { value } = await run(text, { random: [0.3, 0.9, 0.7] });
    expect(value.udata).toEqual({ first: 3, second: 9 });
    expect(value.target).toBe('B');
    const seeded = await Promise.all([1, 1, 2].map((seed) => run(text, { seed })));
    expect(seeded[0]?.value.udata).toEqual(seeded[1]?.value.udata);
  });

  it('keeps local time in the zone of the scenario', async () => {
    const text = page(
      `<state id="a"><onentry><script>_genesys.ixn.setuData({ hour: new Date().getHours(), zone: _genesys.session.timeInZone('CET') });</script></onentry>
       <transition event="interaction.udata.changed" target="ended"/></state><final id="ended"/>`,
      'a',
    );
    const { value } = await run(text, { clock: '2026-07-01T22:30:00Z', zone: 'America/New_York' });
    expect(value.udata).toEqual({ hour: 18, zone: '00:30:00' });
  });

  it('shows its trace as text and as JSON lines', async () => {
    const { value } = await run(callPage, {
      world: { agents: [{ ...anna, ready: [{ at: 7, value: true }] }] },
    });
    expect(formatTrace(value)).toBe(
      [
        't: routed to anna',
        '  0:00:00.000  treatment  element=dialog:play prompts=[{"type":"ann","text":"welcome.wav"}]',
        '  0:00:05.000  udata      set={"Passed":1}',
        '  0:00:05.000  submit     request=r1 queue=VQ_Sales priority=5 ordertype=max orderstat=StatAgentLoading timeout=10 clearontimeout=true route=true targets=["Sales@Stat.GA"]',
        '  0:00:05.000  treatment  element=dialog:playsound busy=true type=music resource=music/on_hold duration=20',
        '  0:00:07.000  routed     target=anna by=submit request=r1 component=anna@Stat.A object=Sales@Stat.GA queue=VQ_Sales',
        '  0:00:07.000  end: selected by a submit: "anna"; the page ended in "routed"',
      ].join('\n'),
    );
    const lines = traceJsonLines(value)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toEqual({ trace: 1, page: null, scenario: 't', verbose: false });
    expect(lines[1]).toMatchObject({ at: 0, step: 'treatment' });
    expect(lines.at(-2)).toMatchObject({ at: 7, end: 'routed', target: 'anna' });
    const verbose = await run(callPage, { world: { agents: [{ ...anna, ready: true }] } }, { verbose: true });
    const text = formatTrace(verbose.value);
    expect(text).toContain('enter      selection');
    expect(text).toContain('queue      virtual queue VQ_Sales: r1 routed after 0 s');
    expect(text).toContain('event      queue.submit.done {');
    expect(text).toContain('assumption udata-visible: ');
    expect(formatTrace(verbose.value, { verbose: false })).not.toContain('enter');
  });

  it('is unharmed by what pages log', async () => {
    const text = page(
      `<state id="a"><onentry><log expr="'\\u001b[31mred\\nline'"/></onentry><transition target="z"/></state><final id="z"/>`,
      'a',
    );
    const { value } = await run(text, { interaction: { media: 'none' } }, { verbose: true });
    expect(formatTrace(value)).not.toContain('\u001b');
    expect(formatTrace(value).split('\n')).toHaveLength(value.details.length + 3);
  });

  it('survives hostile data and pages', async () => {
    const poison = `<script>
      Object.prototype.toString = null; Array.prototype.push = function () { throw 1; };
      var circle = {}; circle.self = circle;
      var trap = { get value() { throw new Error('trap'); } };
    </script>`;
    const text = page(
      `<state id="a"><onentry>${poison}<script>_genesys.ixn.setuData(circle); _genesys.ixn.setuData(trap); _genesys.ixn.setuData({ "__proto__": 1, constructor: 2 });</script>
       <queue:submit requestid="_data.rid" queue="circle" priority="trap" timeout="1 / 0"/><dialog:play requestid="_data.rid"><dialog:prompts><dialog:prompt text="circle"/></dialog:prompts></dialog:play>
       <session:fetch requestid="_data.rid" srcexpr="circle" headers="trap"/></onentry>
       <onentry><send event="'done'" delay="'100s'"/></onentry><transition event="done" target="ended"/></state><final id="ended"/>`,
      'a',
      '<datamodel><data id="rid"/></datamodel>',
    );
    const { value } = await run(text, { interaction: { media: 'email' } });
    expect(value.end).toBe('ended');
    expect(({} as Record<string, unknown>)['constructor']).toBe(Object);
    const flood = page(
      `<state id="a"><onentry><script>for (var i = 0; i &lt; 5000; i++) _genesys.ixn.setuData({ a: i });</script></onentry><transition event="interaction.deleted" target="z"/></state><final id="z"/>`,
      'a',
    );
    const flooded = await run(flood);
    expect(flooded.value.end).toBe('stuck');
  });
});
