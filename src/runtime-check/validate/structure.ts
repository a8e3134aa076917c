// What may stand where: SCXML elements inside each other, action elements in executable content and in each other, text only where text is wanted.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import type { XmlElement } from '../../xml/index.js';
import { elementRow, moduleOf } from './catalogue/index.js';
import { coreElements, coreRow, executableElements } from './core-elements.js';
import { scxmlNamespace } from '../document/content.js';
import { dialects } from '../interpreter/dialects.js';
import { includeNamespace } from '../document/include.js';
import { suggestion } from '../../diagnostics/nearest-name.js';

/** Checks an element and everything inside it. */
export function checkStructure(root: XmlElement): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const waiting: XmlElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    found.push(...checkText(element));
    const inside = [];
    for (const child of element.children) {
      if (child.kind !== 'element') continue;
      const problem = checkChild(child, element);
      if (problem !== undefined) found.push(problem);
      // What stands inside an element that is unknown cannot be judged.
      if (known(child)) inside.push(child);
    }
    waiting.push(...inside.reverse());
  }
  return found;
}

const known = (element: XmlElement): boolean =>
  (coreRow(element.uri, element.local) ?? elementRow(element.uri, element.local)) !== undefined;

function checkChild(child: XmlElement, parent: XmlElement): Diagnostic | undefined {
  if (child.uri === includeNamespace) {
    const href = child.attributes.find(({ name }) => name === 'href')?.value.text ?? '';
    return diagnose('IRD5010', '', child.tagSpan, { href });
  }
  if (child.uri === scxmlNamespace || child.uri === '') return checkCore(child, parent);
  const module = moduleOf(child.uri);
  if (module === undefined) return diagnose('IRD5102', '', child.tagSpan, { uri: child.uri });
  const row = elementRow(child.uri, child.local);
  if (row === undefined) {
    const near = suggestion(child.local, Object.keys(module.elements));
    return diagnose('IRD5101', '', child.tagSpan, { element: child.local, module: module.prefix, near });
  }
  const qualified = `${module.prefix}:${child.local}`;
  const around = qualifiedName(parent);
  if (childrenOf(parent).includes(qualified)) return undefined;
  if (row.parents.length === 0 && isExecutable(parent)) return undefined;
  const allowed =
    row.parents.length === 0 ? '; it is executable content' : `; it belongs in ${row.parents.join(' or ')}`;
  return diagnose('IRD5005', '', child.tagSpan, { element: qualified, parent: around, allowed });
}

function checkCore(child: XmlElement, parent: XmlElement): Diagnostic | undefined {
  const name = child.local;
  const refused = Object.hasOwn(dialects.ors.refused, name) ? dialects.ors.refused[name] : undefined;
  if (refused !== undefined) {
    return diagnose('IRD5006', '', child.tagSpan, {
      what: `the element "${name}"`,
      reason: refused.reason,
    });
  }
  if (child.uri === '' || !Object.hasOwn(coreElements, name)) {
    const near = suggestion(name, Object.keys(coreElements));
    return diagnose('IRD5009', '', child.tagSpan, { element: child.name, near });
  }
  if (childrenOf(parent).includes(name)) return undefined;
  if (isExecutable(parent) && executableElements.some((each) => each === name)) return undefined;
  return diagnose('IRD5005', '', child.tagSpan, {
    element: name,
    parent: qualifiedName(parent),
    allowed: '',
  });
}

// `param` and `content` of action elements are those of SCXML; `params` of modules are written with their prefix.
function childrenOf({ uri, local }: XmlElement): readonly string[] {
  return coreRow(uri, local)?.children ?? Object.keys(elementRow(uri, local)?.children ?? {});
}

const isExecutable = ({ uri, local }: XmlElement): boolean => coreRow(uri, local)?.executable === true;

function qualifiedName(element: XmlElement): string {
  const module = moduleOf(element.uri);
  return module === undefined ? element.local : `${module.prefix}:${element.local}`;
}

function checkText(element: XmlElement): readonly Diagnostic[] {
  const core = coreRow(element.uri, element.local);
  if (core !== undefined && core.text !== 'none') return [];
  const text = element.children.find((child) => child.kind === 'text' && child.value.text.trim() !== '');
  if (text?.kind !== 'text') return [];
  const parent = qualifiedName(element);
  return [diagnose('IRD5005', '', text.value.span(), { element: 'text', parent, allowed: '' })];
}
