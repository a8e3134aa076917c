// What a user decides for functions and objects: entries of an overrides file, checked and ready to be applied.
import type { Span } from '../../diagnostics/index.js';
import type { Evidence } from '../../ir/vocabulary/facts.js';
import type { BlockMapping, FunctionMapping } from '../define.js';
import type { FragmentTemplate } from './fragment.js';
import type { ExpressionTemplate } from './template.js';

/** A text with `*` for any characters and `?` for one; without regard to case. */
export interface Pattern {
  readonly text: string;
  matches(value: string): boolean;
}

/** All of these must hold; an empty list holds always. Parameters by position from 1, or by name. */
export interface Condition {
  readonly strategy: readonly Pattern[];
  readonly caption: readonly Pattern[];
  readonly parameters: readonly { readonly name: string; readonly patterns: readonly Pattern[] }[];
}

interface EntryBase {
  /** As the file spells it. */
  readonly name: string;
  readonly when: Condition;
  readonly evidence: Evidence;
  /** Where the fact comes from, in the user's words; '' when not said. */
  readonly source: string;
  readonly span: Span;
}

export interface Ignore {
  readonly kind: 'ignore';
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string | undefined;
  /** What a call is worth. */
  readonly value: string | number;
}

export type FunctionOverride = EntryBase & {
  readonly about: 'function';
  readonly action:
    | { readonly kind: 'template'; readonly template: ExpressionTemplate; readonly throws: boolean }
    /** `order`: for each argument of the other function, the position of ours (from 1) or a literal. */
    | {
        readonly kind: 'as';
        readonly name: string;
        readonly order: readonly (number | { readonly literal: string | number })[] | undefined;
      }
    | { readonly kind: 'plugin'; readonly file: string; readonly mapping: FunctionMapping }
    | Ignore;
};

export type ObjectOverride = EntryBase & {
  readonly about: 'object';
  readonly action:
    | { readonly kind: 'template'; readonly template: FragmentTemplate; readonly throws: boolean }
    | { readonly kind: 'as'; readonly name: string }
    | { readonly kind: 'plugin'; readonly file: string; readonly mapping: BlockMapping }
    | Ignore;
};

export type Override = FunctionOverride | ObjectOverride;

/** A checked overrides file. */
export interface Overrides {
  readonly file: string;
  readonly entries: readonly Override[];
  /** Plug-ins that it names, as written, relative to the file. */
  readonly plugins: readonly { readonly path: string; readonly span: Span }[];
}

/** Makes a pattern of `*` and `?`. */
export function pattern(text: string): Pattern {
  const source = [...text]
    .map((c) => (c === '*' ? '[^]*' : c === '?' ? '[^]' : c.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')))
    .join('');
  const expression = new RegExp(`^${source}$`, 'iu');
  return { text, matches: (value) => expression.test(value) };
}

export const holds = (patterns: readonly Pattern[], value: string): boolean =>
  patterns.length === 0 || patterns.some((each) => each.matches(value));

/** Evidence that is good enough for `exact`; anything weaker is to be reviewed. */
export const isSure = (evidence: Evidence): boolean => evidence === 'documented' || evidence === 'observed';
