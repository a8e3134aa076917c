// Codes 15xx: the IRD languages.
import { defineCatalogue } from '../define.js';

export const languagesEntries = defineCatalogue({});
