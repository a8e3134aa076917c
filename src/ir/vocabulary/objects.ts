// The vocabulary of blocks: what is known about every block type, its ports and whether control can stay in it.
import type { BlockType } from '../../ird-parser/shapes.js';
import type { ObjectFact } from './facts.js';
import { composerObjects } from './objects/composer.js';
import { miscellaneousObjects } from './objects/miscellaneous.js';
import { routingObjects } from './objects/routing.js';
import { segmentationObjects } from './objects/segmentation.js';
import { dataObjects, multimediaObjects, outboundObjects, smsObjects } from './objects/services.js';
import { treatmentObjects } from './objects/treatments.js';

const unknown: ObjectFact = {
  type: 'Unknown',
  name: 'unknown object',
  category: 'Unknown',
  ports: [],
  openPorts: true,
  // Nothing is claimed about a block that no table knows.
  waits: true,
  evidence: 'unverified',
  portsEvidence: 'unverified',
  source: 'the file alone',
  about: 'A type that no table knows.',
};

const facts: Readonly<Record<BlockType, ObjectFact>> = {
  ...miscellaneousObjects,
  ...segmentationObjects,
  ...treatmentObjects,
  ...routingObjects,
  ...dataObjects,
  ...multimediaObjects,
  ...outboundObjects,
  ...smsObjects,
  ...composerObjects,
  Unknown: unknown,
};

/** What is known about a block type. Every type has a fact; for `Unknown` it says that nothing is known. */
export const objectFact = (type: BlockType): ObjectFact => facts[type];

/** All facts, by toolbar. */
export const objectFacts: readonly ObjectFact[] = Object.values(facts);
