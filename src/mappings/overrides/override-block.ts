// The mapping of a block that an override stands for: a state with the user's actions, a state that only goes on, or the mapping of another object.
import type { Block, Value } from '../../ir/nodes.js';
import { valuesOf } from '../../ir/walk.js';
import { findBlockMapping } from '../blocks/index.js';
import type { BlockContext, BlockMapping, Region } from '../define.js';
import { since813 } from '../functions/row.js';
import * as js from '../js.js';
import type { Js } from '../js.js';
import { doneMark } from '../script-state.js';
import { guardedMapping } from '../plugins/plugin-fault.js';
import type { Transition } from '../target-tree.js';
import type { FragmentTemplate } from './fragment.js';
import { isSure, type ObjectOverride } from './model.js';
import { foldName } from './object-names.js';
import { aboutOverride, dispositionOf, worse } from './override-row.js';

/** The mapping of a template, or of a block that is left out. */
export function mappingOfOverride(entry: ObjectOverride, block: Block): BlockMapping {
  const shared = {
    type: block.type,
    evidence: entry.evidence,
    cost: 1,
    target: since813,
    source: entry.source === '' ? 'overrides file' : entry.source,
  };
  const { action } = entry;
  switch (action.kind) {
    case 'template':
      return {
        ...shared,
        disposition: dispositionOf(entry),
        about: aboutOverride(entry),
        build: (_, cx) => templateRegion(action.template, action.throws, block, cx),
      };
    case 'ignore':
      return {
        ...shared,
        disposition: 'omitted',
        about: action.reason,
        build: (_, cx) => {
          for (const value of valuesOf(block)) cx.omit(value.id, action.reason);
          cx.note(`Left out: ${action.reason}`);
          const state = {
            kind: 'state',
            id: cx.id,
            onentry: [cx.log],
            transitions: [{ target: wayOn(block, cx) }],
          } as const;
          return { states: [state] };
        },
      };
    case 'plugin':
      return {
        ...guardedMapping(action.mapping, entry.name, action.file),
        disposition: worse(action.mapping.disposition, dispositionOf(entry)),
      };
    case 'as':
      throw new Error("internal: a block that is taken for another has that one's mapping");
  }
}

/** The mapping of the object that the block is taken for, with no better disposition than the override's evidence allows. */
export function takenForMapping(entry: ObjectOverride, block: Block): BlockMapping | undefined {
  const mapping = findBlockMapping(block.type) as BlockMapping | undefined; // the registry pairs each mapping with its own block type
  if (mapping === undefined || isSure(entry.evidence)) return mapping;
  return { ...mapping, disposition: worse(mapping.disposition, 'review'), about: aboutOverride(entry) };
}

const wayOn = (block: Block, cx: BlockContext): string =>
  cx.target(block.ports.find((port) => port.role === 'success' || port.role === 'default')?.name ?? 'green');

/** Where the block goes when its actions fail. */
const wayOut = (block: Block, cx: BlockContext): string =>
  cx.target(block.ports.find((port) => port.role === 'failure')?.name ?? 'red');

function templateRegion(template: FragmentTemplate, throws: boolean, block: Block, cx: BlockContext): Region {
  const read = new Set<Value>();
  const values = valuesOf(block);
  const property = (name: string): Js | undefined => {
    const wanted = foldName(name);
    const found = values.find(({ id }) => foldName(id.slice(block.nodeId.length + 1)) === wanted);
    if (found !== undefined) {
      read.add(found);
      return cx.expression(found).js;
    }
    const other = block.others.find((each) => foldName(each.name) === wanted);
    if (other !== undefined) return js.text(other.text);
    cx.placeholder(`the override reads its property "${name}", which it does not have`);
    return js.text('');
  };
  const built = template.build({
    slots: (slot) => {
      if (slot === 'ixn') return cx.interaction;
      if (slot === 'dn') return cx.thisDN;
      if (slot === 'request') return cx.request();
      return slot.startsWith('property.') ? property(slot.slice('property.'.length)) : undefined;
    },
    target: (slot) => {
      if (slot === 'end') return cx.frame.end;
      if (slot === 'default-routing') return cx.frame.defaultRouting;
      return slot.startsWith('port.') ? cx.target(slot.slice('port.'.length)) : undefined;
    },
  });
  for (const value of values) {
    if (!read.has(value)) cx.omit(value.id, 'the override has no use for it');
  }
  const { onexit, transitions } = built;
  if (transitions.some(({ event }) => event !== undefined)) cx.waits(cx.id);
  const state = { kind: 'state', id: cx.id, ...(onexit.length > 0 ? { onexit } : {}) } as const;
  if (template.hasTransitions || !throws) {
    const ways: readonly Transition[] = template.hasTransitions
      ? transitions
      : [{ target: wayOn(block, cx) }];
    return { states: [{ ...state, onentry: [cx.log, ...built.onentry], transitions: ways }] };
  }
  // Actions that fail end the entry of the state: only the mark at their end opens the way on.
  const onentry = [
    cx.log,
    { kind: 'assign', location: doneMark, value: js.text('') },
    ...built.onentry,
    { kind: 'assign', location: doneMark, value: js.text(cx.id) },
  ] as const;
  const ways: readonly Transition[] = [
    { cond: js.binary(doneMark, '==', js.text(cx.id)), target: wayOn(block, cx) },
    { event: 'error.*', target: wayOut(block, cx) },
  ];
  return { states: [{ ...state, onentry, transitions: ways }] };
}
