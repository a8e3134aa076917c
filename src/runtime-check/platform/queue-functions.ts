// Functions of `_genesys.queue`. Where no signature is documented, the parameters of the IRD function of that name are taken, and the trace says so.
import type { Plain } from '../script/engine.js';
import { asNumber, asText, type PlatformFunction, type Services } from './module.js';
import { interactionOf } from './which-interaction.js';

// The trace says that the order of the parameters is a guess.
const guess = (services: Services, name: string): void => {
  services.recorder.assume('function-signature', name);
};

const first = (services: Services): string => interactionOf(undefined, services)?.id ?? '';

const agentList = (given: Plain): readonly string[] =>
  (Array.isArray(given) ? (given as readonly Plain[]).map(asText) : asText(given).split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');

/** A function that is known by name only: it does nothing, and says so. */
const inert =
  (name: string): PlatformFunction =>
  (_args, services) => {
    services.recorder.assume('inert-function', name);
    return undefined;
  };

export const queueFunctions: Readonly<Record<string, PlatformFunction>> = {
  'queue.checkAgentState': ([check], { world }) => {
    world.requests.checkState(check !== false && check !== 0 && check !== 'false');
    return undefined;
  },
  'queue.excludeAgents': ([agents], services) => {
    guess(services, 'excludeAgents');
    return services.world.requests.exclude(agentList(agents)).join(',');
  },
  'queue.priorityTuning': ([useAge], services) => {
    services.world.requests.tune(first(services), { useAge: useAge === true || useAge === 1 });
    services.recorder.assume('priority-tuning');
    return undefined;
  },
  'queue.incrementPriority': ([by, every], services) => {
    guess(services, 'incrementPriority');
    const growth = { by: asNumber(by) ?? 0, every: asNumber(every) ?? 0 };
    services.world.requests.tune(first(services), { growth });
    services.recorder.step('update', { priorityIncrement: growth.by, every: growth.every });
    return undefined;
  },
  'queue.priorityLimits': (args, services) => {
    guess(services, 'priorityLimits');
    const limit = asNumber(args.at(-1));
    if (limit !== undefined) {
      services.world.requests.tune(first(services), { limit });
      services.recorder.step('update', { priorityLimit: limit });
    }
    return undefined;
  },
  'queue.reserveTarget': inert('reserveTarget'),
  'queue.cCTExtractTargets': ([, , input]) => asText(input),
  'queue.setIdealAgent': inert('setIdealAgent'),
  'queue.expandGroup': inert('expandGroup'),
  'queue.onRouteError': inert('onRouteError'),
  'queue.setInteractionAge': inert('setInteractionAge'),
  'queue.countSkillInGroup': inert('countSkillInGroup'),
  'queue.findServiceObjective': inert('findServiceObjective'),
};
