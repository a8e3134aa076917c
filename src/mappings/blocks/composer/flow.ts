// Entry, Exit, Disconnect, Branching, Log, Wait: the flow of a diagram.
import { defineBlock, type BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Statement } from '../../js.js';
import { location, value, type Action, type StateNode, type Transition } from '../../target-tree.js';
import {
  composerFacts,
  composerRegion,
  exceptionTransitions,
  jsOf,
  logActions,
  rowsOf,
  secondsOf,
  valueOf,
  wordOf,
  workId,
} from './loose.js';
import { checkScript } from './script-check.js';
import { systemVariables, terminatesOnExit } from './system-variables.js';

export const composerEntryBlock = defineBlock({
  type: 'ComposerEntry',
  disposition: 'exact',
  ...composerFacts,
  about:
    'Sets the variables of the workflow in the order of the diagram; of the system variables those that the diagram reads. Its exceptions hold in every state.',
  build: (block, cx) => {
    const state = cx.scriptState({
      statements: [...systemVariables(cx), ...userVariables(cx)],
      throws: true,
      success: cx.target('default'),
      failure: cx.frame.defaultRouting,
    });
    return { ...composerRegion(block, [state], cx), handlers: exceptionTransitions(block, [], cx) };
  },
});

function userVariables(cx: BlockContext): readonly Statement[] {
  const statements: Statement[] = [];
  for (const { initial, name, declaredType } of cx.variables) {
    if (initial?.kind !== 'ecmascript' || declaredType === 'System') continue;
    const { syntax, foreign } = checkScript(initial.code, 'expression');
    if (syntax === undefined && foreign.length === 0) {
      statements.push(js.assign(cx.variable(name), cx.expression(initial).js));
    } else {
      cx.review(
        `the start value of "${name}" was left out: ${syntax ?? `${foreign.join(', ')} is not on this page`}`,
        initial.id,
      );
    }
  }
  return statements;
}

/** Ends an interaction that is no call, and the page with it; a platform that refuses leaves it where it is. */
const terminating = (id: string, onentry: readonly Action[], reason: string, cx: BlockContext): StateNode => {
  cx.waits(id);
  return {
    kind: 'state',
    id,
    onentry: [
      ...onentry,
      {
        kind: 'element',
        module: 'ixn',
        name: 'terminate',
        attributes: {
          requestid: location(cx.request()),
          interactionid: value(cx.interaction),
          reason: value(js.text(reason)),
        },
      },
    ],
    transitions: [
      { event: 'interaction.terminate.done', cond: cx.isReply(), target: 'ended' },
      { event: 'error.interaction.terminate', cond: cx.isReply(), target: cx.frame.end },
    ],
  };
};

export const composerExitBlock = defineBlock({
  type: 'ComposerExit',
  disposition: 'exact',
  ...composerFacts,
  about:
    'ixn:terminate for a chat or e-mail that nobody routed, while system.TerminateIxnOnExit is 1. Else it leads to the guard at the end of the page: a voice call that nobody routed goes to default routing, where Composer\u2019s page would leave it.',
  build: (block, cx) => {
    cx.assume('end.voice');
    const stop = cx.stateId('stop');
    const ends = js.binary(
      cx.library('isUnroutedMessage'),
      '&&',
      js.binary(js.path(terminatesOnExit), '==', js.number(1)),
    );
    const state: StateNode = {
      kind: 'state',
      id: workId(block, cx),
      onentry: [cx.log, ...logActions(block, cx)],
      transitions: [{ cond: ends, target: stop }, { target: cx.frame.end }],
    };
    return composerRegion(block, [state, terminating(stop, [], 'Auto-stop interaction', cx)], cx);
  },
});

export const composerDisconnectBlock = defineBlock({
  type: 'ComposerDisconnect',
  disposition: 'exact',
  ...composerFacts,
  about: 'ixn:terminate, then the end.',
  build: (block, cx) => {
    const onentry = [cx.log, ...logActions(block, cx)];
    return composerRegion(block, [terminating(workId(block, cx), onentry, 'Disconnect interaction', cx)], cx);
  },
});

export const composerBranchingBlock = defineBlock({
  type: 'ComposerBranching',
  disposition: 'exact',
  ...composerFacts,
  about:
    'Transitions in the order of the conditions, the default port last. A condition that fails counts as false, as on Composer\u2019s page.',
  build: (block, cx) => {
    const ways: Transition[] = rowsOf(block, 'conditions').flatMap((row) => {
      const { expression, name } = row.columns;
      if (expression === undefined) return [];
      return [{ cond: cx.condition(expression).js, target: cx.target(wordOf(name)) }];
    });
    const state: StateNode = {
      kind: 'state',
      id: workId(block, cx),
      onentry: [cx.log, ...logActions(block, cx)],
      transitions: [...ways, { target: cx.target('default') }],
    };
    return composerRegion(block, [state], cx);
  },
});

export const composerLogBlock = defineBlock({
  type: 'ComposerLog',
  disposition: 'exact',
  ...composerFacts,
  about: 'One log element for each line of the block.',
  build: (block, cx) => {
    const state: StateNode = {
      kind: 'state',
      id: workId(block, cx),
      onentry: [cx.log, ...logActions(block, cx)],
      transitions: [{ target: cx.target('default') }, ...exceptionTransitions(block, [], cx)],
    };
    return composerRegion(block, [state], cx);
  },
});

export const composerWaitBlock = defineBlock({
  type: 'ComposerWait',
  disposition: 'exact',
  ...composerFacts,
  about: 'A delayed event of the page itself, beside the events that the block listens to.',
  build: (block, cx) => {
    const id = workId(block, cx);
    cx.waits(id);
    const seconds = jsOf(valueOf(block, 'timeout'), cx) ?? js.number(30);
    const timer = cx.request('timer');
    const event = `${cx.id}.timeout`;
    const events: Transition[] = rowsOf(block, 'events').map((row) => {
      const condition = jsOf(row.columns['condition'], cx);
      return {
        event: wordOf(row.columns['event']),
        ...(condition ? { cond: condition } : {}),
        target: cx.target(
          cx.connected(wordOf(row.columns['name'])) ? wordOf(row.columns['name']) : 'default',
        ),
      };
    });
    if (events.length > 0) cx.target('default');
    const after = cx.connected('timeout') || events.length > 0 ? cx.target('timeout') : cx.target('default');
    cx.target('timeout');
    const state: StateNode = {
      kind: 'state',
      id,
      onentry: [
        cx.log,
        ...logActions(block, cx),
        { kind: 'send', event, delay: secondsOf(seconds), idLocation: timer },
      ],
      onexit: [{ kind: 'cancel', sendid: timer }],
      transitions: [
        ...events,
        ...(seconds ? [{ event, target: after }] : []),
        ...exceptionTransitions(block, [], cx),
      ],
    };
    return composerRegion(block, [state], cx);
  },
});
