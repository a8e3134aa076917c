// An entry of the user's in words, for the verbs that look something up.
import type { Override } from './model.js';
import { foldName } from './object-names.js';

/** `"PartnerOf" by a template, ours.yaml:3 (observed: ticket 4711), only where strategy is Main*`. */
export function overrideLine(entry: Override): string {
  const { name, when, evidence, source, span } = entry;
  const place = entry.action.kind === 'plugin' ? span.file : `${span.file}:${String(span.start.line)}`;
  const conditions = [
    ...condition('strategy', when.strategy),
    ...condition('caption', when.caption),
    ...when.parameters.flatMap((each) => condition(each.name, each.patterns)),
  ];
  const only = conditions.length === 0 ? '' : `, only where ${conditions.join(' and ')}`;
  return `"${name}" ${actionWords(entry)}, ${place} (${evidence}${source === '' ? '' : `: ${source}`})${only}`;
}

const condition = (what: string, patterns: readonly { readonly text: string }[]): readonly string[] =>
  patterns.length === 0 ? [] : [`${what} is ${patterns.map(({ text }) => text).join(' or ')}`];

function actionWords({ action }: Override): string {
  switch (action.kind) {
    case 'template':
      return 'by a template';
    case 'as':
      return `as "${action.name}"`;
    case 'plugin':
      return 'by a plug-in';
    case 'ignore':
      return `ignored (${action.reason}${action.until === undefined ? '' : `; until ${action.until}`})`;
  }
}

/** The entries that may decide about a function or object of these spellings. */
export function entriesAbout(
  kind: string,
  spellings: readonly string[],
  entries: readonly Override[],
): readonly Override[] {
  const about = kind === 'object' ? 'object' : 'function';
  const names = new Set(spellings.map(foldName));
  return entries.filter((entry) => entry.about === about && names.has(foldName(entry.name)));
}
