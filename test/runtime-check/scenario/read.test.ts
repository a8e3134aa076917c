import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenarios } from '../../../src/runtime-check/scenario/read.js';
import { scenarioSchema } from '../../../src/runtime-check/scenario/schema.js';

const codes = (text: string): readonly string[] =>
  readScenarios(text, 's.yaml').diagnostics.map((d) => d.code);

const placed = (text: string): readonly string[] =>
  readScenarios(text, 's.yaml').diagnostics.map(
    (d) => `${String(d.span.start.line)}:${String(d.span.start.column)} ${d.message}`,
  );

const whole = `
scenario: 1
name: everything
description: all keys at once
seed: 7
clock: 2026-03-02T09:00:00Z
zone: Europe/Berlin
interaction:
  media: voice
  ani: '5550100'
  dnis: '8001'
  thisDN: '8001'
  callid: '77'
  connid: 00a1
  calltype: inbound
  udata: { Language: de, Tries: 2 }
  hangup: 60
world:
  agents:
    - id: anna
      groups: [Sales]
      skills: { English: 7 }
      place: P1
      dn: '7001'
      switch: SIP
      ready: [{ at: 14.9, value: true }]
      loggedIn: true
  targets:
    - { name: Overflow, type: Q, ready: false }
  allTargetsReady: false
  calls:
    - { queue: VQ_Sales, targets: Sales@.GA, priority: 3, at: 1, until: 90 }
  statistics:
    VQ_Sales: { CallsWaiting: 4, ExpectedWaitTime: [{ at: 0, value: 10 }, { at: 30, value: 20 }] }
  lists: { Numbers: { '8001': { queue: VQ_Sales } } }
  specialDays: { Holidays: { NewYear: ['2026-01-01', '2026-12-31 12:00-24:00'] } }
  directStatistics: true
  options: { overflow: 'yes' }
  defaultDestination: '9000'
  destinations: ['9000']
answers:
  treatments:
    - { match: 'dialog:playandcollect', times: 1, lasts: 4, digits: '1#', udata: { a: 1 }, extensions: { b: x } }
    - { error: unknown }
  fetch:
    - { url: /customer, method: post, params: { id: 7 }, body: gold, times: 1, lasts: 1, content: { level: gold }, headers: { ETag: x } }
  urs: [{ url: func, content: '5' }]
  failures: [{ action: 'ixn:redirect', error: invaliddestination, nth: 1 }]
  events: [{ at: 3, name: my.event, sendid: http-1, data: { x: 1 } }]
  classification:
    - { match: Complaints, times: 1, lasts: 2, categories: [{ name: Late, id: c1, relevancy: 90 }] }
    - { rules: [{ name: Angry, id: r1, match: true, value: very }] }
    - { error: Request Invalid }
  elasticsearch: [{ match: createdoc, times: 2, lasts: 1, error: conflict }]
random: [0.1, 0.99]
data: { limit: 5 }
limit: 3600
expect:
  end: routed
  target: anna
  steps: [submit, { routed: { target: anna } }]
  never: [defaulted]
  udata: { Language: de }
  states: [Selection_VQ_Sales]
`;

describe('scenario files', () => {
  it('reads every key of the format', () => {
    const { value, diagnostics } = readScenarios(whole, 's.yaml');
    expect(diagnostics).toEqual([]);
    expect(value).toHaveLength(1);
    expect(value[0]?.world?.agents?.[0]?.ready).toEqual([{ at: 14.9, value: true }]);
    expect(value[0]?.expect?.steps).toEqual(['submit', { routed: { target: 'anna' } }]);
  });

  it('reads JSON, lists and several documents', () => {
    expect(
      readScenarios('[{"scenario":1,"name":"a"},{"scenario":1,"name":"b"}]', 's.json').value,
    ).toHaveLength(2);
    const documents = 'scenario: 1\nname: a\n---\nscenario: 1\nname: b\n';
    expect(readScenarios(documents, 's.yaml').value.map((s) => s.name)).toEqual(['a', 'b']);
    expect(
      readScenarios('- scenario: 1\n  name: a\r\n- scenario: 1\r\n  name: b\n', 's.yaml').diagnostics,
    ).toEqual([]);
  });

  it('names an unknown key, its place and what was meant', () => {
    expect(placed('scenario: 1\nname: a\ninteraction:\n  any: "5550100"\n  hangupp: 3\n')).toEqual([
      '4:3 "any" is not a key of "interaction"; did you mean "ani"?',
      '5:3 "hangupp" is not a key of "interaction"; did you mean "hangup"?',
    ]);
    expect(placed('- scenario: 1\n  name: a\n- scenario: 1\n  name: b\n  Expect: {}\n')).toEqual([
      '5:3 "Expect" is not a key of a scenario; did you mean "expect"?',
    ]);
  });

  it('asks for quotes where YAML made a number of a telephone number', () => {
    expect(placed('scenario: 1\nname: a\ninteraction:\n  ani: 05550100\n')).toEqual([
      '4:3 "interaction.ani" must be text; put it in quotes',
    ]);
  });

  it('reports wrong values with what is allowed', () => {
    expect(placed('scenario: 2\nname: a\n')).toEqual(['1:1 "scenario" must be 1']);
    expect(placed('scenario: 1\nname: a\nexpect: { end: route }\n')).toEqual([
      '3:11 "expect.end" must be one of routed, defaulted, ended, abandoned, unrouted, notExecutable, stuck; did you mean "routed"?',
    ]);
    expect(placed('scenario: 1\nname: a\nrandom: [1]\n')[0]).toContain('3:10');
    expect(placed('scenario: 1\n')).toEqual(['1:1 "name" is missing in a scenario']);
  });

  it('says which alternative of a value over time is wrong', () => {
    expect(placed('scenario: 1\nname: a\nworld:\n  agents:\n    - id: x\n      ready: soon\n')).toEqual([
      '6:7 "world.agents.0.ready" must be a plain value, or a list of entries with "at" and "value"',
    ]);
    expect(
      placed(
        'scenario: 1\nname: a\nworld:\n  agents:\n    - id: x\n      ready:\n        - { at: 1, valeu: true }\n',
      ),
    ).toEqual([
      '7:11 "value" is missing in "world.agents.ready"',
      '7:20 "valeu" is not a key of "world.agents.ready"; did you mean "value"?',
    ]);
  });

  it('checks what a schema cannot', () => {
    expect(placed('scenario: 1\nname: a\nclock: 2026-02-31T09:00:00Z\n')[0]).toMatch(/^3:1 "clock" must be/);
    expect(placed('scenario: 1\nname: a\nzone: Europe/Berln\n')[0]).toMatch(
      /^3:1 "zone" names the time zone/,
    );
    expect(placed('scenario: 1\nname: a\nanswers:\n  failures: [{ action: queue:sumbit }]\n')[0]).toBe(
      '4:16 "answers.failures.0.action" names "queue:sumbit", which is not an action; did you mean "queue:submit"?',
    );
    expect(placed('scenario: 1\nname: a\nexpect:\n  never: [{ rooted: {} }]\n')[0]).toContain(
      'did you mean "routed"?',
    );
    expect(placed('scenario: 1\nname: a\nworld:\n  calls: [{ targets: nonsense }]\n')[0]).toContain(
      'does not end in @server.type',
    );
  });

  it('reports broken YAML with its place and reads nothing of the file', () => {
    const { value, diagnostics } = readScenarios('scenario: 1\nname: "a\n', 's.yaml');
    expect(value).toEqual([]);
    expect(diagnostics[0]?.code).toBe('IRD5301');
    expect(codes('scenario: 1\nname: a\nname: b\n')).toEqual(['IRD5301']);
    expect(codes('scenario: 1\n\tname: a\n')).toContain('IRD5301');
  });

  it('takes an empty file, and one with nothing but comments, as a finding', () => {
    expect(codes('')).toEqual(['IRD5305']);
    expect(codes('# nothing\n---\n# nothing\n')).toEqual(['IRD5305']);
  });

  it('warns of two scenarios with one name', () => {
    expect(codes('- { scenario: 1, name: a }\n- { scenario: 1, name: a }\n')).toEqual(['IRD5306']);
  });

  it('survives hostile files', () => {
    expect(codes('['.repeat(50_000))).toContain('IRD5301');
    expect(codes('- '.repeat(50_000))).not.toEqual([]);
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((name, index) => {
        const inner = 'abcdefgh'[index] ?? '';
        return `${name}: &${name} [${Array(9).fill(`*${inner}`).join(',')}]`;
      })
      .join('\n')}\n`;
    expect(codes(bomb)).toEqual(['IRD5301']);
    expect(codes('x'.repeat(5_000_000))).toEqual(['IRD5301']);
    expect(codes('scenario: 1\nname: a\n__proto__: { polluted: 1 }\n')).not.toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(codes('just text')).toEqual(['IRD5304']);
    expect(codes('- 1\n- null\n')).toEqual(['IRD5304', 'IRD5304']);
  });
});

describe('files that ask too much of the reader', () => {
  it.each([
    ['nesting', '['.repeat(5_000)],
    ['groups in groups', '{ a: '.repeat(5_000)],
  ])('are told of in words: %s', (_name, text) => {
    const said = placed(text);
    expect(said.filter((each) => each.includes('stack'))).toEqual([]);
    expect(said.some((each) => each.includes('nested too deeply'))).toBe(true);
    expect(readScenarios(text, 's.yaml').value).toEqual([]);
    expect(codes(text)).toContain('IRD5301');
  });
});

describe('the documentation', () => {
  it('shows scenarios that can be read', () => {
    const text = readFileSync(new URL('../../../docs/scenarios.md', import.meta.url), 'utf8');
    const examples = [...text.matchAll(/```yaml\n([^]*?)```/g)].map(([, example = '']) => example);
    expect(examples.length).toBeGreaterThan(2);
    for (const example of examples) {
      const { value, diagnostics } = readScenarios(example, 'docs/scenarios.md');
      expect(diagnostics).toEqual([]);
      expect(value.length).toBeGreaterThan(0);
    }
  });

  it('lists every key of the format', () => {
    const text = readFileSync(new URL('../../../docs/scenarios.md', import.meta.url), 'utf8');
    const named = new Set([...text.matchAll(/`([a-zA-Z]+)`/g)].map(([, name]) => name));
    const keys = (schema: unknown): readonly string[] => {
      if (typeof schema !== 'object' || schema === null) return [];
      const own = 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
      return [...own, ...Object.values(schema).flatMap(keys)];
    };
    const missing = keys(scenarioSchema).filter((key) => !named.has(key) && key !== 'value');
    expect(missing).toEqual([]);
  });
});
