// What a scenario says of interactions: what they are, which of them the session has, and what happens to them from outside.

/** A line of a chat. */
export interface ScenarioLine {
  readonly from: string;
  readonly text: string;
}

export interface ScenarioInteraction {
  /** Its id as the page sees it; `ixn0001` and so on when left out. */
  readonly id?: string;
  /** voice (default), email, chat, workitem, sms, or none for a session without interaction. */
  readonly media?: string;
  readonly ani?: string;
  readonly dnis?: string;
  /** DN where the interaction stands; the DNIS when left out. */
  readonly thisDN?: string;
  readonly callid?: string;
  readonly connid?: string;
  /** Of a call: inbound, or consult for one that has a parent. */
  readonly calltype?: string;
  /** The interaction that this one was made for: a consult call has the caller's. */
  readonly parent?: string;
  readonly udata?: Readonly<Record<string, string | number>>;
  /** Extensions that it came with. */
  readonly extensions?: Readonly<Record<string, string | number>>;
  /** Virtual seconds after which the caller hangs up. */
  readonly hangup?: number;
  /** Virtual seconds after which an interaction that is no call is presented; at once when left out. */
  readonly present?: number;
  /** Type of the message or chat: InboundNew, chat, ... */
  readonly type?: string;
  /** Interaction queue and its view. */
  readonly queue?: string;
  readonly view?: string;
  readonly externalID?: string;
  /** Lines that a chat begins with. */
  readonly transcript?: readonly ScenarioLine[];
  /** What getcontent brings. */
  readonly content?: unknown;
}

/** A further interaction: a parent, or another one of the session. */
export interface FurtherInteraction extends ScenarioInteraction {
  /** It comes to the session by `interaction.added`; else it is somebody else's until the page attaches it. */
  readonly attached?: boolean;
  /** Virtual seconds when it comes. */
  readonly at?: number;
}

/** Somebody or something that takes part in an interaction. */
export interface ScenarioParty {
  readonly device: string;
  /** routepoint, queue, agent, unknown. */
  readonly devicetype?: string;
  /** `left` takes the party out. */
  readonly state?: string;
}

/** One thing that happens from outside: when, to which interaction, and exactly one of the further keys. */
export interface ScenarioHappening {
  /** Virtual seconds since the start, or since the event that `after` or the state that `in` names (default 0). */
  readonly at?: number;
  /** Name of an event: it happens when the page takes that event, before it reacts. */
  readonly after?: string;
  /** Id of a state: it happens once the page has entered it. */
  readonly in?: string;
  /** Which event of that name, or entry of that state, from 1 (the default). */
  readonly nth?: number;
  /** The interaction of the session when left out. */
  readonly interaction?: string;
  readonly hangup?: true;
  /** The switch takes the interaction away while it waits. */
  readonly taken?: true | { readonly to?: string; readonly by?: string; readonly resultof?: string };
  /** It is presented (again): queued again after a switch-over. */
  readonly present?: true;
  readonly routeRequest?: true;
  readonly party?: ScenarioParty;
  readonly conference?: ScenarioParty;
  /** Somebody who has it starts a consult call. */
  readonly consult?: { readonly to: string; readonly id?: string };
  readonly transfer?: { readonly to: string; readonly how?: string; readonly devicetype?: string };
  /** A consult call is completed: its parent remains, where the consult call stood. */
  readonly merge?: true | { readonly into?: string; readonly resultof?: string };
  readonly held?: true;
  readonly retrieved?: true;
  /** Pairs that somebody else attaches; null deletes. */
  readonly udata?: Readonly<Record<string, string | number | null>>;
  readonly message?: ScenarioLine;
}

/** What a redirect or a new call to a destination comes to. */
export interface DeliveryAnswer {
  /** Agent, device or target; any when left out. */
  readonly to?: string;
  readonly times?: number;
  /** Virtual seconds until it is done. */
  readonly lasts?: number;
  readonly error?: string;
}

/** Seconds after which the server takes an interaction that is no call back. */
export interface ScenarioTimeouts {
  /** A delivery that nobody accepts (30 when left out). */
  readonly delivering?: number;
  /** An agent who does not finish; never when left out. */
  readonly handling?: number;
  /** A strategy that does not deliver; never when left out. */
  readonly routing?: number;
}

/** The keys of a happening of which it has exactly one. */
export const happeningKinds = [
  'hangup',
  'taken',
  'present',
  'routeRequest',
  'party',
  'conference',
  'consult',
  'transfer',
  'merge',
  'held',
  'retrieved',
  'udata',
  'message',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];
