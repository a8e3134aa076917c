// What a schema cannot say about the interactions of a scenario: ids that exist once, parents and happenings that name one, one thing for each happening.
import { diagnose, type Diagnostic, type Span } from '../../diagnostics/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { listedInteractions } from '../world/interaction.js';
import { happeningKinds } from './interaction-types.js';
import type { Scenario } from './types.js';

/** Findings about the interactions and happenings of a scenario that fits the schema. */
export function checkInteractions(
  scenario: Scenario,
  place: { readonly span: (path: readonly string[]) => Span },
): readonly Diagnostic[] {
  const listed = listedInteractions(scenario);
  const known = listed.map(({ id }) => id);
  const found: Diagnostic[] = listed
    .filter(({ id }, index) => known.indexOf(id) < index)
    .map(({ id, path }) => diagnose('IRD5318', '', place.span(path), { id }));
  for (const [index, { consult }] of (scenario.happenings ?? []).entries()) {
    if (consult?.id === undefined) continue;
    const path = ['happenings', String(index), 'consult', 'id'];
    if (known.includes(consult.id)) found.push(diagnose('IRD5318', '', place.span(path), { id: consult.id }));
    known.push(consult.id);
  }
  const named = (id: string | undefined, ...path: readonly string[]): void => {
    if (id === undefined || known.includes(id)) return;
    found.push(diagnose('IRD5317', '', place.span(path), { id, near: suggestion(id, known) }));
  };
  named(scenario.interaction?.parent, 'interaction', 'parent');
  for (const [index, { parent }] of (scenario.interactions ?? []).entries()) {
    named(parent, 'interactions', String(index), 'parent');
  }
  for (const [index, happening] of (scenario.happenings ?? []).entries()) {
    const path = ['happenings', String(index)];
    const kinds = happeningKinds.filter((kind) => {
      const value: unknown = happening[kind];
      return value !== undefined && value !== false;
    });
    if (kinds.length !== 1) {
      const said = kinds.length === 0 ? 'none of them' : kinds.join(' and ');
      found.push(
        diagnose('IRD5316', '', place.span(path), { kinds: happeningKinds.join(', '), found: said }),
      );
    }
    if (happening.after !== undefined && happening.in !== undefined) {
      const message = 'waits for an event and for a state; write two entries';
      found.push(diagnose('IRD5304', '', place.span([...path, 'in']), { path: path.join('.'), message }));
    }
    named(happening.interaction, ...path, 'interaction');
    if (typeof happening.merge === 'object') named(happening.merge.into, ...path, 'merge', 'into');
  }
  return found;
}
