// Functions that make a call beside the interaction, take one over or let one go (assumption `make-call.arguments`).
import { described } from '../../../runtime-check/world/interaction.js';
import { toText, type IrdValue } from '../../evaluate/values.js';
import type { Flow } from '../flow.js';
import { act, refuse, reply } from '../servers/action.js';
import type { BlockContext, RunFunction, SourceSession } from '../session.js';
import type { FunctionFamily } from './define.js';

/** Makes a call and gives its id: to the only argument from where the interaction stands, else from the first to the second. */
function* makeCall(args: readonly IrdValue[], { session }: BlockContext): Flow<string> {
  session.assume('make-call.arguments');
  const { world } = session;
  const [first = '', second] = args.map(toText);
  const from = second === undefined ? session.interaction().device : first;
  const to = second ?? first;
  yield* act(session, 'ixn:createcall', { from, to });
  const { destinations } = world.given;
  if (from.trim() === '') yield* refuseCall(session, 'invalidsource');
  if (to.trim() === '' || (destinations !== undefined && !destinations.includes(to)))
    yield* refuseCall(session, 'invaliddestination');
  const answer = world.answers.delivery([to]);
  if (answer?.error !== undefined) {
    yield* session.pause(answer.lasts ?? 0, 'the new call');
    yield* refuseCall(session, answer.error);
  }
  const id = newCall(session, from, to, answer?.lasts ?? 0);
  yield* reply(session);
  return id;
}

const refuseCall = (session: SourceSession, error: string): Flow<never> =>
  refuse(session, 'ixn:createcall', error, `The call could not be made: ${error}.`);

/** The new call is there at once; it may ring for some seconds. */
function newCall({ world }: SourceSession, from: string, to: string, rings: number): string {
  const { id, number } = world.interactions.next();
  const made = described({ ani: from, dnis: to, thisDN: from, calltype: 'outbound' }, id, number);
  const called = { device: to, devicetype: 'unknown', state: rings > 0 ? 'ringing' : 'established' };
  world.interactions.add({
    ...made,
    born: world.at(),
    parties: [{ device: from, devicetype: 'unknown', state: 'established' }, called],
  });
  if (rings > 0)
    world.host.schedule(rings * 1000, () => {
      if (world.interactions.find(id)?.state === 'present')
        world.control.party(id, { ...called, state: 'established' });
    });
  return id;
}

/** The interaction that the argument names, else that of the strategy; no interaction has the id "0". */
const named = (args: readonly IrdValue[], session: SourceSession): string => {
  const given = toText(args[0] ?? '');
  return given === '' || given === '0' ? session.interaction().id : given;
};

const attach: RunFunction = function* (args, { session }) {
  const { interactions } = session.world;
  const interactionid = named(args, session);
  yield* act(session, 'ixn:attach', { interactionid });
  const found = interactions.current(interactionid);
  if (found === undefined || !['present', 'talking'].includes(found.state))
    return yield* refuse(session, 'ixn:attach', 'unknown', 'There is no such interaction.');
  interactions.attach(found.id, true);
  interactions.change(found.id, { owner: '' });
  yield* reply(session);
  return '';
};

const detach: RunFunction = function* (args, { session }) {
  const { interactions } = session.world;
  const interactionid = named(args, session);
  yield* act(session, 'ixn:detach', { interactionid });
  const found = interactions.current(interactionid);
  if (found?.known !== true || found.moving || session.treatments.isPlaying(found.id))
    return yield* refuse(session, 'ixn:detach', 'invalidstate', 'The interaction cannot be detached now.');
  interactions.attach(found.id, false);
  yield* reply(session);
  return '';
};

export const otherCalls: FunctionFamily = {
  AttachIxn: attach,
  CreateVoiceCall: makeCall,
  DetachIxn: detach,
  TMakeCall: makeCall,
};
