// The typed tree of an SCXML page in the ORS dialect. Attribute values say what they are (value expression, location, literal), because the
// dialect writes literals inside value expressions with inner quotes.
import type { NodeId } from '../ir/nodes.js';
import type { Js, Statement } from './js.js';

export type OrsModule = 'queue' | 'ixn' | 'dialog' | 'session' | 'statistic' | 'ws' | 'classification';

export type AttributeValue =
  /** ECMAScript evaluated when the element runs. */
  | { readonly kind: 'value'; readonly js: Js }
  /** A left-hand side that the platform writes to (`requestid`). */
  | { readonly kind: 'location'; readonly js: Js }
  /** A word of the dialect itself (`true`, `agentgroup`, `ann`). */
  | { readonly kind: 'literal'; readonly text: string };

export const value = (js: Js): AttributeValue => ({ kind: 'value', js });
export const location = (js: Js): AttributeValue => ({ kind: 'location', js });
export const literal = (words: string): AttributeValue => ({ kind: 'literal', text: words });

export type Action =
  | { readonly kind: 'script'; readonly statements: readonly Statement[]; readonly from?: NodeId }
  | { readonly kind: 'assign'; readonly location: Js; readonly value: Js; readonly from?: NodeId }
  | { readonly kind: 'log'; readonly value: Js; readonly label?: string; readonly level?: 1 | 2 | 3 | 4 }
  | {
      readonly kind: 'raise';
      readonly event: string;
      readonly params?: Readonly<Record<string, Js>>;
      readonly from?: NodeId;
    }
  | {
      readonly kind: 'send';
      readonly event: string;
      /** e.g. `'2s'`, as an expression. */
      readonly delay?: Js;
      readonly idLocation?: Js;
      readonly params?: Readonly<Record<string, Js>>;
    }
  | { readonly kind: 'cancel'; readonly sendid: Js }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly cond: Js; readonly actions: readonly Action[] }[];
      readonly otherwise?: readonly Action[];
    }
  | {
      readonly kind: 'element';
      readonly module: OrsModule;
      readonly name: string;
      readonly attributes: Readonly<Record<string, AttributeValue>>;
      readonly children?: readonly ElementChild[];
      readonly from?: NodeId;
    };

/** Children of an action element. */
export type ElementChild =
  | Extract<Action, { kind: 'element' }>
  | { readonly kind: 'param'; readonly name: string; readonly value: Js }
  | { readonly kind: 'content'; readonly value: Js };

export interface Transition {
  readonly event?: string;
  readonly cond?: Js;
  readonly target?: string;
  readonly actions?: readonly Action[];
  readonly comment?: string;
  readonly from?: NodeId;
  /** What was waited for, whatever its event is called: nothing has failed. */
  readonly isAnswer?: true;
}

export interface StateNode {
  readonly kind: 'state' | 'final' | 'parallel';
  readonly id: string;
  readonly initial?: string;
  /** Comments above the state: the strategy's own, and what a person needs to finish a placeholder. */
  readonly comments?: readonly string[];
  /** What to review, as comments below those; left out with `--no-notes`. */
  readonly notes?: readonly string[];
  readonly onentry?: readonly Action[];
  readonly onexit?: readonly Action[];
  readonly transitions?: readonly Transition[];
  readonly children?: readonly StateNode[];
  /** Source node that the state was made from. */
  readonly from?: NodeId;
}

export interface DataItem {
  readonly id: string;
  readonly value?: Js;
  readonly comment?: string;
  readonly from?: NodeId;
}

/** A whole page of the ORS dialect. */
export interface Page {
  readonly name: string;
  readonly header: readonly string[];
  readonly initial: string;
  readonly data: readonly DataItem[];
  /** Names of the runtime library functions that the page uses. */
  readonly library: readonly string[];
  /** Global variables that scripts of a Composer diagram name; [] for IRD strategies. */
  readonly globals: readonly Statement[];
  readonly states: readonly StateNode[];
}
