// What comes of a treatment: how long it lasts, which keys arrive, whether it fails. The scenario's answers decide; durations that nothing says are
// assumptions of the simulator.
import type { TreatmentAnswer } from '../scenario/types.js';
import type { Answers } from './answers.js';
import type { Assume } from './assumptions.js';
import { collectDigits, type Collected } from './digit-input.js';
import { numberFrom, textFrom } from './loose-value.js';

/** A treatment that is asked for, with everything evaluated. */
export interface Treatment {
  /** `dialog:play` */
  readonly name: string;
  /** What the trace shows. */
  readonly params: Readonly<Record<string, unknown>>;
  /** What the `match` of an answer is looked for in: the element, ` in `, the name of the block or state that asks, and the parameters as JSON. */
  readonly description: string;
  readonly input: Readonly<Record<string, unknown>> | undefined;
  /** The type of each prompt. */
  readonly prompts: readonly string[];
}

/** Who answers treatments. */
export interface TreatmentAnswers {
  readonly answers: Answers;
  readonly assume: Assume;
  /** Ids of the announcements that callers have recorded in this run. */
  readonly announcements: Set<string>;
}

/** What the scenario and the assumptions make of a treatment. */
export interface TreatmentResult {
  readonly seconds: number;
  readonly error: string | undefined;
  readonly digits: string | undefined;
  readonly udata: TreatmentAnswer['udata'];
  readonly extensions: TreatmentAnswer['extensions'];
}

/** Seconds that a treatment lasts when neither page nor scenario says so. */
export const assumedSeconds = {
  prompt: 5,
  digit: 1,
  noInput: 5,
  'dialog:playsound': 30,
  'dialog:pause': 0,
  'dialog:start': 10,
  'dialog:remote': 30,
  'dialog:createann': 10,
  'dialog:deleteann': 1,
} as const;

/** What comes of it. Takes the scenario's next answer, so that it is asked once for each time that the treatment starts. */
export function answerTreatment(
  treatment: Treatment,
  { answers, assume, announcements }: TreatmentAnswers,
): TreatmentResult {
  const answer = answers.treatment(treatment.description);
  const { name, input } = treatment;
  const pace = { digit: assumedSeconds.digit, silence: assumedSeconds.noInput };
  const collected = input === undefined ? undefined : collectDigits(answer?.digits ?? '', input, pace);
  if (collected?.how === 'silence') assume('no-input');
  if (collected?.how === 'aborted') assume('abort-digits');
  const found = {
    seconds: answer?.lasts ?? ownSeconds(treatment, collected, answer?.error, assume),
    error: answer?.error,
    digits: collected?.digits,
    udata: answer?.udata,
    extensions: answer?.extensions,
  };
  switch (name) {
    case 'dialog:remote': {
      if (found.error === undefined || textFrom(treatment.params['default']) === '') return found;
      assume('remote-default');
      return { ...found, error: undefined };
    }
    case 'dialog:start':
      return { ...found, extensions: found.extensions ?? {} };
    case 'dialog:createann': {
      if (found.error !== undefined) return found;
      assume('announcement');
      const id = textFrom(treatment.params['intid']) || String(announcements.size + 1);
      announcements.add(id);
      return { ...found, extensions: found.extensions ?? { ANN_ID: id } };
    }
    case 'dialog:deleteann': {
      const id = textFrom(treatment.params['intid']);
      if (found.error !== undefined || id === '' || announcements.delete(id)) return found;
      assume('announcement');
      return { ...found, error: 'invalidattribute' };
    }
    default:
      return found;
  }
}

function ownSeconds(
  treatment: Treatment,
  collected: Collected | undefined,
  error: string | undefined,
  assume: Assume,
): number {
  const { name } = treatment;
  const heard = treatment.prompts.filter((type) => isHeard(type, collected, error)).length;
  if (heard < treatment.prompts.length) assume('conditional-prompts');
  if (heard > 0) assume('duration', 'a prompt');
  const spoken = heard * assumedSeconds.prompt;
  if (collected !== undefined) return spoken + collected.seconds;
  const given = numberFrom(treatment.params['duration']);
  if (given !== undefined) return Math.max(0, given);
  if (!isAssumed(name)) return spoken;
  assume('duration', name);
  return spoken + assumedSeconds[name];
}

// Prompts of some types are for a case; all others are played first.
function isHeard(type: string, collected: Collected | undefined, error: string | undefined): boolean {
  switch (type) {
    case 'isuccess':
      return error === undefined && collected?.how === 'keyed';
    case 'ifailure':
      return error !== undefined;
    case 'itimeout':
      return collected?.how === 'silence';
    case 'iretry':
      return false;
    default:
      return true;
  }
}

const isAssumed = (name: string): name is keyof typeof assumedSeconds => Object.hasOwn(assumedSeconds, name);
