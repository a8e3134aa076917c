// Who watches a run of the source: coverage, and the search for scenarios, which aims at what conditions compared.
import type { Block, NodeId } from '../../ir/nodes.js';
import type { IrdValue } from '../evaluate/values.js';

export interface SourceObserver {
  /** Control enters a block; `at` in virtual seconds. */
  enter?(block: Block, at: number): void;
  /** Control leaves it by a port; `port` is undefined where the block has none of that name. */
  leave?(block: Block, port: NodeId | undefined, name: string): void;
  /** A condition of a block was evaluated: the id of its value, and whether it held. */
  condition?(node: NodeId, held: boolean): void;
  /** Something of the surroundings was read: attached data `key`, statistic `object name`, option, list, clock, ... */
  read?(what: SourceRead): void;
}

export interface SourceRead {
  readonly kind:
    | 'udata'
    | 'call'
    | 'extension'
    | 'option'
    | 'clock'
    | 'draw'
    | 'special-day'
    | 'list'
    | 'statistic'
    | 'router';
  /** Parts of its name, in order: `[key]`, `[object, statistic]`, `[list, item, key]`. */
  readonly name: readonly string[];
  readonly value: IrdValue | undefined;
}

export const joinSourceObservers = (all: readonly (SourceObserver | undefined)[]): SourceObserver => {
  const present = all.filter((each) => each !== undefined);
  return {
    enter: (block, at) => {
      for (const each of present) each.enter?.(block, at);
    },
    leave: (block, port, name) => {
      for (const each of present) each.leave?.(block, port, name);
    },
    condition: (node, held) => {
      for (const each of present) each.condition?.(node, held);
    },
    read: (what) => {
      for (const each of present) each.read?.(what);
    },
  };
};
