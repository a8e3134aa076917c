// Commands of `run` that do something to the page from outside. Each becomes a part of the scenario.
import { inert } from '../../report/formats/inert.js';
import {
  answerRequest,
  answerTreatment,
  failAction,
  letHappen,
  sendEvent,
  setAgentState,
  type Edit,
} from '../../runtime-check/run-edits.js';
import { scenarioFaults } from '../../runtime-check/scenario/read.js';
import { happeningKinds } from '../../runtime-check/scenario/interaction-types.js';
import { actions } from '../../runtime-check/validate/catalogue/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { clock } from '../../runtime-check/trace-format.js';
import type { Command, Complaint, Console } from './console.js';
import { standing } from './show.js';
import { isRecord, readJson, readPairs, readValues, type Values } from './values.js';

/** Makes a change, unless it makes a scenario that is none. */
function act(console: Console, line: string, edit: (at: number) => Edit): Complaint {
  const { run, settings, print } = console;
  let made = 0;
  const [fault] = scenarioFaults(edit(run.now + 1)(run.scenario));
  if (fault !== undefined) return inert(fault);
  const isSame = run.change((at) => {
    made = at;
    return edit(at);
  });
  settings.history.push({ at: made, line });
  if (!isSame) print('  This has changed what happened before; the run stands here now:', standing(console));
  return undefined;
}

const planned = (console: Console, line: string, edit: (at: number) => Edit): Complaint => {
  const complaint = act(console, line, edit);
  const last = console.settings.history.at(-1);
  if (complaint === undefined && last !== undefined) console.print(`  at ${clock(last.at)}`);
  return complaint;
};

const send: Command = {
  name: 'send',
  usage: '<event> [JSON object]',
  about: 'an event from outside, with its data',
  completions: (words, { page }) => (words.length === 2 ? page.events : []),
  perform: (rest, console) => {
    const [, name = '', text = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
    if (name === '') return 'Which event? send <event> [JSON object]';
    const data = text === '' ? undefined : readJson(text);
    if (text !== '' && !isRecord(data))
      return 'The data must be a JSON object: send my.event {"key": "value"}';
    return planned(console, `send ${rest}`, (at) => sendEvent(at, name, isRecord(data) ? data : undefined));
  },
};

const hangup: Command = {
  name: 'hangup',
  usage: '',
  about: 'the caller hangs up',
  perform: (_rest, console) => planned(console, 'hangup', (at) => letHappen(at, { hangup: true })),
};

const udata: Command = {
  name: 'udata',
  usage: '<key>=<value> ...',
  about: 'somebody else attaches user data; a value of null deletes the key',
  perform: (rest, console) => {
    const read = readPairs(rest);
    if ('complaint' in read || rest === '') return 'Which data? udata <key>=<value> ...';
    const pairs = Object.entries(read.values).map(([key, value]) => {
      const text = String(value);
      return [key, text === 'null' ? null : text] as const;
    });
    return planned(console, `udata ${rest}`, (at) => letHappen(at, { udata: Object.fromEntries(pairs) }));
  },
};

const happen: Command = {
  name: 'happen',
  usage: '[on <interaction>] <kind> [JSON]',
  about: `anything else that the scenario format lets happen to an interaction: transfer {"to": "7002"}; the kinds are ${happeningKinds.join(', ')}`,
  completions: (words, { run }) => {
    const isOn = words[1] === 'on';
    if (isOn && words.length === 3) return run.view().interactions.map(({ id }) => id);
    return words.length === (isOn ? 4 : 2) ? [...happeningKinds, ...(isOn ? [] : ['on'])] : [];
  },
  perform: (rest, console) => {
    const [, id, kind = '', text = ''] = /^(?:on\s+(\S+)\s+)?(\S+)\s*(.*)$/s.exec(rest) ?? [];
    const value = text === '' ? true : readJson(text);
    if (!happeningKinds.some((known) => known === kind)) {
      return `"${inert(kind)}" cannot happen${suggestion(kind, happeningKinds) || '.'}`;
    }
    if (value === undefined) return 'The JSON cannot be read.';
    return planned(console, `happen ${rest}`, (at) =>
      letHappen(at, { [kind]: value, ...(id === undefined ? {} : { interaction: id }) }),
    );
  },
};

const agentState = (name: string, state: 'ready' | 'notReady', about: string): Command => ({
  name,
  usage: '<agent> [JSON object]',
  about,
  completions: (words, { run }) => (words.length === 2 ? run.view().agents.map(({ id }) => id) : []),
  perform: (rest, console) => {
    const [, id = '', text = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
    if (id === '') return `Which agent? ${name} <agent>`;
    const more = text === '' ? {} : readJson(text);
    if (!isRecord(more))
      return `What else the agent has must be a JSON object: ${name} ada {"groups": ["Sales"]}`;
    return planned(console, `${name} ${rest}`, (at) => setAgentState(at, id, state, more));
  },
});

const treatmentKeys = ['digits', 'lasts', 'error', 'udata', 'extensions'] as const;
const requestKeys = ['content', 'lasts', 'error', 'headers'] as const;

const digits: Command = {
  name: 'digits',
  short: 'd',
  usage: '<keys>',
  about: 'the caller keys in digits: now when a treatment plays, else at the next one',
  perform: (rest, console) =>
    /^[0-9*#A-D]+$/.test(rest)
      ? answer(console, 'treatment', `digits ${rest}`, { digits: rest })
      : 'Which keys? digits 12#',
};

const answering = (
  kind: 'treatment' | 'fetch' | 'urs',
  known: readonly string[],
  about: string,
): Command => ({
  name: kind,
  usage: known.map((key) => `[${key}=...]`).join(' '),
  about,
  completions: () => known.map((key) => `${key}=`),
  perform: (rest, console) => {
    const read = readValues(rest, known, ['digits', 'error']);
    return 'complaint' in read
      ? inert(read.complaint)
      : answer(console, kind, `${kind} ${rest}`, read.values);
  },
});

/** Answers what is under way of a kind, at once unless it is said how long it lasts; else the next one. */
function answer(
  console: Console,
  kind: 'treatment' | 'fetch' | 'urs',
  line: string,
  values: Values,
): Complaint {
  const { run, print } = console;
  const view = run.view();
  const open = view.underWay.findLast((each) => each.kind === kind);
  const nth = open?.nth ?? view.asked(kind) + 1;
  const made = (at: number): Values =>
    open === undefined || values['lasts'] !== undefined
      ? values
      : { ...values, lasts: Math.round((at - open.at) * 1e6) / 1e6 };
  const complaint = act(console, line, (at) =>
    kind === 'treatment' ? answerTreatment(nth, made(at)) : answerRequest(kind, nth, made(at)),
  );
  if (complaint === undefined) {
    print(
      open === undefined
        ? `  for the next ${kind}, which is number ${String(nth)}`
        : `  for ${kind} ${String(nth)}: ${inert(open.what)}`,
    );
  }
  return complaint;
}

const actionNames: readonly string[] = [...actions.keys()];

const fail: Command = {
  name: 'fail',
  usage: '<action> [error]',
  about: 'an action fails the next time that the page executes it: fail queue:submit',
  completions: (words) => (words.length === 2 ? actionNames : []),
  perform: (rest, console) => {
    const [, action = '', error = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
    if (!actionNames.includes(action)) {
      return `"${inert(action)}" is no action${suggestion(action, actionNames) || '.'}`;
    }
    const nth = console.run.view().asked(action) + 1;
    const complaint = act(console, `fail ${rest}`, () =>
      failAction(action, nth, error === '' ? undefined : error),
    );
    if (complaint === undefined) console.print(`  ${action} number ${String(nth)} will fail`);
    return complaint;
  },
};

const undo: Command = {
  name: 'undo',
  usage: '',
  about: 'take back what was done last, and go to where it was done',
  perform: (_rest, console) => {
    if (!console.run.undo()) return 'Nothing was done to the run.';
    console.settings.history.pop();
    console.print(standing(console));
    return undefined;
  },
};

export const acting: readonly Command[] = [
  send,
  digits,
  answering('treatment', treatmentKeys, 'what the treatment that plays, or the next one, comes to'),
  answering(
    'fetch',
    requestKeys,
    'what the request to a server that is under way, or the next one, comes to',
  ),
  answering('urs', requestKeys, 'the same for a request to URS'),
  fail,
  agentState('ready', 'ready', 'an agent is ready; one that the scenario does not know is added'),
  agentState('notready', 'notReady', 'an agent is not ready any more'),
  udata,
  hangup,
  happen,
  undo,
];
