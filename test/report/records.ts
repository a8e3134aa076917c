// Records for the tests of reports.
import type { ReportEquivalence } from '../../src/report/model-equivalence.js';
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

/** A comparison that found one difference; every text of it is `word`. */
export function differingBy(word: string): ReportEquivalence {
  const share = { reached: 3, total: 4 };
  return {
    verdict: 'different',
    reason: '',
    scenarios: { compared: 12, different: 2, skipped: [] },
    coverage: { blocks: share, ports: share, conditions: share, states: share, transitions: share },
    assumptions: [],
    unreached: [],
    differences: [
      {
        ...{
          kind: word,
          at: 5,
          source: word,
          page: word,
          node: word,
          mapping: word,
          foundIn: word,
          times: 2,
        },
        state: { id: word, file: word, line: 7, column: 1, endColumn: 9 },
        scenario: { scenario: 1, name: word },
        traces: [
          { source: `both ${word}`, page: `both ${word}`, same: true },
          { source: `strategy ${word}`, page: '', same: false },
        ],
        agreeing: [{ id: 'attach.existing', value: word }],
      },
    ],
  };
}
