// What a scenario lets happen to interactions from outside: at a moment, after an event that the page takes, or in a state that it enters.
import type { ScenarioHappening } from '../scenario/interaction-types.js';
import type { Scenario } from '../scenario/types.js';
import type { CallControl } from './call-control.js';
import type { WorldHost } from './host.js';
import { described, describedFurther, listedInteractions } from './interaction.js';
import type { Interactions } from './interactions.js';
import type { Tell } from './news.js';

export interface Happenings {
  /** Starts the clock: interactions that come later, hang-ups, everything that has a moment. */
  begin(): void;
  /** The page is about to take an event of this name. */
  noticed(event: string): void;
  /** The page has entered a state of this id. */
  entered(state: string): void;
}

export interface HappeningsSetup {
  readonly scenario: Scenario;
  readonly host: WorldHost;
  readonly interactions: Interactions;
  readonly control: CallControl;
  readonly tell: Tell;
}

export function createHappenings({
  scenario,
  host,
  interactions,
  control,
  tell,
}: HappeningsSetup): Happenings {
  const waiting = (scenario.happenings ?? [])
    .filter(isAwaited)
    .map((happening) => ({ happening, left: happening.nth ?? 1 }));
  const later = (seconds: number, call: () => void): void => {
    host.schedule(seconds * 1000, call, 'something happens from outside');
  };
  const happen = (happening: ScenarioHappening): void => {
    const id = happening.interaction ?? interactions.main?.id;
    if (id !== undefined) carryOut(happening, id, { interactions, control, tell });
  };
  const laterHappen = (happening: ScenarioHappening): void => {
    later(happening.at ?? 0, () => {
      happen(happening);
    });
  };
  /** Counts what has come for those that wait for it; gives those whose turn it is. */
  const due = (isMeant: (happening: ScenarioHappening) => boolean): readonly ScenarioHappening[] =>
    waiting.flatMap((entry) => {
      if (entry.left === 0 || !isMeant(entry.happening)) return [];
      entry.left--;
      return entry.left === 0 ? [entry.happening] : [];
    });
  return {
    begin: () => {
      for (const { given, id, number, isFirst } of listedInteractions(scenario)) {
        // The first is there when the session starts.
        const at = isFirst ? 0 : (given.at ?? 0);
        const come = (): void => {
          // Those that are there from the beginning are known to the world already.
          if (at > 0) interactions.add(describedFurther(given, id, number));
          if (given.attached !== true) return;
          interactions.attach(id, true);
          tell({ what: 'added', interaction: id });
          if (isPresented(given)) tell({ what: 'presented', interaction: id });
          control.watchRouting(id);
        };
        if (isFirst) control.watchRouting(id);
        else if (at > 0) later(at, come);
        else come();
        const { present, hangup } = given;
        if (!isPresented(given) && present !== undefined) {
          later(at + present, () => {
            control.present(id);
          });
        }
        if (hangup !== undefined) {
          later(hangup, () => {
            control.hangUp(id);
          });
        }
      }
      for (const happening of scenario.happenings ?? []) {
        if (isAwaited(happening)) continue;
        laterHappen(happening);
      }
    },
    noticed: (event) => {
      for (const happening of due(({ after }) => after === event)) {
        if (happening.at === undefined || happening.at === 0) happen(happening);
        else laterHappen(happening);
      }
    },
    entered: (state) => {
      // Not before what the page does on entry.
      due((happening) => happening.in === state).forEach(laterHappen);
    },
  };
}

const isAwaited = (happening: ScenarioHappening): boolean =>
  happening.after !== undefined || happening.in !== undefined;

const isPresented = (given: Parameters<typeof described>[0]): boolean => {
  const { category, presented } = described(given, '', 0);
  return category !== 'voice' && presented;
};

function carryOut(
  happening: ScenarioHappening,
  id: string,
  { interactions, control, tell }: Pick<HappeningsSetup, 'interactions' | 'control' | 'tell'>,
): void {
  const { taken, party, conference, consult, transfer, merge, udata, message } = happening;
  if (happening.hangup === true) control.hangUp(id);
  if (happening.present === true) control.present(id);
  if (happening.routeRequest === true) control.routeRequest(id);
  if (happening.held === true) control.hold(id, true);
  if (happening.retrieved === true) control.hold(id, false);
  if (taken === true) control.take(id, { by: 'switch' });
  else if (taken !== undefined) {
    const event = taken.by === 'deleted' || taken.by === 'notcontrolled' ? taken.by : undefined;
    control.take(id, { by: 'switch', to: taken.to, event, resultof: taken.resultof });
  }
  const joining = party ?? conference;
  if (joining !== undefined) {
    const { device, devicetype = 'unknown', state = 'established' } = joining;
    control.party(id, { device, devicetype, state });
  }
  if (consult !== undefined) control.consult(id, consult.to, consult.id);
  if (transfer !== undefined) {
    const devicetype = transfer.devicetype ?? 'agent';
    if (transfer.how === 'mute') {
      const call = control.consult(id, transfer.to, undefined);
      if (call !== undefined) control.merge(call, undefined, undefined);
    }
    control.transfer(id, transfer.to, devicetype);
  }
  if (merge !== undefined) {
    const consulting = interactions.all.find(({ parent, state }) => parent === id && state !== 'merged');
    const has = (interactions.find(id)?.parent ?? '') !== '';
    const how = merge === true ? {} : merge;
    control.merge(has ? id : (consulting?.id ?? id), how.into, how.resultof);
  }
  if (udata !== undefined) {
    const pairs = Object.entries(udata);
    interactions.setData(id, Object.fromEntries(pairs.filter(([, value]) => value !== null)));
    const gone = pairs.filter(([, value]) => value === null);
    if (gone.length > 0) interactions.deleteData(id, Object.fromEntries(gone));
    if (interactions.find(id)?.attached === true) tell({ what: 'data', interaction: id });
  }
  if (message !== undefined) {
    const found = interactions.find(id);
    if (found === undefined) return;
    const transcript = [...found.message.transcript, message];
    interactions.change(id, { message: { ...found.message, transcript } });
    if (found.attached) tell({ what: 'line', interaction: id, line: message });
  }
}
