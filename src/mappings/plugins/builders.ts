// What plug-ins build with: expressions of ES5, and the values of attributes. The emitter decides about quotes, parentheses and escapes.
import * as expressions from '../js.js';
import { literal, location, value } from '../target-tree.js';

/** Builders of ES5 expressions and statements: `js.call('f', js.text('x'))`. */
export const js = expressions;

/** Values of attributes of ORS elements: an expression, a place that the platform writes to, a word. */
export const attribute = { value, location, literal };
