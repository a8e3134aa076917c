// Objects that ask the contact server for something. Orchestration reaches it over HTTP; IRD's protocol to it is not open, so the page sends a request
// of its own making (docs/messages.md) to an address that is data of the page.
import type { Block, PropertiesOf } from '../../../ir/nodes.js';
import type { Evidence } from '../../../ir/vocabulary/facts.js';
import { defineBlock, type BlockContext, type BlockMapping, type Region } from '../../define.js';
import * as js from '../../js.js';
import { storedAs } from '../../stored-value.js';
import { attachingState } from '../attaching.js';
import { askingState, objectOf, post } from '../requests.js';

type Contact =
  | 'CreateInteraction'
  | 'FindInteraction'
  | 'FindInteractions'
  | 'IdentifyContact'
  | 'RenderMessage'
  | 'UpdateContact'
  | 'UpdateInteraction'
  | 'ViewInteractionProperties';

function contactBlock<T extends Contact>(type: T, evidence: Evidence, words: string): BlockMapping<T> {
  return defineBlock<T>({
    type,
    disposition: 'review',
    evidence,
    cost: 3,
    target: { from: '8.1.3' },
    source:
      "Composer's Help, eServices Blocks (the block of that name); Orchestration developer guide, Integration; the request itself is ours",
    about: `session:fetch to the contact service at ird_contact_url (${words}); user data are sent unless the block says otherwise, what the answer holds is attached. A service that takes the request has to be provided.`,
    build: (block, cx) => {
      const properties: PropertiesOf<'IdentifyContact'> = block.properties;
      return askContactServer(block as Block, type, properties, cx); // a type parameter does not narrow to its union
    },
  });
}

function askContactServer(
  block: Block,
  service: string,
  { parameters, result, sendUserData, timeout }: PropertiesOf<'IdentifyContact'>,
  cx: BlockContext,
): Region {
  const address = cx.shared('contact_url', 'Where the contact service is, e.g. http://host:port/contact.');
  const given = js.object(objectOf(parameters, cx));
  if (sendUserData) cx.use(sendUserData);
  const sends = js.boolean(sendUserData?.value ?? true);
  const body = cx.library('serviceBody', js.text(service), cx.interaction, given, sends);
  const answer = cx.shared('answer', 'What the contact service answered last.');
  if (result) cx.use(result);
  const before = result
    ? [js.assign(cx.variable(result.name), storedAs(result.type, 'STRING', answer, cx.library))]
    : [];
  const asked = post(cx.library('serviceAddress', address, js.text(`/${service}`)), body, timeout, cx);
  const failure = cx.target('red');
  const keep = [
    { kind: 'assign', location: answer, value: cx.library('text', js.path('_event.data.content')) },
  ] as const;
  const pairs = cx.library('answerPairs', answer);
  return {
    states: [
      askingState(block, asked, { success: cx.stateId('attach'), failure, keep }, cx),
      attachingState({ before, pairs, success: cx.target('green'), failure }, cx, 'attach'),
    ],
  };
}

export const createInteractionBlock = contactBlock('CreateInteraction', 'inferred', 'a record is made');
export const findInteractionBlock = contactBlock('FindInteraction', 'inferred', 'a record is looked for');
export const findInteractionsBlock = contactBlock('FindInteractions', 'inferred', 'records are looked for');
export const identifyContactBlock = contactBlock(
  'IdentifyContact',
  'inferred',
  'the contact is found or made from the user data',
);
export const renderMessageBlock = contactBlock('RenderMessage', 'inferred', 'a text is made from a template');
export const updateContactBlock = contactBlock('UpdateContact', 'inferred', 'the contact is changed');
export const updateInteractionBlock = contactBlock('UpdateInteraction', 'inferred', 'the record is changed');
export const viewInteractionBlock = contactBlock(
  'ViewInteractionProperties',
  'unverified',
  'the record is read or changed',
);

export const submitNewInteractionBlock = defineBlock({
  type: 'SubmitNewInteraction',
  disposition: 'placeholder',
  evidence: 'unverified',
  cost: 3,
  target: { from: '8.1.2' },
  source:
    'general knowledge of Universal Routing; SCXML Technical Reference 8.1, Interaction (no action submits a new interaction)',
  about:
    'A placeholder: no action of Orchestration is documented that submits a new interaction of any medium to Interaction Server; createmessage makes messages, createcall makes calls.',
  build: (_block, cx) => {
    cx.placeholder(
      'no action of Orchestration is documented that submits a new interaction to Interaction Server: missing are its name, its attributes and its events',
    );
    return { states: [] };
  },
});
