// The runtime library: all functions of the `ird` object in their order on a page, and the text of those that a page uses.
import { arithmetic } from './arithmetic.js';
import { callInfo } from './call-info.js';
import { choice } from './choice.js';
import { clock } from './clock.js';
import type { LibraryFunction } from './define.js';
import { errors } from './errors.js';
import { frame } from './frame.js';
import { increments } from './increments.js';
import { lists } from './lists.js';
import { moments } from './moments.js';
import { services } from './services.js';
import { replies } from './replies.js';
import { selecting } from './selecting.js';
import { statistics } from './statistics.js';
import { strings } from './strings.js';
import { targets } from './targets.js';
import { tokens } from './tokens.js';
import { urs } from './urs.js';
import { userData } from './user-data.js';
import { utc } from './utc.js';
import { values } from './values.js';

export type { LibraryFunction };

/** Every function of the library. The order is the order on the page: what others rest on stands first. */
export const libraryFunctions: readonly LibraryFunction[] = Object.freeze([
  ...values,
  ...arithmetic,
  ...strings,
  ...tokens,
  ...lists,
  ...moments,
  ...clock,
  ...utc,
  ...callInfo,
  ...userData,
  ...services,
  ...choice,
  ...statistics,
  ...targets,
  ...urs,
  ...replies,
  ...errors,
  ...frame,
  ...selecting,
  ...increments,
]);

const byName: ReadonlyMap<string, LibraryFunction> = new Map(libraryFunctions.map((row) => [row.name, row]));

/** ES5 text that makes `ird` with the named functions and all that they need; '' when no name is given. */
export function printLibrary(names: Iterable<string>): string {
  const used = closureOf(names);
  if (used.size === 0) return '';
  const parts = libraryFunctions.filter((row) => used.has(row.name)).map(printFunction);
  return ['var ird = {};', ...parts].join('\n');
}

const printFunction = (row: LibraryFunction): string => `// ${row.about}\nird.${row.name} = ${row.source};`;

/** The names and, step by step, everything that their functions call. */
function closureOf(names: Iterable<string>): ReadonlySet<string> {
  const used = new Set<string>(names);
  // A set that grows while it is walked: each name is visited once.
  for (const name of used) {
    const row = byName.get(name);
    if (row === undefined) throw new Error(`internal: the runtime library has no function "${name}"`);
    for (const needed of row.needs) used.add(needed);
  }
  return used;
}
