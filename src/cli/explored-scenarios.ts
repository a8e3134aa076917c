// Writes the scenarios that an exploration found: to one file, or beside each other in a folder, named after their pages. Other content is not overwritten.
import { statSync } from 'node:fs';
import path from 'node:path';
import { makeFolder, writeTogether } from '../batch/write-output.js';
import { plural } from '../report/formats/plural.js';
import type { Scenario } from '../runtime-check/index.js';
import { writeScenarios } from '../runtime-check/scenario/write.js';
import type { Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Where the scenarios of each page go; checked before anything runs. */
export type ScenarioPlaces = ReadonlyMap<string, string>;

/** The places for the pages at these paths. A name with an ending of a scenario file means one file, anything else a folder. */
export function placesFor(target: string, pages: readonly { readonly path: string }[]): ScenarioPlaces {
  const isFile =
    /\.(?:yaml|yml|json)$/i.test(target) &&
    statSync(target, { throwIfNoEntry: false })?.isDirectory() !== true;
  if (isFile) {
    const [page] = pages;
    if (pages.length > 1) {
      throw new UsageError(
        `The scenarios of ${plural(pages.length, 'page')} cannot go to the one file "${target}": name a folder.`,
      );
    }
    return new Map(page === undefined ? [] : [[page.path, target]]);
  }
  const places = new Map<string, string>();
  for (const page of pages) {
    const place = path.join(target, `${path.parse(page.path).name}.scenarios.yaml`);
    const rival = [...places].find(([, other]) => other === place)?.[0];
    if (rival !== undefined) {
      throw new UsageError(
        `The scenarios of "${rival}" and "${page.path}" would go to the same file: explore them apart.`,
      );
    }
    places.set(page.path, place);
  }
  return places;
}

/** Writes the scenarios of one page and says so; gives the reason when it cannot. */
export function writeExplored(
  file: string,
  scenarios: readonly Scenario[],
  terminal: Terminal,
): readonly string[] {
  if (scenarios.length === 0) return [];
  const refusal = makeFolder(path.dirname(file));
  if (refusal !== undefined) return [`The folder of "${file}" cannot be made: ${refusal}.`];
  const text = file.toLowerCase().endsWith('.json')
    ? `${JSON.stringify(scenarios, null, 2)}\n`
    : writeScenarios(scenarios);
  const result = writeTogether(path.dirname(file), [{ name: path.basename(file), text }], false);
  const shown = path.relative(terminal.cwd, file).replaceAll(path.sep, '/');
  switch (result.status) {
    case 'written':
    case 'unchanged':
      terminal.err.write(
        `${shown}: ${plural(scenarios.length, 'scenario')}${result.status === 'unchanged' ? ' (unchanged)' : ''}\n`,
      );
      return [];
    case 'refused':
      return [`"${shown}" exists with other scenarios: move it away, or name another place.`];
    case 'failed':
      return [`"${shown}" cannot be written: ${result.reason}.`];
  }
}
