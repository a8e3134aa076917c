// SelectDN, SuspendForDN and RouteCall: a Selection in three parts. The first asks for a target and goes on, the second waits until one is found, the third
// routes to it.
import type { Expr } from '../../../ir/nodes.js';
import type { Order } from '../../../runtime-check/world/candidates.js';
import { argumentsOf } from '../../evaluate/arguments.js';
import { sendTo } from '../blocks/routing/placing.js';
import { placeNamed } from '../delivering.js';
import { BlockFailure, CallOver } from '../faults.js';
import { wait } from '../flow.js';
import { placeOf } from '../routing/place.js';
import { beginGrowth, grownPriority, growWhileWaiting, renewGrowth } from '../routing/priority.js';
import { giveUp, submit } from '../routing/requests.js';
import { submitError } from '../routing/selected.js';
import { routingOf, type Outcome, type Selected } from '../routing/state.js';
import { noLimit } from '../routing/no-limit.js';
import { named } from '../routing/wanted.js';
import type { BlockContext, SourceSession } from '../session.js';
import type { FunctionFamily } from './define.js';

const expired = 'return:timeout';

const isConstant = (expr: Expr): boolean =>
  ['string', 'number', 'constant', 'moment'].includes(expr.kind) ||
  (expr.kind === 'unary' && isConstant(expr.operand));

const orderOf = (words: string, statistic: string): Order => {
  if (statistic === '') return 'any';
  return words.toLowerCase().includes('min') ? 'min' : 'max';
};

/** Notes what became of a request that SelectDN made, and wakes who waits for it. */
const note =
  (session: SourceSession) =>
  (outcome: Outcome): void => {
    const routing = routingOf(session);
    if (outcome.how === 'selected') routing.found = [...routing.found, outcome.chosen];
    else if (outcome.how === 'failed') routing.lost = outcome.error;
    else routing.lost = submitError('timeout');
    routing.wake?.();
  };

function take(session: SourceSession): Selected | undefined {
  const routing = routingOf(session);
  const [first, ...rest] = routing.found;
  if (first === undefined) return undefined;
  routing.found = rest;
  routing.taken = first;
  return first;
}

const asks = (session: SourceSession): boolean =>
  [...routingOf(session).live.values()].some(({ route }) => !route);

/** Waits until something is found, all that was asked for has failed, or the seconds are over; without limit when there are none. */
function* suspend(session: SourceSession, seconds: number | undefined) {
  const routing = routingOf(session);
  const stopGrowth = growWhileWaiting(session);
  const outcome = yield* wait<'news' | 'over'>('a target', (resume) => {
    const { host } = session.world;
    const handle =
      seconds === undefined
        ? undefined
        : host.schedule(Math.max(0, seconds) * 1000, () => {
            resume('over');
          });
    routing.wake = () => {
      if (routing.found.length > 0 || !asks(session)) resume('news');
    };
    return () => {
      routing.wake = undefined;
      if (handle !== undefined) host.withdraw(handle);
    };
  });
  routing.wake = undefined;
  stopGrowth();
  return outcome;
}

export const customRouting: FunctionFamily = {
  *SelectDN(values, cx, call) {
    const { session } = cx;
    const args = argumentsOf(call.args, values);
    const routing = routingOf(session);
    const queueFirst = session.assume('select-dn.arguments').startsWith('virtual queue');
    session.assume('select-dn.answer');
    session.assume('select-dn.again');
    if (routing.found.length > 0) return '';
    const queue = args.text(queueFirst ? 0 : 1) || routing.virtualQueue;
    const priority =
      args.count > 4 ? args.integer(4) : (routing.queuePriorities.get(queue) ?? routing.priority);
    const owner = ownerOf(cx, call);
    const earlier = [...routing.live.values()].find((live) => live.owner === owner);
    if (earlier !== undefined) {
      if (call.args.every(isConstant) && earlier.priority === priority) return '';
      giveUp(session, earlier.id);
    }
    const targets = named(args.text(queueFirst ? 1 : 0), session);
    const statistic = args.text(2);
    routing.lost = undefined;
    renewGrowth(session);
    const made = submit(
      session,
      {
        owner,
        targets,
        queue,
        priority,
        grown: grownPriority(session, priority),
        order: orderOf(args.text(3), statistic),
        statistic,
        timeout: noLimit,
        clearOnTimeout: true,
        route: false,
        busy: [],
      },
      note(session),
    );
    if ('id' in made) beginGrowth(session);
    else routing.lost = made;
    return '';
  },
  *SuspendForDN(values, { session }, call) {
    const args = argumentsOf(call.args, values);
    session.assume('suspend-dn.timeout');
    const routing = routingOf(session);
    const ready = take(session);
    if (ready !== undefined) return ready.candidate.resource.dn;
    const lost = routing.lost;
    const seconds = args.count > 0 ? args.integer(0) : undefined;
    if (!asks(session) && (lost !== undefined || seconds === undefined)) throw failure(routing.lost);
    const outcome = yield* suspend(session, seconds);
    const found = take(session);
    if (found !== undefined) return found.candidate.resource.dn;
    if (outcome === 'over') return expired;
    throw failure(routing.lost);
  },
  *RouteCall(values, cx, call) {
    const { session } = cx;
    session.assume('route-call.argument');
    const routing = routingOf(session);
    const text = argumentsOf(call.args, values).text(0);
    const chosen = routing.taken ?? take(session);
    const isChosen = chosen !== undefined && (text === '' || namesOf(chosen).includes(text));
    if (!isChosen && text === '')
      throw new BlockFailure('invaliddestination', 'Nothing was selected.', 'error.interaction.redirect');
    routing.taken = undefined;
    const place = isChosen ? placeOf(chosen) : placeNamed(text);
    if ((yield* sendTo(cx, place, '')) === 'over') throw new CallOver();
    return '';
  },
};

const ownerOf = (cx: BlockContext, call: { readonly id: string }): string =>
  `${cx.frame.placeOf(cx.block.id)} ${call.id}`;

const namesOf = ({ target, component, object, candidate }: Selected): readonly string[] => [
  target,
  component,
  object,
  candidate.resource.id,
  candidate.resource.dn,
];

function failure(error: ReturnType<typeof submitError> | undefined): BlockFailure {
  const { error: word, description, event } = error ?? submitError('invalidrequest');
  return new BlockFailure(word, description, event);
}
