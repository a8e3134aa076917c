// Selections as URS runs them, by the documents and the assumptions table: waiting, treatments, ports, targets that stay, priorities, errors of delivery.
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import { runDrawn, stepsOf, type DrawnBlock, type Drawing, type Rows } from './drawn-strategy.js';

const sales: Rows = [{ Type: 'Agent Group', Name: 'Sales', 'Stat Server': 'Stat' }];
const help: Rows = [{ Type: 'Agent Group', Name: 'Help', 'Stat Server': 'Stat' }];

const select = (
  more: Readonly<Record<string, string>> = {},
  rest: Partial<DrawnBlock> & { readonly targets?: Rows } = {},
): DrawnBlock => ({
  type: 'Selection',
  properties: { 'Virtual Queue Alias': 'VQ', Timeout: '20', 'Clear Target': 'true', ...more },
  tables: { Targets: rest.targets ?? sales, ...rest.tables },
  to: rest.to ?? { green: 'End', red: 'Late' },
});
const mark = (value: string): DrawnBlock => ({
  type: 'Attach',
  properties: { Key: 'Way', Value: `'${value}'` },
  to: { green: 'End', red: 'End' },
});
const agent = (id: string, group: string, from: number) => ({
  id,
  groups: [group],
  ready: [{ at: from, value: true }],
});
const staffed = (...agents: ReturnType<typeof agent>[]): Partial<Scenario> => ({
  world: { agents, defaultDestination: '9000' },
});
const one = (block: DrawnBlock, assumptions = {}): Drawing => ({
  blocks: { Wait: block, Late: mark('late'), Found: mark('found') },
  assumptions,
});

describe('a Selection', () => {
  it('queues with what it says, and routes to who is free', () => {
    const run = runDrawn(
      one(select({ Priority: '7', 'Statistics Name': 'StatAgentLoading', 'Statistics Min/Max': 'Min' })),
      staffed(agent('A1', 'Sales', 0)),
    );
    expect(run.end).toBe('routed');
    expect(run.steps.map(({ kind, params }) => ({ kind, ...params }))).toEqual([
      {
        kind: 'submit',
        request: 'r1',
        queue: 'VQ',
        priority: 7,
        ordertype: 'min',
        orderstat: 'StatAgentLoading',
        timeout: 20,
        clearontimeout: true,
        route: true,
        targets: ['Sales@Stat.GA'],
      },
      {
        kind: 'routed',
        target: 'A1',
        by: 'submit',
        request: 'r1',
        component: 'A1@Stat.A',
        object: 'Sales@Stat.GA',
        queue: 'VQ',
      },
    ]);
  });
  it('leaves by the red port when its time is over, and drops its targets', () => {
    const run = runDrawn(one(select()), staffed(agent('A1', 'Sales', 25)));
    expect(run.udata).toMatchObject({ Way: 'late' });
    expect(run.end).toBe('defaulted');
    expect(run.queues).toEqual([
      { queue: 'VQ', request: 'r1', interaction: 'ixn0001', entered: 0, left: 20, exit: 'cleared' },
    ]);
  });
  it('leaves by the green port when the assumption says so', () => {
    const block = select({}, { to: { green: 'Found', red: 'Late' } });
    expect(runDrawn(one(block, { 'selection.timeout': 'green' }), staffed()).udata).toMatchObject({
      Way: 'found',
    });
  });
  it('takes who becomes free in the very second of the end', () => {
    expect(runDrawn(one(select()), staffed(agent('A1', 'Sales', 20))).target).toBe('A1');
  });
  it('goes on behind the green port after the call was routed', () => {
    const block = select({}, { to: { green: 'Found' } });
    const run = runDrawn(one(block), staffed(agent('A1', 'Sales', 0)));
    expect(run.end).toBe('routed');
  });
  it('is over when the caller hangs up', () => {
    const run = runDrawn(one(select()), { interaction: { hangup: 5 } });
    expect([run.end, run.duration]).toEqual(['abandoned', 5]);
    expect(run.queues[0]).toMatchObject({ exit: 'abandoned', left: 5 });
  });
  it('takes its red port when the request is refused', () => {
    const run = runDrawn(one(select()), { answers: { failures: [{ action: 'queue:submit' }] } });
    expect(stepsOf(run)).toEqual(['0 submit', '0 udata']);
  });
  it('takes the virtual queue of SetVQ and the thresholds of functions', () => {
    const settings: DrawnBlock = {
      type: 'Multi-Function',
      tables: {
        Functions: [
          { Expression: "SetVQ['VQ_Set']" },
          { Expression: "SetVQPriority['VQ_Set', 9]" },
          { Expression: 'Priority[3]' },
          { Expression: "SetTargetThreshold['callage() < 9']" },
        ],
      },
      to: { green: 'Wait', red: 'Late' },
    };
    const drawing = { blocks: { Settings: settings, ...one(select({ 'Virtual Queue Alias': '' })).blocks } };
    expect(stepsOf(runDrawn(drawing, staffed()), 'queue', 'priority', 'targets')[0]).toBe(
      '0 submit queue=VQ_Set priority=9 targets=["{callage() < 9}Sales@Stat.GA"]',
    );
  });
});

describe('targets that stay (Clear Target off)', () => {
  const two: Drawing = {
    blocks: {
      First: select({ 'Clear Target': 'false', Timeout: '10' }, { to: { green: 'End', red: 'Second' } }),
      Second: select({ 'Virtual Queue Alias': 'VQ2' }, { targets: help, to: { green: 'End', red: 'Late' } }),
      Late: mark('late'),
    },
  };
  it('may win in the next Selection, and what waits there is over', () => {
    const run = runDrawn(two, staffed(agent('A1', 'Sales', 15)));
    expect([run.end, run.target, run.duration]).toEqual(['routed', 'A1', 15]);
    expect(run.queues.map(({ queue, left, exit }) => [queue, left, exit])).toEqual([
      ['VQ', 15, 'routed'],
      ['VQ2', 15, 'cleared'],
    ]);
  });
  it('may win while a treatment plays', () => {
    const music: DrawnBlock = {
      type: 'Music',
      properties: { Source: '1', Duration: '30' },
      to: { green: 'Late', red: 'Late' },
    };
    const drawing = { blocks: { ...two.blocks, Second: music } };
    const run = runDrawn(drawing, staffed(agent('A1', 'Sales', 15)));
    expect([run.target, run.duration, run.udata]).toEqual(['A1', 15, {}]);
  });
  it('keep their place when the same Selection is entered again', () => {
    const again: Drawing = {
      blocks: {
        First: select({ 'Clear Target': 'false', Timeout: '10' }, { to: { green: 'End', red: 'Pause' } }),
        Pause: { type: 'Pause', properties: { Duration: '5' }, to: { green: 'First', red: 'First' } },
      },
    };
    const run = runDrawn(again, staffed(agent('A1', 'Sales', 22)));
    expect(run.steps.filter(({ kind }) => kind === 'submit')).toHaveLength(1);
    expect(run.queues).toEqual([
      { queue: 'VQ', request: 'r1', interaction: 'ixn0001', entered: 0, left: 22, exit: 'routed' },
    ]);
  });
  it('are given up before default routing, and by ClearTargets', () => {
    const run = runDrawn(two, staffed());
    expect(stepsOf(run, 'request')).toEqual([
      '0 submit request=r1',
      '10 submit request=r2',
      '30 udata',
      '30 cancel request=r1',
      '30 defaulted',
    ]);
    const clear: DrawnBlock = {
      type: 'Function',
      properties: { Function: 'ClearTargets[]' },
      to: { green: 'Late', red: 'Late' },
    };
    const cleared = runDrawn({ blocks: { ...two.blocks, Second: clear } }, staffed());
    expect(stepsOf(cleared)).toEqual(['0 submit', '10 cancel', '10 udata', '10 defaulted']);
  });
});

describe('busy treatments', () => {
  const playing = (entries: Rows, more = {}): Drawing =>
    one(select(more, { tables: { 'Busy Treatments': entries }, to: { green: 'Found', red: 'Late' } }));
  const music = { Type: 'Music', Source: '1', Duration: '6' };
  it('play in order, begin again, and end with the wait', () => {
    const run = runDrawn(playing([music, { Type: 'Silence', Duration: '3' }]), staffed());
    expect(stepsOf(run, 'type').slice(0, 3)).toEqual([
      '0 submit',
      '0 treatment type=music',
      '6 treatment type=silence',
    ]);
    expect(run.udata).toMatchObject({ Way: 'late' });
  });
  it('leave the Selection at the entry Exit, by the port of the assumption', () => {
    const exit = [music, { Type: 'Exit' }];
    const run = runDrawn(playing(exit), staffed());
    expect(run.steps.find(({ kind }) => kind === 'udata')).toMatchObject({
      at: 6,
      params: { set: { Way: 'late' } },
    });
    const green = { ...playing(exit), assumptions: { 'busy.exit-port': 'green' } };
    expect(runDrawn(green, staffed()).udata).toMatchObject({ Way: 'found' });
  });
});

describe('a priority that grows', () => {
  const growing = (call: string, assumptions = {}): Drawing => ({
    blocks: {
      Grow: { type: 'Function', properties: { Function: call }, to: { green: 'Wait', red: 'Wait' } },
      Wait: select({ Priority: '4', Timeout: '35' }, { to: { green: 'End', red: 'Again' } }),
      Again: select(
        { Priority: '20', Timeout: '5', 'Virtual Queue Alias': 'VQ2' },
        { to: { green: 'End', red: 'End' } },
      ),
    },
    assumptions,
  });
  const priorities = (drawing: Drawing): readonly string[] =>
    stepsOf(runDrawn(drawing, staffed()), 'priority').filter((step) => step.includes('priority'));
  it('grows at each interval, up to its limit, and goes on in the next wait', () => {
    expect(priorities(growing('IncrementPriorityEx[3, 10, 12]'))).toEqual([
      '0 submit priority=4',
      '10 update priority=7',
      '20 update priority=10',
      '30 update priority=12',
      '35 submit priority=20',
    ]);
    expect(priorities(growing('IncrementPriority[3, 10]')).at(-1)).toBe('35 submit priority=29');
  });
  it('starts anew, counts minutes and has its arguments the other way round where the assumptions say so', () => {
    expect(
      priorities(growing('IncrementPriority[3, 10]', { 'priority-increment.start': 'each wait anew' })).at(
        -1,
      ),
    ).toBe('35 submit priority=20');
    expect(
      priorities(growing('IncrementPriority[3, 1]', { 'priority-increment.interval': 'minutes' })),
    ).toHaveLength(2);
    expect(
      priorities(
        growing('IncrementPriority[10, 3]', { 'priority-increment.arguments': 'interval, increment' }),
      )[1],
    ).toBe('10 update priority=7');
  });
});

describe('a delivery that fails', () => {
  const answers = { deliveries: [{ to: 'A1', error: 'remote' }] };
  const world = (options: Record<string, string>) => ({
    ...staffed(agent('A1', 'Sales', 0), agent('A2', 'Sales', 3)),
    answers,
    world: { ...staffed(agent('A1', 'Sales', 0), agent('A2', 'Sales', 3)).world, options },
  });
  it('is tried with the next target', () => {
    expect(runDrawn(one(select()), world({})).target).toBe('A2');
  });
  it.each([
    ['ignore', 'defaulted', 'late'],
    ['default', 'defaulted', 'late'],
    ['delete', 'ended', undefined],
  ])('on_route_error %s', (option, end, way) => {
    const run = runDrawn(one(select()), world({ on_route_error: option }));
    expect([run.end, run.udata['Way']]).toEqual([end, way]);
  });
});

it('attaches the reporting keys of option report_targets', () => {
  const run = runDrawn(one(select()), {
    world: { ...staffed(agent('A1', 'Sales', 0)).world, options: { report_targets: 'true' } },
  });
  expect(run.udata).toMatchObject({
    RVQID: 'VQ-r1',
    RTargetAgentGroup: 'Sales',
    RTargetAgentSelected: 'A1',
    RTargetRequested: 'VQ',
  });
});

it('with Custom Routing is not run: what its subroutine does with the call is in no document', () => {
  const run = runDrawn(one(select({ 'Custom Routing': 'Score' })), staffed(agent('A1', 'Sales', 0)));
  expect(run).toMatchObject({ end: 'notExecutable', steps: [] });
  expect(run.reason).toContain('Custom Routing by "Score"');
});
