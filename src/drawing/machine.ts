// The state machine of a page as a drawing. Reads the text of the page and nothing else, so that any page can be drawn.
import type { Outcome } from '../diagnostics/index.js';
import { attribute, childElements, readXml, type XmlElement } from '../xml/index.js';
import type { Arrow, Box, Drawing, Group, Shape } from './model.js';
import { shorten } from './words.js';

const stateNames: ReadonlySet<string> = new Set(['state', 'parallel', 'final', 'history']);
/** A state that holds so large a share of all states is a frame around the drawing: it is not drawn as a group. */
const frameShare = 0.5;
const longestLabel = 30;

interface Found {
  readonly id: string;
  readonly element: XmlElement;
  readonly parent: Found | undefined;
  readonly children: Found[];
}

/** Draws the page; no drawing when its text is no XML. */
export function drawMachine(bytes: Uint8Array, file: string): Outcome<Drawing | undefined> {
  const { value, diagnostics } = readXml(bytes, file);
  return { value: value && drawTree(value.root, file), diagnostics };
}

function drawTree(root: XmlElement, file: string): Drawing {
  const states = statesWithin(root);
  const byId = new Map(states.map((state) => [state.id, state]));
  const isFrame = frames(states);
  const groups: Group[] = states
    .filter((state) => state.children.length > 0 && !isFrame(state))
    .map((state) => {
      const outer = groupAround(state, isFrame);
      return { id: state.id, label: state.id, ...(outer === undefined ? {} : { parent: outer }) };
    });
  const drawn = states.filter((state) => state.children.length === 0 || transitionsOf(state).length > 0);
  const arrows = drawn.flatMap((state) => arrowsOf(state, byId));
  const start = attribute(root, 'initial')?.value.text.split(/\s+/)[0] ?? states[0]?.id;
  const entry = byId.get(start ?? '');
  return {
    name: attribute(root, 'name')?.value.text ?? file,
    boxes: drawn.map((state) => boxOf(state, isFrame, entry && entered(entry, byId) === state)),
    arrows: merged(arrows),
    groups,
  };
}

function statesWithin(root: XmlElement): readonly Found[] {
  const found: Found[] = [];
  const waiting: { readonly element: XmlElement; readonly parent: Found | undefined }[] = [
    { element: root, parent: undefined },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element, parent } = next;
    let owner = parent;
    if (stateNames.has(element.local)) {
      const id =
        attribute(element, 'id')?.value.text ?? `${element.local} of line ${String(element.span.start.line)}`;
      owner = { id, element, parent, children: [] };
      parent?.children.push(owner);
      found.push(owner);
    }
    for (const child of childElements(element).toReversed()) {
      if (stateNames.has(child.local)) waiting.push({ element: child, parent: owner });
    }
  }
  return found;
}

/** Which states hold most of the others. */
function frames(states: readonly Found[]): (state: Found) => boolean {
  const sizes = new Map<Found, number>();
  for (const state of states.toReversed()) {
    const size = 1 + state.children.reduce((sum, child) => sum + (sizes.get(child) ?? 0), 0);
    sizes.set(state, size);
  }
  return (state) => (sizes.get(state) ?? 0) > states.length * frameShare;
}

function groupAround(state: Found, isFrame: (state: Found) => boolean): string | undefined {
  for (let outer = state.parent; outer !== undefined; outer = outer.parent) {
    if (!isFrame(outer)) return outer.id;
  }
  return undefined;
}

const transitionsOf = ({ element }: Found): readonly XmlElement[] =>
  childElements(element, 'transition').filter((each) => attribute(each, 'target') !== undefined);

function boxOf(state: Found, isFrame: (state: Found) => boolean, isEntry: boolean | undefined): Box {
  const { id, element, children } = state;
  const isCompound = children.length > 0;
  const group = isCompound && !isFrame(state) ? id : groupAround(state, isFrame);
  const { start, end } = element.span;
  return {
    id,
    label: id,
    kind: isCompound
      ? 'any state within'
      : element.local === 'state'
        ? isEntry === true
          ? 'initial'
          : ''
        : element.local,
    shape: shapeOf(element, isCompound, isEntry === true),
    disposition: '',
    reason: '',
    open: [],
    ...(group === undefined ? {} : { group }),
    lines: [start.line, end.line],
  };
}

function shapeOf(element: XmlElement, isCompound: boolean, isEntry: boolean): Shape {
  if (isCompound) return 'note';
  if (isEntry || element.local === 'final') return 'terminal';
  return 'data';
}

function arrowsOf(state: Found, byId: ReadonlyMap<string, Found>): readonly Arrow[] {
  return transitionsOf(state).flatMap((transition) => {
    const event = attribute(transition, 'event')?.value.text ?? '';
    const condition = attribute(transition, 'cond')?.value.text ?? '';
    const targets = (attribute(transition, 'target')?.value.text ?? '').trim().split(/\s+/);
    return targets.flatMap((name) => {
      const target = byId.get(name);
      if (target === undefined) return [];
      const to = entered(target, byId).id;
      const label = event !== '' ? event : condition === '' ? '' : `[${condition}]`;
      const title = `${event}${condition === '' ? '' : ` [${condition}]`}`.trim();
      const kind = event.startsWith('error') ? 'failure' : event === '' ? 'usual' : 'event';
      return [
        {
          from: state.id,
          to,
          label: shorten(label.replace(/\b_(?:event\.)?data\./g, ''), longestLabel),
          kind,
          title,
        } as const,
      ];
    });
  });
}

/** The innermost state that is entered first; of a state with regions side by side, the first region. */
function entered(state: Found, byId: ReadonlyMap<string, Found>): Found {
  const seen = new Set<Found>();
  let inner = state;
  while (inner.children.length > 0 && !seen.has(inner)) {
    seen.add(inner);
    const named = initialOf(inner.element);
    const next = (named === undefined ? undefined : byId.get(named)) ?? inner.children[0];
    if (next === undefined) break;
    inner = next;
  }
  return inner;
}

function initialOf(element: XmlElement): string | undefined {
  const direct = attribute(element, 'initial')?.value.text;
  const transition = childElements(element, 'initial').flatMap((each) =>
    childElements(each, 'transition'),
  )[0];
  const target = direct ?? (transition && attribute(transition, 'target')?.value.text);
  return target?.trim().split(/\s+/)[0];
}

/** Arrows between the same two boxes are one: at most two labels, then how many more. */
function merged(arrows: readonly Arrow[]): readonly Arrow[] {
  const byEnds = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const key = JSON.stringify([arrow.from, arrow.to]);
    const before = byEnds.get(key);
    if (before === undefined) byEnds.set(key, [arrow]);
    else before.push(arrow);
  }
  return [...byEnds.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const labels = [...new Set(same.map(({ label }) => label).filter((label) => label !== ''))];
    const more = labels.length > 2 ? [`+${String(labels.length - 2)}`] : [];
    return [
      {
        ...first,
        label: [...labels.slice(0, 2), ...more].join('\n'),
        title: same.map(({ title }) => title).join('\n'),
        kind: same.every(({ kind }) => kind === 'failure')
          ? 'failure'
          : same.every(({ kind }) => kind === 'usual')
            ? 'usual'
            : 'event',
      } as const,
    ];
  });
}
