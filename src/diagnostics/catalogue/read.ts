// Codes 1xxx: reading files, XML and export profiles.
import { defineCatalogue } from '../define.js';
import { formatEntries } from './read-formats.js';
import { strategyEntries } from './read-strategies.js';
import { xmlEntries } from './read-xml.js';

export const readEntries = defineCatalogue({ ...xmlEntries, ...formatEntries, ...strategyEntries });
