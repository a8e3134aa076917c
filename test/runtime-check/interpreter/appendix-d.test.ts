// The interpreter does what Appendix D says, on any chart: order of exit, content and entry, conflicts, history, done events.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interpret } from './appendix-d.js';
import { play, tell } from './page.js';
import { chart, contentOf, eventNames, rootAttributes } from './random-charts.js';

const most = 40;

test('any chart runs as the Recommendation says', async () => {
  await fc.assert(
    fc.asyncProperty(
      chart,
      fc.array(fc.constantFrom(...eventNames), { maxLength: 6 }),
      async (root, events) => {
        const reference = interpret(root, most);
        const { session, lines } = await play(contentOf(root), {
          root: rootAttributes(root),
          budget: { microsteps: most },
        });
        for (const name of events) {
          reference.send(name);
          tell(session, name);
        }
        session.dispose();
        const visible = lines.filter((line) => !/^(?:event .*|enter |exit )$/.test(line));
        expect(visible).toEqual(reference.lines);
      },
    ),
    { numRuns: 300 },
  );
});
