// A script engine in the realm of the host, as other SCXML engines have it: for the bench alone, because scripts in it can do whatever the process can.
// It shows what the interpreter itself costs. One session at a time: the page's variables are global variables of the process.
import vm from 'node:vm';
import type {
  Compiled,
  Plain,
  ScriptEngine,
  ScriptFailure,
  ScriptResult,
} from '../src/runtime-check/script/engine.js';

type Code = (value?: Plain) => unknown;

const nothing: ScriptResult = { ok: true, value: undefined };
const yes: ScriptResult = { ok: true, value: true };
const no: ScriptResult = { ok: true, value: false };

export function createHostEngine(): ScriptEngine {
  const codes = new Map<Compiled, Code>();
  const defined = new Set<string>();

  function codeOf(compiled: Compiled): Code {
    const known = codes.get(compiled);
    if (known) return known;
    const made = codeFor(compiled);
    codes.set(compiled, made);
    return made;
  }

  function attempt(compiled: Compiled, given?: Plain): ScriptResult {
    try {
      const value = codeOf(compiled)(given);
      if (compiled.kind === 'condition') return value === true ? yes : no;
      // The bench's pages hold plain data only.
      return compiled.kind === 'expression' ? { ok: true, value: value as Plain } : nothing;
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  }

  function define(name: string, descriptor: PropertyDescriptor): void {
    defined.add(name);
    Object.defineProperty(globalThis, name, { configurable: true, enumerable: true, ...descriptor });
  }

  return {
    compile: (source, kind, value) => ({ source, kind, ...(value === undefined ? {} : { value }) }),
    run: attempt,
    assign: attempt,
    // The pages of the bench declare nothing inside their states.
    openScope: noScopes,
    closeScope: noScopes,
    define(name, value, readonly = false) {
      define(name, { value, writable: readonly === false });
    },
    defineLazy(name, read) {
      let stale = false;
      let value: unknown;
      const get = (): unknown => {
        if (stale) value = read();
        stale = false;
        return value;
      };
      define(name, { get });
      return () => {
        stale = true;
      };
    },
    expose(path, call) {
      define(path, { value: call });
    },
    spent: 0,
    dispose() {
      for (const name of defined) Reflect.deleteProperty(globalThis, name);
    },
  };
}

function noScopes(): never {
  throw new Error('The script engine of the bench has no scopes');
}

function codeFor({ kind, source, value }: Compiled): Code {
  switch (kind) {
    case 'expression':
      return functionOf(`return (${source}\n)`);
    case 'condition':
      return functionOf(`return !!(${source}\n)`);
    case 'location':
      return functionOf(`"use strict"; (${source}\n) = arguments[0]`);
    case 'assignment':
      return functionOf(`"use strict"; (${source}\n) = (${value ?? ''}\n)`);
    case 'script': {
      // What a script declares is global.
      if (!/\b(?:var|let|const|function|class)\b/.test(source)) return functionOf(source);
      const script = new vm.Script(source);
      return () => script.runInThisContext();
    }
  }
}

// Compiling text of the page is what this engine is for. eslint has no rule against it here.
const functionOf = (body: string): Code => new Function(body) as Code;

function failureOf(error: unknown): ScriptFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const kind =
    name === 'SyntaxError' || name === 'ReferenceError' || name === 'TypeError' || name === 'RangeError'
      ? name
      : 'Error';
  return { kind, message, line: 0, column: 0 };
}
