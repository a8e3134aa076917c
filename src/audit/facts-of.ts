// Everything that an audit knows of one strategy, from its graph and what became of its nodes.
import { callsOfStrategy } from './calls.js';
import { constructsOf } from './constructs.js';
import { effortOf, usualMinutes } from './effort.js';
import { defaultDestinations, unroutedEnds } from './ends.js';
import type { AuditInput, ReportedFacts, StrategyFacts } from './facts.js';
import { fingerprintOf } from './fingerprint.js';
import { testCallsOf } from './test-plan.js';
import { ursNeeds } from './urs-needs.js';
import { usesOf } from './uses.js';
import { waitsOf } from './waits.js';

export interface AuditSettings {
  /** Minutes for one cost unit; 5 when left out. */
  readonly minutesPerUnit?: number;
}

/** The facts of one strategy: plain data that holds nothing of its graph. */
export function factsOf(input: AuditInput, settings: AuditSettings = {}): StrategyFacts {
  const { strategy } = input;
  const { reported, blockers } = factsWithBlockers(input, settings);
  return {
    ...reported,
    hasStart: strategy.entry !== undefined,
    blockers,
    ends: unroutedEnds(input),
    defaults: defaultDestinations(strategy),
    waits: waitsOf(strategy),
    urs: ursNeeds(input),
    tests: testCallsOf(strategy),
    fingerprint: fingerprintOf(strategy),
  };
}

/** The part of them that every report has. */
export const reportedFactsOf = (input: AuditInput, settings: AuditSettings = {}): ReportedFacts =>
  factsWithBlockers(input, settings).reported;

function factsWithBlockers(
  input: AuditInput,
  { minutesPerUnit = usualMinutes }: AuditSettings,
): { readonly reported: ReportedFacts; readonly blockers: StrategyFacts['blockers'] } {
  const { strategy, accounts } = input;
  const { constructs, blockers } = constructsOf(input);
  const placeholders = strategy.blocks.filter(
    ({ nodeId }) => accounts.get(nodeId)?.disposition === 'placeholder',
  ).length;
  const unsupported = [...accounts.values()].filter(
    ({ disposition }) => disposition === 'unsupported',
  ).length;
  const effort = effortOf(
    { constructs, blocks: strategy.blocks.length, placeholders, unsupported },
    minutesPerUnit,
  );
  const reported = { constructs, effort, uses: usesOf(strategy), calls: callsOfStrategy(strategy) };
  return { reported, blockers };
}
