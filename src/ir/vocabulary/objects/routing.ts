// Objects of IRD's toolbar "Routing": they queue the interaction and look for a target.
import { meaning, objects, ports } from './define.js';

const queue = ['virtualQueue', 'targets.name'] as const;
const memory = 'general knowledge of Universal Routing, not checked against its Reference Manual';

export const routingObjects = objects(
  {
    category: 'Routing',
    ports: ports.routing,
    waits: true,
    restsOn: meaning,
    evidence: 'documented',
    portsEvidence: 'inferred',
    source: "Composer's Migration from IRD, Routing Objects",
  },
  {
    Selection: {
      name: 'Selection',
      mainProperties: queue,
      about: 'Queues the interaction, plays treatments while it waits, and routes to the best target.',
    },
    Statistics: {
      name: 'Statistics',
      mainProperties: queue,
      about: 'Routes to the target with the best statistic.',
    },
    Percentage: { name: 'Percentage', mainProperties: queue, about: 'Routes to targets by shares.' },
    LoadBalancing: {
      name: 'Load Balancing',
      mainProperties: queue,
      about: 'Routes to the queue with the least load.',
    },
    RoutingRule: {
      name: 'Routing Rule',
      mainProperties: ['rule'],
      about: 'Routes by a rule kept in the configuration.',
    },
    ForceRouting: {
      name: 'Force Routing',
      ports: ports.redOnly,
      mainProperties: ['targets.name'],
      about: 'Routes to the first target without looking at its state.',
    },
    Default: { name: 'Default', ports: ports.lastResort, about: 'Routes to the default destination.' },
    ServiceLevel: {
      name: 'Service Level',
      aliases: ['Service Level Routing'],
      mainProperties: queue,
      evidence: 'unverified',
      source: memory,
      about: 'A Selection that widens its targets to keep a service level.',
    },
    Workforce: { name: 'Workforce', about: 'Routes by workforce activities.' },
    QueueInteraction: {
      name: 'Queue Interaction',
      mainProperties: ['queue'],
      evidence: 'inferred',
      source: "Composer's Help, the block of the same name",
      about: 'Places an interaction in an interaction queue.',
    },
    RouteInteraction: {
      name: 'Route Interaction',
      mainProperties: queue,
      evidence: 'unverified',
      source: memory,
      about: 'The Selection of multimedia interactions.',
    },
    StopInteraction: {
      name: 'Stop Interaction',
      about: 'Ends the processing of a multimedia interaction.',
    },
    Workbin: {
      name: 'Workbin',
      mainProperties: ['workbin'],
      about: 'Places an interaction in a workbin.',
    },
  },
);
