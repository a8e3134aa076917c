// Small changes to a scenario, each giving a new one. What the exploration varies is written down here once, so that scenarios stay valid by the schema.
import type {
  Scenario,
  ScenarioAnswers,
  ScenarioInteraction,
  ScenarioWorld,
  TreatmentAnswer,
} from '../scenario/types.js';

export type OutsideEvent = NonNullable<ScenarioAnswers['events']>[number];

export const withInteraction = (scenario: Scenario, changes: Partial<ScenarioInteraction>): Scenario => ({
  ...scenario,
  interaction: { ...scenario.interaction, ...changes },
});

export const withWorld = (scenario: Scenario, changes: Partial<ScenarioWorld>): Scenario => ({
  ...scenario,
  world: { ...scenario.world, ...changes },
});

export const withAnswers = (scenario: Scenario, changes: Partial<ScenarioAnswers>): Scenario => ({
  ...scenario,
  answers: { ...scenario.answers, ...changes },
});

/** '' takes the key away: it reads the same, and is what a caller without data brings. */
export function withUserData(scenario: Scenario, key: string, value: string | number): Scenario {
  const { [key]: _before, ...others } = scenario.interaction?.udata ?? {};
  return withInteraction(scenario, { udata: value === '' ? others : { ...others, [key]: value } });
}

/** The same of an extension. */
export function withExtension(scenario: Scenario, key: string, value: string): Scenario {
  const { [key]: _before, ...others } = scenario.interaction?.extensions ?? {};
  return withInteraction(scenario, { extensions: value === '' ? others : { ...others, [key]: value } });
}

export const withData = (scenario: Scenario, id: string, value: unknown): Scenario => ({
  ...scenario,
  data: { ...scenario.data, [id]: value },
});

/** The answer to the treatments that `match` fits, or to all; narrower ones come first. */
export function withTreatment(
  scenario: Scenario,
  match: string | undefined,
  changes: Omit<TreatmentAnswer, 'match'>,
): Scenario {
  const before = scenario.answers?.treatments ?? [];
  const known = before.find((answer) => answer.match === match);
  const others = before.filter((answer) => answer !== known);
  const changed = { ...known, ...(match === undefined ? {} : { match }), ...changes };
  return withAnswers(scenario, {
    treatments: match === undefined ? [...others, changed] : [changed, ...others],
  });
}

export function withFailure(
  scenario: Scenario,
  action: string,
  nth: number | undefined,
  error?: string,
): Scenario {
  const others = (scenario.answers?.failures ?? []).filter(
    (failure) => failure.action !== action || (nth !== undefined && failure.nth !== nth),
  );
  const failure = {
    action,
    ...(error === undefined ? {} : { error }),
    ...(nth === undefined ? {} : { nth }),
  };
  return withAnswers(scenario, { failures: [...others, failure] });
}

export const withoutFailures = (scenario: Scenario, action: string): Scenario =>
  withAnswers(scenario, {
    failures: (scenario.answers?.failures ?? []).filter((failure) => failure.action !== action),
  });

export const withEvent = (scenario: Scenario, event: OutsideEvent): Scenario =>
  withAnswers(scenario, { events: [...(scenario.answers?.events ?? []), event] });

export function withFetch(
  scenario: Scenario,
  kind: 'fetch' | 'urs',
  answer: NonNullable<ScenarioAnswers['fetch']>[number],
): Scenario {
  const others = (scenario.answers?.[kind] ?? []).filter(({ url }) => url !== answer.url);
  return withAnswers(scenario, { [kind]: [answer, ...others] });
}

export function withStatistic(
  scenario: Scenario,
  object: string,
  statistic: string,
  value: number,
): Scenario {
  const all = scenario.world?.statistics ?? {};
  return withWorld(scenario, { statistics: { ...all, [object]: { ...all[object], [statistic]: value } } });
}

export function withListItem(
  scenario: Scenario,
  list: string,
  item: string,
  pairs: Readonly<Record<string, string>>,
): Scenario {
  const all = scenario.world?.lists ?? {};
  const items = all[list] ?? {};
  return withWorld(scenario, {
    lists: { ...all, [list]: { ...items, [item]: { ...items[item], ...pairs } } },
  });
}

/** What `over` says goes before what `base` says; lists of answers are joined. */
export function joinScenarios(base: Scenario, over: Scenario): Scenario {
  const answers: Record<string, readonly unknown[]> = {};
  for (const [kind, list] of [...entriesOf(over.answers), ...entriesOf(base.answers)]) {
    const known = answers[kind] ?? [];
    const texts = new Set(known.map((item) => JSON.stringify(item)));
    answers[kind] = [...known, ...list.filter((item) => !texts.has(JSON.stringify(item)))];
  }
  return {
    ...base,
    ...over,
    interaction: {
      ...base.interaction,
      ...over.interaction,
      udata: { ...base.interaction?.udata, ...over.interaction?.udata },
      ...extensionsOf(base.interaction, over.interaction),
    },
    world: { ...base.world, ...over.world },
    // Lists of answers, each from one of two scenarios.
    answers: answers as ScenarioAnswers,
    ...(base.data === undefined && over.data === undefined ? {} : { data: { ...base.data, ...over.data } }),
  };
}

/** Extensions of both; nothing where neither has any. */
function extensionsOf(
  base: ScenarioInteraction = {},
  over: ScenarioInteraction = {},
): Pick<ScenarioInteraction, 'extensions'> {
  const extensions = { ...base.extensions, ...over.extensions };
  return Object.keys(extensions).length === 0 ? {} : { extensions };
}

const entriesOf = (
  answers: ScenarioAnswers | undefined,
): readonly (readonly [string, readonly unknown[]])[] =>
  Object.entries(answers ?? {}).filter((entry): entry is [string, readonly unknown[]] =>
    Array.isArray(entry[1]),
  );
