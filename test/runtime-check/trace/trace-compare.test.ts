import { describe, expect, it } from 'vitest';
import { firstDifference, readTraces, type KeptTrace } from '../../../src/runtime-check/trace-compare.js';

const header = (scenario: string): string =>
  JSON.stringify({ trace: 1, page: 'p.scxml', scenario, verbose: false });
const step = (at: number): string => JSON.stringify({ at, step: 'submit', params: {} });
const effort = JSON.stringify({ at: 9, microsteps: 4, peaks: {}, visited: {} });

function traceOf(...lines: readonly string[]): KeptTrace {
  const read = readTraces(lines.join('\n'));
  if (typeof read === 'string' || read[0] === undefined) throw new Error(String(read));
  return read[0];
}

describe('traces that were kept', () => {
  it('are found in a file by their headers', () => {
    const text = [header('a'), step(1), effort, header('b'), step(2), step(3), effort, ''].join('\r\n');
    expect(readTraces(text)).toEqual([
      { scenario: 'a', verbose: false, first: 2, lines: [step(1)] },
      { scenario: 'b', verbose: false, first: 5, lines: [step(2), step(3)] },
    ]);
  });

  it.each([
    ['', 'it is empty'],
    [step(1), 'it does not begin with a header'],
    [`${header('a')}\nnothing`, 'line 2 is no JSON object'],
    [`${header('a')}\n[1]`, 'line 2 is no JSON object'],
    ['{"trace":2}', 'it has version 2, not 1'],
  ])('are refused when they are none: %s', (text, reason) => {
    expect(readTraces(text)).toBe(reason);
  });
});

describe('the first difference', () => {
  const kept = traceOf(header('a'), step(1), step(2), step(3), step(4), effort);

  it('is none where only the effort or the page differ', () => {
    const other = effort.replace('4', '5');
    const page = header('a').replace('p.scxml', 'q.scxml');
    expect(firstDifference(kept, traceOf(page, step(1), step(2), step(3), step(4), other))).toBeUndefined();
  });

  it('has its place and what both have before', () => {
    expect(firstDifference(kept, traceOf(header('a'), step(1), step(2), step(3), step(5)))).toEqual({
      line: 5,
      before: [step(2), step(3)],
      kept: step(4),
      now: step(5),
    });
    expect(firstDifference(kept, traceOf(header('a'), step(9)))).toMatchObject({ line: 2, before: [] });
  });

  it('may be that one of them ends', () => {
    const short = traceOf(header('a'), step(1));
    expect(firstDifference(kept, short)).toMatchObject({ line: 3, kept: step(2), now: undefined });
    expect(firstDifference(short, kept)).toMatchObject({ line: 3, kept: undefined, now: step(2) });
  });
});
