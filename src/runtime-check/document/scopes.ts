// Which states own variables: a state does when a script in it declares some (documented for Orchestration), or when it was included with a prefix.
import type { PlainRecord } from '../script/engine.js';
import type { Expression, State } from './nodes.js';

/** The start values of a state's variables, for each state that owns any. */
export function ownScopes(
  states: readonly State[],
  expressions: readonly Expression[],
  prefixOf: (state: State) => string | undefined,
): ReadonlyMap<State, PlainRecord> {
  const scopes = new Map<State, PlainRecord>();
  for (const { state, declares } of expressions) {
    const owner = states[state];
    if (owner && declares.variables.length > 0) scopes.set(owner, {});
  }
  for (const state of states) {
    const prefix = prefixOf(state);
    if (prefix !== undefined) scopes.set(state, { _my_prefix: prefix });
  }
  return scopes;
}

/** For each state the indices of the states whose variables its code sees, outermost first. */
export function scopeChains(states: readonly State[]): readonly (readonly number[])[] {
  const chains: (readonly number[])[] = [];
  for (const state of states) {
    const around = state.parent ? (chains[state.parent.index] ?? []) : [];
    chains.push(state.scope ? [...around, state.index] : around);
  }
  return chains;
}
