// The resource object of the platform: how pages address agents, places, numbers, queues, workbins and mail addresses, as text or as an object.
import type { Plain } from '../script/engine.js';
import type { Interaction } from '../world/interaction.js';
import { objectName } from '../world/target-string.js';
import { asText, isRecord } from './module.js';

/** Where an action goes. */
export interface Destination {
  readonly target: string;
  readonly device: string;
  /** Switch of a number that was written with one: two switches may have the same number. */
  readonly location?: string;
  readonly aliases: readonly string[];
  readonly agent: string | undefined;
}

// Which member names the resource, for each documented type; the manuals write the groups in two ways.
const naming: Readonly<Record<string, readonly string[]>> = {
  A: ['agent'],
  GA: ['agent', 'id'],
  AG: ['agent', 'id'],
  AP: ['place'],
  GP: ['place', 'id'],
  PG: ['place', 'id'],
  WB: ['id', 'wb_owner'],
  IQ: ['id'],
  Q: ['dn', 'id'],
  RP: ['dn', 'id'],
  DN: ['dn', 'id'],
};

/** Members that name a resource whose type does not say which. */
const anyName = ['agent', 'id', 'dn', 'place'];

/** Reads an address; undefined when it names nothing. What stands for the customer's own address is looked up in `interaction`. */
export function destinationOf(to: Plain, interaction?: Interaction): Destination | undefined {
  return isRecord(to) ? ofObject(to) : ofText(asText(to).trim(), interaction);
}

function ofObject(to: Readonly<Record<string, Plain>>): Destination | undefined {
  const member = (name: string): string => asText(to[name]).trim();
  const type = member('type').toUpperCase();
  const wanted = Object.hasOwn(naming, type) ? (naming[type] ?? []) : [];
  const target = [...wanted, ...anyName].map(member).find((text) => text !== '');
  if (target === undefined) return undefined;
  const device = member('dn');
  const aliases = [device, member('place'), member('wb_owner')].filter(
    (text) => text !== '' && text !== target,
  );
  const agent = member('agent');
  return {
    target,
    device: device === '' ? target : device,
    aliases,
    agent: agent === '' ? undefined : agent,
  };
}

// Documented for messages: whom the message came from, and who is named in the user data.
function ofText(text: string, interaction: Interaction | undefined): Destination | undefined {
  const address =
    text === '_origin' || text === '_origin.all'
      ? (interaction?.ani ?? '')
      : text === '_udata'
        ? asText(interaction?.udata['To'] as Plain) // User data are plain on all ways.
        : text;
  if (address === '') return undefined;
  const { name, location, type } = objectName(address);
  const isMail = type === undefined && /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address);
  return isMail
    ? { target: address, device: address, aliases: [text], agent: undefined }
    : {
        target: name,
        device: name,
        aliases: [text],
        agent: undefined,
        ...(location === '' ? {} : { location }),
      };
}
