// Attached data as a strategy reads and writes them. URS sees what it has attached at once (assumption `attach.visibility`), and a key may have several
// pairs, of which the first counts (`attach.existing`). The world, like Orchestration, holds one value for each key.
import type { Recorder } from '../../runtime-check/platform/recorder.js';
import type { World } from '../../runtime-check/world/world.js';
import type { AttachedData } from '../evaluate/context.js';
import { toText } from '../evaluate/values.js';
import type { SourceObserver } from './observer.js';

/** Attached data as blocks write them. */
export interface SourceData extends AttachedData {
  /** Attaches pairs in one request. */
  attachAll(pairs: readonly (readonly [key: string, value: string])[]): void;
}

export interface AttachedDataSetup {
  readonly world: World;
  readonly recorder: Recorder;
  readonly observer: SourceObserver;
  readonly interaction: () => string;
  /** Attach on a key that exists adds a pair; else it replaces the value. */
  readonly addsPair: () => boolean;
}

export function attachedData({
  world,
  recorder,
  observer,
  interaction,
  addsPair,
}: AttachedDataSetup): SourceData {
  const pairs = (): Readonly<Record<string, unknown>> => world.interactions.find(interaction())?.udata ?? {};
  const textOf = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? toText(value)
      : (JSON.stringify(value) ?? '');
  const set = (key: string, value: string): void => {
    const pair = Object.fromEntries([[key, value]]);
    recorder.step('udata', { set: pair });
    world.interactions.setData(interaction(), pair);
  };
  const attachAll: SourceData['attachAll'] = (given) => {
    // A pair that is added is never seen: the first one counts.
    const added = given.map(([key]) => key).filter((key) => Object.hasOwn(pairs(), key) && addsPair());
    recorder.step('udata', { set: Object.fromEntries(given), ...(added.length === 0 ? {} : { added }) });
    const others = given.filter(([key]) => !added.includes(key));
    if (others.length > 0) world.interactions.setData(interaction(), Object.fromEntries(others));
  };
  return {
    read: (key) => {
      const all = pairs();
      const value = Object.hasOwn(all, key) ? textOf(all[key]) : undefined;
      observer.read?.({ kind: 'udata', name: [key], value });
      return value;
    },
    pairs: () => Object.entries(pairs()).map(([key, value]) => [key, textOf(value)] as const),
    attach: (key, value) => {
      attachAll([[key, value]]);
    },
    attachAll,
    update: set,
    remove: (key) => {
      recorder.step('udata', { deleted: [key] });
      world.interactions.deleteData(interaction(), { [key]: null });
    },
  };
}
