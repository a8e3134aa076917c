// Attached data as a strategy reads and writes them. URS sees what it has attached at once (assumption `attach.visibility`), and a key may have several
// pairs, of which the first counts (`attach.existing`). The world, like Orchestration, holds one value for each key.
import type { Recorder } from '../../runtime-check/platform/recorder.js';
import type { World } from '../../runtime-check/world/world.js';
import type { AttachedData } from '../evaluate/context.js';
import { toText } from '../evaluate/values.js';
import type { SourceObserver } from './observer.js';

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
}: AttachedDataSetup): AttachedData {
  const pairs = (): Readonly<Record<string, unknown>> => world.interactions.find(interaction())?.udata ?? {};
  const textOf = (value: unknown): string =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? toText(value)
      : (JSON.stringify(value) ?? '');
  const set = (key: string, value: string): void => {
    recorder.step('udata', { set: { [key]: value } });
    world.interactions.setData(interaction(), { [key]: value });
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
      // The pair that is added is never seen: the first one counts.
      if (Object.hasOwn(pairs(), key) && addsPair())
        recorder.step('udata', { set: { [key]: value }, added: true });
      else set(key, value);
    },
    update: set,
    remove: (key) => {
      recorder.step('udata', { deleted: [key] });
      world.interactions.deleteData(interaction(), { [key]: null });
    },
  };
}
