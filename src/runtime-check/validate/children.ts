// How often elements of the modules stand in each other, and which of them exclude each other.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import { attribute, childElements, elementsWithin, type XmlElement } from '../../xml/index.js';
import { elementRow, moduleOf } from './catalogue/index.js';
import type { ElementRow } from './catalogue/rows.js';

/** Findings about the children of all module elements below the root. */
export function checkChildren(root: XmlElement): readonly Diagnostic[] {
  return [...elementsWithin(root)].flatMap((element) => {
    const row = elementRow(element.uri, element.local);
    return row === undefined ? [] : [...checkNumber(element, row), ...checkTogether(element)];
  });
}

const nameOf = ({ uri, local }: XmlElement): string => {
  const module = moduleOf(uri);
  return module === undefined ? local : `${module.prefix}:${local}`;
};

function checkNumber(element: XmlElement, row: ElementRow): readonly Diagnostic[] {
  // A definition that is loaded from elsewhere takes the place of the element.
  if (attribute(element, 'src') !== undefined) return [];
  const name = nameOf(element);
  const inside = childElements(element);
  return Object.entries(row.children).flatMap(([child, { least, most }]) => {
    const found = inside.filter((each) => nameOf(each) === child);
    const extra = found[most];
    if (extra !== undefined) {
      return [diagnose('IRD5018', '', extra.tagSpan, { element: name, child, most })];
    }
    return found.length < least ? [diagnose('IRD5017', '', element.tagSpan, { element: name, child })] : [];
  });
}

// Documented for these elements: what the numbers do not say.
function checkTogether(element: XmlElement): readonly Diagnostic[] {
  switch (nameOf(element)) {
    case 'queue:targets': {
      const inside = childElements(element);
      const activity = inside.find((child) => child.local === 'activity');
      if (activity === undefined || inside.length === 1) return [];
      const data = { what: '"queue:activity" beside other targets', reason: 'an activity stands alone' };
      return [diagnose('IRD5019', '', activity.tagSpan, data)];
    }
    case 'dialog:prompts':
      return checkPrompts(element);
    default:
      return [];
  }
}

function checkPrompts(element: XmlElement): readonly Diagnostic[] {
  const type = attribute(element, 'type')?.value.text ?? 'ann';
  const prompts = childElements(element, 'prompt');
  if (type === 'tts') {
    return prompts
      .filter((prompt) => attribute(prompt, 'text') === undefined)
      .map((prompt) =>
        diagnose('IRD5019', '', prompt.tagSpan, {
          what: '"dialog:prompt" without text in prompts of the type tts',
          reason: 'there is nothing to speak',
        }),
      );
  }
  const second = prompts[1];
  if (!type.startsWith('MSG_') || second === undefined) return [];
  const data = { what: `two prompts of the type ${type}`, reason: 'such prompts stand alone' };
  return [diagnose('IRD5019', '', second.tagSpan, data)];
}
