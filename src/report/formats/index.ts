// All report formats, loaded. The command line takes them from the table, which loads what is asked for.
import type { Format } from './format.js';
import { htmlFormat } from './html.js';
import { lightFormats } from './table.js';

export type { Format } from './format.js';

export const formats: readonly Format[] = [...lightFormats, htmlFormat];
