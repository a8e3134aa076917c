// Functions that choose targets, set priorities and route. Most of their parameter lists are not public.
import {
  any,
  documented,
  family,
  inferred,
  integer,
  nameDocumented,
  names,
  optional,
  sources,
  string,
} from '../define.js';

const category = 'Target Selection';

export const targetFunctions = family(category, sources.memory, [
  {
    name: 'ClearTargets',
    parameters: [optional(string('Virtual Queue'))],
    returns: 'UNKNOWN',
    ...nameDocumented,
    source: sources.subroutines,
    about: 'Takes the interaction out of one virtual queue, or drops all targets that it waits for.',
  },
  {
    name: 'ExcludeAgents',
    parameters: [string('Agents')],
    returns: 'STRING',
    ...documented,
    source: sources.updates,
    about:
      'Keeps agents out of this and later selections until it is called again; gives the list that was in force.',
  },
  {
    name: 'GetPriority',
    parameters: [],
    returns: 'INTEGER',
    ...documented,
    source: sources.migration,
    about: 'Priority of the interaction.',
  },
  {
    name: 'Priority',
    parameters: [integer('Priority')],
    returns: 'UNKNOWN',
    ...nameDocumented,
    source: sources.migration,
    about: 'Sets the priority with which the interaction waits.',
  },
  {
    name: 'SuspendForEvent',
    parameters: [integer('Timeout'), string('Type'), string('Event')],
    returns: 'STRING',
    ...nameDocumented,
    source: sources.subroutines,
    about: 'Waits for an event or the end of the timeout.',
  },
  {
    name: 'TargetState',
    parameters: [string('Target')],
    returns: 'UNKNOWN',
    ...documented,
    source: sources.updates,
    about: 'Readiness, media and DNs of a target.',
  },
  {
    name: 'UseCapacity',
    parameters: [any('Condition')],
    returns: 'UNKNOWN',
    ...nameDocumented,
    source: sources.library,
    about: 'Says when capacity rules count: Never, Only or OnStatError.',
  },
  {
    name: 'UseCustomAgentType',
    parameters: [any('Target Type'), any('DN Type')],
    returns: 'UNKNOWN',
    ...nameDocumented,
    source: sources.library,
    about: 'Restricts which kind of DN is used for agents.',
  },
  {
    name: 'UseMediaType',
    parameters: [any('Media Type')],
    returns: 'UNKNOWN',
    ...nameDocumented,
    source: sources.mapper,
    about: 'Sets the media type that target selection looks at.',
  },
  {
    name: 'CCTExtractTargets',
    returns: 'UNKNOWN',
    ...inferred,
    source: sources.scxml,
    about: 'Builds a target list and keeps DN data for number translation.',
  },
  {
    name: 'CheckAgentState',
    returns: 'UNKNOWN',
    ...inferred,
    source: sources.scxml,
    about: 'Says whether the state of agents is looked at.',
  },
  {
    name: 'ReserveTarget',
    returns: 'UNKNOWN',
    ...inferred,
    source: sources.scxml,
    about: 'Keeps a target for this interaction for a time.',
  },
]);

const known = (source: string, about: Readonly<Record<string, string>>) =>
  family(category, source, names('documented', about));

export const selectionFunctions = [
  ...known('guide on Universal Contact Centre key blocks', {
    BlockDN: 'Keeps a DN from being used for a time.',
  }),
  ...known('Predictive Routing guide, URS Strategy Subroutines', {
    SelectDN: 'Selects a DN of a target, without waiting for it.',
  }),
  ...known(sources.urs, {
    PriorityTuning: 'Says how interactions of one priority are ordered.',
    SetIdealAgent: 'Gives the scores by which an agent is chosen.',
  }),
  ...known('URS log lines in a public log reader', {
    SuspendForDN: 'Waits until a DN is found; gives "return:timeout" when none is.',
  }),
  ...known(sources.dialog, {
    MultiSkill: 'Builds a target from skills.',
    MultiplyTargets: 'Builds a target list from parts.',
    NMTExtractTargets: 'Takes targets apart for number translation.',
  }),
  ...known(sources.scxml, {
    TargetComponentSelected: 'Part of the target that was selected: the agent within a group.',
  }),
  ...family(
    'Force',
    'forum answers on Universal Routing',
    names('documented', { RouteCall: 'Routes to the DN selected before.' }),
  ),
  ...family('Force', sources.memory, names('unverified', { TRoute: 'Routes to a DN.' })),
  ...family(
    category,
    sources.memory,
    names('unverified', {
      CountSkillInGroup: 'Counts the agents of a group who have a skill.',
      CountSkillInGroupEx: 'Counts the agents of a group who have a skill.',
      CreateSkillGroup: 'Makes a group from a skill expression.',
      CreateSkillString: 'Makes a skill expression.',
      DefaultDestination: 'The default destination.',
      DefaultRoute: 'Routes to the default destination.',
      DeliverCall: 'Delivers the call to a target.',
      DeliverToTarget: 'Delivers the call to a target.',
      ForceRoute: 'Routes without looking at the state of the target.',
      GetSkillInGroup: 'Makes a target of the agents of a group who have a skill.',
      IncrementPriority: 'Makes the priority grow while the interaction waits.',
      IncrementPriorityEx: 'Makes the priority grow while the interaction waits.',
      Reject: 'Rejects the call.',
      RouteEx: 'Routes to a DN with further settings.',
      SelectTargetsByThreshold: 'Selects those targets whose threshold holds.',
      SetReadyCondition: 'Sets the condition under which a target is ready.',
      SetTargetThreshold: 'Sets the threshold of a target.',
      SetThresholdEx: 'Sets the threshold of a target.',
      SetVQ: 'Names the virtual queue that later selections use.',
      SetVQPriority: 'Sets the priority of the interaction in a virtual queue.',
      SuspendForTreatmentEnd: 'Waits until the treatment has ended.',
      TargetListSelected: 'The target list from which a target was selected.',
      TargetObjectSelected: 'The target that was selected: the group of the agent.',
      TargetSelected: 'The target that was selected: its DN.',
      TRouteEx: 'Routes to a DN with further settings.',
      UseActivityType: 'Chooses the workforce activity.',
      UseAgentStatistics: 'Says whether statistics of agents are used.',
      UseDNType: 'Restricts which kind of DN is used.',
      VQSelected: 'The virtual queue in which the target was found.',
    }),
  ),
];
