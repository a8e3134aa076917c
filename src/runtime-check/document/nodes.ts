// The compiled form of a page: states in document order, transitions, executable content, expressions with their places. Immutable, so that any number
// of sessions can share it.
import type { Span } from '../../diagnostics/index.js';
import type { LocatedText, XmlElement } from '../../xml/index.js';
import type { Dialect } from '../interpreter/dialects.js';
import type { Compiled, Plain, PlainRecord, ScriptFailure } from '../script/engine.js';
import type { CompilePage } from './compile.js';
import type { DeclaredNames } from './declared-names.js';
import type { EntryPlan } from './entry-set.js';
import type { EventTable } from './event-descriptors.js';

export interface CompiledDocument {
  /** The file that it was compiled from. */
  readonly source: CompilePage;
  readonly name: string;
  readonly dialect: Dialect;
  readonly binding: 'early' | 'late';
  readonly root: State;
  /** In document order: a state's index is its place here. */
  readonly states: readonly State[];
  readonly stateById: ReadonlyMap<string, State>;
  readonly transitions: readonly Transition[];
  readonly expressions: readonly Expression[];
  /** Scripts that are children of the root: they run when the session starts. */
  readonly scripts: readonly Expression[];
  readonly events: EventTable;
  readonly hasInvokes: boolean;
  /** For each state, the states that own variables which code in it sees: itself and those around it, outermost first. */
  readonly scopeChains: readonly (readonly number[])[];
}

/** ECMAScript of the page. */
export interface Expression {
  /** Its place in the document's table. */
  readonly index: number;
  readonly kind: Compiled['kind'];
  /** Local name of the element that it belongs to. */
  readonly tag: string;
  /** Index of the state that it stands in; 0 is the page itself. */
  readonly state: number;
  /** What a script declares in that state's scope. */
  readonly declares: DeclaredNames;
  readonly text: LocatedText;
  /** The text as the engine gets it. */
  readonly code: string;
  /** What an assignment assigns. */
  readonly value: { readonly text: LocatedText; readonly code: string } | undefined;
  /** Why it cannot be parsed. It fails so each time it is met. */
  readonly failure: ScriptFailure | undefined;
}

/** An attribute that the dialect reads as it stands, or evaluates. */
export type Value =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'expression'; readonly expression: Expression };

export type StateKind = 'scxml' | 'state' | 'parallel' | 'final' | 'history';

export interface State {
  readonly kind: StateKind;
  readonly id: string;
  readonly index: number;
  /** Index of the last state inside this one; its own when there is none. */
  readonly last: number;
  readonly parent: State | undefined;
  /** Proper ancestors, from the parent up to the root. */
  readonly ancestors: readonly State[];
  /** States inside, without history states. */
  readonly children: readonly State[];
  readonly history: readonly State[];
  /** Default entry of a compound state, of the root, or of a history state. */
  readonly initial: Transition | undefined;
  readonly eventless: readonly Transition[];
  readonly evented: readonly Transition[];
  /** Each `onentry` is one block: an error in it ends this block alone. */
  readonly onentry: readonly Block[];
  readonly onexit: readonly Block[];
  readonly data: readonly DataItem[];
  readonly donedata: DoneData | undefined;
  readonly invokes: readonly Invoke[];
  /** The variables that the state owns have these values when it is entered; undefined: it owns none. */
  readonly scope: PlainRecord | undefined;
  /** Of a history state. */
  readonly deep: boolean;
  readonly element: XmlElement;
}

export interface Transition {
  readonly index: number;
  readonly source: State;
  /** Undefined: eventless. */
  readonly events: readonly string[] | undefined;
  readonly cond: Expression | undefined;
  readonly targets: readonly State[];
  readonly internal: boolean;
  readonly content: Block;
  /** What is left and entered, where no history decides it; undefined otherwise. */
  readonly plan: EntryPlan | undefined;
  readonly element: XmlElement;
}

export interface DataItem {
  readonly id: string;
  /** Assigns the initial value; undefined when `value` holds it. */
  readonly assignment: Expression | undefined;
  /** The place that data from outside goes to. */
  readonly location: Expression;
  readonly value: Plain;
  /** A file that holds the value and cannot be had. */
  readonly missing: string | undefined;
  readonly element: XmlElement;
}

export interface Param {
  readonly name: string;
  readonly expression: Expression;
}

export type Content =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'data'; readonly value: Plain }
  /** A document or other XML, as an element and as a value. */
  | { readonly kind: 'xml'; readonly element: XmlElement; readonly value: Plain };

export interface DoneData {
  readonly params: readonly Param[];
  readonly content: Content | undefined;
}

export interface Invoke extends DoneData {
  readonly id: string | undefined;
  readonly idlocation: Expression | undefined;
  readonly type: Value | undefined;
  readonly src: Value | undefined;
  readonly namelist: readonly Param[];
  readonly autoforward: boolean;
  readonly finalize: Block;
  /** Locations that an empty `finalize` sets from the event's data. */
  readonly updates: readonly { readonly name: string; readonly location: Expression }[];
  readonly element: XmlElement;
}

/** Executable content that runs one after the other until one fails. */
export type Block = readonly Action[];

export type Action =
  | {
      readonly kind: 'raise';
      readonly event: string;
      readonly params: readonly Param[];
      readonly element: XmlElement;
    }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly element: XmlElement }
  | {
      readonly kind: 'log';
      readonly label: string;
      readonly expression: Expression | undefined;
      readonly level: number | undefined;
      readonly element: XmlElement;
    }
  | { readonly kind: 'assign'; readonly assignment: Expression; readonly element: XmlElement }
  | {
      readonly kind: 'store';
      readonly location: Expression;
      readonly value: Plain;
      readonly element: XmlElement;
    }
  | { readonly kind: 'script'; readonly script: Expression; readonly element: XmlElement }
  | SendAction
  | { readonly kind: 'cancel'; readonly sendid: Value; readonly element: XmlElement }
  | ForeachAction
  | { readonly kind: 'foreign'; readonly element: XmlElement; readonly state: number };

export interface Branch {
  /** Undefined: `else`. */
  readonly cond: Expression | undefined;
  readonly content: Block;
}

export interface SendAction extends DoneData {
  readonly kind: 'send';
  readonly event: Value | undefined;
  readonly target: Value | undefined;
  readonly type: Value | undefined;
  readonly delay: Value | undefined;
  readonly id: string | undefined;
  readonly idlocation: Expression | undefined;
  readonly namelist: readonly Param[];
  readonly element: XmlElement;
}

export interface ForeachAction {
  readonly kind: 'foreach';
  readonly array: Expression;
  readonly item: Expression;
  readonly itemName: string;
  readonly index: Expression | undefined;
  readonly indexName: string | undefined;
  readonly content: Block;
  readonly element: XmlElement;
}

/** Where a failure in an expression stands in the page. */
export function failureSpan(expression: Expression, failure: ScriptFailure): Span {
  const text = failure.inValue && expression.value ? expression.value.text : expression.text;
  if (failure.line === 0) return text.span();
  const offset = offsetOf(text.text, failure.line, failure.column);
  return text.span(offset, Math.min(offset + 1, text.text.length));
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let left = line - 1; left > 0; left--) {
    const end = text.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return Math.min(start + column - 1, text.length);
}
