// The places of both drawings of a strategy, as they are kept from the conversion to the report.
import type { Drawing } from './model.js';
import type { Places } from './places.js';

export interface GraphPlaces {
  /** Nothing for what is not drawn. */
  readonly flow: Places | null;
  readonly machine: Places | null;
}

/** Larger drawings say nothing to the eye within a report. */
const mostBoxes = 450;

/** Whether a report shows this drawing. */
export const isDrawn = ({ boxes }: Drawing): boolean => boxes.length > 0 && boxes.length <= mostBoxes;
