// The states that a block gets before its own: scripts, requests and the branches between them, each leading to the next.
import { delayOf } from '../delay.js';
import type { Js, Statement } from '../js.js';
import { scriptState } from '../script-state.js';
import type { Action, StateNode, Transition } from '../target-tree.js';
import type { LiftedRequest, Reply } from './define.js';

/** A request with everything that its state needs. */
export interface Ask {
  readonly kind: 'ask';
  /** Every reply with the value that it gives. */
  readonly request: Omit<LiftedRequest, 'replies'> & {
    readonly replies: readonly (Reply & { readonly value: Js })[];
  };
  /** Source node of the call. */
  readonly from: string;
  /** Where the answer is put. */
  readonly answer: Js;
  /** The condition that an event answers, unless a reply says otherwise. */
  readonly isReply: Js;
  /** Location of the id of the timer. */
  readonly timer: Js;
  /** Looks first whether there is something to ask for. */
  readonly guard?: {
    readonly cond: Js;
    readonly otherwise: readonly Statement[];
    readonly throws: boolean;
  };
}

/** What happens before the block's own states, in order. */
export type PageStep =
  | { readonly kind: 'run'; readonly statements: readonly Statement[]; readonly throws: boolean }
  | { readonly kind: 'when'; readonly cond: Js; readonly steps: readonly PageStep[] }
  | Ask;

export interface LiftPlaces {
  /** Id of the first state: the block's. */
  readonly first: string;
  /** The block's own first state. */
  readonly next: string;
  readonly failure: string;
  readonly log: Action;
  /** A function of the runtime library, called. */
  readonly library: (name: string, ...args: readonly Js[]) => Js;
  /** Id of a further state. */
  readonly stateId: (suffix: string) => string;
}

type Node =
  | {
      readonly kind: 'script';
      readonly id: string;
      readonly statements: readonly Statement[];
      readonly throws: boolean;
      readonly inner?: { readonly cond: Js; readonly nodes: readonly Node[] };
      /** Guards a request: a wait that begins again begins here. */
      readonly guards?: true;
    }
  | { readonly kind: 'ask'; readonly id: string; readonly ask: Ask };

/** A state of the list, and the call that it asks for. */
export interface LiftedState {
  readonly state: StateNode;
  readonly call?: string;
  /** A wait that is interrupted begins again here. */
  readonly waits: boolean;
}

/** Writes the steps as states. */
export function liftStates(steps: readonly PageStep[], places: LiftPlaces): readonly LiftedState[] {
  let count = 0;
  const newId = (): string => {
    count++;
    return count === 1 ? places.first : places.stateId(`step_${String(count)}`);
  };
  const nodes = group(steps, newId);
  const first: Node = { kind: 'script', id: places.first, statements: [], throws: false };
  return write(nodes.length > 0 ? nodes : [first], places.next, places);
}

/** Scripts in a row become one; a request has a state of its own, so that a repeated request repeats nothing else. */
function group(steps: readonly PageStep[], newId: () => string): readonly Node[] {
  const nodes: Node[] = [];
  let statements: Statement[] = [];
  let throws = false;
  const flush = (branch?: Extract<PageStep, { kind: 'when' }>): void => {
    if (statements.length === 0 && branch === undefined) return;
    const own = { kind: 'script', id: newId(), statements, throws } as const;
    nodes.push(branch ? { ...own, inner: { cond: branch.cond, nodes: group(branch.steps, newId) } } : own);
    statements = [];
    throws = false;
  };
  for (const step of steps) {
    if (step.kind === 'run') {
      statements.push(...step.statements);
      throws ||= step.throws;
    } else if (step.kind === 'when') {
      flush(step);
    } else {
      flush();
      nodes.push(askNode(step, newId));
    }
  }
  flush();
  return nodes;
}

function askNode(ask: Ask, newId: () => string): Node {
  const { guard } = ask;
  if (guard === undefined) return { kind: 'ask', id: newId(), ask };
  const id = newId();
  const inner = { cond: guard.cond, nodes: [{ kind: 'ask', id: newId(), ask } as const] };
  return {
    kind: 'script',
    id,
    statements: guard.otherwise,
    throws: guard.throws,
    inner,
    guards: true,
  };
}

function write(nodes: readonly Node[], next: string, places: LiftPlaces): readonly LiftedState[] {
  return nodes.flatMap((node, i): readonly LiftedState[] => {
    const following = nodes[i + 1]?.id ?? next;
    if (node.kind === 'ask') {
      const state = askState(node.id, node.ask, following, places);
      return [{ state, call: node.ask.from, waits: node.ask.guard === undefined }];
    }
    const { id, statements, throws, inner, guards = false } = node;
    const success: string | readonly Transition[] =
      inner === undefined
        ? following
        : [{ cond: inner.cond, target: inner.nodes[0]?.id ?? following }, { target: following }];
    const state = scriptState(id, places.log, { statements, throws, success, failure: places.failure });
    return [{ state, waits: guards }, ...(inner ? write(inner.nodes, following, places) : [])];
  });
}

function askState(id: string, ask: Ask, next: string, places: LiftPlaces): StateNode {
  const { request, answer, isReply, timer } = ask;
  const { timeout } = request;
  const event = `${id}.timeout`;
  const keep = (given: Js): readonly Action[] => [{ kind: 'assign', location: answer, value: given }];
  const delay = timeout && delayOf(timeout.seconds, places.library);
  const onexit: readonly Action[] = [
    ...(timeout ? [{ kind: 'cancel', sendid: timer } as const] : []),
    ...(request.onexit ?? []),
  ];
  return {
    kind: 'state',
    id,
    onentry: [
      places.log,
      ...request.actions,
      ...(delay ? [{ kind: 'send', event, delay, idLocation: timer } as const] : []),
    ],
    ...(onexit.length > 0 ? { onexit } : {}),
    transitions: [
      ...request.replies.map((reply) => ({
        event: reply.event,
        cond: reply.cond ?? isReply,
        target: reply.to ?? next,
        isAnswer: true as const,
        actions: [...keep(reply.value), ...(reply.actions ?? [])],
      })),
      ...request.errors.map((error) => ({
        event: error.event,
        cond: error.cond ?? isReply,
        target: places.failure,
        ...(error.actions ? { actions: error.actions } : {}),
      })),
      ...(timeout === undefined
        ? []
        : [
            timeout.value === undefined
              ? { event, target: places.failure }
              : { event, target: next, actions: keep(timeout.value), isAnswer: true as const },
          ]),
      { event: 'error.script', target: places.failure },
    ],
  };
}
