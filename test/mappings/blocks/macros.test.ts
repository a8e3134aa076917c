// Macros: copies with variables of their own, and what is said when there can be none.
import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../src/migrate.js';
import type { ReportTally } from '../../../src/report/model.js';
import { convertBlock, strategyXml } from './one-block.js';

const greeting = strategyXml(
  'Assign',
  { properties: { Variable: 'n', Expression: 'n + 1' } },
  'Greeting',
  'macro',
);

function tallyOf(name: string, texts: readonly string[]): ReportTally {
  const { value: pipeline } = createPipeline({
    selection: 'urs',
    notes: true,
    assumptions: {},
    version: '0.0.0',
  });
  if (pipeline === undefined) throw new Error('the settings are refused');
  const read = texts.map((text, index) =>
    pipeline.read({ file: `${String(index)}.xml`, name: `${String(index)}.xml`, bytes: Buffer.from(text) }),
  );
  const found = pipeline.link(read).strategies.find((strategy) => strategy.name === name);
  if (found === undefined) throw new Error(`there is no "${name}"`);
  return found.convert().tally;
}

describe('Macro', () => {
  it('is expanded where it is used, with its parameters', () => {
    const { states, disposition, codes, assumptions } = convertBlock('Macro', {
      properties: { Macro: 'greeting' },
      others: [greeting],
    });
    expect(states).toMatch(/_data\.ird_macros\.It = \{/);
    expect(states).toContain('<transition target="It__Start"/>');
    expect(states).toContain('<state id="It_after">');
    expect({ disposition, codes }).toEqual({ disposition: 'review', codes: ['IRD2002'] });
    expect(assumptions).toContain('macro.variables');
  });
  it('is a placeholder when the macro is missing, is none, or is not named', () => {
    const missing = convertBlock('Macro', { properties: { Macro: 'Farewell' } });
    expect(missing.codes).toContain('IRD2132');
    expect(missing.reason).toContain('macro "Farewell" is not among the converted files');
    const none = convertBlock('Macro', { properties: { Macro: 'One block' } });
    expect(none.codes).toContain('IRD2133');
    expect(none.reason).toContain('is a strategy, no macro');
    expect(convertBlock('Macro').codes).toContain('IRD2016');
  });
  it('reports parameters that it does not have', () => {
    const { codes, disposition } = convertBlock('Macro', {
      properties: { Macro: 'Greeting' },
      tables: { Parameters: [{ Parameter: 'prompt', Value: '1' }] },
      others: [greeting],
    });
    expect(codes).toContain('IRD2122');
    expect(disposition).toBe('unsupported');
  });
  it('that uses itself is a placeholder in its copy, and is counted by the worst of its copies', () => {
    const endless = strategyXml('Macro', { properties: { Macro: 'Endless' } }, 'Endless', 'macro');
    const user = strategyXml('Macro', { properties: { Macro: 'Endless' } });
    expect(tallyOf('Endless', [endless, user]).byKind['block']?.['placeholder']).toBe(1);
    expect(tallyOf('One block', [endless, user]).byKind['block']?.['placeholder']).toBeUndefined();
  });
});
