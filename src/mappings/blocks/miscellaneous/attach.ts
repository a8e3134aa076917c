// Attach and Multi-Attach: user data of the interaction. The page waits, for a bounded time, until the platform has confirmed the change: what is
// routed right after it would else reach the desktop without the data.
import type { Value } from '../../../ir/nodes.js';
import { defineBlock, type BlockContext, type Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { confirmWithin } from '../attaching.js';

const about =
  'One call of setuData with all pairs. In URS Attach adds a pair even when the key exists; an Orchestration user data object holds one value for a key.';
const source = 'Composer help, Using User Data; Attach against Update is an assumption (attach.existing)';

export const attachBlock = defineBlock({
  type: 'Attach',
  disposition: 'exact',
  evidence: 'documented',
  cost: 1,
  target: { from: '8.1.2' },
  source,
  about,
  build: (block, cx) => attachPairs([{ key: block.properties.key, value: block.properties.value }], cx),
});

export const multiAttachBlock = defineBlock({
  type: 'MultiAttach',
  disposition: 'exact',
  evidence: 'documented',
  cost: 1,
  target: { from: '8.1.2' },
  source,
  about,
  build: (block, cx) => attachPairs(block.properties.pairs, cx),
});

interface Pair {
  readonly key?: Extract<Value, { kind: 'text' }> | undefined;
  readonly value?: Value | undefined;
}

function attachPairs(pairs: readonly Pair[], cx: BlockContext): Region {
  if (cx.assume('attach.existing') === 'adds a pair') {
    cx.review(
      'IRD adds a pair even when the key exists; the user data of Orchestration holds one value for a key',
    );
  }
  cx.assume('attach.visibility');
  const data: Record<string, Js> = {};
  let throws = false;
  for (const pair of pairs) {
    const key = pair.key?.value ?? '';
    if (key === '' || pair.value === undefined) {
      cx.placeholder('a pair has no key or no value');
      continue;
    }
    const built = cx.expression(pair.value);
    throws ||= built.throws;
    data[key] = built.js;
  }
  cx.waits(cx.id);
  const timer = cx.request('timer');
  const timeout = `${cx.id}.timeout`;
  const green = cx.target('green');
  const mine = js.binary(js.path('_event.data.interactionid'), '==', cx.interaction);
  return {
    states: [
      {
        kind: 'state',
        id: cx.id,
        onentry: [
          cx.log,
          { kind: 'send', event: timeout, delay: js.text(confirmWithin), idLocation: timer },
          { kind: 'script', statements: [js.run(cx.library('attach', cx.interaction, js.object(data)))] },
        ],
        onexit: [{ kind: 'cancel', sendid: timer }],
        transitions: [
          { event: 'interaction.udata.changed', cond: mine, target: green },
          {
            event: timeout,
            target: green,
            isAnswer: true,
            comment: 'No confirmation: go on, the write itself has been accepted.',
          },
          { event: 'error.script', target: throws ? cx.target('red') : cx.frame.defaultRouting },
        ],
      },
    ],
  };
}
