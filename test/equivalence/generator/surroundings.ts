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
    statistics: {
      'Sales@StatServer.GA': { StatAgentsTotal: 12, StatAgentsAvailable: 3.5 },
      'VQ_A@S.Q': { CallsEntered: 9 },
      R: { CallsEntered: 31 },
    },
  },
};

/** Seconds that the Selection before the expressions of a lifted page waits. */
export const waited = 5;

/** Functions that URS answers; it refuses the others. */
export const answersOfUrs: ReadonlyMap<string, string> = new Map([
  ['GetMapValue', 'a:1|b:2'],
  ['GetObjectProperty', '42abc'],
  ['OtherTrunk', ''],
  ['TimeBehind', '12'],
]);

export const fromDatabase = '7 rows';
export const fromWeb = { json: '{"rate":"3","name":"x"}', list: 'rate:3|name:x' } as const;
/** Host whose answers are errors. */
export const broken = 'broken.example';

const sales = 'Sales@StatServer.GA';

/** The same world with what lifted calls ask for; its clock starts as much earlier as the page waits before the expressions. */
export const lifted: Scenario = {
  ...scenario,
  name: 'lifted',
  clock: new Date(Date.parse(scenario.clock ?? '') - waited * 1000).toISOString(),
  data: { ird_service_url: 'http://services.example' },
  world: {
    ...scenario.world,
    defaultDestination: '5550199',
    statistics: {
      [sales]: { ...scenario.world?.statistics?.[sales], CallsWaiting: 6, ExpectedWaitTime: 75.5 },
      'VQ_A@S.Q': { CallsEntered: 9, CallsWaiting: 2 },
      R: { CallsEntered: 31 },
    },
  },
  answers: {
    urs: [...answersOfUrs].map(([name, content]) => ({ url: name, content })),
    fetch: [
      { url: broken, error: '500' },
      { url: 'rates.example', content: fromWeb.json },
      { url: 'DatabaseWizard', content: fromDatabase },
    ],
  },
};
