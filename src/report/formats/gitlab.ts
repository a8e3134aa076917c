// The report as GitLab reads it for Code Quality: an array of problems, each with a name of its own.
import type { Severity } from '../../diagnostics/index.js';
import type { Renderer } from './format.js';
import { inertJson, wellFormed } from './inert.js';
import { occurrenceCounter, worstFirst } from './worst-first.js';

const severity: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };

/** One array; accepted findings are left out. GitLab takes findings of one fingerprint for one, so that repeated ones are numbered. */
export const renderGitlab: Renderer = function* (report) {
  const occurrence = occurrenceCounter();
  let isFirst = true;
  for (const { finding } of worstFirst(report)) {
    if (finding.suppressed !== undefined) continue;
    const number = occurrence(finding.fingerprint);
    const problem = {
      description: wellFormed(`${finding.message}. ${finding.help}`),
      check_name: finding.code,
      fingerprint: number === 1 ? finding.fingerprint : `${finding.fingerprint}-${String(number)}`,
      severity: severity[finding.severity],
      location: {
        path: wellFormed(finding.file.replace(/^\.\//, '')),
        lines: { begin: finding.line, end: Math.max(finding.line, finding.endLine) },
      },
    };
    yield `${isFirst ? '[' : ','}\n  ${inertJson(problem)}`;
    isFirst = false;
  }
  yield isFirst ? '[]\n' : '\n]\n';
};
