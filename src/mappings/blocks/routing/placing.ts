// Queue Interaction and Workbin: the interaction is laid down where Interaction Server, or the owner of the workbin, takes it up again.
import type { Block } from '../../../ir/nodes.js';
import { defineBlock, type BlockContext, type Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { redirectAction, redirectReplies } from './redirect.js';
import { routeTypeNamed } from './route-type.js';

const source =
  "Orchestration Server Developer's Guide, Interaction interface (redirect); SCXML Technical Reference 8.1, resource object; Composer help, Queue Interaction block";

export const queueInteractionBlock = defineBlock({
  type: 'QueueInteraction',
  disposition: 'review',
  evidence: 'inferred',
  cost: 1,
  target: { from: '8.1.2' },
  source,
  about:
    'ixn:redirect to the interaction queue, given as a resource of type iq; the strategy of that queue takes the interaction up.',
  build: (block, cx) => {
    const queue = block.properties.queue?.value ?? '';
    if (queue === '') cx.placeholder('it has no interaction queue');
    return placed(block, js.object({ type: js.text('iq'), id: js.text(queue) }), cx);
  },
});

/** Owners by the words of IRD's target types, and their codes. */
const ownerTypes: Readonly<Record<string, string>> = {
  agent: 'A',
  agentgroup: 'GA',
  place: 'AP',
  placegroup: 'GP',
};

export const workbinBlock = defineBlock({
  type: 'Workbin',
  disposition: 'review',
  evidence: 'inferred',
  cost: 2,
  target: { from: '8.1.2' },
  source,
  about:
    'ixn:redirect to the workbin, given as a resource of type wb with its owner; that wb_type takes the code of the type of owner is inferred.',
  build: (block, cx) => {
    const { workbin, owner, ownerType } = block.properties;
    if (workbin === undefined || workbin.value === '') cx.placeholder('it has no workbin');
    const given = ownerType?.value ?? '';
    const code = ownerTypes[given.replace(/[^A-Za-z]/g, '').toLowerCase()];
    if (given !== '' && code === undefined)
      cx.unsupported(
        ownerType?.id ?? block.nodeId,
        `the type of the owner of its workbin (${given}): a resource of type wb has no code for it`,
      );
    const resource = js.object({
      type: js.text('wb'),
      id: js.text(workbin?.value ?? ''),
      ...(code === undefined ? {} : { wb_type: js.text(code) }),
      ...(owner === undefined || owner.value === '' ? {} : { wb_owner: js.text(owner.value) }),
    });
    return placed(block, resource, cx);
  },
});

/** The state that sends the interaction away. It is done with then: what follows has no interaction any more. */
function placed(block: Block, resource: Js, cx: BlockContext): Region {
  const next = cx.target('green');
  if (cx.connected('green'))
    cx.review('what follows its green port runs when the interaction has left: it cannot be changed there');
  cx.waits(cx.id);
  const action = redirectAction(resource, routeTypeNamed('Default'), cx.request(), cx);
  return {
    states: [
      {
        kind: 'state',
        id: cx.id,
        onentry: [cx.log, action],
        transitions: redirectReplies(
          cx.connected('green') ? next : cx.frame.routed,
          cx.target('red'),
          undefined,
          cx,
        ),
      },
    ],
  };
}
