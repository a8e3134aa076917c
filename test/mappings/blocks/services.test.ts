// Data & Services: what is asked, where, and what stays a placeholder.
import { describe, expect, it } from 'vitest';
import { convertBlock } from './one-block.js';

const outputs = { Output: [{ Column: 'tier', Variable: 's' }] };

describe('services that are asked over HTTP', () => {
  it('are asked below one address, by the name of the object', () => {
    const { states, disposition, codes } = convertBlock('Database Wizard', {
      properties: { 'Access Point': 'DAP', Query: 'select 1' },
      tables: outputs,
    });
    expect(states).toContain(`srcexpr="ird.serviceAddress(_data.ird_service_url, '/DatabaseWizard')"`);
    expect(states).toContain("accessPoint: 'DAP'");
    expect(states).toContain("_data.v_s = ird.replyValue(ird.reply(_data.ird_answer), 'tier');");
    expect(states).toContain('<transition event="error.session.fetch"');
    expect({ disposition, codes }).toEqual({ disposition: 'review', codes: [] });
  });
  it('are placeholders when the block does not say what it asks for', () => {
    for (const [type, reason] of [
      ['Database Wizard', 'neither a query nor a stored procedure'],
      ['Custom Server', 'what it asks the Custom Server for'],
      ['Business Rule', 'no rule and no package'],
      ['External Service', 'it names no application'],
      ['Web Service', 'it has no address'],
    ] as const) {
      const block = convertBlock(type);
      expect(block.disposition, type).toBe('placeholder');
      expect(block.reason, type).toContain(reason);
    }
  });
});

describe('Web Service', () => {
  it('keeps no password in the page', () => {
    const { states } = convertBlock('Web Service', {
      properties: { URL: '/book', User: 'ivr', Password: 'secret' },
    });
    expect(states).toContain(`srcexpr="ird.serviceAddress(_data.ird_service_url, '/book')"`);
    expect(states).toContain('headers="{ Authorization: _data.ird_service_authorization }"');
    expect(states).not.toContain('secret');
  });
  it('is a placeholder when it speaks SOAP', () => {
    const { disposition, reason } = convertBlock('Web Service', {
      properties: { URL: 'https://a.example/', Method: 'SOAP' },
    });
    expect(disposition).toBe('placeholder');
    expect(reason).toContain('the envelope of the request');
  });
  it('gives a LIST variable the answer as a list', () => {
    const { states } = convertBlock('Web Service', {
      properties: { URL: 'https://a.example/', Result: 'l' },
    });
    expect(states).toContain('_data.v_l = ird.replyList(ird.reply(_data.ird_answer));');
  });
});

describe('External Service', () => {
  const named = { Application: 'A', Service: 'S', Method: 'M' };
  it('sends all user data unless the block says otherwise', () => {
    expect(convertBlock('External Service', { properties: named }).states).toContain('name="UserData"');
    const quiet = { ...named, "Don't send user data": 'true' };
    expect(convertBlock('External Service', { properties: quiet }).states).not.toContain('UserData');
  });
});
