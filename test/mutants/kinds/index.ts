// All kinds of faults that are made on pages.
import type { MutationKind } from '../define.js';
import { dataKinds } from './data.js';
import { expressionKinds } from './expressions.js';
import { flowKinds } from './flow.js';
import { libraryKinds } from './library.js';
import { routingKinds } from './routing.js';
import { treatmentKinds } from './treatments.js';

export const pageKinds: readonly MutationKind[] = [
  ...routingKinds,
  ...treatmentKinds,
  ...flowKinds,
  ...expressionKinds,
  ...dataKinds,
  ...libraryKinds,
];
