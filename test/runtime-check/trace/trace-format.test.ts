import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatTrace, runPage, traceJsonLines } from '../../../src/runtime-check/index.js';
import { traceSchema } from '../../../src/runtime-check/trace-schema.js';
import type { RunPageOptions } from '../../../src/runtime-check/run-page.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import type { ScriptEngineFactory } from '../../../src/runtime-check/script/engine.js';
import type { RunResult } from '../../../src/runtime-check/trace.js';
import { loadEngine } from '../load-engine.js';
import { callPage, page } from '../run-page/pages.js';

let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});

type Line = Readonly<Record<string, unknown>>;

async function run(
  text: string,
  scenario: Partial<Scenario> = {},
  options: Partial<RunPageOptions> = {},
): Promise<RunResult> {
  const outcome = await runPage(
    text,
    'p.scxml',
    { scenario: 1, name: 't', ...scenario },
    { wasm: engine, ...options },
  );
  return outcome.value;
}

const linesOf = (result: RunResult, page?: string): readonly Line[] =>
  traceJsonLines(result, page === undefined ? {} : { page })
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const isTraceLine = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(traceSchema);

function expectValid(lines: readonly Line[]): void {
  const wrong = lines.filter((line) => !isTraceLine(line));
  expect(wrong).toEqual([]);
}

const anna: NonNullable<NonNullable<Scenario['world']>['agents']>[number] = {
  id: 'anna',
  groups: ['Sales'],
  ready: [{ at: 7, value: true }],
};

/** Logs, counts in a nested record, deletes from it. */
const dataPage = page(
  `<state id="a">
    <onentry>
      <log label="first" expr="'one ' + _data.count" level="2"/>
      <script>_data.count = 1; _data.order = { items: [1], 'odd key': true };</script>
    </onentry>
    <transition target="b"><script>_data.order.items.push(2); delete _data.order['odd key'];</script></transition>
  </state>
  <state id="b"><onentry><log expr="'two'"/></onentry><transition target="z"/></state>
  <final id="z"/>`,
  'a',
  `<datamodel><data id="count" expr="0"/><data id="order"/></datamodel>`,
);
const alone: Partial<Scenario> = { interaction: { media: 'none' } };

describe('the JSON lines of a trace', () => {
  it('begin with what they are, and end with how the run ended', async () => {
    const lines = linesOf(await run(callPage, { world: { agents: [anna] } }), 'pages/p.scxml');
    expect(lines[0]).toEqual({ trace: 1, page: 'pages/p.scxml', scenario: 't', verbose: false });
    expect(lines.at(-2)).toEqual({
      at: 7,
      end: 'routed',
      target: 'anna',
      reason: 'selected by a submit: "anna"; the page ended in "routed"',
      udata: { Passed: 1 },
    });
    expect(lines.flatMap(({ step }) => step ?? [])).toEqual([
      'treatment',
      'udata',
      'submit',
      'treatment',
      'routed',
    ]);
    expectValid(lines);
  });

  it('hold logs in any case, states and the like when verbose', async () => {
    const short = linesOf(await run(dataPage, alone));
    expect(short.map(({ detail, text }) => detail && [detail, text]).filter(Boolean)).toEqual([
      ['log', 'one 0'],
      ['log', 'two'],
    ]);
    expect(short[1]).toEqual({ at: 0, detail: 'log', label: 'first', text: 'one 0', level: 2 });
    const long = linesOf(await run(dataPage, alone, { verbose: true }));
    expect(new Set(long.map(({ detail }) => detail))).toEqual(
      new Set([undefined, 'enter', 'exit', 'transition', 'log', 'data']),
    );
    expect(long.find(({ detail }) => detail === 'transition')).toEqual({
      at: 0,
      detail: 'transition',
      from: 'a',
      to: ['b'],
      event: null,
      line: 8,
    });
    expect(long.at(-1)).toMatchObject({ at: 0, microsteps: 2, visited: { a: 1, b: 1, z: 1 } });
    expectValid([...short, ...long]);
  });

  it('tell each change of data by its narrowest place', async () => {
    const lines = linesOf(await run(dataPage, alone, { verbose: true }));
    const changes = lines
      .filter(({ detail }) => detail === 'data')
      .map(({ at: _at, detail: _kind, ...rest }) => rest);
    expect(changes).toEqual([
      { path: '_data.count', value: 1 },
      { path: '_data.order', value: { items: [1], 'odd key': true } },
      { path: '_data.order.items', value: [1, 2] },
      { path: '_data.order["odd key"]' },
    ]);
  });

  it('renumber request ids by their first use, in events and data as in steps', async () => {
    const verbose = linesOf(await run(callPage, { world: { agents: [anna] } }, { verbose: true }));
    const text = JSON.stringify(verbose);
    expect(text).not.toContain('request-');
    // The submit is the first to have a step; the id of the announcement follows.
    expect(verbose.find(({ step }) => step === 'submit')).toMatchObject({ params: { request: 'r1' } });
    const named = verbose.filter(({ detail, path }) => detail === 'data' && path === '_data.rid');
    expect(named.map(({ value }) => value)).toEqual(['', 'r2', 'r1']);
    expectValid(verbose);
  });

  it('are the same each time, and differ where the runs do', async () => {
    const world = { agents: [anna] };
    const [first, second, other] = await Promise.all([
      run(callPage, { world }, { verbose: true }),
      run(callPage, { world }, { verbose: true }),
      run(callPage, { world: { agents: [{ ...anna, ready: [{ at: 8, value: true }] }] } }, { verbose: true }),
    ]);
    expect(traceJsonLines(first)).toBe(traceJsonLines(second));
    const [a, b] = [linesOf(first), linesOf(other)];
    const from = a.findIndex((line, index) => JSON.stringify(line) !== JSON.stringify(b[index]));
    expect([a[from], b[from]]).toMatchObject([{ at: 7 }, { at: 8 }]);
  });

  it('do not change what the page does', async () => {
    for (const scenario of [{ world: { agents: [anna] } }, { interaction: { hangup: 6 } }, {}]) {
      const [short, long] = await Promise.all([
        run(callPage, scenario),
        run(callPage, scenario, { verbose: true }),
      ]);
      expect(long.steps).toEqual(short.steps);
      expect([long.end, long.duration, long.microsteps]).toEqual([
        short.end,
        short.duration,
        short.microsteps,
      ]);
    }
  });

  it('say where they were cut', async () => {
    const chatty = page(
      `<state id="a"><onentry><script>for (var i = 0; i !== 20001; i++) _genesys.ixn.setuData({ turn: i });</script></onentry><transition target="z"/></state><final id="z"/>`,
      'a',
    );
    const lines = linesOf(await run(chatty));
    expect(lines.filter(({ step }) => step === 'udata')).toHaveLength(20_000);
    expect(lines.filter(({ detail }) => detail === 'cut')).toEqual([
      { at: 0, detail: 'cut', text: 'the trace is cut here: more than 20000 steps' },
    ]);
    expectValid(lines);
  });

  it('fit the schema whatever the page logs, and the schema refuses what is none', async () => {
    const odd = page(
      `<state id="a"><onentry><log expr="'\\u001b[2J' + _data.x"/><log label="l"/></onentry><transition target="z"/></state><final id="z"/>`,
      'a',
      `<datamodel><data id="x" expr="({ deep: [null, 1.5, { '': '' }] })"/></datamodel>`,
    );
    expectValid(linesOf(await run(odd, alone, { verbose: true })));
    for (const wrong of [
      {},
      { trace: 2, page: null, scenario: 't', verbose: true },
      { at: -1, step: 'submit', params: {} },
      { at: 0, step: 'sumbit', params: {} },
      { at: 0, detail: 'enter' },
      { at: 0, end: 'over', target: null, reason: '', udata: {} },
    ]) {
      expect(isTraceLine(wrong), JSON.stringify(wrong)).toBe(false);
    }
  });
});

it('docs/trace.md shows lines as they are, and every kind of detail', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/trace.md'), 'utf8');
  const example = /```json\n(.*?)```/s.exec(text)?.[1] ?? '';
  expectValid(
    example
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line),
  );
  const kinds = (traceSchema['oneOf'] as readonly { readonly properties: Line }[]).flatMap(
    ({ properties }) => (properties['detail'] as { readonly const: string } | undefined)?.const ?? [],
  );
  expect(kinds.length).toBeGreaterThan(8);
  expect(kinds.filter((kind) => !text.includes(`"${kind}"`))).toEqual([]);
});

describe('the trace for people', () => {
  it('is coloured by the paint that it is given, details faint', async () => {
    const result = await run(callPage, { world: { agents: [anna] } }, { verbose: true });
    const mark = (name: string) => (text: string) => `<${name}>${text}</${name}>`;
    const paint = { good: mark('good'), error: mark('error'), strong: mark('strong'), faint: mark('faint') };
    const text = formatTrace(result, {}, paint);
    expect(text).toContain('<strong>t: routed to anna</strong>');
    expect(text).toContain('<strong>submit    </strong> request=r1');
    expect(text).toContain('<good>routed    </good> target=anna');
    expect(text).toMatch(/<faint> {2}0:00:00\.000 {2}enter {6}welcome<\/faint>/);
    expect(text.replaceAll(/<\/?\w+>/g, '')).toBe(formatTrace(result));
  });
});
