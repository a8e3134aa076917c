// Multimedia: what is asked of the contact service (docs/messages.md, The contact service).
import type { PropertiesOf } from '../../../../ir/nodes.js';
import { NotRunnable } from '../../faults.js';
import type { BlockContext, Flow } from '../../session.js';
import { plainMembers } from '../../servers/answers.js';
import { callService, keyedValues, timeoutOf } from '../../servers/requests.js';
import { defineRunners } from '../define.js';

type Request = PropertiesOf<'IdentifyContact'>;

/** Asks by the name of the object; what the answer holds is attached, its text is the result. */
const asking = (service: string) =>
  function* ({ properties }: { readonly properties: Request }, cx: BlockContext): Flow<'success'> {
    const answer = yield* callService(cx.session, {
      at: 'ird_contact_url',
      service,
      parameters: yield* keyedValues(properties.parameters, cx),
      withUserData: properties.sendUserData?.value !== false,
      timeout: yield* timeoutOf(properties.timeout, cx),
    });
    if (properties.result !== undefined) cx.frame.write(properties.result.name, answer);
    for (const [key, value] of Object.entries(plainMembers(answer)))
      cx.session.data.update(key, String(value));
    return 'success';
  };

export const contact = defineRunners({
  CreateInteraction: asking('CreateInteraction'),
  FindInteraction: asking('FindInteraction'),
  FindInteractions: asking('FindInteractions'),
  IdentifyContact: asking('IdentifyContact'),
  RenderMessage: asking('RenderMessage'),
  UpdateContact: asking('UpdateContact'),
  UpdateInteraction: asking('UpdateInteraction'),
  ViewInteractionProperties: asking('ViewInteractionProperties'),

  *SubmitNewInteraction({ id }) {
    throw new NotRunnable(`how block "${id}" submits a new interaction is not known`);
  },
});
