// Pages stay small: bytes of markup for each block of the longest strategy, beside those of Composer's pages. fixtures/vendor/composer-page-sizes.json says
// what is counted, and where Composer's figures come from.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { TraceFile } from '../../src/emit/trace.js';

const root = new URL('../../fixtures/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const expected = 'strategies/production/bank-main-line/expected/Bank_main_line';
const page = read(`${expected}.scxml`);
const { regions } = JSON.parse(read(`${expected}.trace.json`)) as TraceFile; // written by ourselves
const composer = JSON.parse(read('vendor/composer-page-sizes.json')) as ComposerSizes; // our own file

interface ComposerSizes {
  readonly workflows: readonly {
    readonly blocks: number;
    readonly bytes: number;
    readonly blockBytes: number;
  }[];
  readonly process: { readonly bytes: number };
}

/** Bytes without comments, indentation and empty lines. */
function markup(text: string): number {
  const lines = text
    .replace(/<!--.*?-->/gs, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return Buffer.byteLength(lines.join('\n')) + 1;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const theirBlocks = sum(composer.workflows.map(({ blocks }) => blocks));
const their = {
  whole: (sum(composer.workflows.map(({ bytes }) => bytes)) + composer.process.bytes) / theirBlocks,
  states: sum(composer.workflows.map(({ blockBytes }) => blockBytes)) / theirBlocks,
};

const lines = page.split('\n');
/** The runtime library is the first script of the page. */
const withoutLibrary = page.replace(/ {2}<script>.*?<\/script>\n/s, '');
const ours = {
  whole: markup(withoutLibrary) / regions.length,
  states:
    sum(
      regions
        .flatMap(({ states }) => states)
        .map(({ from, to }) => markup(lines.slice(from - 1, to).join('\n'))),
    ) / regions.length,
};

describe('bytes of markup for each block', () => {
  it('are those of a strategy of 62 blocks and the 8 of its subroutine', () => {
    expect(regions).toHaveLength(70);
    expect(withoutLibrary).not.toContain('function ()');
  });

  it('are less than half of those of the pages that Composer generated, frames included', () => {
    expect(ours.whole).toBeLessThan(their.whole / 2);
  });

  // Their projects are small, so that few blocks share a frame. What grows with a strategy are the states of the blocks.
  it('are less than two thirds of those of Composer, states of blocks alone', () => {
    expect(ours.states).toBeLessThan((their.states * 2) / 3);
  });

  it('stay below what they were when they were measured', () => {
    expect(ours.whole).toBeLessThan(850);
    expect(ours.states).toBeLessThan(620);
  });
});
