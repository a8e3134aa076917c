// The interaction of a scenario: what it is, where it stands, its user data, and how it ends.
import type { ScenarioInteraction } from '../scenario/types.js';

/** Where an interaction was delivered to, and by what. */
export interface Delivery {
  readonly by: 'submit' | 'redirect' | 'default';
  /** The agent's id, or the name of the queue, routing point, label or number. */
  readonly target: string;
  /** Other names of the same place: DN, target as written, component in target format. */
  readonly aliases: readonly string[];
}

export type InteractionState =
  /** With the session, and may be acted upon. */
  | 'present'
  | 'delivered'
  /** Ended by the page. */
  | 'terminated'
  /** Ended by the caller before it was delivered. */
  | 'abandoned';

export interface Interaction {
  readonly id: string;
  readonly media: string;
  readonly category: 'voice' | 'msgbased' | 'chat';
  readonly ani: string;
  readonly dnis: string;
  readonly callid: string;
  readonly connid: string;
  readonly calltype: string;
  /** Milliseconds since the start of the run. */
  readonly born: number;
  readonly udata: Readonly<Record<string, unknown>>;
  /** DN where it stands. */
  readonly device: string;
  readonly state: InteractionState;
  /** The session may act on it. */
  readonly attached: boolean;
  readonly delivery: Delivery | undefined;
}

export interface Interactions {
  readonly all: readonly Interaction[];
  find(id: string): Interaction | undefined;
  setData(id: string, pairs: Readonly<Record<string, unknown>>): void;
  deleteData(id: string, keys: Readonly<Record<string, unknown>> | undefined): void;
  attach(id: string, attached: boolean): void;
  deliver(id: string, delivery: Delivery, device: string): void;
  end(id: string, state: 'terminated' | 'abandoned'): void;
}

/** Media types that are calls. */
export const isVoice = (media: string): boolean => ['voice', 'voip', 'callback'].includes(media);

export const interactionId = 'ixn0001';

/** The interactions of a scenario: one, or none for `media: none`. */
export function createInteractions(given: ScenarioInteraction | undefined): Interactions {
  let all: readonly Interaction[] = given?.media === 'none' ? [] : [first(given ?? {})];
  const change = (id: string, with_: (interaction: Interaction) => Partial<Interaction>): void => {
    all = all.map((each) => (each.id === id ? { ...each, ...with_(each) } : each));
  };
  return {
    get all() {
      return all;
    },
    find: (id) => all.find((each) => each.id === id),
    setData: (id, pairs) => {
      change(id, ({ udata }) => ({ udata: ownCopy({ ...udata, ...pairs }) }));
    },
    deleteData: (id, keys) => {
      change(id, ({ udata }) => ({ udata: keys === undefined ? {} : without(udata, keys) }));
    },
    attach: (id, attached) => {
      change(id, () => ({ attached }));
    },
    deliver: (id, delivery, device) => {
      change(id, () => ({ state: 'delivered', delivery, device }));
    },
    end: (id, state) => {
      change(id, () => ({ state, attached: false }));
    },
  };
}

function first(given: ScenarioInteraction): Interaction {
  const media = given.media ?? 'voice';
  const dnis = given.dnis ?? '8000';
  return {
    id: interactionId,
    media,
    category: isVoice(media) ? 'voice' : media === 'chat' ? 'chat' : 'msgbased',
    ani: given.ani ?? '5550100',
    dnis,
    callid: given.callid ?? '1',
    connid: given.connid ?? '0000000000000001',
    calltype: given.calltype ?? 'inbound',
    born: 0,
    udata: ownCopy(given.udata ?? {}),
    device: given.thisDN ?? dnis,
    state: 'present',
    attached: true,
    delivery: undefined,
  };
}

// A key such as `__proto__` is data here, never the prototype of the record.
function ownCopy(pairs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(pairs));
}

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
