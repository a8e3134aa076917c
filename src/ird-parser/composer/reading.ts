// What collects while a diagram is read: findings, and what no rule knew. One per file, handed down as an argument.
import { compareSpans, diagnose, type Diagnostic, type Span } from '../../diagnostics/index.js';
import type { UnreadItem } from '../source-model.js';

export interface Reading {
  readonly diagnostics: Diagnostic[];
  /** By path; the finding is made once per path when the file is read. */
  readonly unread: Map<string, Unread>;
}

/** What became of something that no rule knows: kept as text with its block, lost, or reported by a finding of its own. */
export type Fate = 'kept' | 'lost' | 'reported';

interface Unread {
  count: number;
  readonly first: Span;
  readonly node: string;
  readonly fate: Fate;
}

export const startReading = (): Reading => ({ diagnostics: [], unread: new Map() });

/** Counts something that no rule knows, by its path. */
export function countUnread(reading: Reading, path: string, at: Span, node: string, fate: Fate): void {
  const known = reading.unread.get(path);
  if (known) known.count++;
  else reading.unread.set(path, { count: 1, first: at, node, fate });
}

/** The counts for the report. */
export const unreadItems = (reading: Reading): readonly UnreadItem[] =>
  [...reading.unread].map(([path, { count, first }]) => ({ path, count, first }));

/** All findings in the order of the file, with one for each kind of thing that was not read. */
export function finishReading(reading: Reading): readonly Diagnostic[] {
  const unread = [...reading.unread].flatMap(([path, { count, first, node, fate }]) =>
    fate === 'reported' ? [] : [diagnose('IRD1711', node, first, { path, count, kept: fate === 'kept' })],
  );
  return [...reading.diagnostics, ...unread].sort(
    (a, b) => compareSpans(a.span, b.span) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

/** Joins the parts of a node path; empty parts are left out. */
export const nodePath = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('/');
