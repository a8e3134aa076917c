// The part of the scenario schema that says what other servers answer.
import { listOf, named, object, pair, seconds, text, times } from './schema-parts.js';

const fetchAnswer = object({
  url: text,
  method: text,
  body: text,
  params: named(pair),
  nth: times,
  times,
  lasts: seconds,
  content: {},
  headers: named(text),
  error: text,
});

const category = object({ name: text, id: text, relevancy: { type: 'integer', minimum: 1, maximum: 100 } }, [
  'name',
]);
const rule = object({ name: text, id: text, match: { type: 'boolean' }, value: text }, ['name', 'match']);

/** Keys of `answers` by name. */
export const serverAnswers = {
  fetch: listOf(fetchAnswer),
  urs: listOf(fetchAnswer),
  classification: listOf(
    object({
      match: text,
      times,
      lasts: seconds,
      categories: listOf(category),
      rules: listOf(rule),
      error: text,
    }),
  ),
  elasticsearch: listOf(object({ match: text, times, lasts: seconds, error: text })),
} as const;
