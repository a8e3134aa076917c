// The report as JSON: the canonical form, described by report.schema.json.
import type { Renderer } from './format.js';
import { inertJson } from './inert.js';

/** One document, indented by two, ending in a newline. Records are written one after the other, so that a report need not fit into memory. */
export const renderJson: Renderer = function* (report) {
  yield '{';
  let isFirst = true;
  for (const [key, value] of Object.entries(report)) {
    if (value === undefined) continue;
    yield `${isFirst ? '' : ','}\n  ${JSON.stringify(key)}: `;
    isFirst = false;
    if (key === 'strategies') yield* list(report.strategies);
    else if (key === 'details') yield* texts(report.details ?? []);
    else yield indented(value, 2);
  }
  yield '\n}\n';
};

function* list(items: Iterable<unknown>): Iterable<string> {
  let count = 0;
  for (const item of items) {
    yield `${count === 0 ? '[' : ','}\n    ${indented(item, 4)}`;
    count += 1;
  }
  yield count === 0 ? '[]' : '\n  ]';
}

function* texts(details: Iterable<readonly [string, string]>): Iterable<string> {
  let count = 0;
  for (const [hash, text] of details) {
    yield `${count === 0 ? '{' : ','}\n    ${JSON.stringify(hash)}: ${inertJson(text)}`;
    count += 1;
  }
  yield count === 0 ? '{}' : '\n  }';
}

/** A value as it stands inside a document: its lines but the first are moved to the right. */
const indented = (value: unknown, by: number): string =>
  inertJson(value, 2).replaceAll('\n', `\n${' '.repeat(by)}`);
