// Every folder of fixtures/strategies: converts to what is expected, keeps the laws of the conversion, and passes its scenarios.
// UPDATE_FIXTURES=1 writes what is expected again; FIXTURE=name runs the cases whose name holds it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../src/diagnostics/index.js';
import type { TraceFile } from '../src/emit/trace.js';
import { fixtureCases, type FixtureCase } from './fixtures/cases.js';
import { convertCase, seriousCodes, type ConvertedCase } from './fixtures/convert-case.js';
import { runCase, type CheckedCase } from './fixtures/run-case.js';

const isUpdating = process.env['UPDATE_FIXTURES'] === '1';

describe.each(fixtureCases())('fixture $name', (fixture) => {
  let converted: ConvertedCase;
  beforeAll(() => {
    converted = convertCase(fixture, fixture.files);
    if (isUpdating) writeExpected(fixture, converted);
  });

  it('converts to what is expected', () => {
    const expected = path.join(fixture.folder, 'expected');
    expect(readdirSync(expected).sort()).toEqual([...converted.artefacts.keys()].sort());
    for (const [name, content] of converted.artefacts) {
      expect(content, name).toBe(readFileSync(path.join(expected, name), 'utf8'));
    }
    const pages = converted.strategies.filter(({ page }) => page !== undefined);
    const worst = ['failed', 'partial', 'review', 'complete'].find((s) => pages.some((p) => p.status === s));
    expect({ status: worst, codes: seriousCodes(converted.diagnostics) }).toEqual({
      status: fixture.expects.status,
      codes: fixture.expects.codes,
    });
  });

  it('gives the same bytes again, whatever the order, line ends and encoding of the files', () => {
    const again = convertCase(fixture, fixture.files.toReversed());
    expect(sorted(again.artefacts)).toEqual(sorted(converted.artefacts));
    for (const change of [withCrLf, withMark, asUtf16]) {
      const files = fixture.files.map(({ name, bytes }) => ({ name, bytes: change(bytes) }));
      const changed = new Map(convertCase(fixture, files).artefacts);
      const findings = changed.get('findings.txt') ?? '';
      changed.set('findings.txt', findings.replace(/^warning IRD1005 .*\n/gm, ''));
      expect(sorted(changed), change.name).toEqual(sorted(converted.artefacts));
    }
  });

  it('accounts for every node of the source', () => {
    for (const { tally, id } of converted.strategies) {
      const sum = (counts: Readonly<Record<string, number>>): number =>
        Object.values(counts).reduce((a, b) => a + b, 0);
      expect(sum(tally.byDisposition), id).toBe(tally.nodes);
      expect(
        Object.values(tally.byKind)
          .map(sum)
          .reduce((a, b) => a + b, 0),
        id,
      ).toBe(tally.nodes);
      expect(tally.nodes, id).toBeGreaterThan(0);
    }
  });

  it('places every finding in the source', () => {
    for (const finding of converted.diagnostics) {
      const { file, start, end } = finding.span;
      const source = converted.sources.get(file) ?? '';
      expect(source, file).not.toBe('');
      expect(
        [start, end].map(({ offset }) => placeAt(source, offset)),
        describeFinding(finding),
      ).toEqual([start, end].map(({ line, column }) => ({ line, column })));
      expect(source.slice(start.offset, end.offset), describeFinding(finding)).not.toBe('');
    }
  });

  it('traces lines of the page to lines of the source', () => {
    for (const { page, id } of converted.strategies.filter((each) => each.page !== undefined)) {
      const lines = page?.text.split('\n') ?? [];
      const trace = JSON.parse(page?.trace ?? '') as TraceFile; // written by ourselves, compared line by line
      expect(trace.regions.length, id).toBeGreaterThan(0);
      for (const state of trace.regions.flatMap((region) => region.states)) {
        expect(lines[state.from - 1], state.id).toContain(`id="${state.id}"`);
        expect(lines[state.to - 1], state.id).toMatch(/<\/state>$|\/>$/);
      }
      const known = [...converted.sources.values()].map((source) => source.split('\n').length);
      for (const { source, node } of trace.regions) {
        expect(source.line, node).toBeLessThanOrEqual(Math.max(...known));
      }
    }
  });

  it('names no folder, host or day of the machine that converted it', () => {
    const sources = [...converted.sources.values()].join('\n');
    const places = [process.cwd(), homedir(), tmpdir(), hostname()].filter((place) => place.length > 3);
    for (const [name, content] of converted.artefacts) {
      for (const place of places) expect(content.includes(place), `${name} names ${place}`).toBe(false);
      for (const day of content.match(/\d{4}-\d{2}-\d{2}T[\d:]+/g) ?? [])
        expect(sources, name).toContain(day);
    }
  });

  it('passes its scenarios on valid pages, and enters the states of every block', async () => {
    const { faults, claim, runs, notEntered }: CheckedCase = await runCase(fixture, converted);
    expect(faults).toEqual([]);
    expect(runs).toBeGreaterThan(0);
    expect(claim).toBe(fixture.expects.claims);
    expect(notEntered, 'states that no scenario enters').toEqual(
      Object.keys(fixture.expects.notEntered).sort(),
    );
  });

  it('ends alike when the page itself delivers', async () => {
    const redirecting = convertCase(fixture, fixture.files, 'redirect');
    const { faults }: CheckedCase = await runCase(fixture, redirecting, true);
    expect(faults).toEqual([]);
  });
});

const sorted = (artefacts: ReadonlyMap<string, string>): unknown =>
  [...artefacts].toSorted(([a], [b]) => (a < b ? -1 : 1));
const withCrLf = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('utf8').replaceAll('\n', '\r\n'));
const withMark = (bytes: Uint8Array): Uint8Array => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]);
const asUtf16 = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(`\ufeff${Buffer.from(bytes).toString('utf8')}`, 'utf16le');

const describeFinding = ({ code, message }: Diagnostic): string => `${code} ${message}`;

function placeAt(source: string, offset: number): { readonly line: number; readonly column: number } {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function writeExpected(fixture: FixtureCase, { artefacts }: ConvertedCase): void {
  const folder = path.join(fixture.folder, 'expected');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of artefacts) writeFileSync(path.join(folder, name), content);
}
