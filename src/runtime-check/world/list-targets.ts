// A List object as routing target: its items, or the values below them, are targets in target format.
import type { ChoiceContext } from './eligibility.js';
import { ownValue } from './own-value.js';
import { parseTargets, type WantedTarget } from './target-string.js';

/** The targets of the list of this name, in the order of the scenario; undefined when there is no such list or it holds no targets. */
export function targetsOfList(
  name: string,
  lists: ChoiceContext['lists'],
): readonly WantedTarget[] | undefined {
  const list = ownValue(lists, name);
  if (list === undefined) return undefined;
  const found = Object.entries(list).flatMap(([item, values]) => {
    const own = parseTargets(item);
    if (own.ok) return own.targets;
    return Object.values(values).flatMap((value) => {
      const read = parseTargets(value);
      return read.ok ? read.targets : [];
    });
  });
  return found.length === 0 ? undefined : found;
}
