// Codes 8xxx: command line, configuration, scenario files.
import { defineCatalogue } from '../define.js';

export const configEntries = defineCatalogue({});
