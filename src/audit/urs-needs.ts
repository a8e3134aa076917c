// What a strategy still needs URS for when it has moved to Orchestration.
import { findFunction } from '../ir/vocabulary/functions.js';
import { staysInUrs } from '../ir/vocabulary/urs-only.js';
import { findFunctionRow } from '../mappings/functions/index.js';
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
  const add = (name: string, why: string, count = 1, isRun = false): void => {
    const key = `${name}\u0000${why}`;
    needs.set(key, { name, isRun, why, count: (needs.get(key)?.count ?? 0) + count });
  };
  for (const block of strategy.blocks.filter(({ reachable }) => reachable)) {
    for (const call of callsIn(block)) {
      if (/^RStat/i.test(call.name)) add(call.name, 'it is a statistic that URS computes');
      else if (accounts.get(call.id)?.disposition === 'urs')
        add(call.name, 'the page asks URS for its value');
      const left = leftWith(call.name);
      if (left !== undefined) add(call.name, left);
    }
    for (const { value } of placedValues(block)) {
      if (value.kind === 'threshold') add('threshold', 'URS reads the threshold of a target');
    }
  }
  for (const { kind, name, count } of callsOfStrategy(strategy)) {
    const stays = kind === 'subroutine' ? staysInUrs(name) : undefined;
    if (stays !== undefined) add(name, `leave in URS: ${stays}`, count);
    if (kind === 'run') add(name, 'leave in URS: URS runs it', count, true);
  }
  return [...needs.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** What is to be done with subroutines that URS runs, when it is known which ones pages call; `called` has their names in lower case. */
export const withCallers = (needs: readonly UrsNeed[], called: ReadonlySet<string>): readonly UrsNeed[] =>
  needs.map((need) =>
    need.isRun && called.has(need.name.toLowerCase())
      ? { ...need, why: 'keep in both: URS runs it, and a page calls it' }
      : need,
  );

/** What has to stay in URS for a function, by its row. */
function leftWith(name: string): string | undefined {
  const fact = findFunction(name);
  const row = fact && findFunctionRow(fact);
  return row?.leaveInUrs === undefined ? undefined : `leave in URS: ${row.leaveInUrs}`;
}
