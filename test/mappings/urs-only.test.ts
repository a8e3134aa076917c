// What must stay in URS whole is said by name: in findings, in placeholders, and in the tables that explain prints and the audit reads.
import { describe, expect, test } from 'vitest';
import { entryPage } from '../../src/mappings/entry-page.js';
import { mappingEntries } from '../../src/mappings/listing.js';
import { convert, property, table, type BlockText } from './lifting/run-strategy.js';

const entry: BlockText = { id: '1', type: 'Entry', links: ['green 2'] };
const end: BlockText = { id: '9', type: 'Default' };

const messages = (blocks: readonly BlockText[], code: string): readonly string[] =>
  convert([{ variables: ['dn STRING'], blocks: [entry, ...blocks, end] }])
    .diagnostics.filter((found) => found.code === code)
    .map(({ message }) => message);

const running = (to: string): BlockText => ({
  id: '2',
  type: 'Selection',
  inside:
    property('Additional Threshold', "run[CheckAgent,List,Section] > '0'") +
    table('Targets', [{ Type: 'Agent Group', Name: 'Sales', 'Stat Server': 'StatServer' }]),
  links: [`red ${to}`],
});

const calling = (name: string): BlockText => ({
  id: '3',
  type: 'Call Subroutine',
  inside: property('Subroutine', name),
  links: ['green 9', 'red 9'],
});

describe('a finding', () => {
  test('says of SelectDN what URS calls back by itself', () => {
    const select: BlockText = {
      id: '2',
      type: 'Function',
      inside: property('Function', "SelectDN['Sales@StatServer.GA']"),
      links: ['green 9', 'red 9'],
    };
    expect(messages([select], 'IRD3020')).toEqual([
      expect.stringMatching(/^Block "Function 2" calls "SelectDN": subroutines that predictive routing/),
    ]);
  });

  test('says of the target of run whether it is to be left or kept in both', () => {
    expect(messages([running('9')], 'IRD3011')).toEqual([expect.stringMatching(/: it must stay there$/)]);
    expect(messages([running('3'), calling('checkagent')], 'IRD3011')).toEqual([
      expect.stringContaining('keep both'),
    ]);
  });

  test.each(['WaitForTarget', 'waitfortarget'])('leaves %s and its caller in URS', (name) => {
    const called = { ...calling(name), id: '2' };
    expect(messages([called], 'IRD3003')).toEqual([expect.stringContaining('leave it, and the strategies')]);
  });
});

describe('the tables', () => {
  const left = mappingEntries().filter(({ leaveInUrs }) => leaveInUrs !== null);

  test('name every function of that kind', () => {
    expect(left.map(({ kind, name }) => `${kind} ${name}`)).toEqual(['function SelectDN', 'threshold run']);
  });

  test.each(left)('say so on the page of $name', (each) => {
    expect(entryPage(each)).toContain('**Stays in URS.**');
  });
});
