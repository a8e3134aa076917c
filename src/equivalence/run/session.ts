// What blocks and functions of a strategy work with while it runs: the simulated world by itself, no module of Orchestration.
import type { AssumptionId } from '../../ir/assumptions/table.js';
import type { Block, Expr, Strategy, Value } from '../../ir/nodes.js';
import type { Recorder } from '../../runtime-check/platform/recorder.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import type { ScriptEngineFactory } from '../../runtime-check/script/engine.js';
import type { Interaction } from '../../runtime-check/world/interaction.js';
import type { Treatments } from '../../runtime-check/world/treatments.js';
import type { World } from '../../runtime-check/world/world.js';
import type { IrdValue } from '../evaluate/values.js';
import type { SourceData } from './attached-data.js';
import type { IrdError } from './faults.js';
import type { Begin, Flow } from './flow.js';
import type { Frame } from './frame.js';
import type { OutsideEvents } from './outside-events.js';
import type { SourceObserver } from './observer.js';
import type { SourceProgram } from './program.js';

/** One run of a strategy. */
export interface SourceSession {
  readonly program: SourceProgram;
  readonly scenario: Scenario;
  readonly world: World;
  readonly treatments: Treatments;
  readonly recorder: Recorder;
  readonly observer: SourceObserver;
  /** The interaction that the run is about, as it is now (a merge changes its id). */
  interaction(): Interaction;
  /** With the session, neither delivered nor gone. */
  isPresent(): boolean;
  /** The answer to an open question about IRD; the run notes that it rests on it. */
  assume(id: AssumptionId): string;
  /** Attached data as the strategy sees them; writes are steps. */
  readonly data: SourceData;
  /** What comes from outside. */
  readonly events: OutsideEvents;
  /** Virtual seconds since the start. */
  seconds(): number;
  /** Waits so many virtual seconds. */
  pause(seconds: number, what: string): Flow<void>;
  /** A fresh id for a request. */
  newRequest(): string;
  /** What the router keeps of the call from block to block: default destination, kept requests, priority settings, hooks. */
  readonly state: RouterState;
  /** The flow goes on elsewhere: a kept target was found, the call is gone. What it waited for is given up. */
  interrupt(how: Interruption): void;
  /** The sandbox for the ECMAScript of diagrams; undefined where none was given. */
  readonly engine: ScriptEngineFactory | undefined;
  /** Called when the run is over. */
  atEnd(action: () => void): void;
}

/** Why a flow ends although its strategy has not ended. */
export type Interruption =
  /** The interaction was delivered by a request that an earlier block left waiting. */
  | { readonly how: 'routed' }
  /** The interaction has gone: the caller hung up, or somebody took it. */
  | { readonly how: 'gone' }
  /** What was to happen cannot be run. */
  | { readonly how: 'notRunnable'; readonly reason: string };

/** Kept from block to block, and from strategy to strategy of one call. Each family of blocks keeps its own part here. */
export interface RouterState {
  /** Of Set Default Destination. */
  defaultDestination: string | undefined;
  /** It has come to default routing, by a block or at the end of the strategy. */
  isDefaulting: boolean;
  /** The error that the last failed block of the call left, for Error Segmentation; undefined before the first. */
  lastError: IrdError | undefined;
  /** Facts of block families by name; each family alone knows the type of its own. */
  readonly notes: Map<string, unknown>;
}

/** What a block sees. */
export interface BlockContext {
  readonly session: SourceSession;
  readonly frame: Frame;
  readonly block: Block;
  /** Value of an expression; throws `EvaluationFailure` when it has none. It may wait: functions suspend where they stand. */
  value(expr: Expr): Flow<IrdValue>;
  /** Value of a property, whatever language it is written in; `''` for one that is not there. */
  property(value: Value | undefined): Flow<IrdValue>;
  /** The same as text. */
  text(value: Value | undefined): Flow<string>;
  /** The same as whole number; undefined for one that is not there. */
  integer(value: Value | undefined): Flow<number | undefined>;
  /** Evaluates a condition and tells the observer what came of it. A failure follows the assumption `error.condition`. */
  condition(value: Value): Flow<boolean>;
  /** Runs a subroutine to its end. Parameters are bound by `prepare`, results copied by `finish`. */
  call(strategy: Strategy, prepare: (frame: Frame) => void, finish: (frame: Frame) => void): Flow<CallEnd>;
}

/** How a called strategy came back. */
export type CallEnd = 'returned' | 'over';

/** Where control goes after a block. */
export type BlockExit =
  /** By the port of this name. */
  | { readonly port: string }
  /** By its success port. */
  | 'success'
  /** The strategy has ended: a subroutine returns. */
  | 'end'
  /** The interaction is no longer the strategy's business: routed, ended, gone. Nothing more runs. */
  | 'over'
  /** An error that nothing handles: to the default destination. */
  | 'default'
  /** To the block of this id, whatever is drawn: what handles an error everywhere. */
  | { readonly block: string }
  /** Another strategy takes over. */
  | { readonly strategy: Strategy };

/** What a block does. Throws `BlockFailure` to leave by the red port, `NotRunnable` where nothing is known. */
export type RunBlock<B extends Block = Block> = (block: B, cx: BlockContext) => Flow<BlockExit>;

/** A function that asks or changes the world: what the evaluator does not compute by itself. */
export type RunFunction = (
  args: readonly IrdValue[],
  cx: BlockContext,
  call: Extract<Expr, { kind: 'call' }>,
) => Flow<IrdValue>;

export type { Begin, Flow };
