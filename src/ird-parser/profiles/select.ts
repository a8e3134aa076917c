// Evaluates paths of a profile in a located tree, and keeps account of everything that was read: what is left over in the end
// was read by no rule, and is reported.
import {
  elementsWithin,
  joinText,
  sliceText,
  type LocatedText,
  type XmlAttribute,
  type XmlElement,
  type XmlText,
} from '../../xml/index.js';
import type { NameTest, Path, Predicate, Step } from './path.js';

/** What a path can find. */
export type Item = XmlElement | XmlAttribute;

/** What rules have read so far. An element is in `nodes` when its ancestors are. */
export interface Marks {
  readonly nodes: Set<Item>;
  /** Elements whose own text was read. */
  readonly texts: Set<XmlElement>;
}

export const newMarks = (): Marks => ({ nodes: new Set(), texts: new Set() });

/** Stands above the root element, so that the paths of a profile start with the name of the root. */
interface Top {
  readonly top: XmlElement;
}
type Context = Item | Top;

export const isElement = (item: Context): item is XmlElement => 'children' in item;

/** Counts `item` as read, with the elements around it. */
export function mark(item: Item, marks: Marks): void {
  if (!isElement(item)) {
    marks.nodes.add(item);
    return;
  }
  for (
    let element: XmlElement | undefined = item;
    element && !marks.nodes.has(element);
    element = element.parent
  ) {
    marks.nodes.add(element);
  }
}

/** Everything that `paths` find from `context`, marked as read. A wildcard takes only what no rule has read yet. */
export function selectAll(paths: readonly Path[], context: Item, marks: Marks): readonly Item[] {
  const found = paths.flatMap((path) => locate(path, context, marks));
  for (const item of found) mark(item, marks);
  return found;
}

/** As `selectAll`, from above the root element. */
export function selectFromTop(paths: readonly Path[], root: XmlElement, marks: Marks): readonly Item[] {
  const found = paths.flatMap((path) => locate(path, { top: root }, marks));
  for (const item of found) mark(item, marks);
  return found;
}

/**
 * The value that `paths` give: that of the first path which finds a text, else the first that finds anything at all; undefined when
 * none does. What gives the value is marked as read.
 */
export function valueOf(paths: readonly Path[], context: Item, marks: Marks): LocatedText | undefined {
  let blank: LocatedText | undefined;
  for (const path of paths) {
    const value = valueAt(path, context, marks);
    if (value && value.text.trim() !== '') return value;
    blank ??= value;
  }
  return blank;
}

/** Whether the text that `paths` give is the text of an element inside `owner` which another rule has read already. */
export const isValueRead = (
  paths: readonly Path[],
  context: Item,
  owner: XmlElement,
  marks: Marks,
): boolean =>
  paths.some((path) => {
    if (path.name || path.literal !== undefined) return false;
    const [item] = locate(path, context, marks);
    return item !== undefined && isElement(item) && marks.texts.has(item) && isInside(item, owner);
  });

function isInside(element: XmlElement, owner: XmlElement): boolean {
  for (let around = element.parent; around; around = around.parent) if (around === owner) return true;
  return false;
}

function valueAt(path: Path, context: Item, marks: Marks): LocatedText | undefined {
  if (path.literal !== undefined) {
    return { text: path.literal, span: () => (isElement(context) ? context.tagSpan : context.span) };
  }
  const [item] = locate(path, context, marks);
  if (!item) return undefined;
  mark(item, marks);
  if (path.name) return { text: item.local, span: () => (isElement(item) ? item.tagSpan : item.span) };
  if (!isElement(item)) return item.value;
  marks.texts.add(item);
  return ownText(item);
}

function locate(path: Path, context: Context, marks: Marks): readonly Item[] {
  const [only, ...more] = path.steps;
  if (only && more.length === 0) return follow(only, context, marks, true).filter(isItem);
  let contexts: readonly Context[] = [context];
  for (const [index, step] of path.steps.entries()) {
    const last = index === path.steps.length - 1;
    const found = contexts.flatMap((from) => follow(step, from, marks, last));
    // Descendants of nested elements, and parents of siblings, are found more than once.
    contexts = contexts.length > 1 ? [...new Set(found)] : found;
    // A container that the profile names is read, even when it is empty.
    if (!last && step.test.local !== undefined) {
      for (const item of contexts) if (isElement(item)) mark(item, marks);
    }
  }
  return contexts.filter(isItem);
}

const isItem = (context: Context): context is Item => !('top' in context);

function follow(step: Step, from: Context, marks: Marks, last: boolean): readonly Context[] {
  const wanted = (item: Item): boolean => {
    if (!matchesName(step.test, item)) return false;
    if (last && step.test.local === undefined && marks.nodes.has(item)) return false;
    return step.predicates.every((one) => isElement(item) && holds(one, item, marks));
  };
  switch (step.axis) {
    case 'self':
      return [from];
    case 'parent':
      return isElement(from) && from.parent ? [from.parent] : [];
    case 'attribute':
      return isElement(from) ? from.attributes.filter((a) => !isMarkup(a) && wanted(a)) : [];
    case 'child':
      return childrenOf(from).filter(wanted);
    case 'descendant':
      return descendantsOf(from).filter(wanted);
    default:
      return step.axis satisfies never;
  }
}

function childrenOf(context: Context): readonly XmlElement[] {
  if ('top' in context) return [context.top];
  return isElement(context) ? context.children.filter((child) => child.kind === 'element') : [];
}

function descendantsOf(context: Context): readonly XmlElement[] {
  const tops = childrenOf(context);
  return tops.flatMap((element) => [...elementsWithin(element)]);
}

const matchesName = (test: NameTest, item: Item): boolean =>
  (test.local === undefined || test.local === item.local) &&
  (test.uri === undefined || test.uri === item.uri);

// What a condition compares counts as read when it holds: the rule knows its text.
function holds(predicate: Predicate, element: XmlElement, marks: Marks): boolean {
  const candidates: readonly Item[] = predicate.attribute ? element.attributes : childrenOf(element);
  const found = candidates.find(
    (item) =>
      matchesName(predicate.test, item) &&
      (predicate.equals === undefined || textOfItem(item) === predicate.equals),
  );
  if (found && predicate.equals !== undefined) {
    mark(found, marks);
    if (isElement(found)) marks.texts.add(found);
  }
  return found !== undefined;
}

const textOfItem = (item: Item): string => (isElement(item) ? ownText(item).text : item.value.text).trim();

const xmlnsUri = 'http://www.w3.org/2000/xmlns/';
const xsiUri = 'http://www.w3.org/2001/XMLSchema-instance';
const xmlUri = 'http://www.w3.org/XML/1998/namespace';

/** Attributes that speak to XML tools and not of the strategy: namespace declarations, `xml:space`, schema locations. */
export const isMarkup = (attribute: XmlAttribute): boolean =>
  attribute.uri === xmlnsUri ||
  attribute.uri === xmlUri ||
  (attribute.uri === xsiUri && /schemalocation$/i.test(attribute.local));

/** The text of an element without the blanks around it, which are layout; blanks inside CDATA are text. */
export function ownText(element: XmlElement): LocatedText {
  const pieces = element.children.filter((child): child is XmlText => child.kind === 'text');
  let [first, last] = [0, pieces.length - 1];
  const isLayout = (piece: XmlText | undefined): boolean =>
    piece !== undefined && !piece.cdata && piece.value.text.trim() === '';
  while (first <= last && isLayout(pieces[first])) first += 1;
  while (last >= first && isLayout(pieces[last])) last -= 1;
  const kept = pieces.slice(first, last + 1).map((piece, index, all) => {
    const text = piece.value.text;
    if (piece.cdata) return piece.value;
    const start = index === 0 ? text.length - text.trimStart().length : 0;
    const end = index === all.length - 1 ? text.trimEnd().length : text.length;
    return sliceText(piece.value, start, end);
  });
  const { file, end } = element.tagSpan;
  return joinText(kept, { file, start: end, end });
}
