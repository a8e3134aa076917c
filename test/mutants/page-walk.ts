// Ways through a page: lines and states, where transitions lead, and what comes behind a state.
import type { Page } from './define.js';

/** Lines of a state of that id. */
export const linesOf = (page: Page, state: string): readonly string[] =>
  page.lines.filter((_line, at) => page.states[at] === state);
export const statesOf = (page: Page): readonly string[] => [
  ...new Set(page.states.filter((state, at) => page.regions[at] !== 'library' && state !== '')),
];
export const blocksOf = (page: Page): string =>
  page.lines.filter((_line, at) => page.regions[at] === 'blocks').join('\n');

export function targetsOf(page: Page): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [at, line] of page.lines.entries()) {
    const target = /<transition [^>]*\btarget="([^"]*)"/.exec(line)?.[1];
    const state = page.states[at] ?? '';
    if (target !== undefined) found.set(state, [...(found.get(state) ?? []), target]);
  }
  return found;
}

/** States that ways of a page lead to from a state. */
export function waysOn(page: Page, state: string, without: readonly string[] = []): readonly string[] {
  const targets = targetsOf(page);
  const open = [...(targets.get(state) ?? [])];
  const seen = new Set<string>(['ird_resume', ...without]);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(targets.get(next) ?? []));
  }
  return [...seen].filter((next) => next !== 'ird_resume' && !without.includes(next));
}

export const comesAgain = (page: Page, state: string): boolean => waysOn(page, state).includes(state);

/** The transition that a line stands in, or is. */
export const wayAround = (page: Page, line: number): string =>
  page.lines.slice(0, line).findLast((each) => /^\s*<(?:transition|\/?onentry|state) ?/.test(each)) ?? '';
