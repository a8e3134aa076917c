// What of a page may throw: functions of the library that do, with arguments for which they can.
import type { Page } from './define.js';
import { argumentsOf, pageValues, type PageValues } from './page-values.js';
import { linesOf } from './page-walk.js';

/** Whether a script or condition of the state calls what may throw. */
export const canFail = (page: Page, state: string): boolean =>
  linesOf(page, state).some((line) => lineCanFail(page, line));

export function lineCanFail(page: Page, line: string): boolean {
  if (/<(?:log|!--)/.test(line)) return false;
  if (/JSON\.parse|\bthrow\b|_event\.data\.\w+\.\w+/.test(line)) return true;
  const { failing, values } = factsOf(page);
  return [...line.matchAll(/ird\.(\w+)\(/g)].some(([, name = '']) => {
    if (!failing.has(name) || argumentsOf(line, name).every((args) => args.every(isConstant))) return false;
    if (name === 'int') return argumentsOf(line, name).some(([sum = '']) => !values.isSmall(sum));
    if (name === 'utcToString') return argumentsOf(line, name).some(([at = '']) => !values.isMoment(at));
    if (name !== 'div') return true;
    return argumentsOf(line, name).some(
      ([over = '', by = '']) => !values.isSmall(over) || !values.isNeverZero(by),
    );
  });
}

interface Facts {
  readonly failing: ReadonlySet<string>;
  readonly values: PageValues;
}

const known = new WeakMap<Page, Facts>();

function factsOf(page: Page): Facts {
  const facts = known.get(page) ?? { failing: failingFunctions(page), values: pageValues(page) };
  known.set(page, facts);
  return facts;
}

/** What is made of constants comes out alike each time; the page would fail in every run. */
const isConstant = (argument: string): boolean =>
  !/\b_\w+|\bird\.(?:time|date|day|getUTC|rand|udata|voice|chosen|setting|property|excludeAgents)\w*\(|\bunknown\b/i.test(
    argument,
  );

/** Functions of the library that throw, or call one that does. */
function failingFunctions(page: Page): ReadonlySet<string> {
  const bodies = new Map<string, string[]>();
  for (const [at, line] of page.lines.entries()) {
    if (page.regions[at] !== 'library') continue;
    const name = (page.states[at] ?? '').replace('ird.', '');
    if (name !== '' && !line.trim().startsWith('//')) bodies.set(name, [...(bodies.get(name) ?? []), line]);
  }
  const failing = new Set<string>();
  for (let before = -1; before !== failing.size;) {
    before = failing.size;
    for (const [name, lines] of bodies) {
      const text = lines.join('\n');
      if (/\bthrow\b|JSON\.parse/.test(text)) failing.add(name);
      if ([...text.matchAll(/ird\.(\w+)/g)].some(([, called = '']) => called !== name && failing.has(called)))
        failing.add(name);
    }
  }
  return failing;
}

/** Whether reading a variable may fail somewhere: then its value decides how the state is left. */
export const failsBy = (page: Page, name: string): boolean =>
  page.lines.some(
    (line, at) =>
      page.regions[at] === 'blocks' && new RegExp(`\\b${name}\\b`).test(line) && lineCanFail(page, line),
  );
