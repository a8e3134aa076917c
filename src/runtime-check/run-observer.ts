// What a run shows of the page while it goes: logs, and states, transitions and events for the verbose trace; placeholders and script errors for the verdict.
import type { Span } from '../diagnostics/index.js';
import type { Observer } from './interpreter/types.js';
import type { Recorder } from './platform/recorder.js';
import type { Plain, ScriptFailure } from './script/engine.js';

/** Raised by generated pages where a block could not be converted. */
const placeholderEvent = 'error.ird2scxml.placeholder';

interface Placeholder {
  readonly block: string;
  readonly code: string;
}

interface FailedScript {
  readonly failure: ScriptFailure;
  readonly span: Span;
}

export interface Watch {
  readonly observer: Observer;
  /** States entered, with how often. */
  visited(): Readonly<Record<string, number>>;
  /** Each failing place once, with its first failure. */
  failures(): readonly FailedScript[];
  /** The placeholders that were met, in order. */
  placeholders(): readonly Placeholder[];
}

/** Watches one run; logs are always written down, with `verbose` states, transitions and events as well. */
export function watchRun(recorder: Recorder, verbose: boolean): Watch {
  const visited = new Map<string, number>();
  const failures = new Map<string, FailedScript>();
  const placeholders: Placeholder[] = [];
  const tell: Recorder['detail'] = verbose ? recorder.detail : () => undefined;
  return {
    visited: () => Object.fromEntries(visited),
    failures: () => [...failures.values()],
    placeholders: () => placeholders,
    observer: {
      // The root has no id, and nothing to tell.
      enter: (state) => {
        if (state === '') return;
        visited.set(state, (visited.get(state) ?? 0) + 1);
        tell('enter', state, { state });
      },
      exit: (state) => {
        if (state !== '') tell('exit', state, { state });
      },
      transition: (source, targets, event, span) => {
        const to = targets.length === 0 ? '(stays)' : targets.join(' ');
        const on = event === undefined ? '' : ` on ${event}`;
        const { line } = span.start;
        const facts = { from: source, to: targets, event: event ?? null, line };
        tell('transition', `${source} -> ${to}${on}, line ${String(line)}`, facts);
      },
      event: ({ name, data }) => {
        if (name === placeholderEvent) placeholders.push(placeholderOf(data));
        const shown = data === undefined ? '' : ` ${JSON.stringify(data)}`;
        tell('event', `${name}${shown}`, { name, data: data ?? null });
      },
      log: (label, text, level) => {
        const mark = level === undefined ? '' : ` (level ${String(level)})`;
        recorder.detail('log', `${label === '' ? '' : `${label}: `}${text}${mark}`, {
          label,
          text,
          level: level ?? null,
        });
      },
      scriptFailure: (failure, span) => {
        const place = `${String(span.start.offset)} ${failure.kind}`;
        if (!failures.has(place)) failures.set(place, { failure, span });
      },
    },
  };
}

function placeholderOf(data: Plain): Placeholder {
  const values = new Map<string, Plain>(
    typeof data === 'object' && data !== null ? Object.entries(data) : [],
  );
  const text = (name: string): string => {
    const value = values.get(name);
    return typeof value === 'string' ? value : '';
  };
  return { block: text('block'), code: text('code') };
}
