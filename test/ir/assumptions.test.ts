// The table of assumptions: complete against the design, answers that can be chosen, and the page made of it.
import { describe, expect, it } from 'vitest';
import { assumptionsMarkdown } from '../../src/ir/assumptions/markdown.js';
import {
  allowedValues,
  assumption,
  type Assumption,
  assumptions,
  isAssumption,
  valueOf,
} from '../../src/ir/assumptions/table.js';

describe('assumptions', () => {
  const rows: readonly Assumption[] = assumptions;

  it.each([
    ['selection.timeout', 'red'],
    ['selection.kept-targets', 'at any later moment'],
    ['busy.order', 'in order, then again from the start'],
    ['mandatory.kept-target', 'routes at the next wait'],
    ['attach.existing', 'adds a pair'],
    ['subroutine.parameters', 'by value'],
    ['end.voice', 'default routing'],
    ['error.condition', 'default routing'],
    ['port.red-unconnected', 'default routing'],
    ['arithmetic.overflow', 'error'],
    ['utcadd.months', "the month's last day"],
  ] as const)('answer %s with %s', (id, value) => {
    expect(valueOf(id)).toBe(value);
  });

  it('have an id each, a question, and answers that differ', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    for (const row of rows) {
      expect(row.id).toMatch(/^[a-z-]+\.[a-z-]+$/);
      expect(row.question, row.id).toMatch(/\?$/);
      expect(row.why, row.id).toMatch(/\.$/);
      expect(new Set([row.default, ...row.alternatives]).size, row.id).toBe(row.alternatives.length + 1);
    }
  });

  it('may be set otherwise', () => {
    expect(valueOf('selection.timeout', { 'selection.timeout': 'green' })).toBe('green');
    expect(valueOf('selection.timeout', { 'busy.order': 'in order, once' })).toBe('red');
    expect(allowedValues('selection.timeout')).toEqual(['red', 'green']);
  });

  it('exist or do not', () => {
    expect(isAssumption('names.case')).toBe(true);
    expect(isAssumption('constructor')).toBe(false);
    expect(() => assumption('no.such')).toThrow('internal: no assumption "no.such"');
  });
});

describe('the page of the assumptions', () => {
  it('has a section for every row, with what can be chosen', () => {
    const page = assumptionsMarkdown();
    for (const { id, question } of assumptions) expect(page).toContain(`## \`${id}\`\n\n${question}`);
    expect(page).toContain('- Taken: `red` (inferred)\n- Can be set to: `green`');
    expect(page.endsWith('\n')).toBe(true);
    expect(page).not.toMatch(/\n{3}/);
  });
});
