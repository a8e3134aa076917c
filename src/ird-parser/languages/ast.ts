// The typed tree of the IRD languages: expressions, target lists, skill expressions, thresholds, list values.
import type { Span } from '../../diagnostics/index.js';

/** Which language a text is written in; each is an entry rule of the one grammar. */
export type Language = 'expression' | 'targets' | 'skill' | 'threshold' | 'list';

export type BinaryOperator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '|';
export type UnaryOperator = '-' | '+' | '!';

export interface StringLiteral {
  readonly kind: 'string';
  readonly value: string;
  readonly quote: "'" | '"';
  readonly span: Span;
}

/** INTEGER, or FLOAT when written with a decimal point. */
export interface NumberLiteral {
  readonly kind: 'number';
  readonly value: number;
  readonly float: boolean;
  /** As written: leading zeros, digits beyond 2^53. */
  readonly raw: string;
  readonly span: Span;
}

/** A bare TIME (`9:00`, `17:30:15`) or DATE (`12/24/2026`) or DAY (`Monday`) constant. */
export interface MomentLiteral {
  readonly kind: 'moment';
  readonly type: 'TIME' | 'DATE' | 'DAY';
  readonly raw: string;
  readonly span: Span;
}

/** A variable, a skill, a parameter, or a named constant: resolved when the strategy is lowered. */
export interface NameRef {
  readonly kind: 'name';
  readonly name: string;
  readonly span: Span;
}

export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly Expr[];
  /** Thresholds allow `sdata(...)` beside `sdata[...]`. */
  readonly brackets: '[]' | '()';
  readonly span: Span;
}

export interface Binary {
  readonly kind: 'binary';
  readonly op: BinaryOperator;
  readonly left: Expr;
  readonly right: Expr;
  readonly span: Span;
}

export interface Unary {
  readonly kind: 'unary';
  readonly op: UnaryOperator;
  readonly operand: Expr;
  readonly span: Span;
}

/** Parentheses as written: grouping is in the tree already, this only keeps the source's look for the printer. */
export interface Group {
  readonly kind: 'group';
  readonly inner: Expr;
  readonly span: Span;
}

/** `$(StatAgentLoggedIn)` in skill expressions. */
export interface StatisticRef {
  readonly kind: 'statistic';
  readonly name: string;
  readonly span: Span;
}

/** A target name used as an argument: `sdata[Grp@.GA, StatAgentsTotal]`. */
export interface TargetRef {
  readonly kind: 'target';
  readonly target: TargetItem;
  readonly span: Span;
}

/**
 * What error recovery left out. A tree that holds one always comes with an error, and a tree that was read with an error always holds one
 * (a target list: each target that was), except list values, which have no errors.
 */
export interface MissingExpr {
  readonly kind: 'missing';
  readonly span: Span;
}

export type Expr =
  | StringLiteral
  | NumberLiteral
  | MomentLiteral
  | NameRef
  | Call
  | Binary
  | Unary
  | Group
  | StatisticRef
  | TargetRef
  | MissingExpr;

/** `{threshold}[weight]name@server.type`, or `?group:skill expression@server.GA`. */
export interface TargetItem {
  readonly kind: 'target-item';
  readonly threshold?: Expr;
  readonly weight?: Expr;
  /** '' when a skill expression stands alone (`?:`). */
  readonly name: string;
  readonly skill?: Expr;
  /** '' when the stat server is left out (`Group@.GA`); undefined when there is no `@`. */
  readonly server?: string;
  /** A, AP, GA, GP, GC, Q, DN, RP, DL, C, GQ, as written; undefined when there is no `@`. */
  readonly type?: string;
  readonly span: Span;
}

export interface TargetList {
  readonly kind: 'targets';
  readonly items: readonly TargetItem[];
  readonly span: Span;
}

export interface ListPair {
  readonly key: string;
  readonly value: string;
  readonly span: Span;
}

/** `key:value|key:value`, counted from 1. */
export interface ListValue {
  readonly kind: 'list-value';
  readonly pairs: readonly ListPair[];
  readonly span: Span;
}

/** What each language's entry rule gives. */
export interface ParsedOf {
  readonly expression: Expr;
  readonly targets: TargetList;
  readonly skill: Expr;
  readonly threshold: Expr;
  readonly list: ListValue;
}
