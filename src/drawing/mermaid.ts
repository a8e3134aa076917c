// A drawing as a Mermaid flowchart. Ids are numbers and texts are quoted with everything that Mermaid could read in them written as entities.
import { inert } from './inert.js';
import type { Arrow, Box, Drawing, Group, Shape } from './model.js';
import { markOf, marks } from './signs.js';
import { labelLines } from './words.js';

const brackets: Readonly<Record<Shape, readonly [string, string]>> = {
  terminal: ['([', '])'],
  decision: ['{', '}'],
  routing: ['{{', '}}'],
  treatment: ['(', ')'],
  data: ['[', ']'],
  call: ['[[', ']]'],
  service: ['[(', ')]'],
  note: ['[', ']'],
};

/** Brackets within which not every reader of Mermaid takes quotes. */
const withoutQuotes: ReadonlySet<Shape> = new Set(['call', 'service']);

/** The text of a flowchart. */
export function renderMermaid(drawing: Drawing): string {
  const keys = keysOf(drawing);
  const used = [...new Set(drawing.boxes.map(({ disposition }) => disposition))].filter(
    (name) => markOf(name).sign !== '',
  );
  return [
    'flowchart TD',
    ...drawing.boxes.filter(({ group }) => group === undefined).map((box) => `  ${boxText(box, keys)}`),
    ...drawing.groups
      .filter(({ parent }) => parent === undefined)
      .flatMap((group) => groupText(group, drawing, keys, '  ')),
    ...drawing.arrows.flatMap((arrow) => arrowText(arrow, keys)),
    ...used.map(
      (name) => `  classDef ${name} fill:${marks[name]?.fill ?? ''},stroke:${marks[name]?.line ?? ''}`,
    ),
    '',
  ].join('\n');
}

/** Numbers in the order of the drawing: ids of blocks may be words of Mermaid (`end`, `style`). */
function keysOf({ boxes, groups }: Drawing): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const { id } of boxes) if (!keys.has(id)) keys.set(id, `b${String(keys.size + 1)}`);
  groups.forEach(({ id }, i) => keys.set(groupKey(id), `g${String(i + 1)}`));
  return keys;
}

const groupKey = (id: string): string => `group ${id}`;

function boxText(box: Box, keys: ReadonlyMap<string, string>): string {
  const [open, close] = brackets[box.shape];
  const { sign } = markOf(box.disposition);
  const lines = [
    `${sign === '' ? '' : `${sign} `}${box.label}`,
    ...(box.kind === '' ? [] : [box.kind]),
    ...(box.open.length === 0 ? [] : [`${box.open.join(', ')}: not connected`]),
  ];
  const style = sign === '' ? '' : `:::${box.disposition}`;
  const text = withoutQuotes.has(box.shape)
    ? lines.map(bare).join('<br/>').trim() || '#160;'
    : `"${lines.map(quoted).join('<br/>')}"`;
  return `${keys.get(box.id) ?? ''}${open}${text}${close}${style}`;
}

function groupText(
  group: Group,
  drawing: Drawing,
  keys: ReadonlyMap<string, string>,
  indent: string,
): readonly string[] {
  const boxes = drawing.boxes.filter((box) => box.group === group.id);
  const inner = drawing.groups.filter(({ parent }) => parent === group.id);
  if (boxes.length + inner.length === 0) return [];
  return [
    `${indent}subgraph ${keys.get(groupKey(group.id)) ?? ''}["${quoted(group.label)}"]`,
    ...boxes.map((box) => `${indent}  ${boxText(box, keys)}`),
    ...inner.flatMap((each) => groupText(each, drawing, keys, `${indent}  `)),
    `${indent}end`,
  ];
}

function arrowText({ from, to, label, kind }: Arrow, keys: ReadonlyMap<string, string>): readonly string[] {
  const [start, end] = [keys.get(from), keys.get(to)];
  if (start === undefined || end === undefined) return [];
  const line = kind === 'failure' || kind === 'exception' ? '-.->' : '-->';
  const lines = labelLines(label);
  const text = lines.length === 0 ? '' : `|${lines.map(bare).join('<br/>')}|`;
  return [`  ${start} ${line}${text} ${end}`];
}

/** Letters, digits, blanks and a few marks stand for themselves; all else is a number. */
const quoted = (text: string): string =>
  written(text, /[^\p{L}\p{N}\p{M} .,:!?=+/()\u2713\u2212\u00d7\u2026-]/gu);

/** The same for texts of arrows, which not every reader of Mermaid takes in quotes. */
const bare = (text: string): string =>
  written(text, /[^\p{L}\p{N}\p{M} .,:_\u2026]|:(?=:)|(?<=:):/gu).replace(words, first);

/** Words that mean something to Mermaid wherever they stand: their first letter is written as a number. */
const words =
  /(?<![\p{L}_#])(?:TB|TD|BT|LR|RL|end|subgraph|graph|flowchart|direction|style|linkStyle|classDef|class|click)(?![\p{L}_])/giu;
const first = (word: string): string => `#${String(word.codePointAt(0) ?? 63)};${word.slice(1)}`;

const written = (text: string, special: RegExp): string =>
  inert(text).replace(special, (mark) => `#${String(mark.codePointAt(0) ?? 63)};`);
