// Functions that only the router computes. Under Orchestration it still computes them, by a request (Composer's Help, URS Function Block); the same request
// asks the simulated router here, so that a scenario's answers mean the same on both sides.
import { toText, type IrdValue } from '../../evaluate/values.js';
import { BlockFailure } from '../faults.js';
import { listOf, valueText, type Members } from '../servers/answers.js';
import { askServer, usualTimeout } from '../servers/ask.js';
import type { BlockContext, Flow, RunFunction } from '../session.js';
import type { FunctionFamily } from './define.js';

const names = [
  'FindConfigObject',
  'FindServiceObjective',
  'GetMapValue',
  'GetObjectProperty',
  'MultiSkill',
  'MultiplyTargets',
  'NMTExtractTargets',
  'OtherTrunk',
  'SetDNISOverride',
  'SetMapValue',
  'SetTranslationOverwrite',
  'TargetState',
  'TimeBehind',
  'UseCapacity',
  'UseCustomAgentType',
  'UseMediaType',
] as const;

function* asked(name: string, args: readonly IrdValue[], { session }: BlockContext): Flow<string> {
  const interaction = session.interaction().id;
  const params = args.map((value) => encoded(toText(value))).join(',');
  const answer = yield* askServer(session, {
    method: 'urs',
    url: `urs/call/@${interaction}/func?name=${name}&params=[${params}]`,
    timeout: usualTimeout,
  });
  return session.assume('urs.answer') === 'JSON' ? fromJson(answer) : answer;
}

/** An argument in an address; half a character has no place there. */
function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw new BlockFailure('evaluation', 'An argument holds half a character.');
  }
}

/** The value that a JSON text holds; a text that is none is the value itself. */
function fromJson(answer: string): string {
  try {
    const value: unknown = JSON.parse(answer);
    return typeof value === 'object' && value !== null ? listOf(value as Members) : valueText(value); // any object has members
  } catch {
    return answer;
  }
}

const run =
  (name: string): RunFunction =>
  (args, cx) =>
    asked(name, args, cx);

export const routerFunctions: FunctionFamily = Object.fromEntries(names.map((name) => [name, run(name)]));
