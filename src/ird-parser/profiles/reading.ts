// What the readers of one file share: the profile, the account of what was read, and the findings.
import { diagnose, type Code, type DataOf, type Diagnostic, type Span } from '../../diagnostics/index.js';
import type { Path } from './path.js';
import type { ExportProfile } from './profile.js';
import { isElement, selectAll, type Item, type Marks } from './select.js';
import type { XmlElement } from '../../xml/index.js';
import type { BlockType } from '../shapes.js';

/** What a block of a file stands for, where somebody has decided that; `Unknown` where its type does not matter. */
export type Retype = (block: {
  readonly strategy: string;
  readonly type: string;
  readonly caption: string;
}) => BlockType | undefined;

export interface Reading {
  readonly profile: ExportProfile;
  readonly marks: Marks;
  readonly diagnostics: Diagnostic[];
  /** The type that a block is read as in place of the one that its name means. */
  readonly retype: Retype | undefined;
  /** Names of properties and columns that no table knows, each with how often it occurred. */
  readonly strange: Map<string, StrangeName>;
}

export interface StrangeName {
  readonly what: 'property' | 'table' | 'column';
  readonly name: string;
  readonly type: string;
  readonly node: string;
  readonly span: Span;
  readonly count: number;
}

/** Adds a finding. */
export function report<C extends Code>(
  reading: Reading,
  code: C,
  node: string,
  span: Span,
  data: DataOf<C>,
): void {
  reading.diagnostics.push(diagnose(code, node, span, data));
}

/** Counts a name without a meaning; `reportStrange` makes one finding of all its occurrences in a strategy. */
export function countStrange(reading: Reading, found: Omit<StrangeName, 'count'>): void {
  const key = `${found.what}\n${found.type}\n${found.name}`;
  const before = reading.strange.get(key);
  reading.strange.set(key, before ? { ...before, count: before.count + 1 } : { ...found, count: 1 });
}

/** One finding for each strange name that was counted since the last call. */
export function reportStrange(reading: Reading): void {
  for (const { what, name, type, node, span, count } of reading.strange.values()) {
    report(reading, 'IRD1310', node, span, { what, name, type, count });
  }
  reading.strange.clear();
}

/** Items that several rules find, each with its rule. An element goes to the first rule that finds it. */
export function eachItem<R extends { readonly at: readonly Path[] }>(
  rules: readonly R[],
  context: Item,
  marks: Marks,
): readonly { readonly rule: R; readonly item: Item }[] {
  const taken = new Set<Item>();
  return rules.flatMap((rule) =>
    selectAll(rule.at, context, marks)
      .filter((item) => item === context || !taken.has(item))
      .map((item) => {
        taken.add(item);
        return { rule, item };
      }),
  );
}

/** As `eachItem`, elements only: for rules that need something inside what they find. */
export function eachElement<R extends { readonly at: readonly Path[] }>(
  rules: readonly R[],
  context: Item,
  marks: Marks,
): readonly { readonly rule: R; readonly item: XmlElement }[] {
  return eachItem(rules, context, marks).flatMap(({ rule, item }) =>
    isElement(item) ? [{ rule, item }] : [],
  );
}

/** What a finding about `item` underlines. */
export const placeOf = (item: Item): Span => (isElement(item) ? item.tagSpan : item.span);
