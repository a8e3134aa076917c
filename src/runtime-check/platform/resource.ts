// The resource object of the platform: how pages address agents, places, numbers, queues and workbins, as text or as an object.
import type { Plain } from '../script/engine.js';
import { objectName } from '../world/target-string.js';
import { asText, isRecord } from './module.js';

/** Where an action goes: a resource of `queue.submit.done`, a number, or a target in target format. */
export interface Destination {
  readonly target: string;
  readonly device: string;
  readonly aliases: readonly string[];
  readonly agent: string | undefined;
}

/** Reads an address; undefined when it names nothing. */
export function destinationOf(to: Plain): Destination | undefined {
  if (isRecord(to)) {
    const agent = asText(to['agent']);
    const device = asText(to['dn']);
    const target = [agent, asText(to['id']), device, asText(to['place'])].find((text) => text !== '');
    if (target === undefined) return undefined;
    const aliases = [device, asText(to['place'])].filter((text) => text !== '');
    return {
      target,
      device: device === '' ? target : device,
      aliases,
      agent: agent === '' ? undefined : agent,
    };
  }
  const text = asText(to).trim();
  if (text === '') return undefined;
  const { name } = objectName(text);
  return { target: name, device: name, aliases: [text], agent: undefined };
}
