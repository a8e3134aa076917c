// What an interaction is: a call, message, work item or chat with its parties and data; and how a scenario describes one.
import type { FurtherInteraction, ScenarioInteraction, ScenarioLine } from '../scenario/interaction-types.js';
import type { Scenario } from '../scenario/types.js';
import { isVoice } from './agent-state.js';

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
  /** With an agent whom somebody else gave it to: the call of a customer who is being consulted about. */
  | 'talking'
  /** Ended by the page. */
  | 'terminated'
  /** Ended by the caller before it was delivered. */
  | 'abandoned'
  /** Ended by the caller after it was delivered. */
  | 'released'
  /** The switch or the server has taken it away. */
  | 'taken'
  /** A consult call that was completed: its parent remains. */
  | 'merged';

/** Somebody or something that takes part. */
export interface Party {
  readonly device: string;
  readonly devicetype: string;
  /** ringing, established, held, queued. */
  readonly state: string;
}

/** What a message or chat is beside its data. */
export interface Message {
  readonly type: string;
  readonly queue: string;
  readonly view: string;
  readonly externalID: string;
  readonly transcript: readonly ScenarioLine[];
  /** What can be fetched, and what has been. */
  readonly content: unknown;
  readonly fetched: boolean;
  /** A message of the page's own: being written, or sent. */
  readonly outgoing: 'no' | 'draft' | 'sent';
}

export interface Interaction {
  readonly id: string;
  readonly media: string;
  readonly category: 'voice' | 'msgbased' | 'chat';
  readonly ani: string;
  readonly dnis: string;
  readonly callid: string;
  readonly connid: string;
  readonly calltype: string;
  /** '' when there is none. */
  readonly parent: string;
  /** Milliseconds since the start of the run. */
  readonly born: number;
  readonly udata: Readonly<Record<string, unknown>>;
  /** What it came with beside its data; the platform adds its own. */
  readonly extensions: Readonly<Record<string, string | number>>;
  /** DN where it stands. */
  readonly device: string;
  readonly parties: readonly Party[];
  readonly state: InteractionState;
  /** The session may act on it. */
  readonly attached: boolean;
  /** The session that has it; '' is the one that the run began with. */
  readonly owner: string;
  /** It has been with the session: the page sees it. */
  readonly known: boolean;
  /** An interaction that is no call may be acted upon. */
  readonly presented: boolean;
  /** A redirect is under way. */
  readonly moving: boolean;
  readonly held: boolean;
  /** The interaction that it was merged into. */
  readonly mergedInto: string | undefined;
  readonly delivery: Delivery | undefined;
  readonly message: Message;
}

/** The id of the interaction with this number, from 1, that the scenario gives no other. */
export const interactionId = (number: number): string => `ixn${String(number).padStart(4, '0')}`;

/** An interaction as a scenario lists it. */
export interface ListedInteraction {
  readonly id: string;
  readonly number: number;
  readonly given: FurtherInteraction;
  /** The one that the session begins with. */
  readonly isFirst: boolean;
  /** Where the id stands, or would stand, in the scenario. */
  readonly path: readonly string[];
}

/** All interactions of a scenario in the order in which it lists them: the session's own first, unless it has none. */
export function listedInteractions({
  interaction = {},
  interactions = [],
}: Pick<Scenario, 'interaction' | 'interactions'>): readonly ListedInteraction[] {
  const own: ListedInteraction = {
    id: interaction.id ?? interactionId(1),
    number: 1,
    given: interaction,
    isFirst: true,
    path: ['interaction', 'id'],
  };
  const further = interactions.map((given, index): ListedInteraction => {
    const number = index + 2;
    const path = ['interactions', String(index), 'id'];
    return { id: given.id ?? interactionId(number), number, given, isFirst: false, path };
  });
  return interaction.media === 'none' ? further : [own, ...further];
}

/** An interaction as a scenario describes it, with the session. */
export function described(given: ScenarioInteraction, id: string, number: number): Interaction {
  const media = given.media ?? 'voice';
  const dnis = given.dnis ?? '8000';
  const ani = given.ani ?? '5550100';
  const category = isVoice(media) ? 'voice' : media === 'chat' ? 'chat' : 'msgbased';
  const device = given.thisDN ?? dnis;
  const parent = given.parent ?? '';
  return {
    id,
    media,
    category,
    ani,
    dnis,
    callid: given.callid ?? String(number),
    connid: given.connid ?? String(number).padStart(16, '0'),
    calltype: given.calltype ?? (parent === '' ? 'inbound' : 'consult'),
    parent,
    born: 0,
    udata: ownCopy(given.udata ?? {}),
    extensions: given.extensions ?? {},
    device,
    parties: [
      ...(category === 'voice' ? [{ device: ani, devicetype: 'unknown', state: 'established' }] : []),
      { device, devicetype: 'routepoint', state: 'queued' },
    ],
    state: 'present',
    attached: true,
    owner: '',
    known: true,
    presented: category === 'voice' || (given.present ?? 0) === 0,
    moving: false,
    held: false,
    mergedInto: undefined,
    delivery: undefined,
    message: {
      type: given.type ?? (category === 'chat' ? 'chat' : 'InboundNew'),
      queue: given.queue ?? device,
      view: given.view ?? '',
      externalID: given.externalID ?? '',
      transcript: given.transcript ?? [],
      content: given.content,
      fetched: false,
      outgoing: 'no',
    },
  };
}

/** An interaction beside the first: somebody else's call with an agent, unless the scenario gives it to the session. */
export function describedFurther(given: FurtherInteraction, id: string, number: number): Interaction {
  const one = { ...described(given, id, number), born: (given.at ?? 0) * 1000 };
  if (given.attached === true) return { ...one, known: false };
  const parties = one.parties.map((party) =>
    party.device === one.device ? { ...party, devicetype: 'agent', state: 'established' } : party,
  );
  return { ...one, parties, state: 'talking', attached: false, known: false };
}

/** A key such as `__proto__` is data here, never the prototype of the record. */
export function ownCopy(pairs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(pairs));
}

/** The parties when the interaction has gone from the device where it stood to another one. */
export function movedTo(interaction: Interaction, party: Party): readonly Party[] {
  const others = interaction.parties.filter(
    ({ device }) => device !== interaction.device && device !== party.device,
  );
  return [...others, party];
}
