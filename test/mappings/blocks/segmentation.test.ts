import { describe, expect, it } from 'vitest';
import { convertBlock, type BlockSource } from './one-block.js';

const segments = (
  rows: readonly Readonly<Record<string, string>>[],
  more: BlockSource = {},
): BlockSource => ({
  ...more,
  tables: { Segments: rows },
  ports: [...rows.map((row) => row['Port'] ?? ''), 'default'],
});

/** Conditions of the transitions, in order; the last one has none. */
const conditions = (states: string): readonly string[] =>
  [...states.matchAll(/<transition (?:cond="([^"]*)" )?target/g)].map((found) => found[1] ?? '');

describe('ANI and DNIS', () => {
  it('compare with a number, several numbers, a prefix, a range', () => {
    const { states, disposition } = convertBlock(
      'DNIS',
      segments([
        { Port: 'one', Value: '5558001' },
        { Port: 'two', Value: '5558002, 5558003' },
        { Port: 'prefix', Value: '55581*' },
        { Port: 'range', From: '5558200', To: '5558299' },
      ]),
    );
    const dnis = "ird.voice(_data.ird_ixn, 'dnis')";
    expect(conditions(states)).toEqual([
      `${dnis} == '5558001'`,
      `${dnis} == '5558002' || ${dnis} == '5558003'`,
      `ird.startsWith(${dnis}, '55581')`,
      `ird.inNumberRange(${dnis}, '5558200', '5558299')`,
      '',
    ]);
    expect(disposition).toBe('exact');
  });
  it('read the calling number for ANI', () => {
    const { states } = convertBlock('ANI', segments([{ Port: 'one', Value: '5550100' }]));
    expect(conditions(states)).toEqual(["ird.voice(_data.ird_ixn, 'ani') == '5550100'", '']);
  });
  it('cannot look into a List object yet', () => {
    const { disposition, reason } = convertBlock('ANI', segments([{ Port: 'vip', 'List Object': 'VIPs' }]));
    expect(disposition).toBe('placeholder');
    expect(reason).toContain('VIPs');
  });
});

describe('Date, Day of Week, Time', () => {
  it('read the clock of the platform when no zone is named', () => {
    const { states, assumptions } = convertBlock(
      'Date',
      segments([{ Port: 'a', From: '12/24', To: '01/02' }]),
    );
    expect(conditions(states)).toEqual(["ird.inDateRange(ird.date(), '12/24', '01/02')", '']);
    expect(assumptions).toContain('clock.zone');
  });
  it('read the zone that is named; one that is not known fails in this block', () => {
    const { states, assumptions } = convertBlock(
      'Time',
      segments([{ Port: 'night', From: '22:00', To: '6:00' }], { properties: { 'Time Zone': 'CET' } }),
    );
    expect(states).toContain("ird.inTimeRange(ird.timeInZone('CET'), '22:00', '6:00')");
    expect(states).toContain('event="error.script" target="ird_default_routing"');
    expect(assumptions).not.toContain('clock.zone');
  });
  it('know days by name, by their first letters and by number', () => {
    const { states } = convertBlock(
      'Day of Week',
      segments([
        { Port: 'a', Day: 'Sunday' },
        { Port: 'b', From: 'fri', To: '1' },
      ]),
    );
    expect(conditions(states)).toEqual(['ird.day() == 0', 'ird.inDayRange(ird.day(), 5, 1)', '']);
  });
  it.each([
    ['Date', { Port: 'a', Date: '24.12.' }],
    ['Time', { Port: 'a', From: '8', To: '25:00' }],
    ['Day of Week', { Port: 'a', Day: 'Caturday' }],
    ['Time', { Port: 'a' }],
  ])('%s is a placeholder for %j', (type, row) => {
    expect(convertBlock(type, segments([row])).disposition).toBe('placeholder');
  });
});

describe('Generic', () => {
  it('tries its expressions in order', () => {
    const { states, disposition } = convertBlock(
      'Generic',
      segments([
        { Port: 'large', Expression: 'n > 10' },
        { Port: 'named', Expression: "s <> ''" },
      ]),
    );
    expect(conditions(states)).toEqual(['_data.v_n &gt; 10', "_data.v_s != ''", '']);
    expect(disposition).toBe('exact');
  });
  it('computes all of them in a script when one can fail', () => {
    const { states } = convertBlock('Generic', segments([{ Port: 'a', Expression: 'n / n = 1' }]));
    expect(states).toContain('if (ird.div(_data.v_n, _data.v_n) == 1)');
    expect(states).toContain('event="error.script" target="ird_default_routing"');
  });
});

describe('segmentation by what is attached', () => {
  it.each([
    ['Business', { Attribute: 'ServiceType' }, 'ServiceType'],
    ['Classify Segmentation', {}, 'CategoryName'],
    ['Screen Segmentation', {}, 'ScreenRuleName'],
  ])('%s reads the key', (type, properties, key) => {
    const { states, disposition, assumptions } = convertBlock(
      type,
      segments([{ Port: 'a', Value: 'Gold' }, { Port: 'Silver' }], { properties }),
    );
    const attached = `ird.udata(_data.ird_ixn, '${key}')`;
    expect(conditions(states)).toEqual([`${attached} == 'Gold'`, `${attached} == 'Silver'`, '']);
    expect(disposition).toBe('review');
    expect(assumptions).toContain('segmentation.attached-key');
  });
});
