// Names and reports for property tests: what strategies must not be called, and are.
import fc from 'fast-check';
import { fingerprintOf } from '../../src/report/fingerprint.js';
import {
  claims,
  outputs,
  statuses,
  type ReportFinding,
  type ReportStrategy,
} from '../../src/report/model.js';
import { passedRun, strategyRecord } from './records.js';

const pieces = [
  '</script>',
  '<b onclick=x>',
  '=cmd()',
  '+1',
  '-1',
  '@sum',
  '\u001b[31m',
  '\u009b2J',
  '\u202e',
  '\u200f',
  ']]>',
  '\u0000',
  '\u0008',
  '\ud800',
  '\udc00',
  '\ufffe',
  '%0A::error::x',
  '::set-output name=a::b',
  '\r\n',
  '\n',
  '\t',
  '|',
  '`',
  '[a](http://x.invalid)',
  '{0}',
  '"',
  "'",
  ',',
  ';',
  '\\',
  '../',
  '@someone',
  'www.x.invalid',
  '# h',
  'Stra\u00dfe',
  '\u65e5\u672c',
] as const;

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');

/** A finding with hostile text wherever text may be. */
export const findingArbitrary: fc.Arbitrary<ReportFinding> = fc
  .record({
    code: fc.constantFrom('IRD1001', 'IRD2001', 'IRD3001', 'IRD5406', 'IRD8001'),
    severity: fc.constantFrom('error', 'warning', 'info'),
    message: hostileText,
    help: hostileText,
    file: hostileText,
    line: fc.integer({ min: 1, max: 99 }),
    column: fc.integer({ min: 1, max: 99 }),
    node: hostileText,
    isAccepted: fc.boolean(),
    reason: hostileText,
  })
  .map(({ isAccepted, reason, ...rest }) => ({
    ...rest,
    severity: rest.severity as ReportFinding['severity'],
    endLine: rest.line,
    endColumn: rest.column + 2,
    fingerprint: fingerprintOf({ ...rest, strategy: '' }),
    related: { file: rest.file, line: 1, column: 1 },
    ...(isAccepted ? { suppressed: { kind: 'baseline', reason } as const } : {}),
  }));

/** A strategy with hostile names and any outcome. */
export const strategyArbitrary: fc.Arbitrary<ReportStrategy> = fc
  .record({
    name: hostileText,
    file: hostileText,
    kind: fc.constantFrom('strategy', 'subroutine', 'page'),
    status: fc.constantFrom(...statuses),
    claim: fc.constantFrom(...claims),
    output: fc.constantFrom(...outputs),
    exact: fc.nat(9),
    placeholder: fc.nat(9),
    minutes: fc.nat(50),
    word: hostileText,
    passed: fc.boolean(),
    findings: fc.array(findingArbitrary, { maxLength: 4 }),
  })
  .map(({ exact, placeholder, minutes, word, passed, ...rest }) =>
    strategyRecord({
      ...rest,
      kind: rest.kind as ReportStrategy['kind'],
      tally: { nodes: exact + placeholder, byDisposition: { exact, placeholder }, byKind: {} },
      runs: [{ ...passedRun, scenario: word, reason: word, passed }],
      effort: { units: 1, minutes, why: word, parts: [{ rule: word, count: 1, units: 1 }] },
      uses: [
        { kind: 'list', name: word, count: 2, places: [{ file: word, line: 1, column: 1, node: word }] },
      ],
      calls: [{ kind: 'subroutine', name: word, count: 1 }],
    }),
  );
