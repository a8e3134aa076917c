// Variables of scope SCRIPT over the whole batch: strategies that lead to each other have to declare them alike.
import { diagnose, type Diagnostic } from '../diagnostics/index.js';
import type { Block, Strategy, Variable } from './nodes.js';
import { findByName } from './signature.js';

/** Reports a shared variable that a strategy declares otherwise than one before it of those that call, expand or switch to each other. */
export function checkSharedVariables(
  ordered: readonly Strategy[],
  byName: ReadonlyMap<string, Strategy>,
): readonly Diagnostic[] {
  if (!ordered.some(({ variables }) => variables.some(isShared))) return [];
  const groupOf = groups(ordered, byName);
  const first = new Map<string, { readonly variable: Variable; readonly strategy: Strategy }>();
  return ordered.flatMap((strategy) =>
    strategy.variables.filter(isShared).flatMap((variable) => {
      const key = `${String(groupOf.get(strategy))} ${variable.name.toLowerCase()}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, { variable, strategy });
      if (before === undefined || before.strategy === strategy) return [];
      const [here, there] = [declarationText(variable), declarationText(before.variable)];
      if (here === there) return [];
      const data = { name: variable.name, here, there, other: before.strategy.name };
      return [diagnose('IRD2125', variable.nodeId, variable.span, data)];
    }),
  );
}

const isShared = ({ direction }: Variable): boolean => direction === 'script';

const declarationText = ({ name, type, initial }: Variable): string =>
  `${name}: ${type}${initial ? ` = ${initial.text}` : ''}`;

/** A number for each strategy; those that lead to each other, in whichever direction, have the same. */
function groups(
  ordered: readonly Strategy[],
  byName: ReadonlyMap<string, Strategy>,
): ReadonlyMap<Strategy, number> {
  const neighbours = new Map(ordered.map((strategy) => [strategy, new Set<Strategy>()]));
  for (const strategy of ordered) {
    for (const name of strategy.blocks.flatMap(namesIn)) {
      const other = findByName(byName, name)?.found;
      if (other === undefined) continue;
      neighbours.get(strategy)?.add(other);
      neighbours.get(other)?.add(strategy);
    }
  }
  const found = new Map<Strategy, number>();
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

/** The strategies, subroutines and macros that a block leads to. */
function namesIn(block: Block): readonly string[] {
  switch (block.type) {
    case 'CallSubroutine':
      return [block.properties.subroutine?.value ?? ''];
    case 'Macro':
      return [block.properties.macro?.value ?? ''];
    case 'SwitchToStrategy':
      return [block.properties.strategy?.value ?? ''];
    default:
      return [];
  }
}
