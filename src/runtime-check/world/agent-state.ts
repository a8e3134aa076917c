// States of agents over time, as scenarios write them: one word for all media, or one for each medium that the agent serves.
import type { At } from '../scenario/workforce-types.js';
import { timeline, type Timeline } from './timeline.js';

/** States that an agent can be in. Only `ready` takes an interaction. */
export const agentStates = [
  'loggedOut',
  'notReady',
  'ready',
  'busy',
  'afterCallWork',
  'doNotDisturb',
] as const;
export type AgentState = (typeof agentStates)[number];

/** How a scenario says in what state somebody is. */
export interface GivenState {
  readonly ready?: boolean | readonly At<boolean>[];
  readonly state?: AgentState | readonly At<AgentState>[];
  readonly loggedIn?: boolean;
}

/** The state over time; `initial` holds when nothing is said. */
export function stateLine(given: GivenState, initial: AgentState): Timeline<AgentState> {
  if (given.loggedIn === false) return timeline<AgentState>('loggedOut', 'loggedOut');
  if (given.state !== undefined) return timeline<AgentState>(given.state, 'notReady');
  if (given.ready === undefined) return timeline<AgentState>(initial, initial);
  const { changes } = timeline(given.ready, false);
  return { changes: changes.map(({ at, value }) => ({ at, value: value ? 'ready' : 'notReady' })) };
}

/** Media by the names that Genesys gives them. */
export const mediaNames = [
  'alert',
  'appsharing',
  'callback',
  'chat',
  'cobrowsing',
  'email',
  'fax',
  'imchat',
  'outboundpreview',
  'smail',
  'sms',
  'video',
  'vmail',
  'voice',
  'voip',
  'webform',
  'whiteboard',
  'workitem',
] as const;

/** Media types that are calls. */
export const isVoice = (media: string): boolean => ['voice', 'voip', 'callback'].includes(media);

/** Media that are served as one: every call is voice. */
export const mediumOf = (media: string): string => (isVoice(media) ? 'voice' : media);
