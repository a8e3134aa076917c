// Named constants of IRD expressions. Their numbers are known only where stated; the others stand for themselves by name.
import { enumeration, sources } from './define.js';
import type { ConstantFact } from './facts.js';

const routeType = {
  category: 'Force',
  returns: 'UNKNOWN',
  evidence: 'documented',
  source: sources.mapper,
  about: 'How a call is routed.',
} as const;

const setting = {
  category: 'Configuration Options',
  returns: 'UNKNOWN',
  evidence: 'documented',
  source: sources.mapper,
} as const;

/** Every constant, by family. */
export const constants: readonly ConstantFact[] = [
  ...enumeration(
    {
      category: 'Operators and expressions',
      returns: 'BOOLEAN',
      evidence: 'inferred',
      source: 'the values that a stored comparison has',
      about: 'Truth value.',
    },
    { true: 1, false: 0 },
  ),
  ...enumeration(
    {
      category: 'Date/Time',
      returns: 'DAY',
      evidence: 'documented',
      source: "Composer's Help, Branching Block",
      about: 'Day of the week, counted from Sunday.',
    },
    { Sunday: 0, Monday: 1, Tuesday: 2, Wednesday: 3, Thursday: 4, Friday: 5, Saturday: 6 },
  ),
  ...enumeration(routeType, [
    'RouteTypeAnnouncement',
    'RouteTypeDDD',
    'RouteTypeDefault',
    'RouteTypeDirect',
    'RouteTypeDirectAgent',
    'RouteTypeGetFromDN',
    'RouteTypeIDDD',
    'RouteTypeLabel',
    'RouteTypeOverwriteDNIS',
    'RouteTypePostFeature',
    'RouteTypeReject',
    'RouteTypeUnknown',
  ]),
  ...enumeration({ ...routeType, evidence: 'unverified', source: sources.memory }, [
    'RouteTypeAgentID',
    'RouteTypeCallDisconnect',
    'RouteTypeDirectPriority',
    'RouteTypePriority',
  ]),
  ...enumeration({ ...setting, about: 'Where the search for an option begins.' }, [
    'StartFromCDN',
    'StartFromRouter',
    'StartFromStrategy',
    'StartFromTenant',
    'StartFromTserver',
  ]),
  ...enumeration({ ...setting, about: 'What overwrites a number when the call is routed.' }, [
    'UseANI',
    'UseConfig',
    'UseDNIS',
    'UseNone',
  ]),
  ...enumeration({ ...setting, about: 'When capacity rules count.' }, ['Never', 'Only', 'OnStatError']),
  ...enumeration({ ...setting, about: 'Which name of the router is wanted.' }, ['APPLICATION_NAME']),
  ...enumeration({ ...setting, about: 'Where calls are counted.' }, [
    'Router',
    'RoutingPoint',
    'VirtualQueue',
  ]),
  ...enumeration({ ...setting, about: 'Kind of DN.' }, [
    'CFGACDPosition',
    'CFGCellular',
    'CFGChat',
    'CFGCoBrowse',
    'CFGEmail',
    'CFGExtension',
    'CFGFAX',
    'CFGVideo',
    'CFGVoiceMail',
    'CFGVoIP',
    'CFGWorkflow',
  ]),
  ...enumeration({ ...setting, about: 'Type of a configuration object.', source: sources.updates }, [
    'CFGPerson',
  ]),
];
