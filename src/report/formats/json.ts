// The report as JSON: the canonical form, described by report.schema.json.
import type { Renderer } from './format.js';

/** One document, indented, ending in a newline. Only ASCII control characters are ever escaped by JSON itself; the others are escaped here. */
export const renderJson: Renderer = function* (report) {
  const text = JSON.stringify(report, null, 2);
  // The text may be shown in a terminal: C1 controls and marks of direction stay inert as escapes, and the JSON means the same.
  yield text.replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  yield '\n';
};
