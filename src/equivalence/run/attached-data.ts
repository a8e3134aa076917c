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
  const setAll = (given: Readonly<Record<string, string>>): void => {
    recorder.step('udata', { set: given });
    world.interactions.setData(interaction(), given);
  };
  const set = (key: string, value: string): void => {
    setAll(Object.fromEntries([[key, value]]));
  };
  const attachAll: SourceData['attachAll'] = (given) => {
    // A pair that is added is never seen: the first one counts.
    const isAdded = ([key]: readonly [string, string]): boolean => Object.hasOwn(pairs(), key) && addsPair();
    const added = given.filter(isAdded);
    const others = given.filter((pair) => !added.includes(pair));
    if (added.length > 0) recorder.step('udata', { set: Object.fromEntries(added), added: true });
    if (others.length > 0) setAll(Object.fromEntries(others));
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
