// The states of a page: ids, targets, initial states, what can be reached, how it ends.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import {
  attribute,
  childElements,
  elementsWithin,
  type LocatedText,
  type XmlElement,
} from '../../xml/index.js';
import { scxmlNamespace } from '../document/content.js';
import { includeNamespace } from '../document/include.js';
import { suggestion } from '../../diagnostics/nearest-name.js';

const stateNames = new Set(['state', 'parallel', 'final']);

const isState = (element: XmlElement): boolean =>
  element.uri === scxmlNamespace && stateNames.has(element.local);

const statesIn = (element: XmlElement): readonly XmlElement[] => childElements(element).filter(isState);

/** Checks all states below the root. */
export function checkStates(root: XmlElement, isFragment: boolean): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const byId = new Map<string, XmlElement>();
  for (const element of elementsWithin(root)) {
    if (!isState(element)) continue;
    const id = attribute(element, 'id');
    if (id === undefined) continue;
    const text = id.value.text;
    const first = byId.get(text);
    if (first === undefined) byId.set(text, element);
    else found.push(diagnose('IRD5003', '', id.value.span(), { id: text, line: first.span.start.line }));
  }
  // States that come from included files are not known here.
  const isWhole = ![...elementsWithin(root)].some(
    (element) => element.uri === includeNamespace && attribute(element, 'parse')?.value.text !== 'text',
  );
  const page: StatesOfPage = { byId, isWhole, isFragment };
  for (const element of elementsWithin(root)) {
    if (element.uri === scxmlNamespace)
      found.push(...checkTargets(element, page), ...checkInitial(element, page));
  }
  return [...found, ...checkEnd(root, page), ...(isWhole ? unreachable(root, page) : [])];
}

interface StatesOfPage {
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly isWhole: boolean;
  readonly isFragment: boolean;
}

interface Named {
  readonly id: string;
  readonly start: number;
}

function namesIn(text: string): readonly Named[] {
  return [...text.matchAll(/\S+/g)].map((found) => ({ id: found[0], start: found.index }));
}

function checkTargets(element: XmlElement, page: StatesOfPage): readonly Diagnostic[] {
  const names = element.local === 'transition' ? 'target' : 'initial';
  const value = attribute(element, names)?.value;
  if (value === undefined || !page.isWhole) return [];
  return namesIn(value.text)
    .filter(({ id }) => !page.byId.has(id))
    .map(({ id, start }) => missing(value, id, start, page));
}

function missing(value: LocatedText, id: string, start: number, page: StatesOfPage): Diagnostic {
  const near = suggestion(id, page.byId.keys());
  const length = /^\S+/.exec(value.text.slice(start))?.[0].length ?? 1;
  return diagnose('IRD5004', '', value.span(start, start + length), { target: id, near });
}

function checkInitial(element: XmlElement, page: StatesOfPage): readonly Diagnostic[] {
  if (element.local !== 'state' && element.local !== 'initial') return [];
  const owner = element.local === 'state' ? element : element.parent;
  const value =
    element.local === 'state'
      ? attribute(element, 'initial')?.value
      : childElements(element, 'transition').map((each) => attribute(each, 'target')?.value)[0];
  if (element.local === 'initial' && value === undefined) {
    return [
      diagnose('IRD5007', '', element.tagSpan, { element: 'transition of initial', attribute: 'target' }),
    ];
  }
  if (value === undefined || owner === undefined || owner.local === 'scxml') return [];
  const state = attribute(owner, 'id')?.value.text ?? owner.local;
  return namesIn(value.text)
    .filter(({ id }) => {
      const target = page.byId.get(id);
      return target !== undefined && !(target !== owner && isInside(target, owner));
    })
    .map(({ id }) => diagnose('IRD5012', '', value.span(), { target: id, state }));
}

function isInside(element: XmlElement, ancestor: XmlElement): boolean {
  for (let at: XmlElement | undefined = element; at !== undefined; at = at.parent)
    if (at === ancestor) return true;
  return false;
}

function checkEnd(root: XmlElement, page: StatesOfPage): readonly Diagnostic[] {
  if (statesIn(root).length === 0 && page.isWhole)
    return [diagnose('IRD5013', '', root.tagSpan, { what: 'state' })];
  // A page that is meant for inclusion ends where it is included.
  const ends = childElements(root, 'final').length > 0 || !page.isWhole || page.isFragment;
  return ends ? [] : [diagnose('IRD5013', '', root.tagSpan, { what: 'final state at the top level' })];
}

// A state that no chain of transitions and initial states enters. Only the outermost of such states is named.
function unreachable(root: XmlElement, page: StatesOfPage): readonly Diagnostic[] {
  const reached = new Set<XmlElement>([root]);
  const waiting: XmlElement[] = [];
  const reach = (element: XmlElement | undefined): void => {
    for (let at = element; at !== undefined && !reached.has(at); at = at.parent) {
      reached.add(at);
      waiting.push(at);
    }
  };
  const enter = (element: XmlElement): void => {
    for (const target of entered(element, page)) reach(target);
    for (const transition of childElements(element, 'transition')) {
      for (const { id } of namesIn(attribute(transition, 'target')?.value.text ?? ''))
        reach(page.byId.get(id));
    }
  };
  enter(root);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) enter(next);
  return (
    [...elementsWithin(root)]
      .filter((element) => isState(element) && !reached.has(element))
      .filter((element) => element.parent === undefined || reached.has(element.parent))
      // The second state of an id is reported for that.
      .filter((element) => {
        const id = attribute(element, 'id');
        return id === undefined || page.byId.get(id.value.text) === element;
      })
      .map((element) =>
        diagnose('IRD5011', '', element.tagSpan, {
          state: attribute(element, 'id')?.value.text ?? element.local,
        }),
      )
  );
}

// The children that are entered together with a state when no transition names one of them.
function entered(element: XmlElement, page: StatesOfPage): readonly (XmlElement | undefined)[] {
  const children = statesIn(element);
  if (element.local === 'parallel') return children;
  const written =
    attribute(element, 'initial')?.value.text ??
    childElements(element, 'initial')
      .flatMap((initial) => childElements(initial, 'transition'))
      .map((transition) => attribute(transition, 'target')?.value.text)[0];
  return written === undefined ? children.slice(0, 1) : namesIn(written).map(({ id }) => page.byId.get(id));
}
