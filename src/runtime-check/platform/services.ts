// Builds what the modules of one run share, on a world and the interpreter's context.
import type { Span } from '../../diagnostics/index.js';
import type { ActionContext } from '../interpreter/types.js';
import { eventFields } from '../validate/catalogue/index.js';
import { createTreatments } from '../world/treatments.js';
import type { World } from '../world/world.js';
import { firstInteraction, interactionsObject } from './interaction-object.js';
import type { Services } from './module.js';
import type { Recorder } from './recorder.js';
import { createRunState } from './run-state.js';

/** Documented for the replies of all actions. */
const usualFields: ReadonlySet<string> = new Set(['requestid', 'error', 'description']);

/** `place` is where the element stands that is being executed, for expressions that the platform evaluates by itself. */
export function createServices(
  world: World,
  context: ActionContext,
  recorder: Recorder,
  place: () => Span,
): Services {
  let requests = 0;
  /** Of all sessions: each of them sees the interactions. */
  const contexts: ActionContext[] = [context];
  const refresh = (): void => {
    const interactions = interactionsObject(world.interactions.all);
    for (const each of contexts) {
      each.write('_genesys.ixn.interactions', interactions, place());
      each.write('_genesys.ixn.firstixnid', firstInteraction(world.interactions.all)?.id ?? '', place());
    }
  };
  const writer =
    (of: ActionContext): Services['writeGenesys'] =>
    (path, value) => {
      of.write(`_genesys.${path}`, value, place());
    };
  const poster =
    (of: ActionContext): Services['post'] =>
    (name, data) => {
      const known = eventFields.get(name) ?? [];
      for (const field of Object.keys(data)) {
        if (usualFields.has(field) || known.includes(field)) continue;
        recorder.assume('event-field', `"${field}" of ${name}`);
      }
      of.post({ name, type: 'external', data });
    };
  const post = poster(context);
  const receiveData: Services['receiveData'] = (id, pairs) => {
    const found = world.interactions.current(id);
    const now = found?.id ?? id;
    world.interactions.setData(now, pairs);
    refresh();
    const to = found === undefined ? post : ownerOf(found).post;
    to('interaction.udata.changed', { interactionid: now });
  };
  const bySession = new Map<string, Services>();
  const session = (id: string): Services | undefined =>
    id === context.sessionId ? services : bySession.get(id);
  const ownerOf: Services['ownerOf'] = ({ owner }) => session(owner) ?? services;
  const services: Services = {
    world,
    treatments: createTreatments(world.host),
    context,
    recorder,
    state: createRunState(),
    post,
    writeGenesys: writer(context),
    refresh,
    newRequestId: () => `request-${String(++requests)}`,
    changeData: (id, pairs) => {
      recorder.assume('udata-visible');
      context.schedule(0, () => {
        receiveData(id, pairs);
      });
    },
    receiveData,
    session,
    ownerOf,
    forSession: (other) => {
      const known = session(other.sessionId);
      if (known !== undefined) return known;
      contexts.push(other);
      const joined: Services = {
        ...services,
        context: other,
        writeGenesys: writer(other),
        post: poster(other),
      };
      bySession.set(other.sessionId, joined);
      return joined;
    },
    defaultDestination: () => {
      const result = context.evaluate(
        "(typeof _data === 'object' && _data && typeof _data.ird_default_destination === 'string') ? _data.ird_default_destination : ''",
        place(),
      );
      return result.ok && typeof result.value === 'string' && result.value !== '' ? result.value : undefined;
    },
  };
  return services;
}
