// Codes 3xxx: mapping blocks and functions.
import { defineCatalogue } from '../define.js';

export const mapEntries = defineCatalogue({});
