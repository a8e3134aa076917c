// Functions of thresholds and skill expressions: URS evaluates them under Orchestration too, so they stay in the text that the page hands over.
import type { KeptFunction } from './define.js';

const text = {
  as: 'text',
  evidence: 'inferred',
  disposition: 'exact',
  cost: 0,
  target: { from: '8.1.2' },
  source:
    'Universal Routing Reference, Threshold Functions: URS evaluates thresholds of Orchestration requests',
} as const;

export const thresholds: readonly KeptFunction[] = [
  {
    ...text,
    ird: 'sdata',
    about: 'Stays in the threshold as written; URS reads the statistic.',
    examples: [{ ird: 'sdata[Sales@.GA,StatAgentsTotal] < 1' }],
  },
  {
    ...text,
    ird: 'acfgdata',
    about: 'Stays in the threshold as written; URS reads the option of the application.',
    examples: [{ ird: 'acfgdata[Router,routing,limit,10] > 5' }],
  },
  {
    ...text,
    ird: 'callage',
    about: 'Stays in the threshold as written; URS knows the age of the interaction.',
    examples: [{ ird: 'callage[] > 30' }],
  },
  {
    ...text,
    ird: 'lcfgdata',
    about: 'Stays in the threshold as written; URS reads the List object.',
    examples: [{ ird: 'lcfgdata[Limits,Sales,wait] > 5' }],
  },
  {
    ...text,
    ird: 'run',
    disposition: 'urs',
    cost: 1,
    about: 'Stays in the threshold as written; the subroutine that it names must stay loaded in URS.',
    leaveInUrs:
      'the subroutine that it names: leave it in URS, or keep both when a Call Subroutine object calls it as well',
    examples: [{ ird: "run[CheckAgent,List,Section] > '0'" }],
  },
];
