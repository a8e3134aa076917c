import { describe, expect, it } from 'vitest';
import { convertBlock, strategyXml } from './one-block.js';

describe('Assign', () => {
  it('assigns, and goes on by the green port', () => {
    const { states, disposition, codes } = convertBlock('Assign', {
      properties: { Variable: 's', Expression: "Cat['a', 'b']" },
    });
    expect(states).toContain("_data.v_s = ird.cat('a', 'b');");
    expect(states).toContain('<transition target="End"/>');
    expect({ disposition, codes }).toEqual({ disposition: 'exact', codes: [] });
  });
  it('takes the red port when the expression can fail', () => {
    const { states } = convertBlock('Assign', { properties: { Variable: 'n', Expression: 'n / 2' } });
    expect(states).toContain('_data.v_n = ird.div(_data.v_n, 2);');
    expect(states).toContain('<transition event="error.script" target="End"/>');
  });
  it('converts to the type of the variable', () => {
    const { states } = convertBlock('Assign', { properties: { Variable: 'n', Expression: "UData['k']" } });
    expect(states).toContain("_data.v_n = ird.num(ird.udata(_data.ird_ixn, 'k'));");
  });
  it('stores a comparison as 1 or 0', () => {
    const { states } = convertBlock('Assign', { properties: { Variable: 'n', Expression: 'n > 3' } });
    expect(states).toContain('_data.v_n = _data.v_n > 3 ? 1 : 0;');
  });
});

describe('a comparison of times and dates', () => {
  const conditionOf = (expression: string): string =>
    convertBlock('If', { properties: { Expression: expression } }).states;
  it('is computed before it is asked for when a text may be no time: a condition that throws counts as false', () => {
    for (const text of ["UData['open']", "Cat['1', 's']", 's'])
      expect(conditionOf(`Time[] > ${text}`)).toContain('<transition event="error.script"');
    expect(conditionOf("Date[] = UData['day']")).toContain('<transition event="error.script"');
  });
  it('cannot fail between the clock and what is written', () => {
    expect(conditionOf('Time[] > 18:00')).not.toContain('error.script');
  });
});

describe('Multi-Assign', () => {
  it('assigns from top to bottom', () => {
    const { states } = convertBlock('Multi-Assign', {
      tables: {
        Assignments: [
          { Variable: 's', Expression: "'x'" },
          { Variable: 'n', Expression: 'StrLen[s]' },
        ],
      },
    });
    expect(states).toMatch(/_data\.v_s = 'x';\s+_data\.v_n = ird\.strLen\(_data\.v_s\);/);
  });
});

describe('Function', () => {
  it('calls for the effect when no variable takes the result', () => {
    const { states } = convertBlock('Function', { properties: { Function: "Update['k', 1]" } });
    expect(states).toContain("ird.attachPair(_data.ird_ixn, 'k', 1);");
  });
  it('keeps the result', () => {
    const { states } = convertBlock('Function', { properties: { Function: 'ANI[]', Result: 's' } });
    expect(states).toContain("_data.v_s = ird.voice(_data.ird_ixn, 'ani');");
  });
  it('becomes a placeholder when the function has no mapping', () => {
    const { states, disposition, codes } = convertBlock('Function', {
      properties: { Function: "SendRequest['x']", Result: 's' },
    });
    expect(states).toContain('<raise event="error.ird2scxml.placeholder">');
    expect({ disposition, codes }).toEqual({ disposition: 'placeholder', codes: ['IRD3001'] });
  });
});

describe('Multi-Function', () => {
  it('calls in order, each result where it belongs', () => {
    const { states } = convertBlock('Multi-Function', {
      tables: { Calls: [{ Function: 'DNIS[]', Result: 's' }, { Function: "DeleteAttachedData['k']" }] },
    });
    expect(states).toMatch(/_data\.v_s = ird\.voice\(.*\);\s+ird\.detach\(_data\.ird_ixn, 'k'\);/);
  });
});

describe('If', () => {
  it('leads by green when the condition holds, else by red', () => {
    const { states } = convertBlock('If', { properties: { Expression: 'n = 1 | n = 2 & n = 3' } });
    expect(states).toContain('cond="(_data.v_n == 1 || _data.v_n == 2) &amp;&amp; _data.v_n == 3"');
    expect(states.match(/<transition /g)).toHaveLength(2);
  });
  it('sends a condition that fails to default routing, or to red when told so', () => {
    const failing = { properties: { Expression: '10 / n > 1' } };
    expect(convertBlock('If', failing).states).toContain('event="error.script" target="ird_default_routing"');
    const asRed = convertBlock('If', { ...failing, assumptions: { 'error.condition': 'red' } });
    expect(asRed.states).toContain('event="error.script" target="End"');
  });
});

describe('Call Subroutine', () => {
  const sub = strategyXml(
    'Assign',
    { properties: { Variable: 's', Expression: "'out'" } },
    'Sub',
    'subroutine',
  );
  const others = [sub.replace('name="n" type="INTEGER"', 'name="n" type="INTEGER" scope="in"')];
  it('puts parameters and locals into a frame, and copies results back', () => {
    const { states, disposition } = convertBlock('Call Subroutine', {
      properties: { Subroutine: 'Sub' },
      tables: { Inputs: [{ Parameter: 'n', Value: "'7'" }], Outputs: [{ Parameter: 's', Variable: 's' }] },
      others,
    });
    expect(states).toMatch(/ird\.enter\(\{ back: 'It_after', v_n: 7, v_s: '', v_f: 0, v_l: '' \}\);/);
    expect(states).toContain('target="Sub__Start"');
    expect(states).toContain('_data.v_s = _data.ird_returned.v_s;');
    expect(disposition).toBe('exact');
  });
  it('becomes a placeholder when the subroutine is missing', () => {
    const { disposition, codes } = convertBlock('Call Subroutine', { properties: { Subroutine: 'Gone' } });
    expect({ disposition, codes }).toEqual({ disposition: 'placeholder', codes: ['IRD2120', 'IRD3003'] });
  });
});

describe('Attach', () => {
  it('writes a pair and waits, for a while, until it is seen', () => {
    const { states, disposition, assumptions } = convertBlock('Attach', {
      properties: { Key: 'k', Value: 'n' },
    });
    expect(states).toContain('ird.attach(_data.ird_ixn, { k: _data.v_n });');
    expect(states).toContain('event="interaction.udata.changed"');
    expect(states).toContain('event="It.timeout" target="End"');
    expect(disposition).toBe('review');
    expect(assumptions).toContain('attach.existing');
  });
  it('is exact when a second value is known to replace the first', () => {
    const assumptions = { 'attach.existing': 'replaces the value' };
    const { disposition } = convertBlock('Attach', { properties: { Key: 'k', Value: '1' }, assumptions });
    expect(disposition).toBe('exact');
  });
  it('takes several pairs at once', () => {
    const { states } = convertBlock('Multi-Attach', {
      tables: {
        Pairs: [
          { Key: 'a', Value: "'x'" },
          { Key: "b'c", Value: 'ANI[]' },
        ],
      },
    });
    expect(states).toContain(String.raw`{ a: 'x', 'b\'c': ird.voice(_data.ird_ixn, 'ani') }`);
  });
});

describe('objects that lack what they cannot do without', () => {
  it.each([
    ['Macro', 'it names no macro'],
    ['Switch to Strategy', 'it names no strategy'],
    ['Business Rule', 'it names no rule and no package'],
    ['Web Service', 'it has no address'],
    ['Workbin', 'it has no workbin'],
    ['Queue Interaction', 'it has no interaction queue'],
  ])('%s says so in its state: %s', (type, words) => {
    const { states, disposition, reason } = convertBlock(type, {
      properties: { Anything: 'x', Timeout: '5' },
    });
    expect(states).toContain('<raise event="error.ird2scxml.placeholder">');
    expect(states).toContain('target="ird_default_routing"');
    expect(disposition).toBe('placeholder');
    expect(reason).toBe(words);
  });
});
