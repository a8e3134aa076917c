// What a treatment plays and asks for, and what comes of it: the same for a block of its own and for an entry of a busy list. The words are those of the
// dialog module that the manuals name as the equal of each IRD treatment.
import type { BlockType, PropertiesOf, Value } from '../../ir/nodes.js';
import { objectFacts } from '../../ir/vocabulary/objects.js';
import {
  answerTreatment,
  type Treatment,
  type TreatmentResult,
} from '../../runtime-check/world/treatment-answer.js';
import type { IrdValue } from '../evaluate/values.js';
import { BlockFailure } from './faults.js';
import { wait, type Flow } from './flow.js';
import type { BlockContext, SourceSession } from './session.js';

export type { Treatment, TreatmentResult };

/** What a treatment may carry, in the properties of a block or in the columns of an entry of a busy list. */
export interface TreatmentGiven {
  readonly duration?: Value | undefined;
  readonly source?: Value | undefined;
  readonly text?: Value | undefined;
  readonly language?: Value | undefined;
  readonly target?: Value | undefined;
  readonly application?: Value | undefined;
  readonly maxDigits?: Value | undefined;
  readonly abortDigits?: Value | undefined;
  readonly terminateDigits?: Value | undefined;
  readonly ignoreDigits?: Value | undefined;
  readonly backspaceDigits?: Value | undefined;
  readonly resetDigits?: Value | undefined;
  readonly clearInput?: Value | undefined;
  readonly startTimeout?: Value | undefined;
  readonly digitTimeout?: Value | undefined;
  readonly totalTimeout?: Value | undefined;
  readonly userId?: Value | undefined;
  readonly announcementId?: Value | undefined;
  readonly attempts?: Value | undefined;
  readonly expected?: Value | undefined;
  readonly timeout?: Value | undefined;
  readonly prompts?: PropertiesOf<'PlayAnnouncement'>['prompts'];
  readonly parameters?: PropertiesOf<'PlayApplication'>['parameters'];
}

type Params = Readonly<Record<string, unknown>>;

/** Type of the sound that a tone is. */
const sounds: Partial<Readonly<Record<BlockType, string>>> = {
  Busy: 'busy',
  FastBusy: 'fastbusy',
  Ringback: 'ringback',
  Silence: 'silence',
  Music: 'music',
  RAN: 'ran',
};

const lettersOf = (words: string): string => words.toLowerCase().replaceAll(/[^a-z]/g, '');

const typesByWords: ReadonlyMap<string, BlockType> = new Map([
  ...objectFacts
    .filter(({ category }) => category === 'Voice Treatment')
    .flatMap(({ name, type }) => [[lettersOf(name), type] as const, [lettersOf(type), type] as const]),
  ['tts', 'TextToSpeech'] as const,
]);

/** The treatment that an entry of a busy list names (`Play Announcement`); undefined when there is none of that name. */
export const treatmentNamed = (words: string): BlockType | undefined => typesByWords.get(lettersOf(words));

/**
 * Evaluates what a treatment of this type asks for. Undefined for types that play nothing (Set Default Destination, Cancel Call). `place` is the name of the
 * block that plays it.
 */
export function* askedTreatment(
  type: BlockType,
  given: TreatmentGiven,
  place: string,
  cx: BlockContext,
): Flow<Treatment | undefined> {
  const sound = sounds[type];
  if (sound !== undefined)
    return treatment('playsound', place, {
      type: sound,
      ...(yield* fields({ resource: given.source }, cx)),
      ...(yield* wholes({ duration: given.duration }, cx)),
    });
  switch (type) {
    case 'Pause':
      return treatment('pause', place, yield* wholes({ duration: given.duration }, cx));
    case 'PlayAnnouncement':
    case 'TextToSpeech':
      return treatment('play', place, yield* spoken(type, given, cx));
    case 'CollectDigits':
      return treatment('collect', place, { input: yield* input(given, cx) });
    case 'PlayAnnouncementAndCollectDigits':
    case 'TextToSpeechAndCollectDigits':
      return treatment('playandcollect', place, {
        ...(yield* spoken(type, given, cx)),
        input: yield* input(given, cx),
      });
    case 'VerifyDigits':
      return treatment('playandverify', place, {
        ...(yield* fields({ language: given.language }, cx)),
        ...(yield* wholes({ attempts: given.attempts }, cx)),
        ...(yield* fields({ expected: given.expected }, cx)),
        prompts: yield* promptList(given, cx),
        input: yield* input(given, cx),
      });
    case 'PlayApplication':
      return treatment('start', place, { type: 'applid', params: yield* applicationParams(given, cx) });
    case 'IVR':
      return treatment('remote', place, {
        ...(yield* fields({ destination: given.target }, cx)),
        ...(yield* wholes({ timeout: given.timeout }, cx)),
      });
    case 'RecordUserAnnouncement':
      return treatment('createann', place, {
        ...(yield* fields({ userid: given.userId }, cx)),
        prompts: yield* promptList(given, cx),
      });
    case 'DeleteUserAnnouncement':
      return treatment(
        'deleteann',
        place,
        yield* fields({ userid: given.userId, intid: given.announcementId }, cx),
      );
    default:
      return undefined;
  }
}

function treatment(element: string, place: string, all: Params): Treatment {
  const params = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const name = `dialog:${element}`;
  const { prompts, input: keys } = params as { prompts?: readonly Prompt[]; input?: Params };
  return {
    name,
    params,
    description: `${name} in ${place} ${JSON.stringify(params)}`,
    input: keys,
    prompts: (prompts ?? []).map(({ type }) => type),
  };
}

/** The same for counts and seconds. */
function* wholes(given: Readonly<Record<string, Value | undefined>>, cx: BlockContext): Flow<Params> {
  const found: Record<string, number | undefined> = {};
  for (const [name, value] of Object.entries(given))
    if (value !== undefined) found[name] = yield* cx.integer(value);
  return found;
}

/** Values of the properties that are there, in order. */
function* fields(given: Readonly<Record<string, Value | undefined>>, cx: BlockContext): Flow<Params> {
  const found: Record<string, IrdValue> = {};
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined) found[name] = yield* cx.property(value);
  }
  return found;
}

interface Prompt {
  readonly type: string;
}

function* spoken(
  type: BlockType,
  given: TreatmentGiven,
  cx: BlockContext,
): Flow<{ readonly language?: IrdValue; readonly prompts?: readonly Prompt[] | undefined }> {
  const language = given.language === undefined ? {} : { language: yield* cx.property(given.language) };
  const speaks = type === 'TextToSpeech' || type === 'TextToSpeechAndCollectDigits';
  const prompts = speaks ? [{ type: 'tts', text: yield* cx.text(given.text) }] : yield* promptList(given, cx);
  return { ...language, prompts };
}

/** The attribute of a prompt by its kind. Numbers, dates, times, money are spoken by the one attribute that is documented for speaking a value. */
const promptAttributes: ReadonlyMap<string, string> = new Map([
  ['announcement', 'intid'],
  ['ann', 'intid'],
  ['text', 'text'],
  ['tts', 'text'],
]);

function* promptList(given: TreatmentGiven, cx: BlockContext): Flow<readonly Prompt[] | undefined> {
  const prompts: Prompt[] = [];
  for (const { type, value, interruptible } of given.prompts ?? []) {
    if (value === undefined) continue;
    const kind = (type?.value ?? 'announcement').trim().toLowerCase();
    const attribute = promptAttributes.get(kind) ?? 'number';
    prompts.push({
      type: attribute === 'text' ? 'tts' : 'ann',
      [attribute]: attribute === 'text' ? yield* cx.text(value) : yield* cx.property(value),
      ...(interruptible === undefined ? {} : { interrupt: interruptible.value }),
    });
  }
  return prompts.length === 0 ? undefined : prompts;
}

function* input(given: TreatmentGiven, cx: BlockContext): Flow<Params> {
  const keys = {
    abort_digits: given.abortDigits,
    term_digits: given.terminateDigits,
    ignore_digits: given.ignoreDigits,
    backspace_digits: given.backspaceDigits,
    reset_digits: given.resetDigits,
  };
  const timeouts = {
    start_timeout: given.startTimeout,
    digit_timeout: given.digitTimeout,
    total_timeout: given.totalTimeout,
  };
  return {
    ...(yield* wholes({ max_digits: given.maxDigits }, cx)),
    ...(yield* fields(keys, cx)),
    ...(yield* wholes(timeouts, cx)),
    ...(yield* fields({ clear: given.clearInput }, cx)),
  };
}

function* applicationParams(given: TreatmentGiven, cx: BlockContext): Flow<Params> {
  const own = yield* fields({ APP_URI: given.application, LANGUAGE: given.language }, cx);
  const sent: Record<string, IrdValue> = {};
  for (const { key, value } of given.parameters ?? []) {
    if (key !== undefined && value !== undefined) sent[key.value] = yield* cx.property(value);
  }
  return { ...own, ...sent };
}

/** What comes of a treatment. Takes the scenario's next answer: once for each time that it starts. */
export function treatmentAnswer(asked: Treatment, session: SourceSession): TreatmentResult {
  const { world, recorder, state } = session;
  return answerTreatment(asked, {
    answers: world.answers,
    assume: recorder.assume,
    announcements: announcementsOf(state.notes),
  });
}

const announcementsKey = 'announcements';

function announcementsOf(notes: Map<string, unknown>): Set<string> {
  const known = notes.get(announcementsKey);
  if (known instanceof Set) return known as Set<string>; // this file alone writes it
  const made = new Set<string>();
  notes.set(announcementsKey, made);
  return made;
}

/** Data that an application or somebody else has attached: the strategy did not write them, so they are no step of its own. */
export function receiveData(session: SourceSession, pairs: TreatmentResult['udata']): void {
  if (pairs !== undefined) session.world.interactions.setData(session.interaction().id, pairs);
}

/** Plays a treatment to its end; throws `BlockFailure` when it fails, is refused, or is cut. */
export function* playTreatment(asked: Treatment, cx: BlockContext): Flow<TreatmentResult> {
  const { session } = cx;
  const { world, treatments, recorder } = session;
  const event = `error.${asked.name.replace(':', '.')}`;
  const failed = (error: string, description: string): BlockFailure =>
    new BlockFailure(error, description, event);
  const refused = world.answers.failure(asked.name);
  const { id, state } = session.interaction();
  if (state !== 'present')
    throw failed(
      `invalidstate.${state === 'delivered' ? 'routed' : 'null'}`,
      'The interaction is not with the session.',
    );
  if (treatments.isPlaying(id)) throw failed('invalidstate.treating', 'Another treatment is playing.');
  recorder.step('treatment', { element: asked.name, ...asked.params });
  if (refused !== undefined) throw failed(refused.error ?? 'unknown', 'The scenario makes this action fail.');
  const result = treatmentAnswer(asked, session);
  const how = yield* wait<'finished' | 'cut'>('the treatment', (resume) => {
    treatments.play(id, result.seconds, resume);
    return () => undefined;
  });
  if (how === 'cut') throw failed('cancelled', 'The treatment was cut.');
  receiveData(session, result.udata);
  if (result.error !== undefined) throw failed(result.error, `The treatment failed: ${result.error}.`);
  return result;
}
