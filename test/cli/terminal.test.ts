import { describe, expect, it } from 'vitest';
import { colourLevel } from '../../src/cli/terminal.js';

describe('colourLevel', () => {
  it.each([
    ['a terminal', undefined, {}, true, 1],
    ['a file', undefined, {}, false, 0],
    ['a terminal without abilities', undefined, { TERM: 'dumb' }, true, 0],
    ['NO_COLOR', undefined, { NO_COLOR: '1' }, true, 0],
    ['an empty NO_COLOR, which does not count', undefined, { NO_COLOR: '' }, true, 1],
    ['FORCE_COLOR', undefined, { FORCE_COLOR: '1' }, false, 1],
    ['FORCE_COLOR=0', undefined, { FORCE_COLOR: '0' }, true, 0],
    ['NO_COLOR before FORCE_COLOR', undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, true, 0],
    ['--color before NO_COLOR', true, { NO_COLOR: '1' }, false, 1],
    ['--no-color before FORCE_COLOR', false, { FORCE_COLOR: '1' }, true, 0],
  ])('%s', (_what, option, env, isTerminal, expected) => {
    expect(colourLevel(option, env, isTerminal)).toBe(expected);
  });
});
