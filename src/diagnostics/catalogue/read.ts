// Codes 1xxx: reading files, XML and export profiles.
import { defineCatalogue } from '../define.js';

export const readEntries = defineCatalogue({});
