import { describe, expect, it } from 'vitest';
import { findScenarios } from '../../../src/equivalence/scenarios/find-scenarios.js';
import { runSource } from '../../../src/equivalence/run/run-source.js';
import type { SourceProgram } from '../../../src/equivalence/run/program.js';
import type { Scenario } from '../../../src/runtime-check/index.js';
import { isScenario } from '../../../src/runtime-check/scenario/read.js';
import { drawn, type DrawnBlock } from './drawn.js';

const find = (program: SourceProgram, budget = 600, given: readonly Scenario[] = []) =>
  findScenarios(program, { given, budget, seed: 1 });

/** A condition that leads to the desk when it holds. */
const asked = (condition: string): Readonly<Record<string, DrawnBlock>> => ({
  Start: { type: 'Entry', to: { green: 'Asked' } },
  Asked: { type: 'If', with: { Expression: condition }, to: { green: 'Yes', red: 'No' } },
  Yes: { type: 'Assign', with: { Variable: 'found', Expression: '1' } },
  No: { type: 'Assign', with: { Variable: 'found', Expression: '2' } },
});

/** The scenarios in which the block is entered. */
function entering(program: SourceProgram, scenarios: readonly Scenario[], name: string): readonly Scenario[] {
  return scenarios.filter((scenario) => {
    let entered = false;
    runSource(program, scenario, {
      enter: ({ caption }) => {
        entered ||= caption === name;
      },
    });
    return entered;
  });
}

const both = { reached: 2, of: 2 };

describe('what scenarios reach', () => {
  it.each([
    ['attached data', "UData['Tier'] = 'gold'"],
    ['an extension', "ExtData['UU_DATA'] = 'gold'"],
    ['the length of an extension', "StrLen[ExtensionData['UU_DATA']] > 3"],
    ['the number of the caller', "ANI[] = '5559'"],
    ['a part of the number of the caller', "StrSub[ANI[], 3, 5] = '877'"],
    ['the length of a text', "StrLen[UData['Account']] = 9"],
    ['a sum', "UData['Points'] + 250 > 10000"],
    ['a joined text', "Cat['VQ_', UData['Queue'], '_day'] = 'VQ_Sales_day'"],
    ['a value in a list', "GetStringKey['tier', UData['Profile']] = 'gold'"],
    ['the place in a list', "ListGetString[3, UData['Profile']] = 'gold'"],
    ['the time of day elsewhere', "TimeInZone['PST'] >= 23:45"],
    ['one day of the year', 'Date[] = 12/24/2027'],
    ['a day of the week', 'Day[] = 6'],
    ['a special day', "IsSpecialDay['Holidays', 'closed']"],
    ['a statistic', "SData['Desk@StatServer.GA', 'StatAgentsAvailable'] > 41"],
    ['an item of a list object', "ListLookupValue['Switches', 'main', 'emergency'] = 'on'"],
    ['a draw', 'Rand[10] > 8'],
    ['a moment not long ago', "GetUTC[] - UData['Since'] >= 0 & GetUTC[] - UData['Since'] < 600"],
    ['a time of day a minute ago', "TimeDifference[UData['At'], TimeStamp[]] < 60000"],
  ])('a condition on %s comes out both ways', async (_what, condition) => {
    const { coverage, unreached } = await find(drawn(asked(condition), { found: 'INTEGER' }));
    expect({
      conditions: coverage.source.condition,
      unreached: unreached.filter(({ kind }) => kind === 'block'),
    }).toEqual({
      conditions: both,
      unreached: [],
    });
  });

  it('each operand comes out both ways, and what the grouping of & and | decides is among the scenarios', async () => {
    const program = drawn(asked("UData['A'] = 'a' | UData['B'] = 'b' & UData['C'] = 'c'"), {
      found: 'INTEGER',
    });
    const { coverage, scenarios } = await find(program);
    expect(coverage.source.operand).toEqual({ reached: 6, of: 6 });
    // From left to right the last operand decides alone; by the rules of ECMAScript the first one would.
    const data = entering(program, scenarios, 'No').map(({ interaction }) => interaction?.udata ?? {});
    expect(data).toContainEqual(expect.objectContaining({ A: 'a' }));
  });

  it('times stand below, at and above how long ago they are asked to be', async () => {
    const program = drawn(asked("GetUTC[] - UData['Since'] < 600"), { found: 'INTEGER' });
    const { scenarios } = await find(program);
    const ages = new Set<number>();
    for (const scenario of scenarios)
      runSource(program, scenario, { compared: (_node, left) => ages.add(Number(left)) });
    expect([...ages]).toEqual(expect.arrayContaining([599, 600, 601]));
  });

  it('error ports are left by a chat, too', async () => {
    const program = drawn({
      Start: { type: 'Entry', to: { green: 'Desk' } },
      Desk: {
        type: 'ForceRouting',
        tables: { Targets: [{ Name: '7001', Type: 'Routing Point' }] },
        to: { red: 'Default' },
      },
      Default: { type: 'Default' },
    });
    const { scenarios } = await find(program);
    const chats = scenarios.filter(({ interaction }) => interaction?.media === 'chat');
    expect(entering(program, chats, 'Default')).not.toEqual([]);
    // What is no call stays where it is when its default routing fails: that is not an ordinary end.
    const [chat] = entering(program, chats, 'Default');
    expect(chat && runSource(program, { ...chat, world: {} }).end).toBe('unrouted');
  });

  it('numbers stand below, at and above what they are compared with', async () => {
    const program = drawn(asked("UData['Points'] >= 1000"), { found: 'INTEGER' });
    const { scenarios } = await find(program);
    const points = scenarios.map(({ interaction }) => Number(interaction?.udata?.['Points'] ?? Number.NaN));
    expect(points).toEqual(expect.arrayContaining([999, 1000, 1001]));
  });

  it('variables are followed to what they were assigned', async () => {
    const program = drawn(
      {
        Start: { type: 'Entry', to: { green: 'First' } },
        First: {
          type: 'Assign',
          with: { Variable: 'raw', Expression: "StrToUpper[UData['Region']]" },
          to: { green: 'Second' },
        },
        Second: {
          type: 'Assign',
          with: { Variable: 'region', Expression: "Cat['R-', raw]" },
          to: { green: 'Asked' },
        },
        Asked: { type: 'If', with: { Expression: "region = 'R-NORTH'" }, to: { green: 'Yes', red: 'No' } },
        Yes: { type: 'Assign', with: { Variable: 'raw', Expression: "'y'" } },
        No: { type: 'Assign', with: { Variable: 'raw', Expression: "'n'" } },
      },
      { raw: 'STRING', region: 'STRING' },
    );
    const { coverage } = await find(program);
    expect(coverage.source.block).toEqual({ reached: 6, of: 6 });
  });

  it('conditions one behind the other are all passed, and each pair of ports is taken', async () => {
    const next = (key: string, green: string, red: string): DrawnBlock => ({
      type: 'If',
      with: { Expression: `UData['${key}'] = '${key}!'` },
      to: { green, red },
    });
    const program = drawn({
      Start: { type: 'Entry', to: { green: 'One' } },
      One: next('One', 'Two', 'Two'),
      Two: next('Two', 'Three', 'Three'),
      Three: next('Three', 'End', 'End'),
      End: { type: 'Exit' },
    });
    const { coverage } = await find(program);
    expect(coverage.source.pair).toEqual({ reached: 10, of: 10 });
  });
});

const desk: Readonly<Record<string, DrawnBlock>> = {
  Start: { type: 'Entry', to: { green: 'Desk' } },
  Desk: {
    type: 'Selection',
    with: { 'Virtual Queue Alias': 'VQ_Desk', Timeout: '40', 'Clear Target': 'true' },
    tables: {
      Targets: [
        { Type: 'Agent Group', Name: 'First line', 'Stat Server': 'StatServer' },
        { Type: 'Agent', Name: 'anna', 'Stat Server': 'StatServer' },
      ],
    },
    to: { red: 'End' },
  },
  End: { type: 'Exit' },
};

describe('what happens to a call that waits', () => {
  it('somebody becomes ready around the timeout, each target alone, nobody at all', async () => {
    const { scenarios } = await find(drawn(desk));
    const readyAt = scenarios.flatMap(({ world }) =>
      (world?.agents ?? []).flatMap(({ ready }) =>
        Array.isArray(ready) ? (ready as { at: number }[]).map(({ at }) => at) : [],
      ),
    );
    expect(readyAt).toEqual(expect.arrayContaining([20, 39, 40, 41]));
    const alone = scenarios.flatMap(({ world }) => (world?.agents?.length === 1 ? world.agents : []));
    expect(alone.some(({ id }) => id === 'anna')).toBe(true);
    expect(alone.some(({ groups }) => groups?.includes('First line') === true)).toBe(true);
  });

  it('the caller hangs up right after the wait began, in its middle, and right before its end', async () => {
    const { scenarios } = await find(drawn(desk));
    const hangups = scenarios.map(({ interaction }) => interaction?.hangup);
    expect(hangups).toEqual(expect.arrayContaining([0.25, 20, 39.75]));
  });

  it('the submit fails', async () => {
    const { scenarios } = await find(drawn(desk));
    const failures = scenarios.flatMap(({ answers }) => answers?.failures ?? []);
    expect(failures.map(({ action }) => action)).toContain('queue:submit');
  });
});

describe('the suite', () => {
  const condition = "UData['Tier'] = 'gold' | SData['Desk@StatServer.GA', 'StatAgentsAvailable'] > 3";

  it('is the same for the same seed, and begins with the given scenarios', async () => {
    const program = drawn(asked(condition), { found: 'INTEGER' });
    const given: readonly Scenario[] = [
      { scenario: 1, name: 'mine', interaction: { udata: { Tier: 'tin' } } },
    ];
    const first = await find(program, 300, given);
    expect(await find(program, 300, given)).toEqual(first);
    expect(first.scenarios[0]).toBe(given[0]);
  });

  it('has only scenarios that can be written to a file, each under a name of its own', async () => {
    const { scenarios } = await find(drawn(desk));
    expect(scenarios.filter((scenario) => !isScenario(scenario))).toEqual([]);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
  });

  it('reaches by itself all that the search reached', async () => {
    const program = drawn(asked(condition), { found: 'INTEGER' });
    const { scenarios, coverage } = await find(program);
    const alone = await findScenarios(program, { given: scenarios, budget: scenarios.length, seed: 1 });
    expect(alone.coverage.source).toEqual(coverage.source);
  });

  it('spends no more runs than it may', async () => {
    const { coverage } = await find(drawn(desk), 100);
    expect(coverage.runs.source).toBeLessThanOrEqual(150);
  });

  it('adds what covers more of the page', async () => {
    const program = drawn(asked("UData['Tier'] = 'gold'"), { found: 'INTEGER' });
    const { coverage, scenarios } = await findScenarios(program, {
      given: [],
      budget: 200,
      seed: 1,
      most: 2,
      runPage: ({ interaction }) =>
        Promise.resolve({
          covered: { states: [0], transitions: [String(interaction?.udata?.['Tier']).length] },
        }),
    });
    expect(coverage.page?.states).toBe(1);
    expect(coverage.page?.transitions).toBeGreaterThan(2);
    expect(scenarios.length).toBe(coverage.page?.transitions);
  });
});

describe('what was not reached', () => {
  it('is named with the condition that barred it', async () => {
    const { unreached } = await find(drawn(asked("StrLen[UData['A']] < 0"), { found: 'INTEGER' }));
    const block = unreached.find(({ kind, what }) => kind === 'block' && what.includes('Yes'));
    expect(block?.reason).toBe(`The condition "StrLen[UData['A']] < 0" of "Asked" was never true.`);
  });

  it('names the first barrier on the way, not the last', async () => {
    const { unreached } = await find(
      drawn({
        Start: { type: 'Entry', to: { green: 'Never' } },
        Never: { type: 'If', with: { Expression: '1 > 2' }, to: { green: 'Then', red: 'End' } },
        Then: { type: 'If', with: { Expression: "UData['A'] = 'b'" }, to: { green: 'Last', red: 'End' } },
        Last: { type: 'Comment', to: { green: 'End' } },
        End: { type: 'Exit' },
      }),
    );
    expect(unreached.find(({ what }) => what === 'block "Last"')?.reason).toContain('"1 > 2"');
  });

  it('counts a failure port only where something can fail', async () => {
    const divided = (expression: string): Readonly<Record<string, DrawnBlock>> => ({
      Start: { type: 'Entry', to: { green: 'Count' } },
      Count: {
        type: 'Assign',
        with: { Variable: 'found', Expression: expression },
        to: { green: 'End', red: 'End' },
      },
      End: { type: 'Exit' },
    });
    const safe = await find(drawn(divided("StrLen[UData['A']]"), { found: 'INTEGER' }));
    expect(safe.unreached.find(({ what }) => what === 'port "red" of "Count"')).toMatchObject({
      reason: 'Nothing in it can fail.',
      isNever: true,
    });
    expect(safe.unreached.filter(({ isNever }) => isNever)).toHaveLength(1);
    const risky = await find(drawn(divided("100 / UData['A']"), { found: 'INTEGER' }));
    expect(risky.unreached.filter(({ kind }) => kind === 'port')).toEqual([]);
    expect(risky.coverage.source.port.of).toBe(safe.coverage.source.port.of + 1);
  });

  it('says in which block runs end because nothing is known of it', async () => {
    const { unreached } = await find(
      drawn({
        Start: { type: 'Entry', to: { green: 'Probe' } },
        Probe: { type: 'Sentiment Probe', to: { green: 'End' } },
        End: { type: 'Exit' },
      }),
    );
    expect(unreached.find(({ what }) => what === 'block "End"')?.reason).toMatch(/^Runs end in "Probe": /);
  });

  it('says that no path leads there', async () => {
    const { unreached } = await find(
      drawn({
        Start: { type: 'Entry', to: { green: 'End' } },
        Island: { type: 'Exit' },
        End: { type: 'Exit' },
      }),
    );
    expect(unreached.map(({ what, reason }) => `${what}: ${reason}`)).toContain(
      'block "Island": No path leads to the block.',
    );
  });
});
