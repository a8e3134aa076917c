import { describe, expect, it } from 'vitest';
import { destinationOf } from '../../../src/runtime-check/platform/resource.js';
import { bench } from './bench.js';

const target = (to: Parameters<typeof destinationOf>[0]): string | undefined => destinationOf(to)?.target;

describe('addresses', () => {
  it('are texts: numbers, ids, target format, mail addresses', () => {
    expect(destinationOf('8001')).toEqual({
      target: '8001',
      device: '8001',
      aliases: ['8001'],
      agent: undefined,
    });
    expect(target(8001)).toBe('8001');
    expect(target(' 8001@SIP.DN ')).toBe('8001');
    expect(target('Sales@Stat.GA')).toBe('Sales');
    expect(target('8001@SIP')).toBe('8001');
    expect(destinationOf('8001@SIP')?.location).toBe('SIP');
    expect(destinationOf('8001@SIP.DN')?.location).toBe('SIP');
    expect(target('anna@bank.example')).toBe('anna@bank.example');
    expect([target(''), target(undefined), target(null), target('  ')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('are objects: the type says which member names the resource', () => {
    const whole = { agent: 'anna', place: 'P1', dn: '7001', id: 'x', switch: 'SIP' };
    expect(destinationOf({ ...whole, type: 'A' })).toEqual({
      target: 'anna',
      device: '7001',
      aliases: ['7001', 'P1'],
      agent: 'anna',
    });
    expect(target({ ...whole, type: 'AP' })).toBe('P1');
    expect(target({ ...whole, type: 'RP' })).toBe('7001');
    expect(target({ type: 'iq', id: 'Inbound' })).toBe('Inbound');
    expect(target({ type: 'AG', agent: 'Sales' })).toBe('Sales');
    expect(destinationOf({ type: 'wb', id: 'Drafts', wb_type: 'A', wb_owner: 'anna' })).toMatchObject({
      target: 'Drafts',
      aliases: ['anna'],
    });
    // A resource without type, or of one that nobody knows, is named by what it has.
    expect(target({ dn: '7001' })).toBe('7001');
    expect(target({ type: 'toString', place: 'P1' })).toBe('P1');
    expect(target({ type: 'A' })).toBeUndefined();
    expect(target([])).toBe('[]');
  });

  it('stand for those who wrote, in a message', () => {
    const b = bench({
      interaction: { media: 'email', ani: 'carl@home.example', udata: { To: 'a@b.example' } },
    });
    const mail = b.world.interactions.all[0];
    expect(destinationOf('_origin', mail)?.target).toBe('carl@home.example');
    expect(destinationOf('_origin.all', mail)?.target).toBe('carl@home.example');
    expect(destinationOf('_udata', mail)?.target).toBe('a@b.example');
    expect(destinationOf('_origin')).toBeUndefined();
  });
});

describe('types of resources', () => {
  it('are numbers, those that are documented by their number', () => {
    const b = bench();
    const value = (name: string): unknown => b.script(`_genesys.resource.resourceType.${name}`);
    expect(
      ['CFGNoDN', 'CFGExtension', 'CFGACDPosition', 'CFGACDQueue', 'CFGRoutingPoint'].map(value),
    ).toEqual([0, 1, 2, 3, 4]);
    expect(typeof value('any')).toBe('number');
  });
});
