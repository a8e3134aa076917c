// Reads a report that was stored as JSON or as JSON lines. Whoever wrote it, nothing in it is believed but what the schema says.
import type { ReportDetails, ReportInventoryItem } from './model-audit.js';
import type { Report, ReportFinding, ReportHeader, ReportStrategy, ReportTotals } from './model.js';
import { checkerOf, readJson, type Checker } from './read-json.js';
import reportSchema from './report.schema.json' with { type: 'json' };

export type StoredReport = Report<readonly ReportStrategy[]>;

export type ReportResult =
  { readonly ok: true; readonly report: StoredReport } | { readonly ok: false; readonly problem: string };

/** Reads the text of a report; JSON lines are known by their first line. Keys of later versions are kept. */
export function readReport(text: string): ReportResult {
  const plain = text.replace(/^\ufeff/, '');
  return /^\s*\{\s*"record"\s*:/.test(plain) ? readLines(plain) : readDocument(plain);
}

function readDocument(text: string): ReportResult {
  const read = readJson(text, reportChecker());
  if (!read.ok) return read;
  // The schema has been checked; details are an object in the file.
  const { details, ...report } = read.value as StoredReport & { readonly details?: Record<string, string> };
  return { ok: true, report: { ...report, ...detailsOf(Object.entries(details ?? {})) } };
}

/** Compiling a schema takes longer than checking by it. */
const checkers = new Map<string, Checker>();
function checker(name: string, schema: () => object): Checker {
  const known = checkers.get(name) ?? checkerOf(schema());
  checkers.set(name, known);
  return known;
}
const reportChecker = (): Checker => checker('report', () => reportSchema);

const detailsOf = (texts: readonly (readonly [string, string])[]): { readonly details?: ReportDetails } =>
  texts.length === 0 ? {} : { details: new Map(texts) };

interface Line {
  readonly record: string;
  readonly finding?: ReportFinding;
  readonly strategy?: ReportStrategy;
  readonly item?: ReportInventoryItem;
  readonly hash?: string;
  readonly text?: string;
  readonly totals?: ReportTotals;
}

const anyLine = { type: 'object', required: ['record'], properties: { record: { type: 'string' } } };

/** The lines make the same document as `json`; it is checked as a whole by the same schema, records one by one with their lines. */
function readLines(text: string): ReportResult {
  const checkLine = checker('line', () => anyLine);
  const checkRecord = partChecker('strategy');
  const checkFinding = partChecker('finding');
  let header: ReportHeader | undefined;
  let totals: ReportTotals | undefined;
  const strategies: ReportStrategy[] = [];
  const findings: ReportFinding[] = [];
  const inventory: ReportInventoryItem[] = [];
  const details: (readonly [string, string])[] = [];
  const lines = text.split('\n');
  for (const [i, content] of lines.entries()) {
    if (content.trim() === '') continue;
    const fail = (problem: string): ReportResult => ({
      ok: false,
      problem: `${String(i + 1)}:${problem.replace(/^\d+:/, '')}`,
    });
    const read = readJson(content, checkLine);
    if (!read.ok) return fail(read.problem);
    // The check has seen that it is an object with a word for what it holds.
    const line = read.value as Line;
    const wrong =
      line.record === 'strategy'
        ? checkRecord(line.strategy)
        : line.record === 'finding'
          ? checkFinding(line.finding)
          : undefined;
    if (wrong !== undefined) return fail(`1  /${wrong.path.join('/')} ${wrong.message}`);
    if (line.record === 'header') {
      const { record: _, ...rest } = line;
      // Checked below with the whole.
      header = rest as unknown as ReportHeader;
    }
    if (line.strategy) strategies.push(line.strategy);
    if (line.finding) findings.push(line.finding);
    if (line.item) inventory.push(line.item);
    if (line.hash !== undefined && line.text !== undefined) details.push([line.hash, line.text]);
    if (line.totals) totals = line.totals;
  }
  if (totals === undefined) {
    return {
      ok: false,
      problem: `${String(lines.length)}:1  the line of the totals is missing: the file was cut short`,
    };
  }
  const rest = { ...header, findings: [], totals, ...(inventory.length > 0 ? { inventory } : {}) };
  const wrong = reportChecker()({ ...rest, strategies: [] });
  if (wrong !== undefined) return { ok: false, problem: `1:1  /${wrong.path.join('/')} ${wrong.message}` };
  // The schema has been checked, part by part.
  return {
    ok: true,
    report: { ...rest, strategies, findings, ...detailsOf(details) } as unknown as StoredReport,
  };
}

/** A checker of one kind of part. */
const partChecker = (name: 'strategy' | 'finding'): Checker =>
  checker(name, () => ({
    $schema: reportSchema.$schema,
    $defs: reportSchema.$defs,
    $ref: `#/$defs/${name}`,
  }));
