// Target selection: the functions that the queue module of Orchestration has as well. Their IRD parameters are not public, so arguments pass through;
// where the Orchestration function begins with the interaction, it stands in front.
import { defineFunctions, type FunctionMapping } from '../define.js';
import * as js from '../js.js';
import { since813 } from './row.js';

interface Counterpart extends Pick<FunctionMapping, 'ird' | 'about' | 'source' | 'evidence'> {
  readonly name: string;
  readonly ofInteraction?: boolean;
  readonly gives?: 'text' | 'num';
  readonly call: string;
  readonly js: string;
  readonly value?: string | number;
  readonly target?: FunctionMapping['target'];
}

const scxml = 'SCXML Technical Reference 8.1, Queue Interface, Functions';
const help = "Composer's Help, Using URS Functions";
const log = 'names of functions in a log of Orchestration Server';

const counterpart = ({
  name,
  ofInteraction,
  gives,
  call,
  js: becomes,
  value,
  ...row
}: Counterpart): FunctionMapping => ({
  disposition: 'review',
  cost: 2,
  throws: true,
  target: since813,
  ...row,
  examples: [{ ird: call, js: becomes, ...(value === undefined ? {} : { value }) }],
  build: (args, cx) => {
    const own = ofInteraction ? [cx.interaction] : [];
    const called = js.call(`_genesys.queue.${name}`, ...own, ...args);
    return gives === undefined ? called : cx.library(gives, called);
  },
});

const rows = (all: readonly Counterpart[]): readonly Counterpart[] => all;

export const queueFunctions = defineFunctions(
  rows([
    {
      ird: 'BlockDN',
      name: 'reserveTarget',
      ofInteraction: true,
      evidence: 'inferred',
      source: scxml,
      about:
        'Keeps the DN out of selection by reserveTarget, its counterpart by description; the parameters of IRD are not public',
      call: "BlockDN['7001@Switch_X',30]",
      js: "_genesys.queue.reserveTarget(_data.ird_ixn, '7001@Switch_X', 30)",
    },
    {
      ird: 'ReserveTarget',
      name: 'reserveTarget',
      ofInteraction: true,
      evidence: 'documented',
      source: scxml,
      about:
        'The same by reserveTarget, the interaction in front; the manual contradicts itself on a time of 0, and the parameters of IRD are inferred',
      call: "ReserveTarget['7001@Switch_X',30]",
      js: "_genesys.queue.reserveTarget(_data.ird_ixn, '7001@Switch_X', 30)",
    },
    {
      ird: 'CCTExtractTargets',
      name: 'cCTExtractTargets',
      ofInteraction: true,
      gives: 'text',
      evidence: 'documented',
      source: scxml,
      about:
        'The same by cCTExtractTargets, the interaction in front; that IRD takes Stat Server and input is inferred',
      call: "CCTExtractTargets['StatServer','7001.DN']",
      js: "ird.text(_genesys.queue.cCTExtractTargets(_data.ird_ixn, 'StatServer', '7001.DN'))",
      value: '7001@StatServer.DN',
    },
    {
      ird: 'CheckAgentState',
      name: 'checkAgentState',
      evidence: 'documented',
      source: scxml,
      about: 'The same by checkAgentState; that IRD takes the one flag is inferred',
      call: 'CheckAgentState[1]',
      js: '_genesys.queue.checkAgentState(1)',
    },
    {
      ird: 'CountSkillInGroup',
      name: 'countSkillInGroup',
      gives: 'num',
      evidence: 'inferred',
      source: log,
      about:
        'The same by countSkillInGroup; the name is unverified on both sides and the parameters pass through',
      call: "CountSkillInGroup['Sales','English']",
      js: "ird.num(_genesys.queue.countSkillInGroup('Sales', 'English'))",
      value: 2,
    },
    {
      ird: 'PriorityTuning',
      name: 'priorityTuning',
      evidence: 'documented',
      source: help,
      about:
        'The same by priorityTuning: age, prediction, service objective; whether the interaction comes first is not documented',
      call: 'PriorityTuning[1,0,1]',
      js: '_genesys.queue.priorityTuning(1, 0, 1)',
    },
    {
      ird: 'SetIdealAgent',
      name: 'setIdealAgent',
      evidence: 'documented',
      source: help,
      target: { from: '8.1.410.14' },
      about:
        'The same by setIdealAgent, which has its own function in Orchestration; the parameters pass through',
      call: "SetIdealAgent['Skill1 > 5']",
      js: "_genesys.queue.setIdealAgent('Skill1 > 5')",
    },
    {
      ird: 'OnRouteError',
      name: 'onRouteError',
      evidence: 'observed',
      source: log,
      about: 'The same by onRouteError; the parameters of both are not documented and pass through',
      call: "OnRouteError['reroute']",
      js: "_genesys.queue.onRouteError('reroute')",
    },
  ]).map(counterpart),
);
