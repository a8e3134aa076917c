// What a lifted function is: a call that became an element with an answer of its own. A row names the request and what can come back; the states around
// it, the order of evaluation and the way out of a failure are made in this folder, alike for every row and every block.
import type { Expr } from '../../ir/nodes.js';
import type { FunctionContext } from '../define.js';
import type { Js } from '../js.js';
import type { Action } from '../target-tree.js';

/** What a row may use while it writes its request. */
export interface LiftContext extends FunctionContext {
  /** Location for the id of the request: `requestid` of the element. */
  readonly request: Js;
  /** What an earlier block has set for this one; undefined when none does. */
  setting(name: string, otherwise: Js, of?: Js): Js | undefined;
  /** Condition that an event answers this request. */
  readonly isReply: Js;
  /** The request is a `queue:submit` that stays open when its state is left; gives the name under which `_data.ird_live` has it. */
  selects(): string;
  /** Data of the page that blocks share, empty at the start; see `BlockContext.shared`. */
  shared(name: string, about: string): Js;
  /** State of the default routing. */
  readonly defaultRouting: string;
}

/** An event that ends the request. */
export interface Reply {
  readonly event: string;
  /** Left out: `LiftContext.isReply`. */
  readonly cond?: Js;
  /** The value of the call, read from `_event`. Left out: what the row's `build` gives. */
  readonly value?: Js;
  /** What is done with the event beside. */
  readonly actions?: readonly Action[];
  /** State that follows in place of the use of the call. */
  readonly to?: string;
}

/** The request that stands for one call. */
export interface LiftedRequest {
  /** Condition under which there is something to ask for; must not throw. Else the call has the value `otherwise`. */
  readonly when?: { readonly cond: Js; readonly otherwise: Js };
  /** What the state does when it is entered. */
  readonly actions: readonly Action[];
  readonly replies: readonly Reply[];
  /** Events of a failure: the block that holds the call fails. */
  readonly errors: readonly Omit<Reply, 'value' | 'to'>[];
  /** Seconds until the page gives up by itself, and the value that the call has then; without one its block fails. */
  readonly timeout?: { readonly seconds: Js; readonly value?: Js };
  /** What the state does when it is left, by whatever way (`statistic:unsubscribe`). */
  readonly onexit?: readonly Action[];
}

/** How a function is asked for. `build` of the row says how the value is read from the answering `_event`. */
export interface Lift {
  /** Whether this call needs a request; left out: every call does. */
  readonly applies?: (exprs: readonly Expr[]) => boolean;
  readonly request: (args: readonly Js[], cx: LiftContext, exprs: readonly Expr[]) => LiftedRequest;
}
