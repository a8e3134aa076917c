// The whole catalogue: every code that ird2scxml can report, in the order of the numbers.
import { auditEntries } from './audit.js';
import { batchEntries } from './batch.js';
import { checkEntries } from './check.js';
import { composerEntries } from './composer.js';
import { configEntries } from './config.js';
import { configurationEntries } from './configuration.js';
import { emitEntries } from './emit.js';
import { equivalenceEntries } from './equivalence.js';
import { evaluationEntries } from './evaluation.js';
import { internalEntries } from './internal.js';
import { languageReadingEntries } from './languages-readings.js';
import { languagesEntries } from './languages.js';
import { lowerEntries } from './lower.js';
import { lowerObjectEntries } from './lower-objects.js';
import { mapEntries } from './map.js';
import { nameEntries } from './names.js';
import { overrideEntries } from './overrides.js';
import { readEntries } from './read.js';
import { reportEntries } from './reports.js';
import { runEntries } from './run.js';

export const catalogue = {
  ...readEntries,
  ...languagesEntries,
  ...languageReadingEntries,
  ...composerEntries,
  ...lowerEntries,
  ...lowerObjectEntries,
  ...auditEntries,
  ...batchEntries,
  ...mapEntries,
  ...emitEntries,
  ...checkEntries,
  ...runEntries,
  ...equivalenceEntries,
  ...configEntries,
  ...evaluationEntries,
  ...nameEntries,
  ...overrideEntries,
  ...reportEntries,
  ...configurationEntries,
  ...internalEntries,
};

export type Code = keyof typeof catalogue;
/** The data that the text of code `C` wants. */
export type DataOf<C extends Code> = Parameters<(typeof catalogue)[C]['text']>[0];
