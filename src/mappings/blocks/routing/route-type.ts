// Route types of IRD and of Orchestration, and what comes nearest where Orchestration has none of the name.
import * as js from '../../js.js';
import type { Js } from '../../js.js';

const routeTypes = [
  'Announcement',
  'DDD',
  'Default',
  'Direct',
  'DirectAgent',
  'GetFromDN',
  'IDDD',
  'Label',
  'OverwriteDNIS',
  'PostFeature',
  'Reject',
  'Unknown',
] as const;

/** Route types that are recalled of URS and that Orchestration does not list, and what comes nearest. */
const recalledTypes: Readonly<Record<string, (typeof routeTypes)[number]>> = {
  priority: 'Default',
  directpriority: 'Direct',
  agentid: 'DirectAgent',
};

/** A route type of URS by its name without prefix. */
export const routeTypeNamed = (name: (typeof routeTypes)[number]): Js =>
  js.path(`_genesys.queue.rType.RouteType${name}`);

/** A route type by any spelling of its name, and what is to be said about it. */
export interface FoundRouteType {
  readonly type: Js;
  readonly doubt?: string;
  /** There is none, and no other does what it does. */
  readonly isMissing?: true;
}

/** The route type that a text names, or what comes nearest; an empty text is the default one. */
export function routeTypeBy(written: string): FoundRouteType {
  const wanted = written
    .replace(/[^A-Za-z]/g, '')
    .replace(/^RouteType/i, '')
    .toLowerCase();
  if (wanted === 'calldisconnect')
    return {
      type: routeTypeNamed('Default'),
      doubt: 'route type CallDisconnect ends the call, and Orchestration has no route type of that name',
      isMissing: true,
    };
  const nearest = recalledTypes[wanted];
  if (nearest !== undefined)
    return {
      type: routeTypeNamed(nearest),
      doubt: `Orchestration has no route type "${written}"; ${nearest}, the nearest one, is used`,
    };
  const known = routeTypes.find((name) => name.toLowerCase() === wanted);
  return known === undefined && written.trim() !== ''
    ? {
        type: routeTypeNamed('Default'),
        doubt: `there is no route type "${written}"; the default one is used`,
      }
    : { type: routeTypeNamed(known ?? 'Default') };
}
