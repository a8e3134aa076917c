// The session's data, held by a script engine: evaluates the page's expressions, and turns their failures into error events.
import type { Span } from '../../diagnostics/index.js';
import { nothingDeclared, type DeclaredNames } from '../document/declared-names.js';
import { failureSpan, type CompiledDocument, type DataItem, type Expression } from '../document/nodes.js';
import { prepareCode } from '../document/syntax.js';
import type {
  Compiled,
  Plain,
  PlainRecord,
  ScopedCode,
  ScriptEngine,
  ScriptFailure,
  ScriptResult,
} from '../script/engine.js';
import { createKeptLists } from './kept-lists.js';
import type { ScxmlEvent } from './types.js';

export interface DataModel {
  readonly engine: ScriptEngine;
  /** Evaluates an expression; undefined when it failed, which was raised. */
  value(expression: Expression): { readonly value: Plain } | undefined;
  /** A condition that fails is false. */
  condition(expression: Expression): boolean;
  /** Runs a script or an assignment. */
  run(expression: Expression): boolean;
  assign(location: Expression, value: Plain): boolean;
  /** Text that is no part of the compiled page is evaluated in this state from now on. */
  within(state: number): void;
  /** As `value` and `assign`, for text that is no part of the compiled page. */
  valueOfText(source: string, span: Span): { readonly value: Plain } | undefined;
  assignText(location: string, value: Plain, span: Span): boolean;
  /**
   * Evaluates a list for `foreach` and keeps a copy of it in the sandbox until `closeList`; without length when it is no list, undefined
   * when it failed.
   */
  openList(list: Expression): { readonly length: number | undefined } | undefined;
  /** Assigns the next item of an open list. */
  assignNext(list: Expression, location: Expression): boolean;
  closeList(list: Expression): void;
  /** Declares a variable of the page. */
  declare(item: DataItem): void;
  /** Declares a variable unless it exists. */
  declareName(name: string): void;
  setEvent(event: ScxmlEvent): void;
  /** Failures so far. */
  readonly failures: number;
}

/** Told of each failure, where it stands in the page. */
export type OnFailure = (failure: ScriptFailure, span: Span, tag: string | undefined) => void;

type Ready = { readonly code: Compiled } | { readonly failure: ScriptFailure };

export function createDataModel(
  document: CompiledDocument,
  engine: ScriptEngine,
  onFailure: OnFailure,
): DataModel {
  const { dialect } = document;
  const codes: (Compiled | undefined)[] = [];
  const texts = new Map<string, Ready>();
  let failures = 0;
  let event: ScxmlEvent | undefined;
  /** Whether scripts see the current event; if not, they will ask for it. */
  let eventIsKnown = true;
  const readEvent = (): PlainRecord | undefined => {
    eventIsKnown = true;
    return event && { ...event };
  };
  const forgetEvent = engine.defineLazy('_event', readEvent, dialect.eventFields);
  if (dialect.dataObject !== undefined) engine.define(dialect.dataObject, {}, true);
  /** Where text is evaluated. */
  let place = 0;
  const scopesFor = (state: number, declares: DeclaredNames): ScopedCode | undefined => {
    const chain = document.scopeChains[state] ?? [];
    return chain.length === 0 ? undefined : { chain, ...declares };
  };

  function codeOf(expression: Expression): Compiled {
    const known = codes[expression.index];
    if (known) return known;
    const { code: source, kind, value, state, declares } = expression;
    const code = engine.compile(source, kind, value?.code, scopesFor(state, declares));
    codes[expression.index] = code;
    return code;
  }

  function perform(
    expression: Expression,
    run: (code: Compiled) => ScriptResult,
  ): { readonly value: Plain } | undefined {
    if (expression.failure) return failIn(expression, expression.failure);
    const result = run(codeOf(expression));
    return result.ok ? result : failIn(expression, result.failure);
  }

  function performText(
    source: string,
    kind: 'expression' | 'location',
    span: Span,
    run: (code: Compiled) => ScriptResult,
  ): { readonly value: Plain } | undefined {
    const key = `${place} ${kind} ${source}`;
    const known = texts.get(key) ?? readyText(source, kind);
    texts.set(key, known);
    if ('failure' in known) return fail(known.failure, span);
    const result = run(known.code);
    return result.ok ? result : fail(result.failure, span);
  }

  function readyText(source: string, kind: 'expression' | 'location'): Ready {
    const { code, failure } = prepareCode(source, kind, dialect);
    const scopes = scopesFor(place, nothingDeclared);
    return failure ? { failure } : { code: engine.compile(code, kind, undefined, scopes) };
  }

  function failIn(expression: Expression, failure: ScriptFailure): undefined {
    return fail(failure, failureSpan(expression, failure), expression.tag);
  }

  function fail(failure: ScriptFailure, span: Span, tag?: string): undefined {
    failures++;
    onFailure(failure, span, tag);
    return undefined;
  }

  const run = (code: Compiled): ScriptResult => engine.run(code);
  const lists = createKeptLists(engine, ({ state, declares }, location, value) =>
    engine.compile(location, 'assignment', value, scopesFor(state, declares)),
  );

  return {
    engine,
    value: (expression) => perform(expression, run),
    condition: (expression) => perform(expression, run)?.value === true,
    run: (expression) => perform(expression, run) !== undefined,
    assign: (location, value) => perform(location, (code) => engine.assign(code, value)) !== undefined,
    within(state) {
      place = state;
    },
    valueOfText: (source, span) => performText(source, 'expression', span, run),
    assignText: (location, value, span) =>
      performText(location, 'location', span, (code) => engine.assign(code, value)) !== undefined,
    openList(list) {
      const found = perform(list, () => lists.open(list));
      return found && { length: typeof found.value === 'number' ? found.value : undefined };
    },
    assignNext: (list, location) => perform(location, () => lists.next(list, location)) !== undefined,
    closeList: lists.close,
    declare(item) {
      if (dialect.dataObject === undefined) engine.define(item.id, undefined);
      else engine.assign(codeOf(item.location), undefined);
    },
    declareName(name) {
      const isNew = engine.run(engine.compile(`typeof ${name} === "undefined"`, 'condition'));
      if (isNew.ok && isNew.value === true) engine.define(name, undefined);
    },
    setEvent(next) {
      event = next;
      if (!eventIsKnown) return;
      eventIsKnown = false;
      forgetEvent();
    },
    get failures() {
      return failures;
    },
  };
}
