import { describe, expect, it } from 'vitest';
import { findingsOfExplored, withoutStuck } from '../../src/cli/page-exploration.js';
import { diagnose, wholeFile } from '../../src/diagnostics/index.js';
import type { Scenario } from '../../src/runtime-check/index.js';

const scenario: Scenario = { scenario: 1, name: 'reaches wait', expect: { end: 'stuck', states: ['wait'] } };
const stuck = diagnose('IRD5406', '', wholeFile('p.scxml'), { scenario: 'reaches wait', states: '"wait"' });

describe('what explored scenarios tell of a page', () => {
  it('is a warning that says which one', () => {
    const [found, ...others] = findingsOfExplored(scenario, [stuck]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'IRD5602',
      severity: 'warning',
      message:
        'Exploration, scenario "reaches wait": the page waits in "wait", and nothing is left that could happen',
    });
  });

  it('is nothing where the scenario makes up replies or data, but for a run that differs from the search', () => {
    const unmet = diagnose('IRD5401', '', wholeFile('p.scxml'), { scenario: 'reaches wait', what: 'x' });
    const forged: Scenario = {
      ...scenario,
      answers: { events: [{ in: 'wait', name: 'queue.submit.done' }] },
    };
    expect(findingsOfExplored(forged, [stuck, unmet])).toEqual([unmet]);
    expect(findingsOfExplored({ ...scenario, data: { x: 1 } }, [stuck])).toEqual([]);
    const outside: Scenario = { ...scenario, answers: { events: [{ in: 'wait', name: 'crm.answer' }] } };
    expect(findingsOfExplored(outside, [stuck])).toHaveLength(1);
  });

  it('does not hide that a page waits for ever', () => {
    expect(withoutStuck(scenario).expect).toEqual({ states: ['wait'] });
    const routed: Scenario = { ...scenario, expect: { end: 'routed' } };
    expect(withoutStuck(routed)).toBe(routed);
  });
});
