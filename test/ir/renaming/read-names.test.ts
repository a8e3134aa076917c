import { describe, expect, it } from 'vitest';
import { readNames } from '../../../src/ir/renaming/read-names.js';

/** What reading gives: rows as text, findings with their places. */
function read(text: string): { readonly rows: readonly string[]; readonly found: readonly string[] } {
  const { value, diagnostics } = readNames(text, 'names.csv');
  return {
    rows: value?.rows.map((row) => `${row.kind}: ${row.old} > ${row.new}`) ?? [],
    found: diagnostics.map(
      ({ code, span, message }) => `${code} ${span.start.line}:${span.start.column} ${message}`,
    ),
  };
}

describe('the table of names', () => {
  it('has a row for each object, kinds in any spelling', () => {
    expect(
      read('kind,old,new\nstat server,SS1,SS2\nVQ,VQ_A,VQ_B\nVirtual-Queue,VQ_C,VQ_D\nagent_group,A B,C D\n'),
    ).toEqual({
      rows: [
        'stat server: SS1 > SS2',
        'virtual queue: VQ_A > VQ_B',
        'virtual queue: VQ_C > VQ_D',
        'agent group: A B > C D',
      ],
      found: [],
    });
  });

  it.each([
    ['semicolons', 'kind;old;new\ndn;1;2\n'],
    ['tabs', 'kind\told\tnew\ndn\t1\t2\n'],
    ['Windows line ends', 'kind,old,new\r\ndn,1,2\r\n'],
    ['a byte order mark', '\ufeffkind,old,new\ndn,1,2\n'],
    ['columns in another order and case', 'New,Kind,Old\n2,dn,1\n'],
    ['comments and empty lines', '# moved\n\nkind,old,new\n,,\n# more\n\ndn,1,2'],
    ['quotes and blanks', 'kind,old,new\n"dn", 1 ,"2"\n'],
  ])('takes %s', (_, text) => {
    expect(read(text)).toEqual({ rows: ['dn: 1 > 2'], found: [] });
  });

  it('reads quoted cells with separators, quotes and line breaks, and counts lines on', () => {
    const { rows, found } = read('kind,old,new\nagent group,"A, ""B""",C\nagent group,"D\nE",F\ndog,x,y\n');
    expect(rows).toEqual([]);
    expect(found).toEqual([
      'IRD8111 5:1 A row of the table of names is wrong: "dog" is no kind of object; the kinds are stat server, switch, virtual queue, dn, skill, agent group, agent, place, place group, queue group, campaign group',
    ]);
    expect(read('kind,old,new\nagent group,"A, ""B""",C\n').rows).toEqual(['agent group: A, "B" > C']);
  });

  it('suggests the kind that was meant', () => {
    expect(read('kind,old,new\nskil,a,b\n').found).toEqual([
      'IRD8111 2:1 A row of the table of names is wrong: "skil" is no kind of object; did you mean "skill"?',
    ]);
  });

  it.each([
    ['', 'IRD8110 1:1 The table of names cannot be read: it is empty'],
    ['\n\n', 'IRD8110 1:1 The table of names cannot be read: it is empty'],
    [
      'dn,1,2\n',
      'IRD8110 1:1 The table of names cannot be read: its first line is "dn,1,2", not "kind,old,new"',
    ],
    [
      'kind,old,new,note\n',
      'IRD8110 1:1 The table of names cannot be read: its first line is "kind,old,new,note", not "kind,old,new"',
    ],
    [
      'kind,old,new\ndn,"1,2\n',
      'IRD8110 2:4 The table of names cannot be read: a quoted cell is never closed',
    ],
    ['kind,old,new\ndn,1\n', 'IRD8111 2:1 A row of the table of names is wrong: it has 2 cells, not three'],
    ['kind,old,new\ndn,,2\n', 'IRD8111 2:4 A row of the table of names is wrong: the old name is empty'],
    ['kind,old,new\ndn,1,\n', 'IRD8111 2:6 A row of the table of names is wrong: the new name is empty'],
    [
      'kind,old,new\ndn,1,2@SW\n',
      'IRD8111 2:6 A row of the table of names is wrong: the new name holds "@", which a target cannot be written with',
    ],
  ])('refuses %j', (text, found) => {
    expect(read(text)).toEqual({ rows: [], found: [found] });
  });

  it('refuses two names for one object and one name for two, within a kind', () => {
    expect(read('kind,old,new\ndn,1,2\ndn,1,3\ndn,4,2\nskill,1,2\n')).toEqual({
      rows: [],
      found: [
        'IRD8112 3:1 The dn "1" is renamed in line 2, too',
        'IRD8112 4:1 The dn "2" is given as a new name in line 2, too',
      ],
    });
    expect(read('kind,old,new\ndn,1,2\ndn,1,2\n').found).toEqual([
      'IRD8112 3:1 The dn "1" is renamed in line 2, too',
    ]);
  });

  it('lets two objects swap their names', () => {
    expect(read('kind,old,new\ndn,1,2\ndn,2,1\n')).toEqual({ rows: ['dn: 1 > 2', 'dn: 2 > 1'], found: [] });
  });
});
