// The interpreter beside the engines that others wrote: rates on the same charts in the same run, and how they grow with the size of a chart.
import type { Chart } from './charts.js';
import * as charts from './charts.js';
import type { Contestants } from './contestant-processes.js';
import { startContestants } from './contestant-processes.js';
import type { Task } from './contestant-process.js';
import { contestantNames, type ContestantName } from './contestants.js';
import { median, table } from './measure.js';

export interface InterpreterOptions {
  /** The bundle of `contestant-process.ts`. */
  readonly processFile: string;
  readonly isQuick: boolean;
  /** Whether the other engines are installed. */
  readonly withOthers: boolean;
}

type Rates = Readonly<Record<ContestantName, number>>;

const titles: Readonly<Record<ContestantName, string>> = {
  sandboxed: 'ours, sandboxed',
  host: 'ours, host realm',
  scion: 'SCION 4.3.27',
  xstate: 'xstate 6 alpha',
};

const compared = [
  charts.pingPong(),
  charts.deepLeaf(20),
  charts.deepReentry(20),
  charts.regions(10),
  charts.conditionAndAssign(),
  charts.eventlessLoop(),
  charts.strategy(50),
  charts.large(1000),
];

/** What grows, in a small and a large form; `factor`: how much more the large one has to do for each unit. */
interface Growth {
  readonly what: string;
  readonly small: Chart;
  readonly large: Chart;
  readonly factor: number;
}

const growing: readonly Growth[] = [
  { what: 'states, 10 to 1,000', small: charts.ring(10), large: charts.ring(1000), factor: 1 },
  { what: 'levels, 5 to 50, leaf event', small: charts.deepLeaf(5), large: charts.deepLeaf(50), factor: 1 },
  {
    what: 'levels, 5 to 50, re-entry',
    small: charts.deepReentry(5),
    large: charts.deepReentry(50),
    factor: 10,
  },
  { what: 'regions, 4 to 40', small: charts.regions(4), large: charts.regions(40), factor: 10 },
  { what: 'load, 100 to 1,000 states', small: charts.large(100), large: charts.large(1000), factor: 10 },
];

/** Measures and prints. */
export async function interpreterBench({
  processFile,
  isQuick,
  withOthers,
}: InterpreterOptions): Promise<void> {
  const names = contestantNames.filter((name) => withOthers || name === 'sandboxed' || name === 'host');
  const contestants = await startContestants(processFile, names);
  // Many short turns: what else the machine does then falls on all alike.
  const rounds = isQuick ? 3 : 15;
  const milliseconds = isQuick ? 40 : 120;
  const measure = (chart: Chart): Promise<Rates> => ratesOf(contestants, names, chart, rounds, milliseconds);
  try {
    await compare(names, measure);
    await growth(names, measure);
  } finally {
    contestants.end();
  }
}

async function ratesOf(
  contestants: Contestants,
  names: readonly ContestantName[],
  chart: Chart,
  rounds: number,
  milliseconds: number,
): Promise<Rates> {
  const rates: Record<ContestantName, number[]> = { sandboxed: [], host: [], scion: [], xstate: [] };
  const task: Task = { chart, what: chart.events.length === 0 ? 'load' : 'events', milliseconds };
  for (let round = 0; round < rounds; round++) {
    for (const name of names) rates[name].push(await contestants.run(name, task));
  }
  return {
    sandboxed: median(rates.sandboxed),
    host: median(rates.host),
    scion: median(rates.scion),
    xstate: median(rates.xstate),
  };
}

type Measure = (chart: Chart) => Promise<Rates>;

async function compare(names: readonly ContestantName[], measure: Measure): Promise<void> {
  console.log(
    'The interpreter beside other engines: events, microsteps or loads in a second of processor time\n',
  );
  const rows: string[][] = [];
  const wins = { sandboxed: 0, host: 0 };
  for (const chart of compared) {
    const rates = await measure(chart);
    const unit = chart.events.length === 0 ? 'loads' : chart.unit;
    const row = [chart.name, unit, ...names.map((name) => whole(rates[name]))];
    if (names.includes('scion')) {
      const host = rates.host / Math.max(rates.scion, rates.xstate);
      const sandboxed = rates.sandboxed / rates.xstate;
      if (host > 1) wins.host++;
      if (sandboxed > 1) wins.sandboxed++;
      row.push(verdict(host), verdict(sandboxed));
    }
    rows.push(row);
  }
  const goals = names.includes('scion') ? ['host / better', 'sandboxed / xstate'] : [];
  console.log(table(['', 'unit', ...names.map((name) => titles[name]), ...goals], rows));
  if (!names.includes('scion')) {
    console.log('\n(The other engines are not installed: the comparison with them is left out.)');
    return;
  }
  console.log(
    `\nGoals: in the host realm ahead of the better of the two on every chart (${wins.host} of ${compared.length}), ` +
      `sandboxed ahead of xstate on every chart (${wins.sandboxed} of ${compared.length}).`,
  );
}

const verdict = (ratio: number): string => `${ratio.toFixed(2)} ${ratio > 1 ? 'met' : 'NOT met'}`;
const whole = (rate: number): string =>
  rate.toLocaleString('en', { maximumFractionDigits: rate < 100 ? 1 : 0 });

async function growth(names: readonly ContestantName[], measure: Measure): Promise<void> {
  console.log(
    '\nGrowth: time for each unit of work in the large chart as a multiple of the small one (1.00 is linear)\n',
  );
  const rows: string[][] = [];
  for (const { what, small, large, factor } of growing) {
    const before = await measure(small);
    const after = await measure(large);
    rows.push([what, ...names.map((name) => (before[name] / after[name] / factor).toFixed(2))]);
  }
  console.log(table(['', ...names.map((name) => titles[name])], rows));
}
