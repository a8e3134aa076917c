// Compiles executable content, and what goes with it: parameters, inline content, data for done events.
import { attribute, childElement, textOf, type LocatedText, type XmlElement } from '../../xml/index.js';
import type { Dialect } from '../interpreter/dialects.js';
import type { Plain } from '../script/engine.js';
import { isTooDeep } from '../script/plain-text.js';
import { expressionOf, literalOf, requiredAttribute, valueOf, type Compilation } from './attributes.js';
import type { Action, Block, Branch, Content, DoneData, Expression, Param } from './nodes.js';
import { namespacesAround, xmlDocumentIn, xmlDocumentOf } from './xml-value.js';

export const scxmlNamespace = 'http://www.w3.org/2005/07/scxml';

export const isScxml = (element: XmlElement): boolean => element.uri === scxmlNamespace;

/** The SCXML elements directly in `element`, in order. */
export function scxmlChildren(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => child.kind === 'element' && isScxml(child));
}

/** The actions directly in `element`. */
export function compileBlock(compilation: Compilation, element: XmlElement): Block {
  const actions: Action[] = [];
  for (const child of element.children) {
    const action = child.kind === 'element' ? compileAction(compilation, child) : undefined;
    if (action) actions.push(action);
  }
  return actions;
}

/** Undefined when it was reported and cannot run. */
function compileAction(compilation: Compilation, element: XmlElement): Action | undefined {
  if (!isScxml(element)) return { kind: 'foreign', element, state: compilation.state };
  const refused = compilation.dialect.refused[element.local];
  if (refused) {
    const data = { element: element.name, dialect: compilation.dialect.name, reason: refused.reason };
    compilation.report('IRD5506', element.tagSpan, data);
    return undefined;
  }
  const nameAttribute = compilation.dialect.raise[element.local];
  if (nameAttribute !== undefined) return compileRaise(compilation, element, nameAttribute);
  switch (element.local) {
    case 'if':
      return compileIf(compilation, element);
    case 'log':
      return compileLog(compilation, element);
    case 'assign':
      return compileAssign(compilation, element);
    case 'script':
      return { kind: 'script', script: compileScript(compilation, element), element };
    case 'send':
      return compileSend(compilation, element);
    case 'cancel':
      return compileCancel(compilation, element);
    case 'foreach':
      return compileForeach(compilation, element);
    default:
      reportMisplaced(compilation, element);
      return undefined;
  }
}

export function reportMisplaced(compilation: Compilation, element: XmlElement): void {
  const data = { element: element.name, parent: element.parent?.name ?? 'the document' };
  compilation.report('IRD5508', element.tagSpan, data);
}

function compileRaise(compilation: Compilation, element: XmlElement, name: string): Action | undefined {
  const event = requiredAttribute(compilation, element, name);
  const params = compilation.dialect.raiseParams ? compileParams(compilation, element) : [];
  return event && { kind: 'raise', event: event.value.text.trim(), params, element };
}

function compileIf(compilation: Compilation, element: XmlElement): Action {
  const branches: { readonly cond: Branch['cond']; readonly content: Action[] }[] = [];
  const open = (part: XmlElement, hasCondition: boolean): void => {
    if (hasCondition) requiredAttribute(compilation, part, 'cond');
    const cond = hasCondition ? expressionOf(compilation, part, 'cond', 'condition') : undefined;
    branches.push({ cond, content: [] });
  };
  open(element, true);
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    if (isScxml(child) && (child.local === 'elseif' || child.local === 'else')) {
      // Nothing may follow `else`.
      if (branches.length > 1 && branches.at(-1)?.cond === undefined) reportMisplaced(compilation, child);
      open(child, child.local === 'elseif');
    } else {
      const action = compileAction(compilation, child);
      if (action) branches.at(-1)?.content.push(action);
    }
  }
  return { kind: 'if', branches, element };
}

function compileLog(compilation: Compilation, element: XmlElement): Action {
  const expression = expressionOf(compilation, element, 'expr', 'expression');
  const level = Number(literalOf(element, 'level') ?? Number.NaN);
  const label = attribute(element, 'label')?.value.text ?? '';
  return { kind: 'log', label, expression, level: Number.isFinite(level) ? level : undefined, element };
}

function compileAssign(compilation: Compilation, element: XmlElement): Action | undefined {
  const location = requiredAttribute(compilation, element, 'location');
  if (!location) return undefined;
  const expr = attribute(element, 'expr');
  if (expr) {
    const assignment = compilation.expression('assignment', element, location.value, expr.value);
    return { kind: 'assign', assignment, element };
  }
  const value = inlineValue(compilation, element);
  return {
    kind: 'store',
    location: compilation.expression('location', element, location.value),
    value,
    element,
  };
}

/** The script in a `script` element, or in the file that it names. */
export function compileScript(compilation: Compilation, element: XmlElement): Expression {
  return compilation.expression('script', element, textOfSource(compilation, element) ?? textOf(element));
}

/** The text of the file that `src` names; undefined without `src`. One that cannot be had is reported. */
export function textOfSource(compilation: Compilation, element: XmlElement): LocatedText | undefined {
  const src = attribute(element, 'src');
  if (!src) return undefined;
  const refused = compilation.dialect.refused[`${element.local} src`];
  const text = refused ? undefined : compilation.resolve(src.value.text);
  if (text === undefined) {
    const reason = refused?.reason ?? `"${src.value.text}" is not read; write its content into the page`;
    const data = { element: `${element.name} src`, dialect: compilation.dialect.name, reason };
    compilation.report('IRD5506', src.span, data);
  }
  return { text: text ?? '', span: () => src.value.span() };
}

function compileSend(compilation: Compilation, element: XmlElement): Action {
  const { send, sendId, internalTargets } = compilation.dialect;
  const target = valueOf(compilation, element, send.target);
  const delay = valueOf(compilation, element, send.delay);
  if (delay && target?.kind === 'literal' && internalTargets.includes(target.text)) {
    const data = { element: element.name, first: 'delay', second: `target="${target.text}"` };
    compilation.report('IRD5509', element.tagSpan, data);
  }
  return {
    kind: 'send',
    event: valueOf(compilation, element, send.event),
    target,
    type: valueOf(compilation, element, send.type),
    delay,
    id: sendId.map((name) => literalOf(element, name)).find((id) => id !== undefined),
    idlocation: expressionOf(compilation, element, 'idlocation', 'location'),
    namelist: compileNamelist(compilation, element),
    ...compileDoneData(compilation, element),
    element,
  };
}

function compileCancel(compilation: Compilation, element: XmlElement): Action | undefined {
  const { cancel } = compilation.dialect;
  const sendid = valueOf(compilation, element, cancel);
  if (sendid) return { kind: 'cancel', sendid, element };
  requiredAttribute(compilation, element, cancel[0]?.attribute ?? 'sendid');
  return undefined;
}

function compileForeach(compilation: Compilation, element: XmlElement): Action | undefined {
  requiredAttribute(compilation, element, 'array');
  requiredAttribute(compilation, element, 'item');
  const array = expressionOf(compilation, element, 'array', 'expression');
  const item = expressionOf(compilation, element, 'item', 'location');
  if (!array || !item) return undefined;
  return {
    kind: 'foreach',
    array,
    item,
    itemName: item.text.text.trim(),
    index: expressionOf(compilation, element, 'index', 'location'),
    indexName: literalOf(element, 'index'),
    content: compileBlock(compilation, element),
    element,
  };
}

/** `namelist`: variables whose values go under their own names. */
export function compileNamelist(compilation: Compilation, element: XmlElement): readonly Param[] {
  const value = attribute(element, 'namelist')?.value;
  if (!value) return [];
  return [...value.text.matchAll(/\S+/g)].map((found) => ({
    name: found[0],
    expression: compilation.expression('expression', element, part(value, found.index, found[0].length)),
  }));
}

const part = (text: LocatedText, from: number, length: number): LocatedText => ({
  text: text.text.slice(from, from + length),
  span: (start = 0, end = length) => text.span(from + start, from + end),
});

export function compileParams(compilation: Compilation, element: XmlElement): readonly Param[] {
  return scxmlChildren(element)
    .filter((child) => child.local === 'param')
    .flatMap((child) => {
      const name = requiredAttribute(compilation, child, 'name')?.value.text;
      const source = attribute(child, 'expr') ?? attribute(child, 'location');
      if (!source) requiredAttribute(compilation, child, 'expr');
      return name === undefined || !source
        ? []
        : [{ name, expression: compilation.expression('expression', child, source.value) }];
    });
}

/** The parameters, or the content, that an element carries. */
export function compileDoneData(compilation: Compilation, element: XmlElement): DoneData {
  const content = childElement(element, 'content');
  return {
    params: compileParams(compilation, element),
    content: content && isScxml(content) ? compileContent(compilation, content) : undefined,
  };
}

function compileContent(compilation: Compilation, element: XmlElement): Content {
  const names = compilation.dialect.contentExpression;
  const name = names.find((found) => attribute(element, found) !== undefined);
  const expression = name === undefined ? undefined : expressionOf(compilation, element, name, 'expression');
  if (expression) return { kind: 'expression', expression };
  const inner = element.children.find((child): child is XmlElement => child.kind === 'element');
  if (inner) return { kind: 'xml', element: inner, value: xmlValue(compilation, inner) };
  return { kind: 'data', value: inlineValue(compilation, element) };
}

/** The value of what stands between the tags: XML, JSON as its value, other text with its blanks made single. */
export function inlineValue(compilation: Compilation, element: XmlElement): Plain {
  const inner = element.children.find((child): child is XmlElement => child.kind === 'element');
  if (inner) return xmlValue(compilation, inner);
  return plainValue(textOf(element).text);
}

const xmlValue = (compilation: Compilation, element: XmlElement): Plain =>
  compilation.dialect.xmlData === 'document' ? xmlDocumentOf(element) : sourceOf(compilation, element);

/** The value of the text of a whole file or message. */
export const valueOfText = ({ xmlData }: Dialect, text: string): Plain =>
  (xmlData === 'document' ? xmlDocumentIn(text) : undefined) ?? plainValue(text);

function plainValue(text: string): Plain {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return jsonValue(trimmed) ?? trimmed.replaceAll(/\s+/g, ' ');
}

function jsonValue(text: string): Plain {
  if (!/^["[{\d-]|^(?:true|false|null)$/.test(text) || isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as Plain; // JSON text gives plain data
  } catch {
    // Text that only looks like JSON stays text.
    return undefined;
  }
}

/** An element as text that stands for itself: with the namespaces that hold where it is. */
function sourceOf({ textOf: textOfFile }: Compilation, element: XmlElement): string {
  const source = textOfFile(element.span.file).slice(element.span.start.offset, element.span.end.offset);
  const declared = namespacesAround(element).map(([name, uri]) => ` ${name}="${escaped(uri)}"`);
  const nameEnd = 1 + element.name.length;
  return source.slice(0, nameEnd) + declared.join('') + source.slice(nameEnd);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
