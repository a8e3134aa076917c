// Codes 4xxx: writing SCXML.
import { defineCatalogue } from '../define.js';

export const emitEntries = defineCatalogue({});
