// Names the content of the mapping tables: a report that was made by other tables is not comparable without a look.
import { createHash } from 'node:crypto';
import { mappingEntries } from '../mappings/listing.js';

let known: string | undefined;

/** SHA-256 (hex) of all that the tables of functions and objects say. It is the same in every process of one build. */
export function tablesHash(): string {
  known ??= createHash('sha256').update(JSON.stringify(mappingEntries())).digest('hex');
  return known;
}
