// The cut-over sheet: for each DN what is loaded on it today, what is provisioned for Orchestration, in which wave, and how to step back.
import { diagnose, type Diagnostic, type Outcome } from '../diagnostics/index.js';
import { wholeFile } from '../diagnostics/span.js';
import type { DnRow } from './dns.js';
import type { Estate, EstateLine } from './estate.js';

/** One DN on the sheet. */
export interface CutoverLine {
  readonly dn: string;
  readonly switch: string;
  readonly strategy: string;
  readonly file: string;
  /** As the report has it; `missing` when the strategy is not among the files, `none` when the DN has none. */
  readonly status: string;
  readonly page: string;
  readonly wave: number | undefined;
  /** Option of the DN's section Orchestration that starts the page. */
  readonly option: string;
  /** Where a call goes that is not routed: what the strategy sets, else the DN's own. */
  readonly default: string;
  readonly stepBack: string;
  readonly note: string;
}

/** The sheet in the order of waves, then of DNs; strategies that no DN and no other strategy leads to are told by `unreached`. */
export interface Cutover {
  readonly lines: readonly CutoverLine[];
  readonly unreached: readonly string[];
}

/** Lays the table of DNs beside what is known of the strategies. */
export function cutoverOf(dns: readonly DnRow[], estate: Estate, file: string): Outcome<Cutover> {
  const exact = new Map(estate.lines.toReversed().map((line) => [line.name, line]));
  const folded = new Map(estate.lines.toReversed().map((line) => [line.name.toLowerCase(), line]));
  const find = (name: string): EstateLine | undefined => exact.get(name) ?? folded.get(name.toLowerCase());
  const waves = new Map(estate.graph.order.map(({ name, file: own, wave }) => [`${own}\u0000${name}`, wave]));
  const lines = dns.map((row): CutoverLine => {
    const found = row.strategy === '' ? undefined : find(row.strategy);
    const page = found?.page === undefined ? '' : `${found.page}.scxml`;
    return {
      dn: row.dn,
      switch: row.switch,
      strategy: row.strategy,
      file: found?.file ?? '',
      status: found?.status ?? (row.strategy === '' ? 'none' : 'missing'),
      page,
      wave: found && waves.get(`${found.file}\u0000${found.name}`),
      option: found?.page === undefined ? '' : `[Orchestration] application = script:${found.page}`,
      default: found !== undefined && found.defaults.length > 0 ? found.defaults.join(' or ') : row.default,
      stepBack:
        row.strategy === ''
          ? ''
          : `remove the option application of section Orchestration, load "${row.strategy}" on the DN in URS`,
      note: row.note,
    };
  });
  const diagnostics = lines.flatMap(({ dn, strategy, status }): readonly Diagnostic[] =>
    status === 'missing' ? [diagnose('IRD8161', '', wholeFile(file), { dn, strategy })] : [],
  );
  return { value: { lines: lines.sort(byWave), unreached: unreachedBy(dns, estate) }, diagnostics };
}

const byWave = (a: CutoverLine, b: CutoverLine): number =>
  (a.wave ?? Infinity) - (b.wave ?? Infinity) || (a.dn < b.dn ? -1 : a.dn > b.dn ? 1 : 0) || 0;

function unreachedBy(dns: readonly DnRow[], { lines, graph }: Estate): readonly string[] {
  const loaded = new Set(dns.map(({ strategy }) => strategy.toLowerCase()));
  const called = new Set(graph.edges.map(({ name }) => name.toLowerCase()));
  return lines
    .filter(
      ({ kind, name }) =>
        kind === 'strategy' && !loaded.has(name.toLowerCase()) && !called.has(name.toLowerCase()),
    )
    .map(({ name }) => name);
}
