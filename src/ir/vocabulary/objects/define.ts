// Small words for writing facts about objects: groups of types that share a category, ports and a source.
import type { BlockType } from '../../../ird-parser/shapes.js';
import type { ObjectFact, PortFact } from '../facts.js';

type Shared = Omit<ObjectFact, 'type' | 'name' | 'about'>;
type Row = Pick<ObjectFact, 'name' | 'about'> & Partial<Shared>;

/** Facts of block types that have most of what is known in common; a row overrides what it says otherwise. */
export const objects = <T extends BlockType>(
  shared: Shared,
  rows: Readonly<Record<T, Row>>,
): Readonly<Record<T, ObjectFact>> => {
  const facts = Object.entries<Row>(rows).map(([type, row]) => [type, { ...shared, ...row, type }]);
  return Object.fromEntries(facts) as Readonly<Record<T, ObjectFact>>; // the keys are those of `rows`
};

/** What every conversion of a block with a green and a red port assumes. */
export const meaning: readonly string[] = ['port.meaning'];

const green: PortFact = { name: 'green', role: 'success' };
const red: PortFact = { name: 'red', role: 'failure' };
const otherwise: PortFact = { name: 'default', role: 'default' };

/** Sets of ports that recur. That green means success and red means error is inferred from pictures of the canvas. */
export const ports = {
  none: [],
  start: [green],
  greenAndRed: [green, red],
  /** Green means that the interaction was routed: nothing need follow. */
  routing: [{ ...green, mayEnd: true }, red],
  redOnly: [red],
  /** When default routing itself fails, there is nowhere left to go. */
  lastResort: [{ ...red, mayEnd: true }],
  /** The two ways of an If: green when the condition holds. */
  condition: [
    { name: 'green', role: 'branch' },
    { name: 'red', role: 'branch' },
  ],
  segments: [otherwise],
  segmentsAndRed: [otherwise, red],
  /** Composer's output port. */
  composer: [{ name: 'default', role: 'success' }],
} as const satisfies Readonly<Record<string, readonly PortFact[]>>;
