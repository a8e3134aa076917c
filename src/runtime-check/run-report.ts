// The findings of a run: what was expected and did not come, what failed in scripts, where the page got stuck.
import { diagnose, type Diagnostic, type Span } from '../diagnostics/index.js';
import type { XmlElement } from '../xml/index.js';
import type { Ending } from './classify.js';
import type { Stop } from './interpreter/types.js';
import { exceededLimit, exhausted } from './run-limits.js';
import type { Watch } from './run-observer.js';
import { forgeries } from './scenario/forgeries.js';
import type { Scenario } from './scenario/types.js';
import type { RunPeaks } from './trace.js';
import { suggestion } from '../diagnostics/nearest-name.js';

export interface RunFindings {
  readonly scenario: Scenario;
  /** Where findings stand that belong to no narrower place. */
  readonly page: Span;
  readonly stop: Stop;
  readonly states: readonly string[];
  readonly peaks: RunPeaks;
  readonly ending: Ending;
  readonly unmet: readonly string[];
  readonly failures: ReturnType<Watch['failures']>;
  readonly placeholders: ReturnType<Watch['placeholders']>;
  readonly unknown: readonly XmlElement[];
  /** Ids of the page's data. */
  readonly data: readonly string[];
}

/** A scenario that expects an end is not warned of it. */
export function reportRun(run: RunFindings): readonly Diagnostic[] {
  const scenario = run.scenario.name;
  const expected = run.scenario.expect?.end === run.ending.end;
  // What the page claims after a reply that nobody gave is no fault of it.
  const isMadeUp = expected && forgeries(run.scenario) > 0;
  return [
    ...run.unmet.map((what) => diagnose('IRD5401', '', run.page, { scenario, what })),
    ...run.failures.map(({ failure, span }) =>
      diagnose('IRD5402', '', span, { scenario, error: failure.kind, message: failure.message }),
    ),
    ...once(run.unknown).map((element) =>
      diagnose('IRD5404', '', element.tagSpan, { scenario, element: element.name }),
    ),
    ...(run.ending.mismatch === undefined || isMadeUp
      ? []
      : [diagnose('IRD5405', '', run.page, { scenario, ...run.ending.mismatch })]),
    ...unknownData(run),
    ...(isMadeUp ? [] : placeholders(run)),
    ...(expected ? [] : stopped(run)),
  ];
}

function unknownData({ scenario, page, data }: RunFindings): readonly Diagnostic[] {
  return Object.keys(scenario.data ?? {})
    .filter((id) => !data.includes(id))
    .map((id) => diagnose('IRD5410', '', page, { scenario: scenario.name, id, near: suggestion(id, data) }));
}

const once = (elements: readonly XmlElement[]): readonly XmlElement[] => [...new Set(elements)];

function placeholders({ scenario, page, placeholders: met }: RunFindings): readonly Diagnostic[] {
  const blocks = new Map(met.map((placeholder) => [placeholder.block, placeholder]));
  return [...blocks.values()].map(({ block, code }) =>
    diagnose('IRD5407', '', page, { scenario: scenario.name, block, code }),
  );
}

function stopped(run: RunFindings): readonly Diagnostic[] {
  const { stop, page, ending } = run;
  const scenario = run.scenario.name;
  switch (stop.kind) {
    case 'idle': {
      const states = run.states.map((state) => `"${state}"`).join(', ');
      return [diagnose('IRD5406', '', page, { scenario, states: states === '' ? 'no state' : states })];
    }
    case 'budget': {
      const exceeded = exceededLimit(run.scenario, stop, run.peaks);
      if (exceeded !== undefined) return [diagnose('IRD5416', '', page, { scenario, ...exceeded })];
      return [diagnose('IRD5403', '', page, { scenario, what: exhausted[stop.which], state: stop.state })];
    }
    case 'failed':
      return [stop.diagnostic];
    case 'final':
      return ending.end === 'unrouted'
        ? [diagnose('IRD5408', '', page, { scenario, reason: ending.reason })]
        : [];
    default:
      return stop satisfies never;
  }
}
