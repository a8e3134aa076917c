// The one world in which generated expressions are computed by both sides.
import type { Scenario } from '../../../src/runtime-check/index.js';

/** Variables with the values that the strategy has stored before. */
export const declared = [
  { name: 'a', type: 'INTEGER', value: 7 },
  { name: 'b', type: 'INTEGER', value: -3 },
  { name: 'c', type: 'INTEGER', value: 0 },
  { name: 'big', type: 'INTEGER', value: 2147483647 },
  { name: 'f', type: 'FLOAT', value: 1.25 },
  { name: 'g', type: 'FLOAT', value: -7 },
  { name: 's', type: 'STRING', value: 'Sales 12' },
  { name: 'u', type: 'STRING', value: '' },
  { name: 'w', type: 'STRING', value: '42abc' },
  { name: 'l', type: 'LIST', value: 'a:5|b:50|k:5x' },
  { name: 't', type: 'TIME', value: '14:05' },
  { name: 'd', type: 'DATE', value: '03/29/2026' },
  { name: 'y', type: 'DAY', value: 3 },
] as const;

/** Those values by name. */
export const variables: ReadonlyMap<string, string | number> = new Map(
  declared.map(({ name, value }) => [name, value] as const),
);

/** A spring morning in Berlin, an hour after the clocks went forward there. */
export const scenario: Scenario = {
  scenario: 1,
  name: 'generated',
  seed: 20,
  clock: '2026-03-29T02:05:06Z',
  zone: 'Europe/Berlin',
  interaction: {
    ani: '15550100999',
    dnis: '5550199',
    thisDN: '8001',
    udata: { Language: 'en', Pass: 1, Tries: '3 of 5', Empty: '', List: 'a:1|b:2' },
  },
  world: {
    lists: { Hours: { Sales: { open: '09:00', close: '17:00' } } },
    specialDays: {
      Holidays: { 'Founding Day': ['2026-03-29'], 'Half day': ['2026-03-29 00:00-04:00'] },
      Hours: { 'Half day': ['2026-03-29 12:00-14:00'] },
    },
    options: { limit: '10', mode: '', 'a.b-c': 'on' },
    statistics: { 'Sales@StatServer.GA': { StatAgentsTotal: 12, StatAgentsAvailable: 3.5 } },
  },
};
