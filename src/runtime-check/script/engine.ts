// The script engine behind the interpreter: an interface of ours, so that the sandbox can be replaced. Values cross it as JSON-like data only;
// no host object is ever reachable from a script.

/** Plain data that may cross the border. `undefined` inside objects is dropped, as JSON does. */
export type Plain =
  undefined | null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

export type PlainRecord = Readonly<Record<string, Plain>>;

/** What went wrong inside the sandbox. */
export interface ScriptFailure {
  readonly kind:
    'SyntaxError' | 'ReferenceError' | 'TypeError' | 'RangeError' | 'Error' | 'budget' | 'memory';
  readonly message: string;
  /** 1-based, within the script text that was run; 0 when unknown. */
  readonly line: number;
  readonly column: number;
  /** Set when the place lies in the value of an assignment, not in its location. */
  readonly inValue?: true;
}

export type ScriptResult =
  { readonly ok: true; readonly value: Plain } | { readonly ok: false; readonly failure: ScriptFailure };

/** A script or expression compiled once and run often. */
export interface Compiled {
  readonly source: string;
  /** The expression of an assignment. */
  readonly value?: string;
  /** `location` is a left-hand side; `assignment` is one together with the expression whose value it gets. */
  readonly kind: 'script' | 'expression' | 'condition' | 'location' | 'assignment';
  readonly scopes?: ScopedCode;
}

/** Code that sees the variables of scopes besides the global ones. */
export interface ScopedCode {
  /** Numbers of the scopes, the outermost first: names are looked up from the last one to the global object. */
  readonly chain: readonly number[];
  /** What a script declares by `var`, functions included: these become variables of the last scope. */
  readonly variables: readonly string[];
  /** The functions among them. */
  readonly functions: readonly string[];
}

export interface ScriptLimits {
  /** Bytes. */
  readonly memory: number;
  /** Checks before a script is stopped, one for each 50,000 loop turns of the engine: an instruction count, so that runs repeat. */
  readonly instructions: number;
  /** The same for all scripts of a session together; no limit when left out. */
  readonly total?: number;
  /** Milliseconds of wall time, the backstop. */
  readonly wall: number;
}

/** Enough for any routing page: a second or some of work for one script, some more for all. The count ends it before the wall clock does. */
export const defaultScriptLimits: ScriptLimits = {
  memory: 64 * 1024 * 1024,
  instructions: 5_000,
  total: 100_000,
  wall: 20_000,
};

export interface ScriptOptions {
  readonly limits: ScriptLimits;
  /** Virtual time in milliseconds since 1970, read whenever a script asks for the date. */
  readonly now: () => number;
  /** Offset of local time from UTC in minutes (east positive) at a moment in ms. */
  readonly zoneOffset: (at: number) => number;
  readonly seed: number;
  /** Removes every global, method and property that ES5.1 lacks. */
  readonly es5: boolean;
  /** A script that runs in the new realm first, before anything is removed from it: what the dialect adds to the language. */
  readonly prelude?: string;
}

/** One realm: the data model of one session. No method throws, whatever the script does. */
export interface ScriptEngine {
  /** Compiles; a syntax error is a failure of the first run, with its position. An assignment needs the expression, too. */
  compile(source: string, kind: Compiled['kind'], value?: string, scopes?: ScopedCode): Compiled;
  /** Runs a script or an assignment (value undefined), evaluates an expression, or tests a condition (value boolean). */
  run(code: Compiled): ScriptResult;
  /** Assigns plain data to a left-hand side, e.g. `_data.x` or `App_X['requestid']`. An undeclared variable is a ReferenceError. */
  assign(location: Compiled, value: Plain): ScriptResult;
  /** Empties a scope and gives it these variables. */
  openScope(scope: number, variables: PlainRecord): void;
  /** Its variables are gone, also for functions that were made in it. */
  closeScope(scope: number): void;
  /**
   * Sets a global variable. Scripts cannot write one that is `readonly`: an assignment to it fails, but is passed over in silence where
   * sloppy code does so. `guarded` makes it fail everywhere, at the cost of a slower read, and freezes what is inside.
   */
  define(name: string, value: Plain, readonly?: boolean | 'guarded'): void;
  /**
   * A global variable that scripts can only read, and whose value is asked for when a script reads it for the first time after the
   * returned function was called; before that it is undefined. The value has exactly the given fields, undefined or not.
   */
  defineLazy(name: string, read: () => PlainRecord | undefined, fields: readonly string[]): () => void;
  /** Makes a host function callable by its dotted path (`_genesys.ixn.setuData`); objects on the way are created. */
  expose(path: string, call: (...args: readonly Plain[]) => Plain): void;
  /** Checks used since the session began. */
  readonly spent: number;
  dispose(): void;
}

export type ScriptEngineFactory = (options: ScriptOptions) => ScriptEngine;
