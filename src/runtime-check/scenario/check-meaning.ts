// What a schema cannot say about a scenario: times that exist, zones that are known, actions that can fail, targets that can be read, step kinds.
import { diagnose, type Diagnostic, type Span } from '../../diagnostics/index.js';
import { stepKinds } from '../trace.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { zoneName } from '../world/calendar.js';
import { parseTargets } from '../world/target-string.js';
import { checkFailures } from './check-failures.js';
import { checkInteractions } from './check-interactions.js';
import { checkWorkforce } from './check-workforce.js';
import type { Scenario } from './types.js';

/** Where a part of a scenario stands in the file. */
export interface Place {
  readonly span: (path: readonly string[]) => Span;
}

/** Findings about a scenario that fits the schema. */
export function checkMeaning(scenario: Scenario, place: Place): readonly Diagnostic[] {
  const found: Diagnostic[] = [
    ...checkInteractions(scenario, place),
    ...checkWorkforce(scenario, place),
    ...checkFailures(scenario, place),
  ];
  const wrong = (path: readonly string[], message: string): void => {
    found.push(diagnose('IRD5304', '', place.span(path), { path: path.join('.'), message }));
  };
  if (scenario.clock !== undefined && clockTime(scenario.clock) === undefined) {
    wrong(['clock'], 'must be a moment in UTC such as 2026-03-02T09:00:00Z');
  }
  if (scenario.zone !== undefined && zoneName(scenario.zone) === undefined) {
    wrong(['zone'], `names the time zone "${scenario.zone}", which is not known`);
  }
  for (const [index, event] of (scenario.answers?.events ?? []).entries()) {
    if (event.at === undefined && event.in === undefined) {
      wrong(['answers', 'events', String(index)], 'must say when: "at" a moment, or "in" a state');
    }
  }
  for (const [index, { targets }] of (scenario.world?.calls ?? []).entries()) {
    const read = parseTargets(targets);
    if (!read.ok) wrong(['world', 'calls', String(index), 'targets'], `cannot be read: ${read.message}`);
  }
  for (const part of ['steps', 'never'] as const) {
    for (const [index, pattern] of (scenario.expect?.[part] ?? []).entries()) {
      const kind = typeof pattern === 'string' ? pattern : (Object.keys(pattern)[0] ?? '');
      if (!stepKinds.some((known) => known === kind)) {
        wrong(
          ['expect', part, String(index)],
          `names "${kind}", which is not a kind of step${suggestion(kind, stepKinds)}`,
        );
      }
    }
  }
  return found;
}

/** Milliseconds since 1970 of a clock text, undefined when it is none. */
export function clockTime(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(text)) return undefined;
  const time = Date.parse(text);
  // Date.parse takes the 31st of February for the 3rd of March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text.slice(0, 10)
    ? undefined
    : time;
}
