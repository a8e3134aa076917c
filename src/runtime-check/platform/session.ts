// The session module: requests to other servers, list objects, options, local time.
import { childElement, textOf } from '../../xml/index.js';
import type { Plain } from '../script/engine.js';
import { dateText, isSpecialDay, localTime, timeText, zoneName, type LocalTime } from '../world/calendar.js';
import { evaluateParams } from './evaluate-attributes.js';
import {
  asNumber,
  asText,
  type ActionCall,
  type PlatformFunction,
  type PlatformModule,
  type Services,
} from './module.js';

function fetch(call: ActionCall, services: Services): void {
  const { values } = call;
  const { context, recorder, world } = services;
  const url = asText(values['srcexpr']);
  const method = values['method'] === undefined ? 'get' : asText(values['method']).toLowerCase();
  const params = evaluateParams(call.element, context);
  const body = readBody(call, services);
  if (params === undefined || body === undefined) return;
  recorder.step('request', {
    method,
    url,
    ...(Object.keys(params).length === 0 ? {} : { params }),
    ...(body.value === undefined ? {} : { body: body.value }),
  });
  if (call.refused()) return;
  const timeout = asNumber(values['timeout']);
  const answer = world.answers.fetch(url, method === 'urs');
  const lasts = answer?.lasts ?? 0;
  if (timeout !== undefined && timeout > 0 && lasts > timeout) {
    context.schedule(timeout * 1000, () => {
      call.fail('timeout', `No answer within ${String(timeout)} s.`);
    });
    return;
  }
  context.schedule(lasts * 1000, () => {
    if (answer === undefined) call.fail('unreachable', `The scenario has no answer for ${url}.`);
    else if (answer.error !== undefined) call.fail(answer.error, `The request failed: ${answer.error}.`);
    else {
      if (typeof answer.content !== 'string') recorder.assume('content-as-text');
      call.done({ content: contentText(answer.content), hints: {} });
    }
  });
}

// Generated pages run the content through a JSON reader: it arrives as text.
function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return content === undefined ? '' : JSON.stringify(content);
}

function readBody(call: ActionCall, services: Services): { readonly value: Plain } | undefined {
  const content = childElement(call.element, 'content');
  if (content === undefined) return { value: undefined };
  const expr = content.attributes.find(({ name }) => name === '_expr' || name === 'expr');
  if (expr === undefined) return { value: textOf(content).text };
  const result = services.context.evaluate(expr.value.text, expr.value.span());
  return result.ok ? { value: result.value } : undefined;
}

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
  const items = own(world.given.lists, asText(list));
  const pairs = own(items, asText(item));
  if (pairs === undefined || (key !== undefined && own(pairs, asText(key)) === undefined)) {
    recorder.assume('missing-list-item');
    return undefined;
  }
  return key === undefined ? pairs : own(pairs, asText(key));
};

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Configuration options of the scenario; the lookup sequence makes no difference here. */
const getConfigOption: PlatformFunction = (args, { world }) => {
  const named = args.map(asText).find((name) => own(world.given.options, name) !== undefined);
  return named === undefined ? undefined : own(world.given.options, named);
};

export const session: PlatformModule = {
  prefix: 'session',
  elements: { fetch },
  functions: {
    'session.getListItemValue': getListItemValue,
    'session.listLookupValue': (args, services) => {
      services.recorder.assume('function-signature', 'listLookupValue');
      return getListItemValue(args, services);
    },
    'session.getConfigOption': getConfigOption,
    'session.setOptions': (_args, services) => {
      services.recorder.assume('inert-function', 'setOptions');
      return undefined;
    },
    'session.setTenant': () => undefined,
    'session.timeInZone': ([zone], services) => timeText(timeIn(zone, services)),
    'session.dateInZone': ([zone], services) => {
      services.recorder.assume('date-format');
      return dateText(timeIn(zone, services));
    },
    'session.dayInZone': ([zone], services) => timeIn(zone, services).weekday,
    'session.isSpecialDay': ([table, day, zone], services) =>
      isSpecialDay(services.world.given.specialDays, asText(table), asText(day), timeIn(zone, services)),
  },
};
