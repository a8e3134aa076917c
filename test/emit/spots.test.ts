import { describe, expect, it } from 'vitest';
import { spotsOn } from '../../src/emit/index.js';

const page = '<scxml>\n  <state id="Start"/>\n  <state id="Ask">\n  </state>\n</scxml>\n';
const region = (node: string, ...states: readonly (readonly [string, number, number])[]) => ({
  node,
  type: 'If',
  caption: '',
  source: { line: 1, column: 1 },
  states: states.map(([id, from, to]) => ({ id, from, to })),
  mapping: 'If',
  disposition: 'exact',
  reason: '',
});

describe('spots on a page', () => {
  const spotOf = spotsOn(page, {
    regions: [
      region('Line/101', ['Start', 2, 2]),
      region('Line/102', ['Ask', 3, 4], ['Start', 2, 2]),
      region('Line/103'),
    ],
  });

  it('are the first states of blocks, for parts of blocks, too', () => {
    expect(spotOf('Line/101')).toEqual({ line: 2, column: 3 });
    expect(spotOf('Line/102')).toEqual({ line: 3, column: 3 });
    expect(spotOf('Line/102/targets[0]/name')).toEqual({ line: 3, column: 3 });
  });

  it('are missing where nothing on the page is the own of a node', () => {
    for (const node of ['', 'Line', 'Line/103', 'Line/1', 'Other/101']) expect(spotOf(node)).toBeUndefined();
  });
});
