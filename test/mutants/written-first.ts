// Whether a variable of a page gets its value before anything reads it.
import { elementEnd, type Page } from './define.js';
import { targetsOf } from './page-walk.js';

/** Whether the first state on every path that mentions a variable writes it: told by the only writer standing before all readers in one line of states. */
export function isWrittenFirst(page: Page, name: string): boolean {
  const mention = new RegExp(`_data\\.(?:ird_local\\.)?${name}\\b`);
  const write = new RegExp(`^\\s*(?:_data\\.(?:ird_local\\.)?${name} = |<assign location="_data\\.${name}")`);
  const reads = new Map<string, boolean>();
  for (const [at, line] of page.lines.entries()) {
    if (page.regions[at] !== 'blocks' || !mention.test(line)) continue;
    const state = page.states[at] ?? '';
    if (reads.has(state)) continue;
    const right = line.replace(write, '');
    reads.set(state, mention.test(right) || !write.test(line));
  }
  if ([...reads.values()].every((read) => !read)) return true;
  const targets = targetsOf(page);
  const writers = new Set([...reads].filter(([, read]) => !read).map(([state]) => state));
  const readers = new Set([...reads].filter(([, read]) => read).map(([state]) => state));
  // From the start no reader can be reached but through a writer. An answer that is kept on the way out of a state is no write for its other ways.
  const seen = new Set<string>();
  const open = ['ird_strategy', ...(targets.get('ird_consult') ?? [])];
  const initial = /<state id="ird_strategy" initial="([^"]*)"/.exec(page.lines.join('\n'))?.[1];
  if (initial !== undefined) open.push(initial);
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    // It leads back only to where control has been.
    if (seen.has(state) || state === 'ird_resume') continue;
    seen.add(state);
    if (readers.has(state)) return false;
    if (writers.has(state) && isWrittenOnEntry(page, state, write)) continue;
    open.push(...waysWithout(page, state, write));
  }
  return true;
}

/** The write stands in a script that runs when the state is entered. */
const isWrittenOnEntry = (page: Page, state: string, write: RegExp): boolean =>
  page.lines.some(
    (line, at) => page.states[at] === state && write.test(line) && line.trim().startsWith('_data.'),
  );

/** Where the transitions of a state lead that do not write the variable themselves. */
function waysWithout(page: Page, state: string, write: RegExp): readonly string[] {
  return page.lines.flatMap((line, at) => {
    const target = /<transition [^>]*\btarget="([^"]*)"/.exec(line)?.[1];
    if (page.states[at] !== state || target === undefined) return [];
    const own = page.lines.slice(at, elementEnd(page.lines, at) + 1);
    return own.some((each) => write.test(each)) ? [] : [target];
  });
}
