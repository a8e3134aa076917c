// Notices which values of a block its mapping looks at, so that a property that nobody read cannot be dropped in silence.
import type { NodeId, Value } from '../ir/nodes.js';

const isValue = (x: object): x is Value => 'kind' in x && 'id' in x && 'text' in x;

/** Properties of these names say where a value comes from or describe it; they have no part in a page. */
const descriptive = /(Source|Switch|Scope)$|^(description|source|scope)$/;

/** A view of `properties` that calls `read` with the id of each value whose content is looked at. */
export function trackReads<T extends object>(properties: T, read: (id: NodeId) => void): T {
  return new Proxy(properties, {
    get(target, name, receiver): unknown {
      const found: unknown = Reflect.get(target, name, receiver);
      if (isValue(target)) {
        // The id alone tells nothing of the content.
        if (name !== 'id' && name !== 'span') read(target.id);
        return found;
      }
      return typeof found === 'object' && found !== null && name !== 'span' ? trackReads(found, read) : found;
    },
  });
}

/** Whether a value of that name can be left aside without a word. */
export const isDescriptive = (id: NodeId): boolean =>
  descriptive.test(
    id
      .slice(id.lastIndexOf('/') + 1)
      .split('.')
      .at(-1) ?? '',
  );
