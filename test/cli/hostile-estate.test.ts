import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { micromark } from 'micromark';
import { parse as parseHtml, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateHostileEstate, hostileNames } from '../../scripts/estate/hostile.mjs';
import { formats } from '../../src/report/formats/index.js';
import reportSchema from '../../src/report/report.schema.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../..');
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ird2scxml hostile ')));
const work = path.join(folder, 'work');
const texts = formats.filter(({ name }) => !name.startsWith('html')).map(({ name }) => name);

function run(...args: readonly string[]): { readonly code: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'bin/ird2scxml.js'), ...args],
    { cwd: work, encoding: 'utf8' },
  );
  return { code: status, out: stdout + stderr };
}

const read = (name: string): string => readFileSync(path.join(work, name), 'utf8');
const listing = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.ird2scxml'))
    .map((entry) => entry.name);

/** Reads XML with a parser that is not ours; fails on the first fault. */
function parseXml(text: string): void {
  const parser = new SaxesParser();
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.write(text).close();
}

const elementsOf = (node: Tree.Node): readonly Tree.Element[] =>
  'childNodes' in node
    ? node.childNodes.flatMap((child) =>
        'tagName' in child ? [child, ...elementsOf(child)] : elementsOf(child),
      )
    : [];

let shown = '';

beforeAll(() => {
  spawnSync(
    process.execPath,
    ['--input-type=module', '-e', "import { setUp } from './scripts/setup.mjs'; setUp();"],
    {
      cwd: root,
    },
  );
  mkdirSync(path.join(work, 'in'), { recursive: true });
  for (const { file, text } of generateHostileEstate()) writeFileSync(path.join(work, 'in', file), text);
  for (const verb of ['convert', 'audit']) {
    const targets = texts.flatMap((name) => ['--format', `${name}=${verb}.${name}`]);
    targets.push('--format', `html=${verb}.html`, '--html-pages', '5');
    const { code, out } = run(verb, 'in', '-o', verb, '--fail-on', 'never', '--verbose', ...targets);
    expect(code, out.slice(0, 2000)).toBe(0);
    shown += out;
  }
  shown += run('report', 'audit.json', '--format', 'pretty').out;
  shown += run('diff', 'convert.json', 'audit.json').out;
}, 240_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('strategies that are called what nothing should be called', () => {
  it('are converted, each to a page of its own whose name every file system takes', () => {
    const names = listing(path.join(work, 'convert'));
    const pages = names.filter((name) => name.endsWith('.scxml'));
    expect(pages).toHaveLength(hostileNames.length);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
      expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[. ]$/i);
    }
    for (const page of pages) expect(() => parseXml(read(`convert/${page}`)), page).not.toThrow();
  });

  it('write nothing outside of the folders that were named', () => {
    expect(readdirSync(folder)).toEqual(['work']);
    const reports = ['convert', 'audit'].flatMap((verb) => texts.map((name) => `${verb}.${name}`));
    const html = ['convert', 'audit'].flatMap((verb) => [`${verb}.html`, `${verb}-strategies`]);
    expect(readdirSync(work).sort()).toEqual(['audit', 'convert', 'in', ...reports, ...html].sort());
  });

  it.each(['convert', 'audit'])(
    'are text on the pages of HTML of %s, which lie where they should',
    (verb) => {
      const pages = listing(path.join(work, `${verb}-strategies`)).filter((name) => !name.startsWith('.'));
      expect(pages).toHaveLength(hostileNames.length);
      expect(new Set(pages.map((name) => name.toLowerCase())).size).toBe(pages.length);
      for (const name of pages) expect(name).toMatch(/^s-[a-z0-9-]{1,60}\.html$/);
      for (const name of [`${verb}.html`, ...pages.map((page) => `${verb}-strategies/${page}`)]) {
        const faults: string[] = [];
        const all = elementsOf(parseHtml(read(name), { onParseError: ({ code }) => faults.push(code) }));
        expect(faults, name).toEqual([]);
        const tags = all.map(({ tagName }) => tagName);
        expect(tags.filter((tag) => tag === 'script')).toHaveLength(1);
        expect(
          tags.filter((tag) => ['img', 'iframe', 'object', 'embed', 'form', 'link'].includes(tag)),
        ).toEqual([]);
        const attributes = all.flatMap(({ attrs }) => attrs);
        expect(attributes.filter(({ name: each }) => /^on|^style$|^src/.test(each))).toEqual([]);
        const local =
          /^(#[a-z0-9-]+|(convert|audit)-strategies\/s-[a-z0-9-]+\.html|\.\.\/(convert|audit)\.html)$/;
        expect(attributes.filter(({ name: each, value }) => each === 'href' && !local.test(value))).toEqual(
          [],
        );
      }
    },
  );

  it('steer no terminal', () => {
    expect(shown).not.toBe('');
    const files = ['convert', 'audit'].flatMap((verb) => texts.map((name) => read(`${verb}.${name}`)));
    for (const text of [shown, ...files])
      expect(text).not.toMatch(
        /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
      );
  });

  it.each(['convert', 'audit'])('break no report of %s', (verb) => {
    const isReport = new Ajv2020({ allowUnionTypes: true }).compile(reportSchema);
    expect(isReport(JSON.parse(read(`${verb}.json`))), JSON.stringify(isReport.errors)).toBe(true);
    for (const line of read(`${verb}.jsonl`).trimEnd().split('\n'))
      expect(() => JSON.parse(line) as unknown).not.toThrow();
    for (const name of ['sarif', 'sarif-github', 'gitlab'])
      expect(() => JSON.parse(read(`${verb}.${name}`)) as unknown).not.toThrow();
    expect(() => parseXml(read(`${verb}.junit`))).not.toThrow();
    const html = micromark(read(`${verb}.md`));
    expect(html).not.toMatch(/<(script|img|a) /);
    for (const line of read(`${verb}.github`).split('\n'))
      expect(line).toMatch(/^($|::(error|warning|notice) )/);
  });

  it('run no formula in a spreadsheet', () => {
    const csv = listing(path.join(work, 'audit')).filter((name) => name.endsWith('.csv'));
    expect(csv.length).toBeGreaterThan(10);
    const reports = ['convert', 'audit'].flatMap((verb) =>
      ['csv', 'csv-inventory', 'csv-uses'].map((name) => `${verb}.${name}`),
    );
    for (const file of [...csv.map((name) => `audit/${name}`), ...reports]) {
      const rows = parse(read(file), { bom: true }) as readonly (readonly string[])[]; // without columns: rows of cells
      for (const cell of rows.flat()) expect(cell, file).not.toMatch(/^[=+\-@\t\r]/);
      // Nothing in a cell steers a terminal or turns text around.
      expect(read(file), file).not.toMatch(
        /[\u0000-\u0008\u001b\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
      );
    }
  });
});
