// One treatment as a page asks for it: what is played, how long it lasts, what comes of it. The scenario's answers decide; durations that nothing
// says are assumptions of the simulator.
import { childElement, childElements, type XmlElement } from '../../xml/index.js';
import type { TreatmentAnswer } from '../scenario/types.js';
import type { Plain } from '../script/engine.js';
import type { Assume } from '../world/assumptions.js';
import { elementRow } from '../validate/catalogue/index.js';
import { evaluateAttributes, evaluateParams } from './evaluate-attributes.js';
import { asNumber, asText, isRecord, type Services } from './module.js';

export interface Treatment {
  /** `dialog:play` */
  readonly name: string;
  /** What the trace shows. */
  readonly params: Readonly<Record<string, Plain>>;
  /** What the `match` of an answer is looked for in. */
  readonly description: string;
  readonly input: Readonly<Record<string, Plain>> | undefined;
  readonly prompts: number;
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
  const own = attributesOf(element, services);
  const sent = evaluateParams(element, services.context);
  const prompts: Plain[] = [];
  for (const group of childElements(element, 'prompts')) {
    const shared = attributesOf(group, services);
    if (shared === undefined) return undefined;
    for (const prompt of childElements(group, 'prompt')) {
      const values = attributesOf(prompt, services);
      if (values === undefined) return undefined;
      prompts.push({ type: shared['type'] ?? 'ann', ...values });
    }
  }
  const inputElement = childElement(element, 'input');
  const input = inputElement === undefined ? undefined : attributesOf(inputElement, services);
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
  return { name, params, description, input, prompts: prompts.length };
}

const attributesOf = (
  element: XmlElement,
  services: Services,
): Readonly<Record<string, Plain>> | undefined => {
  const row = elementRow(element.uri, element.local);
  return row === undefined ? {} : evaluateAttributes(element, row, services.context, services.recorder);
};

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
  const answer = services.world.answers.treatment(treatment.description);
  const digits = treatment.input === undefined ? undefined : keyedIn(answer?.digits ?? '', treatment.input);
  return {
    seconds: answer?.lasts ?? ownSeconds(treatment, digits, services.recorder.assume),
    error: answer?.error,
    digits,
    udata: answer?.udata,
    extensions: answer?.extensions,
  };
}

// The caller's keys end at a termination key or at the highest number of digits.
function keyedIn(keys: string, input: Readonly<Record<string, Plain>>): string {
  const ends = asText(input['term_digits']);
  const most = asNumber(input['max_digits']);
  const cut = ends === '' ? -1 : [...keys].findIndex((key) => ends.includes(key));
  const typed = cut < 0 ? keys : keys.slice(0, cut);
  return most === undefined || most <= 0 ? typed : typed.slice(0, most);
}

function ownSeconds(treatment: Treatment, digits: string | undefined, assume: Assume): number {
  const { name, input } = treatment;
  const spoken = treatment.prompts * assumedSeconds.prompt;
  if (treatment.prompts > 0) assume('duration', 'a prompt');
  if (digits !== undefined) {
    const silence = input?.['start_timeout'] ?? input?.['total_timeout'] ?? input?.['digit_timeout'];
    if (digits === '') assume('no-input');
    return (
      spoken +
      (digits === '' ? (asNumber(silence) ?? assumedSeconds.noInput) : digits.length * assumedSeconds.digit)
    );
  }
  const given = asNumber(treatment.params['duration']);
  if (given !== undefined) return Math.max(0, given);
  if (!isAssumed(name)) return spoken;
  assume('duration', name);
  return assumedSeconds[name];
}

const isAssumed = (name: string): name is keyof typeof assumedSeconds => Object.hasOwn(assumedSeconds, name);

/** The parts of a result that a reply event carries. */
export const resultData = (result: TreatmentResult): Readonly<Record<string, Plain>> => ({
  ...(result.digits === undefined ? {} : { digits: result.digits }),
  ...(isRecord(result.extensions) ? { extensions: result.extensions } : {}),
});
