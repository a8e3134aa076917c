// Voice Treatment blocks: start the dialog, wait for its end, go on by green, or by red when it failed.
import type { Block, BlockType, Value } from '../../../ir/nodes.js';
import type { BlockContext, Region } from '../../define.js';
import * as js from '../../js.js';
import { location, value, type Action } from '../../target-tree.js';
import { storedAs } from '../../stored-value.js';
import { dialogElement, type TreatmentFields } from './dialog.js';

/** Builds the state of a treatment block. `result` receives what its end tells: the digits that the caller keyed in, or the extensions. */
export function treatmentState(
  block: Block,
  type: BlockType,
  fields: TreatmentFields,
  cx: BlockContext,
  result?: Extract<Value, { kind: 'variable' }>,
  tells: 'digits' | 'extensions' = 'digits',
): Region {
  const dialog = dialogElement(type, fields, cx);
  if (dialog === undefined) throw new Error(`internal: ${type} is no dialog`);
  if (result) cx.use(result);
  if (result && tells === 'extensions') cx.assume('treatment.result');
  const id = cx.id;
  cx.waits(id);
  const start: Action = {
    ...dialog,
    from: block.nodeId,
    attributes: {
      requestid: location(cx.request()),
      interactionid: value(cx.interaction),
      ...dialog.attributes,
    },
  };
  const keep: readonly Action[] = result
    ? [
        {
          kind: 'assign',
          location: cx.variable(result.name),
          value: storedAs(
            result.type,
            'STRING',
            cx.library('text', js.path(`_event.data.${tells}`)),
            cx.library,
          ),
        },
      ]
    : [];
  return {
    states: [
      {
        kind: 'state',
        id,
        onentry: [cx.log, start],
        transitions: [
          {
            event: `dialog.${dialog.name}.done`,
            cond: cx.isReply(),
            target: cx.target('green'),
            actions: keep,
          },
          { event: `error.dialog.${dialog.name}`, cond: cx.isReply(), target: cx.target('red') },
        ],
      },
    ],
  };
}
