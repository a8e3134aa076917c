// One treatment as a page asks for it: what is played, how long it lasts, what comes of it. The scenario's answers decide; durations that nothing
// says are assumptions of the simulator.
import { childElement, childElements, type XmlElement } from '../../xml/index.js';
import type { TreatmentAnswer } from '../scenario/types.js';
import type { Plain } from '../script/engine.js';
import type { Assume } from '../world/assumptions.js';
import { collectDigits, type Collected } from './dialog-input.js';
import { evaluateOwnAttributes, evaluateParams } from './evaluate-attributes.js';
import { asNumber, asText, isRecord, type Services } from './module.js';

export interface Treatment {
  /** `dialog:play` */
  readonly name: string;
  /** What the trace shows. */
  readonly params: Readonly<Record<string, Plain>>;
  /** What the `match` of an answer is looked for in. */
  readonly description: string;
  readonly input: Readonly<Record<string, Plain>> | undefined;
  /** The type of each prompt. */
  readonly prompts: readonly string[];
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

/** Evaluates a treatment element with its children; undefined when an expression failed. */
export function readTreatment(element: XmlElement, services: Services): Treatment | undefined {
  const own = evaluateOwnAttributes(element, services);
  const sent = evaluateParams(element, services.context);
  const prompts: Plain[] = [];
  const types: string[] = [];
  for (const group of childElements(element, 'prompts')) {
    const shared = evaluateOwnAttributes(group, services);
    if (shared === undefined) return undefined;
    for (const prompt of childElements(group, 'prompt')) {
      const values = evaluateOwnAttributes(prompt, services);
      if (values === undefined) return undefined;
      const type = asText(shared['type'] ?? 'ann');
      types.push(type);
      prompts.push({ type, ...values });
    }
  }
  const inputElement = childElement(element, 'input');
  const input = inputElement === undefined ? undefined : evaluateOwnAttributes(inputElement, services);
  if (own === undefined || sent === undefined || (inputElement !== undefined && input === undefined)) {
    return undefined;
  }
  const name = `dialog:${element.local}`;
  const { interactionid: _interaction, requestid: _request, ...shown } = own;
  const params = {
    ...shown,
    ...(Object.keys(sent).length === 0 ? {} : { params: sent }),
    ...(prompts.length === 0 ? {} : { prompts }),
    ...(input === undefined ? {} : { input }),
  };
  const description = `${name} in ${stateOf(element)} ${JSON.stringify(params)}`;
  return { name, params, description, input, prompts: types };
}

// The id of the state that the element stands in: it names the block that the page was made from.
function stateOf(element: XmlElement): string {
  for (let at = element.parent; at !== undefined; at = at.parent) {
    if (at.local !== 'state' && at.local !== 'final' && at.local !== 'parallel') continue;
    const id = at.attributes.find((attribute) => attribute.name === 'id');
    if (id !== undefined) return id.value.text;
  }
  return '';
}

/** What comes of it. Takes the scenario's next answer, so that it is asked once for each time that the treatment starts. */
export function answerTreatment(treatment: Treatment, services: Services): TreatmentResult {
  const { world, recorder, state } = services;
  const answer = world.answers.treatment(treatment.description);
  const { name, input } = treatment;
  const pace = { digit: assumedSeconds.digit, silence: assumedSeconds.noInput };
  const collected = input === undefined ? undefined : collectDigits(answer?.digits ?? '', input, pace);
  if (collected?.how === 'silence') recorder.assume('no-input');
  if (collected?.how === 'aborted') recorder.assume('abort-digits');
  const found = {
    seconds: answer?.lasts ?? ownSeconds(treatment, collected, answer?.error, recorder.assume),
    error: answer?.error,
    digits: collected?.digits,
    udata: answer?.udata,
    extensions: answer?.extensions,
  };
  switch (name) {
    case 'dialog:remote': {
      if (found.error === undefined || asText(treatment.params['default']) === '') return found;
      recorder.assume('remote-default');
      return { ...found, error: undefined };
    }
    case 'dialog:start':
      return { ...found, extensions: found.extensions ?? {} };
    case 'dialog:createann': {
      if (found.error !== undefined) return found;
      recorder.assume('announcement');
      const id = asText(treatment.params['intid']) || String(state.announcements.size + 1);
      state.announcements.add(id);
      return { ...found, extensions: found.extensions ?? { ANN_ID: id } };
    }
    case 'dialog:deleteann': {
      const id = asText(treatment.params['intid']);
      if (found.error !== undefined || id === '' || state.announcements.delete(id)) return found;
      recorder.assume('announcement');
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
  const given = asNumber(treatment.params['duration']);
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

/** The parts of a result that a reply event carries. */
export const resultData = (result: TreatmentResult): Readonly<Record<string, Plain>> => ({
  ...(result.digits === undefined ? {} : { digits: result.digits }),
  ...(isRecord(result.extensions) ? { extensions: result.extensions } : {}),
});
