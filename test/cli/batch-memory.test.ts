// What a batch holds must not grow with its strategies. Each file here has a long comment, so that a single name that holds on to its file shows.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateEstate } from '../../scripts/estate/generate.mjs';
import type { FoundFile } from '../../src/batch/discover.js';
import { auditBatch } from '../../src/cli/audit/audit-batch.js';
import { convertBatch } from '../../src/cli/convert-batch.js';
import { openOutputFolder } from '../../src/cli/output-folder.js';
import type { Pipeline, PipelineSettings } from '../../src/cli/pipeline.js';
import { createPipeline } from '../../src/migrate.js';

const comment = 20_000;
const count = 340;
/** The caches of trees and of lowered strategies are full by then, and most of the code is compiled. */
const settled = 200;
/** Reading and writing the files takes a while on a machine that is busy; in milliseconds. */
const patience = 600_000;
/** Bytes that a strategy may leave behind, in the heap and in buffers beside it: three quarters of the text of a file. One to ten thousand are left, with what is still being compiled. */
const most = 15_000;

let folder = '';
let found: readonly FoundFile[] = [];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml-memory-'));
  found = writeEstate(path.join(folder, 'in'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The smallest strategies of an estate that call something, again and again under other names. */
function writeEstate(place: string): readonly FoundFile[] {
  mkdirSync(place);
  const texts = [...generateEstate({ count: 100, seed: 5 })]
    .map(({ text }) => text)
    .filter((text) => text.includes('Line ') && /[Rr]outine \d/.test(text))
    .sort((a, b) => a.length - b.length)
    .slice(0, 5);
  return Array.from({ length: count }, (_, index) => {
    const name = `line-${String(index).padStart(3, '0')}.xml`;
    const renamed = (texts[index % texts.length] ?? '').replaceAll(
      /(Line|[Rr]outine) \d+/g,
      `$1 of file ${String(index)}`,
    );
    // Text that differs: equal texts could be one in memory.
    const padding = `<!-- ${String(index)
      .padStart(10, '.')
      .repeat(comment / 10)} -->`;
    writeFileSync(path.join(place, name), renamed.replace(/<IRDExport/, `${padding}\n<IRDExport`));
    return { path: path.join(place, name), file: name, name };
  });
}

function pipelineWith(more: Partial<PipelineSettings>): Pipeline {
  const settings = { selection: 'urs', notes: true, assumptions: {}, version: '0.0.0', ...more } as const;
  const { value } = createPipeline(settings);
  if (value === undefined) throw new Error('the settings are refused');
  return value;
}

const never = (): Promise<boolean> => Promise.resolve(false);

/** Takes how much is in use when strategy `settled` and the last one are at hand; gives the growth for each between them. */
function growth(): {
  readonly progress: (done: number, total: number, what: string) => void;
  readonly each: () => number;
} {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void; // what the flag exposes
  const inUse: number[] = [];
  return {
    progress: (done, total, what) => {
      if (what.startsWith('reading') || (done !== settled && done !== total - 1)) return;
      collect();
      const { heapUsed, external } = process.memoryUsage();
      inUse.push(heapUsed + external);
    },
    each: () => {
      const [before, after] = inUse;
      if (before === undefined || after === undefined || inUse.length !== 2)
        throw new Error(`${String(inUse.length)} measurements`);
      return (after - before) / (count - 1 - settled);
    },
  };
}

test(
  'an audit forgets the strategies that it has added up',
  async () => {
    const { progress, each } = growth();
    const result = await auditBatch(found, pipelineWith({ audit: {}, pages: false }), {
      isInterrupted: never,
      progress,
      scenarios: undefined,
      add: () => undefined,
    });
    result.close();
    expect(result.estate.lines).toHaveLength(count);
    expect(each()).toBeLessThan(most);
  },
  patience,
);

test(
  'a conversion forgets the strategies that it has written',
  async () => {
    const { progress, each } = growth();
    const output = openOutputFolder({
      folder: path.join(folder, 'out'),
      named: 'out',
      shown: 'out',
      force: false,
      merge: false,
      cache: true,
      dry: undefined,
    });
    const result = await convertBatch(found, pipelineWith({}), {
      output,
      settings: '',
      scenarios: undefined,
      scenariosHash: () => '',
      isWanted: () => true,
      aboutAll: true,
      threads: {
        count: 0,
        pays: { after: 0, left: 0 },
        open: () => Promise.reject(new Error('no threads are asked for')),
      },
      isInterrupted: never,
      progress,
    });
    output.close();
    result.close();
    expect(result.totals.strategies).toBe(count);
    expect(each()).toBeLessThan(most);
  },
  patience,
);
