// The script engine behind the interpreter: an interface of ours, so that the sandbox can be replaced. Values cross it as JSON-like data only;
// no host object is ever reachable from a script.

/** Plain data that may cross the border. `undefined` inside objects is dropped, as JSON does. */
export type Plain =
  undefined | null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** What went wrong inside the sandbox. */
export interface ScriptFailure {
  readonly kind:
    'SyntaxError' | 'ReferenceError' | 'TypeError' | 'RangeError' | 'Error' | 'budget' | 'memory';
  readonly message: string;
  /** 1-based, within the script text that was run; 0 when unknown. */
  readonly line: number;
  readonly column: number;
}

export type ScriptResult =
  { readonly ok: true; readonly value: Plain } | { readonly ok: false; readonly failure: ScriptFailure };

/** A script or expression compiled once and run often. */
export interface Compiled {
  readonly source: string;
  readonly kind: 'script' | 'expression' | 'condition' | 'location';
}

export interface ScriptLimits {
  /** Bytes. */
  readonly memory: number;
  /** Interrupt checks before a script is stopped: an instruction count, so that runs repeat. */
  readonly instructions: number;
  /** Milliseconds of wall time, the backstop. */
  readonly wall: number;
}

export interface ScriptOptions {
  readonly limits: ScriptLimits;
  /** Virtual time in milliseconds since 1970, read whenever a script asks for the date. */
  readonly now: () => number;
  /** Offset of local time from UTC in minutes (east positive) at a moment in ms. */
  readonly zoneOffset: (at: number) => number;
  readonly seed: number;
  /** Where `Math.random` takes its draws from (0 up to 1); the seeded generator when left out. */
  readonly random?: () => number;
  /** Removes every global, method and property that ES5.1 lacks. */
  readonly es5: boolean;
}

/** One realm: the data model of one session. */
export interface ScriptEngine {
  /** Compiles; a syntax error is a failure of the first run, with its position. */
  compile(source: string, kind: Compiled['kind']): Compiled;
  /** Runs a script (value undefined), evaluates an expression, or tests a condition (value boolean). */
  run(code: Compiled): ScriptResult;
  /** Assigns plain data to a left-hand side, e.g. `_data.x` or `App_X['requestid']`. */
  assign(location: Compiled, value: Plain): ScriptResult;
  /** Sets a global variable; `readonly` makes later writes by scripts fail. */
  define(name: string, value: Plain, readonly?: boolean): void;
  /** Makes a host function callable by its dotted path (`_genesys.ixn.setuData`); objects on the way are created. */
  expose(path: string, call: (...args: readonly Plain[]) => Plain): void;
  /** Interrupt checks used since the session began. */
  readonly spent: number;
  dispose(): void;
}

export type ScriptEngineFactory = (options: ScriptOptions) => ScriptEngine;
