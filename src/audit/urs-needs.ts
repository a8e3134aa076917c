// What a strategy still needs URS for when it has moved to Orchestration.
import { callsIn } from './constructs.js';
import { callsOfStrategy } from './calls.js';
import { placedValues } from './block-values.js';
import type { AuditInput, UrsNeed } from './facts.js';

/** Functions, subroutines that URS runs, and texts that URS reads; by name, most used first. */
export function ursNeeds({
  strategy,
  accounts,
}: Pick<AuditInput, 'strategy' | 'accounts'>): readonly UrsNeed[] {
  const needs = new Map<string, UrsNeed>();
  const add = (name: string, why: string, count = 1): void => {
    const key = `${name}\u0000${why}`;
    needs.set(key, { name, why, count: (needs.get(key)?.count ?? 0) + count });
  };
  for (const block of strategy.blocks.filter(({ reachable }) => reachable)) {
    for (const call of callsIn(block)) {
      if (/^RStat/i.test(call.name)) add(call.name, 'it is a statistic that URS computes');
      else if (accounts.get(call.id)?.disposition === 'urs')
        add(call.name, 'the page asks URS for its value');
    }
    for (const { value } of placedValues(block)) {
      if (value.kind === 'threshold') add('threshold', 'URS reads the threshold of a target');
    }
  }
  for (const { kind, name, count } of callsOfStrategy(strategy)) {
    if (kind === 'run') add(name, 'URS runs it as a subroutine', count);
  }
  return [...needs.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
