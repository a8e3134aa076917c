// Codes 11xx to 14xx: which format a file is in, export profiles, and reading by profile.
import { defineCatalogue } from '../define.js';

export const profileEntries = defineCatalogue({});
