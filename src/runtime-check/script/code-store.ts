// Code that is compiled once for all sessions of a process. A page is run in many sessions, each with a sandbox of its own, and compiling its texts anew is
// most of what a short session costs. An instance that never runs anything compiles them, so that no session can put code into another one.
import { defaultScriptLimits } from './engine.js';
import { tornDown } from './failures.js';
import type { Machine, MachineHost } from './machine.js';

/** Source text of a page between text of ours. */
export interface WrappedSource {
  readonly before: string;
  readonly source: string;
  readonly after: string;
  /** What has to compile as well, so that the source is what it should be. */
  readonly check?: string;
}

/** What `Machine.runScript` takes. */
export interface StoredCode {
  /** Undefined when the text does not compile, or only at great cost: then the session finds out itself, within its limits. */
  readonly code: Uint8Array | undefined;
  /** Name of the text in stack traces: the same for the same text, whatever was compiled before. */
  readonly file: string;
}

export interface CodeStore {
  codeOf(text: WrappedSource): StoredCode;
}

/** Bytes of code and characters of text that are kept; a process that runs pages without end must not take memory without end. */
const mostKept = 32 * 1024 * 1024;

/** `create` makes a fresh instance. */
export function createCodeStore(create: (host: MachineHost) => Machine): CodeStore {
  const stored = new Map<string, StoredCode>();
  let kept = 0;
  let used = 0;
  let machine: Machine | undefined;
  const host: MachineHost = {
    now: () => 0,
    zoneSeconds: () => 0,
    interrupt(spent) {
      if (spent && ++used > defaultScriptLimits.instructions) throw tornDown;
      return false;
    },
    call: () => 0,
  };

  function compile({ before, source, after, check }: WrappedSource, file: string): Uint8Array | undefined {
    used = 0;
    try {
      machine ??= create(host);
      const checked = check === undefined ? undefined : machine.evaluate(check, file, true);
      const isAccepted = checked === undefined || !machine.isException(checked);
      if (checked !== undefined) machine.release(checked);
      const code = isAccepted ? machine.compile(before + source + after, file) : undefined;
      if (!code) machine.release(machine.exception());
      return code;
    } catch {
      // What breaks the instance breaks the one of the session, too, which tells of it.
      machine = undefined;
      return undefined;
    }
  }

  return {
    codeOf(text) {
      const key = `${text.before}\u0000${text.source}`;
      const known = stored.get(key);
      if (known) return known;
      const file = `text${hashOf(key).toString(16)}`;
      const made = { code: compile(text, file), file };
      if (kept > mostKept) {
        stored.clear();
        kept = 0;
      }
      kept += (made.code?.length ?? 0) + key.length;
      stored.set(key, made);
      return made;
    },
  };
}

/** FNV-1a of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
