// What the caller hears: one treatment at a time for each interaction, and the busy list of a waiting request while nothing else plays.
import type { WorldHost } from './host.js';

/** A treatment of a busy list. `begin` is called each time it starts and says how many seconds it lasts. */
export interface BusyTreatment {
  begin(round: number): number;
}

export interface Treatments {
  /** Starts a treatment that the flow waits for; false when another one is playing. */
  play(interaction: string, seconds: number, ended: (how: 'finished' | 'cut') => void): boolean;
  isPlaying(interaction: string): boolean;
  /** Cuts the treatment that is playing. False when there is none. */
  stop(interaction: string): boolean;
  /** Plays the list while the request waits; a later list of the same interaction takes over until it ends. */
  busy(interaction: string, request: string, list: readonly BusyTreatment[]): void;
  endBusy(request: string): void;
  /** The interaction goes on under another id: what plays goes on as well. */
  move(from: string, to: string): void;
  /** Cuts the treatment and ends all busy lists; `silent`: nobody is told, the interaction is gone. */
  stopAll(interaction: string, silent?: 'silent'): void;
}

interface Busy {
  interaction: string;
  readonly request: string;
  readonly list: readonly BusyTreatment[];
  next: number;
  round: number;
  /** Seconds that the present round has lasted. */
  spent: number;
  timer: number | undefined;
}

interface Playing {
  interaction: string;
  readonly timer: number;
  readonly ended: (how: 'finished' | 'cut') => void;
}

/** A round that lasts less than this would start again without end. */
const shortestRound = 1;

export function createTreatments(host: WorldHost): Treatments {
  const playing = new Map<string, Playing>();
  const busyLists: Busy[] = [];

  const current = (interaction: string): Busy | undefined =>
    busyLists.findLast((busy) => busy.interaction === interaction);
  const cut = (busy: Busy | undefined): void => {
    if (busy?.timer === undefined) return;
    host.withdraw(busy.timer);
    busy.timer = undefined;
  };
  const proceed = (busy: Busy | undefined): void => {
    if (busy === undefined || busy.timer !== undefined || playing.has(busy.interaction)) return;
    if (busy.next >= busy.list.length) {
      if (busy.spent < shortestRound) {
        host.assume('empty-busy-list');
        return;
      }
      busy.next = 0;
      busy.spent = 0;
      busy.round++;
      if (busy.round === 2) host.assume('busy-treatments-repeat');
    }
    const treatment = busy.list[busy.next++];
    if (treatment === undefined) return;
    const seconds = Math.max(0, treatment.begin(busy.round));
    busy.spent += seconds;
    const next = (): void => {
      busy.timer = undefined;
      if (busyLists.includes(busy) && current(busy.interaction) === busy) proceed(busy);
    };
    busy.timer = host.schedule(seconds * 1000, next, 'the busy treatment ends');
  };
  const drop = (request: string): void => {
    for (const busy of busyLists.filter((each) => each.request === request)) {
      cut(busy);
      busyLists.splice(busyLists.indexOf(busy), 1);
    }
  };
  const stop = (interaction: string, silent?: 'silent'): boolean => {
    const treatment = playing.get(interaction);
    if (treatment === undefined) return false;
    host.withdraw(treatment.timer);
    playing.delete(interaction);
    if (silent === undefined) treatment.ended('cut');
    return true;
  };

  return {
    play: (interaction, seconds, ended) => {
      if (playing.has(interaction)) return false;
      cut(current(interaction));
      const finish = (): void => {
        playing.delete(entry.interaction);
        ended('finished');
        proceed(current(entry.interaction));
      };
      const timer = host.schedule(Math.max(0, seconds) * 1000, finish, 'the treatment ends');
      const entry: Playing = { interaction, timer, ended };
      playing.set(interaction, entry);
      return true;
    },
    isPlaying: (interaction) => playing.has(interaction),
    stop: (interaction) => {
      const stopped = stop(interaction);
      if (stopped) proceed(current(interaction));
      return stopped;
    },
    busy: (interaction, request, list) => {
      drop(request);
      if (list.length === 0) return;
      const other = current(interaction);
      if (other !== undefined) host.assume('busy-treatments-latest');
      cut(other);
      const busy = { interaction, request, list, next: 0, round: 1, spent: 0, timer: undefined };
      busyLists.push(busy);
      proceed(busy);
    },
    endBusy: (request) => {
      const ended = busyLists.find((busy) => busy.request === request);
      drop(request);
      // Another request of the interaction may still wait with a list of its own.
      if (ended !== undefined) proceed(current(ended.interaction));
    },
    move: (from, to) => {
      const treatment = playing.get(from);
      if (treatment !== undefined) {
        playing.delete(from);
        treatment.interaction = to;
        playing.set(to, treatment);
      }
      for (const busy of busyLists) if (busy.interaction === from) busy.interaction = to;
    },
    stopAll: (interaction, silent) => {
      for (const { request } of busyLists.filter((busy) => busy.interaction === interaction)) drop(request);
      stop(interaction, silent);
    },
  };
}
