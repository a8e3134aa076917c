// The surroundings of an expression as a scenario describes them: the same world that a run of the page sees.
import { valueOf as assumptionValue, type AssumptionOverrides } from '../../ir/assumptions/table.js';
import { createDraws } from '../../runtime-check/draws.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import { isSpecialDay, localTime, zoneName } from '../../runtime-check/world/calendar.js';
import { described } from '../../runtime-check/world/interaction.js';
import { extensionOf, propertyOf } from './call-properties.js';
import type { AttachedData, EvaluationContext } from './context.js';
import { toText, type IrdValue } from './values.js';

export interface Surroundings {
  readonly variables: ReadonlyMap<string, IrdValue>;
  readonly assumptions: AssumptionOverrides;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly ask?: EvaluationContext['ask'];
}

/** What an expression sees in a scenario. The draws of the scenario are taken in their sequence, and attached data are kept. */
export function scenarioContext(scenario: Scenario, given: Surroundings): EvaluationContext {
  const interaction = described(scenario.interaction ?? {}, scenario.interaction?.id ?? 'ixn0001', 1);
  const zone = zoneName(scenario.zone ?? 'UTC') ?? 'UTC';
  const { world = {} } = scenario;
  const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
    record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
  return {
    variable: (name) => given.variables.get(name) ?? '',
    data: attachedData(scenario.interaction?.udata ?? {}),
    call: (property) => propertyOf(interaction, property),
    extension: (key) => extensionOf(interaction, key),
    option: (name) => own(world.options, name),
    now: given.now,
    zone,
    draw: createDraws(scenario.random ?? [], scenario.seed ?? 1),
    isSpecialDay: (table, day, when) =>
      isSpecialDay(world.specialDays, table, day, localTime(when.zone, when.at), when.useTime),
    listValue: (list, item, key) => own(own(own(world.lists, list), item), key),
    statistic: (object, name) => {
      const found = own(own(world.statistics, object), name);
      return typeof found === 'number' ? found : undefined;
    },
    ask: given.ask ?? (() => undefined),
    assume: (id) => assumptionValue(id, given.assumptions),
  };
}

/** Pairs as they were attached: a key may have several, and the first counts. */
function attachedData(initial: Readonly<Record<string, string | number>>): AttachedData {
  let pairs: readonly (readonly [key: string, value: string])[] = Object.entries(initial).map(
    ([key, value]) => [key, toText(value)] as const,
  );
  const read = (key: string): string | undefined => pairs.find(([own]) => own === key)?.[1];
  const remove = (key: string): void => {
    pairs = pairs.filter(([own]) => own !== key);
  };
  return {
    read,
    pairs: () => pairs,
    remove,
    attach: (key, value) => {
      pairs = [...pairs, [key, value]];
    },
    update: (key, value) => {
      remove(key);
      pairs = [...pairs, [key, value]];
    },
  };
}
