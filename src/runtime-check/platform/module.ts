// What the modules of the platform share: the world, the interpreter's context, the trace, and how an action answers.
import type { XmlElement } from '../../xml/index.js';
import type { ActionContext } from '../interpreter/types.js';
import type { Plain } from '../script/engine.js';
import type { Interaction } from '../world/interaction.js';
import { numberFrom, textFrom } from '../world/loose-value.js';
import type { Treatments } from '../world/treatments.js';
import type { World } from '../world/world.js';
import type { Recorder } from './recorder.js';
import type { RunState } from './run-state.js';

/** The parts of one run that modules work with. */
export interface Services {
  readonly world: World;
  readonly treatments: Treatments;
  readonly context: ActionContext;
  readonly recorder: Recorder;
  /** Puts an event of the platform on the external queue. */
  post(name: string, data: Readonly<Record<string, Plain>>): void;
  newRequestId(): string;
  /** Writes below `_genesys` of this session: `session.tenant`. */
  writeGenesys(path: string, value: Plain): void;
  /** Brings `_genesys.ixn.interactions` up to date. */
  refresh(): void;
  /** The page changes user data: they are changed when the next event is taken, which is then `interaction.udata.changed`. */
  changeData(interaction: string, pairs: Readonly<Record<string, unknown>>): void;
  /** Somebody else has changed user data (an IVR application): they are there at once. */
  receiveData(interaction: string, pairs: Readonly<Record<string, unknown>>): void;
  /** The same for another session of the run: it evaluates in that session, which gets the replies to what it asks for. */
  forSession(context: ActionContext): Services;
  /** Of the session of the run that has this id; undefined when there is none. */
  session(id: string): Services | undefined;
  /** Of the session that has an interaction. */
  ownerOf(interaction: Interaction): Services;
  /** The value of `_data.ird_default_destination` now, when the page has it. */
  defaultDestination(): string | undefined;
  readonly state: RunState;
}

/** One execution of an action element. */
export interface ActionCall {
  readonly element: XmlElement;
  /** `queue:submit` */
  readonly name: string;
  /** Values of the attributes by local name; literals as text, booleans as booleans. */
  readonly values: Readonly<Record<string, Plain>>;
  readonly requestId: string;
  /** Posts `<event>.done` with the request id and `data`. */
  done(data?: Readonly<Record<string, Plain>>): void;
  /** True when the scenario makes this execution fail: the error has been posted, with `data`. */
  refused(data?: Readonly<Record<string, Plain>>): boolean;
  /** Posts `error.<event>` with the request id, `error`, `description` and `data`. */
  fail(error: string, description: string, data?: Readonly<Record<string, Plain>>): void;
}

export type Handler = (call: ActionCall, services: Services) => void;

export type PlatformFunction = (args: readonly Plain[], services: Services) => Plain;

/** A module of the platform. Elements by local name, functions by path below `_genesys`. */
export interface PlatformModule {
  readonly prefix: string;
  readonly elements: Readonly<Record<string, Handler>>;
  readonly functions: Readonly<Record<string, PlatformFunction>>;
}

/** A value as text; '' for nothing. */
export const asText = (value: Plain): string => textFrom(value);

/** A value as number: texts of digits count, anything else is undefined. */
export const asNumber = (value: Plain): number | undefined => numberFrom(value);

export const isRecord = (value: unknown): value is Readonly<Record<string, Plain>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
