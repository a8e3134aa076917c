// Functions that stay with URS: the request and what can come back, wherever the call stands; and the refusal to make such calls.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findFunctionMapping, functionMappings } from '../../../src/mappings/functions/index.js';
import { findFunction } from '../../../src/ir/vocabulary/functions.js';
import { openLibrary } from '../../emit/library/library-realm.js';
import type { Sandbox } from '../../emit/library/sandbox.js';
import { convertBlock } from '../blocks/one-block.js';

let realm: Sandbox;
beforeAll(async () => {
  realm = await openLibrary();
});
afterAll(() => realm.dispose());

const rows = functionMappings.filter(({ disposition }) => disposition === 'urs');

describe('the address of the request', () => {
  it.each([
    ["ird.ursFunction('ixn1', 'OtherTrunk', [])", 'urs/call/@ixn1/func?name=OtherTrunk&params=[]'],
    [
      "ird.ursFunction('ixn1', 'FindConfigObject', [1, 'name:Switch_X'])",
      'urs/call/@ixn1/func?name=FindConfigObject&params=[1,name%3ASwitch_X]',
    ],
    [
      "ird.ursFunction('ixn1', 'SetMapValue', ['a,b', 'x]&y=1', 'Grüße', undefined])",
      'urs/call/@ixn1/func?name=SetMapValue&params=[a%2Cb,x%5D%26y%3D1,Gr%C3%BC%C3%9Fe,]',
    ],
  ])('%s', (code, address) => {
    expect(realm.run(code)).toBe(address);
  });

  it('cannot be made of half a surrogate pair', () => {
    expect(() => realm.run(String.raw`ird.ursFunction('ixn1', 'F', ['\ud800'])`)).toThrow();
  });
});

describe('the answer', () => {
  it.each([
    ["ird.jsonText('7')", '7'],
    [`ird.jsonText('"a"')`, 'a'],
    [`ird.jsonText('{"a":1,"b":"x"}')`, 'a:1|b:x'],
    ["ird.jsonText('null')", ''],
  ])('%s', (code, text) => {
    expect(realm.run(code)).toBe(text);
  });

  it('is taken as it is, or read as JSON when the assumption says so', () => {
    const call = { properties: { Function: "GetMapValue['m','k']", Result: 's' } };
    const usual = convertBlock('Function', call);
    expect(usual.states).toContain('ird.text(_event.data.content)');
    expect(usual.assumptions).toContain('urs.answer');
    const json = convertBlock('Function', { ...call, assumptions: { 'urs.answer': 'JSON' } });
    expect(json.states).toContain('ird.jsonText(_event.data.content)');
  });
});

describe('a call', () => {
  const call = { properties: { Function: "FindConfigObject[1,'name:X']", Result: 's' } };

  it('is a request with a limit, its answer and its failure', () => {
    const { states, disposition, codes, messages } = convertBlock('Function', call);
    expect(states).toMatch(
      /<session:fetch requestid="_data\.ird_requests\.\w+" method="'urs'" srcexpr="ird\.ursFunction\(_data\.ird_ixn, 'FindConfigObject', \[1, 'name:X'\]\)" timeout="10"\/>/,
    );
    expect(states).toContain('event="session.fetch.done"');
    expect(states).toMatch(/event="error\.session\.fetch" cond="[^"]+" target="End"/);
    expect({ disposition, codes }).toEqual({ disposition: 'urs', codes: [] });
    expect(messages).toContain(
      'IRD3010 Block "It" asks URS for "FindConfigObject": URS must stay in service with it',
    );
  });

  it('may stand in an expression', () => {
    const { states, disposition } = convertBlock('If', {
      properties: { Expression: "n = 1 & GetMapValue['m','k'] = 'on'" },
    });
    expect(states.match(/<session:fetch /g)).toHaveLength(1);
    expect(disposition).toBe('urs');
  });

  it('is a placeholder when such calls are not wanted', () => {
    const { states, disposition, codes, messages } = convertBlock('Function', { ...call, ursCalls: false });
    expect(states).not.toContain('session:fetch');
    expect(states).toContain('<raise event="error.ird2scxml.placeholder">');
    expect({ disposition, codes }).toEqual({ disposition: 'placeholder', codes: ['IRD3001'] });
    expect(messages.join('\n')).toContain('asked of URS, which the options forbid');
  });
});

describe('the rows', () => {
  it.each(rows)(
    '$ird is certain by name and needs a server that takes the request',
    ({ ird, target, lift }) => {
      expect(findFunction(ird)?.evidence).toMatch(/documented|observed|inferred/);
      expect(target.from).toBe('8.1.440');
      expect(lift).toBeDefined();
    },
  );

  it.each([
    'SelectDN',
    'SuspendForDN',
    'RouteCall',
    'Delay',
    'OnCallAbandoned',
    'SetIdealAgent',
    'AgentStat',
  ])('%s is never asked of URS', (name) => {
    expect(findFunctionMapping(name)?.disposition).not.toBe('urs');
  });
});

describe('a threshold that runs a subroutine', () => {
  it('is kept, and the subroutine is named that must stay in URS', () => {
    const { states, messages } = convertBlock('Selection', {
      properties: { AdditionalThreshold: "run[CheckAgent,List,Section] > '0'" },
      tables: { Targets: [{ Type: 'Agent Group', Name: 'Sales', StatServer: 'StatServer' }] },
    });
    expect(states).toContain('run[CheckAgent');
    expect(messages.filter((message) => message.startsWith('IRD3011'))).toEqual([
      'IRD3011 A threshold of block "It" runs the subroutine "CheckAgent" in URS: it must stay there',
    ]);
  });
});

describe('another form of a name', () => {
  it('is taken for its sister and reviewed', () => {
    const { messages, disposition } = convertBlock('Function', {
      properties: { Function: "StrLenEx['abc']", Result: 'n' },
    });
    expect(disposition).toBe('review');
    expect(messages.join('\n')).toContain('StrLenEx is taken for a form of StrLen');
  });
});

describe('a name that no document has', () => {
  const messagesOf = (call: string): readonly string[] =>
    convertBlock('Function', { properties: { Function: call, Result: 's' } }).messages.filter((message) =>
      message.startsWith('IRD3012'),
    );

  it('is converted and said', () => {
    expect(messagesOf('CallID[]')).toEqual([expect.stringContaining('Block "It" calls "CallID"')]);
    expect(messagesOf('Cat[CallID[], ThisDN[]]')).toHaveLength(2);
  });

  it('is not said of documented names, nor where a review says more', () => {
    expect(messagesOf('ANI[]')).toEqual([]);
    expect(messagesOf("Print['x']")).toEqual([]);
  });
});
