// Codes 50xx to 54xx: validation of a page, scenario files.
import { defineCatalogue } from '../define.js';

export const checkEntries = defineCatalogue({});
