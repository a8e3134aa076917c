// Objects by the names that users write: the toolbar's name, the type, an alias; in any case, with or without blanks and hyphens.
import type { BlockType } from '../../ir/nodes.js';
import { objectFacts } from '../../ir/vocabulary/objects.js';
import { findBlockMapping } from '../blocks/index.js';

/** A name without what spellings differ in. */
export const foldName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^ird:/, '')
    .replace(/[\s_-]+/g, '');

const convertible = objectFacts.filter(({ type }) => findBlockMapping(type) !== undefined);

/** The type of an object that is converted; undefined when there is none of that name. */
export function typeOfObject(name: string): BlockType | undefined {
  const wanted = foldName(name);
  return convertible.find((fact) =>
    [fact.type, fact.name, ...(fact.aliases ?? [])].some((known) => foldName(known) === wanted),
  )?.type;
}

/** Names of objects that are converted, for suggestions. */
export const objectSpellings = (): readonly string[] => convertible.map(({ name }) => name);
