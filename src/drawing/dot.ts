// A drawing for Graphviz.
import { inert } from './inert.js';
import type { Arrow, Box, Drawing, Group, Shape } from './model.js';
import { markOf } from './signs.js';
import { labelLines } from './words.js';

const dotShapes: Readonly<Record<Shape, string>> = {
  terminal: 'ellipse',
  decision: 'hexagon',
  routing: 'cds',
  treatment: 'box',
  data: 'box',
  call: 'component',
  service: 'cylinder',
  note: 'note',
};

/** The text of a digraph. */
export function renderDot(given: Drawing): string {
  const drawing = toldApart(given);
  return [
    `digraph ${quoted(drawing.name)} {`,
    '  rankdir=TB; compound=true; nodesep=0.35; ranksep=0.45;',
    '  node [fontname="sans-serif", fontsize=11, style=filled]; edge [fontname="sans-serif", fontsize=9];',
    ...drawing.boxes.filter(({ group }) => group === undefined).map((box) => `  ${boxText(box)}`),
    ...drawing.groups
      .filter(({ parent }) => parent === undefined)
      .flatMap((group) => groupText(group, drawing, '  ')),
    ...drawing.arrows.map((arrow) => `  ${arrowText(arrow)}`),
    '}',
    '',
  ].join('\n');
}

/** Ids that look alike once they are inert get a number: boxes must not become one. */
function toldApart(drawing: Drawing): Drawing {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id } of drawing.boxes) {
    if (names.has(id)) continue;
    const plain = inert(id);
    let name = plain;
    for (let number = 2; taken.has(name); number++) name = `${plain} ${String(number)}`;
    taken.add(name);
    names.set(id, name);
  }
  const nameOf = (id: string): string => names.get(id) ?? id;
  return {
    ...drawing,
    boxes: drawing.boxes.map((box) => ({ ...box, id: nameOf(box.id) })),
    arrows: drawing.arrows.flatMap((arrow) =>
      names.has(arrow.from) && names.has(arrow.to)
        ? [{ ...arrow, from: nameOf(arrow.from), to: nameOf(arrow.to) }]
        : [],
    ),
  };
}

function boxText({ id, label, kind, shape, disposition, reason, open }: Box): string {
  const { sign, line, fill } = markOf(disposition);
  const lines = [
    `${sign === '' ? '' : `${sign} `}${label}`,
    ...(kind === '' ? [] : [kind]),
    ...(open.length === 0 ? [] : [`${open.join(', ')}: not connected`]),
  ];
  const style = shape === 'treatment' ? ', style="filled,rounded"' : '';
  const about = [disposition, reason].filter((part) => part !== '').join(': ');
  const tooltip = about === '' ? '' : `, tooltip=${quoted(about)}`;
  return `${quoted(id)} [label=${quotedLines(lines)}, shape=${dotShapes[shape]}, color="${line}", fillcolor="${fill}"${style}${tooltip}];`;
}

function groupText(group: Group, drawing: Drawing, indent: string): readonly string[] {
  const boxes = drawing.boxes.filter((box) => box.group === group.id);
  const inner = drawing.groups.filter(({ parent }) => parent === group.id);
  return [
    `${indent}subgraph ${quoted(`cluster ${group.id}`)} {`,
    `${indent}  label=${quoted(group.label)}; color="#c9ced6";`,
    ...boxes.map((box) => `${indent}  ${boxText(box)}`),
    ...inner.flatMap((each) => groupText(each, drawing, `${indent}  `)),
    `${indent}}`,
  ];
}

function arrowText({ from, to, label, kind }: Arrow): string {
  const lines = labelLines(label);
  const isTrouble = kind === 'failure' || kind === 'exception';
  const about = [
    ...(lines.length === 0 ? [] : [`label=${quotedLines(lines)}`]),
    ...(isTrouble ? ['color="#b42318"', 'fontcolor="#b42318"', 'style=dashed'] : []),
  ];
  return `${quoted(from)} -> ${quoted(to)}${about.length === 0 ? '' : ` [${about.join(', ')}]`};`;
}

/** A string of DOT: backslashes would be escapes, ampersands entities of HTML. */
const escaped = (text: string): string =>
  inert(text).replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"');
const quoted = (text: string): string => `"${escaped(text)}"`;
const quotedLines = (lines: readonly string[]): string => `"${lines.map(escaped).join('\\n')}"`;
