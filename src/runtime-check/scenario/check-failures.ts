// Actions that a scenario makes fail: they exist, they can fail, and they have the error.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import { actions } from '../validate/catalogue/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import type { Place } from './check-meaning.js';
import type { Scenario } from './types.js';

/** Findings about `answers.failures`, and about the errors of prepared answers. */
export function checkFailures({ answers }: Scenario, place: Place): readonly Diagnostic[] {
  const failures = (answers?.failures ?? []).flatMap(({ action, error }, index) => {
    const path = ['answers', 'failures', String(index)];
    return [...checkAction(action, [...path, 'action'], place), ...checkError(action, error, path, place)];
  });
  const treatments = (answers?.treatments ?? []).flatMap(({ match, error }, index) =>
    checkTreatment(actionIn(match), error, ['answers', 'treatments', String(index)], place),
  );
  const classified = (answers?.classification ?? []).flatMap(({ match, error }, index) => {
    const action = actionIn(match) ?? 'classification:classify';
    return checkError(action, error, ['answers', 'classification', String(index)], place);
  });
  return [...failures, ...treatments, ...classified];
}

/** The action that an answer names in its `match`. */
const actionIn = (match: string | undefined): string | undefined => {
  const named = /^[a-z]+:[a-z]+/.exec(match ?? '')?.[0];
  return named !== undefined && actions.has(named) ? named : undefined;
};

// An answer that names no element may be for any treatment: all that is known of them is known of one by its documentation.
function checkTreatment(
  action: string | undefined,
  error: string | undefined,
  path: readonly string[],
  place: Place,
): readonly Diagnostic[] {
  if (action !== undefined) return checkError(action, error, path, place);
  const words = actions.get('dialog:start')?.errors?.words ?? [];
  if (error === undefined || words.includes(error)) return [];
  const data = { action: 'a treatment', error, near: suggestion(error, words) };
  return [diagnose('IRD5311', '', place.span([...path, 'error']), data)];
}

function checkAction(action: string, path: readonly string[], place: Place): readonly Diagnostic[] {
  const row = actions.get(action);
  if (row === undefined) {
    const message = `names "${action}", which is not an action${suggestion(action, actions.keys())}`;
    return [diagnose('IRD5304', '', place.span(path), { path: path.join('.'), message })];
  }
  return row.event === '' ? [diagnose('IRD5312', '', place.span(path), { action })] : [];
}

function checkError(
  action: string,
  error: string | undefined,
  path: readonly string[],
  place: Place,
): readonly Diagnostic[] {
  const errors = actions.get(action)?.errors;
  if (error === undefined || errors === undefined || errors.words.includes(error)) return [];
  const data = { action, error, near: suggestion(error, errors.words) };
  const span = place.span([...path, 'error']);
  return [
    errors.known === 'documented' ? diagnose('IRD5310', '', span, data) : diagnose('IRD5311', '', span, data),
  ];
}
