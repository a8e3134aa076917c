// What of a run is not compared, or is compared in another form. Each row hides a difference that is none, says why, and stands in docs/equivalence.md; a
// test for each shows a fault of the same kind that is still found.
import type { ComparableRun } from './comparable.js';
import { attachedAsText, attachedTogether } from './normalise-data.js';
import {
  nameRequests,
  withoutCancels,
  withoutEmptyHints,
  withoutKnownTargets,
  withoutQuestions,
  withoutTakingOver,
} from './normalise-requests.js';

export interface Normalisation {
  readonly id: string;
  /** What it does, in one sentence. */
  readonly does: string;
  /** Why nobody outside sees what it hides. */
  readonly why: string;
  /** A fault of the kind that it could hide, and that is found all the same. */
  readonly stillFound: string;
  readonly apply: (run: ComparableRun) => ComparableRun;
}

/** In the order in which they are applied. */
export const normalisations: readonly Normalisation[] = [
  {
    id: 'questions',
    does: 'Steps that only ask the platform for a value, or subscribe to one, are left out.',
    why: 'URS answers such questions by itself, Orchestration needs an action with an answer; neither the caller nor a report sees it. What the answer decides is compared.',
    stillFound: 'a page that asks and then goes on as if it had got another answer',
    apply: withoutQuestions,
  },
  {
    id: 'taking-over',
    does: 'The action by which a session takes over an interaction (ixn:attach) is left out.',
    why: 'URS has the call of the caller behind a consult call by itself; a session of Orchestration must ask for it. What is done with it afterwards is compared.',
    stillFound:
      'an interaction that was not taken over: what follows is done to another one, or not at all; giving one away (ixn:detach)',
    apply: withoutTakingOver,
  },
  {
    id: 'cancels',
    does: 'Cancels are compared by what they end: the requests that leave their virtual queues.',
    why: 'A page cancels also where nothing waits any more, one request at a time or all of a queue, after the delivery, too; URS ends them by itself. A request that should have been ended and has no virtual queue shows by the target that it wins.',
    stillFound:
      'a cancel that is missing, too many, too early or too late: the virtual queue is left at another moment, or otherwise',
    apply: withoutCancels,
  },
  {
    id: 'known-targets',
    does: 'Targets that an update names although its request has them already are left out, and so is an update that says nothing else.',
    why: 'A page that takes up a request which still waits (Clear Target off) tells it its treatments again, and the targets that variables hold now: whether they are others it does not know. The queue has each target once; treatments that begin again have steps of their own.',
    stillFound:
      'a target that the request had not, one that is missing, another priority, an update of another request',
    apply: withoutKnownTargets,
  },
  {
    id: 'no-extensions',
    does: 'Hints of a redirect that hold no extensions are left out.',
    why: 'A page whose strategy has a block that sets extensions sends its hints with each redirect, empty where none was set on the way; an empty list and none are the same to the switch.',
    stillFound: 'an extension that is missing, too many, or has another value',
    apply: withoutEmptyHints,
  },
  {
    id: 'attached-as-text',
    does: 'Attached data are compared as text: 5 and "5" are the same.',
    why: 'Attached data of a call are key-value pairs of text on the wire; the type that a page holds them in does not leave it.',
    stillFound: 'another number, a number that is written otherwise (05, 5.0), a missing key',
    apply: attachedAsText,
  },
  {
    id: 'attached-together',
    does: 'Writes of attached data that follow each other in one moment are one write, whether they add a pair or replace one.',
    why: 'Between two writes of one moment nobody can read; agents and reports see the pairs when the moment is over. What a key holds then, where a pair was added (assumption "attach.existing"), is compared at the end.',
    stillFound:
      'a write after the submit or the delivery of the same moment, a write of another moment, a key too many',
    apply: attachedTogether,
  },
  {
    id: 'request-names',
    does: 'Requests are named by their first use.',
    why: 'The platform makes up request ids.',
    stillFound: 'a cancel or an update of another request than the one that the strategy meant',
    apply: nameRequests,
  },
];

/** A run with only what counts. */
export const normalise = (run: ComparableRun): ComparableRun =>
  normalisations.reduce((current, { apply }) => apply(current), run);
