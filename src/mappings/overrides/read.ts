// Reads an overrides file: YAML, every key checked, templates compiled. A file with mistakes is not used at all.
import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../../diagnostics/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { evidences } from '../../ir/vocabulary/facts.js';
import { findFunction } from '../../ir/vocabulary/functions.js';
import { functionMappings, findFunctionMapping } from '../functions/index.js';
import { fragmentTemplate } from './fragment.js';
import {
  pattern,
  type Condition,
  type FunctionOverride,
  type Ignore,
  type Override,
  type Overrides,
  type Pattern,
} from './model.js';
import { objectSpellings, typeOfObject } from './object-names.js';
import { expressionTemplate, TemplateError } from './template.js';
import { readYaml, type Located, type LocatedMap, type YamlReading } from './yaml-text.js';

/** Reads the text of an overrides file; undefined when it has mistakes. */
export function readOverrides(text: string, file: string): Outcome<Overrides | undefined> {
  const { value: reading, diagnostics: unreadable } = readYaml(text, file);
  if (reading === undefined) return { value: undefined, diagnostics: unreadable };
  const root = reading.map(reading.root, ['overrides', 'functions', 'objects', 'plugins'], ['overrides']);
  const version = root?.get('overrides');
  if (version !== undefined && reading.scalar(version) !== 1) {
    reading.wrong(version, 'takes 1, the version of the format');
  }
  const listOf = (key: string): readonly Located[] => {
    const value = root?.get(key);
    return value === undefined ? [] : reading.list(value);
  };
  const entries = [
    ...listOf('functions').flatMap((item) => readEntry(item, 'function', reading)),
    ...listOf('objects').flatMap((item) => readEntry(item, 'object', reading)),
  ];
  const plugins = listOf('plugins').flatMap((item) => {
    const path = reading.text(item);
    return path === undefined ? [] : [{ path, span: item.span }];
  });
  const diagnostics: readonly Diagnostic[] = reading.diagnostics;
  return { value: hasErrors(diagnostics) ? undefined : { file, entries, plugins }, diagnostics };
}

const actions = ['template', 'as', 'ignore'] as const;

function readEntry(item: Located, about: Override['about'], reading: YamlReading): readonly Override[] {
  const start = reading.diagnostics.length;
  const own = about === 'function' ? ['arguments'] : [];
  const keys = ['name', 'when', ...actions, ...own, 'throws', 'evidence', 'source'];
  const map = reading.map(item, keys, ['name']);
  const nameNode = map?.get('name');
  const name = nameNode && reading.text(nameNode);
  if (map === undefined || name === undefined) return [];
  const given = actions.filter((key) => map.get(key) !== undefined);
  const [kind] = given;
  // A misspelled key has been reported; what it was to be is not known.
  if (kind === undefined && reading.diagnostics.length > start) return [];
  if (kind === undefined || given.length > 1) {
    reading.wrong(
      item,
      `says ${given.length === 0 ? 'none' : given.join(' and ')} of template, as and ignore; it takes exactly one`,
    );
    return [];
  }
  const before = reading.diagnostics.length;
  const throws = map.get('throws');
  if (throws !== undefined && kind !== 'template') reading.wrong(throws, 'speaks of a template alone');
  const base = {
    name,
    when: readCondition(map.get('when'), about, reading),
    evidence: readEvidence(map.get('evidence'), reading),
    source: optionalText(map.get('source'), reading) ?? '',
    span: nameNode?.span ?? item.span,
  };
  const entry =
    about === 'function' ? functionEntry(base, kind, map, reading) : objectEntry(base, kind, map, reading);
  return entry === undefined || reading.diagnostics.length > before ? [] : [entry];
}

type Base = Pick<Override, 'name' | 'when' | 'evidence' | 'source' | 'span'>;

function functionEntry(
  base: Base,
  kind: (typeof actions)[number],
  map: LocatedMap,
  reading: YamlReading,
): Override | undefined {
  const value = map.get(kind);
  if (value === undefined) return undefined;
  if (kind !== 'as' && map.get('arguments') !== undefined) reading.wrong(value, 'has no use for "arguments"');
  switch (kind) {
    case 'template': {
      const text = reading.text(value);
      const template =
        text === undefined ? undefined : compiled(value, reading, () => expressionTemplate(text));
      const strange = template?.slots.find((slot) => !/^(?:[1-9]\d?|ixn|dn)$/.test(slot));
      if (strange !== undefined)
        unusable(
          value,
          reading,
          `"\${${strange}}" is no slot; slots are \${1}, \${2}, ..., \${ixn} and \${dn}`,
        );
      if (template === undefined) return undefined;
      return { ...base, about: 'function', action: { kind, template, throws: readThrows(map, reading) } };
    }
    case 'as': {
      const written = reading.text(value);
      if (written === undefined) return undefined;
      const name = findFunction(written)?.name ?? written;
      if (findFunctionMapping(name) === undefined) {
        const hint = suggestion(
          written,
          functionMappings.map(({ ird }) => ird),
        );
        reading.diagnostics.push(
          diagnose('IRD8121', '', value.span, { what: 'function', name: written, hint }),
        );
      }
      return {
        ...base,
        about: 'function',
        action: { kind, name, order: readOrder(map.get('arguments'), reading) },
      };
    }
    case 'ignore': {
      const ignore = readIgnore(value, ['value'], reading);
      return ignore && { ...base, about: 'function', action: ignore };
    }
  }
}

function objectEntry(
  base: Base,
  kind: (typeof actions)[number],
  map: LocatedMap,
  reading: YamlReading,
): Override | undefined {
  const value = map.get(kind);
  if (value === undefined) return undefined;
  switch (kind) {
    case 'template': {
      const text = reading.text(value);
      const template =
        text === undefined ? undefined : compiled(value, reading, () => fragmentTemplate(text));
      const known = /^(?:ixn|dn|request|property\..+|port\..+|end|default-routing)$/;
      const strange = template?.slots.find((slot) => !known.test(slot));
      if (strange !== undefined) {
        unusable(
          value,
          reading,
          `"\${${strange}}" is no slot; slots are \${property.<name>}, \${port.<name>}, \${request}, \${ixn}, \${dn}, \${end} and \${default-routing}`,
        );
      }
      if (template === undefined) return undefined;
      return { ...base, about: 'object', action: { kind, template, throws: readThrows(map, reading) } };
    }
    case 'as': {
      const name = reading.text(value);
      if (name === undefined) return undefined;
      if (typeOfObject(name) === undefined) {
        const hint = suggestion(name, objectSpellings());
        reading.diagnostics.push(diagnose('IRD8121', '', value.span, { what: 'object', name, hint }));
      }
      if (base.when.parameters.length > 0) {
        reading.wrong(value, 'decides how the properties are read, so it cannot depend on one of them');
      }
      return { ...base, about: 'object', action: { kind, name } };
    }
    case 'ignore': {
      const ignore = readIgnore(value, [], reading);
      return ignore && { ...base, about: 'object', action: ignore };
    }
  }
}

function compiled<T>(value: Located, reading: YamlReading, compile: () => T): T | undefined {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    unusable(value, reading, error.message);
    return undefined;
  }
}

function unusable(value: Located, reading: YamlReading, reason: string): void {
  reading.diagnostics.push(diagnose('IRD8120', '', value.span, { reason }));
}

function optionalText(value: Located | undefined, reading: YamlReading): string | undefined {
  return value === undefined ? undefined : reading.text(value);
}

/** What nobody vouched for is unverified. */
function readEvidence(value: Located | undefined, reading: YamlReading): Override['evidence'] {
  const text = optionalText(value, reading);
  if (value === undefined || text === undefined) return 'unverified';
  const found = evidences.find((each) => each === text);
  if (found === undefined) {
    reading.wrong(value, `is "${text}", but takes ${evidences.join(', ')}${suggestion(text, evidences)}`);
  }
  return found ?? 'unverified';
}

/** Code of a user may throw, unless the user says that it cannot. */
function readThrows(map: LocatedMap, reading: YamlReading): boolean {
  const value = map.get('throws');
  const held = value && reading.scalar(value);
  if (value !== undefined && held !== undefined && typeof held !== 'boolean')
    reading.wrong(value, 'takes true or false');
  return held !== false;
}

function readIgnore(value: Located, more: readonly string[], reading: YamlReading): Ignore | undefined {
  const map = reading.map(value, ['reason', 'until', ...more], ['reason']);
  const reasonNode = map?.get('reason');
  const reason = optionalText(reasonNode, reading);
  if (map === undefined || reasonNode === undefined || reason === undefined) return undefined;
  if (reason.trim() === '') return reading.wrong(reasonNode, 'is empty: say why nothing is lost');
  const untilNode = map.get('until');
  const until = untilNode && reading.scalar(untilNode);
  if (untilNode !== undefined && !isDate(until)) return reading.wrong(untilNode, 'takes a day as YYYY-MM-DD');
  const valueNode = map.get('value');
  const held = valueNode && reading.scalar(valueNode);
  return {
    kind: 'ignore',
    reason,
    until: until === undefined ? undefined : String(until),
    value: typeof held === 'string' || typeof held === 'number' ? held : '',
  };
}

function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
}

type Order = Extract<FunctionOverride['action'], { kind: 'as' }>['order'];

function readOrder(value: Located | undefined, reading: YamlReading): Order {
  if (value === undefined) return undefined;
  return reading.list(value).flatMap((item): NonNullable<Order> => {
    const held = reading.scalar(item);
    if (held === undefined) return [];
    const slot = typeof held === 'string' ? /^\$\{([1-9]\d?)\}$/.exec(held)?.[1] : undefined;
    if (slot !== undefined) return [Number(slot)];
    if (typeof held !== 'boolean') return [{ literal: held }];
    reading.wrong(item, 'takes ${1}, ${2}, ... or a literal');
    return [];
  });
}

function readCondition(
  value: Located | undefined,
  about: Override['about'],
  reading: YamlReading,
): Condition {
  const none: Condition = { strategy: [], caption: [], parameters: [] };
  const details = about === 'function' ? 'parameters' : 'properties';
  const map = value && reading.map(value, ['strategy', 'caption', details]);
  if (map === undefined) return none;
  const detailNode = map.get(details);
  const detailMap = detailNode && reading.map(detailNode, undefined);
  return {
    strategy: patterns(map.get('strategy'), reading),
    caption: patterns(map.get('caption'), reading),
    parameters: (detailMap?.keys ?? []).map((name) => ({
      name,
      patterns: patterns(detailMap?.get(name), reading),
    })),
  };
}

/** One pattern or several. */
function patterns(value: Located | undefined, reading: YamlReading): readonly Pattern[] {
  if (value === undefined) return [];
  const isList = value.node !== null && 'items' in value.node;
  const items = isList ? reading.list(value) : [value];
  return items.flatMap((item) => {
    const held = reading.scalar(item);
    return held === undefined ? [] : [pattern(String(held))];
  });
}
