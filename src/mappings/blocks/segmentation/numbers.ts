// ANI and DNIS: segments of numbers, by value, by prefix (`555*`) or by range.
import { defineBlock, type BlockContext } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { rangeOf, segmentState, type Segment } from './segments.js';

const source = 'Composer migration guide (Segmentation as Branching); segment and port detail inferred';

export const aniBlock = defineBlock({
  type: 'ANI',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source,
  about: 'Transitions in the order of the segments, on the calling number.',
  build: (block, cx) => numberState(block.properties.segments, 'ani', cx),
});

export const dnisBlock = defineBlock({
  type: 'DNIS',
  disposition: 'exact',
  evidence: 'documented',
  cost: 0,
  target: { from: '8.1.2' },
  source,
  about: 'Transitions in the order of the segments, on the dialled number.',
  build: (block, cx) => numberState(block.properties.segments, 'dnis', cx),
});

function numberState(segments: readonly Segment[], which: 'ani' | 'dnis', cx: BlockContext) {
  const number = cx.library('voice', cx.interaction, js.text(which));
  return segmentState(segments, cx, (segment) => numberTest(segment, number, cx));
}

/** One value, several separated by commas, a prefix with a star, or a range of numbers. */
function numberTest(segment: Segment, number: Js, cx: BlockContext): Js | undefined {
  const [from, to] = rangeOf(segment) ?? [];
  if (from === undefined || to === undefined) return undefined;
  if (from !== to) return cx.library('inNumberRange', number, js.text(from), js.text(to));
  const tests = from
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) =>
      word.endsWith('*')
        ? cx.library('startsWith', number, js.text(word.slice(0, -1)))
        : js.binary(number, '==', js.text(word)),
    );
  return tests.length === 0 ? undefined : tests.reduce((a, b) => js.binary(a, '||', b));
}
