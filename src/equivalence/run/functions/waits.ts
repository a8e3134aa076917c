// Functions that hold the strategy for a time, or until something happens.
import { argumentsOf } from '../../evaluate/arguments.js';
import type { IrdValue } from '../../evaluate/values.js';
import { wait, type Begin } from '../flow.js';
import type { RunFunction, SourceSession } from '../session.js';
import { act, refuse, reply } from '../servers/action.js';
import type { FunctionFamily } from './define.js';

/** Seconds as a timer takes them: below 0 it does not wait at all. */
function timer(seconds: number, session: SourceSession): number {
  if (seconds < 0) session.assume('wait.negative');
  return Math.max(0, seconds);
}

const delay: RunFunction = function* (args, { session }, call) {
  yield* session.pause(timer(argumentsOf(call.args, args).integer(0), session), 'the end of the delay');
  return 0;
};

/** Gives the name of the event, or `return:timeout` (assumption `suspend.answer`). The type of the event tells nothing more. */
const suspendForEvent: RunFunction = function* (args, { session }, call) {
  session.assume('suspend.answer');
  const given = argumentsOf(call.args, args);
  const seconds = timer(given.integer(0), session);
  return yield* wait<IrdValue>('the event', firstOf(session, seconds, session.events.next(given.text(2))));
};

/** What comes first: the event, or the end of the time. */
const firstOf =
  ({ world }: SourceSession, seconds: number, event: Begin<string>): Begin<string> =>
  (resume) => {
    const giveUp: (() => void)[] = [];
    const done = (result: string): void => {
      for (const each of giveUp) each();
      resume(result);
    };
    giveUp.push(event(done));
    const handle = world.host.schedule(
      seconds * 1000,
      () => {
        done('return:timeout');
      },
      'the end of the wait for an event',
    );
    giveUp.push(() => void world.host.withdraw(handle));
    return () => {
      for (const each of giveUp) each();
    };
  };

const answerCall: RunFunction = function* (_args, { session }) {
  const { id, state } = session.interaction();
  yield* act(session, 'ixn:accept', { interactionid: id });
  if (state !== 'present')
    yield* refuse(session, 'ixn:accept', 'invalidstate.null', 'The interaction is not with the session.');
  const ringing = session.interaction().parties.find((party) => party.state === 'ringing');
  if (ringing !== undefined) session.world.interactions.party(id, { ...ringing, state: 'established' });
  yield* reply(session);
  return 'return:ok';
};

export const waits: FunctionFamily = {
  AnswerCall: answerCall,
  Delay: delay,
  SuspendForEvent: suspendForEvent,
};
