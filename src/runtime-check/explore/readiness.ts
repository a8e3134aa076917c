// Who is ready when: what the replies to submits and redirects depend on.
import type { Scenario } from '../scenario/types.js';
import { parseTargets } from '../world/target-string.js';
import { withAnswers, withInteraction, withTreatment, withWorld } from './edit-scenario.js';
import type { RunLog } from './run-log.js';

/** Nobody is ready until a moment; then whoever the page has asked for is. */
export function readyAt({ scenario, result }: RunLog, at: number): Scenario {
  const ready = [{ at, value: true }];
  const texts = result.steps.flatMap(({ kind, params }) =>
    kind === 'submit' && Array.isArray(params['targets'])
      ? (params['targets'] as readonly unknown[]).map(String)
      : [],
  );
  const wanted = [...new Set(texts)].flatMap((text) => {
    const read = parseTargets(text);
    return read.ok ? read.targets : [];
  });
  const agents = wanted.filter(({ type }) => type === 'A').map(({ name }) => ({ id: name, ready }));
  const groups = [
    ...new Set(wanted.filter(({ type, name }) => type !== 'A' && name !== '').map(({ name }) => name)),
  ];
  const skills = Object.fromEntries(
    wanted.flatMap(({ skills: text = '' }) =>
      [...text.matchAll(/([A-Za-z_]\w*)\s*(?:[<>=!]|$)/g)].map(({ 1: name = '' }) => [name, 10] as const),
    ),
  );
  const anybody = { id: 'agent-1', groups, skills, ready };
  const others = wanted
    .filter(({ type, name }) => !['A', 'GA', 'GP'].includes(type) && name !== '')
    .map(({ name, type }) => ({ name, type, ready }));
  const { allTargetsReady: _all, ...world } = scenario.world ?? {};
  return {
    ...scenario,
    world: { ...world, agents: [...agents, anybody], ...(others.length === 0 ? {} : { targets: others }) },
  };
}

/** Who is ready when, and which destinations take a call: what the replies to submits and redirects depend on. */
export function readinessVariants(scenario: Scenario): readonly Scenario[] {
  const { allTargetsReady: _ready, defaultDestination: _destination, ...world } = scenario.world ?? {};
  const { hangup: _hangup, ...interaction } = scenario.interaction ?? {};
  return [
    withWorld(scenario, { allTargetsReady: true }),
    { ...scenario, world: { ...world, defaultDestination: 'default' } },
    { ...scenario, world },
    { ...scenario, interaction },
    withInteraction(scenario, { hangup: 3600 }),
    withAnswers(scenario, { failures: [] }),
    withTreatment(scenario, undefined, { lasts: 600 }),
  ];
}
