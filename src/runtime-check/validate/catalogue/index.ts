// The ORS modules that are known, by namespace. Manuals write the namespace without a scheme, generated pages with `http://`: both are accepted.
import { agentModule } from './agent.js';
import { classificationModule } from './classification.js';
import { dialogModule } from './dialog.js';
import { elasticconnectorModule } from './elasticconnector.js';
import { ixnModule } from './ixn.js';
import { queueModule } from './queue.js';
import { resourceModule } from './resource.js';
import type { ElementRow, ModuleRow } from './rows.js';
import { sessionModule } from './session.js';
import { statisticModule } from './statistic.js';
import { wsModule } from './ws.js';

export const modules: readonly ModuleRow[] = [
  queueModule,
  ixnModule,
  dialogModule,
  sessionModule,
  statisticModule,
  wsModule,
  classificationModule,
  elasticconnectorModule,
  agentModule,
  resourceModule,
];

const byName = new Map(modules.map((module) => [module.name, module]));

/** The module of a namespace, undefined when it is none of ORS. */
export function moduleOf(uri: string): ModuleRow | undefined {
  const found = /^(?:https?:\/\/)?www\.genesyslab\.com\/modules\/([a-z]+)$/.exec(uri);
  return found?.[1] === undefined ? undefined : byName.get(found[1]);
}

/** The row of an element, by namespace and local name. */
export function elementRow(uri: string, local: string): ElementRow | undefined {
  const elements = moduleOf(uri)?.elements;
  return elements !== undefined && Object.hasOwn(elements, local) ? elements[local] : undefined;
}

/** The rows of all action elements, by qualified name (`queue:submit`). */
export const actions: ReadonlyMap<string, ElementRow> = new Map(
  modules.flatMap((module) =>
    Object.entries(module.elements)
      .filter(([, row]) => row.parents.length === 0)
      .map(([name, row]) => [`${module.prefix}:${name}`, row] as const),
  ),
);

/** The fields of the data of each event of the platform, by the event's name. */
export const eventFields: ReadonlyMap<string, readonly string[]> = new Map(
  modules
    .flatMap((module) => [module.events, ...Object.values(module.elements).map((row) => row.events)])
    .flatMap((events) => Object.entries(events))
    .map(([name, { data }]) => [name, data] as const),
);
