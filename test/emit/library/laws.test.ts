// Laws that hold for any value, not only for the cases that somebody thought of.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

const call = (name: string, ...args: readonly unknown[]): unknown =>
  realm.run(`ird.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`);

const text = fc.string({ unit: 'binary', maxLength: 12 });
const integer = fc.integer({ min: -2147483648, max: 2147483647 });

test('StrSub cuts a text into two parts that make the whole', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 14 }), (whole, cut) => {
      const length = call('strLen', whole);
      expect(String(call('strSub', whole, 1, cut)) + String(call('strSub', whole, cut + 1, length))).toBe(
        whole,
      );
      expect(call('strSub', whole, 1, length, 1)).toBe(whole);
    }),
  );
});

test('StrReplace leaves none of the text, unless the new text brings it in', () => {
  fc.assert(
    fc.property(text, fc.string({ minLength: 1, maxLength: 1 }), (source, wanted) => {
      expect(call('strReplace', source, wanted, '')).not.toContain(wanted);
    }),
  );
});

test('a list gives back each value by its position and each first value by its key', () => {
  const key = fc.stringMatching(/^[a-z.+*]{1,4}$/);
  const value = fc.stringMatching(/^[a-z0-9:.]{0,6}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(key, value), { minLength: 1, maxLength: 6 }), (pairs) => {
      const list = pairs.map(([k, v]) => `${k}:${v}`).join('|');
      expect(call('listGetSize', list)).toBe(pairs.length);
      pairs.forEach(([k, v], index) => {
        expect(call('listGetKey', index + 1, list)).toBe(k);
        expect(call('listGetString', index + 1, list)).toBe(v);
        expect(call('getStringKey', k, list)).toBe(pairs.find(([other]) => other === k)?.[1]);
      });
    }),
  );
});

test('INTEGER division agrees with whole-number arithmetic', () => {
  fc.assert(
    fc.property(integer, integer, (a, b) => {
      fc.pre(b !== 0 && !(a === -2147483648 && b === -1));
      expect(BigInt(Number(call('div', a, b)))).toBe(BigInt(a) / BigInt(b));
    }),
  );
});

test('UTC text goes both ways, and adding what is taken away changes nothing', () => {
  // What is added must not lead beyond 32 bits, where there is no INTEGER.
  const between = fc.integer({ min: -2147000000, max: 2147000000 });
  fc.assert(
    fc.property(between, fc.integer({ min: -100000, max: 100000 }), (seconds, offset) => {
      expect(call('utcFromString', call('utcToString', seconds))).toBe(seconds);
      expect(call('utcAdd', call('utcAdd', seconds, 0, 0, 0, 0, 0, offset), 0, 0, 0, 0, 0, -offset)).toBe(
        seconds,
      );
    }),
  );
});

test('a moment is in a range or in the range between its ends, never in neither', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  const clock = (at: number): string => `${String(Math.floor(at / 60))}:${String(at % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(minute, minute, minute, (at, from, to) => {
      const inside = call('inTimeRange', clock(at), clock(from), clock(to));
      const between = call('inTimeRange', clock(at), clock((to + 1) % 1440), clock((from + 1439) % 1440));
      fc.pre((to + 1) % 1440 !== from);
      expect(inside).toBe(!between);
    }),
  );
});
