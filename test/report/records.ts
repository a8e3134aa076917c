// Records for the tests of reports.
import type { ReportRun, ReportStrategy } from '../../src/report/model.js';

export const passedRun: ReportRun = {
  scenario: 'agent is ready',
  end: 'routed',
  target: 'ada.fontaine',
  steps: 4,
  passed: true,
  reason: 'The interaction was routed.',
};

/** A strategy that went well, with changes. */
export const strategyRecord = (changes: Partial<ReportStrategy>): ReportStrategy => ({
  name: 'Main',
  kind: 'strategy',
  file: 'in/a.xml',
  format: 'ird-xml',
  profile: { name: 'ird-8', evidence: 'assumed' },
  status: 'complete',
  blocks: 3,
  page: 'Main.scxml',
  output: 'written',
  claim: 'valid',
  tally: { nodes: 5, byDisposition: { exact: 4, review: 1 }, byKind: { block: { exact: 2, review: 1 } } },
  assumptions: ['selection-timeout-port'],
  runs: [],
  unread: [{ path: 'strategy/@colour', count: 2, line: 3 }],
  findings: [],
  ...changes,
});
