// The classification module: categories and screening rules that the scenario has for what is written.
import type { ClassificationAnswer } from '../scenario/answer-types.js';
import type { Plain } from '../script/engine.js';
import type { ActionCall, PlatformModule, Services } from './module.js';
import { recordAction } from './record-action.js';
import { interactionOf } from './which-interaction.js';

// Documented: ordered by relevancy.
const categoriesOf = (answer: ClassificationAnswer | undefined): Plain =>
  [...(answer?.categories ?? [])]
    .map(({ name, id, relevancy }) => ({ name, id: id ?? name, relevancy: relevancy ?? 100 }))
    .sort((a, b) => b.relevancy - a.relevancy);

const rulesOf = (answer: ClassificationAnswer | undefined): Plain =>
  (answer?.rules ?? []).map(({ name, id, match, value }) => ({
    name,
    id: id ?? name,
    match,
    value: value ?? '',
  }));

type ReadAnswer = (answer: ClassificationAnswer | undefined) => Readonly<Record<string, Plain>>;

const ask =
  (read: ReadAnswer) =>
  (call: ActionCall, services: Services): void => {
    const { world, context, recorder } = services;
    recordAction(call, services);
    if (call.refused()) return;
    if (interactionOf(call.values['interactionid'], services) === undefined) {
      call.fail('Request Invalid', 'There is no such interaction.');
      return;
    }
    if (call.name === 'classification:classify' && call.values['root'] === '') {
      call.fail('Request Invalid', 'The root category is empty.');
      return;
    }
    const answer = world.answers.classification(`${call.name} ${JSON.stringify(call.values)}`);
    if (answer === undefined) recorder.assume('nothing-classified');
    context.schedule((answer?.lasts ?? 0) * 1000, () => {
      if (answer?.error === undefined) call.done(read(answer));
      else call.fail(answer.error, `The classification failed: ${answer.error}.`);
    });
  };

export const classification: PlatformModule = {
  prefix: 'classification',
  elements: {
    classify: ask((answer) => ({ categories: categoriesOf(answer) })),
    screen: ask((answer) => ({ rules: rulesOf(answer), categories: categoriesOf(answer) })),
  },
  functions: {},
};
