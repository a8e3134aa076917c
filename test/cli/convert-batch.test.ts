import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FoundFile } from '../../src/batch/discover.js';
import { convertBatch, type BatchOptions, type BatchResult } from '../../src/cli/convert-batch.js';
import { openOutputFolder } from '../../src/cli/output-folder.js';
import type { Converted, LinkedStrategy, Pipeline, ReadFile } from '../../src/cli/pipeline.js';
import { diagnose, wholeFile, type Span } from '../../src/diagnostics/index.js';
import type { ReportStrategy } from '../../src/report/model.js';
import type { SourceFile } from '../../src/ird-parser/source-model.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml-batch-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A file is a list of strategy names; `!read`, `!link`, `!convert` in it make the pipeline throw there. */
function filesOf(contents: Readonly<Record<string, string>>): readonly FoundFile[] {
  return Object.entries(contents).map(([name, text]) => {
    writeFileSync(path.join(folder, name), text);
    return { path: path.join(folder, name), file: name, name };
  });
}

const spanAt = (file: string, from: number, to: number): Span => ({
  file,
  start: { line: 1, column: from + 1, offset: from },
  end: { line: 1, column: to + 1, offset: to },
});

function sourceOf(file: string, text: string): SourceFile {
  const strategies = [...text.matchAll(/[^ ]+/g)].map(({ 0: name, index }) => ({
    kind: name.startsWith('sub') ? ('subroutine' as const) : ('strategy' as const),
    name,
    language: 'ird' as const,
    variables: [],
    blocks: [],
    links: [],
    comments: [],
    metadata: {},
    span: spanAt(file, index, index + name.length),
  }));
  const profile = { name: 'ird-8', evidence: 'assumed' as const };
  return { file, format: 'ird-xml', text, profile, strategies, unread: [] };
}

const converted: Converted = {
  page: undefined,
  reached: 'lowered',
  diagnostics: [],
  tally: { nodes: 2, byDisposition: { exact: 2 }, byKind: {} },
  assumptions: [],
  renamed: [],
};

const pipeline: Pipeline = {
  read: ({ file, name, bytes }): ReadFile => {
    const text = new TextDecoder().decode(bytes);
    if (text.includes('!read')) throw new Error('internal: read');
    const finding = diagnose('IRD8001', '', spanAt(file, text.length - 1, text.length), { path: 'x' });
    return {
      file,
      name,
      source: sourceOf(file, text),
      diagnostics: text.includes('finding') ? [finding] : [],
    };
  },
  expired: [],
  link: () => ({ diagnostics: [], strategies: [], holderOf: () => undefined }),
  summarise: ({ file, name, source }) => {
    if (source?.text.includes('!link') === true) throw new Error('internal: link');
    return {
      file,
      name,
      strategies: (source?.strategies ?? []).map(({ name: strategy, kind }) => ({
        name: strategy,
        id: strategy,
        kind,
        blocks: 1,
        signature: { name: strategy, kind, parameters: [], waits: false },
      })),
    };
  },
  linkSummaries: (files) => ({
    diagnostics: [],
    holderOf: () => undefined,
    strategies: files.flatMap(({ file, strategies }): readonly LinkedStrategy[] =>
      strategies.map(({ name, id, kind, blocks }, place) => ({
        file,
        place,
        name,
        id,
        kind,
        blocks,
        adopt: () => undefined,
        convert: () => {
          if (name === '!convert') throw new Error('internal: convert');
          return converted;
        },
      })),
    ),
  }),
};

/** The options of a run into a folder below the one of the test. */
const optionsOf = (isInterrupted: () => Promise<boolean>): BatchOptions => ({
  output: openOutputFolder({
    folder: path.join(folder, 'out'),
    named: 'out',
    shown: 'out',
    force: false,
    merge: false,
    cache: true,
    dry: undefined,
  }),
  settings: '',
  scenarios: undefined,
  threads: {
    count: 0,
    pays: { after: 0, left: 0 },
    open: () => Promise.reject(new Error('internal: no threads')),
  },
  scenariosHash: () => '',
  isWanted: () => true,
  aboutAll: true,
  isInterrupted,
  progress: () => undefined,
});

interface Listed extends Omit<BatchResult, 'strategies'> {
  readonly strategies: readonly ReportStrategy[];
}

async function convertAll(
  found: readonly FoundFile[],
  using: Pipeline,
  isInterrupted: () => Promise<boolean> = () => Promise.resolve(false),
): Promise<Listed> {
  const options = optionsOf(isInterrupted);
  const result = await convertBatch(found, using, options);
  const strategies = [...result.strategies];
  options.output.close();
  result.close();
  return { ...result, strategies };
}

async function run(contents: Readonly<Record<string, string>>, stopAfter = Infinity): Promise<Listed> {
  let asked = 0;
  return convertAll(filesOf(contents), pipeline, () => Promise.resolve(++asked > stopAfter));
}

const faultsOf = ({ diagnostics, strategies }: Listed): readonly string[] => [
  ...diagnostics.map(({ code, span, message }) => `${code} ${span.file} ${message}`),
  ...strategies.flatMap(({ findings }) =>
    findings.map(({ code, file, message }) => `${code} ${file} ${message}`),
  ),
];

describe('convertBatch', () => {
  it('records every strategy of every file', async () => {
    const { strategies } = await run({ 'a.xml': 'Main Night', 'b.xml': 'subInit' });
    expect(strategies.map(({ name, file, claim, status }) => [name, file, claim, status])).toEqual([
      ['Main', 'a.xml', 'lowered', 'failed'],
      ['Night', 'a.xml', 'lowered', 'failed'],
      ['subInit', 'b.xml', 'lowered', 'embedded'],
    ]);
  });

  it.each([
    ['reading', '!read', 'read the file', 0],
    ['linking', '!link', 'look at the strategies', 0],
    ['converting', '!convert', 'convert the strategy', 1],
  ])('keeps a fault while %s within its file', async (_what, bad, phase, records) => {
    const result = await run({ 'a.xml': 'Main', 'b.xml': bad, 'c.xml': 'Night' });
    expect(result.strategies.filter(({ file }) => file !== 'b.xml').map(({ name }) => name)).toEqual([
      'Main',
      'Night',
    ]);
    expect(result.strategies.filter(({ file }) => file === 'b.xml')).toHaveLength(records);
    expect(faultsOf(result)).toEqual([
      `IRD9001 b.xml ird2scxml failed while it tried to ${phase}: internal: ${bad.slice(1)}`,
    ]);
  });

  it('gives findings of the reader to the strategy that they lie in', async () => {
    const { strategies } = await run({ 'a.xml': 'Main finding' });
    expect(strategies.map(({ name, findings }) => [name, findings.length])).toEqual([
      ['Main', 0],
      ['finding', 1],
    ]);
  });

  it('keeps findings of files without strategies', async () => {
    const empty: Pipeline = {
      ...pipeline,
      read: ({ file, name }) => ({
        file,
        name,
        source: sourceOf(file, ''),
        diagnostics: [diagnose('IRD8001', '', wholeFile(file), { path: 'y' })],
      }),
    };
    const result = await convertAll(filesOf({ 'a.xml': '' }), empty);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(['IRD8001']);
  });

  it('reports a file that vanished, and reads the others', async () => {
    const files = filesOf({ 'a.xml': 'Main', 'b.xml': 'Night' });
    rmSync(path.join(folder, 'a.xml'));
    const result = await convertAll(files, pipeline);
    expect(result.strategies.map(({ name }) => name)).toEqual(['Night']);
    expect(faultsOf(result)).toEqual(['IRD8003 a.xml "a.xml" cannot be read: it does not exist']);
  });

  it.each([
    ['vanishes', undefined, 'it does not exist'],
    ['changes', 'Other', 'it has another content'],
  ])(
    'says once that a file %s after it was looked at, and converts the others',
    async (_what, content, reason) => {
      // Too much text to be kept: it is read again when it is converted.
      const files = filesOf({ 'a.xml': `Main ${' '.repeat(2 << 20)}`, 'b.xml': 'Night' });
      let asked = 0;
      const result = await convertAll(files, pipeline, () => {
        if (++asked === 3) {
          if (content === undefined) rmSync(path.join(folder, 'a.xml'));
          else writeFileSync(path.join(folder, 'a.xml'), content);
        }
        return Promise.resolve(false);
      });
      expect(faultsOf(result)).toEqual([
        `IRD8171 a.xml "a.xml" was there when the run began, and now ${reason}: what needs it was not written`,
      ]);
      expect(result.strategies.map(({ name, status }) => [name, status])).toEqual([
        ['Main', 'failed'],
        ['Night', 'failed'],
      ]);
    },
  );

  it('stops between strategies and keeps what is finished', async () => {
    const result = await run({ 'a.xml': 'One Two Three' }, 3);
    expect(result.strategies.map(({ name }) => name)).toEqual(['One', 'Two']);
    expect(result.interruptedAfter).toBe('2 of 3 strategies');
    expect(readdirSync(folder)).toEqual(['a.xml', 'out']);
  });
});
