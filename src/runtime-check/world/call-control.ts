// What others do to interactions: callers hang up, agents do not answer, transfer and consult, the switch or the server takes an interaction away.
// Each operation changes the world, and tells what the session gets to know of it.
import type { ScenarioTimeouts } from '../scenario/interaction-types.js';
import type { WorldHost } from './host.js';
import { described, movedTo, type Delivery, type Interaction, type Party } from './interaction.js';
import type { Interactions } from './interactions.js';
import type { News } from './news.js';

export interface CallControl {
  hangUp(id: string): void;
  /** Takes a waiting interaction away from the session. */
  take(id: string, how: TakeAway): void;
  present(id: string): void;
  routeRequest(id: string): void;
  party(id: string, party: Party): void;
  /** An agent calls `to` about the interaction; gives the id of the consult call. */
  consult(id: string, to: string, name: string | undefined): string | undefined;
  /** Completes a consult call: what remains is `into`, its parent when left out. */
  merge(from: string, into: string | undefined, resultof: string | undefined): void;
  /** Moves an interaction in one step. */
  transfer(id: string, to: string, devicetype: string): void;
  hold(id: string, held: boolean): void;
  /** Watches over a delivery that may come back: nobody answers, or the agent does not finish. */
  watchDelivery(id: string, delivery: Delivery, from: string, unanswered: number | undefined): void;
  /** Watches over an interaction that is no call, until it is delivered. */
  watchRouting(id: string): void;
}

export interface TakeAway {
  readonly by: 'switch' | 'server';
  readonly to?: string | undefined;
  readonly event?: 'deleted' | 'notcontrolled' | undefined;
  readonly resultof?: string | undefined;
}

export interface CallControlSetup {
  readonly host: WorldHost;
  readonly interactions: Interactions;
  readonly timeouts: ScenarioTimeouts;
  readonly tell: (news: News) => void;
  /** Its requests leave their queues. */
  readonly leaveQueues: (id: string, exit: 'cleared' | 'abandoned') => void;
  /** Whoever had the interaction has it no longer: it has ended, or nobody answered. */
  readonly freed: (id: string, how: 'ended' | 'unanswered') => void;
  /** What `from` has selected is `to`'s from now on. */
  readonly renamed: (from: string, to: string) => void;
  /** Milliseconds since the start of the run. */
  readonly at: () => number;
}

const isOver = ({ state }: Interaction): boolean =>
  ['terminated', 'abandoned', 'released', 'taken', 'merged'].includes(state);

/** How calls and messages are acted upon from outside. */
export function createCallControl(setup: CallControlSetup): CallControl {
  const { host, interactions, timeouts, tell, leaveQueues, freed } = setup;
  const alive = (id: string): Interaction | undefined => {
    const found = interactions.current(id);
    return found === undefined || isOver(found) ? undefined : found;
  };

  const take: CallControl['take'] = (id, how) => {
    const found = alive(id);
    if (found === undefined || found.state === 'delivered') return;
    if (how.to !== undefined) tell({ what: 'party', interaction: found.id, device: how.to });
    leaveQueues(found.id, 'cleared');
    interactions.end(found.id, 'taken');
    freed(found.id, 'ended');
    if (!found.attached) return;
    if (how.event === undefined) host.assume('taken-away');
    const { event = 'notcontrolled', resultof = '', by } = how;
    tell({ what: 'gone', interaction: found.id, by, abandoned: false, event, resultof });
  };

  const comeBack = (id: string, delivery: Delivery, device: string, how: 'ended' | 'unanswered'): void => {
    const found = alive(id);
    if (found?.state !== 'delivered' || found.delivery !== delivery) return;
    host.assume('comes-back');
    freed(found.id, how);
    const party = { device, devicetype: 'routepoint', state: 'queued' };
    interactions.change(found.id, {
      state: 'present',
      delivery: undefined,
      device,
      parties: movedTo(found, party),
    });
    if (!found.attached) return;
    if (found.category !== 'voice') {
      tell({ what: 'presented', interaction: found.id });
      return;
    }
    tell({ what: 'party', interaction: found.id, device });
    tell({ what: 'routeRequest', interaction: found.id, device });
  };

  const merge: CallControl['merge'] = (fromId, intoId, resultof) => {
    const from = alive(fromId);
    const into = from === undefined ? undefined : alive(intoId ?? from.parent);
    if (from === undefined || into === undefined || from.id === into.id) return;
    host.assume('after-merge');
    const there = from.parties.find(({ device }) => device === from.device);
    const customer = into.parties.filter(({ device }) => device === into.ani);
    interactions.change(into.id, {
      // The call goes on where the consult call stood; an agent who answered it has the caller now.
      state: from.state === 'present' || from.state === 'delivered' ? from.state : into.state,
      delivery: from.delivery ?? into.delivery,
      device: from.device,
      parties: [...customer, ...(there === undefined ? [] : [there])],
      attached: into.attached || from.attached,
      owner: from.attached ? from.owner : into.owner,
      known: into.known || from.known,
      held: false,
    });
    interactions.end(from.id, 'merged');
    interactions.change(from.id, { mergedInto: into.id });
    setup.renamed(from.id, into.id);
    if (!from.attached && !into.attached) return;
    tell({
      what: 'merged',
      from: from.id,
      into: into.id,
      resultof: from.attached ? (resultof ?? 'merge') : undefined,
    });
  };

  return {
    take,
    merge,
    hangUp: (id) => {
      const found = alive(id);
      if (found === undefined) return;
      const abandoned = found.state === 'present';
      if (found.state !== 'delivered') leaveQueues(found.id, 'abandoned');
      interactions.end(found.id, found.state === 'delivered' ? 'released' : 'abandoned');
      freed(found.id, 'ended');
      // Who is consulted about a caller who has gone stays in the call: only the caller's own call ends.
      if (!abandoned && !found.attached) return;
      const { id: interaction } = found;
      tell({ what: 'gone', interaction, by: 'caller', abandoned, event: 'deleted', resultof: 'deletion' });
    },
    present: (id) => {
      const found = alive(id);
      if (found === undefined || found.state === 'delivered' || !found.attached) return;
      interactions.change(found.id, { presented: true });
      tell({ what: 'presented', interaction: found.id });
    },
    routeRequest: (id) => {
      const found = alive(id);
      if (found?.attached !== true) return;
      tell({ what: 'routeRequest', interaction: found.id, device: found.device });
    },
    party: (id, party) => {
      const found = alive(id);
      if (found === undefined) return;
      interactions.party(found.id, party);
      if (found.attached) tell({ what: 'party', interaction: found.id, device: party.device });
    },
    consult: (id, to, name) => {
      const found = alive(id);
      if (found === undefined) return undefined;
      const { id: next, number } = interactions.next();
      const call = described(
        { media: found.media, ani: found.device, dnis: to, parent: found.id },
        name ?? next,
        number,
      );
      interactions.add({ ...call, born: setup.at(), state: 'talking', attached: false, known: false });
      return call.id;
    },
    transfer: (id, to, devicetype) => {
      const found = alive(id);
      if (found === undefined) return;
      const party = { device: to, devicetype, state: devicetype === 'agent' ? 'established' : 'queued' };
      const returns = devicetype === 'routepoint' && found.state === 'delivered';
      interactions.change(found.id, {
        device: to,
        parties: movedTo(found, party),
        held: false,
        ...(returns ? { state: 'present', delivery: undefined } : {}),
      });
      if (!found.attached) return;
      tell({ what: 'party', interaction: found.id, device: to });
      if (devicetype === 'routepoint') tell({ what: 'routeRequest', interaction: found.id, device: to });
    },
    hold: (id, held) => {
      const found = alive(id);
      if (found === undefined || found.held === held) return;
      interactions.change(found.id, { held });
      if (found.attached) tell({ what: 'party', interaction: found.id, device: found.device });
    },
    watchDelivery: (id, delivery, from, unanswered) => {
      const voice = interactions.find(id)?.category === 'voice';
      const limit = unanswered ?? (voice ? undefined : timeouts.handling);
      if (limit === undefined) return;
      host.schedule(limit * 1000, () => {
        comeBack(id, delivery, from, unanswered === undefined ? 'ended' : 'unanswered');
      });
    },
    watchRouting: (id) => {
      if (timeouts.routing === undefined || interactions.find(id)?.category === 'voice') return;
      host.schedule(timeouts.routing * 1000, () => {
        if (interactions.find(id)?.state === 'present') take(id, { by: 'server' });
      });
    },
  };
}
