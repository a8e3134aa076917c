// Reads the graph of a strategy as a report holds it. Reports may come from anywhere: what has not the shape of a graph is no graph.
import {
  arrowKinds,
  shapes,
  type Arrow,
  type Box,
  type Drawing,
  type Group,
  type StrategyGraph,
} from '../../drawing/model.js';
import { marks } from '../../drawing/signs.js';

/** The graph; undefined when the text holds none. */
export function readGraph(text: string | undefined): StrategyGraph | undefined {
  if (text === undefined) return undefined;
  try {
    const value = record(JSON.parse(text));
    const flow = drawing(value['flow']);
    if (value['graph'] !== 1 || flow === undefined) return undefined;
    const machine = drawing(value['machine']);
    const links = list(value['links']).map((each) => {
      const link = record(each);
      return { block: word(link['block']), states: list(link['states']).map(record).map(state) };
    });
    return { graph: 1, flow, links, ...(machine === undefined ? {} : { machine }) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Record_ = Readonly<Record<string, unknown>>;
const record = (value: unknown): Record_ =>
  // What is no object has no keys.
  typeof value === 'object' && value !== null ? (value as Record_) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');
const line = (value: unknown): number =>
  Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : 1;
const oneOf = <T extends string>(value: unknown, words: readonly T[], otherwise: T): T =>
  words.find((each) => each === value) ?? otherwise;

const state = (value: Record_): StrategyGraph['links'][number]['states'][number] => ({
  id: word(value['id']),
  from: line(value['from']),
  to: line(value['to']),
});

function drawing(value: unknown): Drawing | undefined {
  const { name, boxes, arrows, groups } = record(value);
  if (!Array.isArray(boxes)) return undefined;
  return {
    name: word(name),
    boxes: boxes.map(record).map(box),
    arrows: list(arrows).map(record).map(arrow),
    groups: outerFirst(list(groups).map(record).map(group)),
  };
}

function box(value: Record_): Box {
  const lines = list(value['lines']);
  return {
    id: word(value['id']),
    label: word(value['label']),
    kind: word(value['kind']),
    shape: oneOf(value['shape'], shapes, 'data'),
    disposition: oneOf(value['disposition'], Object.keys(marks), ''),
    reason: word(value['reason']),
    open: list(value['open']).map(word),
    ...(typeof value['group'] === 'string' ? { group: value['group'] } : {}),
    ...(lines.length === 2 ? { lines: [line(lines[0]), line(lines[1])] } : {}),
  };
}

const arrow = (value: Record_): Arrow => ({
  from: word(value['from']),
  to: word(value['to']),
  label: word(value['label']),
  kind: oneOf(value['kind'], arrowKinds, 'usual'),
  title: word(value['title']),
});

const group = (value: Record_): Group => ({
  id: word(value['id']),
  label: word(value['label']),
  ...(typeof value['parent'] === 'string' ? { parent: value['parent'] } : {}),
});

/** Groups whose parents stand before them: no group is within itself. */
function outerFirst(groups: readonly Group[]): readonly Group[] {
  const known = new Set<string>();
  return groups.map((each) => {
    const { parent, ...rest } = each;
    const isKnown = parent !== undefined && known.has(parent);
    known.add(each.id);
    return isKnown ? each : rest;
  });
}
