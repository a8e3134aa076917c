// Faults on ways that no call takes, or that end alike.
import { readPage } from '../define.js';
import { effectOf } from '../effect.js';
import { canFail } from '../page-failures.js';
import { linesOf, statesOf, blocksOf, waysOn, comesAgain } from '../page-walk.js';
import type { Page } from '../define.js';
import type { Rule } from './define.js';

export const waysRules: readonly Rule[] = [
  {
    kinds: [
      'evaluation-error-lost',
      'error-taken-for-success',
      'missing-default-route',
      'swapped-ports',
      'block-skipped',
    ],
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
    kinds: [
      'prompt-wrong',
      'swapped-ports',
      'missing-default-route',
      'evaluation-error-lost',
      'assignment-lost',
      'block-skipped',
    ],
    reason: 'the call is lost, and what the hook does from here on asks nobody else: nothing can be heard',
    holds: (page, { state }) =>
      state.startsWith('lost__') &&
      !waysOn(page, state, ['ird_closing']).some((next) =>
        linesOf(page, next).some((line) => /<session:|<send |ird\.attach/.test(line)),
      ),
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
    kinds: ['end-without-default-route'],
    reason:
      'every way to the end of the strategy comes from a delivery, from a call that is lost, or from messages that are presented again',
    holds: (page) => {
      const { lines, states } = readPage(effectOf(page));
      return lines.every(
        (line, at) =>
          !/target="ird_end"/.test(line) ||
          states[at] === 'ird_resume' ||
          states[at]?.startsWith('lost__') === true ||
          /event="(?:queue\.submit|interaction\.redirect)\.done"/.test(line),
      );
    },
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
    kinds: [
      'wait-in-milliseconds',
      'busy-treatments-lost',
      'sound-wrong',
      'treatment-in-milliseconds',
      'prompt-wrong',
    ],
    reason:
      'it is for a Selection that is entered again while its targets are kept, and no way leads back to this one',
    holds: (page, { line, state }) => isForKept(page, line) && !comesAgain(page, state),
  },
  {
    kinds: ['forgotten-clear'],
    reason: 'the page asks for no target, so that nothing waits that could be cancelled',
    holds: (page) => !blocksOf(page).includes('<queue:submit '),
  },
];

/** The line stands where a Selection whose targets are kept is entered again. */
function isForKept(page: Page, line: number): boolean {
  const before = page.lines.slice(0, line - 1);
  const opened = before.findLastIndex((each) => /<if cond="_data\.ird_live\.\w+ == 'kept'">/.test(each));
  return opened !== -1 && before.slice(opened).every((each) => !/<else\/>|<\/if>|<\/onentry>/.test(each));
}
