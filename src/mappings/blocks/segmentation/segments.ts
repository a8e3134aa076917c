// What the Segmentation objects share: rows that lead to a port of their own, tried in order, and the default port.
import type { PropertiesOf } from '../../../ir/nodes.js';
import type { BlockContext, Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { branchState, type Branch } from '../branches.js';

export type Segment = PropertiesOf<'Date'>['segments'][number];

/** Builds the state of a segmentation block; `test` makes the condition of one segment, undefined when the segment is empty. `throws`: a test can fail when the page runs. */
export function segmentState(
  segments: readonly Segment[],
  cx: BlockContext,
  test: (segment: Segment) => Js | undefined,
  throws = false,
): Region {
  const branches: Branch[] = [];
  for (const segment of segments) {
    const port = segment.port?.value ?? segment.value?.value ?? '';
    if (segment.list !== undefined && segment.list.value !== '') {
      cx.placeholder(`segment "${port}" refers to the list object "${segment.list.value}"`);
      continue;
    }
    const condition = test(segment);
    if (condition === undefined) {
      cx.placeholder(`segment "${port}" has no value`);
      continue;
    }
    branches.push({ condition: { js: condition, throws }, target: cx.target(port) });
  }
  return branchState(branches, cx.target('default'), cx);
}

/** Both ends of a segment: a range, or one value twice. */
export function rangeOf(segment: Segment): readonly [from: string, to: string] | undefined {
  const single = segment.value?.value.trim() ?? '';
  const from = segment.from?.value.trim() ?? '';
  const to = segment.to?.value.trim() ?? '';
  if (single !== '') return [single, single];
  if (from === '' && to === '') return undefined;
  return [from === '' ? to : from, to === '' ? from : to];
}

/** Whether a block names a zone: an unknown one fails when the page runs. */
export const hasZone = (zone: { readonly value: string } | undefined): boolean => (zone?.value ?? '') !== '';

/** The date, time or day: in the block's zone, or by the clock of the platform when it names none. */
export function clockOf(
  which: 'date' | 'time' | 'day',
  zone: { readonly value: string } | undefined,
  cx: BlockContext,
): Js {
  if (zone !== undefined && hasZone(zone)) return cx.library(`${which}InZone`, js.text(zone.value));
  cx.assume('clock.zone');
  return cx.library(which);
}
