// The attributes of every element: known, required, allowed words, and what Orchestration leaves out.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import type { XmlAttribute, XmlElement } from '../../xml/index.js';
import { elementRow, moduleOf } from './catalogue/index.js';
import { coreRow, unsupportedAttributes } from './core-elements.js';
import { scxmlNamespace } from '../document/content.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { checkWords } from './words.js';

/** Attributes that carry data: namespace declarations and those of other namespaces are left out. */
export const ownAttributes = (element: XmlElement): readonly XmlAttribute[] =>
  element.attributes.filter(({ name, prefix, uri }) => name !== 'xmlns' && prefix !== 'xmlns' && uri === '');

/** Checks the attributes of one element. */
export function checkAttributes(element: XmlElement): readonly Diagnostic[] {
  if (element.uri === scxmlNamespace) return checkCore(element);
  const module = moduleOf(element.uri);
  const row = elementRow(element.uri, element.local);
  if (module === undefined || row === undefined) return [];
  const name = `${module.prefix}:${element.local}`;
  const unknown = ownAttributes(element).flatMap((attribute) => {
    const known = Object.hasOwn(row.attributes, attribute.local)
      ? row.attributes[attribute.local]
      : undefined;
    if (known !== undefined) return checkWords(name, attribute, known);
    const near = suggestion(attribute.local, Object.keys(row.attributes));
    const data = { element: name, attribute: attribute.local, near };
    return [
      row.complete
        ? diagnose('IRD5103', '', attribute.span, data)
        : diagnose('IRD5104', '', attribute.span, data),
    ];
  });
  const missing = Object.entries(row.attributes)
    .filter(([attribute, { required }]) => required && !has(element, attribute))
    .map(([attribute]) => diagnose('IRD5007', '', element.tagSpan, { element: name, attribute }));
  return [...unknown, ...missing];
}

const has = (element: XmlElement, name: string): boolean =>
  element.attributes.some((each) => each.name === name);

function checkCore(element: XmlElement): readonly Diagnostic[] {
  const row = coreRow(element.uri, element.local);
  if (row === undefined) return [];
  const left = unsupportedAttributes[element.local] ?? {};
  const found: Diagnostic[] = [];
  for (const attribute of ownAttributes(element)) {
    const { local } = attribute;
    if (Object.hasOwn(left, local)) {
      const what = `the attribute "${local}" of "${element.local}"`;
      found.push(diagnose('IRD5006', '', attribute.span, { what, reason: left[local] ?? '' }));
    } else if (!Object.hasOwn(row.attributes, local) && !local.startsWith('_')) {
      const near = suggestion(local, Object.keys(row.attributes));
      found.push(diagnose('IRD5008', '', attribute.span, { element: element.local, attribute: local, near }));
    }
  }
  for (const attribute of row.required.filter((name) => !has(element, name))) {
    found.push(diagnose('IRD5007', '', element.tagSpan, { element: element.local, attribute }));
  }
  return [...found, ...checkSpecial(element)];
}

// Rules about combinations of attributes that a table does not express.
function checkSpecial(element: XmlElement): readonly Diagnostic[] {
  switch (element.local) {
    case 'cancel': {
      if (has(element, 'sendid') !== has(element, 'id')) return [];
      const what = 'cancel with neither or both of sendid and id';
      return [
        diagnose('IRD5006', '', element.tagSpan, { what, reason: 'exactly one of them names the event' }),
      ];
    }
    case 'send':
      return has(element, 'event') ||
        element.children.some((child) => child.kind === 'element' && child.local === 'content')
        ? []
        : [diagnose('IRD5007', '', element.tagSpan, { element: 'send', attribute: 'event' })];
    case 'invoke': {
      const forward = element.attributes.find(({ name }) => name === 'autoforward');
      if (forward !== undefined && forward.value.text.trim() !== 'false') {
        const reason = 'events are not passed on to the session that was started';
        return [diagnose('IRD5006', '', forward.span, { what: 'autoforward', reason })];
      }
      const type = element.attributes.find(({ name }) => name === 'type' || name === 'targettype')?.value
        .text;
      if (type === undefined || /^\s*'?(scxml|http:\/\/www\.w3\.org\/TR\/scxml\/?)'?\s*$/.test(type))
        return [];
      const reason = 'only sessions of type scxml can be invoked';
      return [diagnose('IRD5006', '', element.tagSpan, { what: `invoke of type ${type}`, reason })];
    }
    case 'transition':
    case 'raise':
      return checkEventName(element);
    default:
      return [];
  }
}

// Names of events stand as they are; inner quotes are for the expressions of `send`.
function checkEventName(element: XmlElement): readonly Diagnostic[] {
  const value = element.attributes.find(({ name }) => name === 'event')?.value;
  if (value === undefined) return [];
  const problem = (event: string): string | undefined => {
    if (/['"]/.test(event)) return 'it is no expression, so that quotes are part of the name';
    if (/,/.test(event)) return 'names are separated by blanks, not by commas';
    if (event.startsWith('.') || event.includes('..')) return 'a part of the name is empty';
    return undefined;
  };
  if (value.text.trim() === '') {
    const data = { element: element.local, event: '', reason: 'it is empty' };
    return [diagnose('IRD5016', '', value.span(), data)];
  }
  return [...value.text.matchAll(/\S+/g)].flatMap((found) => {
    const event = found[0];
    const reason = problem(event);
    const span = value.span(found.index, found.index + event.length);
    return reason === undefined
      ? []
      : [diagnose('IRD5016', '', span, { element: element.local, event, reason })];
  });
}
