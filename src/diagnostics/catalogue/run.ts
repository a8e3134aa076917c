// Codes 55xx to 59xx: runs of a page in the interpreter.
import { defineCatalogue } from '../define.js';

export const runEntries = defineCatalogue({});
