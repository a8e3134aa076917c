// Every folder of fixtures/broken: what is found about it, where, and nothing worse. Input that is too large to keep is made here.
// UPDATE_FIXTURES=1 writes what is expected again; FIXTURE=name runs the cases whose name holds it.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/index.js';
import { brokenCases, brokenFolder, findingsOf } from './fixtures/broken-cases.js';
import { findingLines } from './fixtures/convert-case.js';
import { madeInputs } from './fixtures/made-inputs.js';

const isUpdating = process.env['UPDATE_FIXTURES'] === '1';
const root = path.resolve(import.meta.dirname, '..');

/** Nothing that is found may be a fault of the program, or look like one. */
function expectDecent(diagnostics: readonly Diagnostic[]): void {
  for (const { code, message, help, span } of diagnostics) {
    expect(code, message).not.toMatch(/^IRD9/);
    expect(message).not.toMatch(/^internal|\bat .*:\d+:\d+|undefined|\[object |NaN/);
    expect(message.length, message).toBeLessThan(800);
    expect(help, code).not.toBe('');
    expect(span.start.line, message).toBeGreaterThan(0);
    expect(span.start.column, message).toBeGreaterThan(0);
  }
}

describe('broken fixtures', () => {
  it.each(brokenCases())('$name', ({ folder, files }) => {
    const { diagnostics } = findingsOf(files);
    expectDecent(diagnostics);
    expect(diagnostics.filter(({ severity }) => severity !== 'info')).not.toEqual([]);
    const expected = path.join(folder, 'expected.txt');
    const found = findingLines(diagnostics);
    if (isUpdating) writeFileSync(expected, found);
    expect(found).toBe(existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  });
});

describe('input made by the test', () => {
  it.each(madeInputs)('$name', ({ make, codes, pages }) => {
    const found = findingsOf([{ name: 'input.xml', bytes: Buffer.from(make()) }]);
    expectDecent(found.diagnostics);
    expect([...new Set(found.diagnostics.map(({ code }) => code))].sort()).toEqual([...codes].sort());
    expect(found.pages).toHaveLength(pages);
  });
});

describe('a batch of broken files', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml broken '));
    const setUp = "import { setUp } from './scripts/setup.mjs'; setUp();";
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', setUp], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  }, 120_000);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [path.join(root, 'bin/ird2scxml.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });

  it('is reported file by file, and the good files are converted', () => {
    cpSync(brokenFolder, path.join(folder, 'in'), { recursive: true });
    const good = path.join(root, 'fixtures/strategies/basics/front-desk/front-desk.xml');
    cpSync(good, path.join(folder, 'in/zz-good/front-desk.xml'));
    const { status, stdout, stderr } = run('convert', 'in', '-o', 'out', '--format', 'json');
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(status, stderr).toBe(1);
    expect(readFileSync(path.join(folder, 'out/Front_desk.scxml'), 'utf8')).toContain('</scxml>');
    const report: unknown = JSON.parse(stdout);
    const schema = JSON.parse(
      readFileSync(path.join(root, 'src/report/report.schema.json'), 'utf8'),
    ) as object; // ours
    const isReport = new Ajv2020({ strict: false }).compile(schema);
    expect(isReport(report), JSON.stringify(isReport.errors?.slice(0, 3))).toBe(true);
    expect(stdout).not.toContain('"IRD9');
    for (const { name, files } of brokenCases()) {
      const isInput = files.some((file) => /\.(xml|workflow|ixnprocess)$/.test(file.name));
      if (isInput) expect(stdout, name).toContain(`in/${name}/`);
    }
  });

  it('is told what is wrong with each page', () => {
    const { status, stdout, stderr } = run('check', 'in', '--format', 'json');
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(status, stderr).toBe(1);
    expect(stdout).not.toContain('"IRD9');
    for (const { name } of brokenCases().filter((each) => each.name.startsWith('page-'))) {
      if (name !== 'page-instead-of-strategy') expect(stdout).toContain(`in/${name}/`);
    }
  });

  it('says so when a folder holds no strategy, or a file cannot be read', () => {
    mkdirSync(path.join(folder, 'nothing'));
    const empty = run('convert', 'nothing', '-o', 'none');
    expect(empty.status).toBe(1);
    expect(empty.stderr).toContain('IRD8002');
    const { file, code } = unreadable(folder);
    const refused = run('convert', file, '-o', 'none');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(code);
  });
});

/** A file that cannot be read. Whom no lock stops gets a device instead; where there is none, a file that is not there. */
function unreadable(folder: string): { readonly file: string; readonly code: string } {
  if (process.platform === 'win32') return { file: 'missing.xml', code: 'IRD8001' };
  if (process.getuid?.() === 0) return { file: '/dev/null', code: 'IRD8003' };
  const locked = path.join(folder, 'locked.xml');
  writeFileSync(locked, '<IRDExport/>');
  chmodSync(locked, 0);
  return { file: locked, code: 'IRD8003' };
}
