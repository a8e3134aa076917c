import { describe, expect, it } from 'vitest';
import { compareRuns, firstDifference } from '../../../src/equivalence/compare/first-difference.js';
import { runOf, step, visit } from './runs.js';

const submit = step(1, 'submit', { request: 'r1', queue: 'VQ_Sales', priority: 5, targets: ['Sales@.GA'] });
const routed = step(10, 'routed', { target: 'anna', by: 'submit', request: 'r1' });
const usual = runOf([submit, routed]);

describe('comparing runs', () => {
  it('finds none between the same runs, whatever the order of parameters', () => {
    const { request, queue, priority, targets } = submit.params;
    const turned = step(1, 'submit', { targets, priority, queue, request });
    expect(compareRuns(usual, runOf([turned, routed]))).toEqual({ verdict: 'same' });
  });
  it('tells the first step that differs, by the parameters in which it does', () => {
    const other = runOf([step(1, 'submit', { ...submit.params, priority: 6 }), routed]);
    expect(firstDifference(usual, other)).toMatchObject({
      what: 'step',
      at: 1,
      kind: 'step submit/submit in priority',
      sourceStep: { index: 0 },
      pageStep: { index: 0 },
    });
  });
  it('tells the same step at another moment', () => {
    const late = runOf([step(1.5, 'submit', submit.params), routed]);
    expect(firstDifference(usual, late)).toMatchObject({ kind: 'step submit/submit at another time', at: 1 });
  });
  it('tells a step that one side does not do, on either side', () => {
    expect(firstDifference(usual, runOf([routed]))).toMatchObject({ kind: 'step submit/routed' });
    const less = firstDifference(usual, runOf([submit]));
    expect(less).toMatchObject({ kind: 'step routed/nothing', pageStep: undefined });
    expect(firstDifference(runOf([submit]), usual)).toMatchObject({ kind: 'step nothing/routed' });
  });
  it('tells treatments by their elements', () => {
    const music = step(0, 'treatment', { element: 'dialog:play' });
    const other = step(0, 'treatment', { element: 'dialog:playsound' });
    expect(firstDifference(runOf([music]), runOf([other]))?.kind).toBe(
      'step treatment dialog:play/treatment dialog:playsound',
    );
  });
  it('compares what virtual queues reported when all steps are the same', () => {
    const left = runOf([submit], { queues: [visit('r1', 10)] });
    expect(firstDifference(left, runOf([submit], { queues: [visit('r1', 10)] }))).toBeUndefined();
    expect(firstDifference(left, runOf([submit], { queues: [visit('r1', 9)] }))).toMatchObject({
      what: 'queue',
      kind: 'queue left',
    });
    expect(firstDifference(left, runOf([submit], { queues: [visit('r1', 10, 'cleared')] }))?.kind).toBe(
      'queue exit',
    );
    expect(firstDifference(left, runOf([submit]))?.kind).toBe('queue visit missing');
  });
  it('does not compare what other calls do in virtual queues', () => {
    const rival = { ...visit('call-1', 3), interaction: '' };
    expect(firstDifference(usual, runOf([submit, routed], { queues: [rival] }))).toBeUndefined();
  });
  it.each([
    ['end', { end: 'defaulted' as const }],
    ['target', { target: 'bob' }],
    ['udata', { udata: { Reason: 'late' } }],
    ['duration', { duration: 11 }],
  ])('compares the %s', (what, more) => {
    expect(firstDifference(usual, runOf([submit, routed], more))).toMatchObject({ what });
    expect(firstDifference(runOf([submit, routed], more), usual)).toMatchObject({ what });
  });
  it('tells attached data by the writes that made them what they are', () => {
    const writes = [
      step(1, 'udata', { set: { Desk: 'north', Tier: '1' } }),
      step(2, 'udata', { set: { Desk: 'south' } }),
    ];
    const [left, right] = ['east', 'south'].map((Desk) => runOf(writes, { udata: { Desk, Tier: '1' } }));
    expect(left && right && firstDifference(left, right)).toMatchObject({
      ...{ what: 'udata', kind: 'udata Desk' },
      ...{ sourceStep: { index: 1, at: 2 }, pageStep: { index: 1, at: 2 } },
    });
    const [came, gone] = [
      runOf([], { udata: { Desk: 'east' } }),
      runOf([step(3, 'udata', { deleted: ['Desk'] })]),
    ];
    expect(firstDifference(came, gone)).toMatchObject({ kind: 'step nothing/udata' });
    expect(firstDifference(came, runOf([]))).toMatchObject({ kind: 'udata Desk', sourceStep: undefined });
  });
  it('says nothing where a side cannot be run', () => {
    const none = runOf([], { end: 'notExecutable', reason: 'a placeholder was reached' });
    expect(compareRuns(usual, none)).toEqual({
      verdict: 'none',
      reason: 'the page: a placeholder was reached',
    });
    expect(compareRuns(none, usual)).toMatchObject({ verdict: 'none' });
  });
});

describe('runs that did not end', () => {
  const stuck = (reason: string) => ({ end: 'stuck' as const, target: undefined, reason });
  const limit = stuck('stopped in state "Round": so many microsteps');
  const waits = stuck('it waits for the treatment and nothing is left that could happen');
  const music = step(0, 'treatment', { element: 'dialog:play' });

  it('are compared as far as both came, when a limit stopped both', () => {
    expect(firstDifference(runOf([music], limit), runOf([music, music], limit))).toBeUndefined();
    expect(firstDifference(runOf([submit, music], limit), runOf([music, music], limit))).toBeDefined();
  });
  it('are compared in full when they wait for what never comes', () => {
    expect(firstDifference(runOf([music], waits), runOf([music, music], waits))).toMatchObject({
      kind: 'step nothing/treatment dialog:play',
    });
  });
  it('differ from runs that did', () => {
    expect(firstDifference(runOf([music], limit), runOf([music]))).toMatchObject({ what: 'end' });
  });
});
