// The coverage of a page for people: the shares, then what was not reached and why, by line.
import type { ReportCoverage, ReportMissedState, ReportMissedTransition } from '../model.js';
import type { Paint } from './format.js';
import { inert } from './inert.js';
import { plural } from './plural.js';

/** Entries of one list that are shown unless everything is asked for. */
const mostShown = 20;

/** The coverage of one page, ending in an empty line. */
export function* renderCoverage(
  file: string,
  coverage: ReportCoverage,
  { paint, verbose }: { readonly paint: Paint; readonly verbose: boolean },
): Iterable<string> {
  const { states, transitions, exploration } = coverage;
  const shares = [
    `${share(states.entered, states.reachable)} of the reachable states`,
    `${share(transitions.taken, transitions.reachable)} of the reachable transitions`,
  ];
  yield `${paint.strong(inert(file))}  coverage: ${shares.join(', ')}\n`;
  if (exploration !== undefined) {
    const { searching, shrinking, scenarios } = exploration;
    yield `  explored in ${plural(searching + shrinking, 'run')}: ${plural(scenarios, 'scenario')}\n`;
  }
  const show = (title: string, lines: readonly string[]): string => {
    if (lines.length === 0) return '';
    const shown = verbose ? lines : lines.slice(0, mostShown);
    const hidden = lines.length - shown.length;
    const more = hidden === 0 ? '' : `    and ${String(hidden)} more (--verbose shows all)\n`;
    return `  ${title}:\n${shown.map((line) => `    ${line}\n`).join('')}${more}`;
  };
  yield show(
    'states not entered',
    states.missed.map((each) => stateLine(file, each)),
  );
  yield show(
    'transitions not taken',
    transitions.missed.map((each) => transitionLine(file, each)),
  );
  if (verbose) {
    yield show(
      'states that no run can enter',
      states.excluded.map((each) => stateLine(file, each)),
    );
    yield show(
      'transitions that no run can take',
      transitions.excluded.map((each) => transitionLine(file, each)),
    );
  } else if (states.excluded.length + transitions.excluded.length > 0) {
    const counts = `${plural(states.excluded.length, 'state')} and ${plural(transitions.excluded.length, 'transition')}`;
    yield paint.faint(`  no run can reach ${counts} (--verbose shows them)`) + '\n';
  }
  yield '\n';
}

/** `3 of 4 (75.0 %)` */
const share = (part: number, whole: number): string =>
  `${String(part)} of ${String(whole)} (${whole === 0 ? '100.0' : ((part / whole) * 100).toFixed(1)} %)`;

const stateLine = (page: string, { id, file, line, reason }: ReportMissedState): string =>
  inert(`${placeOf(page, file, line)}  ${id}${because(reason)}`);

function transitionLine(page: string, each: ReportMissedTransition): string {
  const to = each.targets.length === 0 ? '(stays)' : each.targets.join(' ');
  const on = each.event === '' ? '' : ` on ${each.event}`;
  // The reason tells the condition where it decides.
  const when =
    each.condition === '' || each.reason !== '' ? '' : ` if ${each.condition.replaceAll(/\s+/g, ' ')}`;
  return inert(
    `${placeOf(page, each.file, each.line)}  ${each.source} -> ${to}${on}${when}${because(each.reason)}`,
  );
}

const placeOf = (page: string, file: string, line: number): string =>
  `${file === page ? '' : file}:${String(line)}`;

const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`);
