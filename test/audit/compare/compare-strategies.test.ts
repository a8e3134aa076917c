import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareStrategies } from '../../../src/audit/compare/compare-strategies.js';
import { renderStrategies, renderStrategiesMarkdown } from '../../../src/audit/compare/render-strategies.js';
import { plainPaint } from '../../../src/report/formats/format.js';
import { generateEstate } from '../../../scripts/estate/generate.mjs';
import { shapeOfText, xmlOf, type Drawn } from './drawn.js';

const drawn: readonly Drawn[] = [
  { id: '1', type: 'Entry', name: 'Start', properties: {}, green: '2' },
  { id: '2', type: 'If', name: 'Gold', properties: { Expression: "note = 'gold'" }, green: '3', red: '4' },
  { id: '3', type: 'Assign', name: 'Mark', properties: { Variable: 'note', Expression: "'a'" }, green: '5' },
  {
    id: '4',
    type: 'Assign',
    name: 'Unmark',
    properties: { Variable: 'note', Expression: "'b'" },
    green: '5',
  },
  { id: '5', type: 'Attach', name: 'Keep', properties: { Key: 'Kind', Value: 'note' }, green: '6' },
  { id: '6', type: 'Exit', name: 'End', properties: {} },
];

const edit = (id: string, change: Partial<Drawn>): readonly Drawn[] =>
  drawn.map((block) => (block.id === id ? { ...block, ...change } : block));

function differences(now: readonly Drawn[], old: readonly Drawn[] = drawn): readonly string[] {
  return compareStrategies(shapeOfText(xmlOf(old)), shapeOfText(xmlOf(now))).map(
    ({ kind, subject, detail, old: before, new: after }) =>
      [kind, subject, detail, before ?? '-', after ?? '-'].join('|'),
  );
}

describe('two versions of a strategy', () => {
  it('do not differ by order in the file, by ids, or by blanks and brackets of expressions', () => {
    expect(differences(drawn)).toEqual([]);
    expect(differences([...drawn].reverse())).toEqual([]);
    const renumber = (id: string | undefined): string | undefined => id && String(90 - Number(id));
    const renumbered = drawn.map(({ green, red, ...block }): Drawn => {
      const [to, other] = [renumber(green), renumber(red)];
      return {
        ...block,
        id: renumber(block.id) ?? '',
        ...(to === undefined ? {} : { green: to }),
        ...(other === undefined ? {} : { red: other }),
      };
    });
    expect(differences(renumbered)).toEqual([]);
    expect(differences(edit('2', { properties: { Expression: "( note='gold' )" } }))).toEqual([]);
  });

  it('differ by settings, each with what it was', () => {
    expect(differences(edit('3', { properties: { Variable: 'note', Expression: "'c'" } }))).toEqual([
      `setting|"Mark"|expression|'a'|'c'`,
    ]);
    expect(differences(edit('5', { properties: { Key: 'Sort', Value: 'note' } }))).toEqual([
      'setting|"Keep"|key|Kind|Sort',
    ]);
  });

  it('differ by captions and types', () => {
    expect(differences(edit('3', { name: 'Label' }))).toEqual(['caption|"Label"||Mark|Label']);
    expect(differences(edit('3', { type: 'Function' }))[0]).toBe('type|"Mark"||Assign|Function');
  });

  it('differ by blocks that came, went, or are led to by other ports', () => {
    const inserted = [
      ...edit('2', { red: '7' }),
      { id: '7', type: 'Play Announcement', name: 'Sorry', properties: {}, green: '4' },
    ];
    expect(differences(inserted)).toEqual([
      'block added|"Sorry"||-|Play Announcement',
      'link|"Gold"|red|"Unmark"|"Sorry"',
    ]);
    expect(differences(drawn, inserted)).toEqual([
      'block removed|"Sorry"||Play Announcement|-',
      'link|"Gold"|red|"Sorry"|"Unmark"',
    ]);
    expect(differences(edit('2', { red: '3' }))).toEqual(['link|"Gold"|red|"Unmark"|"Mark"']);
  });

  it('differ by variables and names', () => {
    const now = xmlOf(drawn, '<Variable name="note" type="INTEGER" scope="local"/>').replace(
      '"Line"',
      '"Desk"',
    );
    const changes = compareStrategies(shapeOfText(xmlOf(drawn)), shapeOfText(now));
    expect(changes.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['name', ''],
      ['variable', 'note'],
    ]);
  });
});

describe('made-up strategies', () => {
  const files = [...generateEstate({ count: 40, seed: 11 })].map(({ text }) => text);

  it('do not differ from themselves', () => {
    for (const text of files) expect(compareStrategies(shapeOfText(text), shapeOfText(text))).toEqual([]);
  });

  it('differ by exactly what was changed in them', () => {
    fc.assert(
      fc.property(fc.nat(files.length - 1), fc.nat(), (which, at) => {
        const text = files[which] ?? '';
        const keys = [...text.matchAll(/<Property name="(Expression|Function|Key|Destination)">([^<]*)</g)];
        const [whole = '', property = '', value = ''] = keys[at % keys.length] ?? [];
        const place = text.indexOf(whole, keys[at % keys.length]?.index);
        const changed = `<Property name="${property}">${property === 'Key' ? 'Another' : "'another'"}<`;
        const now = text.slice(0, place) + changed + text.slice(place + whole.length);
        const changes = compareStrategies(shapeOfText(text), shapeOfText(now));
        expect(changes.map(({ kind }) => kind)).toEqual(['setting']);
        expect(changes[0]?.old).toBe(
          value
            .replaceAll('&quot;', '"')
            .replaceAll('&gt;', '>')
            .replaceAll('&lt;', '<')
            .replaceAll('&amp;', '&'),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is said of differences', () => {
  const changes = compareStrategies(
    shapeOfText(xmlOf(drawn)),
    shapeOfText(
      xmlOf(
        edit('3', { name: 'A | B](x) &lt;script>', properties: { Variable: 'note', Expression: "'`x`'" } }),
      ),
    ),
  );
  const compared = [{ name: '\u001b[31m=cmd()', kind: 'strategy', change: 'changed', changes }] as const;

  it('steers no terminal and is no markup', () => {
    const pretty = [...renderStrategies(compared, plainPaint)].join('');
    expect(pretty).not.toContain('\u001b');
    expect(pretty).toContain("- 'a'");
    const md = [...renderStrategiesMarkdown(compared)].join('');
    expect(md).not.toContain('<script>');
    expect(md).not.toMatch(/[^\\]`x/);
    for (const line of md.split('\n').filter((each) => each.startsWith('| ')))
      expect(line.replaceAll('\\|', '').match(/\|/g)).toHaveLength(5);
  });

  it('is short when there is none', () => {
    const none = [{ name: 'Line', kind: 'strategy', change: 'same', changes: [] }] as const;
    expect([...renderStrategies(none, plainPaint)].join('')).toBe('No difference.\n');
    expect([...renderStrategiesMarkdown(none)].join('')).toContain('No difference.');
  });
});
