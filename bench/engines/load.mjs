// The other engines behind one interface, in their own package so that the product's packages stay few. The bench imports this file when it is installed.
import scxml from '@scion-scxml/scxml';
import { createActor } from 'xstate';
import { createMachineFromSCXML } from 'xstate/scxml';

/** Reads and starts a page; gives what `bench/contestants.ts` calls a machine. */
export async function loadScion(text) {
  const model = await new Promise((resolve, reject) => {
    scxml.documentStringToModel('page.scxml', text, (error, found) =>
      error ? reject(error) : resolve(found),
    );
  });
  const ready = await new Promise((resolve, reject) => {
    model.prepare((error, found) => (error ? reject(error) : resolve(found)), { console });
  });
  const chart = new scxml.core.Statechart(ready);
  chart.start();
  return {
    send: (name) => chart.gen({ name }),
    active: () => chart.getConfiguration(),
    dispose: () => undefined,
  };
}

/** As `loadScion`. */
export function loadXstate(text) {
  const actor = createActor(createMachineFromSCXML(text));
  actor.start();
  return Promise.resolve({
    send: (name) => actor.send({ type: name }),
    active: () => activeIn(actor.getSnapshot().value),
    dispose: () => actor.stop(),
  });
}

const activeIn = (value) =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value).flatMap(([name, inner]) => {
        const below = activeIn(inner);
        return below.length > 0 ? below : [name];
      });
