// Code of a plug-in runs here alone: what it throws, or gives in place of a part of the page, becomes a fault with its file. The block becomes a placeholder.
import type { BlockContext, BlockMapping, FunctionMapping, Region } from '../define.js';
import type { Js } from '../js.js';

/** A plug-in failed; the message says which and how, without a stack. */
export class PluginFault extends Error {
  readonly file: string;
  readonly what: string;
  readonly reason: string;
  constructor(file: string, what: string, reason: string) {
    super(`the plug-in "${file}" failed at ${what}: ${reason}`);
    this.file = file;
    this.what = what;
    this.reason = reason;
  }
}

/** The first line of what was thrown. */
export function thrownWords(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.split('\n')[0]?.slice(0, 200) ?? '';
}

function guarded<T>(file: string, what: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof PluginFault) throw error;
    throw new PluginFault(file, what, thrownWords(error));
  }
}

/** The row, with its faults named. */
export const guardedRow = (row: FunctionMapping, file: string): FunctionMapping => ({
  ...row,
  examples: [],
  build: (args, cx, exprs) => {
    const what = `function "${row.ird}"`;
    const built: unknown = guarded(file, what, () => row.build(args, cx, exprs));
    if (isJs(built)) return built;
    throw new PluginFault(file, what, '"build" gave no expression; the functions of "js" make them');
  },
});

/** The mapping, with its faults named. */
export const guardedMapping = (mapping: BlockMapping, name: string, file: string): BlockMapping => ({
  ...mapping,
  build: (block, cx) => {
    const what = `object "${name}"`;
    const built: unknown = guarded(file, what, () => mapping.build(block, cx));
    const fault = faultOfRegion(built, cx);
    if (fault === undefined) return built as Region; // it was looked at as far as the emitter reads it
    throw new PluginFault(file, what, fault);
  },
});

const kinds = new Set<string>(
  'string number boolean null undefined path index member call binary unary conditional object array raw'.split(
    ' ',
  ),
);

/** Whether something is an expression, all the way down. */
function isJs(value: unknown): value is Js {
  const open: unknown[] = [value];
  for (let node = open.pop(); node !== undefined || open.length > 0; node = open.pop()) {
    if (typeof node !== 'object' || node === null || !('kind' in node) || !kinds.has(String(node.kind)))
      return false;
    for (const [key, part] of Object.entries(node)) {
      if (['object', 'index', 'callee', 'left', 'right', 'operand', 'test', 'yes', 'no'].includes(key))
        open.push(part);
      if (['args', 'items'].includes(key)) {
        if (!Array.isArray(part)) return false;
        open.push(...(part as unknown[]));
      }
    }
  }
  return value !== undefined;
}

const actionKinds = new Set(['script', 'assign', 'log', 'raise', 'send', 'cancel', 'if', 'element']);

/** What the emitter could not write. */
function faultOfRegion(region: unknown, cx: BlockContext): string | undefined {
  const states: unknown =
    typeof region === 'object' && region !== null && 'states' in region ? region.states : undefined;
  if (!Array.isArray(states) || states.length === 0) return '"build" gave no region with states';
  for (const state of states as readonly unknown[]) {
    if (typeof state !== 'object' || state === null || !('id' in state) || typeof state.id !== 'string') {
      return 'a state has no id';
    }
    if (!('kind' in state) || !['state', 'final', 'parallel'].includes(String(state.kind))) {
      return `state "${state.id}" is of no kind that a page has`;
    }
    const actions: unknown = 'onentry' in state ? state.onentry : [];
    const isList = Array.isArray(actions);
    const strange = isList && (actions as readonly unknown[]).some((action) => !isAction(action));
    if (!isList || strange) return `state "${state.id}" has an action that a page cannot hold`;
  }
  const [first] = states as readonly { readonly id: string }[]; // looked at above
  return first?.id === cx.id
    ? undefined
    : `its first state is called "${first?.id ?? ''}", not "${cx.id}" (cx.id)`;
}

const isAction = (action: unknown): boolean =>
  typeof action === 'object' && action !== null && 'kind' in action && actionKinds.has(String(action.kind));
