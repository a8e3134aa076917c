// Blocks of the reference interpreter on strategies that are written here; what they must do comes from the documents, not from pages.
import { describe, expect, it } from 'vitest';
import { namesError } from '../../../src/equivalence/run/blocks/errors.js';
import { runSource } from '../../../src/equivalence/run/run-source.js';
import type { Scenario } from '../../../src/runtime-check/index.js';
import { convert, property, table, type StrategyText } from '../../mappings/lifting/run-strategy.js';

function steps(strategies: readonly StrategyText[], scenario: Partial<Scenario> = {}) {
  const [root] = convert(strategies).strategies;
  if (root?.program === undefined) throw new Error('nothing was converted');
  const run = runSource(root.program(), { scenario: 1, name: 'it', ...scenario });
  return run.steps.map(({ at, kind, params }) => ({ at, kind, ...params }));
}

const attach = (id: string, value: string, to: string) => ({
  id,
  type: 'Attach',
  inside: property('Key', `K${id}`) + property('Value', value),
  links: [`green ${to}`, `red ${to}`],
});

describe('Error Segmentation', () => {
  const error = { error: '0013 Remote error', description: 'It was busy.', event: 'error.dialog.play' };
  it.each([
    ['error.dialog', true],
    ['dialog.play', true],
    ['dialog.pla', false],
    ['13', true],
    ['0013 anything', true],
    ['14 Remote error', false],
    ['remote ERROR', true],
    ['emote', false],
    ['was-busy', true],
    ['', false],
  ])('"%s": %s', (segment, named) => {
    expect(namesError(segment, error)).toBe(named);
  });
});

describe('treatments', () => {
  const music = {
    id: '2',
    type: 'Music',
    inside: property('Music Source', "'jazz'") + property('Duration', "UData['For']"),
  };
  it('take a text where seconds are wanted by its leading digits, and lead to red when they fail', () => {
    const blocks = [
      { id: '1', type: 'Entry', links: ['green 2'] },
      { ...music, links: ['green 3', 'red 4'] },
      attach('3', "'played'", '5'),
      attach('4', "'failed'", '5'),
      { id: '5', type: 'Exit' },
    ];
    const interaction = { udata: { For: '12 seconds' } };
    const playing = {
      at: 0,
      kind: 'treatment',
      element: 'dialog:playsound',
      type: 'music',
      resource: 'jazz',
      duration: 12,
    };
    expect(steps([{ blocks }], { interaction }).slice(0, 2)).toEqual([
      playing,
      { at: 12, kind: 'udata', set: { K3: 'played' } },
    ]);
    const answers = { treatments: [{ match: 'in Music_2 ', error: 'unknown', lasts: 3 }] };
    expect(steps([{ blocks }], { interaction, answers }).slice(0, 2)).toEqual([
      playing,
      { at: 3, kind: 'udata', set: { K4: 'failed' } },
    ]);
  });
});

describe('Call Subroutine', () => {
  it('copies parameters in and results out, and leaves the variables of the caller alone', () => {
    const root: StrategyText = {
      variables: ['n INTEGER', 's STRING'],
      blocks: [
        { id: '1', type: 'Entry', links: ['green 2'] },
        {
          id: '2',
          type: 'Assign',
          inside: property('Variable', 'n') + property('Expression', '5'),
          links: ['green 3'],
        },
        {
          id: '3',
          type: 'Call Subroutine',
          inside:
            property('Subroutine Name', 'Double') +
            table('Input Parameters', [{ Parameter: 'n', Expression: 'n + 1' }]) +
            table('Output Parameters', [{ Parameter: 'out', Variable: 's' }]),
          links: ['green 4'],
        },
        attach('4', 'Cat[n, s]', '5'),
        { id: '5', type: 'Exit' },
      ],
    };
    const double: StrategyText = {
      name: 'Double',
      kind: 'subroutine',
      variables: ['n INTEGER in', 'out INTEGER out'],
      blocks: [
        { id: '1', type: 'Entry', links: ['green 2'] },
        {
          id: '2',
          type: 'Assign',
          inside: property('Variable', 'out') + property('Expression', 'n * 2'),
          links: ['green 3'],
        },
        { id: '3', type: 'Exit' },
      ],
    };
    expect(steps([root, double])[0]).toEqual({ at: 0, kind: 'udata', set: { K4: '512' } });
  });
});

describe('extensions', () => {
  const call = (id: string, text: string, to: string) => ({
    id,
    type: 'Function',
    inside: property('Function', text),
    links: [`green ${to}`, 'red 9'],
  });
  const place = {
    id: '8',
    type: 'Force Routing',
    inside: table('Targets', [{ Name: '7300' }]),
    links: ['red 9'],
  };
  const frame = [
    { id: '1', type: 'Entry', links: ['green 2'] },
    { id: '9', type: 'Default' },
  ];
  const hints = (calls: readonly ReturnType<typeof call>[], scenario: Partial<Scenario> = {}) =>
    steps([{ name: 'Extensions', blocks: [...frame, ...calls, place] }], scenario).map((step) =>
      'hints' in step ? [step.kind, step.hints] : [step.kind],
    );
  it('go with the redirect as they were set last, and without those that were deleted', () => {
    const calls = [
      call('2', "ExtensionAttach['A','1']", '3'),
      call('3', "ExtensionAttach['B','2']", '4'),
      call('4', "ExtensionUpdate['A','3']", '5'),
      call('5', "ExtensionDelete['B']", '8'),
    ];
    expect(hints(calls)).toEqual([['routed', { extensions: { A: '3' } }]]);
  });
  it('are none when none was set, or all were deleted', () => {
    const calls = [call('2', "ExtensionAttach['A','1']", '3'), call('3', "ExtensionDelete['A']", '8')];
    expect(hints(calls)).toEqual([['routed']]);
  });
});
