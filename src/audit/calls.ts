// Which strategies a strategy calls: subroutines, macros, strategies that it switches to, and subroutines that URS runs in thresholds.
import type { Block, Strategy } from '../ir/nodes.js';
import { findFunction } from '../ir/vocabulary/functions.js';
import { literalOf } from '../mappings/literal.js';
import { subroutinesRunIn } from '../ir/readable.js';
import { placedValues, plainText } from './block-values.js';
import { callsIn } from './constructs.js';
import type { Call } from './facts.js';

/** Arguments that name a strategy, by the vocabulary's name of the parameter in lower case. */
const naming: Readonly<Record<string, Call['kind']>> = { subroutine: 'run', 'strategy name': 'strategy' };

/** The calls of a strategy, each name once, in the order of kinds and names. Blocks that nothing reaches call nothing. */
export function callsOfStrategy({ blocks }: Pick<Strategy, 'blocks'>): readonly Call[] {
  const counts = new Map<string, Call>();
  for (const { kind, name } of blocks.filter(({ reachable }) => reachable).flatMap(callsOfBlock)) {
    const key = `${kind}\u0000${name}`;
    counts.set(key, { kind, name, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, call]) => call);
}

type OneCall = Omit<Call, 'count'>;

function callsOfBlock(block: Block): readonly OneCall[] {
  const own = callByProperty(block);
  return [...(own === undefined ? [] : [own]), ...callsByFunction(block), ...runsInTexts(block)].filter(
    ({ name }) => name !== '',
  );
}

/** What a block is there to call, if it is one of those; the name may be empty. */
export function callByProperty(block: Block): OneCall | undefined {
  switch (block.type) {
    case 'CallSubroutine':
      return { kind: 'subroutine', name: block.properties.subroutine?.value ?? '' };
    case 'Macro':
      return { kind: 'macro', name: block.properties.macro?.value ?? '' };
    case 'SwitchToStrategy':
      return { kind: 'strategy', name: block.properties.strategy?.value ?? '' };
    case 'ComposerSubroutine':
      return { kind: 'subroutine', name: plainText(block.properties.values['resource']) ?? '' };
    default:
      return undefined;
  }
}

function callsByFunction(block: Block): readonly OneCall[] {
  return callsIn(block).flatMap((call) =>
    (findFunction(call.name)?.parameters ?? []).flatMap((parameter, index): readonly OneCall[] => {
      const kind = naming[parameter.name.toLowerCase()];
      const arg = call.args[index];
      const name = arg === undefined ? undefined : literalOf(arg);
      return kind === undefined || typeof name !== 'string' ? [] : [{ kind, name }];
    }),
  );
}

function runsInTexts(block: Block): readonly OneCall[] {
  return placedValues(block).flatMap(({ value }) =>
    value.kind === 'targets' || value.kind === 'skill' || value.kind === 'threshold'
      ? subroutinesRunIn(value.tree).map((name): OneCall => ({ kind: 'run', name }))
      : [],
  );
}
