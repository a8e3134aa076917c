// Functions of `_genesys.session`: list objects, options, the tenant, local time and special days.
import type { Plain } from '../script/engine.js';
import { dateText, isSpecialDay, localTime, timeText, zoneName, type LocalTime } from '../world/calendar.js';
import { ownValue } from '../world/own-value.js';
import { asText, isRecord, type PlatformFunction, type Services } from './module.js';

/** The local time in a zone of a page; an unknown zone is the platform's own. */
function timeIn(zone: Plain, services: Services): LocalTime {
  const code = asText(zone);
  const name = code === '' ? services.world.zone : zoneName(code);
  if (name === undefined) {
    services.recorder.assume('unknown-zone', `"${code}"`);
  }
  return localTime(name ?? services.world.zone, services.context.now());
}

const getListItemValue: PlatformFunction = ([list, item, key], { world, recorder }) => {
  const items = ownValue(world.given.lists, asText(list));
  const pairs = ownValue(items, asText(item));
  if (pairs === undefined || (key !== undefined && ownValue(pairs, asText(key)) === undefined)) {
    recorder.assume('missing-list-item');
    return undefined;
  }
  return key === undefined ? pairs : ownValue(pairs, asText(key));
};

// The item of a list whose key has the value.
const listLookupValue: PlatformFunction = (args, services) => {
  services.recorder.assume('list-lookup');
  const [list, key, value] = args;
  const items = ownValue(services.world.given.lists, asText(list)) ?? {};
  const found = Object.entries(items).find(([, pairs]) => ownValue(pairs, asText(key)) === asText(value));
  // Called like its relative it gives what that gives.
  return found === undefined ? getListItemValue(args, services) : found[0];
};

/** Options that the page has set come before those of the scenario; the lookup sequence makes no difference here. */
const getConfigOption: PlatformFunction = ([first, second], { world, state }) => {
  // The interaction stands in front of the key; one argument is the key.
  const named = [second, first].map(asText);
  const values = named.map((key) => state.options.get(key) ?? ownValue(world.given.options, key));
  return values.find((value) => value !== undefined);
};

const setOptions: PlatformFunction = ([options, value], { recorder, state }) => {
  recorder.assume('set-options');
  const pairs = isRecord(options) ? Object.entries(options) : [[asText(options), value] as const];
  for (const [key, each] of pairs) if (key !== '') state.options.set(key, asText(each));
  return undefined;
};

const setTenant: PlatformFunction = ([tenant], services) => {
  const { context, recorder } = services;
  recorder.assume('set-tenant');
  recorder.step('action', { element: '_genesys.session.setTenant', tenant: asText(tenant) });
  context.schedule(0, () => {
    services.writeGenesys('session.tenant', asText(tenant));
  });
  return undefined;
};

export const sessionFunctions: Readonly<Record<string, PlatformFunction>> = {
  'session.getListItemValue': getListItemValue,
  'session.listLookupValue': listLookupValue,
  'session.getConfigOption': getConfigOption,
  'session.setOptions': setOptions,
  'session.setTenant': setTenant,
  'session.timeInZone': ([zone], services) => timeText(timeIn(zone, services)),
  'session.dateInZone': ([zone], services) => {
    services.recorder.assume('date-format');
    return dateText(timeIn(zone, services));
  },
  'session.dayInZone': ([zone], services) => timeIn(zone, services).weekday,
  'session.isSpecialDay': ([table, day, zone, useTime], services) => {
    const parts = useTime === true || useTime === 1;
    if (parts) services.recorder.assume('special-day-time');
    const { specialDays } = services.world.given;
    return isSpecialDay(specialDays, asText(table), asText(day), timeIn(zone, services), parts);
  },
};
