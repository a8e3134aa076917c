// One contestant in a process of its own, so that neither heap nor compiled code of one weighs on another. It does what its parent asks for: run a chart
// for a while, or load one.
import type { Chart } from './charts.js';
import { contestant, contestantNames, type Machine } from './contestants.js';
import { processorTime } from './measure.js';

/** `load`: the page is read and started anew each time; otherwise events are sent to one that is started. */
export interface Task {
  readonly chart: Chart;
  readonly what: 'events' | 'load';
  /** At least so much processor time. */
  readonly milliseconds: number;
}

/** Units of the chart, or loads, in each second of processor time. */
export type Answer = { readonly rate: number } | { readonly problem: string };

const name = contestantNames.find((found) => found === process.argv[2]);
if (!name) throw new Error('Which contestant?');
const load = await contestant(name);

function check(machine: Machine, { name: title, rest }: Chart): void {
  const active = machine.active();
  if (active.toSorted().join(' ') !== rest.toSorted().join(' '))
    throw new Error(`${title} ended in ${active.join(' ')}`);
}

/** Part of the time that events are sent before it counts, so that what is measured is compiled code. */
const warmUp = 0.3;
/** Milliseconds that a process does each kind of task before any counts. */
const firstWarmUp = 400;
const warmed = new Set<Task['what']>();

async function runEvents({ chart, milliseconds }: Task): Promise<number> {
  const machine = await load(chart.text);
  check(machine, chart);
  runFor(machine, chart, warmed.has('events') ? milliseconds * warmUp : firstWarmUp);
  warmed.add('events');
  const rate = runFor(machine, chart, milliseconds);
  check(machine, chart);
  machine.dispose();
  return rate;
}

function runFor(machine: Machine, { events, units }: Chart, milliseconds: number): number {
  const start = processorTime();
  let rounds = 0;
  let took = 0;
  // Looking at the clock must not count beside the events.
  for (let more = 1; took < milliseconds; more = Math.min(more * 2, 1000)) {
    for (let at = 0; at < more; at++) for (const event of events) machine.send(event);
    rounds += more;
    took = processorTime() - start;
  }
  return (rounds * units * 1000) / took;
}

async function runLoads({ chart, milliseconds }: Task): Promise<number> {
  if (!warmed.has('load')) await loadFor(chart, firstWarmUp);
  warmed.add('load');
  return loadFor(chart, milliseconds);
}

async function loadFor(chart: Chart, milliseconds: number): Promise<number> {
  const start = processorTime();
  let loads = 0;
  let took = 0;
  for (; took < milliseconds; took = processorTime() - start) {
    const machine = await load(chart.text);
    check(machine, chart);
    machine.dispose();
    loads++;
  }
  return (loads * 1000) / took;
}

process.on('message', (task: Task) => {
  const run = task.what === 'load' ? runLoads : runEvents;
  const answer = (found: Answer): void => {
    process.send?.(found);
  };
  run(task).then(
    (rate) => {
      answer({ rate });
    },
    (error: unknown) => {
      answer({ problem: error instanceof Error ? error.message : String(error) });
    },
  );
});
process.send?.({ rate: 0 });
