// The small parts of the interpreter: event descriptors, durations, queue, clock, tree of states.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planEntry } from '../../../src/runtime-check/document/entry-set.js';
import {
  eventDescriptors,
  eventTable,
  matchesEvent,
} from '../../../src/runtime-check/document/event-descriptors.js';
import { isPlainExpression, isPlainLocation } from '../../../src/runtime-check/document/plain-expression.js';
import { parseDelay } from '../../../src/runtime-check/interpreter/delay.js';
import { createQueue } from '../../../src/runtime-check/interpreter/queue.js';
import { createScheduler } from '../../../src/runtime-check/interpreter/scheduler.js';
import { parse } from 'acorn';
import { compileBody } from './page.js';

describe('event descriptors', () => {
  test.each<[string, string, boolean]>([
    ['error', 'error', true],
    ['error', 'error.send', true],
    ['error', 'errors', false],
    ['error.*', 'error', true],
    ['error.*', 'error.script.TypeError', true],
    ['error.', 'error.x', true],
    ['error.send', 'error', false],
    ['*', 'anything.at.all', true],
    ['a b.c', 'b.c.d', true],
    ['a b.c', 'b', false],
    ['', 'a', false],
  ])('"%s" and "%s": %s', (descriptors, name, expected) => {
    expect(eventDescriptors(descriptors).some((descriptor) => matchesEvent(descriptor, name))).toBe(expected);
  });

  test('what is remembered is what is asked, for more names than are kept', () => {
    const { states, transitions, stateById } = compileBody(
      '<state id="a"><transition event="*" target="a"/><state id="b"><transition event="a.b" target="a"/><transition event="c" target="b"/><state id="d"/></state></state>',
    );
    const table = eventTable(states.length);
    const on = (id: string, name: string): readonly (readonly string[] | undefined)[] => {
      const state = stateById.get(id);
      return state
        ? table
            .on(name)
            .of(state)
            .map(({ events }) => events)
        : [];
    };
    for (let round = 0; round < 2; round++) {
      for (let at = 0; at < 1_500; at++) {
        expect(on('d', `a.b.${at}`)).toEqual([['a.b'], ['']]);
        expect(on('d', `b.${at}`)).toEqual([['']]);
      }
    }
    expect(on('a', 'a.b')).toEqual([['']]);
    expect(on('b', 'c')).toEqual([['c'], ['']]);
    expect(transitions.filter((transition) => table.eventless.of(transition.source).length > 0)).toEqual([]);
  });
});

describe('durations', () => {
  test.each<[string, number | undefined]>([
    ['1s', 1000],
    ['1.5s', 1500],
    ['.5s', 500],
    ['250ms', 250],
    [' 2 s ', 2000],
    ['2m', 120_000],
    ['5', undefined],
    ['s', undefined],
    ['-1s', undefined],
    ['1s2', undefined],
    ['', undefined],
  ])('"%s"', (text, expected) => {
    expect(parseDelay(text)).toBe(expected);
  });
});

describe('queue', () => {
  test('gives back what it got, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: undefined }), { maxLength: 400 }), (moves) => {
        const queue = createQueue<number>();
        const model: number[] = [];
        for (const move of moves) {
          if (move === undefined) expect(queue.shift()).toBe(model.shift());
          else {
            queue.push(move);
            model.push(move);
          }
          expect(queue.length).toBe(model.length);
        }
      }),
    );
  });
});

describe('virtual clock', () => {
  test('runs by time, calls before events, then in the order of scheduling', () => {
    const entry = fc.record({
      delay: fc.integer({ min: 0, max: 5 }),
      isCall: fc.boolean(),
      withdrawn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        const scheduler = createScheduler(100);
        const ran: number[] = [];
        const handles = entries.map(({ delay, isCall }, at) =>
          scheduler.schedule(delay, isCall ? 'call' : 'event', () => {
            ran.push(at);
            expect(scheduler.now()).toBe(100 + delay);
          }),
        );
        entries.forEach(({ withdrawn }, at) => {
          if (withdrawn) expect(scheduler.withdraw(handles[at] ?? 0)).toBe(true);
        });
        while (scheduler.nextTime() !== undefined) scheduler.runNext();
        const expected = entries
          .map((one, at) => ({ ...one, at }))
          .filter(({ withdrawn }) => !withdrawn)
          .sort((a, b) => a.delay - b.delay || Number(b.isCall) - Number(a.isCall) || a.at - b.at);
        expect(ran).toEqual(expected.map(({ at }) => at));
        expect(scheduler.pending).toBe(0);
        expect(handles.some((handle) => scheduler.withdraw(handle))).toBe(false);
      }),
    );
  });

  test('a delay that is no number is none', () => {
    const scheduler = createScheduler(0);
    scheduler.schedule(Number.NaN, 'event', () => undefined);
    expect(scheduler.nextTime()).toBe(0);
    scheduler.runNext();
    scheduler.runNext();
    expect(scheduler.now()).toBe(0);
  });
});

describe('expressions that need no parser', () => {
  test('are expressions', () => {
    const token = fc.constantFrom(
      ...[
        'a',
        'a.b',
        '_event.data.x',
        '1',
        '2.5',
        "'t'",
        '"u"',
        '==',
        '===',
        '<',
        '&&',
        '||',
        '+',
        '-',
        '*',
        '%',
        ' ',
        '\n',
      ],
      ...[
        '!',
        '(',
        ')',
        ',',
        'new',
        'in',
        'typeof',
        'var',
        'async',
        '=>',
        '=',
        '++',
        "'",
        '//',
        '/',
        '\\',
        '.',
        '1.',
        'a-b',
        '--',
        'x',
      ],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 9 }), (tokens) => {
        const source = tokens.join('');
        if (!isPlainExpression(source)) return;
        for (const ecmaVersion of [5, 'latest'] as const) {
          const [statement, ...more] = parse(`(${source}\n)`, { ecmaVersion, preserveParens: true }).body;
          expect([statement?.type, more.length]).toEqual(['ExpressionStatement', 0]);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test.each(['_event.data.requestid == _data.x', "a + 'b' + 1", 'x', ' true '])(
    '%s is one of them',
    (source) => {
      expect(isPlainExpression(source)).toBe(true);
    },
  );

  test.each(['n', ' _data.x ', '$a.b_1.c', 'in_.of', 'this.x'])('%s is plainly a location', (source) => {
    expect(isPlainLocation(source)).toBe(true);
  });

  test.each([
    '',
    '1',
    '1.a',
    "'a'",
    'a.',
    '.a',
    'a b',
    'a = b',
    'f()',
    'a-b',
    'this',
    'true',
    ' null',
    'if',
    'new.x',
    'a;',
  ])('"%s" is not', (source) => {
    expect(isPlainLocation(source)).toBe(false);
  });
});

describe('entry plans', () => {
  const body = (history: string): string => `
    <state id="a"><transition event="e" target="y2"/><transition event="f" target="x2 y2"/><transition event="g" target="${history}"/></state>
    <parallel id="p"><state id="x"><state id="x1"/><state id="x2"/></state>
      <state id="y">${history === 'h' ? '<history id="h"><transition target="y2"/></history>' : ''}<state id="y1"/><state id="y2"/></state></parallel>`;

  test('are fixed unless a history state lies on the way, and then equal to what is computed', () => {
    const { transitions, stateById } = compileBody(body('h'));
    const none = new Map();
    for (const transition of transitions.filter(({ source }) => source.id === 'a')) {
      const computed = planEntry(transition, none);
      if (transition.targets.some(({ kind }) => kind === 'history')) expect(transition.plan).toBeUndefined();
      else expect(transition.plan).toEqual(computed);
      expect(computed.enter.map(({ id }) => id)).toContain('y2');
      expect(computed.domain?.kind).toBe('scxml');
    }
    expect(stateById.get('x')?.last).toBe(stateById.get('x2')?.index);
  });
});
