// What the overview adds up over all strategies. Records are read once; what is kept is bounded.
import type { Report } from '../model.js';
import { named } from './names.js';

export interface EstateUse {
  readonly kind: string;
  readonly name: string;
  readonly count: number;
  readonly strategies: number;
}

export interface EstateCall {
  readonly from: string;
  readonly anchor: string;
  readonly to: string;
  /** Anchor of the called strategy, where the report has it. */
  readonly target: string | undefined;
  readonly kind: string;
  readonly count: number;
}

export interface Estate {
  /** Source nodes by kind and disposition. */
  readonly byKind: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly hardest: readonly { readonly name: string; readonly minutes: number }[];
  readonly uses: readonly EstateUse[];
  readonly hiddenUses: number;
  readonly calls: readonly EstateCall[];
  readonly hiddenCalls: number;
}

const mostHard = 10;
const mostUses = 2_000;
const mostCalls = 2_000;

/** Adds up. */
export function estateOf({ strategies }: Report): Estate {
  const byKind = new Map<string, Record<string, number>>();
  const uses = new Map<string, EstateUse>();
  const calls: EstateCall[] = [];
  const anchors = new Map<string, string>();
  let hiddenCalls = 0;
  let hardest: { readonly name: string; readonly minutes: number }[] = [];
  for (const { strategy, anchor } of named(strategies)) {
    const { name, tally, effort } = strategy;
    for (const [kind, counts] of Object.entries(tally.byKind)) {
      const sums = byKind.get(kind) ?? {};
      byKind.set(kind, sums);
      for (const [disposition, count] of Object.entries(counts))
        sums[disposition] = (sums[disposition] ?? 0) + count;
    }
    if (effort !== undefined && effort.minutes > 0) {
      hardest = [...hardest, { name, minutes: effort.minutes }]
        .sort((a, b) => b.minutes - a.minutes)
        .slice(0, mostHard);
    }
    const here = new Set<string>();
    for (const use of strategy.uses ?? []) {
      const key = JSON.stringify([use.kind, use.name]);
      const before = uses.get(key);
      const isNew = !here.has(key);
      here.add(key);
      uses.set(key, {
        kind: use.kind,
        name: use.name,
        count: use.count + (before?.count ?? 0),
        strategies: (before?.strategies ?? 0) + (isNew ? 1 : 0),
      });
    }
    if (!anchors.has(name)) anchors.set(name, anchor);
    for (const call of strategy.calls ?? []) {
      if (calls.length < mostCalls)
        calls.push({
          from: name,
          anchor,
          to: call.name,
          target: undefined,
          kind: call.kind,
          count: call.count,
        });
      else hiddenCalls += 1;
    }
  }
  const sorted = [...uses.values()].sort(
    (a, b) => b.strategies - a.strategies || b.count - a.count || (a.name < b.name ? -1 : 1),
  );
  return {
    byKind,
    hardest,
    uses: sorted.slice(0, mostUses),
    hiddenUses: Math.max(0, sorted.length - mostUses),
    calls: calls.map((call) => ({ ...call, target: anchors.get(call.to) })),
    hiddenCalls,
  };
}
