// What URS needs of a whole batch: decided over all strategies that are converted together.
import { describe, expect, test } from 'vitest';
import { block, convertLines, selection, type Line } from '../emit/frame/build-line.js';

const running: Line = {
  name: 'Running',
  blocks: [
    block('Entry', 'Start'),
    selection('Sales', 'Sales', { 'Additional Threshold': "run[checkagent,List,Section] > '0'" }),
    block('Default', 'Rest'),
  ],
  links: ['Start.green > Sales', 'Sales.red > Rest'],
};
const calling = (subroutine: string): Line => ({
  name: 'Calling',
  blocks: [
    block('Entry', 'Start'),
    block('Call Subroutine', 'Ask', { Subroutine: subroutine }),
    block('Default', 'Rest'),
  ],
  links: ['Start.green > Ask', 'Ask.green > Rest', 'Ask.red > Rest'],
});
const subroutine = (name: string): Line => ({
  name,
  kind: 'subroutine',
  blocks: [block('Entry', 'Start'), block('Exit', 'End')],
  links: ['Start.green > End'],
});

const said = (lines: readonly Line[], code: string): readonly string[] =>
  convertLines(lines)
    .all.filter((found) => found.code === code)
    .map(({ message, span }) => `${span.file}: ${message}`);

describe('a subroutine of the batch that a threshold runs', () => {
  test('stays in URS, and that is said at the subroutine', () => {
    expect(said([running, subroutine('CheckAgent')], 'IRD3023')).toEqual([
      'line-1.xml: "CheckAgent" is run by URS, for thresholds of "Running": it must stay there, and no page of these files needs its own',
    ]);
  });

  test('is kept in both when another strategy calls it', () => {
    expect(said([running, calling('CheckAgent'), subroutine('CheckAgent')], 'IRD3023')).toEqual([
      'line-2.xml: "CheckAgent" is run by URS, for thresholds of "Running", and by pages, for objects of "Calling": keep both',
    ]);
  });

  test('is no matter when nothing runs it, or it is not there', () => {
    expect(said([calling('CheckAgent'), subroutine('CheckAgent')], 'IRD3023')).toEqual([]);
    expect(said([running], 'IRD3023')).toEqual([]);
  });
});

describe('WaitForTarget', () => {
  test('need not be among the files: no finding asks for it', () => {
    expect(said([calling('WaitForTarget')], 'IRD2120')).toEqual([]);
    expect(said([calling('WaitForTarget')], 'IRD3003')).toEqual([
      expect.stringContaining('subroutine "WaitForTarget" stays in URS'),
    ]);
  });

  test('is said to be of no use as a page when it is', () => {
    expect(said([calling('waitfortarget'), subroutine('WaitForTarget')], 'IRD3023')).toEqual([
      expect.stringMatching(
        /^line-1\.xml: "WaitForTarget" stays in URS, its page is of no use: it belongs to/,
      ),
    ]);
  });
});
