// Functions on data of the call and of variables: extensions, LIST variables, List objects, the last error, the log.
import { argumentsOf } from '../../evaluate/arguments.js';
import { toText, type IrdValue } from '../../evaluate/values.js';
import type { RunFunction, SourceSession } from '../session.js';
import type { FunctionFamily } from './define.js';

const extensionsKey = 'extensions';

/** Extensions that the strategy has set for the redirects and calls that follow. */
export function extensionsSet({ state }: SourceSession): ReadonlyMap<string, IrdValue> {
  const known = state.notes.get(extensionsKey);
  return known instanceof Map ? (known as ReadonlyMap<string, IrdValue>) : new Map(); // this file alone writes it
}

/** What the step of such a redirect shows of them. */
export function extensionsShown(session: SourceSession): {
  readonly hints?: Readonly<Record<string, unknown>>;
} {
  const set = extensionsSet(session);
  return set.size === 0 ? {} : { hints: { extensions: Object.fromEntries(set) } };
}

const setExtension: RunFunction = function* ([key = '', value = ''], { session }) {
  session.state.notes.set(extensionsKey, new Map(extensionsSet(session)).set(toText(key), value));
  return '';
};

const deleteExtension: RunFunction = function* ([key = ''], { session }) {
  const left = [...extensionsSet(session)].filter(([own]) => own !== toText(key));
  session.state.notes.set(extensionsKey, new Map(left));
  return '';
};

const keyOf = (pair: string): string => pair.split(':', 1)[0] ?? '';
const pairsOf = (list: string): readonly string[] => (list === '' ? [] : list.split('|'));

/** Changes the LIST variable that stands as first argument, and gives the changed list. */
const changingList = (
  change: (pairs: readonly string[], key: string, value: string) => readonly string[],
): RunFunction =>
  function* (args, { frame }, call) {
    const given = argumentsOf(call.args, args);
    const list = change(pairsOf(given.text(0)), given.text(1), given.text(2)).join('|');
    const [variable] = call.args;
    if (variable?.kind === 'variable') frame.write(variable.name, list);
    return list;
  };

/** The item of a List object whose key has the value; '' when there is none. */
const lookUp: RunFunction = function* (args, { session }, call) {
  const given = argumentsOf(call.args, args);
  const [list, key, value] = [given.text(0), given.text(1), given.text(2)];
  const items = Object.entries(session.world.given.lists ?? {}).find(([name]) => name === list)?.[1] ?? {};
  const found = Object.entries(items).find(
    ([, keys]) => Object.hasOwn(keys, key) && keys[key] === value,
  )?.[0];
  session.observer.read?.({ kind: 'list', name: [list, key, value], value: found });
  return found ?? '';
};

/** Event, code and description of the last error as a list, or one of them; '' when there was none. */
const lastErrorInfo: RunFunction = function* (args, { session }) {
  const { lastError } = session.state;
  if (lastError === undefined) return '';
  const parts = { event: lastError.event, code: lastError.error, description: lastError.description };
  const [asked] = args;
  if (asked !== undefined)
    return Object.entries(parts).find(([name]) => name === toText(asked).toLowerCase())?.[1] ?? '';
  return Object.entries(parts)
    .map(([name, part]) => `${name}:${part}`)
    .join('|');
};

export const data: FunctionFamily = {
  ExtensionAttach: setExtension,
  ExtensionUpdate: setExtension,
  ExtensionDelete: deleteExtension,
  GetLastErrorInfo: lastErrorInfo,
  KVListAdd: changingList((pairs, key, value) => [...pairs, `${key}:${value}`]),
  KVListSet: changingList((pairs, key, value) =>
    pairs.some((pair) => keyOf(pair) === key)
      ? pairs.map((pair) => (keyOf(pair) === key ? `${key}:${value}` : pair))
      : [...pairs, `${key}:${value}`],
  ),
  KVListDelete: changingList((pairs, key) => pairs.filter((pair) => keyOf(pair) !== key)),
  ListLookup: lookUp,
  ListLookupCfg: lookUp,
  /** What the log of the router shows is no step. */
  *Print() {
    return '';
  },
  *ThisQueue(_args, { session }) {
    return session.interaction().device;
  },
};
