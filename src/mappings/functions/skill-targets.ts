// Functions that make the text of a target out of skills: the target format has a place for the group and for the skill expression.
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import { argument, since813 } from './row.js';

const shared = {
  evidence: 'inferred',
  disposition: 'review',
  cost: 2,
  target: since813,
  source:
    'samples of Orchestration Server on target ids (?group:skill expression@server.GA); the functions are known by name only',
} as const;

/** `?group:expression@server.GA`. */
function skillTarget(group: Js, expression: Js, server: Js): Js {
  const parts = [js.text('?'), group, js.text(':'), expression, js.text('@'), server, js.text('.GA')];
  return parts.reduce((before, part) =>
    before.kind === 'string' && part.kind === 'string'
      ? js.text(before.value + part.value)
      : js.binary(before, '+', part),
  );
}

export const skillTargets = defineFunctions([
  {
    ...shared,
    ird: 'GetSkillInGroup',
    about:
      'The target of the agents of a group who fulfil a skill expression, as text for a selection: group, expression, and the Stat Server when there is a third argument; their order is assumed, as in CountSkillInGroup',
    examples: [
      {
        ird: "GetSkillInGroup['Sales','English > 5','StatServer']",
        js: "'?Sales:English > 5@StatServer.GA'",
        value: '?Sales:English > 5@StatServer.GA',
      },
    ],
    build: (args) => skillTarget(argument(args, 0), argument(args, 1), argument(args, 2)),
  },
  {
    ...shared,
    ird: 'CreateSkillGroup',
    about:
      'The target of all agents who fulfil the skill expression of the last argument, as text for a selection; a name before it has no part in the target',
    examples: [
      {
        ird: "CreateSkillGroup['English > 5']",
        js: "'?:English > 5@.GA'",
        value: '?:English > 5@.GA',
      },
    ],
    build: (args) => skillTarget(js.text(''), argument(args, args.length - 1), js.text('')),
  },
]);
