// What is different between two versions of a strategy: blocks added, removed and led elsewhere, settings, variables and comments. Not a text diff:
// order in the file, places on the canvas, ids, blanks and brackets make no difference.
import { matchBlocks, type BlockMatches } from './match-blocks.js';
import type { ShapeBlock, ShapeSetting, StrategyShape } from './shape.js';

export const changeKinds = [
  'name',
  'variable',
  'block added',
  'block removed',
  'type',
  'caption',
  'disabled',
  'setting',
  'link',
  'comment',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One difference. */
export interface StrategyChange {
  readonly kind: ChangeKind;
  /** The block as findings name it, or the variable; '' for what concerns the strategy. */
  readonly subject: string;
  /** The property or port; '' where there is none. */
  readonly detail: string;
  /** As it was; null when there was nothing. */
  readonly old: string | null;
  readonly new: string | null;
  /** Where it stands: in the new file, of what was removed in the old one; null where it has no place of its own. */
  readonly place: { readonly file: string; readonly line: number; readonly column: number } | null;
}

/** All differences in the order of the kinds, then of the file. */
export function compareStrategies(old: StrategyShape, now: StrategyShape): readonly StrategyChange[] {
  const matches = matchBlocks(old.blocks, now.blocks);
  const taken = new Set(matches.values());
  const placeIn = ({ file }: StrategyShape, { line, column }: ShapeBlock) => ({ file, line, column });
  const changes: readonly StrategyChange[] = [
    ...(old.name === now.name ? [] : [strategyChange('name', '', old.name, now.name)]),
    ...variableChanges(old, now),
    ...now.blocks.flatMap((block, number): readonly StrategyChange[] =>
      taken.has(number)
        ? []
        : [
            {
              kind: 'block added',
              subject: block.label,
              detail: '',
              old: null,
              new: block.type,
              place: placeIn(now, block),
            },
          ],
    ),
    ...old.blocks.flatMap((block, number): readonly StrategyChange[] =>
      matches.has(number)
        ? []
        : [
            {
              kind: 'block removed',
              subject: block.label,
              detail: '',
              old: block.type,
              new: null,
              place: placeIn(old, block),
            },
          ],
    ),
    ...[...matches].flatMap(([a, b]) => {
      const [before, after] = [old.blocks[a], now.blocks[b]];
      if (before === undefined || after === undefined) return [];
      const place = placeIn(now, after);
      return [...blockChanges(before, after), ...linkChanges(old, now, matches, before, after)].map(
        (change): StrategyChange => ({ ...change, subject: after.label, place }),
      );
    }),
    ...listChanges(old.comments, now.comments).map((pair) => strategyChange('comment', '', ...pair)),
  ];
  return changes.toSorted(
    (a, b) =>
      changeKinds.indexOf(a.kind) - changeKinds.indexOf(b.kind) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
}

const strategyChange = (
  kind: ChangeKind,
  subject: string,
  old: string | null,
  now: string | null,
): StrategyChange => ({ kind, subject, detail: '', old, new: now, place: null });

function variableChanges(old: StrategyShape, now: StrategyShape): readonly StrategyChange[] {
  const before = new Map(old.variables.map(({ name, about }) => [name, about]));
  const after = new Map(now.variables.map(({ name, about }) => [name, about]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [a = null, b = null] = [before.get(name), after.get(name)];
    return a === b ? [] : [strategyChange('variable', name, a, b)];
  });
}

type BlockChange = Pick<StrategyChange, 'kind' | 'detail' | 'old' | 'new'>;

function blockChanges(old: ShapeBlock, now: ShapeBlock): readonly BlockChange[] {
  const yesNo = (value: boolean): string => (value ? 'disabled' : 'enabled');
  const changed = (kind: ChangeKind, a: string, b: string): readonly BlockChange[] =>
    a === b ? [] : [{ kind, detail: '', old: a, new: b }];
  return [
    ...changed('type', old.type, now.type),
    ...changed('caption', old.caption, now.caption),
    ...changed('disabled', yesNo(old.disabled), yesNo(now.disabled)),
    ...settingChanges(old.settings, now.settings),
  ];
}

/** Values of one property are compared as a list: tables have several. */
function settingChanges(old: readonly ShapeSetting[], now: readonly ShapeSetting[]): readonly BlockChange[] {
  const names = new Set([...old, ...now].map(({ property }) => property));
  return [...names].flatMap((name) => {
    const of = (all: readonly ShapeSetting[]): readonly ShapeSetting[] =>
      all.filter(({ property }) => property === name);
    const shown = new Map([...old, ...now].map(({ meaning, text }) => [meaning, text]));
    const say = (meaning: string | null): string | null =>
      meaning === null ? null : (shown.get(meaning) ?? meaning);
    return listChanges(
      of(old).map(({ meaning }) => meaning),
      of(now).map(({ meaning }) => meaning),
    ).map(([a, b]): BlockChange => ({ kind: 'setting', detail: name, old: say(a), new: say(b) }));
  });
}

type Pair = readonly [old: string | null, now: string | null];

/** What is in one list only, in pairs; when the lists differ in their order alone, both as a whole. */
function listChanges(old: readonly string[], now: readonly string[]): readonly Pair[] {
  const gone = without(old, now);
  const come = without(now, old);
  if (gone.length === 0 && come.length === 0)
    return old.every((text, index) => text === now[index]) ? [] : [[old.join(', '), now.join(', ')]];
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index): Pair => [
    gone[index] ?? null,
    come[index] ?? null,
  ]);
}

/** What `all` has more of than `others`. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return all.filter((text) => {
    const count = left.get(text) ?? 0;
    if (count > 0) left.set(text, count - 1);
    return count === 0;
  });
}

function linkChanges(
  old: StrategyShape,
  now: StrategyShape,
  matches: BlockMatches,
  before: ShapeBlock,
  after: ShapeBlock,
): readonly BlockChange[] {
  const ports = new Set([...before.ports, ...after.ports].map(({ name }) => name));
  return [...ports].flatMap((name): readonly BlockChange[] => {
    const a = before.ports.find((port) => port.name === name)?.target;
    const b = after.ports.find((port) => port.name === name)?.target;
    if (a === undefined && b === undefined) return [];
    if (a !== undefined && b !== undefined && matches.get(a) === b) return [];
    const label = ({ blocks }: StrategyShape, number: number | undefined): string | null =>
      number === undefined ? null : (blocks[number]?.label ?? null);
    return [{ kind: 'link', detail: name, old: label(old, a), new: label(now, b) }];
  });
}
