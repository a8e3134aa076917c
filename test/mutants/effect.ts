// What of a page can have an effect: two pages that have the same do the same, and differ only in what is written to the log, in states that do nothing but
// lead on, and in states that no transition leads to.
import { elementEnd, type Page } from './define.js';
import { canFail } from './page-failures.js';

const known = new WeakMap<Page, string>();

/** The lines of a page that can have an effect. */
export function effectOf(page: Page): string {
  const effect = known.get(page) ?? effectLines(page);
  known.set(page, effect);
  return effect;
}

function effectLines(given: Page): string {
  const page = withoutIdleWays(given);
  const silent = silentStates(page);
  const lines = page.lines.map((line) =>
    line.replace(/\btarget="([^"]*)"/, (_all, target: string) => `target="${leadsTo(silent, target)}"`),
  );
  const entered = enteredStates(page, lines);
  const kept = lines.map((line, at) => {
    const state = page.states[at] ?? '';
    const isState = page.regions[at] !== 'library' && state !== '';
    return !isState || (entered.has(state) && !silent.has(state) && !isSilent(line));
  });
  const called = calledFunctions(
    page,
    lines.filter((_line, at) => kept[at] === true && page.regions[at] !== 'library'),
  );
  return lines
    .filter((_line, at) => {
      const name = page.states[at] ?? '';
      return page.regions[at] === 'library' && name !== '' ? called.has(name) : kept[at];
    })
    .join('\n');
}

/** Without ways for script errors of states whose scripts cannot fail, or that the frame of the page has as well, and without conditions whose way is that of everything else. */
function withoutIdleWays(page: Page): Page {
  const idle = new Set<number>();
  const isHeardByAll = leavesErrorsToTheFrame(page);
  for (const [at, line] of page.lines.entries()) {
    const isError = /^\s*<transition event="error\.script"/.test(line);
    const isDefaulting = line.trim() === '<transition event="error.script" target="ird_default_routing"/>';
    if (isError && (!canFail(page, page.states[at] ?? '') || (isDefaulting && isHeardByAll)))
      for (let each = at; each <= elementEnd(page.lines, at); each++) idle.add(each);
    if (/^\s*<transition target="[^"]*"\/>$/.test(line)) {
      const target = onlyLeads.exec(line)?.[1];
      for (
        let before = at - 1;
        target !== undefined && onlyLeads.exec(page.lines[before] ?? '')?.[1] === target;
        before--
      )
        idle.add(before);
    }
  }
  const kept = <T>(_value: T, at: number): boolean => !idle.has(at);
  return {
    lines: page.lines.filter(kept),
    regions: page.regions.filter(kept),
    states: page.states.filter(kept),
  };
}

/** The frame sends a call whose script failed to default routing, as long as it was not delivered; nothing of the strategy runs after that. */
const leavesErrorsToTheFrame = (page: Page): boolean =>
  page.lines.some((line) =>
    line.includes('<transition event="error.script" cond="!_data.ird_routed" target="ird_default_routing"/>'),
  ) &&
  page.lines.every((line, at) => {
    if (!/location="_data\.ird_routed" expr="true"|ird_routed = true|ird\.routedTo\(true\)/.test(line))
      return true;
    if (page.regions[at] !== 'blocks') return true;
    const way = page.lines.slice(0, at).findLast((each) => each.includes('<transition ')) ?? '';
    return /target="(?:ird_end|routed)"/.test(way);
  });

/** Functions of the library that lines call, by themselves or through each other. */
function calledFunctions(page: Page, lines: readonly string[]): ReadonlySet<string> {
  const bodies = new Map<string, string[]>();
  for (const [at, line] of page.lines.entries()) {
    const name = page.states[at] ?? '';
    if (page.regions[at] === 'library' && name !== '') bodies.set(name, [...(bodies.get(name) ?? []), line]);
  }
  const called = new Set<string>();
  const open = [...lines];
  for (let line = open.pop(); line !== undefined; line = open.pop()) {
    for (const [name] of line.matchAll(/\bird\.\w+/g)) {
      if (called.has(name)) continue;
      called.add(name);
      open.push(...(bodies.get(name) ?? []));
    }
  }
  return called;
}

/** Where a way comes to through states that only lead on. */
function leadsTo(silent: ReadonlyMap<string, string>, target: string): string {
  let at = target;
  for (let steps = 0; silent.has(at) && steps <= silent.size; steps++) at = silent.get(at) ?? at;
  return at;
}

const isSilent = (line: string): boolean => /^\s*(?:<log [^>]*\/>|<!--.*-->|)$/.test(line);

/** States that do nothing but lead on, with where they lead: whatever they ask, the way is the same. */
function silentStates(page: Page): ReadonlyMap<string, string> {
  const own = new Map<string, string[]>();
  for (const [at, line] of page.lines.entries()) {
    const state = page.states[at] ?? '';
    if (page.regions[at] === 'library' || state === '' || isSilent(line)) continue;
    if (/^\s*(?:<\/?(?:state|onentry)\b|<script><!\[CDATA\[$|__Log\(.*\);$|\]\]><\/script>$)/.test(line))
      continue;
    own.set(state, [...(own.get(state) ?? []), line]);
  }
  const silent = new Map<string, string>();
  for (let before = -1; before !== silent.size;) {
    before = silent.size;
    for (const [state, lines] of own) {
      const targets = lines.map((line) => {
        const to = onlyLeads.exec(line)?.[1];
        return to === undefined ? undefined : leadsTo(silent, to);
      });
      const [target] = targets;
      if (target === undefined || target === state || silent.has(state)) continue;
      if (targets.every((to) => to === target) && !lines.at(-1)?.includes(' cond="'))
        silent.set(state, target);
    }
  }
  return silent;
}

/** A transition without event and content; its condition cannot fail. */
const onlyLeads =
  /^\s*<transition (?:cond="(?:(?!ird\.(?:int|div|utc\w*)\(|_event)[^"])*" )?target="([^"]*)"\/>$/;

/** States that the start of a page or a transition of an entered state leads to, with those around them. */
function enteredStates(page: Page, lines: readonly string[]): ReadonlySet<string> {
  const ways = new Map<string, string[]>();
  for (const [at, line] of lines.entries()) {
    if (page.regions[at] === 'library') continue;
    const state = page.states[at] ?? '';
    const targets = [...line.matchAll(/\b(?:target|initial)="([^"]*)"/g)].flatMap(([, each = '']) =>
      each.split(' '),
    );
    ways.set(state, [...(ways.get(state) ?? []), ...targets]);
  }
  const around = ['', 'ird_page', 'ird_strategy'];
  const entered = new Set<string>();
  const open = [...around, 'ird_start'];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (entered.has(state)) continue;
    entered.add(state);
    open.push(...(ways.get(state) ?? []));
  }
  return entered;
}
