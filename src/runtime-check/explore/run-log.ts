// One run of the exploration, and what it showed of the choices that the page met: states with their times, actions, calls of the platform, conditions.
import type { XmlElement } from '../../xml/index.js';
import type { ScxmlEvent } from '../interpreter/types.js';
import type { RunnablePage } from '../run-prepare.js';
import type { Scenario } from '../scenario/types.js';
import type { Plain } from '../script/engine.js';
import type { RunResult } from '../trace.js';
import { moduleOf } from '../validate/catalogue/index.js';

/** A stay in a state, in virtual seconds. */
export interface Stay {
  readonly from: number;
  /** The end of the run when it was not left before. */
  readonly to: number;
}

/** An action element that was executed. */
export interface ActedAction {
  /** `queue:submit` */
  readonly name: string;
  /** Start of the names of its events. */
  readonly event: string;
  /** Id of the state that it stands in, and the id as the page writes it, which prefixes of includes may precede. */
  readonly state: string;
  readonly written: string;
  /** How many of this name had been executed, this one included. */
  readonly nth: number;
}

/** A call of a platform function, once for the same arguments. */
export interface PlatformCall {
  readonly path: string;
  readonly args: readonly Plain[];
}

export interface RunLog {
  readonly scenario: Scenario;
  readonly result: RunResult;
  readonly stays: ReadonlyMap<string, readonly Stay[]>;
  readonly actions: readonly ActedAction[];
  readonly calls: readonly PlatformCall[];
  /** Events that were taken, with the innermost state of the time. */
  readonly events: ReadonlySet<string>;
  /** Indexes of transitions whose condition was tested and false. */
  readonly refused: ReadonlySet<number>;
  /** Draws that scripts and percentage order took. */
  readonly draws: number;
}

/** Called when an event is taken, before transitions are selected. */
export type OnEvent = (event: ScxmlEvent, inspect: Inspect) => void;

/** The value of an expression, as the state at an index sees it. */
type Inspect = (source: string, state?: number) => Plain;

/** Events and calls beyond these are not written down. */
const mostEntries = 2_000;

/** Runs the page once and writes down what it meets. */
export function runWithLog(page: RunnablePage, scenario: Scenario, onEvent?: OnEvent): RunLog {
  const ids = new Map(page.document.states.map((state) => [state.element, state.id]));
  const idOf = (element: XmlElement): string => ids.get(element) ?? '';
  const open = new Map<string, number>();
  const stays = new Map<string, Stay[]>();
  const actions: ActedAction[] = [];
  const counts = new Map<string, number>();
  const calls = new Map<string, PlatformCall>();
  const events = new Set<string>();
  const refused = new Set<number>();
  let draws = 0;
  let inspect: Inspect = () => undefined;
  let seconds = (): number => 0;
  const leave = (state: string): void => {
    const from = open.get(state);
    if (from === undefined) return;
    open.delete(state);
    const list = stays.get(state) ?? [];
    stays.set(state, list);
    if (list.length < mostEntries) list.push({ from, to: seconds() });
  };
  const run = page.start(scenario, {
    begun: (session) => {
      ({ inspect, seconds } = session);
    },
    acted: (element) => {
      const action = actedAction(element, counts, idOf);
      if (action !== undefined && actions.length < mostEntries) actions.push(action);
    },
    called: (path, args) => {
      if (path === 'Math.random') draws++;
      const key = JSON.stringify([path, args]);
      if (!calls.has(key) && calls.size < mostEntries) calls.set(key, { path, args });
    },
    observer: {
      enter: (state) => {
        open.set(state, seconds());
      },
      exit: leave,
      event: (event) => {
        if (events.size < mostEntries) events.add(event.name);
        onEvent?.(event, inspect);
      },
      considered: (transition, enabled) => {
        if (!enabled) refused.add(transition.index);
      },
    },
  });
  try {
    const { value } = run.result(run.run());
    for (const state of [...open.keys()]) leave(state);
    return { scenario, result: value, stays, actions, calls: [...calls.values()], events, refused, draws };
  } finally {
    run.dispose();
  }
}

function actedAction(
  element: XmlElement,
  counts: Map<string, number>,
  idOf: (element: XmlElement) => string,
): ActedAction | undefined {
  const module = moduleOf(element.uri);
  const row = module?.elements[element.local];
  if (module === undefined || row === undefined) return undefined;
  const name = `${module.prefix}:${element.local}`;
  const nth = (counts.get(name) ?? 0) + 1;
  counts.set(name, nth);
  const around = stateAround(element);
  const written = around?.attributes.find((attribute) => attribute.name === 'id')?.value.text.trim() ?? '';
  return { name, event: row.event, state: around === undefined ? '' : idOf(around), written, nth };
}

const stateElements: ReadonlySet<string> = new Set(['state', 'final', 'parallel']);

/** The state that an element stands in. */
function stateAround(element: XmlElement): XmlElement | undefined {
  for (let at = element.parent; at !== undefined; at = at.parent) {
    if (stateElements.has(at.local)) return at;
  }
  return undefined;
}
