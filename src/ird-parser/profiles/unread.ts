// What no rule of a profile has read: elements, attributes and texts, counted by their path.
import type { Span } from '../../diagnostics/index.js';
import type { XmlDocument, XmlElement } from '../../xml/index.js';
import type { UnreadItem } from '../source-model.js';
import { report, type Reading } from './reading.js';
import { isMarkup, ownText, selectFromTop } from './select.js';

/** Findings about unread paths in one file; the rest is summed up in one more. */
const mostFindings = 20;

/** Counts what was not read, in the order of the file. Call it when everything else has been read. */
export function collectUnread(document: XmlDocument, reading: Reading): readonly UnreadItem[] {
  const { marks, profile } = reading;
  for (const item of selectFromTop(profile.ignore, document.root, marks)) {
    // A path of `ignore` that names an element takes everything inside.
    if ('children' in item) ignoreAll(item, reading);
  }
  const counts = new Map<string, { count: number; first: Span }>();
  const count = (path: string, place: () => Span): void => {
    const known = counts.get(path);
    if (known) known.count += 1;
    else counts.set(path, { count: 1, first: place() });
  };
  const visit = (element: XmlElement, path: string): void => {
    if (!marks.nodes.has(element)) count(path, () => element.tagSpan);
    for (const attribute of element.attributes) {
      if (!marks.nodes.has(attribute) && !isMarkup(attribute))
        count(`${path}/@${attribute.name}`, () => attribute.span);
    }
    if (!marks.texts.has(element)) {
      const text = ownText(element);
      if (text.text !== '') count(`${path}/text()`, () => text.span());
    }
    for (const child of element.children) if (child.kind === 'element') visit(child, `${path}/${child.name}`);
  };
  visit(document.root, document.root.name);
  return [...counts].map(([path, { count: times, first }]) => ({ path, count: times, first }));
}

function ignoreAll(element: XmlElement, reading: Reading): void {
  reading.marks.nodes.add(element);
  reading.marks.texts.add(element);
  for (const attribute of element.attributes) reading.marks.nodes.add(attribute);
  for (const child of element.children) if (child.kind === 'element') ignoreAll(child, reading);
}

/** One finding for each path, up to a number that a person still reads. */
export function reportUnread(unread: readonly UnreadItem[], reading: Reading): void {
  for (const { path, count, first } of unread.slice(0, mostFindings)) {
    report(reading, 'IRD1320', '', first, { path, count, profile: reading.profile.name });
  }
  const [next, ...more] = unread.slice(mostFindings);
  if (next)
    report(reading, 'IRD1321', '', next.first, { paths: more.length + 1, profile: reading.profile.name });
}
