// Attach and Multi-Attach: pairs that the strategy adds to the data of the interaction.
import type { Value } from '../../../ir/nodes.js';
import { NotRunnable } from '../faults.js';
import type { BlockContext, BlockExit, Flow } from '../session.js';
import { failing } from './basics.js';
import { defineRunners } from './define.js';

interface Pair {
  readonly key?: Extract<Value, { kind: 'text' }> | undefined;
  readonly value?: Value | undefined;
}

/** All values are computed first, then attached in one request: nothing is attached when one of them has no value. */
function* attach(pairs: readonly Pair[], cx: BlockContext): Flow<BlockExit> {
  const computed: [string, string][] = [];
  for (const { key, value } of pairs) {
    if ((key?.value ?? '') === '' || value === undefined)
      throw new NotRunnable('a pair has no key or no value');
    computed.push([key?.value ?? '', yield* failing(cx.text(value))]);
  }
  cx.session.assume('attach.visibility');
  cx.session.data.attachAll(computed);
  return 'success';
}

export const data = defineRunners({
  *Attach({ properties }, cx) {
    return yield* attach([properties], cx);
  },
  *MultiAttach({ properties }, cx) {
    return yield* attach(properties.pairs, cx);
  },
});
