// Contents of HTTP answers that a page may look into: JSON with the names that it compares with literals, once for each set of values.
import type { Literal } from './comparisons.js';
import type { DataFlow } from './data-flow.js';
import type { PageCode } from './page-code.js';

const most = 6;

/** Contents worth trying, most promising first. */
export function contentsFor(code: PageCode, flow: DataFlow): readonly unknown[] {
  const literals = new Map<string, Literal[]>();
  for (const { tree } of code.pieces) {
    for (const { sources, literal } of flow.comparisons(tree)) {
      const names = sources.filter(({ kind }) => kind === 'name').map(({ name }) => name);
      const isContent = flow
        .inputs(sources)
        .some(({ source }) => source.kind === 'event' && source.name === 'content');
      // The outermost member is what is compared.
      const [name] = names;
      if (!isContent || name === undefined || name === 'content') continue;
      const known = literals.get(name) ?? [];
      literals.set(name, known.includes(literal) ? known : [...known, literal]);
    }
  }
  const count = Math.min(most, Math.max(0, ...[...literals.values()].map((values) => values.length + 2)));
  const objects = Array.from({ length: count }, (_, at) =>
    Object.fromEntries([...literals].map(([name, values]) => [name, nthValue(values, at)])),
  );
  return [...objects, 'ok', '{}', ''];
}

/** The values in turn, then what lies beside the first. */
function nthValue(values: readonly Literal[], at: number): Literal {
  const value = values[at];
  if (value !== undefined) return value;
  const [first = ''] = values;
  return typeof first === 'number' ? first + (at === values.length ? 1 : -1) : 'other';
}
