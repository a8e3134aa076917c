// Commands of `run` that let the page go on, or go back.
import { matchesEvent } from '../../runtime-check/document/event-descriptors.js';
import { stepKinds } from '../../runtime-check/trace.js';
import type { Detail, Step } from '../../runtime-check/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { inert } from '../../report/formats/inert.js';
import type { Command, Complaint, Console } from './console.js';
import { frame, showNews, standing } from './show.js';
import { readCount, readTime } from './times.js';

/** Steps between two looks whether somebody wants to stop. */
const slice = 500;

type Entry = Step | Detail;

/** Lines of the trace that one command shows. */
const mostLines = 200;

/** Goes on until `isThere` says so of what was done last, or nothing is left to do; true when it was there, or was stopped. */
async function goOn(
  console: Console,
  isThere: (news: readonly Entry[]) => boolean,
  until?: number,
): Promise<boolean> {
  const { run } = console;
  let shown = 0;
  const finish = (result: boolean): boolean => {
    const hidden = shown - mostLines;
    if (hidden > 0) console.print(`  ... and ${String(hidden)} more lines; "trace" shows all`);
    return result;
  };
  for (let steps = 1; ; steps++) {
    const moved = run.step(until);
    const { news, lines } = showNews(console, { most: mostLines - shown });
    shown += lines;
    // What the trace does not hold any more cannot be noticed.
    if (isThere(news) || news.some(({ kind }) => kind === 'cut')) return finish(true);
    if (!moved || isOver(console)) return finish(false);
    if (steps % slice === 0 && (await console.isInterrupted())) {
      console.print('  interrupted');
      return finish(true);
    }
  }
}

const isOver = ({ run }: Console): boolean => run.stop !== undefined && run.stop.kind !== 'idle';

const ended = (console: Console): Complaint =>
  isOver(console) ? 'The run has ended; "back", "undo" or "restart" go back.' : undefined;

const step: Command = {
  name: 'step',
  short: 's',
  usage: '[count]',
  about: 'one microstep, one event, or one scheduled action, and what it did in full',
  perform: (rest, console) => {
    const count = readCount(rest);
    if (count === undefined) return `"${inert(rest)}" is no count.`;
    const over = ended(console);
    if (over !== undefined) return over;
    for (let left = count; left > 0; left--) {
      const moved = console.run.step();
      const { news } = showNews(console, { all: true });
      if (moved && news.length === 0) console.print('  (the platform did something that cannot be seen)');
      if (!moved || isOver(console)) break;
    }
    console.print(standing(console));
    return undefined;
  },
};

const goFurther: Command = {
  name: 'continue',
  short: 'c',
  usage: '',
  about: 'until the page ends, or waits for something that does not come by itself',
  perform: async (_rest, console) => {
    const over = ended(console);
    if (over !== undefined) return over;
    await goOn(console, () => false);
    console.print(standing(console));
    return undefined;
  },
};

const until: Command = {
  name: 'until',
  short: 'u',
  usage: 'state <id> | event <name> | <step> | <time>',
  about: `until a state is entered, an event is taken, a step is made (${stepKinds.join(', ')}, log), or a moment: 90, 1:30, +5`,
  completions: (words, { page }) => {
    if (words.length <= 2) return ['state', 'event', ...stepKinds, 'log'];
    return words[1] === 'state' ? page.states : words[1] === 'event' ? page.events : [];
  },
  perform: async (rest, console) => {
    const over = ended(console);
    if (over !== undefined) return over;
    const goal = goalOf(rest, console);
    if ('complaint' in goal) return goal.complaint;
    const reached = await goOn(console, goal.isThere, goal.time);
    if (goal.time === undefined && !reached) console.print(`  ${inert(rest)} did not come`);
    if (goal.time !== undefined && !reached && !isOver(console)) console.run.advance(goal.time);
    console.print(standing(console));
    return undefined;
  },
};

interface Goal {
  readonly isThere: (news: readonly Entry[]) => boolean;
  readonly time?: number;
}

function goalOf(rest: string, { page, run }: Console): Goal | { readonly complaint: string } {
  const [word = '', ...more] = rest.split(/\s+/);
  const name = more.join(' ');
  if (word === 'state') {
    if (!page.states.includes(name)) {
      return { complaint: `There is no state "${inert(name)}"${suggestion(name, page.states) || '.'}` };
    }
    return {
      isThere: (news) => news.some((entry) => entry.kind === 'enter' && factOf(entry, 'state') === name),
    };
  }
  if (word === 'event') {
    if (name === '') return { complaint: 'Which event? until event <name>' };
    const descriptor = name.replace(/\.\*?$/, '');
    const fits = (entry: Entry): boolean =>
      entry.kind === 'event' && matchesEvent(descriptor, String(factOf(entry, 'name')));
    return { isThere: (news) => news.some(fits) };
  }
  if (name === '' && (word === 'log' || stepKinds.some((kind) => kind === word))) {
    return { isThere: (news) => news.some(({ kind }) => kind === word) };
  }
  const time = readTime(rest, run.now);
  if (time === undefined) {
    return { complaint: `"${inert(rest)}" is no state, event, step or moment: ${until.usage}` };
  }
  return time < run.now
    ? { complaint: 'That moment has passed; "back" and "restart" go back.' }
    : { isThere: () => false, time };
}

const factOf = (entry: Entry, fact: string): unknown => ('facts' in entry ? entry.facts?.[fact] : undefined);

const advance: Command = {
  name: 'advance',
  short: 'a',
  usage: '<seconds>',
  about: 'advance the clock; what is due meanwhile happens',
  perform: (rest, console) => until.perform(`+${rest.replace(/^\+/, '')}`, console),
};

const back: Command = {
  name: 'back',
  short: 'b',
  usage: '[count]',
  about: 'so many steps back; what was done to the run later stays planned',
  perform: (rest, console) => {
    const count = readCount(rest);
    if (count === undefined) return `"${inert(rest)}" is no count.`;
    console.run.goTo(console.run.taken - count);
    console.print(standing(console), ...frame(console.run.view().state, console));
    return undefined;
  },
};

const restart: Command = {
  name: 'restart',
  usage: '',
  about: 'to the beginning; what was done to the run stays planned',
  perform: (_rest, console) => {
    console.run.goTo(0);
    showNews(console);
    console.print(standing(console));
    return undefined;
  },
};

export const going: readonly Command[] = [step, goFurther, until, advance, back, restart];
