// OnCallAbandoned: which strategy runs when the call is lost, when it does, and that its errors do not route anything.
import { describe, expect, test } from 'vitest';
import { block, convertLines, runLine, selection, type Line } from './build-line.js';

const root: Line = {
  blocks: [
    block('Entry', 'Start'),
    block('Function', 'Register', { Function: "OnCallAbandoned['Hook']" }),
    selection('Sales', 'Sales'),
    block('Default', 'Rest'),
  ],
  links: ['Start.green > Register', 'Register.green > Sales', 'Sales.red > Rest'],
};

/** A hook of one block between its start and its end. */
const hook = (within: ReturnType<typeof block>, ...links: readonly string[]): Line => ({
  name: 'Hook',
  variables: ['n INTEGER 0'],
  blocks: [block('Entry', 'Start'), within, block('Exit', 'End'), block('Default', 'Rest')],
  links: [`Start.green > ${within.name}`, `${within.name}.green > End`, ...links],
});

const noting = hook(block('Assign', 'Note', { Variable: 'n', Expression: '1' }));
const dividing = hook(block('Assign', 'Note', { Variable: 'n', Expression: '1 / n' }));
const world = { defaultDestination: '9000' };
const noted = 'lost__Hook__Note';

describe('the strategy that OnCallAbandoned names', () => {
  test('runs once when the caller hangs up', async () => {
    const run = await runLine([root, noting], { interaction: { hangup: 5 }, world });
    expect(run).toMatchObject({ end: 'abandoned', findings: [] });
    expect(run.visited).toMatchObject({ [noted]: 1, abandoned: 1 });
  });

  test('does not run when another application takes the call, unless every loss is meant', async () => {
    const scenario = { happenings: [{ at: 5, taken: true as const }], world };
    const run = await runLine([root, noting], scenario);
    expect(run.visited).not.toHaveProperty(noted);
    const every = await runLine([root, noting], scenario, {
      assumptions: { 'abandoned.event': 'every loss' },
    });
    expect(every.visited).toMatchObject({ [noted]: 1, abandoned: 1 });
  });

  test.each([
    ['an error that nobody handles', []],
    ['an error that leads to Default', ['Note.red > Rest']],
  ])('ends the page, not in default routing, by %s', async (_what, links) => {
    const failing = { ...dividing, links: [...dividing.links, ...links] };
    const run = await runLine([root, failing], { interaction: { hangup: 5 }, world });
    expect(run).toMatchObject({ end: 'abandoned', target: undefined });
    expect(run.visited).toMatchObject({ [noted]: 1, abandoned: 1 });
    expect(run.visited).not.toHaveProperty('defaulted');
  });

  test('may be the one that registers it: it does not begin again', async () => {
    const self = { ...root, name: 'Hook' };
    const run = await runLine([self], { interaction: { hangup: 5 }, world });
    expect(run).toMatchObject({ end: 'abandoned', target: undefined });
    expect(run.visited).toMatchObject({ lost__Hook__Start: 1, lost__Hook__Sales: 1, abandoned: 1 });
  });

  test.each(["TransferCall['7001']", "ForceRoute['7001']", 'DetachIxn[]'])(
    'cannot route what is gone: %s is said to do nothing',
    (call) => {
      const routing = hook(block('Function', 'Note', { Function: call }));
      const { all } = convertLines([root, routing]);
      const said = all.filter(({ code }) => code === 'IRD3022').map(({ message }) => message);
      expect(said).toHaveLength(1);
      expect(said[0]).toContain('"Note"');
    },
  );

  test('runs with what it calls, and what that cannot do is said', async () => {
    const calling = hook(block('Call Subroutine', 'Note', { Subroutine: 'Helper' }));
    const helper: Line = {
      name: 'Helper',
      kind: 'subroutine',
      blocks: [
        block('Entry', 'Start'),
        block('Attach', 'Keep', { Key: 'Lost', Value: "'yes'" }),
        block('Exit', 'End'),
      ],
      links: ['Start.green > Keep', 'Keep.green > End', 'Keep.red > End'],
    };
    const { all } = convertLines([root, calling, helper]);
    expect(all.filter(({ code }) => code === 'IRD3022').map(({ message }) => message)).toEqual([
      '"Hook", which block "Register" registers for the loss of the call, has blocks that cannot work then: "Keep" (line-2.xml:5)',
    ]);
    const run = await runLine([root, calling, helper], { interaction: { hangup: 5 }, world });
    expect(run).toMatchObject({ end: 'abandoned', target: undefined });
    expect(run.visited).toMatchObject({ Helper__Keep: 1, Helper__return: 1, abandoned: 1 });
  });
});
