// All strategies together. Each is added up and forgotten: what is kept grows with the number of names and strategies, not with what they hold.
import { callGraphOf, type CallGraph, type Caller } from './call-graph.js';
import { keyOf } from './constructs.js';
import { duplicatesAmong, type Duplicates } from './duplicates.js';
import type { ConstructClass, StrategyFacts, UrsNeed, Use, UseKind, Waits } from './facts.js';
import { Sketches } from './sketches.js';
import { TextPool } from './text-pool.js';
import { withCallers } from './urs-needs.js';
import { goesOnIn, waitsAlongCalls, type WaitingStrategy } from './waits-along-calls.js';

/** One strategy on its way into the sums. */
export interface AuditedStrategy {
  readonly name: string;
  readonly kind: Caller['kind'];
  readonly file: string;
  readonly status: string;
  readonly blocks: number;
  /** Base name that its page would have; undefined where it has none of its own. */
  readonly page: string | undefined;
  readonly assumptions: readonly string[];
  /** Codes of its findings, one for each. */
  readonly codes: readonly string[];
  readonly facts: StrategyFacts;
}

/** A strategy in the sums. */
export interface EstateLine extends Caller {
  readonly status: string;
  readonly blocks: number;
  readonly page: string | undefined;
  readonly units: number;
  readonly minutes: number;
  readonly why: string;
  readonly unroutedEnds: number;
  /** With those of what it calls. */
  readonly waits: Waits;
  readonly urs: readonly UrsNeed[];
  readonly defaults: readonly string[];
}

/** A construct over all strategies. */
export interface InventoryLine {
  readonly kind: string;
  readonly name: string;
  readonly class: ConstructClass;
  readonly count: number;
  readonly strategies: number;
  /** Strategies in which nothing else makes placeholders. */
  readonly unblocks: number;
  readonly cost: number;
}

/** A counted name. */
export interface NameLine {
  readonly name: string;
  readonly count: number;
  readonly strategies: number;
}

/** A key of attached data over all strategies. */
export interface KeyLine {
  readonly key: string;
  readonly readers: number;
  readonly writers: number;
  /** Types in which it is written. */
  readonly types: readonly string[];
}

export interface Estate {
  readonly lines: readonly EstateLine[];
  readonly inventory: readonly InventoryLine[];
  readonly uses: ReadonlyMap<UseKind, readonly NameLine[]>;
  readonly keys: readonly KeyLine[];
  /** Assumptions by id, with the number of strategies that each decides. */
  readonly assumptions: readonly NameLine[];
  /** Codes of findings. */
  readonly codes: readonly NameLine[];
  readonly urs: readonly NameLine[];
  readonly graph: CallGraph;
  readonly duplicates: Duplicates;
}

export interface OpenEstate {
  readonly add: (strategy: AuditedStrategy) => void;
  /** The sums of what was added; the order in which it was added makes no difference but to `lines`. */
  readonly close: () => Estate;
}

interface Sum {
  count: number;
  strategies: number;
}

type InventorySum = Sum & Pick<InventoryLine, 'kind' | 'name' | 'class' | 'cost'>;

/** What is kept of a strategy until all are known. */
export interface KeptStrategy {
  readonly line: EstateLine;
  /** Of its fingerprint. */
  readonly exact: string;
  readonly parts: number;
}

/** Keeps strategies by the order in which they came, as plain data that holds on to no text that names were cut from. */
export interface Keeper extends Iterable<KeptStrategy> {
  readonly put: (number: number, strategy: KeptStrategy) => void;
  readonly get: (number: number) => KeptStrategy | undefined;
}

/** Begins to add up. */
export function openEstate(keeper: Keeper): OpenEstate {
  let added = 0;
  const sketches = new Sketches();
  const inventory = new Map<string, InventorySum>();
  const unblocks = new Map<string, number>();
  const uses = new Map<UseKind, Map<string, Sum>>();
  const keys = new Map<string, { readers: number; writers: number; readonly types: Set<string> }>();
  const [assumptions, codes, urs] = [0, 1, 2].map(() => new Map<string, Sum>()) as [Sums, Sums, Sums]; // three are made
  const texts = new TextPool();

  return {
    add: (strategy) => {
      const { facts } = strategy;
      const { exact, sketch, parts } = facts.fingerprint;
      keeper.put(added, { line: lineOf(strategy), exact, parts });
      added += 1;
      sketches.add(sketch);
      for (const construct of facts.constructs) {
        const key = texts.of(`${keyOf(construct)}:${construct.class}`);
        const name = texts.of(construct.name);
        const sum = inventory.get(key) ?? { ...construct, name, count: 0, strategies: 0 };
        inventory.set(key, { ...sum, count: sum.count + construct.count, strategies: sum.strategies + 1 });
      }
      const [only, ...others] = facts.blockers;
      if (only !== undefined && others.length === 0)
        unblocks.set(texts.of(only), (unblocks.get(only) ?? 0) + 1);
      const used = facts.uses.map((use) => ({ ...use, name: texts.of(use.name), type: texts.of(use.type) }));
      addUses(used, uses);
      addKeys(used, keys);
      addNames(strategy.assumptions, assumptions);
      addNames(strategy.codes, codes);
      addNames(
        facts.urs.flatMap(({ name, count }) => Array.from({ length: count }, () => texts.of(name))),
        urs,
      );
    },
    close: () => {
      const kept = Array.from(keeper, withoutSteps);
      const lines = kept.map(({ line }) => line);
      return {
        lines: together(kept, (number) => keeper.get(number)?.line.waits),
        inventory: [...inventory.values()]
          .map(({ kind, name, class: each, count, strategies, cost }): InventoryLine => {
            const unblocked = each === 'placeholder' ? (unblocks.get(`${kind}:${name}`) ?? 0) : 0;
            return { kind, name, class: each, count, strategies, unblocks: unblocked, cost };
          })
          .sort(byWorth),
        uses: new Map([...uses].map(([kind, names]) => [kind, nameLines(names)])),
        keys: [...keys]
          .map(([key, { readers, writers, types }]) => ({ key, readers, writers, types: [...types].sort() }))
          .sort((a, b) => compare(a.key, b.key)),
        assumptions: nameLines(assumptions),
        codes: nameLines(codes),
        urs: nameLines(urs),
        graph: callGraphOf(lines),
        duplicates: duplicatesAmong(
          kept.map(({ line, exact, parts }, number) => ({
            label: labelOf(line),
            fingerprint: { exact, parts, sketch: sketches.of(number) },
          })),
        ),
      };
    },
  };
}

/** A strategy among all others. */
interface GatheredStrategy extends KeptStrategy, WaitingStrategy {}

/** The steps of its waits are by far the most of a strategy, and are wanted once. */
const withoutSteps = ({ line, ...rest }: KeptStrategy): GatheredStrategy => ({
  ...rest,
  name: line.name,
  goesOnIn: goesOnIn(line.waits),
  line: { ...line, waits: { ...line.waits, steps: undefined } },
});

/** What is known of a strategy only when all are: waits of what it calls, and who calls what URS runs. */
function together(
  all: readonly GatheredStrategy[],
  waitsOf: (number: number) => Waits | undefined,
): readonly EstateLine[] {
  const called = new Set(
    all.flatMap(({ line: { calls } }) =>
      calls.flatMap(({ kind, name }) => (kind === 'subroutine' ? [name.toLowerCase()] : [])),
    ),
  );
  const waits = waitsAlongCalls(all, waitsOf);
  return all.map(({ line }, index) => ({
    ...line,
    waits: waits[index] ?? line.waits,
    urs: withCallers(line.urs, called),
  }));
}

type Sums = Map<string, Sum>;

/** What a strategy is called where several may share a name. */
export const labelOf = ({ name, file }: Pick<AuditedStrategy, 'name' | 'file'>): string =>
  `${name} (${file})`;

const lineOf = ({ name, kind, file, status, blocks, page, facts }: AuditedStrategy): EstateLine => ({
  name,
  kind,
  file,
  status,
  blocks,
  page,
  calls: facts.calls,
  units: facts.effort.units,
  minutes: facts.effort.minutes,
  why: facts.effort.why,
  unroutedEnds: facts.ends.length,
  waits: facts.waits,
  urs: facts.urs,
  defaults: facts.defaults,
});

function addUses(uses: readonly Use[], sums: Map<UseKind, Sums>): void {
  const seen = new Set<string>();
  for (const { kind, name, count } of uses) {
    const names = sums.get(kind) ?? new Map<string, Sum>();
    sums.set(kind, names);
    const sum = names.get(name) ?? { count: 0, strategies: 0 };
    names.set(name, sum);
    sum.count += count;
    const key = `${kind}\u0000${name}`;
    if (!seen.has(key)) sum.strategies += 1;
    seen.add(key);
  }
}

function addKeys(
  uses: readonly Use[],
  sums: Map<string, { readers: number; writers: number; readonly types: Set<string> }>,
): void {
  const data = uses.filter(({ kind }) => kind === 'attached data');
  for (const name of new Set(data.map((use) => use.name))) {
    const own = data.filter((use) => use.name === name);
    const sum = sums.get(name) ?? { readers: 0, writers: 0, types: new Set<string>() };
    sums.set(name, sum);
    const writes = own.filter(({ access }) => access === 'attach' || access === 'update');
    if (own.some(({ access }) => access === 'read')) sum.readers += 1;
    if (writes.length > 0) sum.writers += 1;
    for (const { type } of writes) if (type !== '') sum.types.add(type);
  }
}

/** Counts names of one strategy; a name that occurs several times counts for one strategy. */
function addNames(names: readonly string[], sums: Sums): void {
  const seen = new Set<string>();
  for (const name of names) {
    const sum = sums.get(name) ?? { count: 0, strategies: 0 };
    sums.set(name, sum);
    sum.count += 1;
    if (!seen.has(name)) sum.strategies += 1;
    seen.add(name);
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nameLines = (sums: Sums): readonly NameLine[] =>
  [...sums]
    .map(([name, { count, strategies }]) => ({ name, count, strategies }))
    .sort((a, b) => b.strategies - a.strategies || b.count - a.count || compare(a.name, b.name));

const worth: readonly ConstructClass[] = [
  'placeholder',
  'unsupported',
  'review',
  'urs',
  'known',
  'unreachable',
];

/** What would complete most strategies comes first. */
const byWorth = (a: InventoryLine, b: InventoryLine): number =>
  worth.indexOf(a.class) - worth.indexOf(b.class) ||
  b.unblocks - a.unblocks ||
  b.strategies - a.strategies ||
  b.count - a.count ||
  compare(`${a.kind} ${a.name}`, `${b.kind} ${b.name}`);
