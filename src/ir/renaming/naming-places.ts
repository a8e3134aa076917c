// Where names of configuration objects stand in a strategy: properties by their name, arguments by the name of their parameter, targets by their type.
import type { NameKind } from './name-map.js';

/**
 * How a text names objects: kinds that it may be the name of, in the order in which they are looked up; or a text that is written in the language
 * of targets, as `name@switch`, as a skill expression, or as a list of agents.
 */
export type Naming = readonly NameKind[] | 'targets' | 'destination' | 'skill' | 'agents';

/** Text properties and columns of blocks. The column `name` of target rows depends on the row's type. */
export const namingProperties: Readonly<Record<string, Naming>> = {
  server: ['stat server'],
  statServer: ['stat server'],
  switch: ['switch'],
  virtualQueueSwitch: ['switch'],
  virtualQueue: ['virtual queue'],
  virtualQueueNumber: ['dn'],
};

/** Properties that are expressions: a text literal that is all of the expression names this. */
export const namingExpressions: Readonly<Record<string, Naming>> = {
  destination: 'destination',
};

/** Parameters of functions, by their names in src/ir/vocabulary in lower case. */
export const namingParameters: Readonly<Record<string, Naming>> = {
  target: 'targets',
  targets: 'targets',
  'virtual queue': ['virtual queue'],
  'virtual queues': ['virtual queue'],
  vq: ['virtual queue'],
  'stat server': ['stat server'],
  switch: ['switch'],
  dn: ['dn'],
  destination: 'destination',
  'agent group': ['agent group'],
  group: ['agent group'],
  agent: ['agent'],
  agents: 'agents',
  skill: ['skill'],
  'skill expression': 'skill',
};

/** Types of target rows: letters alone, in lower case. */
export const rowTypes: Readonly<Record<string, Naming>> = {
  agent: ['agent'],
  agentgroup: ['agent group'],
  place: ['place'],
  placegroup: ['place group'],
  queue: ['virtual queue', 'dn'],
  acdqueue: ['dn'],
  queuegroup: ['queue group'],
  routingpoint: ['dn'],
  destinationlabel: ['dn'],
  dn: ['dn'],
  campaigngroup: ['campaign group'],
  skill: 'skill',
};

const dnLike = ['dn'] as const;

/** Types behind the last dot of a written target. */
export const targetTypes: Readonly<Record<string, readonly NameKind[]>> = {
  A: ['agent'],
  AP: ['place'],
  GA: ['agent group'],
  GP: ['place group'],
  GC: ['campaign group'],
  GQ: ['queue group'],
  Q: ['virtual queue', 'dn'],
  DN: dnLike,
  RP: dnLike,
  DL: dnLike,
  C: dnLike,
};

/** What stands behind the `@` of a written target: DNs may stand on a switch, everything is watched by a Stat Server. */
export const locationKinds = (type: string): readonly NameKind[] =>
  ['Q', 'DN', 'RP', 'DL', 'C'].includes(type) ? ['stat server', 'switch'] : ['stat server'];
