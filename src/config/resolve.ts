// What a configuration and the environment say about one verb, each value with its origin. Flags are not known here: they count more than all of this.
import type { Span } from '../diagnostics/index.js';
import type { LocatedConfig } from './read-text.js';
import { settingsOf, variableOf, type Setting } from './settings.js';

/** Where a value was said. */
export type Origin =
  | { readonly from: 'file'; readonly span: Span }
  | { readonly from: 'environment'; readonly variable: string };

/** A value that was said, as it was written. */
export interface Said {
  readonly setting: Setting;
  readonly value: unknown;
  readonly origin: Origin;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** For each setting of the verb the value that counts: the environment before the section of the verb before the top of the file. The configuration has been checked. */
export function saidAbout(
  verb: string,
  config: LocatedConfig | undefined,
  environment: Environment,
): readonly Said[] {
  const top = asMap(config?.value);
  const section = asMap(top[verb]);
  return settingsOf(verb).flatMap((setting): readonly Said[] => {
    const { key, shared = [] } = setting;
    const variable = variableOf(setting);
    const given = setting.environment === true ? environment[variable] : undefined;
    if (given !== undefined && given !== '')
      return [{ setting, value: given, origin: { from: 'environment', variable } }];
    if (config === undefined) return [];
    const inSection = Object.hasOwn(section, key);
    const atTop = shared.includes(verb) && Object.hasOwn(top, key);
    if (!inSection && !atTop) return [];
    const said = (path: readonly string[]): Said => ({
      setting,
      value: inSection ? section[key] : top[key],
      origin: { from: 'file', span: config.placeOf(path) },
    });
    return [said(inSection ? [verb, key] : [key])];
  });
}

const asMap = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}; // objects have string keys
