// What is different between two reports: of two dates, versions of ird2scxml, or branches.
import type { Report, ReportFinding, ReportStrategy } from './model.js';
import { statusOf } from './tally.js';

/** Something that was one thing and is another; null: it was not there. */
export interface ReportChange {
  readonly old: string | null;
  readonly new: string | null;
}

/** A construct without a mapping, and in how many uses and strategies it occurred. */
export interface UnmappedChange {
  readonly kind: string;
  readonly name: string;
  readonly change: 'gone' | 'new' | 'changed';
  readonly old: UnmappedCount;
  readonly new: UnmappedCount;
}

export interface UnmappedCount {
  readonly uses: number;
  readonly strategies: number;
}

/** Findings of one strategy that are in one of the reports only; the same finding several times counts as often. */
export interface FindingChange {
  readonly change: 'gone' | 'new';
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface StrategyDifference {
  readonly name: string;
  readonly kind: string;
  readonly file: string;
  /** Null when neither it nor the claim differs. */
  readonly status: ReportChange | null;
  readonly claim: ReportChange | null;
  /** Cost units that it has more now; 0 where one of the reports does not know them. */
  readonly units: number;
  readonly findings: readonly FindingChange[];
}

export interface ReportDifference {
  /** Versions and tables that made them, where these differ. */
  readonly tool: ReportChange | null;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Strategies of both reports in which something differs. */
  readonly strategies: readonly StrategyDifference[];
  readonly unmapped: readonly UnmappedChange[];
  /** Findings of no strategy. */
  readonly findings: readonly FindingChange[];
  /** Sums over all strategies; null where a report has none. */
  readonly effort: {
    readonly old: number | null;
    readonly new: number | null;
    readonly minutes: number | null;
  };
}

/** Compares two reports. Strategies are the same when kind, file and name are, or kind and name where only one of each report is called so. */
export function compareReports(
  old: Report<readonly ReportStrategy[]>,
  now: Report<readonly ReportStrategy[]>,
): ReportDifference {
  const partner = partnersOf(old.strategies, now.strategies);
  const matched = new Set(partner.values());
  const label = ({ name, file }: ReportStrategy): string => `${name} (${file})`;
  const minutes = [old, now].map(({ totals }) => totals.effort?.minutes);
  return {
    tool: changeOf(madeBy(old), madeBy(now)),
    added: now.strategies.filter((each) => !matched.has(each)).map(label),
    removed: old.strategies.filter((each) => !partner.has(each)).map(label),
    strategies: [...partner].flatMap(([before, after]) => differenceOf(before, after) ?? []),
    unmapped: unmappedChanges(old.strategies, now.strategies),
    findings: findingChanges(old.findings, now.findings),
    effort: {
      old: old.totals.effort?.units ?? null,
      new: now.totals.effort?.units ?? null,
      minutes:
        minutes[0] === undefined || minutes[1] === undefined ? null : Math.round(minutes[1] - minutes[0]),
    },
  };
}

/** Whether two reports say the same. */
export const isSame = ({ tool, added, removed, strategies, unmapped, findings }: ReportDifference): boolean =>
  tool === null && [added, removed, strategies, unmapped, findings].every(({ length }) => length === 0);

const madeBy = ({ tool }: Report): string =>
  `${tool.version}${tool.mappings === undefined ? '' : `, tables ${tool.mappings.hash.slice(0, 12)}`}`;

const changeOf = (old: string, now: string): ReportChange | null => (old === now ? null : { old, new: now });

function partnersOf(
  old: readonly ReportStrategy[],
  now: readonly ReportStrategy[],
): ReadonlyMap<ReportStrategy, ReportStrategy> {
  const partners = new Map<ReportStrategy, ReportStrategy>();
  const taken = new Set<ReportStrategy>();
  const keys: readonly ((each: ReportStrategy) => string)[] = [
    ({ kind, file, name }) => JSON.stringify([kind, file, name]),
    ({ kind, name }) => JSON.stringify([kind, name]),
  ];
  for (const key of keys) {
    const olds = groups(
      old.filter((each) => !partners.has(each)),
      key,
    );
    const news = groups(
      now.filter((each) => !taken.has(each)),
      key,
    );
    for (const [text, [before, ...moreOld]] of olds) {
      const [after, ...moreNew] = news.get(text) ?? [];
      if (before === undefined || after === undefined || moreOld.length + moreNew.length > 0) continue;
      partners.set(before, after);
      taken.add(after);
    }
  }
  return new Map(old.flatMap((each) => (partners.has(each) ? [[each, partners.get(each) ?? each]] : [])));
}

function groups<T>(all: readonly T[], key: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const each of all) {
    const text = key(each);
    const group = found.get(text);
    if (group === undefined) found.set(text, [each]);
    else group.push(each);
  }
  return found;
}

/** A strategy that a run skipped has the status that it had when it was converted. */
const standing = ({ status, kind, page, tally }: ReportStrategy): string =>
  status === 'skipped' ? statusOf(kind, page !== null, tally) : status;

function differenceOf(old: ReportStrategy, now: ReportStrategy): StrategyDifference | undefined {
  const difference: StrategyDifference = {
    name: now.name,
    kind: now.kind,
    file: now.file,
    status: changeOf(standing(old), standing(now)),
    claim: changeOf(old.claim, now.claim),
    units: old.effort === undefined || now.effort === undefined ? 0 : now.effort.units - old.effort.units,
    findings: findingChanges(old.findings, now.findings),
  };
  const { status, claim, units, findings } = difference;
  return status === null && claim === null && units === 0 && findings.length === 0 ? undefined : difference;
}

function findingChanges(
  old: readonly ReportFinding[],
  now: readonly ReportFinding[],
): readonly FindingChange[] {
  return [
    ...without(old, now).map((finding) => findingChange('gone', finding)),
    ...without(now, old).map((finding) => findingChange('new', finding)),
  ];
}

const findingChange = (
  change: FindingChange['change'],
  { code, severity, message, file, line, column }: ReportFinding,
): FindingChange => ({ change, code, severity, message, file, line, column });

/** What `all` has more of than `others`, by fingerprint. */
function without(all: readonly ReportFinding[], others: readonly ReportFinding[]): readonly ReportFinding[] {
  const left = new Map<string, number>();
  for (const { fingerprint } of others) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  return all.filter(({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0;
    if (count > 0) left.set(fingerprint, count - 1);
    return count === 0;
  });
}

function unmappedChanges(
  old: readonly ReportStrategy[],
  now: readonly ReportStrategy[],
): readonly UnmappedChange[] {
  const [before, after] = [unmappedIn(old), unmappedIn(now)];
  const none: UnmappedCount = { uses: 0, strategies: 0 };
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap((key): readonly UnmappedChange[] => {
      const [a = none, b = none] = [before.get(key), after.get(key)];
      if (a.uses === b.uses && a.strategies === b.strategies) return [];
      const at = key.indexOf(':');
      const change = b.uses === 0 ? 'gone' : a.uses === 0 ? 'new' : 'changed';
      return [{ kind: key.slice(0, at), name: key.slice(at + 1), change, old: a, new: b }];
    });
}

function unmappedIn(strategies: readonly ReportStrategy[]): ReadonlyMap<string, UnmappedCount> {
  const counts = new Map<string, UnmappedCount>();
  for (const { constructs = [] } of strategies) {
    const open = constructs.filter(
      ({ disposition }) => disposition === 'placeholder' || disposition === 'unsupported',
    );
    const seen = new Set<string>();
    for (const { kind, name, count } of open) {
      const key = `${kind}:${name}`;
      const { uses = 0, strategies: many = 0 } = counts.get(key) ?? {};
      counts.set(key, { uses: uses + count, strategies: many + (seen.has(key) ? 0 : 1) });
      seen.add(key);
    }
  }
  return counts;
}
