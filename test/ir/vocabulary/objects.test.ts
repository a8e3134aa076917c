// The vocabulary of blocks: a fact for every type, with ports that fit what is known.
import { describe, expect, it } from 'vitest';
import { objectFact, objectFacts } from '../../../src/ir/vocabulary/objects.js';
import {
  blockShapes,
  composerBlockTypes,
  unshapedBlockTypes,
  type BlockType,
} from '../../../src/ird-parser/shapes.js';

const shaped = Object.keys(blockShapes) as BlockType[]; // the keys of the table are block types
const every: readonly BlockType[] = [...shaped, ...unshapedBlockTypes, ...composerBlockTypes, 'Unknown'];

const ports = (type: BlockType): readonly string[] =>
  objectFact(type).ports.map(({ name, role }) => `${name}: ${role}`);

describe('objects', () => {
  it('have a fact for every block type and no other', () => {
    expect(objectFacts.map((fact) => fact.type).toSorted()).toEqual(every.toSorted());
    for (const type of every) expect(objectFact(type).type).toBe(type);
  });

  it('say what they are and how that is known', () => {
    for (const { about, name, source, category, type } of objectFacts) {
      expect(about, type).toMatch(/^[A-Z].*\.$/);
      expect([name, source, category], type).not.toContain('');
    }
  });

  it('name properties and rows that blocks of the type have', () => {
    for (const { type, mainProperties = [], branches } of objectFacts) {
      const shape: Readonly<Record<string, unknown>> = shaped.includes(type)
        ? blockShapes[type as keyof typeof blockShapes] // checked on the line before
        : {};
      for (const path of mainProperties) expect(Object.keys(shape), type).toContain(path.split('.')[0]);
      if (branches && type !== 'ComposerBranching') expect(Object.keys(shape), type).toContain(branches[0]);
    }
  });

  it('have two ways out of an If, segments with a default, red alone where nothing follows', () => {
    expect(ports('If')).toEqual(['green: branch', 'red: branch']);
    expect(ports('Assign')).toEqual(['green: success', 'red: failure']);
    expect(ports('Time')).toEqual(['default: default']);
    expect(ports('ClassifySegmentation')).toEqual(['default: default', 'red: failure']);
    expect(ports('ForceRouting')).toEqual(['red: failure']);
    expect(ports('Entry')).toEqual(['green: success']);
    expect(ports('Exit')).toEqual([]);
    expect(ports('ComposerAssign')).toEqual(['default: success']);
  });

  it('never claim that the meaning of green and red is documented', () => {
    for (const { ports: known, portsEvidence, type } of objectFacts) {
      if (known.some((port) => port.name === 'red')) expect(portsEvidence, type).not.toBe('documented');
    }
  });

  it('wait where control can stay', () => {
    const waiting: readonly BlockType[] = [
      'Selection',
      'Pause',
      'CollectDigits',
      'WebService',
      'ComposerTarget',
      'ComposerWait',
    ];
    const passing: readonly BlockType[] = [
      'Assign',
      'If',
      'Time',
      'Attach',
      'Exit',
      'ComposerBranching',
      'ComposerLog',
    ];
    expect(waiting.filter((type) => !objectFact(type).waits)).toEqual([]);
    expect(passing.filter((type) => objectFact(type).waits)).toEqual([]);
  });
});
