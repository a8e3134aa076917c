// What the world tells whoever has the interactions: what came of somebody else's doing, not of an action of the page.
import type { ScenarioLine } from '../scenario/interaction-types.js';

export type News =
  /** It has come to the session. */
  | { readonly what: 'added'; readonly interaction: string }
  /** An interaction that is no call may be acted upon, for the first time or again. */
  | { readonly what: 'presented'; readonly interaction: string }
  | Gone
  | {
      readonly what: 'merged';
      readonly from: string;
      readonly into: string;
      /** Of the event that tells the end of the consult call; undefined when the session does not have it. */
      readonly resultof: string | undefined;
    }
  /** A party came, went or changed; `device` is the one that the news is about. */
  | { readonly what: 'party'; readonly interaction: string; readonly device: string }
  | { readonly what: 'routeRequest'; readonly interaction: string; readonly device: string }
  | { readonly what: 'data'; readonly interaction: string }
  | { readonly what: 'line'; readonly interaction: string; readonly line: ScenarioLine };

export interface Gone {
  readonly what: 'gone';
  readonly interaction: string;
  /** Who ended or took it; the caller while it waited is an abandoned one. */
  readonly by: 'caller' | 'switch' | 'server';
  readonly abandoned: boolean;
  readonly event: 'deleted' | 'notcontrolled';
  readonly resultof: string;
}

export type Tell = (news: News) => void;
