// Lifting within one block: it gathers the steps that the block's expressions need, in the order in which the block asks for them, and writes them as
// states when the block is built.
import type { Block, Expr } from '../../ir/nodes.js';
import type { CallExpr } from '../../ir/walk.js';
import type { Built, FrameIds, FunctionContext, FunctionMapping } from '../define.js';
import {
  translateArguments,
  translateCondition,
  translateValue,
  type TranslateContext,
} from '../expressions.js';
import { findFunctionMapping } from '../functions/index.js';
import * as js from '../js.js';
import type { Js, Statement } from '../js.js';
import type { Submit } from '../map-state.js';
import { sequenceCalls, type NewTemporary, type Step, type Temporary } from './sequence.js';
import { liftStates, type LiftedState, type LiftPlaces, type PageStep } from './states.js';

/** What lifting needs from the block's context. */
export interface LiftSurroundings {
  readonly block: Block;
  /** Ids of requests and temporaries begin with it. */
  readonly self: string;
  readonly isRoot: boolean;
  readonly translate: TranslateContext;
  setting(name: string, otherwise: Js, of?: Js): Js | undefined;
  readonly frame: Pick<FrameIds, 'defaultRouting'>;
  /** Every `queue:submit` of the page. */
  readonly submits: Submit[];
  shared(name: string, about: string): Js;
  /** Accounts for a call, and gives what its row may use. */
  callContext(call: CallExpr, row: FunctionMapping): FunctionContext;
}

export interface Lifting {
  /** Takes the requests out of an expression; what is left reads their answers. */
  sequence(expr: Expr): Expr;
  /** Where a temporary of this block lives. */
  readonly temporary: (name: string) => Js | undefined;
  /** Runs statements before what is evaluated next. */
  before(statements: readonly Statement[], throws: boolean): void;
  /** What `evaluate` asks for is asked for only when the condition holds. */
  only(cond: Js, evaluate: () => void): void;
  states(places: LiftPlaces): readonly LiftedState[];
}

/** Opens lifting for a block. */
export function openLifting(around: LiftSurroundings): Lifting {
  const temporaries = new Map<string, Js>();
  let steps: PageStep[] = [];
  let asks = 0;
  const counts = new Map<string, number>();

  /** In a subroutine it stands in the frame of the call, so that a recursive call has its own. */
  const newTemporary: NewTemporary = (what, type, { span }) => {
    const word = what.replace(/[^A-Za-z0-9_]/g, '_');
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    const name = `${word}_${String(count)}`;
    // No variable of a strategy can have such a name.
    const key = `#${name}`;
    temporaries.set(key, js.path(around.isRoot ? `_data.ird_lifted.${name}` : `_data.ird_local.ird_${name}`));
    return { kind: 'variable', name: key, type, span };
  };
  const placeOf = (temporary: Temporary): Js => temporaries.get(temporary.name) ?? js.path('undefined');

  const run = (statements: readonly Statement[], throws: boolean): PageStep => ({
    kind: 'run',
    statements,
    throws,
  });

  const put = (place: Js, built: Built): PageStep => run([js.assign(place, built.js)], built.throws);

  function compile(step: Step): readonly PageStep[] {
    switch (step.kind) {
      case 'keep': {
        const built =
          step.as === 'value'
            ? translateValue(step.expr, around.translate)
            : asNumber(translateCondition(step.expr, around.translate));
        return [put(placeOf(step.in), built)];
      }
      case 'when':
        return [
          {
            kind: 'when',
            cond: js.binary(placeOf(step.value), step.is ? '!=' : '==', js.number(0)),
            steps: step.steps.flatMap(compile),
          },
        ];
      case 'ask':
        return compileAsk(step.call, placeOf(step.in));
    }
  }

  function compileAsk(call: CallExpr, answer: Js): readonly PageStep[] {
    const row = findFunctionMapping(call.name);
    if (row?.lift === undefined)
      throw new Error(`internal: ${call.name} is lifted without a row that says how`);
    const built = translateArguments(call, around.translate);
    asks++;
    const name = `${around.self}_ask_${String(asks)}`;
    const request = `_data.ird_requests.${name}`;
    const isReply = js.binary(js.path('_event.data.requestid'), '==', js.path(request));
    const cx = around.callContext(call, row);
    const lifted = row.lift.request(
      built.args,
      {
        ...cx,
        request: js.path(request),
        isReply,
        setting: around.setting,
        selects: () => {
          around.submits.push({ name, keeps: true, selects: true });
          return name;
        },
        shared: around.shared,
        defaultRouting: around.frame.defaultRouting,
      },
      call.args,
    );
    const replies = lifted.replies.map((reply) => ({
      ...reply,
      value: reply.value ?? row.build(built.args, cx, call.args),
    }));
    const { when } = lifted;
    const guard = when && {
      cond: when.cond,
      otherwise: [js.assign(answer, when.otherwise)],
      throws: built.throws,
    };
    return [
      {
        kind: 'ask',
        request: { ...lifted, replies },
        from: call.id,
        answer,
        isReply,
        timer: js.path(`${request}_timer`),
        ...(guard ? { guard } : {}),
      },
    ];
  }

  return {
    temporary: (name) => temporaries.get(name),
    sequence: (expr) => {
      const done = sequenceCalls(expr, newTemporary);
      steps.push(...done.steps.flatMap(compile));
      return done.expr;
    },
    before: (statements, throws) => {
      if (statements.length > 0) steps.push(run(statements, throws));
    },
    only: (cond, evaluate) => {
      const outer = steps;
      steps = [];
      evaluate();
      const inner = steps;
      steps = outer;
      if (inner.length > 0) steps.push({ kind: 'when', cond, steps: inner });
    },
    states: (places) => liftStates(steps, places),
  };
}

const asNumber = (built: Built): Built => ({
  js: js.conditional(built.js, js.number(1), js.number(0)),
  throws: built.throws,
});
