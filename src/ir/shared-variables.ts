// Variables of scope SCRIPT over the whole batch: strategies that lead to each other have to declare them alike.
import { diagnose, type Diagnostic } from '../diagnostics/index.js';
import type { SharedDeclaration, StrategyOutline } from './outline.js';
import { findByName } from './signature.js';

/** Reports a shared variable that a strategy declares otherwise than one before it of those that call, expand or switch to each other. */
export function checkSharedVariables(
  ordered: readonly StrategyOutline[],
  byName: ReadonlyMap<string, StrategyOutline>,
): readonly Diagnostic[] {
  if (!ordered.some(({ shared }) => shared.length > 0)) return [];
  const groupOf = groups(ordered, byName);
  const first = new Map<
    string,
    { readonly variable: SharedDeclaration; readonly strategy: StrategyOutline }
  >();
  return ordered.flatMap((strategy) =>
    strategy.shared.flatMap((variable) => {
      const key = `${String(groupOf.get(strategy))} ${variable.name.toLowerCase()}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, { variable, strategy });
      if (before === undefined || before.strategy === strategy) return [];
      const [here, there] = [variable.text, before.variable.text];
      if (here === there) return [];
      const data = { name: variable.name, here, there, other: before.strategy.name };
      return [diagnose('IRD2125', variable.node, variable.span, data)];
    }),
  );
}

/** A number for each strategy; those that lead to each other, in whichever direction, have the same. */
function groups(
  ordered: readonly StrategyOutline[],
  byName: ReadonlyMap<string, StrategyOutline>,
): ReadonlyMap<StrategyOutline, number> {
  const neighbours = new Map(ordered.map((strategy) => [strategy, new Set<StrategyOutline>()]));
  for (const strategy of ordered) {
    for (const name of strategy.leadsTo) {
      const other = findByName(byName, name)?.found;
      if (other === undefined) continue;
      neighbours.get(strategy)?.add(other);
      neighbours.get(other)?.add(strategy);
    }
  }
  const found = new Map<StrategyOutline, number>();
  ordered.forEach((start, number) => {
    const open = [start];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.set(next, number);
      open.push(...(neighbours.get(next) ?? []));
    }
  });
  return found;
}
