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

export function seedScenarios(code: ProgramCode, given: readonly Scenario[]): readonly Scenario[] {
  const media = new Set<NonNullable<Scenario['interaction']>['media']>(
    given.map(({ interaction }) => interaction?.media ?? 'voice'),
  );
  const isOfMessages = code.blocks.some(({ block }) => ofMessages.has(block.type));
  const asksMedium = code.blocks.some(({ block }) =>
    code.expressions(block).some((expr) => callsOf(expr).some(({ name }) => name === 'MediaType')),
  );
  if (isOfMessages || asksMedium)
    for (const each of ['email', 'chat', 'workitem', 'sms'] as const) media.add(each);
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
