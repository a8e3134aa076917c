// A change of a scenario that may make a block do otherwise.
import type { Block } from '../../ir/nodes.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import type { ProgramCode } from './program-code.js';
import type { SourceLog, Stay } from './source-log.js';

export interface Move {
  readonly scenario: Scenario;
  /** What is special about it, for people. A move with words is kept for its own sake: the source may do the same, and a wrong page not. */
  readonly words?: string;
}

/** Where moves begin: a stay in a block, in a run. */
export interface MoveBase {
  readonly log: SourceLog;
  readonly stay: Stay;
  readonly block: Block;
  readonly code: ProgramCode;
  /** Literals of the program that may be digits, names, answers. */
  readonly literals: readonly string[];
}
