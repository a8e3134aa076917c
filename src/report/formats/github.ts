// Annotations for GitHub Actions: workflow commands that the runner shows at the changed lines. It shows ten errors and ten warnings of a step.
import type { Severity } from '../../diagnostics/index.js';
import type { ReportFinding } from '../model.js';
import type { Renderer } from './format.js';
import { inert } from './inert.js';
import { plural } from './plural.js';
import { firstOf } from './worst-first.js';

/** What the runner shows of one kind and step; a further one is dropped without a word. */
const shownByGithub = 10;

/** Errors and warnings; where there are more than ten of a kind, the tenth says how many are not shown. Accepted findings and notes are left out. */
export const renderGithub: Renderer = function* (report) {
  for (const severity of ['error', 'warning'] as const) {
    const { shown, hidden } = firstOf(report, severity, shownByGithub);
    const listed = hidden === 0 ? shown : shown.slice(0, shownByGithub - 1);
    for (const finding of listed) yield annotation(severity, finding);
    if (hidden > 0) {
      const more = hidden + shown.length - listed.length;
      yield `::${severity} title=ird2scxml::${data(`${plural(more, `more ${severity}`)} not shown here; the report has all of them`)}\n`;
    }
  }
};

function annotation(kind: Severity, finding: ReportFinding): string {
  const { file, line, column, endLine, endColumn, code, message, help } = finding;
  const isOneLine = line === endLine && endColumn > column;
  const places: readonly (readonly [string, string])[] = [
    ['file', file],
    ['line', String(line)],
    ['endLine', String(endLine)],
    // Columns are refused for a place of several lines.
    ...(isOneLine ? [['col', String(column)] as const, ['endColumn', String(endColumn - 1)] as const] : []),
    ['title', code],
  ];
  const properties = places.map(([key, value]) => `${key}=${property(value)}`).join(',');
  return `::${kind} ${properties}::${data(`${message}. ${help}`)}\n`;
}

const data = (text: string): string =>
  inert(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
