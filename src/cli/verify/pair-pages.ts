// Which page belongs to which strategy: the only one to the only one, else by the name that the conversion gives it.
import path from 'node:path';
import type { FoundFile } from '../../batch/discover.js';
import { UsageError } from '../usage-error.js';

export interface PagePlace {
  readonly input: FoundFile;
}

/** The page of each strategy, by the base name that its page gets. Without pages nothing is paired; a page that is nobody's ends the command. */
export function pairPages(
  bases: readonly string[],
  pages: readonly FoundFile[],
): (base: string) => PagePlace | undefined {
  const [page] = pages;
  if (page === undefined) return () => undefined;
  if (bases.length === 1 && pages.length === 1) return () => ({ input: page });
  const byBase = new Map(pages.map((input) => [path.parse(input.path).name, input]));
  const stranger = [...byBase.keys()].find((base) => !bases.includes(base));
  if (stranger !== undefined || byBase.size < pages.length)
    throw new UsageError(
      `The page "${stranger ?? page.file}" is that of no strategy; pages of several strategies must be called ${bases.map((base) => `"${base}.scxml"`).join(', ')}.`,
    );
  const lonely = bases.find((base) => !byBase.has(base));
  if (lonely !== undefined)
    throw new UsageError(`There is no page "${lonely}.scxml": name the page of each strategy, or none.`);
  return (base) => {
    const input = byBase.get(base);
    return input && { input };
  };
}
