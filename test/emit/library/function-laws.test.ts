// The law of each function of IRD that computes something by itself, for any value.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLibrary } from './library-realm.js';
import type { Sandbox } from './sandbox.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

const call = (name: string, ...args: readonly unknown[]): unknown =>
  realm.run(`ird.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`);
const textOf = (name: string, ...args: readonly unknown[]): string => String(call(name, ...args));
const numberOf = (name: string, ...args: readonly unknown[]): number => Number(call(name, ...args));

const runs = { numRuns: 40 };
const text = fc.string({ unit: 'binary', maxLength: 10 });
/** Few letters, so that things are found. */
const crowded = fc.string({ unit: fc.constantFrom('a', 'b', '-', '.', '\u{1f600}'), maxLength: 12 });
const word = fc.string({ unit: fc.constantFrom('a', 'b', '7', ' ', ':'), maxLength: 5 });
const key = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 2 });
const list = fc.array(fc.tuple(key, word), { maxLength: 5 });
const written = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map((pair) => pair.join(':')).join('|');
const law = <T>(values: fc.Arbitrary<T>, holds: (value: T) => void): void => {
  fc.assert(fc.property(values, holds), runs);
};

describe('texts', () => {
  test('Cat groups as one likes, and its length is the sum', () => {
    law(fc.tuple(text, text, text), ([a, b, c]) => {
      expect(call('cat', call('cat', a, b), c)).toBe(call('cat', a, call('cat', b, c)));
      expect(numberOf('strLen', call('cat', a, b))).toBe(numberOf('strLen', a) + numberOf('strLen', b));
    });
  });

  test('StrLen and StrGetChar spell the text', () => {
    law(text, (whole) => {
      const letters = Array.from({ length: numberOf('strLen', whole) }, (_, i) =>
        textOf('strGetChar', whole, i + 1),
      );
      expect(letters.join('')).toBe(whole);
      expect(call('strGetChar', whole, letters.length + 1)).toBe('');
    });
  });

  test('StrGetChar is StrSub of one character', () => {
    law(fc.tuple(crowded, fc.integer({ min: 1, max: 14 })), ([whole, at]) => {
      expect(call('strGetChar', whole, at)).toBe(call('strSub', whole, at, at));
    });
  });

  test('StrChar gives the first place from the start on, or 0', () => {
    law(
      fc.tuple(crowded, fc.constantFrom('a', '.', '\u{1f600}'), fc.integer({ min: -2, max: 14 })),
      ([s, c, from]) => {
        const letters = Array.from(s);
        const expected = letters.findIndex((letter, i) => letter === c && i + 1 >= from) + 1;
        expect(call('strChar', s, c, from)).toBe(expected);
      },
    );
  });

  test('StrAsciiBreak is the nearest of StrChar over the set', () => {
    law(
      fc.tuple(
        crowded,
        fc.uniqueArray(fc.constantFrom('a', 'b', '-', '.')),
        fc.integer({ min: -2, max: 14 }),
      ),
      ([s, set, from]) => {
        const places = set.map((c) => numberOf('strChar', s, c, from)).filter((at) => at > 0);
        expect(call('strAsciiBreak', s, set.join(''), from)).toBe(
          places.length === 0 ? 0 : Math.min(...places),
        );
      },
    );
  });

  test('StrAsciiTok gives what stands between separators, in order', () => {
    law(fc.tuple(crowded, fc.constantFrom('-', '.-', 'a', '')), ([s, set]) => {
      const kept = Array.from(s)
        .filter((c) => !set.includes(c))
        .join('');
      const tokens: string[] = [];
      for (let i = 1; i <= 13; i += 1) tokens.push(textOf('strAsciiTok', s, set, i));
      expect(tokens.join('')).toBe(kept);
      expect(
        tokens.filter((token) => token !== '' && Array.from(token).some((c) => set.includes(c))),
      ).toEqual([]);
    });
  });

  test('StrStr gives the rest of the text from what was looked for', () => {
    law(
      fc.tuple(crowded, fc.string({ unit: fc.constantFrom('a', '.', '-'), minLength: 1, maxLength: 2 })),
      ([s, wanted]) => {
        const rest = textOf('strStr', s, wanted);
        expect(s.endsWith(rest)).toBe(true);
        expect(rest === '' ? s.includes(wanted) : !rest.startsWith(wanted)).toBe(false);
        expect(
          s.slice(0, s.length - rest.length + (rest === '' ? 0 : wanted.length - 1)).includes(wanted),
        ).toBe(false);
      },
    );
  });

  test('StrReplace by the same text changes nothing, and there and back as well when the new text is new', () => {
    law(fc.tuple(crowded, fc.constantFrom('a', '-', 'ab')), ([s, wanted]) => {
      expect(call('strReplace', s, wanted, wanted)).toBe(s);
      expect(call('strReplace', call('strReplace', s, wanted, '#'), '#', wanted)).toBe(s);
    });
  });

  test('StrToUpper and StrToLower settle at once', () => {
    law(fc.string({ unit: 'grapheme-ascii', maxLength: 10 }), (s) => {
      for (const name of ['strToUpper', 'strToLower']) expect(call(name, call(name, s))).toBe(call(name, s));
      expect(call('strToLower', call('strToUpper', s))).toBe(call('strToLower', s));
    });
  });
});

describe('lists', () => {
  test('ListGetKey and ListGetString give the pairs in order, ListGetSize their number', () => {
    law(list, (pairs) => {
      const whole = written(pairs);
      expect(call('listGetSize', whole, 0)).toBe(pairs.length);
      pairs.forEach(([name, value], i) => {
        expect(call('listGetKey', i + 1, whole)).toBe(name);
        expect(call('listGetString', i + 1, whole)).toBe(value);
      });
      for (const name of ['listGetKey', 'listGetString'])
        expect(call(name, pairs.length + 1, whole)).toBe('');
      expect(call('listGetInteger', pairs.length + 1, whole)).toBe(0);
    });
  });

  test('ListGetSize without empty items counts the pairs that have a value', () => {
    law(list, (pairs) => {
      expect(call('listGetSize', written(pairs), 1)).toBe(pairs.filter(([, value]) => value !== '').length);
    });
  });

  test('GetStringKey gives the first pair with the key, GetIntegerKey its leading digits', () => {
    law(fc.tuple(list, key), ([pairs, wanted]) => {
      const value = pairs.find(([name]) => name === wanted)?.[1] ?? '';
      expect(call('getStringKey', wanted, written(pairs))).toBe(value);
      expect(call('getIntegerKey', wanted, written(pairs))).toBe(Number(/^\d+/.exec(value)?.[0] ?? 0));
    });
  });

  test('ListGetInteger is GetIntegerKey of that pair alone', () => {
    law(list, (pairs) => {
      pairs.forEach((pair, i) => {
        expect(call('listGetInteger', i + 1, written(pairs))).toBe(
          call('getIntegerKey', pair[0], written([pair])),
        );
      });
    });
  });

  test('GetMaxSubList and GetMinSubList keep whole pairs, those with the greatest and the smallest number', () => {
    law(
      fc.array(fc.tuple(key, fc.integer({ min: 0, max: 20 }).map(String)), { minLength: 1, maxLength: 5 }),
      (pairs) => {
        const numbers = pairs.map(([, value]) => Number(value));
        const those = (wanted: number): string =>
          written(pairs.filter(([, value]) => Number(value) === wanted));
        expect(call('getMaxSubList', written(pairs))).toBe(those(Math.max(...numbers)));
        expect(call('getMinSubList', written(pairs))).toBe(those(Math.min(...numbers)));
      },
    );
  });
});

describe('numbers and moments', () => {
  test('Rand stays within 1 and its interval', () => {
    law(fc.integer({ min: 1, max: 1_000_000 }), (interval) => {
      const drawn = numberOf('rand', interval);
      expect(Number.isInteger(drawn) && drawn >= 1 && drawn <= interval).toBe(true);
    });
  });

  test('TimeDifference is less than a day, and both ways together are none or one', () => {
    const time = fc.integer({ min: 0, max: 86_399_999 });
    law(fc.tuple(time, time), ([a, b]) => {
      const [there, back] = [numberOf('timeDifference', a, b), numberOf('timeDifference', b, a)];
      expect(there >= 0 && there < 86_400_000).toBe(true);
      expect(there + back).toBe(a === b ? 0 : 86_400_000);
    });
  });

  test('UTCAdd of days, hours, minutes and seconds is a sum; of months it keeps the day or takes the last one', () => {
    const seconds = fc.integer({ min: 0, max: 1_900_000_000 });
    law(fc.tuple(seconds, fc.integer({ min: -300, max: 300 })), ([start, n]) => {
      expect(call('utcAdd', start, 0, 0, n, n, n, n)).toBe(start + n * (86_400 + 3_600 + 60 + 1));
      const before = new Date(start * 1000);
      const month = before.getUTCFullYear() * 12 + before.getUTCMonth() + (n % 40);
      const [year, of] = [Math.floor(month / 12), month % 12];
      const day = Math.min(before.getUTCDate(), new Date(Date.UTC(year, of + 1, 0)).getUTCDate());
      const clock = start % 86_400;
      expect(call('utcAdd', start, 0, n % 40, 0, 0, 0, 0)).toBe(Date.UTC(year, of, day) / 1000 + clock);
      expect(call('utcAdd', start, 1, 0, 0, 0, 0, 0)).toBe(call('utcAdd', start, 0, 12, 0, 0, 0, 0));
    });
  });

  test('UTCToString is the ISO text of the second', () => {
    law(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (at) => {
      expect(call('utcToString', at)).toBe(new Date(at * 1000).toISOString().replace('.000', ''));
    });
  });
});

describe('user data and requests', () => {
  test('what is attached is read back as text, and not when it is deleted', () => {
    law(fc.tuple(key, fc.oneof(text, fc.integer())), ([name, value]) => {
      expect(
        realm.run(
          `ird.attachPair('ixn1', ${JSON.stringify(name)}, ${JSON.stringify(value)}); ird.udata('ixn1', ${JSON.stringify(name)})`,
        ),
      ).toBe(String(value));
      expect(
        realm.run(`ird.detach('ixn1', ${JSON.stringify(name)}); ird.udata('ixn1', ${JSON.stringify(name)})`),
      ).toBe('');
    });
  });

  test('the arguments of a request to URS can be told apart and read back', () => {
    law(fc.array(text, { minLength: 1, maxLength: 4 }), (args) => {
      const params = /&params=\[(.*)\]$/s.exec(textOf('ursFunction', 'ixn1', 'F', args))?.[1] ?? '';
      expect(params.split(',').map(decodeURIComponent)).toEqual(args);
    });
  });
});
