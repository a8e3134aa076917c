// Calls of subroutines: missing ones, parameters, and who calls whom over the whole batch.
import { describe, expect, it } from 'vitest';
import { checkCallGraph, outlineOf } from '../../src/ir/lower.js';
import { signatureOf, signaturesOf } from '../../src/ir/signature.js';
import type { SourceBlock, SourceStrategy } from '../../src/ird-parser/source-model.js';
import {
  block,
  blockOf,
  call,
  chain,
  codes,
  declare,
  environment,
  expression,
  line,
  lower,
  messages,
  num,
  row,
  str,
  text,
  variable,
} from './build.js';

const calls = (subroutine: string, rows: SourceBlock['rows'] = {}, id = `call ${subroutine}`): SourceBlock =>
  block(id, 'CallSubroutine', { properties: { subroutine: text(subroutine) }, rows });

const lookUp = chain([block('w', 'Silence')], {
  kind: 'subroutine',
  name: 'LookUp',
  variables: [
    declare('key', 'STRING', { direction: 'in' }),
    declare('tries', 'Integer', { direction: 'in' }),
    declare('found', 'STRING', { direction: 'out' }),
    declare('state', 'STRING', { direction: 'inout' }),
    declare('scratch', 'LIST'),
  ],
});

describe('a signature', () => {
  it('has the parameters in their order, not the locals', () => {
    expect(signatureOf(lookUp)).toEqual({
      name: 'LookUp',
      kind: 'subroutine',
      waits: true,
      parameters: [
        { name: 'key', type: 'STRING', direction: 'in' },
        { name: 'tries', type: 'INTEGER', direction: 'in' },
        { name: 'found', type: 'STRING', direction: 'out' },
        { name: 'state', type: 'STRING', direction: 'inout' },
      ],
    });
  });

  it('is that of the first strategy of a name', () => {
    const other = { ...lookUp, variables: [] };
    expect(signaturesOf([lookUp, other]).get('LookUp')?.parameters).toHaveLength(4);
  });
});

describe('a call', () => {
  const lowerCall = (one: SourceBlock, subroutines: readonly SourceStrategy[] = [lookUp]) =>
    lower(chain([one], { variables: [declare('v', 'STRING')] }), environment(subroutines));

  it('of a subroutine that is not in the batch is an error', () => {
    expect(messages(lowerCall(calls('Elsewhere')).diagnostics, 'IRD2120')).toEqual([
      'CallSubroutine "call Elsewhere" calls the subroutine "Elsewhere", which is not among the files read',
    ]);
  });

  it('finds the subroutine and its parameters in other case, and brings the names to their declared spelling', () => {
    const one = calls('lookup', {
      inputs: [
        row({ parameter: text('KEY'), expression: expression(str('x')) }),
        row({ parameter: text('tries'), expression: expression(num(3)) }),
      ],
      outputs: [
        row({ parameter: text('Found'), variable: variable('v') }),
        row({ parameter: text('state'), variable: variable('v') }),
      ],
    });
    const { value, diagnostics } = lowerCall(one);
    const lowered = blockOf(value, 'call lookup');
    if (lowered.type !== 'CallSubroutine') throw new Error('wrong type');
    expect(lowered.properties.subroutine).toMatchObject({ value: 'LookUp', text: 'lookup' });
    expect(lowered.properties.inputs.map((input) => input.parameter?.value)).toEqual(['key', 'tries']);
    expect(lowered.properties.outputs.map((output) => output.parameter?.value)).toEqual(['found', 'state']);
    expect(codes(diagnostics).filter((code) => code !== 'IRD2105')).toEqual([
      'IRD2002',
      'IRD2002',
      'IRD2002',
    ]);
    expect(value.assumptions).toContain('names.case');
  });

  it('may not name parameters that are not there, or go the other way', () => {
    const one = calls('LookUp', {
      inputs: [
        row({ parameter: text('found'), expression: expression(str('x')) }),
        row({ parameter: text('scratch'), expression: expression(str('x')) }),
      ],
      outputs: [row({ parameter: text('key'), variable: variable('v') })],
    });
    expect(messages(lowerCall(one).diagnostics, 'IRD2122')).toEqual([
      'CallSubroutine "call LookUp" names the input parameter "found", which "LookUp" does not have',
      'CallSubroutine "call LookUp" names the input parameter "scratch", which "LookUp" does not have',
      'CallSubroutine "call LookUp" names the output parameter "key", which "LookUp" does not have',
    ]);
  });

  it('may leave inputs to their start values, with a note for each', () => {
    const { diagnostics } = lowerCall(calls('LookUp'));
    expect(messages(diagnostics, 'IRD2123')).toHaveLength(2);
  });

  it('converts what it passes as an assignment does', () => {
    const one = calls('LookUp', {
      inputs: [row({ parameter: text('tries'), expression: expression(call('ANI')) })],
    });
    expect(messages(lowerCall(one).diagnostics, 'IRD2010')).toEqual([
      '"tries" is INTEGER and gets a value of type STRING',
    ]);
  });
});

describe('the call graph', () => {
  const sub = (name: string, ...called: readonly string[]): SourceStrategy =>
    chain(
      called.map((each) => calls(each)),
      { kind: 'subroutine', name, span: line(name.charCodeAt(0)) },
    );
  const check = (sources: readonly SourceStrategy[]) =>
    checkCallGraph(sources.map((source) => outlineOf(lower(source, environment(sources)).value)));

  it('without a circle is fine, and nothing need be called', () => {
    expect(check([sub('A', 'B', 'C'), sub('B', 'C'), sub('C'), sub('D')])).toEqual([]);
  });

  it('reports who calls itself, directly or through others', () => {
    expect(check([sub('A', 'A')]).map((found) => found.message)).toEqual(['"A" calls itself']);
    const [circle, ...more] = check([sub('A', 'B'), sub('B', 'x', 'C'), sub('C', 'b'), sub('D', 'A')]);
    expect(circle?.message).toBe('The calls "B" -> "C" -> "B" come back to where they began');
    expect(circle?.node).toBe('B/call C');
    expect(more).toEqual([]);
  });

  it('gives the same findings in any order of the files', () => {
    const sources = [sub('A', 'B'), sub('B', 'C'), sub('C', 'A'), sub('D', 'D')];
    expect(check(sources.toReversed())).toEqual(check(sources));
  });

  it('takes the first of two strategies of one name, and reports the other', () => {
    const twin = { ...sub('A', 'A'), span: line(200) };
    const found = check([twin, sub('A')]);
    expect(codes(found)).toEqual(['IRD2124']);
    expect(found[0]?.span.start.line).toBe(200);
  });

  it('of 2,000 subroutines in a row needs no deep stack', () => {
    const sources = Array.from({ length: 2_000 }, (_, n) =>
      chain([calls(`S${n + 1}`)], { name: `S${n}`, kind: 'subroutine' }),
    );
    sources.push(chain([calls('S0')], { name: 'S2000', kind: 'subroutine' }));
    const names = new Map(sources.map((source) => [source.name, signatureOf(source)]));
    const lowered = sources.map((source) => lower(source, { ...environment(), subroutines: names }).value);
    expect(codes(checkCallGraph(lowered.map(outlineOf)))).toEqual(['IRD2121']);
  });
});
