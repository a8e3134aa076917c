import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate, type Migration } from '../../../src/api.js';
import { ird8 } from '../../../src/ird-parser/profiles/ird-8.js';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/strategies');
const textOf = (file: string): string => readFileSync(path.join(fixtures, file), 'utf8');

const convert = (content: string, names?: string): Migration =>
  migrate(
    [{ file: 'in.xml', content }],
    names === undefined ? {} : { names: { file: 'moves/names.csv', text: names } },
  );

/** The page without the line that says what was renamed. */
const pageOf = (migration: Migration): string =>
  (migration.strategies[0]?.page?.text ?? '').replace(/^\s*<!-- Renamed by .*-->\n/m, '');

const codesOf = ({ strategies, diagnostics }: Migration, code: string): readonly string[] =>
  [...diagnostics, ...strategies.flatMap((each) => each.diagnostics)]
    .filter((each) => each.code === code)
    .map(({ message, span }) => `${span.file}:${span.start.line}:${span.start.column} ${message}`);

/** A strategy with one block of each property. */
const strategy = (blocks: string): string =>
  `<IRDExport version="8.1.400"><Strategy name="Desk" type="strategy"><Variables><Variable name="v" type="STRING" scope="local" description=""/></Variables><Objects>
<Object id="1" type="Entry" name="Start"/>
${blocks}
</Objects><Links><Link id="l" from="1" port="green" to="2"/></Links></Strategy></IRDExport>`;
const assigned = (expression: string): string =>
  strategy(
    `<Object id="2" type="Assign" name="Set"><Property name="Variable" value="v"/><Property name="Expression">${expression}</Property></Object>`,
  );
/** The right side of the assignment that an expression becomes. */
const assignedIn = (migration: Migration): string | undefined =>
  /_data\.v_v = (.*);/.exec(pageOf(migration))?.[1];

const moves = `kind,old,new
stat server,StatServer,SS_Oslo
switch,SW_North,SW_SIP
virtual queue,VQ_Personal,VQ_Own
virtual queue,VQ_List,VQ_Names
dn,5557001,7001
dn,5557100,7100
dn,5557900,7900
dn,Voicemail,Mailbox
skill,Mortgage,Home Loan
skill,Norwegian,Norsk
agent group,Backup,Reserve
agent group,Seniors,Elders
agent group,Mortgage,Loans
agent,O'Hara,O'Brien
place group,Front row,Row 1
`;
const reversed = moves
  .split('\n')
  .map((line, i) => (i === 0 || line === '' ? line : line.replace(/^([^,]*),([^,]*),(.*)$/, '$1,$3,$2')))
  .join('\n');

describe('renaming', () => {
  const original = textOf('routing/target-kinds/target-kinds.xml');
  // The same strategy, as somebody drew it who knew the new names.
  const redrawn = original
    .replaceAll('StatServer.', 'SS_Oslo.')
    .replaceAll('>StatServer<', '>SS_Oslo<')
    .replaceAll('SW_North', 'SW_SIP')
    .replaceAll('VQ_Personal', 'VQ_Own')
    .replaceAll('VQ_List', 'VQ_Names')
    .replaceAll('5557001', '7001')
    .replaceAll('5557100', '7100')
    .replaceAll('5557900', '7900')
    .replaceAll('Voicemail', 'Mailbox')
    .replaceAll('Mortgage &gt;', '"Home Loan" &gt;')
    .replaceAll('Norwegian', 'Norsk')
    .replaceAll('Backup@', 'Reserve@')
    .replaceAll('Seniors:', 'Elders:')
    .replaceAll('Mortgage@', 'Loans@')
    .replaceAll("O'Hara", "O'Brien")
    .replaceAll('Front row', 'Row 1');

  it('gives the page of the strategy that has the new names', () => {
    const migration = convert(original, moves);
    expect(pageOf(migration)).toBe(pageOf(convert(redrawn)));
    expect(pageOf(migration)).not.toBe(pageOf(convert(original)));
    expect(codesOf(migration, 'IRD8113')).toEqual([]);
    expect(codesOf(migration, 'IRD8115')).toEqual([]);
  });

  it('gives the first page again with the reverse table', () => {
    expect(pageOf(convert(redrawn, reversed))).toBe(pageOf(convert(original)));
  });

  it('says in the page and in the report what was renamed', () => {
    const [done] = convert(original, moves).strategies;
    expect(done?.page?.text).toContain(
      'Renamed by names.csv: stat server "StatServer" is "SS_Oslo"; switch ',
    );
    expect(done?.renamed.slice(0, 3)).toEqual([
      { kind: 'stat server', old: 'StatServer', new: 'SS_Oslo', count: 11 },
      { kind: 'switch', old: 'SW_North', new: 'SW_SIP', count: 3 },
      { kind: 'virtual queue', old: 'VQ_Personal', new: 'VQ_Own', count: 1 },
    ]);
    expect(done?.renamed).toHaveLength(15);
    expect(convert(original).strategies[0]?.renamed).toEqual([]);
  });

  it('leaves findings at their places in the file', () => {
    const broken = original.replace('Cat[UData', 'Katze[UData');
    const places = (migration: Migration): readonly string[] => codesOf(migration, 'IRD3001');
    expect(places(convert(broken, moves))).toEqual(places(convert(broken)));
    expect(places(convert(broken))).toHaveLength(1);
  });
});

describe('names in expressions', () => {
  it.each([
    ["SData['Backup@StatServer.GA','StatAgentsAvailable']", "'Reserve@SS_Oslo.GA'"],
    ["SData['5557001@StatServer.Q','CallsWaiting']", "'7001@SS_Oslo.Q'"],
    ["Cat[v,'@StatServer.GA']", "'@SS_Oslo.GA'"],
    ["'Backup@StatServer.GA'", "'Reserve@SS_Oslo.GA'"],
    ["'O''Hara@StatServer.A'", "O\\'Brien@SS_Oslo.A"],
  ])('%s', (expression, held) => {
    const renamed = convert(assigned(expression), moves);
    expect(pageOf(renamed)).toContain(held);
    expect(codesOf(renamed, 'IRD8115')).toEqual([]);
  });

  it.each(["'VQ_Personal'", "Cat['Backup','@x']", "UData['5557001']", "'StatServer'"])(
    'leaves %s alone, and says so where it is the old name',
    (expression) => {
      const plain = assignedIn(convert(assigned(expression)));
      const renamed = convert(assigned(expression), moves);
      expect(assignedIn(renamed)).toBe(plain);
      expect(codesOf(renamed, 'IRD8115')).toHaveLength(1);
      expect(codesOf(renamed, 'IRD8115')[0]).toContain('it was left alone');
    },
  );

  it('leaves words of everyday speech alone without a word', () => {
    const renamed = convert(assigned("'Norwegian'"), moves);
    expect(assignedIn(renamed)).toBe("'Norwegian'");
    expect(codesOf(renamed, 'IRD8115')).toEqual([]);
  });

  it('leaves texts that cannot be read alone', () => {
    const renamed = convert(assigned("SData['Backup@StatServer.GA',"), moves);
    expect(renamed.strategies[0]?.renamed).toEqual([]);
  });
});

describe('names in properties', () => {
  it('renames destinations and their switch', () => {
    const text = strategy(
      `<Object id="2" type="Set Default Destination" name="Fallback"><Property name="Destination">'5557001@SW_North'</Property></Object>`,
    );
    expect(pageOf(convert(text, moves))).toContain('7001@SW_SIP');
  });

  it('renames destinations that a profile takes for plain texts', () => {
    const text = strategy(
      `<Object id="2" type="Set Default Destination" name="Fallback"><Property name="Destination">5557001@SW_North</Property></Object>`,
    );
    const profile = JSON.stringify({ ...ird8, name: 'ours', literals: { '*': ['destination'] } });
    const page = (names?: string): string =>
      migrate([{ file: 'in.xml', content: text }], {
        profile: { file: 'p.json', text: profile },
        ...(names === undefined ? {} : { names: { file: 'n.csv', text: names } }),
      }).strategies[0]?.page?.text ?? '';
    expect(page(moves)).toContain("'7001@SW_SIP'");
  });

  it('swaps two names at once', () => {
    const page = pageOf(
      convert(
        assigned("Cat['A@S.GA','B@S.GA']").replace(
          "Cat['A@S.GA','B@S.GA']",
          "Cat[SData['A@S.GA','x'],SData['B@S.GA','x']]",
        ),
        'kind,old,new\nagent group,A,B\nagent group,B,A\n',
      ),
    );
    expect(page.indexOf("'B@S.GA'")).toBeLessThan(page.indexOf("'A@S.GA'"));
  });
});

describe('findings about names', () => {
  it('reports rows that no strategy uses', () => {
    const found = codesOf(convert(assigned("'x'"), 'kind,old,new\nskill,Frensh,French\n'), 'IRD8113');
    expect(found).toEqual(['moves/names.csv:2:1 No strategy names the skill "Frensh"']);
  });

  it('reports a new name that another object has', () => {
    const text = assigned("Cat[SData['A@S.GA','x'],SData['B@S.GA','x']]");
    const migration = convert(text, 'kind,old,new\nagent group,A,B\n');
    expect(codesOf(migration, 'IRD8114')).toHaveLength(1);
    expect(codesOf(migration, 'IRD8114')[0]).toMatch(
      /^in\.xml:3:\d+ "Desk" already names the agent group "B"; "A" cannot be renamed to it without merging the two$/,
    );
  });

  it('does not mind a new name that is in use already where the old one is not', () => {
    const migration = convert(assigned("SData['B@S.GA','x']"), 'kind,old,new\nagent group,A,B\n');
    expect(codesOf(migration, 'IRD8114')).toEqual([]);
    expect(codesOf(migration, 'IRD8113')).toHaveLength(1);
  });

  it('does not begin with a table that has mistakes', () => {
    const migration = convert(assigned("'x'"), 'kind,old,new\nskil,a,b\n');
    expect(migration.strategies).toEqual([]);
    expect(migration.diagnostics.map(({ code }) => code)).toEqual(['IRD8111']);
  });
});
