// Lists that stay inside the sandbox while `foreach` goes through them. Each is kept under a global name that no identifier can spell.
import type { Expression } from '../document/nodes.js';
import type { Compiled, Plain, ScriptEngine, ScriptResult } from '../script/engine.js';

export interface KeptLists {
  /** Evaluates an expression and keeps a copy of the list that it gives; the value is its length, undefined when it is no list. */
  open(list: Expression): ScriptResult;
  /** Assigns the next item to a location. */
  next(list: Expression, location: Expression): ScriptResult;
  close(list: Expression): void;
}

/** `compile` compiles an assignment of `value` to a location where both belong to `place`. */
export function createKeptLists(
  engine: ScriptEngine,
  compile: (place: Expression, location: string, value: string) => Compiled,
): KeptLists {
  const codes = new Map<string, Compiled>();
  const remembered = (key: string, make: () => Compiled): Compiled => {
    const code = codes.get(key) ?? make();
    codes.set(key, code);
    return code;
  };
  const nameOf = (list: Expression): string => `globalThis["foreach ${list.index}"]`;
  const run = (source: string): Plain => {
    const result = engine.run(remembered(source, () => engine.compile(source, 'expression')));
    return result.ok ? result.value : undefined;
  };
  return {
    open(list) {
      const name = nameOf(list);
      const kept = engine.run(remembered(`${name} =`, () => compile(list, name, list.code)));
      if (!kept.ok) return kept;
      // SCXML 4.6: the loop goes through a shallow copy.
      return {
        ok: true,
        value: run(`Array.isArray(${name}) ? (${name} = ${name}.slice()).length : undefined`),
      };
    },
    next: (list, location) =>
      engine.run(
        remembered(`${list.index} ${location.index}`, () =>
          compile(location, location.code, `${nameOf(list)}.shift()`),
        ),
      ),
    close(list) {
      run(`delete ${nameOf(list)}`);
    },
  };
}
