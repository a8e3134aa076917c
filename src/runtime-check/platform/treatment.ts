// One treatment as a page asks for it: its element with children, evaluated, and the events that answer it.
import { childElement, childElements, type XmlElement } from '../../xml/index.js';
import type { Plain } from '../script/engine.js';
import * as answers from '../world/treatment-answer.js';
import type { Treatment, TreatmentResult } from '../world/treatment-answer.js';
import { evaluateOwnAttributes, evaluateParams } from './evaluate-attributes.js';
import { asText, isRecord, type Services } from './module.js';

/** Evaluates a treatment element with its children; undefined when an expression failed. `own`: its attributes, when they are evaluated already. */
export function readTreatment(
  element: XmlElement,
  services: Services,
  own = evaluateOwnAttributes(element, services),
): Treatment | undefined {
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
export const answerTreatment = (treatment: Treatment, services: Services): TreatmentResult =>
  answers.answerTreatment(treatment, {
    answers: services.world.answers,
    assume: services.recorder.assume,
    announcements: services.state.announcements,
  });

/** The parts of a result that a reply event carries. */
export const resultData = (result: TreatmentResult): Readonly<Record<string, Plain>> => ({
  ...(result.digits === undefined ? {} : { digits: result.digits }),
  ...(isRecord(result.extensions) ? { extensions: result.extensions } : {}),
});
