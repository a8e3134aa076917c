// The blocks of a diagram, by the semantics of Composer: a condition before each, exception ports by event, ECMAScript kept as it is.
import type { ComposerBlockType } from '../../../ir/nodes.js';
import type { Block } from '../../../ir/nodes.js';
import { BlockFailure, NotRunnable } from '../faults.js';
import type { Flow } from '../flow.js';
import type { BlockContext, BlockExit, SourceSession } from '../session.js';
import { httpRequest, userData } from './data-blocks.js';
import type { ComposerContext, RunComposer } from './define.js';
import { play, playApplication, userInput } from './dialog-blocks.js';
import { entryOf, exceptionPort } from './errors.js';
import { assign, branching, disconnect, ecmaScript, entry, exit, log, waitBlock } from './flow-blocks.js';
import { forceRoute, target } from './routing-blocks.js';
import { composerScripts, type ComposerScripts } from './scripts.js';
import { given, type ComposerBlock } from './values.js';

const runners: Partial<Readonly<Record<ComposerBlockType, RunComposer>>> = {
  ComposerEntry: entry,
  ComposerExit: exit,
  ComposerDisconnect: disconnect,
  ComposerAssign: assign,
  ComposerEcmaScript: ecmaScript,
  ComposerBranching: branching,
  ComposerLog: log,
  ComposerWait: waitBlock,
  ComposerTarget: target,
  ComposerForceRoute: forceRoute,
  ComposerPlayMessage: play,
  ComposerPlaySound: play,
  ComposerUserInput: userInput,
  ComposerPlayApplication: playApplication,
  ComposerUserData: userData,
  ComposerHttpRest: httpRequest,
  ComposerWebRequest: httpRequest,
};

const isComposer = (block: Block): block is ComposerBlock => block.type.startsWith('Composer');

/** The flow of a block of a diagram; undefined for blocks of IRD, and for those of diagrams that nothing is known of. */
export function composerRunner(
  block: Block,
): ((block: Block, cx: BlockContext) => Flow<BlockExit>) | undefined {
  if (!isComposer(block)) return undefined;
  const run = runners[block.type as ComposerBlockType];
  return run && ((_block, cx) => guarded(block, run, { ...cx, scripts: scriptsOf(cx.session, block) }));
}

/** Asks the condition of the block first; an error leaves by the port that listens to its event. */
function* guarded(block: ComposerBlock, run: RunComposer, cx: ComposerContext): Flow<BlockExit> {
  const { scripts } = cx;
  try {
    // Generated pages pass over a block that is disabled.
    if (block.disabled) return { port: 'default' };
    const condition = given(block, 'condition');
    if (condition?.kind === 'ecmascript' && !scripts.holds(condition.code)) return { port: 'default' };
    return yield* run(block, cx);
  } catch (error) {
    if (!(error instanceof BlockFailure)) throw error;
    const own = exceptionPort(block, error.error, scripts);
    if (own !== undefined) return { port: own.name };
    const all = entryOf(cx.frame.strategy);
    const everywhere = all === undefined ? undefined : exceptionPort(all, error.error, scripts);
    return everywhere?.target === undefined ? 'default' : { block: everywhere.target };
  }
}

const scriptsKey = 'composer scripts';

/** The scripts of a run share one sandbox. */
function scriptsOf(session: SourceSession, { span }: ComposerBlock): ComposerScripts {
  const { notes } = session.state;
  const known = notes.get(scriptsKey);
  if (known !== undefined) return known as ComposerScripts; // this file alone writes it
  if (session.engine === undefined)
    throw new NotRunnable('its ECMAScript needs a sandbox, and none was given');
  const made = composerScripts(session, session.engine, span);
  notes.set(scriptsKey, made);
  session.atEnd(() => {
    made.dispose();
  });
  return made;
}
