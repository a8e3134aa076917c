// The table at the end of a run: one line for each strategy, then the sums.
import { dispositions } from '../../mappings/define.js';
import type { Report, ReportFinding, ReportStrategy, ReportTotals } from '../model.js';
import type { Paint } from './format.js';
import { inert } from './inert.js';
import { plural } from './plural.js';

const mostRows = 60;
const widestName = 40;

export interface SummaryOptions {
  readonly paint: Paint;
  /** All rows, however many. */
  readonly verbose: boolean;
}

/** The summary; '' when there is no strategy. The records are read once, and only the rows that are shown are kept. */
export function renderSummary(report: Report, { paint, verbose }: SummaryOptions): string {
  const { totals } = report;
  if (totals.strategies === 0) return '';
  const {
    rows: strategies,
    isCheck,
    renamed,
  } = look(report.strategies, verbose ? totals.strategies : mostRows);
  const present = dispositions.filter((name) => (totals.byDisposition[name] ?? 0) > 0);
  const writesPages = report.command !== 'verify';
  const header = isCheck
    ? ['page', 'claim', 'runs', 'findings']
    : ['strategy', 'blocks', ...present, 'claim', 'runs', 'findings', ...(writesPages ? ['page'] : [])];
  const rows = strategies.map((strategy) => [
    shorten(inert(isCheck ? strategy.file : strategy.name)),
    ...(isCheck
      ? []
      : [String(strategy.blocks), ...present.map((name) => String(strategy.tally.byDisposition[name] ?? 0))]),
    strategy.claim,
    runsOf(strategy),
    findingsOf(strategy.findings),
    ...(isCheck || !writesPages ? [] : [pageOf(strategy)]),
  ]);
  const hidden = totals.strategies - rows.length;
  const more = hidden > 0 ? `and ${hidden} more with fewer errors (--verbose shows all)\n` : '';
  return `${table(header, rows, paint)}${more}${sums(totals, renamed, { isCheck, writesPages })}\n`;
}

interface Looked {
  /** All in their order, or, where there are too many, those with most errors. */
  readonly rows: readonly ReportStrategy[];
  readonly isCheck: boolean;
  /** Names that were exchanged. */
  readonly renamed: number;
}

function look(strategies: Iterable<ReportStrategy>, limit: number): Looked {
  const errors = (strategy: ReportStrategy): number => severe(strategy.findings, 'error');
  const worst = (some: readonly ReportStrategy[]): ReportStrategy[] =>
    some.length <= limit ? [...some] : some.toSorted((a, b) => errors(b) - errors(a)).slice(0, limit);
  const renamed = new Set<string>();
  let kept: ReportStrategy[] = [];
  let isCheck = true;
  for (const strategy of strategies) {
    kept.push(strategy);
    if (strategy.kind !== 'page') isCheck = false;
    for (const { kind, old } of strategy.renamed ?? []) renamed.add(`${kind}\u0000${old}`);
    if (kept.length > 4 * limit) kept = worst(kept);
  }
  return { rows: worst(kept), isCheck, renamed: renamed.size };
}

function table(header: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const widths = header.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => (row[i] ?? '').length)),
  );
  const isNumber = header.map((_, i) => rows.every((row) => /^[\d/-]*$/.test(row[i] ?? '')));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (isNumber[i] === true ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${paint.strong(line(header))}\n${rows.map((row) => `${line(row)}\n`).join('')}`;
}

const shorten = (name: string): string =>
  name.length <= widestName ? name : `${name.slice(0, widestName - 3)}...`;

const runsOf = ({ runs }: ReportStrategy): string =>
  runs.length === 0 ? '-' : `${runs.filter(({ passed }) => passed).length}/${runs.length}`;

const severe = (findings: readonly ReportFinding[], severity: string): number =>
  findings.filter((finding) => finding.severity === severity && finding.suppressed === undefined).length;

function findingsOf(findings: readonly ReportFinding[]): string {
  const errors = severe(findings, 'error');
  const warnings = severe(findings, 'warning');
  const parts = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ];
  return parts.length > 0 ? parts.join(', ') : '-';
}

function pageOf({ output, page, status }: ReportStrategy): string {
  switch (output) {
    case 'written':
      return page ?? '';
    case 'unchanged':
      return `${page ?? ''} (unchanged)`;
    case 'refused':
      return 'refused: it exists and differs';
    case 'failed':
      return 'could not be written';
    case 'skipped':
      return `${page ?? ''} (skipped)`;
    case 'kept':
      return `${page ?? ''} (edited by hand, kept)`;
    case 'merged':
      return `${page ?? ''} (merged)`;
    case 'conflict':
      return `${page ?? ''} (conflicts)`;
    case 'dry-run':
      return `${page ?? ''} (dry run)`;
    case 'none':
      return status === 'embedded' ? 'within its callers' : 'none';
  }
}

function sums(
  totals: ReportTotals,
  renamed: number,
  { isCheck, writesPages }: { readonly isCheck: boolean; readonly writesPages: boolean },
): string {
  const { strategies, files, errors, warnings, infos, suppressed = 0, effort } = totals;
  const { runs, runsPassed, overridden = 0, byOutput, byClaim } = totals;
  const { written = 0, unchanged = 0, ...others } = byOutput;
  const pages = [
    `${plural(written, 'page')} written`,
    `${unchanged} unchanged`,
    ...Object.entries(others).flatMap(([output, count]) => (output === 'none' ? [] : [`${count} ${output}`])),
  ];
  const claims = Object.entries(byClaim).map(([claim, count]) => `${count} ${claim}`);
  return [
    isCheck
      ? plural(strategies, 'page')
      : `${plural(strategies, 'strategy', 'strategies')} in ${plural(files, 'file')}${writesPages ? `: ${pages.join(', ')}` : ''}`,
    ...(overridden > 0 ? [`${plural(overridden, 'part')} by overrides`] : []),
    ...(renamed > 0 ? [`${plural(renamed, 'name')} exchanged`] : []),
    `claims: ${claims.join(', ')}`,
    ...(runs > 0 ? [`${runsPassed} of ${plural(runs, 'run')} passed`] : []),
    ...(effort === undefined ? [] : [`effort: ${plural(effort.units, 'unit')}`]),
    `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(infos, 'note')}${suppressed > 0 ? `, ${suppressed} accepted` : ''}`,
  ].join('; ');
}
