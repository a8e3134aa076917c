// One session's realm on a machine: budgets, failures, compiled code, host functions. Whatever a script does ends here as a result, never as a throw.
import { compileInto, type Compiler, type Piece, type Program } from './compiled.js';
import type { Compiled, Plain, ScriptEngine, ScriptFailure, ScriptOptions, ScriptResult } from './engine.js';
import { breakdown, breaksInstance, failureOf, overBudget, thrown, tornDown } from './failures.js';
import type { Machine, MachineHost } from './machine.js';
import { packPlain } from './plain-text.js';
import { positionIn } from './positions.js';
import type { Pointer } from './quickjs-exports.js';
import type { RealmFunction } from './realm-source.js';
import { createValues } from './values.js';

/** Calls of host functions that count as one check. */
const callsPerCheck = 10;
/** Checks after which a script that does not stop in an orderly way is torn down with its instance. */
const patience = 100;

const nothing: ScriptResult = { ok: true, value: undefined };
const yes: ScriptResult = { ok: true, value: true };
const no: ScriptResult = { ok: true, value: false };
const failed = (failure: ScriptFailure): ScriptResult => ({ ok: false, failure });

export function createRealm(
  options: ScriptOptions,
  wallClock: () => number,
  { functions, store }: Pick<Compiler, 'functions' | 'store'>,
  create: (host: MachineHost) => Machine,
): ScriptEngine {
  const { limits } = options;
  const hostFunctions: ((args: readonly Pointer[]) => Pointer)[] = [];
  let spent = 0;
  /** Runs within runs: host functions may run scripts again. The budget is that of the outermost one. */
  let depth = 0;
  let used = 0;
  let calls = 0;
  let wallStart = 0;
  let stopping = false;
  /** Set when the instance was torn down: nothing runs in it any more. */
  let dead: ScriptFailure | undefined;
  /** An error of ours that happened below a script; it goes on when the engine's frames are gone. */
  let defect: { readonly error: unknown } | undefined;

  const machine = create({
    now: options.now,
    zoneSeconds: (at) => options.zoneOffset(at * 1000) * 60,
    interrupt,
    call: callHost,
  });
  const values = createValues(machine, functions);
  const programs = new Map<Compiled, Program>();
  tell('seed', () => [machine.newNumber(options.seed)]);

  function interrupt(another: boolean): boolean {
    if (another) count();
    if (used > limits.instructions + patience) throw tornDown;
    return stopping;
  }
  function count(): void {
    spent++;
    used++;
    if (used === 1) wallStart = wallClock();
    stopping ||=
      used > limits.instructions ||
      spent > (limits.total ?? Infinity) ||
      wallClock() - wallStart > limits.wall;
  }

  function callHost(index: number, args: readonly Pointer[]): Pointer {
    calls++;
    if (calls % callsPerCheck === 0) count();
    if (stopping) return machine.fail(overBudget.message);
    try {
      const answer = hostFunctions[index]?.(args) ?? machine.fail('No such function');
      if (!dead) return stopping ? machine.fail(overBudget.message) : answer;
    } catch (error) {
      if (breaksInstance(error)) throw error;
      if (!dead) {
        defect ??= { error };
        return machine.fail('Internal error');
      }
    }
    // What a host function ran in this instance has broken it: nothing may go on in it.
    throw tornDown;
  }

  /**
   * Calls one of the realm's own functions and drops its answer; all arguments are released. Where there is no room for what the host
   * tells, the session is over: its scripts would miss it.
   */
  function tell(name: RealmFunction, make: () => readonly Pointer[]): void {
    const told = guarded(() => {
      const args = make();
      // An argument that found no room stands for an exception.
      const result = args.some((arg) => machine.isException(arg))
        ? failed(pendingFailure())
        : answered(machine.call(functions[name], ...args), () => nothing);
      for (const arg of args) machine.release(arg);
      return result;
    });
    if (!told.ok && told.failure.kind === 'memory') dead ??= told.failure;
  }

  /** Runs `work` under the budget; a breakdown of the instance is a failure, too. */
  function guarded(work: () => ScriptResult): ScriptResult {
    if (dead) return failed(dead);
    if (depth === 0) {
      used = 0;
      stopping = false;
    }
    depth++;
    let result: ScriptResult;
    try {
      result = work();
    } catch (error) {
      const failure = breakdown(error);
      if (!failure) throw error;
      dead ??= stopping ? overBudget : failure;
      result = failed(dead);
    } finally {
      depth--;
    }
    // A script that swallowed its end has come to it all the same.
    if (depth === 0 && stopping && result.ok) result = failed(overBudget);
    if (depth === 0 && defect) {
      const { error } = defect;
      defect = undefined;
      throw error;
    }
    return result;
  }

  /** The result that a returned pointer stands for. */
  function answered(pointer: Pointer, read: (value: Pointer) => ScriptResult, piece?: Piece): ScriptResult {
    const result = machine.isException(pointer) ? failed(pendingFailure(piece)) : read(pointer);
    machine.release(pointer);
    return result;
  }

  /** Whether the outermost run is over its budget by now. */
  const stopped = (): boolean => stopping;

  /** Takes the pending exception and says what it was. */
  function pendingFailure(piece?: Piece): ScriptFailure {
    const error = machine.exception();
    if (stopped()) {
      machine.release(error);
      return overBudget;
    }
    const [name = '', message = '', stack = ''] = machine.withReserve(() => descriptionOf(error));
    if (stopped()) return overBudget;
    if (name === 'InternalError' && message === 'out of memory') {
      return failureOf('memory', `The script used up its ${limits.memory} bytes of memory`);
    }
    return { ...thrown(name, message), ...positionIn(stack, piece, machine.counting) };
  }

  /** Name, message and stack of what was thrown, which is released. */
  function descriptionOf(error: Pointer): readonly string[] {
    const description = machine.call(functions.describe, error);
    // What the page has thrown may itself run without end when it is looked at.
    const isTold = !machine.isException(description);
    const parts = isTold ? machine.text(description).split('\u0000') : [];
    if (!isTold) machine.release(machine.exception());
    machine.release(description);
    machine.release(error);
    return parts;
  }

  function read(value: Pointer): ScriptResult {
    const found = values.read(value);
    if (found.ok) return found;
    return failed(
      found.why === 'exception'
        ? pendingFailure()
        : failureOf('RangeError', 'The value is nested too deeply'),
    );
  }
  const truth = (value: Pointer): ScriptResult => (machine.truth(value) ? yes : no);
  const ignore = (): ScriptResult => nothing;

  function programOf(code: Compiled): Program | ScriptFailure {
    const known = programs.get(code);
    if (known) return known;
    const program = compileInto({ machine, functions, store }, code);
    if (program.kind === 'rejected') return pendingFailure(program.piece);
    programs.set(code, program);
    return program;
  }

  function runProgram(code: Compiled, program: Program): ScriptResult {
    switch (program.kind) {
      case 'script':
        return answered(machine.runScript(program.code, program.piece.file), ignore, program.piece);
      case 'scoped script': {
        const declared = machine.call(functions.hoist, program.scope, program.variables);
        if (machine.isException(declared)) return answered(declared, ignore);
        machine.release(declared);
        return answered(machine.call(program.fn, program.chain, program.keeper), ignore, program.piece);
      }
      case 'function': {
        const reader = code.kind === 'condition' ? truth : read;
        return answered(machine.call(program.fn), reader, program.piece);
      }
      case 'assignment': {
        const store = (value: Pointer): ScriptResult =>
          answered(machine.call(program.fn, value), ignore, program.piece);
        const value = machine.call(program.value);
        if (!machine.isException(value)) return answered(value, store);
        const result = answered(value, ignore, program.valuePiece);
        return result.ok ? result : failed({ ...result.failure, inValue: true });
      }
    }
  }

  return {
    compile: (source, kind, value, scopes) => ({
      source,
      kind,
      ...(value === undefined ? {} : { value }),
      ...(scopes === undefined ? {} : { scopes }),
    }),
    run: (code) =>
      guarded(() => {
        const program = programOf(code);
        return isFailure(program) ? failed(program) : runProgram(code, program);
      }),
    assign: (location, value) =>
      guarded(() => {
        const program = programOf(location);
        if (isFailure(program)) return failed(program);
        if (program.kind === 'script' || program.kind === 'scoped script')
          return failed(failureOf('Error', 'A script is no location'));
        const given = values.pointerOf(value);
        return answered(given, () => answered(machine.call(program.fn, given), ignore, program.piece));
      }),
    openScope(scope, variables) {
      tell('open', () => [machine.newNumber(scope), machine.newText(packPlain(variables))]);
    },
    closeScope(scope) {
      tell('close', () => [machine.newNumber(scope)]);
    },
    define(name, value, readonly = false) {
      tell('define', () => [
        machine.newText(name),
        values.pointerOf(value),
        machine.newNumber(readonly === 'guarded' ? 2 : readonly ? 1 : 0),
      ]);
    },
    defineLazy(name, readValue, fields) {
      let make: Pointer = 0;
      guarded(() => {
        make = machine.call(functions.record, machine.newText(JSON.stringify(fields)));
        return nothing;
      });
      const fetch = (): Pointer => {
        const value = readValue();
        if (!value) return machine.newUndefined();
        const parts = fields.map((field) => values.pointerOf(value[field]));
        const made = machine.call(make, ...parts);
        for (const part of parts) machine.release(part);
        return machine.isException(made) ? machine.fail('The value cannot be made') : made;
      };
      const index = hostFunctions.push(fetch) - 1;
      const handle = machine.newNumber(index);
      tell('lazy', () => [machine.newText(name), machine.newNumber(index), machine.newHostFunction(index)]);
      return () => {
        guarded(() => answered(machine.call(functions.stale, handle), ignore));
      };
    },
    expose(path, call) {
      const answer = (args: readonly Pointer[]): Pointer => {
        const given: Plain[] = [];
        for (const arg of args) {
          const result = read(arg);
          if (!result.ok) return machine.fail(result.failure.message);
          given.push(result.value);
        }
        return values.pointerOf(call(...given));
      };
      const index = hostFunctions.push(answer) - 1;
      tell('expose', () => [machine.newText(path), machine.newHostFunction(index)]);
    },
    get spent() {
      return spent;
    },
    dispose() {
      dead ??= failureOf('Error', 'The session is over');
      programs.clear();
    },
  };
}

const isFailure = (found: Program | ScriptFailure): found is ScriptFailure => 'message' in found;
