// What a mapping is: a row for each function, a file for each block. Rows and files are data plus one function; docs, effort, coverage and
// tests read the data.
import type {
  Block,
  BlockOf,
  BlockType,
  Expr,
  IrdType,
  NodeId,
  Strategy,
  Value,
  Variable,
} from '../ir/nodes.js';
import type { Evidence } from '../ir/vocabulary/facts.js';
import type { Js, Statement } from './js.js';
import type { Lift } from './lifting/define.js';
import type { Action, StateNode, Transition } from './target-tree.js';

/** What became of a source node, from best to worst; a block shows the worst of its parts. */
export const dispositions = [
  'exact',
  'omitted',
  'review',
  'urs',
  'placeholder',
  'unsupported',
  'unreachable',
] as const;
export type Disposition = (typeof dispositions)[number];

export interface TargetVersions {
  /** First ORS version that has the equivalent. */
  readonly from: string;
  readonly until?: string;
}

/** One IRD expression and the ES5 that the row makes of it; run as a test and printed in the docs. */
export interface FunctionExample {
  readonly ird: string;
  readonly js: string;
  /** Value by IRD's description, checked by running `js` in the sandbox; left out when it depends on the call. */
  readonly value?: string | number;
}

export interface FunctionContext {
  /** Uses a function of the runtime library (`ird.<name>`), so that it is part of the page; gives the callee. */
  library(name: string, ...args: readonly Js[]): Js;
  /** The id of the interaction that the page works on. */
  readonly interaction: Js;
  /** Where the interaction stands. */
  readonly thisDN: Js;
  /** Marks the call as converted but not proven equal, with the reason. */
  review(reason: string): void;
  /** Says that the conversion rests on a row of the assumptions table; gives the row's value. */
  assume(id: string): string;
  /** The literal value of an argument, when it is one. */
  literal(arg: Expr): string | number | undefined;
  /** The call cannot be converted, for that reason: its block becomes a placeholder. */
  fail(reason: string): void;
  readonly priorityIncrements: PriorityIncrements;
  /** Takes the strategy that the argument names into the page, to run when the call is lost; what stands in the way is reported. */
  onLoss(strategy: Expr | undefined): void;
}

export interface FunctionMapping {
  /** Canonical IRD name of src/ir/vocabulary, which holds its parameters, aliases and their evidence. */
  readonly ird: string;
  /** How well the equivalent is known; what is shown is the weakest of this and the vocabulary's evidence. */
  readonly evidence: Evidence;
  readonly disposition: Disposition;
  /** Review effort in cost units. */
  readonly cost: number;
  readonly target: TargetVersions;
  /** Where the fact comes from, in words: vendor guide and page. */
  readonly source: string;
  /** One or two sentences for the documentation page. */
  readonly about: string;
  /** What must stay in URS, or be kept in both, where a call of it stands. */
  readonly leaveInUrs?: string;
  /** The emitted expression can throw in ORS (division, overflow, bad argument): its block checks for that. */
  readonly throws?: boolean;
  readonly examples: readonly FunctionExample[];
  /** The function became a request: its calls are lifted into states before the use, and `build` reads the value from the answering `_event`. */
  readonly lift?: Lift;
  readonly build: (args: readonly Js[], cx: FunctionContext, exprs: readonly Expr[]) => Js;
}

export const defineFunctions = (rows: readonly FunctionMapping[]): readonly FunctionMapping[] => rows;

/** The part of the page that a block becomes. The first state carries the block's id. */
export interface Region {
  readonly states: readonly StateNode[];
  /** Transitions that hold in every state of the strategy: the exceptions of a Composer workflow. */
  readonly handlers?: readonly Transition[];
}

/** An expression made ready for the page. */
export interface Built {
  readonly js: Js;
  /** It can throw: compute it in a script and look for the result (`BlockContext.checked`). */
  readonly throws: boolean;
}

export interface BlockContext {
  /** Id of the state that the block becomes. */
  readonly id: string;
  /** State id that a port leads to: the connected block, or what the frame provides when nothing is connected. */
  target(port: string): string;
  /** Whether a port is connected. */
  connected(port: string): boolean;
  /** The log line that every state writes first (strategy, block caption, interaction id). */
  readonly log: Action;
  readonly interaction: Js;
  /** Where the interaction stands: `from` of redirects. */
  readonly thisDN: Js;
  /** The ES5 of an IRD expression, or of a Composer expression. Unmapped calls turn the whole block into a placeholder. */
  expression(value: Value): Built;
  /** The same as a variable of that type holds it: IRD converts what it stores. */
  stored(value: Value, type: IrdType): Built;
  /** The same as a condition of ECMAScript. */
  condition(value: Value): Built;
  /**
   * What an earlier block has set for this one: the constant that holds on every way here, or the data that it travels in (then `otherwise` holds where nothing
   * was set); undefined when no way sets it. `of` names the queue or target that the setting is for.
   */
  setting(name: string, otherwise: Js, of?: Js): Js | undefined;
  /** Whether a value holds a call that is lifted into states before the use. */
  asks(value: Value | undefined): boolean;
  /** Runs statements before what is evaluated next: only when that asks for something does it matter. */
  before(statements: readonly Statement[], throws: boolean): void;
  /** What `evaluate` asks for is asked for only when the condition, which must not throw, holds. */
  only(cond: Js, evaluate: () => void): void;
  /** The text of a skill expression or threshold for URS, or a literal text, as a string. Accounts for the value. */
  text(value: Value): Js;
  /** Accounts for a value that the block read in its own way (booleans, target lists). */
  use(value: Value): void;
  /** Variables of the strategy, in the order of their declaration. */
  readonly variables: readonly Variable[];
  /** Whether a value of any block of the strategy mentions that text. */
  isMentioned(text: string): boolean;
  /** Whether control can reach a block of that type in the strategy. */
  hasBlock(type: BlockType): boolean;
  /** Where a variable lives, e.g. `_data.v_count`. */
  variable(name: string): Js;
  /** Data of the page that blocks share, empty at the start: `_data.ird_<name>`; `about` stands as comment beside it. */
  shared(name: string, about: string): Js;
  /** Uses a runtime library function. */
  library(name: string, ...args: readonly Js[]): Js;
  /** Location of the request id of this block's action; `suffix` when a block has several. */
  request(suffix?: string): Js;
  /** Condition that an event answers that request. */
  isReply(suffix?: string): Js;
  /** The block stays here for replies or time: a later `interaction.present` comes back to it. */
  waits(stateId: string): void;
  /** The block submits to a queue; `keeps`: its targets may win after the block was left. Gives the request's name; `suffix` when a block has several. */
  submits(keeps: boolean, suffix?: string): string;
  /** Id of a further state of this block: `<id>_<suffix>`. */
  stateId(suffix: string): string;
  /** Makes the block a placeholder, with the reason. */
  placeholder(reason: string): void;
  review(reason: string, node?: NodeId): void;
  /** Notes that a part of the block was left out on purpose (proved unnecessary). */
  omit(node: NodeId, reason: string): void;
  /** A part that has no equivalent. */
  unsupported(node: NodeId, reason: string): void;
  assume(id: string): string;
  /** A sentence that stands as comment beside the state. */
  note(words: string): void;
  /**
   * A state that runs a script and goes on: to `success` when the script ran to its end, to `failure` when it threw. Uses a plain eventless transition when `throws` is
   * false.
   */
  scriptState(options: {
    readonly statements: readonly Statement[];
    readonly throws: boolean;
    readonly success: string | readonly Transition[];
    readonly failure: string;
  }): StateNode;
  readonly frame: FrameIds;
  /** Blocks that this block absorbs (`BlockMapping.absorbs`), in order. */
  readonly absorbed: readonly Block[];
  readonly options: MapOptions;
  /** True in strategies, false in subroutines. */
  readonly isRoot: boolean;
  /** The embedded subroutine of that name: state of its entry, its parameters; undefined when it is not part of the batch. */
  subroutine(name: string): EmbeddedSubroutine | undefined;
  /** The strategy of that name as part of the page, to be jumped to; undefined when it is not part of the batch. */
  jump(name: string): EmbeddedSubroutine | undefined;
  /** A copy of the macro of that name, whose end leads to `after`; a sentence that says why there can be none. */
  expand(name: string, after: string): ExpandedMacro | string;
}

export interface EmbeddedSubroutine {
  readonly entry: string;
  /** Parameters and locals with their start values; what strategies share is not among them. */
  readonly variables: readonly Variable[];
  /** Makes `state` a place where the subroutine may return to. */
  returnsTo(state: string): void;
}

/** A copy of a macro. */
export interface ExpandedMacro {
  /** State of its entry. */
  readonly entry: string;
  readonly variables: readonly Variable[];
  /** Where its variables live, all of them and each. */
  readonly locals: Js;
  place(variable: Variable): Js;
}

/** States of the frame that blocks lead to. */
export interface FrameIds {
  /** Unhandled errors, and ends of a voice strategy that has not routed. */
  readonly defaultRouting: string;
  /** End of the strategy by its Exit, or return from the subroutine. */
  readonly end: string;
  /** The interaction was routed by a Selection and nothing follows. */
  readonly routed: string;
}

/** What a user has decided for the nodes of one strategy: overrides and plug-ins. */
export interface StrategyMappings {
  readonly calls: ReadonlyMap<NodeId, FunctionMapping>;
  /** Each was made for the block whose node it is given by. */
  readonly blocks: ReadonlyMap<NodeId, BlockMapping>;
}

/** How a priority that grows by intervals does so under Orchestration. */
export const priorityIncrementWays = ['resubmit', 'queue-functions', 'update'] as const;
export type PriorityIncrements = (typeof priorityIncrementWays)[number];

/** What a block mapping may ask about the whole conversion. */
export interface MapOptions {
  /** `urs`: URS delivers (`route="true"`); `redirect`: the page redirects after the selection. */
  readonly selection: 'urs' | 'redirect';
  /** Functions without an equivalent may be asked of URS; else they become placeholders. */
  readonly ursCalls: boolean;
  /** `resubmit` when left out. */
  readonly priorityIncrements?: PriorityIncrements;
  /** The version of Orchestration Server that pages are to run on; the one that has everything when left out. */
  readonly target?: string;
  /** Rows of the assumptions table that are set otherwise than by default. */
  readonly assumptions: Readonly<Record<string, string>>;
  /** The user's own mappings; they come before ours. */
  readonly custom?: (strategy: Strategy) => StrategyMappings | undefined;
}

export interface BlockMapping<T extends BlockType = BlockType> {
  readonly type: T;
  /** How well the equivalent is known; what is known of the object itself is in src/ir/vocabulary. */
  readonly evidence: Evidence;
  /** The best that the block can be; its context may make it worse. */
  readonly disposition: Disposition;
  readonly cost: number;
  readonly target: TargetVersions;
  readonly source: string;
  readonly about: string;
  /** Properties that need no part in the page, by their last name. Any other property that `build` does not read is reported. */
  readonly ignores?: readonly string[];
  /** Blocks that become part of this block's states and get none of their own. */
  readonly absorbs?: (block: BlockOf<T>, strategy: Pick<Strategy, 'blocks'>) => readonly Block[];
  readonly build: (block: BlockOf<T>, cx: BlockContext) => Region;
}

export const defineBlock = <T extends BlockType>(mapping: BlockMapping<T>): BlockMapping<T> => mapping;
