// The scenarios that a search begins with besides the given ones: the usual ones, and the kinds of interaction that a program is for.
import { withInteraction } from '../../runtime-check/explore/edit-scenario.js';
import { defaultScenarios } from '../../runtime-check/scenario/defaults.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import { callsOf } from '../../ir/walk.js';
import type { ProgramCode } from './program-code.js';

/** Object types that only messages, chats and work items have. */
const ofMessages: ReadonlySet<string> = new Set([
  'Acknowledgement',
  'AttachCategories',
  'Autoresponse',
  'ChatTranscript',
  'Classify',
  'CreateEmailOut',
  'CreateNotification',
  'CreateSms',
  'CreateSmsOut',
  'ForwardEmail',
  'MultiScreen',
  'QueueInteraction',
  'RedirectEmail',
  'RenderMessage',
  'ReplyEmailFromExternalResource',
  'RouteInteraction',
  'Screen',
  'SendEmail',
  'SendSms',
  'SendSmsOut',
  'StopInteraction',
  'UpdateInteraction',
  'ViewInteractionProperties',
  'Workbin',
]);

type Medium = NonNullable<Scenario['interaction']>['media'];

const mediaOf = (given: readonly Scenario[]): ReadonlySet<Medium> =>
  new Set(given.map(({ interaction }) => interaction?.media ?? 'voice'));

const asksForMessages = (code: ProgramCode): boolean =>
  code.blocks.some(
    ({ block }) =>
      ofMessages.has(block.type) ||
      code.expressions(block).some((expr) => callsOf(expr).some(({ name }) => name === 'MediaType')),
  );

/** Whether scenarios of other media than calls are searched from in any case. */
export const isForMessages = (code: ProgramCode, given: readonly Scenario[]): boolean =>
  asksForMessages(code) || [...mediaOf(given)].some((medium) => medium !== 'voice');

export function seedScenarios(code: ProgramCode, given: readonly Scenario[]): readonly Scenario[] {
  const media = new Set<Medium>(mediaOf(given));
  if (asksForMessages(code))
    for (const each of ['email', 'chat', 'workitem', 'sms', 'voice'] as const) media.add(each);
  if (media.size === 0) media.add('voice');
  // Exit of a diagram ends what is no call.
  if (code.blocks.some(({ block }) => block.type === 'ComposerExit')) media.add('chat');
  const usual = defaultScenarios.map(
    ({ expect: _expect, description: _description, ...scenario }) => scenario,
  );
  return [...media].flatMap((medium) =>
    usual.map((scenario) =>
      medium === undefined || medium === 'voice' ? scenario : withInteraction(scenario, { media: medium }),
    ),
  );
}
