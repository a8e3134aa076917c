// Commands of `run` that show something and change nothing.
import { inert } from '../../report/formats/inert.js';
import { clock, formatTrace } from '../../runtime-check/trace-format.js';
import type { Command, Console } from './console.js';
import { frame, section, shownValue, standing } from './show.js';

const where: Command = {
  name: 'where',
  short: 'w',
  usage: '',
  about: 'the active states, the line of the page where it stands, and the transition that was taken last',
  perform: (_rest, console) => {
    const { state, transition } = console.run.view();
    console.print(standing(console), ...frame(state, console));
    if (transition !== undefined) console.print('  last transition:', ...frame(transition, console));
    return undefined;
  },
};

const print: Command = {
  name: 'print',
  short: 'p',
  usage: '[expression]',
  about: 'the value of an expression, of all data when none is given; what it changes is undone',
  completions: () => ['_data.', '_event.', '_genesys.'],
  perform: (rest, console) => {
    const result = console.run.examine(rest === '' ? '_data' : rest);
    if (!result.ok) return `${result.failure.kind}: ${inert(result.failure.message)}`;
    console.print(...shownValue(result.value));
    return undefined;
  },
};

const pending: Command = {
  name: 'pending',
  usage: '',
  about: 'events that wait, timers, requests for a target, treatments and requests to servers under way',
  perform: (_rest, { run, print: show }) => {
    const view = run.view();
    const lines = [
      ...section(
        'events that wait',
        view.events.map(({ name, data }) =>
          inert(data === undefined ? name : `${name} ${JSON.stringify(data)}`),
        ),
      ),
      ...section(
        'due later',
        view.timers.map(({ at, what }) => `${clock(at)}  ${what === '' ? '(the platform)' : inert(what)}`),
      ),
      ...section(
        'requests for a target',
        view.requests.map(({ name, queue, targets, priority, position, waited }) =>
          inert(
            `${name} in ${queue === '' ? 'no queue' : queue} for ${targets.join(', ')}: priority ${String(priority)}, place ${String(position)}, ${String(waited)} s`,
          ),
        ),
      ),
      ...section(
        'under way',
        view.underWay.map(({ kind, nth, what, at }) =>
          inert(`${kind} ${String(nth)}: ${what}, since ${clock(at)}`),
        ),
      ),
    ];
    show(...(lines.length === 0 ? ['  nothing'] : lines));
    return undefined;
  },
};

const agents: Command = {
  name: 'agents',
  usage: '',
  about: 'the agents of the scenario, and who is ready',
  perform: (_rest, { run, print: show, paint }) => {
    const all = run
      .view()
      .agents.map(({ id, isReady }) => `  ${inert(id)}  ${isReady ? paint.good('ready') : 'not ready'}`);
    show(...(all.length === 0 ? ['  There are no agents; "ready <agent>" adds one.'] : all));
    return undefined;
  },
};

const call: Command = {
  name: 'call',
  usage: '',
  about: 'the interactions of the session: their state, where they were delivered, their user data',
  perform: (_rest, { run, print: show }) => {
    const { interactions } = run.view();
    if (interactions.length === 0) show('  The session has no interaction.');
    for (const { id, media, ani, dnis, state, delivery, udata } of interactions) {
      const target = delivery === undefined ? '' : ` to ${delivery.target}`;
      show(`  ${inert(`${id}: ${media} from ${ani} to ${dnis}, ${state}${target}`)}`, ...shownValue(udata));
    }
    return undefined;
  },
};

const trace: Command = {
  name: 'trace',
  usage: '[on | off]',
  about:
    'the trace so far; with "on", states, transitions, events and data are shown while the run goes on, too',
  completions: () => ['on', 'off'],
  perform: (rest, { run, print: show, paint, settings }) => {
    if (rest === 'on' || rest === 'off') {
      settings.detailed = rest === 'on';
      return undefined;
    }
    if (rest !== '') return 'trace [on | off]';
    show(...formatTrace(run.result().value, { verbose: settings.detailed }, paint).split('\n'));
    return undefined;
  },
};

const history: Command = {
  name: 'history',
  usage: '',
  about: 'what was done to the run, and when',
  perform: (_rest, { print: show, settings }: Console) => {
    const lines = settings.history.map(({ at, line }) => `  ${clock(at)}  ${inert(line)}`);
    show(...(lines.length === 0 ? ['  Nothing was done to the run.'] : lines));
    return undefined;
  },
};

export const looking: readonly Command[] = [where, print, pending, agents, call, trace, history];
