// Walks a strategy as it was drawn: block after block, along its ports, into subroutines and back.
import type { Block, Port, Strategy } from '../../ir/nodes.js';
import { objectFact } from '../../ir/vocabulary/objects.js';
import { runnerOf } from './blocks/index.js';
import { blockContext, ConditionFailed } from './context.js';
import {
  BlockAgain,
  BlockFailure,
  CallOver,
  EvaluationFailure,
  evaluationError,
  NotRunnable,
} from './faults.js';
import type { Flow } from './flow.js';
import { createFrame, emptyOf, type Frame, type SharedVariables } from './frame.js';
import type { BlockExit, CallEnd, SourceSession } from './session.js';

/** How a walk through a strategy ended. */
export type WalkEnd =
  /** It came to its end: a subroutine returns, a strategy is over. */
  | 'returned'
  /** An error that nothing handles: the call goes to its default destination. */
  | 'default'
  /** The interaction is no longer its business. */
  | 'over';

export interface WalkSettings {
  readonly session: SourceSession;
  readonly shared: SharedVariables;
  /** Blocks may be entered so often in all. */
  readonly countBlock: () => void;
}

/** Runs a strategy from its start; another one that it switches to takes over. */
export function* walkStrategy(first: Strategy, settings: WalkSettings): Flow<WalkEnd> {
  let strategy: Strategy = first;
  for (;;) {
    const frame = newFrame(strategy, settings, strategy === first ? '' : placesOf(strategy));
    const end = yield* walkFrame(frame, settings);
    if (typeof end === 'string') return end;
    strategy = end.strategy;
  }
}

/** What the names of the blocks of a strategy begin with that is not the root. */
const placesOf = (strategy: Strategy): string => `${strategy.id}__`;

/** A frame whose variables are empty. */
function newFrame(strategy: Strategy, { session, shared }: WalkSettings, within: string): Frame {
  const { program } = session;
  const hasShared = strategy.variables.some(({ direction }) => direction === 'script');
  const isShared = hasShared && session.assume('variables.script') === 'one for all of a call';
  return createFrame(strategy, isShared ? shared : undefined, program.assume('names.case') !== 'yes', within);
}

/** Start values are computed when the strategy starts, in the order in which variables stand; what has a value already keeps it. */
function* startValues(frame: Frame, settings: WalkSettings, first: Block): Flow<void> {
  // Variables of a diagram live in its scripts, and its Entry gives them their values.
  if (frame.strategy.language === 'ecmascript') return;
  const cx = contextOf(first, frame, settings);
  for (const { name, initial, type } of frame.strategy.variables) {
    if (frame.hasValue(name)) continue;
    frame.write(name, initial === undefined ? emptyOf(type) : yield* cx.property(initial));
  }
}

const contextOf = (block: Block, frame: Frame, settings: WalkSettings) =>
  blockContext(settings.session, frame, block, (strategy, prepare, finish) => {
    const within = strategy.kind === 'macro' ? `${frame.placeOf(block.id)}__` : placesOf(strategy);
    return call(strategy, prepare, finish, within, settings);
  });

/** Runs a subroutine: its parameters are bound before its start values, its results copied when it returns. */
function* call(
  strategy: Strategy,
  prepare: (frame: Frame) => void,
  finish: (frame: Frame) => void,
  within: string,
  settings: WalkSettings,
): Flow<CallEnd> {
  const frame = newFrame(strategy, settings, within);
  prepare(frame);
  const end = yield* walkFrame(frame, settings);
  if (end === 'returned') {
    finish(frame);
    return 'returned';
  }
  if (end === 'default') throw new UnhandledError();
  if (end === 'over') return 'over';
  // A subroutine that switches to a strategy gives its caller up.
  throw new Switched(end.strategy);
}

/** An error inside a subroutine that its own red ports do not handle: the call goes to its default destination from there. */
class UnhandledError extends Error {
  override readonly name = 'UnhandledError';
}

class Switched extends Error {
  override readonly name = 'Switched';
  readonly strategy: Strategy;
  constructor(strategy: Strategy) {
    super('another strategy takes over');
    this.strategy = strategy;
  }
}

function* walkFrame(frame: Frame, settings: WalkSettings): Flow<WalkEnd | { readonly strategy: Strategy }> {
  const { session } = settings;
  const { program, observer, state } = session;
  const { strategy } = frame;
  const entry = strategy.entry === undefined ? undefined : program.block(strategy, strategy.entry);
  if (entry === undefined) throw new NotRunnable(`"${strategy.name}" has no start`);
  try {
    yield* startValues(frame, settings, entry);
  } catch (error) {
    if (error instanceof EvaluationFailure || error instanceof BlockFailure) return 'default';
    throw error;
  }
  let block: Block = entry;
  for (;;) {
    settings.countBlock();
    observer.enter?.(block, session.seconds(), session.recorder.steps.length);
    session.world.entered(frame.placeOf(block.id));
    session.events.entered(frame.placeOf(block.id));
    let exit: BlockExit;
    try {
      exit = yield* runBlock(block, frame, settings);
    } catch (error) {
      if (error instanceof Switched) return { strategy: error.strategy };
      if (error instanceof UnhandledError) return 'default';
      if (error instanceof CallOver) return 'over';
      if (error instanceof BlockAgain) continue;
      if (error instanceof EvaluationFailure) state.lastError = evaluationError(error.message);
      else if (error instanceof ConditionFailed || error instanceof BlockFailure)
        state.lastError = error.error;
      else throw error;
      if (error instanceof ConditionFailed && session.assume('error.condition') === 'default routing')
        return 'default';
      exit = { port: failurePort(block) };
    }
    if (exit === 'over') return 'over';
    if (exit === 'end') return 'returned';
    if (exit === 'default') return 'default';
    if (typeof exit === 'object' && 'strategy' in exit) return exit;
    if (typeof exit === 'object' && 'block' in exit) {
      const handler = program.block(strategy, exit.block);
      if (handler === undefined) return 'default';
      block = handler;
      continue;
    }
    const name = exit === 'success' ? successPort(block) : exit.port;
    const port = portNamed(block, name);
    observer.leave?.(block, port?.id, name);
    const next = port?.target === undefined ? undefined : program.block(strategy, port.target);
    if (next !== undefined) {
      block = next;
      continue;
    }
    const fails = port === undefined ? name === 'red' : port.role === 'failure' || port.role === 'exception';
    if (!fails) {
      session.assume('port.green-unconnected');
      // A block that has routed the call ends all that runs for it, the callers of a subroutine included.
      return routes(block, name) ? 'over' : 'returned';
    }
    return session.assume('port.red-unconnected') === 'default routing' ? 'default' : 'returned';
  }
}

function runBlock(block: Block, frame: Frame, settings: WalkSettings): Flow<BlockExit> {
  const run = runnerOf(block);
  if (run === undefined)
    throw new NotRunnable(`block "${block.id}" (${block.sourceType}) has no known meaning`);
  return run(block, contextOf(block, frame, settings));
}

/** Whether a way out says that the interaction was routed: then nothing need follow. */
const routes = (block: Block, name: string): boolean =>
  objectFact(block.type).ports.some((port) => port.name === name && port.mayEnd === true);

const portNamed = (block: Block, name: string): Port | undefined =>
  block.ports.find((port) => port.name === name);
/** A port that leads nowhere may be missing from the export: then it has the name that it would have there. */
const successPort = (block: Block): string =>
  block.ports.find(({ role }) => role === 'success')?.name ??
  objectFact(block.type).ports.find(({ role }) => role === 'success')?.name ??
  'green';
/** A segmentation without a red port leaves by its default. */
const failurePort = (block: Block): string =>
  block.ports.find(({ role }) => role === 'failure')?.name ??
  block.ports.find(({ role }) => role === 'default')?.name ??
  'red';
