// Codes 17xx: Composer diagrams.
import { defineCatalogue } from '../define.js';

export const composerEntries = defineCatalogue({});
