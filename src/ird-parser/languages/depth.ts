// How deep the tree of an expression will be, counted on tokens before anything recurses into it.
import { limits } from './limits.js';

/** Counters of one level of brackets; every level has its own. */
export interface Depth {
  /** Logical operators since the last comma: each makes the tree one deeper. */
  logical: number;
  /** Other operators since the last logical one; `widest` keeps the largest count. */
  others: number;
  widest: number;
  /** Depth of what stands in brackets on this level. */
  inner: number;
  /** Depth of the arguments before the last comma. */
  before: number;
}

export const startDepth = (): Depth => ({ logical: 0, others: 0, widest: 0, inner: 0, before: 0 });

const current = (d: Depth): number => d.logical + Math.max(d.widest, d.others) + d.inner;

/** Counts an operator. False when the tree gets too deep. */
export function countOperator(d: Depth, isLogical: boolean): boolean {
  if (isLogical) {
    d.logical++;
    d.widest = Math.max(d.widest, d.others);
    d.others = 0;
  } else {
    d.others++;
  }
  return current(d) <= limits.depth;
}

/** An argument ends. */
export function countComma(d: Depth): void {
  d.before = Math.max(d.before, current(d));
  d.logical = d.others = d.widest = d.inner = 0;
}

/** The brackets of `closed` end, inside `outer`. False when the tree gets too deep. */
export function countClosing(outer: Depth, closed: Depth): boolean {
  outer.inner = Math.max(outer.inner, Math.max(closed.before, current(closed)) + 1);
  return current(outer) <= limits.depth;
}
