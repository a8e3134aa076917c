// What the comparison of a strategy with its page showed: the verdict, then each difference with both traces beside each other.
import { equivalenceInWords } from '../formats/equivalence-words.js';
import { plural } from '../formats/plural.js';
import type { ReportDifference } from '../model-equivalence.js';
import type { ReportStrategy } from '../model.js';
import { made, markup, nothing, text, when, type Markup } from './markup.js';
import { row, tableEnd, tableStart } from './tables.js';

/** The comparison of one strategy; nothing where there was none. */
export function* comparison({ equivalence }: ReportStrategy): Generator<Markup> {
  if (equivalence === undefined) return;
  yield markup`<p>Compared with its page: ${text(equivalenceInWords(equivalence))}.</p>
`;
  for (const difference of equivalence.differences) yield* differing(difference);
}

const columns = [{ title: 'strategy' }, { title: 'page' }];
const differs = made(' class="differs"');

function* differing(found: ReportDifference): Generator<Markup> {
  const { scenario, source, page, times, traces } = found;
  const name = String(scenario['name']);
  yield markup`<details class="difference"><summary><b>Difference</b> in scenario ${text(`"${name}"`)}${when(times > 1, () => text(`, and ${plural(times - 1, 'other scenario', 'other scenarios')}`))}</summary>
<dl><div><dt>strategy</dt><dd>${text(source)}</dd></div><div><dt>page</dt><dd>${text(page)}</dd></div>${about(found).map(([term, what]) => markup`<div><dt>${text(term)}</dt><dd>${text(what)}</dd></div>`)}</dl>
`;
  if (traces.length > 0) {
    yield tableStart('Both traces, up to the first difference', columns);
    for (const each of traces)
      yield row(columns, [step(each.source), step(each.page)], each.same ? nothing : differs);
    yield tableEnd;
  }
  yield markup`</details>
`;
}

const step = (shown: string): Markup => text(shown === '' ? '-' : shown);

function about({
  node,
  mapping,
  state,
  agreeing = [],
  saved,
  scenario,
}: ReportDifference): readonly (readonly [string, string])[] {
  return [
    ...(node === '' ? [] : [['block', node] as const]),
    ...(mapping === null ? [] : [['mapping row', mapping] as const]),
    ...(state === null ? [] : [['state', `${state.id} at ${state.file}:${String(state.line)}`] as const]),
    ...agreeing.map(({ id, value }) => ['strategy does the same with', `--assume "${id}=${value}"`] as const),
    saved === undefined ? ['scenario', JSON.stringify(scenario)] : ['scenario saved as', saved],
  ];
}
