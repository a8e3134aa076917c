// The published JSON schemas by file name: the build writes them to dist/schemas.
import { profileSchema } from './ird-parser/profiles/schema.js';
import { overridesSchema } from './mappings/overrides/schema.js';
import reportSchema from './report/report.schema.json' with { type: 'json' };
import { scenarioSchema } from './runtime-check/scenario/schema.js';
import { traceSchema } from './runtime-check/trace-schema.js';

export const schemas: Readonly<Record<string, unknown>> = {
  'overrides.schema.json': overridesSchema,
  'profile.schema.json': profileSchema,
  'report.schema.json': reportSchema,
  'scenario.schema.json': scenarioSchema,
  'trace.schema.json': traceSchema,
};
