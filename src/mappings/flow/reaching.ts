// Which values of a setting can hold when a block is entered: they flow along the graph, through branches, loops, subroutines and jumps to other strategies.
// One constant on every way is written where it is used; where ways disagree the value travels in data.
import type { Block, Strategy } from '../../ir/nodes.js';
import { callsOf, valuesOf } from '../../ir/walk.js';
import { literalOf } from '../literal.js';
import { setBy, type Set as Setting } from './setters.js';

/** What can hold of one setting: constants, nothing at all (`undefined` among them), or something that only the page knows. */
type Possible = ReadonlySet<string | number | undefined> | 'known at run time';

/** By name of the setting; a name that is missing is not set. */
type Settings = ReadonlyMap<string, Possible>;

/** Where a setting gets its value from. */
export type Origin =
  | { readonly kind: 'unset' }
  | { readonly kind: 'constant'; readonly value: string | number }
  | { readonly kind: 'data' };

export interface Flow {
  /** What holds of a setting at the entry of a block of that strategy. */
  at(strategy: Strategy, block: string, name: string): Origin;
  /** Whether a call anywhere sets it for one queue or target. */
  isSetFor(name: string): boolean;
}

/** Follows the settings from the start of `root` through every strategy that it calls or jumps to. */
export function flowOf(root: Strategy, subroutine: (name: string) => Strategy | undefined): Flow {
  const strategies = reachedStrategies(root, subroutine);
  const all = strategies.flatMap((strategy) => strategy.blocks.flatMap(settingsIn));
  const isSetFor = (name: string): boolean => all.some((set) => set.name.startsWith(`${name}@`));
  if (all.length === 0) return { at: () => ({ kind: 'unset' }), isSetFor };
  const entries = follow(root, subroutine);
  return {
    at: (strategy, block, name) => {
      const settings = entries.get(key(strategy, block));
      // A block that no way was followed to: nothing is known about it.
      if (settings === undefined) return { kind: 'data' };
      const everywhere = settings.get(`${name.split('@')[0] ?? ''}@*`);
      if (name.includes('@') && everywhere !== undefined) return { kind: 'data' };
      const possible = settings.get(name);
      if (possible === undefined) return { kind: 'unset' };
      if (possible === 'known at run time' || possible.size !== 1) return { kind: 'data' };
      const [value] = possible;
      return value === undefined ? { kind: 'unset' } : { kind: 'constant', value };
    },
    isSetFor,
  };
}

const key = (strategy: Strategy, block: string): string => `${strategy.nodeId}\u0000${block}`;

const settingsIn = (block: Block): readonly Setting[] =>
  block.disabled ? [] : callsIn(block).flatMap((call) => setBy(call) ?? []);

const callsIn = (block: Block) =>
  valuesOf(block).flatMap((value) => (value.kind === 'expression' ? callsOf(value.expr) : []));

type Find = (name: string) => Strategy | undefined;

/** The subroutine that a block calls, or the macro that it stands for: what is set within holds afterwards. */
function called(block: Block, find: Find): Strategy | undefined {
  if (block.disabled) return undefined;
  if (block.type === 'Macro') return find(block.properties.macro?.value ?? '');
  return block.type === 'CallSubroutine' ? find(block.properties.subroutine?.value ?? '') : undefined;
}

/** The strategy that a block jumps to: what was set belongs to the call, and holds there as well. */
function jumpedTo(block: Block, find: Find): Strategy | undefined {
  if (block.type !== 'SwitchToStrategy' || block.disabled) return undefined;
  const found = find(block.properties.strategy?.value ?? '');
  return found?.kind === 'strategy' ? found : undefined;
}

function reachedStrategies(root: Strategy, find: Find): readonly Strategy[] {
  const reached = new Set([root]);
  // A set that grows while it is walked: each strategy is visited once.
  for (const strategy of reached) {
    for (const block of strategy.blocks) {
      const next = called(block, find) ?? jumpedTo(block, find);
      if (next !== undefined) reached.add(next);
    }
  }
  return [...reached];
}

/** What holds at the entry of each block. */
function follow(root: Strategy, find: Find): ReadonlyMap<string, Settings> {
  const entries = new Map<string, Settings>();
  /** What holds when a strategy is left, and the blocks that go on then. */
  const exits = new Map<Strategy, Settings>();
  const callers = new Map<Strategy, Map<Block, () => void>>();
  const open: (() => void)[] = [];

  const enter = (strategy: Strategy, id: string | undefined, settings: Settings): void => {
    const block = strategy.blocks.find((each) => each.id === id);
    if (block === undefined) return;
    const at = key(strategy, block.id);
    const before = entries.get(at);
    const after = before === undefined ? settings : join(before, settings);
    if (before !== undefined && isSame(before, after)) return;
    entries.set(at, after);
    open.push(() => {
      leave(strategy, block);
    });
  };

  const leave = (strategy: Strategy, block: Block): void => {
    const before = entries.get(key(strategy, block.id));
    if (before === undefined) return;
    const other = jumpedTo(block, find);
    if (other !== undefined) {
      // Nobody comes back from there.
      enter(other, other.entry, before);
      return;
    }
    const sub = called(block, find);
    if (sub === undefined) {
      goOn(strategy, block, before, apply(before, block));
      return;
    }
    const waiting = callers.get(sub) ?? new Map<Block, () => void>();
    callers.set(sub, waiting);
    // It goes on with what holds when the subroutine is left, now or whenever that changes.
    waiting.set(block, () => {
      leave(strategy, block);
    });
    enter(sub, sub.entry, before);
    const after = exits.get(sub);
    if (after !== undefined) goOn(strategy, block, before, after);
  };

  const goOn = (strategy: Strategy, block: Block, before: Settings, after: Settings): void => {
    for (const port of block.ports) {
      // Who fails may have set something before, or not.
      const fails = port.role === 'failure' || port.role === 'exception';
      const settings = fails && block.type !== 'If' ? join(before, after) : after;
      if (port.target === undefined) end(strategy, settings);
      else enter(strategy, port.target, settings);
    }
    if (block.ports.length === 0 || block.type === 'Exit') end(strategy, after);
  };

  const end = (strategy: Strategy, settings: Settings): void => {
    const before = exits.get(strategy);
    const after = before === undefined ? settings : join(before, settings);
    if (before !== undefined && isSame(before, after)) return;
    exits.set(strategy, after);
    open.push(...(callers.get(strategy)?.values() ?? []));
  };

  enter(root, root.entry, new Map());
  for (let next = open.pop(); next !== undefined; next = open.pop()) next();
  return entries;
}

/** Blocks whose calls stand alone in their rows: each is made, in order. */
const inOrder: ReadonlySet<string> = new Set(['Function', 'MultiFunction', 'Assign', 'MultiAssign']);

/** What holds after a block. */
function apply(before: Settings, block: Block): Settings {
  if (block.disabled) return before;
  let settings = before;
  for (const value of valuesOf(block)) {
    if (value.kind !== 'expression') continue;
    for (const call of callsOf(value.expr)) {
      const set = setBy(call);
      if (set === undefined) continue;
      const after = new Map(settings).set(set.name, possibleOf(set));
      // One that stands within another expression need not be reached.
      settings = inOrder.has(block.type) && value.expr === call ? after : join(settings, after);
    }
  }
  return settings;
}

function possibleOf({ name, value }: Setting): Possible {
  const literal = value && literalOf(value);
  return literal === undefined || name.endsWith('@*') ? 'known at run time' : new Set([literal]);
}

function join(a: Settings, b: Settings): Settings {
  const unset: Possible = new Set([undefined]);
  return new Map(
    [...new Set([...a.keys(), ...b.keys()])].map((name): [string, Possible] => {
      const [one, other] = [a.get(name) ?? unset, b.get(name) ?? unset];
      if (one === 'known at run time' || other === 'known at run time') return [name, 'known at run time'];
      return [name, new Set([...one, ...other])];
    }),
  );
}

const isSame = (a: Settings, b: Settings): boolean =>
  a.size === b.size &&
  [...a].every(([name, one]) => {
    const other = b.get(name);
    if (one === 'known at run time' || other === 'known at run time') return one === other;
    return other !== undefined && one.size === other.size && [...one].every((value) => other.has(value));
  });
