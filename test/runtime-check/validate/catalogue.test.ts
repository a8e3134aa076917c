// The catalogue of the ORS modules against the plain list of names: nothing is missing, nothing is better known than the list says, and what the list
// does not have says where it comes from.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { platformModules } from '../../../src/runtime-check/platform/modules.js';
import { actions, modules } from '../../../src/runtime-check/validate/catalogue/index.js';
import type { Evidence, Known, ModuleRow } from '../../../src/runtime-check/validate/catalogue/rows.js';
import {
  predefinedStatistics,
  ursStatistics,
} from '../../../src/runtime-check/validate/catalogue/statistic.js';

interface NamedAttribute {
  readonly known: Known;
  readonly kind: string;
  readonly required?: boolean;
  readonly words?: readonly string[];
}

interface NamedElement {
  readonly known: Known;
  readonly complete: boolean;
  readonly attributes: Readonly<Record<string, NamedAttribute>>;
  readonly children: Readonly<Record<string, { readonly known: Known; readonly occurs: string }>>;
  readonly events: Readonly<Record<string, { readonly known: Known; readonly data: readonly string[] }>>;
  readonly errors: readonly string[];
}

interface NamedModule {
  readonly namespace: string;
  readonly elements: Readonly<Record<string, NamedElement>>;
  readonly events: NamedElement['events'];
  readonly functions: Readonly<Record<string, Known>>;
  readonly objects: Readonly<
    Record<string, { readonly known: Known; readonly members: Readonly<Record<string, Known>> }>
  >;
  readonly predefinedStatistics?: readonly string[];
  readonly ursStatistics?: readonly string[];
}

const file = new URL('../../../fixtures/vendor/ors-names.json', import.meta.url);
// The shape of a file of ours.
const list = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly modules: Readonly<Record<string, NamedModule>>;
};
const named = Object.entries(list.modules);

function moduleCalled(prefix: string): ModuleRow {
  const found = modules.find((module) => module.prefix === prefix);
  if (found === undefined) throw new Error(`no module ${prefix}`);
  return found;
}

const evidence = (rows: Readonly<Record<string, Evidence>>): Readonly<Record<string, Known>> =>
  Object.fromEntries(Object.entries(rows).map(([name, { known }]) => [name, known]));

/** Rows that neither the list has nor say where they come from. */
const unfounded = (
  rows: Readonly<Record<string, Evidence>>,
  listed: Readonly<Record<string, unknown>>,
): readonly string[] =>
  Object.entries(rows)
    .filter(([name, row]) => !(name in listed) && row.from === undefined)
    .map(([name]) => name);

describe('the list of names', () => {
  it('has the modules of the catalogue', () => {
    expect(modules.map(({ prefix }) => prefix).sort()).toEqual(named.map(([prefix]) => prefix).sort());
    for (const [prefix, { namespace }] of named) {
      expect(namespace).toBe(`www.genesyslab.com/modules/${moduleCalled(prefix).name}`);
    }
  });

  it('is as large as it was', () => {
    const elements = named.flatMap(([, module]) => Object.values(module.elements));
    const sizes = {
      elements: elements.length,
      attributes: elements.flatMap((element) => Object.keys(element.attributes)).length,
      events:
        elements.flatMap((element) => Object.keys(element.events)).length +
        named.flatMap(([, module]) => Object.keys(module.events)).length,
      functions: named.flatMap(([, module]) => Object.keys(module.functions)).length,
      objects: named.flatMap(([, module]) => Object.keys(module.objects)).length,
    };
    expect(sizes).toEqual({ elements: 56, attributes: 147, events: 80, functions: 29, objects: 20 });
  });
});

describe.each(named)('module %s', (prefix, module) => {
  const rows = moduleCalled(prefix);

  it('has every element, and no other', () => {
    expect(Object.keys(rows.elements).sort()).toEqual(Object.keys(module.elements).sort());
  });

  it.each(Object.entries(module.elements))('knows what is listed of %s', (name, element) => {
    const row = rows.elements[name];
    if (row === undefined) throw new Error(`no row for ${name}`);
    const listed = { ...row, attributes: evidence(row.attributes) };
    expect(listed.known).toBe(element.known);
    expect(row.complete).toBe(element.complete);
    expect(listed.attributes).toMatchObject(evidence(element.attributes));
    for (const [attribute, { kind, required, words }] of Object.entries(element.attributes)) {
      const found = row.attributes[attribute];
      // The id of the request that is asked for is listed as a location, too, but the platform reads it.
      const asked = prefix === 'queue' && name === 'query' && attribute === 'requestid';
      expect(found?.kind, attribute).toBe(asked ? 'value' : kind);
      if (required === true) expect(found?.required, attribute).toBe(true);
      // The words of a prompt's type are an open list.
      if (words !== undefined && name !== 'prompts')
        expect(found?.words, attribute).toEqual(expect.arrayContaining([...words]));
    }
    for (const [child, { known, occurs }] of Object.entries(element.children)) {
      const [least, most = least] = occurs.split('..');
      expect(row.children[child], child).toEqual({
        known,
        least: Number(least),
        most: most === 'N' ? Number.POSITIVE_INFINITY : Number(most),
      });
    }
    for (const [event, { known, data }] of Object.entries(element.events)) {
      expect(row.events[event], event).toEqual({ known, data });
    }
    expect(row.errors?.words ?? []).toEqual(expect.arrayContaining([...element.errors]));
    const extra = [
      ...unfounded(row.attributes, element.attributes),
      ...unfounded(row.children, element.children),
      ...unfounded(row.events, element.events),
    ];
    expect(extra).toEqual([]);
  });

  it('has its events, functions and objects', () => {
    expect(rows.events).toEqual(module.events);
    expect(evidence(rows.functions)).toEqual(module.functions);
    const objects = { ...rows.enumerations, ...rows.objects };
    expect(Object.keys(objects).sort()).toEqual(Object.keys(module.objects).sort());
    for (const [path, { known, members }] of Object.entries(module.objects)) {
      expect(objects[path]?.known, path).toBe(known);
      expect(evidence(objects[path]?.members ?? {}), path).toMatchObject(members);
      expect(unfounded(objects[path]?.members ?? {}, members), path).toEqual([]);
    }
  });

  it('begins its events as it says', () => {
    const events = [...Object.values(rows.elements), rows].flatMap((row) => Object.keys(row.events));
    const roots = events.map((event) => event.replace(/^error\./, '').split('.')[0]);
    expect(roots.filter((root) => !rows.eventRoots.includes(root ?? ''))).toEqual([]);
  });
});

it('the statistics that need no subscription, and those of URS, are the listed ones', () => {
  expect(predefinedStatistics).toEqual(list.modules['statistic']?.predefinedStatistics);
  expect(ursStatistics).toEqual(list.modules['statistic']?.ursStatistics);
});

it('every action of the catalogue is carried out by the simulator', () => {
  const carriedOut = new Set(
    platformModules.flatMap(({ prefix, elements }) =>
      Object.keys(elements).map((name) => `${prefix}:${name}`),
    ),
  );
  expect([...actions.keys()].filter((name) => !carriedOut.has(name))).toEqual([]);
});
