// Which findings are shown to people, and how often the same one occurs: a list that nobody reads to the end hides what matters.
import type { Report, ReportFinding } from '../model.js';
import type { RenderOptions } from './format.js';
import { severities, type OwnedFinding } from './worst-first.js';

/** Problems that are shown when nothing else is said. */
export const usualProblems = 100;

/** Findings of one code in one file that are shown; the others are counted. */
const shownPerCode = 5;

/** Places of the same finding that are named. */
const mostPlaces = 8;

/** The same finding at one or several places: one code, one message. */
export interface Problem {
  /** The first one. */
  readonly finding: ReportFinding;
  readonly count: number;
  /** The second place and those after it: the first few. */
  readonly others: readonly ReportFinding[];
  readonly strategies: number;
}

/** What is shown, by file and place, and what is not. */
export interface Shown {
  readonly problems: readonly Problem[];
  /** Those that were too many of one code in one file, by file and code. */
  readonly more: readonly (readonly [file: string, code: string, problems: readonly Problem[]])[];
  /** Findings beyond `maxProblems`. */
  readonly hidden: number;
  readonly limit: number;
  /** Notes by file that are not shown. */
  readonly notes: ReadonlyMap<string, number>;
  readonly accepted: number;
}

/** Chooses: with `verbose` everything, each by itself; otherwise what is open and needs work, the same one once. */
export function chooseProblems(report: Report, { verbose, maxProblems }: RenderOptions): Shown {
  const limit = maxProblems ?? (verbose ? Number.POSITIVE_INFINITY : usualProblems);
  const notes = new Map<string, number>();
  let accepted = 0;
  const groups = new Map<
    string,
    { finding: ReportFinding; others: ReportFinding[]; count: number; in: Set<string> }
  >();
  for (const { finding, strategy } of owned(report)) {
    if (finding.suppressed !== undefined) accepted += 1;
    if (!verbose && finding.suppressed !== undefined) continue;
    if (!verbose && finding.severity === 'info') {
      notes.set(finding.file, (notes.get(finding.file) ?? 0) + 1);
      continue;
    }
    const key = verbose ? String(groups.size) : `${finding.code} ${finding.message}`;
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, { finding, others: [], count: 1, in: new Set([strategy]) });
      continue;
    }
    group.count += 1;
    group.in.add(strategy);
    if (group.others.length < mostPlaces) group.others.push(finding);
  }
  const problems = [...groups.values()]
    .map((group): Problem => ({ ...group, strategies: group.in.size }))
    .sort((a, b) => byPlace(a.finding, b.finding));
  const [listed, more] = verbose ? [problems, []] : foldCodes(problems);
  const kept = new Set(
    severities
      .flatMap((severity) => listed.filter(({ finding }) => finding.severity === severity))
      .slice(0, limit),
  );
  const hidden = listed.filter((problem) => !kept.has(problem)).reduce((sum, { count }) => sum + count, 0);
  return { problems: listed.filter((problem) => kept.has(problem)), more, hidden, limit, notes, accepted };
}

/** All findings with the strategies that they belong to. */
function* owned({ findings, strategies }: Report): Iterable<OwnedFinding> {
  for (const finding of findings) yield { finding, strategy: '' };
  for (const { name, findings: own } of strategies) {
    for (const finding of own) yield { finding, strategy: name };
  }
}

const byPlace = (a: ReportFinding, b: ReportFinding): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

function foldCodes(problems: readonly Problem[]): [readonly Problem[], Shown['more']] {
  const perCode = new Map<string, Problem[]>();
  const listed: Problem[] = [];
  for (const problem of problems) {
    const key = JSON.stringify([problem.finding.file, problem.finding.code]);
    const alike = perCode.get(key) ?? [];
    perCode.set(key, alike);
    alike.push(problem);
    if (alike.length <= shownPerCode) listed.push(problem);
  }
  const more = [...perCode.values()].flatMap((alike): Shown['more'] => {
    const [first] = alike;
    if (first === undefined || alike.length <= shownPerCode) return [];
    return [[first.finding.file, first.finding.code, alike.slice(shownPerCode)]];
  });
  return [listed, more];
}
