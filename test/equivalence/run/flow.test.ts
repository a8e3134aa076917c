// Where the flow of a strategy goes, by the documents and the assumptions table: segments, macros, other strategies, waits for events, selection in three
// parts, the end of the call. The expected traces are written by hand.
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import { runDrawn, stepsOf, type DrawnBlock, type Drawing, type Rows } from './drawn-strategy.js';

const mark = (value: string, next = 'End'): DrawnBlock => ({
  type: 'Attach',
  properties: { Key: 'Way', Value: value },
  to: { green: next, red: next },
});
const assign = (variable: string, expression: string, next: string): DrawnBlock => ({
  type: 'Assign',
  properties: { Variable: variable, Expression: expression },
  to: { green: next, red: 'Failed' },
});
const call = (expression: string, next: string): DrawnBlock => ({
  type: 'Function',
  properties: { Function: expression },
  to: { green: next, red: 'Failed' },
});
const failed = mark("'failed'");
const nobody: Partial<Scenario> = { world: { agents: [], defaultDestination: '9000' } };

describe('segmentation', () => {
  const segments = (type: string, rows: Rows, properties: Readonly<Record<string, string>> = {}): Drawing => {
    const ports = rows.map((row) => row['Port'] ?? '');
    return {
      blocks: {
        Asked: {
          ...{ type, properties, tables: { Segments: rows } },
          to: Object.fromEntries([...ports, 'default'].map((port) => [port, `To ${port}`])),
        },
        ...Object.fromEntries([...ports, 'default'].map((port) => [`To ${port}`, mark(`'${port}'`)])),
      },
    };
  };
  const way = (drawing: Drawing, scenario: Partial<Scenario>): unknown =>
    runDrawn(drawing, { ...nobody, ...scenario }).udata['Way'];

  it.each([
    ['5550201', 'north'],
    ['55502', 'north'],
    ['5550101', 'board'],
    ['555010', 'default'],
    ['5550350', 'range'],
    ['5550300', 'range'],
    ['5550399', 'range'],
    ['5550400', 'default'],
    ['', 'default'],
  ])('by ANI: "%s" is %s', (ani, port) => {
    const drawing = segments('ANI', [
      { Port: 'north', ANI: '55502*' },
      { Port: 'board', ANI: '5550100,5550101' },
      { Port: 'range', From: '5550300', To: '5550399' },
      { Port: 'late', ANI: '5550101' },
    ]);
    expect(way(drawing, { interaction: { ani } })).toBe(port);
  });

  it.each([
    ['07:59:59', 'default'],
    ['08:00:00', 'day'],
    ['17:59:59', 'day'],
    ['18:00:00', 'default'],
    ['21:59:00', 'default'],
    ['22:00:00', 'night'],
    ['00:00:00', 'night'],
    ['05:59:59', 'night'],
    ['06:00:00', 'default'],
  ])('by time, over midnight too: %s is %s', (time, port) => {
    const drawing = segments('Time', [
      { Port: 'day', From: '8:00', To: '17:59' },
      { Port: 'night', From: '22:00', To: '5:59' },
    ]);
    expect(way(drawing, { clock: `2026-03-02T${time}Z` })).toBe(port);
  });

  it('by time in the zone that the block names', () => {
    const drawing = segments('Time', [{ Port: 'day', From: '8:00', To: '8:59' }], { 'Time Zone': 'CET' });
    expect(way(drawing, { clock: '2026-03-02T07:30:00Z' })).toBe('day');
    expect(way(drawing, { clock: '2026-03-02T08:30:00Z' })).toBe('default');
  });
});

describe('a macro', () => {
  const used = (out: string, next: string): DrawnBlock => ({
    type: 'Macro',
    properties: { Macro: 'Longer' },
    tables: {
      Parameters: [{ Parameter: 'n', Value: 'n + 1' }],
      Output: [{ Parameter: 's', Variable: out }],
    },
    to: { green: next, red: 'Failed' },
  });

  it('starts with fresh variables at each use, gets its parameters and gives its results', () => {
    const run = runDrawn(
      {
        blocks: {
          First: used('s', 'Keep'),
          Keep: { ...mark('s'), to: { green: 'Second', red: 'Failed' } },
          Second: used('s', 'Again'),
          Again: mark('Cat[s, n]'),
          Failed: failed,
        },
        others: { Longer: { Set: assign('s', "Cat[s, 'x', n]", 'End'), Failed: failed } },
        kinds: { Longer: 'macro' },
        assumptions: { 'attach.existing': 'replaces the value' },
      },
      nobody,
    );
    // The macro adds to a text that is empty each time; its n is the parameter, that of the strategy stays 0.
    expect(stepsOf(run, 'set').slice(0, 2)).toEqual([
      '0 udata set={"Way":"x1"}',
      '0 udata set={"Way":"x10"}',
    ]);
  });
});

describe('Switch to Strategy', () => {
  const drawing: Drawing = {
    blocks: {
      Set: assign('n', '7', 'Over'),
      Over: {
        type: 'Switch to Strategy',
        properties: { Strategy: 'Next' },
        to: { green: 'Never', red: 'Never' },
      },
      Never: mark("'came back'"),
      Failed: failed,
    },
    others: {
      Next: {
        Pause: { type: 'Pause', properties: { Duration: '4' }, to: { green: 'Say' } },
        Say: mark("Cat['n=', n]"),
      },
    },
  };

  it('goes on there with variables of its own, and does not come back', () => {
    const run = runDrawn(drawing, nobody);
    expect(stepsOf(run, 'set', 'target')).toEqual(['4 udata set={"Way":"n=0"}', '4 defaulted target=9000']);
    expect(run.end).toBe('defaulted');
  });

  it('keeps the default destination that was set before (assumption switch.keeps)', () => {
    const blocks = {
      Before: {
        type: 'Set Default Destination',
        properties: { Destination: "'7300'" },
        to: { green: 'Set', red: 'Failed' },
      },
      ...drawing.blocks,
    };
    expect(runDrawn({ ...drawing, blocks }, nobody).target).toBe('7300');
  });
});

describe('SuspendForEvent', () => {
  const drawing: Drawing = {
    blocks: {
      Before: { type: 'Pause', properties: { Duration: '5' }, to: { green: 'Wait' } },
      Wait: assign('s', "SuspendForEvent[20, 'user', 'desk.opens']", 'Say'),
      Say: mark('s'),
      Failed: failed,
    },
  };
  const at = (...moments: readonly (readonly [at: number, name: string])[]): readonly string[] =>
    stepsOf(
      runDrawn(drawing, {
        ...nobody,
        answers: { events: moments.map(([when, name]) => ({ at: when, name })) },
      }),
      'set',
    ).slice(0, 1);

  it('ends with its event, and gives its name', () => {
    expect(at([12, 'desk.opens'])).toEqual(['12 udata set={"Way":"desk.opens"}']);
  });
  it('gives return:timeout when its time is over', () => {
    expect(at()).toEqual(['25 udata set={"Way":"return:timeout"}']);
    expect(at([26, 'desk.opens'])).toEqual(['25 udata set={"Way":"return:timeout"}']);
  });
  it('does not hear other events, nor what came before it waited', () => {
    expect(at([3, 'desk.opens'], [9, 'desk.closes'])).toEqual(['25 udata set={"Way":"return:timeout"}']);
  });
  it('is over with the call', () => {
    const run = runDrawn(drawing, { ...nobody, interaction: { hangup: 8 } });
    expect(run.end).toBe('abandoned');
    expect(stepsOf(run)).toEqual(['8 ended']);
  });
});

describe('SelectDN, SuspendForDN and RouteCall', () => {
  const drawing: Drawing = {
    blocks: {
      Ask: call("SelectDN['Sales@Stat.GA', 'VQ']", 'Wait'),
      Wait: assign('s', 'SuspendForDN[20]', 'Say'),
      Say: { ...mark('s'), to: { green: 'Found', red: 'Failed' } },
      Found: {
        type: 'If',
        properties: { Expression: "s = 'return:timeout'" },
        to: { green: 'Wait', red: 'Route' },
      },
      Route: call('RouteCall[s]', 'End'),
      Failed: failed,
    },
    assumptions: { 'attach.existing': 'replaces the value' },
  };
  const staffed = (from: number): Partial<Scenario> => ({
    world: {
      agents: [{ id: 'A1', dn: '7001', groups: ['Sales'], ready: [{ at: from, value: true }] }],
      defaultDestination: '9000',
    },
  });

  it('ask without waiting, wait for the DN, and deliver the call there', () => {
    const run = runDrawn(drawing, staffed(8));
    expect(stepsOf(run, 'queue', 'route', 'set', 'target', 'by')).toEqual([
      '0 submit queue=VQ route=false',
      '8 udata set={"Way":"7001"}',
      '8 routed target=A1 by=ixn:redirect',
    ]);
    expect(run.queues).toMatchObject([{ queue: 'VQ', entered: 0, left: 8, exit: 'routed' }]);
  });

  it('keep what was asked for when the wait is over: the next one goes on waiting in the same place', () => {
    const run = runDrawn(drawing, staffed(33));
    expect(stepsOf(run, 'route', 'set', 'target')).toEqual([
      '0 submit route=false',
      '20 udata set={"Way":"return:timeout"}',
      '33 udata set={"Way":"7001"}',
      '33 routed target=A1',
    ]);
    expect(run.queues).toMatchObject([{ queue: 'VQ', entered: 0, left: 33 }]);
  });

  it('fail the block that waits when the request is refused', () => {
    const answers = { failures: [{ action: 'queue:submit', error: 'invalidtarget' }] };
    const run = runDrawn(drawing, { ...staffed(8), answers });
    expect(stepsOf(run, 'set').filter((step) => step.includes('udata'))).toEqual([
      '0 udata set={"Way":"failed"}',
    ]);
    expect(run.end).toBe('defaulted');
  });

  it('route to a number that was not selected, and give up what still waits', () => {
    const blocks = { ...drawing.blocks, Wait: assign('s', "'7500'", 'Route') };
    const run = runDrawn({ ...drawing, blocks }, staffed(8));
    expect(run.target).toBe('7500');
    expect(run.queues).toMatchObject([{ queue: 'VQ', left: 0, exit: 'cleared' }]);
  });
});

describe('OnCallAbandoned', () => {
  const drawing = (assumptions = {}): Drawing => ({
    blocks: {
      Note: call("OnCallAbandoned['Lost']", 'Wait'),
      Wait: {
        type: 'Selection',
        properties: { 'Virtual Queue Alias': 'VQ', Timeout: '60', 'Clear Target': 'true' },
        tables: { Targets: [{ Type: 'Agent Group', Name: 'Sales', 'Stat Server': 'Stat' }] },
        to: { green: 'End', red: 'End' },
      },
      Failed: failed,
    },
    others: {
      Lost: {
        Pause: { type: 'Pause', properties: { Duration: '2' }, to: { green: 'Tell' } },
        Tell: {
          type: 'Web Service',
          properties: { URL: 'http://lost.example/calls' },
          to: { green: 'End', red: 'End' },
        },
      },
    },
    assumptions,
  });
  const told = (scenario: Partial<Scenario>, assumptions = {}): readonly string[] =>
    stepsOf(runDrawn(drawing(assumptions), { ...nobody, ...scenario }), 'by', 'url', 'target');

  it('runs the strategy when the caller hangs up, and the call ends as abandoned', () => {
    expect(told({ interaction: { hangup: 9 } })).toEqual([
      '0 submit',
      '9 ended by=caller',
      '11 request url=http://lost.example/calls',
    ]);
    expect(runDrawn(drawing(), { ...nobody, interaction: { hangup: 9 } }).end).toBe('abandoned');
  });

  it('does not run for a call that was routed or went to its default destination', () => {
    const agents = [{ id: 'A1', groups: ['Sales'], ready: [{ at: 5, value: true }] }];
    const routed = told({ interaction: { hangup: 9 }, world: { agents } });
    expect(routed).toEqual(['0 submit', '5 routed by=submit target=A1']);
    expect(told({ interaction: { hangup: 90 } }).at(-1)).toBe('60 defaulted by=queue:default target=9000');
  });

  it('runs for a call that another application takes only where every loss counts (assumption abandoned.event)', () => {
    const happenings = [{ at: 9, taken: true }] as const;
    expect(told({ happenings })).toEqual(['0 submit', '9 ended by=switch']);
    expect(told({ happenings }, { 'abandoned.event': 'every loss' })).toEqual([
      '0 submit',
      '9 ended by=switch',
      '11 request url=http://lost.example/calls',
    ]);
  });
});
