// Each normalisation stands in docs/equivalence.md with its reason, hides what it says, and does not hide a fault of the same kind.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ObservedRun } from '../../../src/equivalence/run/run-source.js';
import { firstDifference } from '../../../src/equivalence/compare/first-difference.js';
import { normalisations } from '../../../src/equivalence/compare/normalise.js';
import type { Step } from '../../../src/runtime-check/trace.js';
import { runOf, step, visit } from './runs.js';

const set = (at: number, pairs: Step['params'], more: Step['params'] = {}): Step =>
  step(at, 'udata', { set: pairs, ...more });
const submit = (request: string, at = 1): Step => step(at, 'submit', { request, queue: 'VQ_Sales' });

const redirected = (hints?: Step['params']): Step =>
  step(1, 'routed', { target: '7300', by: 'ixn:redirect', ...(hints === undefined ? {} : { hints }) });

interface Case {
  /** Two runs that are the same. */
  readonly hides: readonly (readonly [ObservedRun, ObservedRun])[];
  /** Two runs that are not. */
  readonly finds: readonly (readonly [ObservedRun, ObservedRun])[];
}

const cleared = { queues: [visit('r1', 3, 'cleared')] };
const cancel = (at: number): Step => step(at, 'cancel', { request: 'r1' });

/** A request for the sales desk, and updates of requests. */
const updated = (...updates: readonly Step['params'][]): ObservedRun =>
  runOf([
    step(1, 'submit', { request: 'r1', targets: ['Sales'] }),
    step(1, 'submit', { request: 'r2', targets: ['Desk'] }),
    ...updates.map((params) => step(2, 'update', params)),
  ]);

const cases: Readonly<Record<string, Case>> = {
  'known-targets': {
    hides: [
      [updated(), updated({ request: 'r1', targets: ['Sales'] })],
      [updated(), updated({ request: 'r1' })],
      [
        updated({ request: 'r1', targets: ['Gold'] }),
        updated({ request: 'r1', targets: ['Sales', 'Gold'] }, { request: 'r1', targets: ['Gold'] }),
      ],
      [updated({ request: 'r1', priority: 5 }), updated({ request: 'r1', priority: 5, targets: ['Sales'] })],
    ],
    finds: [
      [updated(), updated({ request: 'r1', targets: ['Gold'] })],
      [updated({ request: 'r1', targets: ['Gold'] }), updated({ request: 'r1', targets: ['Sales'] })],
      [updated(), updated({ request: 'r2', targets: ['Sales'] })],
      [updated(), updated({ request: 'r1', targets: ['Sales'], priority: 5 })],
    ],
  },
  questions: {
    hides: [
      [runOf([]), runOf([step(0, 'action', { element: 'queue:query', requestid: 'r1' })])],
      [runOf([step(0, 'statistic', { object: 'Sales', statistic: 'CallsWaiting', value: 3 })]), runOf([])],
    ],
    finds: [
      [runOf([submit('r1')]), runOf([step(0, 'action', { element: 'queue:query', requestid: 'r1' })])],
      [runOf([]), runOf([step(0, 'action', { element: 'ixn:detach' })])],
    ],
  },
  'taking-over': {
    hides: [[runOf([]), runOf([step(0, 'action', { element: 'ixn:attach', interactionid: 'caller' })])]],
    finds: [
      [runOf([]), runOf([step(0, 'action', { element: 'ixn:detach', interactionid: 'caller' })])],
      [runOf([set(0, { A: '1' })]), runOf([step(0, 'action', { element: 'ixn:attach' })])],
    ],
  },
  cancels: {
    hides: [
      [runOf([submit('r1')], cleared), runOf([submit('r1'), cancel(4)], cleared)],
      [
        runOf([submit('r1'), cancel(3)], cleared),
        runOf([submit('r1'), step(3, 'cancel', { queue: null, requests: ['r1'] })], cleared),
      ],
    ],
    finds: [
      [
        runOf([submit('r1'), cancel(3)], cleared),
        runOf([submit('r1'), cancel(2)], { queues: [visit('r1', 2, 'cleared')] }),
      ],
      [
        runOf([submit('r1'), cancel(3)], cleared),
        runOf([submit('r1')], { queues: [visit('r1', 10, 'abandoned')] }),
      ],
      [
        runOf([submit('r1'), cancel(3)], cleared),
        runOf([submit('r1')], { queues: [visit('r1', 10, 'waiting')] }),
      ],
    ],
  },
  'no-extensions': {
    hides: [[runOf([redirected()]), runOf([redirected({ extensions: {} })])]],
    finds: [
      [runOf([redirected({ extensions: { A: '1' } })]), runOf([redirected({ extensions: {} })])],
      [runOf([redirected()]), runOf([redirected({ extensions: { A: '1' } })])],
      [runOf([redirected({ extensions: { A: '1' } })]), runOf([redirected({ extensions: { A: '2' } })])],
      [runOf([redirected()]), runOf([redirected({ extensions: {}, more: 1 })])],
    ],
  },
  'attached-as-text': {
    hides: [
      [runOf([set(0, { Tier: '5' })]), runOf([set(0, { Tier: 5 })])],
      [runOf([], { udata: { Tier: '5' } }), runOf([], { udata: { Tier: 5 } })],
    ],
    finds: [
      [runOf([set(0, { Tier: '05' })]), runOf([set(0, { Tier: 5 })])],
      [runOf([], { udata: { Tier: '5' } }), runOf([], { udata: { Tier: 6 } })],
      [runOf([], { udata: { Tier: '5' } }), runOf([])],
    ],
  },
  'attached-together': {
    hides: [
      [runOf([set(0, { A: '1' }), set(0, { B: '2' })]), runOf([set(0, { B: '2', A: '1' })])],
      [
        runOf([set(0, { A: '1' }), step(0, 'udata', { deleted: ['A'] })]),
        runOf([step(0, 'udata', { deleted: ['A'] })]),
      ],
      [runOf([set(0, { A: '1' }, { added: ['A'] })]), runOf([set(0, { A: '1' })])],
    ],
    finds: [
      [
        runOf([set(0, { A: '2' }, { added: ['A'] })], { udata: { A: '1' } }),
        runOf([set(0, { A: '2' })], { udata: { A: '2' } }),
      ],
      [runOf([set(1, { A: '1' }), submit('r1')]), runOf([submit('r1'), set(1, { A: '1' })])],
      [runOf([set(0, { A: '1' })]), runOf([set(1, { A: '1' })])],
      [runOf([set(0, { A: '1' })]), runOf([set(0, { A: '1' }), set(0, { B: '2' })])],
      [runOf([set(0, { A: '1' })]), runOf([set(0, { A: '1' }, { by: 'urs' })])],
      [runOf([step(0, 'udata', { deleted: ['A'] })]), runOf([step(0, 'udata', { deleted: 'all' })])],
    ],
  },
  'request-names': {
    hides: [
      [
        runOf([submit('r1')], { queues: [visit('r1', 10)] }),
        runOf([submit('r2')], { queues: [visit('r2', 10)] }),
      ],
      [runOf([submit('r1'), set(1, { RVQID: 'VQ-r1' })]), runOf([submit('r4'), set(1, { RVQID: 'VQ-r4' })])],
    ],
    finds: [
      [
        runOf([submit('r1'), submit('r2', 2), step(3, 'update', { request: 'r1', priority: 9 })]),
        runOf([submit('r1'), submit('r2', 2), step(3, 'update', { request: 'r2', priority: 9 })]),
      ],
      [runOf([set(1, { Order: 'r1' })]), runOf([set(1, { Order: 'r2' })])],
    ],
  },
};

const page = readFileSync(new URL('../../../docs/equivalence.md', import.meta.url), 'utf8');

describe.each(normalisations.map((each) => [each.id, each] as const))(
  '%s',
  (id, { does, why, stillFound }) => {
    it('stands in docs/equivalence.md', () => {
      expect(page).toContain(`| \`${id}\` | ${does} | ${why} | ${stillFound} |`);
    });
    it('hides what it says', () => {
      const { hides } = cases[id] ?? { hides: [] };
      expect(hides.length).toBeGreaterThan(0);
      for (const [source, other] of hides) expect(firstDifference(source, other)).toBeUndefined();
    });
    it('does not hide a fault', () => {
      const { finds } = cases[id] ?? { finds: [] };
      expect(finds.length).toBeGreaterThan(0);
      for (const [source, other] of finds) expect(firstDifference(source, other)).toBeDefined();
    });
  },
);

describe('without normalisation', () => {
  it.each(Object.entries(cases))('%s is a difference', (id, { hides }) => {
    const own = normalisations.find((each) => each.id === id);
    expect(own).toBeDefined();
    // What is hidden would be found by plain comparison: the row does something.
    for (const [source, other] of hides)
      expect({ ...source, reason: '' }).not.toEqual({ ...other, reason: '' });
  });
});
