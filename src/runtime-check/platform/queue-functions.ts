// Functions of `_genesys.queue`. Where no signature is documented, the parameters of the IRD function of that name are taken, and the trace says so.
import type { Plain } from '../script/engine.js';
import type { Interaction } from '../world/interaction.js';
import { ownValue } from '../world/own-value.js';
import { asNumber, asText, type PlatformFunction, type Services } from './module.js';
import {
  countSkillInGroup,
  cCTExtractTargets,
  expandGroup,
  reserveTarget,
} from './queue-target-functions.js';
import { interactionOf } from './which-interaction.js';

/** The trace says that the order of the parameters is a guess. */
const guess = (services: Services, name: string): void => {
  services.recorder.assume('function-signature', name);
};

/** An interaction as first parameter may be left out; a text that names none belongs to the rest. */
function subject(
  args: readonly Plain[],
  services: Services,
): { readonly interaction: Interaction | undefined; readonly rest: readonly Plain[] } {
  const [given] = args;
  const names = given === '0' || (typeof given === 'string' && services.world.interactions.find(given));
  return names
    ? { interaction: interactionOf(given, services), rest: args.slice(1) }
    : { interaction: interactionOf(undefined, services), rest: args };
}

const agentList = (given: Plain): readonly string[] =>
  (Array.isArray(given) ? (given as readonly Plain[]).map(asText) : asText(given).split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');

const isTrue = (value: Plain): boolean => value === true || value === 1 || value === 'true' || value === '1';

/** A function that is known by name only: it does nothing, and says so. */
const inert =
  (name: string): PlatformFunction =>
  (_args, services) => {
    services.recorder.assume('inert-function', name);
    return undefined;
  };

// The objective that the strategy has classified the interaction with.
const objectiveOf = (interaction: Interaction | undefined): number | undefined => {
  // User data come from the scenario and from scripts: plain data on both ways.
  const said = asNumber(ownValue(interaction?.udata, 'ServiceObjective') as Plain);
  return said !== undefined && said > 0 ? said : undefined;
};

/** By path below `_genesys`. */
export const queueFunctions: Readonly<Record<string, PlatformFunction>> = {
  'queue.checkAgentState': ([check], { world }) => {
    world.requests.checkState(check !== false && check !== 0 && check !== 'false');
    return undefined;
  },
  'queue.excludeAgents': ([agents], services) => {
    guess(services, 'excludeAgents');
    return services.world.requests.exclude(agentList(agents)).join(',');
  },
  'queue.priorityTuning': (args, services) => {
    const { interaction, rest } = subject(args, services);
    const [useAge, , useObjective] = rest;
    services.recorder.assume('priority-tuning');
    const objective = isTrue(useObjective) ? (objectiveOf(interaction) ?? 60) : undefined;
    services.world.requests.tune(interaction?.id ?? '', { useAge: isTrue(useAge), objective });
    return undefined;
  },
  'queue.incrementPriority': (args, services) => {
    guess(services, 'incrementPriority');
    const { interaction, rest } = subject(args, services);
    const [by, every] = rest.map(asNumber);
    const growth = { by: by ?? 0, every: every ?? 0, from: services.world.at() };
    services.world.requests.tune(interaction?.id ?? '', { growth });
    services.recorder.step('update', { priorityIncrement: growth.by, every: growth.every });
    return undefined;
  },
  'queue.priorityLimits': (args, services) => {
    guess(services, 'priorityLimits');
    const { interaction, rest } = subject(args, services);
    const limits = rest.map(asNumber);
    const highest = limits.at(-1);
    if (highest === undefined) return undefined;
    const lowest = limits.length > 1 ? limits[0] : undefined;
    services.world.requests.tune(interaction?.id ?? '', { lowest, highest });
    services.recorder.step('update', { priorityLimit: highest });
    return undefined;
  },
  'queue.setInteractionAge': (args, services) => {
    guess(services, 'setInteractionAge');
    const { interaction, rest } = subject(args, services);
    const seconds = asNumber(rest[0]);
    if (seconds === undefined) return undefined;
    services.world.requests.tune(interaction?.id ?? '', { born: services.world.at() - seconds * 1000 });
    services.recorder.step('update', { interactionAge: seconds });
    return undefined;
  },
  'queue.findServiceObjective': (args, services) => {
    guess(services, 'findServiceObjective');
    return objectiveOf(subject(args, services).interaction);
  },
  'queue.reserveTarget': reserveTarget,
  'queue.cCTExtractTargets': cCTExtractTargets,
  'queue.expandGroup': expandGroup,
  'queue.countSkillInGroup': countSkillInGroup,
  'queue.setIdealAgent': inert('setIdealAgent'),
  'queue.onRouteError': (args, services) => {
    guess(services, 'onRouteError');
    services.state.options.set('on_route_error', asText(subject(args, services).rest[0]));
    return undefined;
  },
};
