// Codes 1xxx: reading files, XML and export profiles.
import { defineCatalogue } from '../define.js';
import { profileEntries } from './read-profiles.js';
import { xmlEntries } from './read-xml.js';

export const readEntries = defineCatalogue({ ...xmlEntries, ...profileEntries });
