// Fields of event data that a transition reads: a name that differs from a documented field of its event by a slip.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import { attribute, elementsWithin, textOf, type LocatedText, type XmlElement } from '../../xml/index.js';
import { eventFields } from './catalogue/index.js';
import { scxmlNamespace } from '../document/content.js';
import { nearestName } from '../../diagnostics/nearest-name.js';

/** Findings about `_event.data.<field>` in transitions on events of the platform. */
export function checkEventFields(root: XmlElement): readonly Diagnostic[] {
  return [...elementsWithin(root)].flatMap((element) => {
    if (element.uri !== scxmlNamespace || element.local !== 'transition') return [];
    const texts = textsIn(element).filter(({ text }) => text.includes('_event.data.'));
    if (texts.length === 0) return [];
    const events = attribute(element, 'event')?.value.text.trim() ?? '';
    const known = fieldsOf(events);
    return known === undefined ? [] : texts.flatMap((text) => checkText(text, events, known));
  });
}

/** The fields of all events that fit; undefined when one of them may be another than those of the platform. */
function fieldsOf(descriptors: string): ReadonlySet<string> | undefined {
  const known = new Set<string>();
  for (const written of descriptors.split(/\s+/)) {
    const event = written.replace(/\.?\*$/, '');
    const fitting = [...eventFields].filter(([name]) => name === event || name.startsWith(`${event}.`));
    // `error` and `*` take anything.
    if (!event.includes('.') || fitting.length === 0) return undefined;
    for (const field of fitting.flatMap(([, data]) => data)) known.add(field);
  }
  return known;
}

const textsIn = (transition: XmlElement): readonly LocatedText[] =>
  [...elementsWithin(transition)].flatMap((element) => [
    ...element.attributes.map(({ value }) => value),
    ...(element.local === 'script' ? [textOf(element)] : []),
  ]);

function checkText(text: LocatedText, event: string, known: ReadonlySet<string>): readonly Diagnostic[] {
  return [...text.text.matchAll(/\b_event\.data\.([A-Za-z_$][\w$]*)/g)].flatMap((found) => {
    const field = found[1] ?? '';
    const near = known.has(field) ? undefined : nearestName(field, known);
    if (near === undefined) return [];
    const end = found.index + found[0].length;
    const data = { event, field, near };
    return [diagnose('IRD5112', '', text.span(end - field.length, end), data)];
  });
}
