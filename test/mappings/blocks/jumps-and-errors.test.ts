// Error Segmentation and Switch to Strategy: what they become, and what is said when something is missing.
import { describe, expect, it } from 'vitest';
import { convertBlock, strategyXml } from './one-block.js';

describe('Error Segmentation', () => {
  const segments = { tables: { Segments: [{ Port: 'late', Error: 'timeout' }, { Port: '0013' }] } };
  it('branches by what a segment says, else by the name of its port', () => {
    const { states, disposition, assumptions } = convertBlock('Error Segmentation', {
      ...segments,
      ports: ['late', '0013', 'default'],
    });
    expect(states).toContain(`cond="ird.isError('timeout')"`);
    expect(states).toContain(`cond="ird.isError('0013')"`);
    expect(disposition).toBe('review');
    expect(assumptions).toContain('error-segmentation.match');
  });
  it('says when it has no segments', () => {
    expect(convertBlock('Error Segmentation', { ports: ['default'] }).codes).toContain('IRD2017');
  });
});

describe('Switch to Strategy', () => {
  const other = strategyXml('Exit', { ports: [] }, 'Night', 'strategy');
  it('goes on at the start of the other strategy, with fresh variables and no calls to return from', () => {
    const { states, codes } = convertBlock('Switch to Strategy', {
      properties: { Strategy: 'Night' },
      ports: ['red'],
      others: [other],
    });
    expect(states).toContain('_data.ird_stack = [];');
    expect(states).toContain('_data.ird_local = {');
    expect(states).toContain('target="Night__Start"');
    expect(codes).toEqual([]);
  });
  it('takes the declared spelling', () => {
    const { codes, disposition } = convertBlock('Switch to Strategy', {
      properties: { Strategy: 'NIGHT' },
      ports: ['red'],
      others: [other],
    });
    expect(codes).toContain('IRD2002');
    expect(disposition).toBe('review');
  });
  it('is a placeholder when the strategy is missing, is none, or is not named', () => {
    const missing = convertBlock('Switch to Strategy', { properties: { Strategy: 'Day' } });
    expect(missing.codes).toContain('IRD2130');
    expect(missing.reason).toContain('"Day" is not among the converted files');
    const none = convertBlock('Switch to Strategy', {
      properties: { Strategy: 'Sub' },
      others: [strategyXml('Exit', { ports: [] }, 'Sub', 'subroutine')],
    });
    expect(none.codes).toContain('IRD2131');
    expect(convertBlock('Switch to Strategy').codes).toContain('IRD2016');
    for (const { disposition } of [missing, none]) expect(disposition).toBe('placeholder');
  });
  it('may come back to the strategy that it came from', () => {
    const { states } = convertBlock('Switch to Strategy', { properties: { Strategy: 'One block' } });
    expect(states).toContain('target="One_block__Start"');
  });
});
