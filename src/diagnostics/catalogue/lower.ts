// Codes 2xxx: names, types, the strategy graph.
import { defineCatalogue } from '../define.js';

export const lowerEntries = defineCatalogue({});
