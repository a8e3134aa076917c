// The interactions of a run: which there are, which of them the session has, their user data, and how they end, move and are merged.
import type { Scenario } from '../scenario/types.js';
import {
  described,
  describedFurther,
  interactionId,
  listedInteractions,
  movedTo,
  ownCopy,
  type Delivery,
  type Interaction,
  type InteractionState,
  type ListedInteraction,
  type Party,
} from './interaction.js';

export interface Interactions {
  /** In the order in which they came; those that are still to come are not among them. */
  readonly all: readonly Interaction[];
  /** The interaction that the session began with; after a merge the one that remains. */
  readonly main: Interaction | undefined;
  find(id: string): Interaction | undefined;
  /** The interaction that goes by this id now: after a merge the one that remains. */
  current(id: string): Interaction | undefined;
  /** The id, and those of interactions that were merged into it. */
  names(id: string): readonly string[];
  add(interaction: Interaction): void;
  /** An id that is not taken, and its number. */
  next(): { readonly id: string; readonly number: number };
  change(id: string, to: Partial<Omit<Interaction, 'id'>>): void;
  setData(id: string, pairs: Readonly<Record<string, unknown>>): void;
  deleteData(id: string, keys: Readonly<Record<string, unknown>> | undefined): void;
  attach(id: string, attached: boolean): void;
  deliver(id: string, delivery: Delivery, device: string, devicetype: string): void;
  end(id: string, state: InteractionState): void;
  /** A party comes, changes, or leaves (`state` left). */
  party(id: string, party: Party): void;
}

type Described = Pick<Scenario, 'interaction' | 'interactions'>;

/** The interactions of a scenario that are there from the beginning; none for `media: none`. */
export function createInteractions(scenario: Described): Interactions {
  const listed = listedInteractions(scenario);
  const ids = listed.map(({ id }) => id);
  let all = initial(listed);
  let numbers = listed.length;
  const find = (id: string): Interaction | undefined => all.find((each) => each.id === id);
  const current = (id: string): Interaction | undefined => {
    const seen = new Set<string>();
    let found = find(id);
    while (found?.mergedInto !== undefined && !seen.has(found.id)) {
      seen.add(found.id);
      found = find(found.mergedInto) ?? found;
    }
    return found;
  };
  const change = (id: string, changes: (interaction: Interaction) => Partial<Interaction>): void => {
    all = all.map((each) => (each.id === id ? { ...each, ...changes(each) } : each));
  };
  const main = listed.find(({ isFirst }) => isFirst)?.id;
  return {
    get all() {
      return all;
    },
    get main() {
      return main === undefined ? undefined : current(main);
    },
    find,
    current,
    names: (id) => all.filter((each) => current(each.id)?.id === id).map((each) => each.id),
    add: (interaction) => {
      all = [...all, interaction];
    },
    next: () => {
      do numbers++;
      while (ids.includes(interactionId(numbers)) || find(interactionId(numbers)) !== undefined);
      return { id: interactionId(numbers), number: numbers };
    },
    change: (id, to) => {
      change(id, () => to);
    },
    setData: (id, pairs) => {
      change(id, ({ udata }) => ({ udata: ownCopy({ ...udata, ...pairs }) }));
    },
    deleteData: (id, keys) => {
      change(id, ({ udata }) => ({ udata: keys === undefined ? {} : without(udata, keys) }));
    },
    attach: (id, attached) => {
      change(id, ({ known }) => ({ attached, known: known || attached }));
    },
    deliver: (id, delivery, device, devicetype) => {
      change(id, (each) => ({
        state: 'delivered',
        delivery,
        device,
        moving: false,
        parties: movedTo(each, { device, devicetype, state: 'established' }),
      }));
    },
    end: (id, state) => {
      change(id, () => ({ state, attached: false, moving: false, parties: [] }));
    },
    party: (id, party) => {
      change(id, ({ parties }) => {
        const known = parties.some(({ device }) => device === party.device);
        if (party.state === 'left')
          return { parties: parties.filter(({ device }) => device !== party.device) };
        return {
          parties: known
            ? parties.map((each) => (each.device === party.device ? party : each))
            : [...parties, party],
        };
      });
    },
  };
}

// Those that come later are added when they come.
const initial = (listed: readonly ListedInteraction[]): readonly Interaction[] =>
  listed.flatMap(({ given, id, number, isFirst }) => {
    if (isFirst) return [described(given, id, number)];
    return (given.at ?? 0) > 0 ? [] : [describedFurther(given, id, number)];
  });

// `{ details: { age: 0 } }` deletes the key `age` inside `details`; any other value deletes the whole key.
function without(
  data: Readonly<Record<string, unknown>>,
  keys: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      if (!Object.hasOwn(keys, key)) return [[key, value] as const];
      const inside = keys[key];
      return isRecord(inside) && isRecord(value) ? [[key, without(value, inside)] as const] : [];
    }),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
