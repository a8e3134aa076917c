// What a block mapping works with while it builds its states: names of the page, translated expressions, and the account of what became of each part.
import { assumption } from '../ir/assumptions/table.js';
import type { Block, NodeId, Value } from '../ir/nodes.js';
import type { CallExpr } from '../ir/walk.js';
import { record, type Accounts } from './accounts.js';
import type { BlockContext, Built, FunctionContext, FunctionMapping } from './define.js';
import { rowOfCall } from './custom.js';
import { translateCondition, translateValue, type TranslateContext } from './expressions.js';
import { findPlaceholder } from './functions/index.js';
import * as js from './js.js';
import type { Js } from './js.js';
import { literalOf } from './literal.js';
import { settingReader } from './flow/read.js';
import type { LeftCall, NotedCall } from './block-findings.js';
import { registration, type Registration } from './call-end.js';
import { isOtherForm, isUnverified } from './known-calls.js';
import { blockAsks, valueAsks } from './lifting/calls.js';
import { openLifting } from './lifting/open.js';
import type { LiftedState } from './lifting/states.js';
import type { MapState, Scope } from './map-state.js';
import { isMentionedIn } from './mentions.js';
import { plainValue } from './plain-value.js';
import { portTarget } from './port-target.js';
import { isReadable, subroutinesRunIn } from '../ir/readable.js';
import { scriptState } from './script-state.js';
import { variableName } from './start-values.js';
import { storedAs, typeOf } from './stored-value.js';
import type { Action } from './target-tree.js';
import { targetGap } from './target-version.js';

/** The id of the interaction that the page works on, and the DN where it stands: data of the frame. */
const interaction = js.path('_data.ird_ixn');
const thisDN = js.path('_data.ird_dn');

/** A block context, and what the driver reads from it when the block is built. */
export interface OpenContext extends BlockContext {
  /** Reason why the block must become a placeholder, when there is one. */
  readonly failure: () => string | undefined;
  /** Whether an expression of the block can throw. */
  readonly throws: () => boolean;
  /** Ports that the mapping asked for. */
  readonly usedPorts: ReadonlySet<string>;
  readonly notes: readonly string[];
  /** Reasons why the block is to be reviewed, each once. */
  readonly reviews: readonly string[];
  /** Calls that URS answers. */
  readonly ursCalls: readonly NotedCall[];
  /** Calls of functions whose names no document has, converted without a word about it otherwise. */
  readonly unverified: readonly NotedCall[];
  /** Calls beside which something must stay in URS. */
  readonly leftInUrs: readonly LeftCall[];
  /** Strategies that are registered for the loss of the call. */
  readonly registrations: readonly Registration[];
  /** Subroutines that URS runs for thresholds and skill expressions of the block. */
  readonly subroutinesOfUrs: readonly NotedCall[];
  /** The states that ask for something before the block's own; [] when nothing is to be asked for. */
  readonly askingStates: (failure: () => string) => readonly LiftedState[];
  /** Accounts of this block's parts; merged when the block did not become a placeholder. */
  readonly accounts: Accounts;
}

/** The log line of a state: strategy, block, interaction. */
export function logLine(scope: Scope, block: Block): Action {
  const what = `${scope.strategy.name}: ${block.caption || block.sourceType} [${block.type}] `;
  return { kind: 'log', value: js.binary(js.text(what), '+', interaction) };
}

/** Opens the context in which `block` is built. */
export function openContext(
  block: Block,
  scope: Scope,
  state: MapState,
  absorbed: readonly Block[] = [],
): OpenContext {
  const accounts: Accounts = new Map();
  const usedPorts = new Set<string>();
  const notes: string[] = [];
  let failure: string | undefined;
  let throws = false;
  const asks = blockAsks(block, absorbed, scope.strategy.variables);
  // What is asked for comes first and takes the id that others lead to.
  const self = `${scope.stateOf(block.id)}${asks ? '_use' : ''}`;
  const fail = (reason: string): void => {
    failure ??= reason;
  };
  const library = (name: string, ...args: readonly Js[]): Js => {
    state.library.add(name);
    return js.call(`ird.${name}`, ...args);
  };
  const assume = (id: string): string => {
    const row = assumption(id);
    state.assumptions.add(id);
    return state.options.assumptions[id] ?? row.default;
  };
  const ursCalls: NotedCall[] = [];
  const unverified: NotedCall[] = [];
  const leftInUrs: LeftCall[] = [];
  const subroutinesOfUrs: NotedCall[] = [];
  const registrations: Registration[] = [];
  const reviews: string[] = [];
  const review = (reason: string, node: NodeId = block.nodeId): void => {
    if (!reviews.includes(reason)) reviews.push(reason);
    record(accounts, node, 'review', reason);
    if (node !== block.nodeId) record(accounts, block.nodeId, 'review', reason);
    if (!notes.includes(`Review: ${reason}`)) notes.push(`Review: ${reason}`);
  };
  const variable = (name: string): Js => {
    const temporary = lifting.temporary(name);
    if (temporary) return temporary;
    // Scripts of a diagram name their variables freely, `system.Language` among them.
    if (scope.strategy.language === 'ecmascript') return js.path(name);
    return scope.variables.get(name) ?? js.path(`_data.${variableName({ name })}`);
  };
  const translate: TranslateContext = { variable, library, fail, call: buildCall };

  function buildCall(expr: CallExpr, args: readonly Js[]): Built | undefined {
    const row = rowOfCall(expr, scope.strategy, state.options);
    if (row === undefined) {
      const reason = findPlaceholder(expr.name)?.about ?? 'nothing is known about it';
      unmapped(expr, reason);
      return undefined;
    }
    const built = row.build(args, callContext(expr, row), expr.args);
    return { js: built, throws: row.throws ?? false };
  }

  function unmapped(expr: CallExpr, reason: string): void {
    record(accounts, expr.id, 'placeholder', `function "${expr.writtenAs}" has no mapping: ${reason}`);
    state.unmapped.push({ name: expr.writtenAs, node: expr.id, span: expr.span, block, reason });
    fail(`the function "${expr.writtenAs}" has no mapping (${reason})`);
  }

  function callContext(expr: CallExpr, row: FunctionMapping): FunctionContext {
    record(accounts, expr.id, row.disposition);
    if (isOtherForm(expr)) review(`${expr.writtenAs} is taken for a form of ${expr.name}`, expr.id);
    if (row.disposition === 'urs') {
      if (!state.options.ursCalls) unmapped(expr, 'it would be asked of URS, which the options forbid');
      record(accounts, block.nodeId, 'urs', `${expr.writtenAs} is asked of URS`);
      ursCalls.push({ name: expr.writtenAs, node: expr.id, span: expr.span });
    }
    const gap = targetGap(row.target, state.options.target);
    if (gap !== undefined) unmapped(expr, gap);
    if (row.disposition === 'review') review(row.about, expr.id);
    const { id: node, span, writtenAs: name } = expr;
    if (row.leaveInUrs !== undefined) leftInUrs.push({ name, node, span, reason: row.leaveInUrs });
    if (isUnverified(expr, row)) unverified.push({ name, node, span });
    return {
      library,
      interaction,
      thisDN,
      assume,
      review: (reason) => review(`${expr.writtenAs}: ${reason}`, expr.id),
      literal: literalOf,
      fail: (reason) => unmapped(expr, reason),
      priorityIncrements: state.options.priorityIncrements ?? 'resubmit',
      onLoss: (given) => {
        shared('hook', 'The strategy that runs when the call is lost (OnCallAbandoned).');
        assume('abandoned.event');
        registrations.push(registration(expr, given, state));
      },
    };
  }

  const setting = settingReader(state.flow, scope.strategy, block, library);
  const shared = (name: string, about: string): Js => {
    state.shared.set(name, about);
    return js.path(`_data.ird_${name}`);
  };
  const { isRoot, frame } = scope;
  const { submits } = state;
  const lifting = openLifting({
    block,
    self,
    isRoot,
    frame,
    submits,
    shared,
    translate,
    callContext,
    setting,
  });
  const use = (value: Value): void => {
    record(accounts, value.id, 'exact');
    const isParsed = value.kind === 'targets' || value.kind === 'skill' || value.kind === 'threshold';
    if (isParsed) {
      for (const name of subroutinesRunIn(value.tree))
        subroutinesOfUrs.push({ name, node: value.id, span: value.span });
    }
    if (isParsed && !isReadable(value.tree)) fail(`"${value.text}" could not be read`);
    // Scripts of a diagram make variables of their own.
    const isLost = value.kind === 'variable' && !value.resolved && scope.strategy.language === 'ird';
    if (isLost) fail(`the variable "${value.name}" is not declared`);
    if (value.kind !== 'ecmascript') return;
    for (const found of value.recovered) {
      review(`an IRD expression stands commented out and does nothing: ${found.text}`, found.id);
    }
  };
  const expression = (value: Value, condition: boolean): Built => {
    const built = translated(value, condition);
    throws ||= built.throws;
    return built;
  };
  const translated = (value: Value, condition: boolean): Built => {
    use(value);
    if (value.kind === 'variable') return { js: variable(value.name), throws: false };
    if (value.kind !== 'expression') return plainValue(value);
    const rest = lifting.sequence(value.expr);
    return condition ? translateCondition(rest, translate) : translateValue(rest, translate);
  };

  return {
    id: self,
    absorbed,
    accounts,
    usedPorts,
    notes,
    reviews,
    ursCalls,
    unverified,
    leftInUrs,
    registrations,
    subroutinesOfUrs,
    failure: () => failure,
    askingStates: (failed) => {
      if (!asks) return [];
      state.lifts ||= scope.isRoot;
      const first = scope.stateOf(block.id);
      return lifting.states({
        first,
        next: self,
        failure: failed(),
        log: logLine(scope, block),
        library,
        stateId: (suffix) => `${first}_${suffix}`,
      });
    },
    setting,
    asks: valueAsks,
    before: lifting.before,
    only: lifting.only,
    throws: () => throws,
    log: logLine(scope, block),
    interaction,
    thisDN,
    options: state.options,
    // A copy of a macro starts with fresh variables each time, as a subroutine does.
    isRoot: scope.isRoot && scope.macros === undefined,
    variables: scope.strategy.variables,
    isMentioned: (text) => isMentionedIn(scope.strategy, text),
    hasBlock: (type) => scope.strategy.blocks.some((each) => each.type === type && each.reachable),
    frame,
    library,
    assume,
    review,
    variable,
    expression: (value) => expression(value, false),
    stored: (value, type) => {
      const built = expression(value, false);
      return { ...built, js: storedAs(type, typeOf(value), built.js, library) };
    },
    condition: (value) => expression(value, true),
    shared,
    text: (value) => expression(value, false).js,
    use,
    note: (words) => notes.push(words),
    placeholder: fail,
    omit: (node, reason) => record(accounts, node, 'omitted', reason),
    unsupported: (node, reason) => {
      record(accounts, node, 'unsupported', reason);
      record(accounts, block.nodeId, 'unsupported', reason);
      notes.push(`Not converted: ${reason}`);
    },
    connected: (port) => block.ports.find((p) => p.name === port)?.target !== undefined,
    target: (port) => {
      usedPorts.add(port);
      return portTarget(block, port, scope, scope.frame, assume);
    },
    request: (suffix) => requestLocation(self, suffix),
    isReply: (suffix) => js.binary(js.path('_event.data.requestid'), '==', requestLocation(self, suffix)),
    stateId: (suffix) => `${self}_${suffix}`,
    waits: (id) => {
      if (!state.waits.includes(id)) state.waits.push(id);
    },
    submits: (keeps, suffix) => {
      const name = suffix === undefined ? self : `${self}_${suffix}`;
      state.submits.push({ name, keeps });
      return name;
    },
    scriptState: (options) => scriptState(self, logLine(scope, block), options),
    subroutine: (name) => state.embed(name),
    jump: (name) => state.jump(name),
    expand: (name, after) => state.expand(name, { scope, at: scope.stateOf(block.id), after }),
  };
}

const requestLocation = (state: string, suffix: string | undefined): Js =>
  js.path(`_data.ird_requests.${state}${suffix === undefined ? '' : `_${suffix}`}`);
