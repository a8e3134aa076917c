// What an expression sees of its surroundings. Whoever evaluates (a command, a test, the interpreter of strategies) provides it; nothing here knows a
// page or a mapping.
import type { AssumptionId } from '../../ir/assumptions/table.js';
import type { Expr } from '../../ir/nodes.js';
import type { Failed, IrdValue } from './values.js';

/** Properties of the interaction that IRD has functions for; '' when the interaction has none. */
export type CallProperty =
  | 'ani'
  | 'callid'
  | 'callType'
  | 'connid'
  | 'dnis'
  | 'interaction'
  | 'mediaType'
  | 'otherDN'
  | 'server'
  | 'tenant'
  | 'tenantID'
  | 'thisDN';

/** Attached data of the interaction. Writes are seen by the next read. */
export interface AttachedData {
  /** The value of a key; undefined when it is missing. */
  read(key: string): string | undefined;
  /** All pairs, in the order in which they came. */
  pairs(): readonly (readonly [key: string, value: string])[];
  /** Adds a pair. */
  attach(key: string, value: string): void;
  /** Sets the value of a key, new or not. */
  update(key: string, value: string): void;
  remove(key: string): void;
}

export interface EvaluationContext {
  variable(name: string): IrdValue;
  readonly data: AttachedData;
  call(property: CallProperty): string;
  /** Value of a key of the call's extensions; undefined when it is missing. */
  extension(key: string): string | undefined;
  /** Value of an option, wherever the configuration has it; undefined when it is set nowhere. */
  option(name: string): string | undefined;
  /** Milliseconds since 1970. */
  now(): number;
  /** Zone of the router's clock, an IANA name. */
  readonly zone: string;
  /** The next random draw, from 0 up to 1. */
  draw(): number;
  /** Whether a date (`YYYY-MM-DD`) at a time (`hh:mm:ss`) is a special day of a table: of one named day, or of any when the name is empty. */
  isSpecialDay(table: string, day: string, when: LocalMoment): boolean;
  /** Value of a key in an item of a List object; undefined when there is none. */
  listValue(list: string, item: string, key: string): string | undefined;
  /** Value of a statistic; undefined when it has none, a failure when nobody tells. */
  statistic(object: string, name: string): number | Failed | undefined;
  /** A function that needs the router (GetPriority, PositionInQueue, ...); undefined when the surroundings do not know it. */
  ask(name: string, args: readonly IrdValue[]): IrdValue | Failed | undefined;
  /** The answer to an open question about IRD. */
  assume(id: AssumptionId): string;
  /** Who watches the evaluation. */
  readonly watch?: EvaluationWatch;
}

export type BinaryExpr = Extract<Expr, { readonly kind: 'binary' }>;
export type CallExpr = Extract<Expr, { readonly kind: 'call' }>;

/** Hears what an evaluation came to on its way: nodes are those of the strategy, the same ones each time. */
export interface EvaluationWatch {
  /** Two values were compared. */
  compared?(node: BinaryExpr, left: IrdValue, right: IrdValue, held: boolean): void;
  /** `&` or `|`: what its operands gave; the right one is undefined when the left one decided alone. */
  joined?(node: BinaryExpr, left: boolean, right: boolean | undefined): void;
  /** A function gave a value. */
  called?(call: CallExpr, args: readonly IrdValue[], value: IrdValue): void;
}

/** A moment as a special day is asked for. */
export interface LocalMoment {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly zone: string;
  /** Whether a part of a day counts only while it lasts. */
  readonly useTime: boolean;
}
