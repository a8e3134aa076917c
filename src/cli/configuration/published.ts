// The schema of configuration files as the package publishes it: the build writes it to dist/schemas.
import { configSchema, type JsonSchema } from '../../config/schema.js';
import { createProgram } from '../program.js';
import type { Sink, Terminal } from '../terminal.js';
import { plainPaint } from '../../report/formats/format.js';
import { factsFrom } from './command-tree.js';

/** A terminal that nobody sees: the command tree is only looked at. */
const sink: Sink = { write: () => undefined, paint: plainPaint, isTerminal: false };
const nowhere: Terminal = { cwd: '/', out: sink, err: sink, env: {} };

/** By file name. */
export const schemas: Readonly<Record<string, JsonSchema>> = {
  'config.schema.json': configSchema(factsFrom(createProgram(nowhere, () => undefined))),
};
