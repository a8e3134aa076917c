import { describe, expect, it } from 'vitest';
import { check, migrate, type Migration } from '../../../src/api.js';

interface Options {
  readonly today?: string;
}

const convert = (content: string, overrides?: string, options: Options = {}): Migration =>
  migrate(
    [{ file: 'in.xml', content }],
    overrides === undefined ? {} : { overrides: { file: 'o.yaml', text: overrides }, ...options },
  );

const pageOf = ({ strategies }: Migration): string => strategies[0]?.page?.text ?? '';
const tallyOf = ({ strategies }: Migration) => strategies[0]?.tally;
const codesOf = ({ strategies, diagnostics }: Migration): readonly string[] =>
  [...diagnostics, ...strategies.flatMap((each) => each.diagnostics)].map(
    ({ code, message, span }) => `${code} ${span.file}:${span.start.line} ${message}`,
  );
const having = (migration: Migration, code: string): readonly string[] =>
  codesOf(migration).filter((each) => each.startsWith(code));

const strategy = (objects: string, links = ''): string => `<IRDExport version="8.1.400">
<Strategy name="Main desk" type="strategy"><Variables><Variable name="v" type="STRING" scope="local" description=""/></Variables><Objects>
<Object id="1" type="Entry" name="Start"/>
${objects}
<Object id="9" type="Default" name="Default"/>
</Objects><Links><Link id="l1" from="1" port="green" to="2"/><Link id="l2" from="2" port="green" to="9"/>${links}</Links></Strategy></IRDExport>`;
const assigned = (expression: string): string =>
  strategy(
    `<Object id="2" type="Assign" name="Set"><Property name="Variable" value="v"/><Property name="Expression">${expression}</Property></Object>`,
  );
const valueIn = (migration: Migration): string | undefined =>
  /_data\.v_v = (.*);/.exec(pageOf(migration))?.[1];

const functions = (entry: string): string => `overrides: 1\nfunctions:\n  - ${entry}\n`;
const objects = (entry: string): string => `overrides: 1\nobjects:\n  - ${entry}\n`;

describe('overrides of functions', () => {
  it('put arguments into the slots of a template, grouped as it says', () => {
    const template = functions(
      '{ name: PartnerOf, template: "partner(${1} * 2, ${2}, ${ixn})", evidence: observed }',
    );
    const migration = convert(assigned("PartnerOf[1 + 2, UData['x']]"), template);
    expect(valueIn(migration)).toMatch(
      /partner\(ird\.int\(1 \+ 2\) \* 2, ird\.udata\(_data\.ird_ixn, 'x'\), _data\.ird_ixn\)/,
    );
    expect(having(migration, 'IRD3001')).toEqual([]);
    expect(tallyOf(migration)).toMatchObject({ overridden: 1 });
    expect(tallyOf(migration)?.byDisposition['placeholder']).toBeUndefined();
    expect(tallyOf(migration)?.byDisposition['review']).toBeUndefined();
  });

  it('are reviewed unless somebody has seen or read what they say', () => {
    for (const evidence of ['inferred', 'unverified']) {
      const migration = convert(
        assigned('PartnerOf[1]'),
        functions(`{ name: PartnerOf, template: "1", evidence: ${evidence} }`),
      );
      expect(tallyOf(migration)?.byKind['call']).toEqual({ review: 1 });
    }
    const unsaid = convert(assigned('PartnerOf[1]'), functions('{ name: PartnerOf, template: "1" }'));
    expect(having(unsaid, 'IRD3002')[0]).toContain('converted by an override for "PartnerOf" (unverified)');
  });

  it('come before our own row, whatever the spelling', () => {
    const template = functions(
      '{ name: strlen, template: "${1}.length", evidence: observed, throws: false }',
    );
    expect(valueIn(convert(assigned("StrLen['abc']"), template))).toContain("'abc'.length");
  });

  it('take a call for another function, with arguments in another order', () => {
    const as = functions(
      `{ name: Shorten, as: StrSub, arguments: ["\${3}", "\${1}", "\${2}"], evidence: documented }`,
    );
    const migration = convert(assigned("Shorten[1, 2, 'abc']"), as);
    expect(valueIn(migration)).toBe(valueIn(convert(assigned("StrSub['abc', 1, 2]"))));
    const literal = functions(
      '{ name: Shorten, as: StrSub, arguments: ["${1}", 2, 3], evidence: documented }',
    );
    expect(valueIn(convert(assigned("Shorten['abc', StrLen['x']]"), literal))).toBe(
      valueIn(convert(assigned("StrSub['abc', 2, 3]"))),
    );
  });

  it('leave a call out, and say so of everything in it', () => {
    const ignore = functions('{ name: Trace, ignore: { reason: it wrote a log line only } }');
    const migration = convert(assigned("Trace['a', Unheard[1]]"), ignore);
    expect(valueIn(migration)).toBe("''");
    expect(tallyOf(migration)?.byKind['call']).toEqual({ omitted: 2 });
    expect(having(migration, 'IRD3001')).toEqual([]);
    const number = functions('{ name: Trace, ignore: { reason: x, value: 7 } }');
    expect(valueIn(convert(assigned("Trace['a'] + 1"), number))).toContain('7 + 1');
  });

  it.each([
    ['strategy: "main*"', true],
    ['strategy: Other', false],
    ['caption: "S?t"', true],
    ['caption: [Get, Set]', true],
    ['caption: Get', false],
    ['parameters: { 1: GOLD }', true],
    ['parameters: { 1: SILVER }', false],
    ['parameters: { 2: "7" }', true],
    ['parameters: { 3: "*" }', false],
  ])('hold when %s: %s', (when, applies) => {
    const migration = convert(
      assigned("PartnerOf['GOLD', 7]"),
      functions(`{ name: PartnerOf, when: { ${when} }, template: "1" }`),
    );
    expect(tallyOf(migration)?.overridden).toBe(applies ? 1 : undefined);
    expect(having(migration, 'IRD8122')).toHaveLength(applies ? 0 : 1);
  });

  it('are tried in their order', () => {
    const two =
      'overrides: 1\nfunctions:\n  - { name: P, when: { parameters: { 1: a } }, template: "first" }\n  - { name: P, template: "second" }\n';
    expect(valueIn(convert(assigned("Cat[P['a'], P['b']]"), two))).toMatch(/first.*second/);
  });

  it('end on the day after their last', () => {
    const ignore = functions(
      '{ name: Trace, ignore: { reason: waits for the new release, until: 2026-06-30 } }',
    );
    const on = (today?: string): Migration =>
      convert(assigned("Trace['a']"), ignore, today === undefined ? {} : { today });
    for (const today of [undefined, '2026-06-29', '2026-06-30']) {
      expect(having(on(today), 'IRD8123')).toEqual([]);
      expect(having(on(today), 'IRD3001')).toEqual([]);
    }
    expect(having(on('2026-07-01'), 'IRD8123')).toEqual([
      'IRD8123 o.yaml:3 "Trace" was to be ignored until 2026-06-30 (waits for the new release); it is no longer ignored',
    ]);
    expect(having(on('2026-07-01'), 'IRD3001')).toHaveLength(1);
  });

  it('that are not used are warnings, with the name that was meant', () => {
    expect(
      having(convert(assigned("PartnerOf['x']"), functions('{ name: PartnrOf, template: "1" }')), 'IRD8122'),
    ).toEqual([
      'IRD8122 o.yaml:3 No function "PartnrOf" was found that the override applies to; did you mean "PartnerOf"?',
    ]);
  });

  it('do not change a strategy that they do not speak of', () => {
    const plain = convert(assigned("StrLen['abc']"));
    expect(pageOf(convert(assigned("StrLen['abc']"), functions('{ name: Other, template: "1" }')))).toBe(
      pageOf(plain),
    );
  });

  it('convert a call that would be lifted', () => {
    const migration = convert(
      assigned('GetPriority[]'),
      functions('{ name: GetPriority, template: "42", evidence: observed, throws: false }'),
    );
    expect(valueIn(migration)).toMatch(/42/);
    expect(having(migration, 'IRD3001')).toEqual([]);
  });

  it('that cannot be read stop the conversion', () => {
    const migration = convert(assigned("StrLen['abc']"), 'overrides: 3\n');
    expect(migration.strategies).toEqual([]);
    expect(codesOf(migration)).toEqual(['IRD8119 o.yaml:1 "overrides" takes 1, the version of the format']);
  });
});

const beeper = strategy(
  `<Object id="2" type="Beeper" name="Beep twice"><Property name="Tone">A 'flat'</Property><Property name="Times">2</Property></Object>`,
  `<Link id="l3" from="2" port="red" to="9"/>`,
);

describe('overrides of objects', () => {
  it('make a state of a fragment, with properties in its slots', async () => {
    const migration = convert(
      beeper,
      objects(`name: Beeper
    evidence: observed
    template: |
      <log expr="'beep ' + \${property.Tone}"/>
      <assign location="_data.v_v" expr="\${property.times}"/>`),
    );
    const page = pageOf(migration);
    expect(page).toContain(`'beep ' + 'A \\'flat\\''`);
    expect(page).toContain('target="Default"');
    expect(having(migration, 'IRD3003')).toEqual([]);
    expect(having(migration, 'IRD3002')).toEqual([]);
    expect(tallyOf(migration)).toMatchObject({ overridden: 1 });
    const checked = await check({ file: 'page.scxml', text: page });
    expect(checked.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(new Set(checked.runs.map(({ end }) => end))).toEqual(new Set(['defaulted']));
  });

  it('take the red port when the actions fail', async () => {
    const failing = convert(
      beeper,
      objects(`{ name: Beeper, template: "<script>nowhere.to = 1;</script>" }`),
    );
    const checked = await check({ file: 'page.scxml', text: pageOf(failing) });
    expect(checked.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(checked.runs.map(({ end }) => end)).not.toContain('stuck');
  });

  it('may say themselves where the block goes on', () => {
    const migration = convert(
      beeper,
      objects(`name: Beeper
    template: |
      <onentry><session:fetch srcexpr="'http://beep/' + \${property.Times}" requestid="\${request}"/></onentry>
      <transition event="session.fetch.done" cond="_event.data.requestid == \${request}" target="\${port.green}"/>
      <transition event="error.session.fetch" target="\${default-routing}"/>`),
    );
    expect(pageOf(migration)).toContain('requestid="_data.ird_requests.Beep_twice"');
    expect(pageOf(migration)).toContain('target="ird_default_routing"');
  });

  it('become placeholders when they read what the block does not have', () => {
    const migration = convert(
      beeper,
      objects(`{ name: Beeper, template: '<log expr="\${property.Volume}"/>' }`),
    );
    expect(having(migration, 'IRD3003')[0]).toContain('reads its property "Volume", which it does not have');
  });

  it('take a block for another object, whose properties are read as of that one', () => {
    const text = strategy(
      `<Object id="2" type="Setter" name="Set"><Property name="Variable" value="v"/><Property name="Expression">'x'</Property></Object>`,
    );
    const migration = convert(text, objects('{ name: Setter, as: Assign, evidence: observed }'));
    expect(valueIn(migration)).toBe("'x'");
    expect(having(migration, 'IRD1305')).toEqual([]);
    expect(having(migration, 'IRD8122')).toEqual([]);
    expect(tallyOf(migration)).toMatchObject({ overridden: 1 });
    expect(tallyOf(migration)?.byKind['block']).not.toHaveProperty('review');
    const unsure = convert(text, objects('{ name: Setter, as: Assign }'));
    expect(tallyOf(unsure)?.byKind['block']).toMatchObject({ review: 1 });
  });

  it('leave a block out, with everything that belongs to it', () => {
    const migration = convert(beeper, objects('{ name: Beeper, ignore: { reason: nobody hears it } }'));
    expect(pageOf(migration)).toContain('Left out: nobody hears it');
    expect(having(migration, 'IRD3003')).toEqual([]);
    expect(tallyOf(migration)?.byKind['block']).toMatchObject({ omitted: 1 });
  });

  it('hold when a property says so', () => {
    const when = (times: string): Migration =>
      convert(
        beeper,
        objects(`{ name: Beeper, when: { properties: { Times: "${times}" } }, ignore: { reason: x } }`),
      );
    expect(tallyOf(when('2'))?.overridden).toBe(1);
    expect(tallyOf(when('3'))?.overridden).toBeUndefined();
  });

  it('conserve the account: every node ends in one disposition', () => {
    for (const action of ['as: Assign', 'ignore: { reason: x }', `template: '<log expr="1"/>'`]) {
      const tally = tallyOf(convert(beeper, objects(`{ name: Beeper, ${action} }`)));
      const sum = Object.values(tally?.byDisposition ?? {}).reduce((a, b) => a + b, 0);
      expect(sum, action).toBe(tally?.nodes);
    }
  });
});
