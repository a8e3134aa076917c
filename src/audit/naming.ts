// Where names stand in a strategy beyond those that `--names` can exchange: properties of blocks and arguments of functions, as data.
import { namingProperties, rowTypes, type Naming } from '../ir/renaming/naming-places.js';
import type { NameKind } from '../ir/renaming/name-map.js';
import type { UseKind } from './facts.js';

/** What the text of a property names, by `property` or by `type.property` where it depends on the type of block. */
export const propertyKinds: Readonly<Record<string, UseKind>> = {
  subroutine: 'subroutine',
  macro: 'macro',
  strategy: 'strategy',
  'ComposerSubroutine.resource': 'subroutine',
  statistic: 'statistic',
  queue: 'interaction queue',
  existingQueue: 'interaction queue',
  outgoingQueue: 'interaction queue',
  workbin: 'workbin',
  accessPoint: 'database',
  application: 'service',
  'CustomServer.server': 'service',
  'BusinessRule.package': 'service',
  url: 'url',
  uri: 'url',
  'segments.list': 'list object',
  'DNIS.segments.value': 'dialled number',
  'DNIS.segments.from': 'dialled number',
  'DNIS.segments.to': 'dialled number',
  announcementId: 'prompt',
  'busyTreatments.announcementId': 'prompt',
  'busyTreatments.source': 'prompt',
  'resource.resourceValueOrId': 'prompt',
  'Music.source': 'prompt',
  'RAN.source': 'prompt',
  'SetDefaultDestination.destination': 'dn',
  'ComposerForceRoute.destination': 'dn',
};

/** Types of prompts that name a recording; the others are spoken as they stand. */
export const promptTypes: ReadonlySet<string> = new Set(['announcement', 'music', 'user', 'resource', '']);

/** Functions whose argument (counted from 0) names an object that no parameter of the vocabulary tells. */
export const argumentKinds: Readonly<Record<string, Readonly<Record<number, UseKind>>>> = {
  ListLookup: { 0: 'list object' },
  ListLookupValue: { 0: 'list object' },
  ListLookupCfg: { 0: 'list object' },
  ListGetDataCfg: { 0: 'list object' },
  IsSpecialDay: { 0: 'list object' },
  IsSpecialDayEx: { 0: 'list object' },
};

/** What functions do with attached data: the argument that is the key, and how it is used. */
export const dataFunctions: Readonly<
  Record<string, { readonly key: number; readonly access: 'read' | 'attach' | 'update' | 'delete' }>
> = {
  UData: { key: 0, access: 'read' },
  ExtData: { key: 0, access: 'read' },
  Attach: { key: 0, access: 'attach' },
  Update: { key: 0, access: 'update' },
  DeleteAttachedData: { key: 0, access: 'delete' },
  Delete: { key: 0, access: 'delete' },
};

/** How a property names configuration objects; the type of its row decides where it is the name of a target. */
export function namingOf(property: string, rowType: string | undefined): Naming | undefined {
  const last = property.replace(/^.*\./, '');
  if (last === 'name' && rowType !== undefined) {
    const key = rowType.replace(/[^a-z]/gi, '').toLowerCase();
    return Object.hasOwn(rowTypes, key) ? rowTypes[key] : undefined;
  }
  return Object.hasOwn(namingProperties, last) ? namingProperties[last] : undefined;
}

/** A name that could be of several kinds counts as the first. */
export const firstKind = (kinds: readonly NameKind[]): UseKind | undefined => kinds[0];
