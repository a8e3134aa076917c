// What a kind of seeded fault is: a function from a page to pages that have that fault in one place each. The pages are of our own emitter, which writes an
// element a line; an engineer's editor would do the same edit.

export interface Mutant {
  /** Id of its kind. */
  readonly kind: string;
  /** Line of the page, from 1, and the state that it stands in; '' outside of states. */
  readonly line: number;
  readonly state: string;
  /** The first changed line as it was, and as it is. */
  readonly was: string;
  readonly now: string;
  readonly page: string;
}

export interface MutationKind {
  readonly id: string;
  /** The fault in words: what somebody did wrong. */
  readonly about: string;
  /** Where such a fault comes from. */
  readonly from: 'mapping' | 'emitter' | 'library' | 'hand';
  mutate(page: Page): readonly Mutant[];
}

/** A part of a page. */
export type Region = 'data' | 'library' | 'frame' | 'blocks' | 'any';

/** A page by lines. */
export interface Page {
  readonly lines: readonly string[];
  /** The region of each line. */
  readonly regions: readonly Exclude<Region, 'any'>[];
  /** Innermost state of each line; in the library its function. */
  readonly states: readonly string[];
}

export function readPage(text: string): Page {
  const lines = text.split('\n');
  const regions: Exclude<Region, 'any'>[] = [];
  const states: string[] = [];
  const open: string[] = [];
  let region: Exclude<Region, 'any'> = 'data';
  let strategyDepth: number | undefined;
  let libraryFunction = '';
  for (const line of lines) {
    const opened = /<(?:state|final)\b[^>]*\bid="([^"]*)"[^>]*?(\/?)>/.exec(line);
    if (region === 'data' && line.includes('<script>')) region = 'library';
    if (opened?.[1] === 'ird_page') region = 'frame';
    regions.push(region);
    if (opened?.[1] !== undefined && opened[2] !== '/') {
      open.push(opened[1]);
      if (opened[1] === 'ird_strategy') {
        strategyDepth = open.length;
        region = 'blocks';
      }
    }
    libraryFunction = /^\s*(ird\.\w+) = /.exec(line)?.[1] ?? libraryFunction;
    states.push(region === 'library' ? libraryFunction : (open.at(-1) ?? ''));
    if (line.trim() === '</state>' || line.trim() === '</final>') {
      open.pop();
      if (strategyDepth !== undefined && open.length < strategyDepth) {
        strategyDepth = undefined;
        region = 'frame';
      }
    }
  }
  return { lines, regions, states };
}

interface KindWords {
  readonly id: string;
  readonly about: string;
  readonly from: MutationKind['from'];
}

/** A page with other lines in place of `count` lines from `at` (from 0); undefined when nothing changes. */
export function edited(
  page: Page,
  { id }: KindWords,
  at: number,
  count: number,
  lines: readonly string[],
): Mutant | undefined {
  const before = page.lines.slice(at, at + count);
  if (before.join('\n') === lines.join('\n')) return undefined;
  const first = before.findIndex((line, index) => line !== lines[index]);
  const shown = Math.max(0, first);
  return {
    kind: id,
    line: at + shown + 1,
    state: page.states[at + shown] ?? '',
    was: (before[shown] ?? '').trim(),
    now: (lines[shown] ?? '').trim(),
    page: [...page.lines.slice(0, at), ...lines, ...page.lines.slice(at + count)].join('\n'),
  };
}

/** A kind that makes its faults at single lines of a region. */
const atLines = (
  { id, about, from, region }: KindWords & { readonly region: Region },
  faultsAt: (page: Page, line: string, at: number) => readonly Mutant[],
): MutationKind => ({
  id,
  about,
  from,
  mutate: (page) =>
    page.lines.flatMap((line, at) =>
      region !== 'any' && page.regions[at] !== region ? [] : faultsAt(page, line, at),
    ),
});

const listed = (mutant: Mutant | undefined): readonly Mutant[] => (mutant === undefined ? [] : [mutant]);

/** A kind whose fault is a change inside one line: each match of `pattern` in the region is replaced alone. */
export function inLines(
  words: KindWords & {
    readonly region: Region;
    readonly pattern: RegExp;
    /** Lines that do not hold this are left alone. */
    readonly where?: RegExp;
    /** Lines that hold this are left alone. */
    readonly unless?: RegExp;
    /** States, or functions of the library, that are left alone. */
    readonly unlessIn?: RegExp;
    readonly replace: (match: RegExpExecArray) => string;
  },
): MutationKind {
  const { where, unless, unlessIn, replace } = words;
  const pattern = new RegExp(words.pattern.source, `${words.pattern.flags.replace('g', '')}g`);
  return atLines(words, (page, line, at) => {
    if (line.trim().startsWith('<!--') || line.trim().startsWith('//') || line.includes('<log ')) return [];
    if (where !== undefined && !where.test(line)) return [];
    if (unless?.test(line) === true || unlessIn?.test(page.states[at] ?? '') === true) return [];
    return [...line.matchAll(pattern)].flatMap((match) => {
      const now = line.slice(0, match.index) + replace(match) + line.slice(match.index + match[0].length);
      return listed(edited(page, words, at, 1, [now]));
    });
  });
}

/** A kind whose fault is that a line is missing. */
export const withoutLine = (
  words: KindWords & { readonly region: Region; readonly pattern: RegExp },
): MutationKind =>
  atLines(words, (page, line, at) =>
    words.pattern.test(line) ? listed(edited(page, words, at, elementEnd(page.lines, at) - at + 1, [])) : [],
  );

/** A kind whose fault is that two neighbouring elements have changed places. */
export const swapped = (
  words: KindWords & { readonly region: Region; readonly pattern: RegExp },
): MutationKind =>
  atLines(words, (page, line, at) => {
    const middle = elementEnd(page.lines, at) + 1;
    if (!words.pattern.test(line) || !words.pattern.test(page.lines[middle] ?? '')) return [];
    const end = elementEnd(page.lines, middle) + 1;
    const lines = [...page.lines.slice(middle, end), ...page.lines.slice(at, middle)];
    return listed(edited(page, words, at, end - at, lines));
  });

/** Index of the line that ends the element (or statement) which begins on a line. */
export function elementEnd(lines: readonly string[], at: number): number {
  const line = lines[at] ?? '';
  const name = /^\s*<([\w:]+)/.exec(line)?.[1];
  if (name === undefined || line.trimEnd().endsWith('/>') || line.includes(`</${name}>`)) return at;
  const indent = line.length - line.trimStart().length;
  const close = lines.findIndex(
    (other, index) =>
      index > at && other.trim() === `</${name}>` && other.length - other.trimStart().length === indent,
  );
  return close === -1 ? at : close;
}
