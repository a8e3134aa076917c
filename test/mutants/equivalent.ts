// Faults that change nothing that anybody can see, with the reason: each is told by what stands on the page, not by the fact that nothing found it. They do
// not count.
import { elementEnd, type Mutant, type Page } from './define.js';

/** Why a fault on this page changes nothing; undefined when it does. */
export function whyEquivalent(page: Page, mutant: Mutant): string | undefined {
  for (const rule of rules) {
    if (!rule.kinds.includes(mutant.kind)) continue;
    if (rule.holds(page, mutant)) return rule.reason;
  }
  return undefined;
}

interface Rule {
  readonly kinds: readonly string[];
  readonly reason: string;
  readonly holds: (page: Page, mutant: Mutant) => boolean;
}

const rules: readonly Rule[] = [
  {
    kinds: ['evaluation-error-lost', 'missing-default-route', 'swapped-ports', 'block-skipped'],
    reason: 'nothing in the scripts of the state can fail, so that its error is never told',
    holds: (page, { was, state }) => was.includes('event="error.script"') && !canFail(page, state),
  },
  {
    kinds: ['script-error-without-default-route'],
    reason: 'every state whose scripts can fail listens to the error by itself',
    holds: (page) =>
      statesOf(page).every(
        (state) =>
          !canFail(page, state) || linesOf(page, state).some((line) => line.includes('event="error.script')),
      ),
  },
  {
    kinds: ['wait-in-milliseconds', 'swapped-ports', 'block-skipped'],
    reason: 'the simulated platform confirms attached data at once: the timer behind it never ends',
    holds: (page, { state, was }) =>
      (was.includes('.timeout') || was.includes('<send ')) &&
      linesOf(page, state).some((line) => /ird\.attach\w*\(/.test(line)),
  },
  {
    kinds: ['wait-in-milliseconds'],
    reason: 'the simulated platform answers this action at once: the timer behind it never ends',
    holds: (page, { state }) =>
      linesOf(page, state).some((line) =>
        /<(?:statistic:subscribe|queue:cancel|queue:query|ixn:(?:accept|attach))/.test(line),
      ),
  },
  {
    kinds: ['written-data-not-seen'],
    reason: 'the page reads none of the keys that it writes',
    holds: (page) => {
      const text = blocksOf(page);
      const read = new Set(
        [...text.matchAll(/ird\.udata\(_data\.ird_ixn, '([^']*)'/g)].map(([, key]) => key),
      );
      const readsAll = /ird\.(?:udataPairs|udataKeys|keyList|udata\(_data\.ird_ixn, (?!'))/.test(text);
      const written = [...text.matchAll(/ird\.attach\w*\(_data\.ird_ixn, \{([^}]*)\}/g)].flatMap(
        ([, pairs = '']) => [...pairs.matchAll(/(?:^|, )\s*'?([^':]+?)'?: /g)].map(([, key]) => key),
      );
      return !readsAll && written.every((key) => !read.has(key));
    },
  },
  {
    kinds: ['hang-up-ignored'],
    reason: 'the strategy never waits, so that nobody can hang up meanwhile',
    holds: (page) =>
      !/<(?:queue:submit|dialog:(?!stop)\w+|session:fetch|send event=(?!"'[^"]*\.timeout'"))/.test(
        blocksOf(page),
      ),
  },
  {
    kinds: ['block-skipped'],
    reason: 'the block that is left out does nothing but write to the log',
    holds: (page, { was }) => {
      const target = /target="([^"]*)"/.exec(was)?.[1] ?? '';
      const own = linesOf(page, target).filter((line) => !/<\/?(?:state|onentry|log|!--)|^\s*$/.test(line));
      return own.length === 1 && /^\s*<transition target="/.test(own[0] ?? '');
    },
  },
  {
    kinds: ['end-without-default-route'],
    reason: 'every way to the end of the strategy comes from a delivery, or from messages',
    holds: (page) =>
      page.lines.every(
        (line) =>
          !/target="ird_end"/.test(line) ||
          /event="(?:queue\.submit|interaction\.redirect)\.done"/.test(line),
      ),
  },
  {
    kinds: ['start-value-wrong'],
    reason: 'the variable is not read, or it gets its value before anything reads it',
    holds: (page, { was }) => {
      const name = /id="(v_\w+)"/.exec(was)?.[1] ?? '';
      return isWrittenFirst(page, name);
    },
  },
  {
    kinds: ['division-with-fraction', 'library-comparison'],
    reason: 'the page divides numbers that it holds itself, whose quotient has no such sign or no fraction',
    holds: (page, { state }) =>
      state === 'ird.div' &&
      [...blocksOf(page).matchAll(/ird\.div\(([^()]*)\)/g)].every(([, args = '']) =>
        /^[\d\s,-]+$/.test(args),
      ),
  },
  {
    kinds: ['library-comparison'],
    reason: '0 is the same from above and from below',
    holds: (_page, { was, now }) => /quotient <=? 0/.test(was) && /quotient <=? 0/.test(now),
  },
  {
    kinds: ['forgotten-clear'],
    reason:
      'an interaction that is presented again is a message; a call is not, and its requests end with it',
    holds: (page, { state }) =>
      state === 'ird_strategy' &&
      !/ixn:createmessage|msgbased|ird\.isMessage/.test(page.lines.join('\n')) &&
      /ird\.isVoice/.test(page.lines.join('\n')),
  },
  {
    kinds: ['lost-error-port', 'error-taken-for-success', 'swapped-ports'],
    reason: 'a submit whose targets stand on the page, and whose wait has no limit, has no error',
    holds: (page, { was, state }) =>
      was.includes('event="error.queue.submit"') &&
      linesOf(page, state).some((line) => /<queue:submit [^>]*timeout="99999"/.test(line)),
  },
];

/** Lines of a state of that id. */
const linesOf = (page: Page, state: string): readonly string[] =>
  page.lines.filter((_line, at) => page.states[at] === state);
const statesOf = (page: Page): readonly string[] => [
  ...new Set(page.states.filter((state, at) => page.regions[at] !== 'library' && state !== '')),
];
const blocksOf = (page: Page): string =>
  page.lines.filter((_line, at) => page.regions[at] === 'blocks').join('\n');

/** Whether a script or condition of the state calls what may throw. */
function canFail(page: Page, state: string): boolean {
  const failing = failingFunctions(page);
  return linesOf(page, state).some(
    (line) =>
      /JSON\.parse|\bthrow\b|_event\.data\.\w+\.\w+/.test(line) ||
      [...line.matchAll(/ird\.(\w+)\(/g)].some(([, name = '']) => failing.has(name)),
  );
}

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

/** Whether the first state on every path that mentions a variable writes it: told by the only writer standing before all readers in one line of states. */
function isWrittenFirst(page: Page, name: string): boolean {
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
    if (seen.has(state)) continue;
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

function targetsOf(page: Page): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [at, line] of page.lines.entries()) {
    const target = /<transition [^>]*\btarget="([^"]*)"/.exec(line)?.[1];
    const state = page.states[at] ?? '';
    if (target !== undefined) found.set(state, [...(found.get(state) ?? []), target]);
  }
  return found;
}
