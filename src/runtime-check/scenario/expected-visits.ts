// Compares what virtual queues reported of the page's requests with what a scenario expects.
import type { QueueVisit } from '../trace.js';
import { sameScalar } from './same-scalar.js';
import type { ExpectedVisit } from './workforce-types.js';

/** One sentence for each expectation that is not met. */
export function unmetVisits(
  expected: readonly ExpectedVisit[],
  all: readonly QueueVisit[],
): readonly string[] {
  const visits = all.filter(({ interaction }) => interaction !== '');
  const unmet: string[] = [];
  let from = 0;
  for (const visit of expected) {
    if (visit.count !== undefined) {
      const found = visits.filter((each) => fits(each, visit)).length;
      if (found === visit.count) continue;
      unmet.push(
        `expected the virtual queues to report ${String(visit.count)} of ${shown(visit)}, but there ${found === 1 ? 'is' : 'are'} ${String(found)}`,
      );
      continue;
    }
    const at = visits.findIndex((each, index) => index >= from && fits(each, visit));
    if (at < 0) {
      unmet.push(`expected a virtual queue to report ${shown(visit)}, but ${reported(visits)}`);
      break;
    }
    from = at + 1;
  }
  return unmet;
}

function fits(visit: QueueVisit, { count: _count, waited, ...wanted }: ExpectedVisit): boolean {
  if (
    waited !== undefined &&
    (visit.left === undefined || !sameSeconds(visit.left - visit.entered, waited))
  ) {
    return false;
  }
  return Object.entries(wanted).every(([key, value]) => {
    // The keys of an expectation are keys of a visit.
    const found = visit[key as keyof QueueVisit];
    return typeof value === 'number' && typeof found === 'number'
      ? sameSeconds(found, value)
      : sameScalar(found, value);
  });
}

// Differences of times are not exact in binary fractions.
const sameSeconds = (a: number, b: number): boolean => Math.abs(a - b) < 0.0005;

const shown = ({ count: _count, ...visit }: ExpectedVisit): string => JSON.stringify(visit);

const reported = (visits: readonly QueueVisit[]): string =>
  visits.length === 0
    ? 'none was entered'
    : `they reported ${visits.map(({ queue, request, exit }) => `${request} ${exit} in "${queue}"`).join(', ')}`;
