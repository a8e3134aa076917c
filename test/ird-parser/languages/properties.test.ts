import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasErrors } from '../../../src/diagnostics/index.js';
import {
  parseLanguage,
  print,
  type Language,
  type ParsedOf,
} from '../../../src/ird-parser/languages/index.js';
import { expressions, listValues, nearlyTexts, targetLists } from './arbitraries.js';
import { located } from './located.js';
import { withoutSpans } from './shape.js';

const languages: readonly Language[] = ['expression', 'skill', 'threshold', 'targets', 'list'];

function comesBack<L extends Language>(language: L, tree: ParsedOf[L]): void {
  const text = print(language, tree);
  const { value, diagnostics } = parseLanguage(language, located(text), 'block');
  if (hasErrors(diagnostics)) throw new Error(`${text}: ${diagnostics.map((d) => d.message).join('; ')}`);
  // `toEqual` would take most of the time of these tests; it is asked only for its message.
  if (!isDeepStrictEqual(withoutSpans(value), withoutSpans(tree))) {
    expect(withoutSpans(value), text).toEqual(withoutSpans(tree));
  }
  if (print(language, value) !== text) throw new Error(`${text} is printed as ${print(language, value)}`);
}

interface Placed {
  readonly start: number;
  readonly end: number;
}

/** Every span in a tree. */
function spansIn(value: unknown): readonly Placed[] {
  if (Array.isArray(value)) return value.flatMap(spansIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== 'span' && key !== 'nameSpan') return spansIn(inner);
    const { start, end } = inner as { start: { offset: number }; end: { offset: number } }; // a Span
    return [{ start: start.offset, end: end.offset }];
  });
}

describe('printing and parsing', () => {
  it.each(['expression', 'skill', 'threshold'] as const)('gives back every %s', (language) => {
    fc.assert(
      fc.property(expressions(language), (tree) => comesBack(language, tree)),
      { numRuns: 1_000, seed: 15 },
    );
  });

  it('gives back every target list', () => {
    fc.assert(
      fc.property(targetLists, (tree) => comesBack('targets', tree)),
      { numRuns: 1_000, seed: 15 },
    );
  });

  it('gives back every list value', () => {
    fc.assert(
      fc.property(listValues, (tree) => comesBack('list', tree)),
      { numRuns: 1_000, seed: 15 },
    );
  });

  it('puts parentheses where a tree without groups needs them', () => {
    const { value } = parseLanguage('expression', located('(a + b) * -(c - (d - e)) | (f & g)'), 'block');
    const ungrouped = JSON.parse(
      JSON.stringify(value, (_, node: unknown) => {
        const isGroup = typeof node === 'object' && node !== null && 'inner' in node;
        return isGroup ? node.inner : node;
      }),
    ) as typeof value; // a tree again: groups replaced by what they hold
    expect(print('expression', ungrouped)).toBe('(a + b) * -(c - (d - e)) | (f & g)');
  });

  it('prints chains of any length', () => {
    const { value } = parseLanguage('expression', located('a'), 'block');
    let tree = value;
    for (let i = 0; i < 200_000; i++)
      tree = { kind: 'binary', op: '+', left: tree, right: value, span: value.span };
    expect(print('expression', tree)).toHaveLength(1 + 200_000 * 4);
  });
});

describe('any text', () => {
  it.each(languages)('gives a tree and findings inside the text: %s', (language) => {
    fc.assert(
      fc.property(nearlyTexts, (text) => {
        const { value, diagnostics } = parseLanguage(language, located(text), 'block');
        const places = [...spansIn(value), ...spansIn(diagnostics)];
        const isInside = ({ start, end }: Placed): boolean =>
          0 <= start && start <= end && end <= text.length;
        if (!places.every(isInside)) throw new Error('a place outside of the text');
        const odd = diagnostics.find((d) => /undefined|NaN|\[object/.test(d.message));
        if (odd) throw new Error(odd.message);
        const isIncomplete = JSON.stringify(value).includes('"kind":"missing"');
        if (isIncomplete && !hasErrors(diagnostics)) throw new Error('incomplete without an error');
        if (language !== 'targets' && hasErrors(diagnostics) && !isIncomplete)
          throw new Error('an error unseen');
      }),
      { numRuns: 1_200, seed: 15 },
    );
  });

  it.each(languages)('that gives no error can be printed and read again: %s', (language) => {
    fc.assert(
      fc.property(nearlyTexts, (text) => {
        const { value, diagnostics } = parseLanguage(language, located(text), 'block');
        if (!hasErrors(diagnostics)) comesBack(language, value);
      }),
      { numRuns: 1_200, seed: 15 },
    );
  });

  it('gives the same twice, and findings in the order of the text', () => {
    fc.assert(
      fc.property(nearlyTexts, fc.constantFrom(...languages), (text, language) => {
        const first = parseLanguage(language, located(text), 'block');
        expect(parseLanguage(language, located(text), 'block')).toEqual(first);
        const starts = first.diagnostics.map((d) => d.span.start.offset);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 1_000, seed: 15 },
    );
  });
});

describe('the short way for simple texts', () => {
  const simpleTexts = fc.oneof(
    fc.constantFrom(
      'a',
      'Monday',
      'AND',
      'not',
      "'it’s'",
      "''",
      '""',
      '0042',
      ' x ',
      'ANI[]',
      'ANI[ ]\n',
      "'a\\'",
      "'a''b'",
      'é',
      '1.5',
      '\uFEFFa',
    ),
    fc.string({ maxLength: 6 }).map((text) => `'${text}'`),
    fc.string({ unit: fc.constantFrom('a', 'B', '1', '_', ' ', '[', ']'), maxLength: 6 }),
  );

  it('gives what the grammar gives', () => {
    fc.assert(
      fc.property(simpleTexts, (text) => {
        const alone = parseLanguage('expression', located(text), 'block');
        fc.pre(!hasErrors(alone.diagnostics));
        const grouped = parseLanguage('expression', located(`(${text})`), 'block');
        if (grouped.value.kind !== 'group') throw new Error('no group');
        expect(withoutSpans(grouped.value.inner)).toEqual(withoutSpans(alone.value));
        expect(spansIn(grouped.value.inner)).toEqual(
          spansIn(alone.value).map(({ start, end }) => ({ start: start + 1, end: end + 1 })),
        );
        expect(grouped.diagnostics.map((d) => d.code)).toEqual(alone.diagnostics.map((d) => d.code));
      }),
      { numRuns: 1_200, seed: 15 },
    );
  });
});
