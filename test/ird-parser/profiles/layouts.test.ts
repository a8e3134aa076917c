import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lowerStrategy } from '../../../src/ir/lower.js';
import { printStrategy } from '../../../src/ir/print.js';
import { signatureOf } from '../../../src/ir/signature.js';
import { print } from '../../../src/ird-parser/languages/index.js';
import { builtInDocuments } from '../../../src/ird-parser/profiles/index.js';
import { loadProfile, parseFile } from '../../../src/ird-parser/read.js';
import { blockShapes } from '../../../src/ird-parser/shapes.js';
import type { SourceFile } from '../../../src/ird-parser/source-model.js';
import { fileContent } from './content.js';

const folder = new URL('../../../fixtures/layouts/', import.meta.url);
const fileOf = (layout: string, name: string): Buffer => readFileSync(new URL(`${layout}/${name}`, folder));

function readLayout(layout: string): SourceFile {
  const profile = loadProfile(fileOf(layout, 'profile.json').toString('utf8'), `${layout}/profile.json`);
  expect(profile.diagnostics).toEqual([]);
  if (!profile.value) throw new Error('no profile');
  const { value, diagnostics } = parseFile(fileOf(layout, 'harbour-line.xml'), `${layout}.xml`, {
    profile: profile.value,
  });
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('not read');
  return value;
}

/** Every line of the lowered strategies; ports and links stand in different orders in different layouts. */
function loweredLines(file: SourceFile): readonly string[] {
  const subroutines = new Map(file.strategies.map((strategy) => [strategy.name, signatureOf(strategy)]));
  const env = {
    shapes: blockShapes,
    print: (tree: Parameters<typeof print<'threshold'>>[1]) => print('threshold', tree),
    subroutines,
  };
  return file.strategies.flatMap((strategy) => {
    const { value, diagnostics } = lowerStrategy(strategy, file, env);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return printStrategy(value).split('\n').sort();
  });
}

describe('one strategy in several layouts', () => {
  const reference = readLayout('ird-8');

  it('has everything in the first place', () => {
    const [strategy, subroutine] = reference.strategies;
    expect(strategy?.blocks).toHaveLength(13);
    expect(strategy?.links).toHaveLength(17);
    expect([strategy?.kind, subroutine?.kind]).toEqual(['strategy', 'subroutine']);
    expect(strategy?.metadata).toEqual({ Author: 'Routing team', version: '8.1' });
    expect(
      strategy?.blocks.flatMap(({ others, type }) => (others.length > 0 || type === 'Unknown' ? [type] : [])),
    ).toEqual([]);
    const sales = strategy?.blocks.find(({ caption }) => caption === 'Sales team');
    expect(Object.keys(sales?.properties ?? {}).sort()).toEqual([
      'clearTargets',
      'priority',
      'statistic',
      'statisticOrder',
      'threshold',
      'timeout',
      'useTreatments',
      'virtualQueue',
    ]);
    expect(sales?.rows['targets']?.map(({ columns }) => columns['name'])).toMatchObject([
      { kind: 'text', value: 'Sales & Service' },
      { kind: 'text', value: 'English > 3' },
    ]);
    const [, announcement] = sales?.rows['busyTreatments'] ?? [];
    expect(announcement?.columns['type']).toMatchObject({ kind: 'text', value: 'PlayAnnouncement' });
    expect(announcement?.rows['prompts']).toHaveLength(2);
    const survey = strategy?.blocks.find(({ caption }) => caption === 'Old survey');
    expect(survey?.disabled).toBe(true);
    expect(survey?.position).toEqual({ x: 840, y: 180 });
    expect(
      strategy?.blocks.find(({ caption }) => caption === 'Is it open?')?.notes.map(({ text }) => text),
    ).toEqual(['asked for by operations, see Grüße']);
    expect(
      strategy?.blocks.find(({ caption }) => caption === 'Which line')?.ports.map(({ name }) => name),
    ).toEqual(['Sales', 'Service', 'default']);
  });

  it.each(['elements', 'attributes', 'linked', 'pairs'])('is the same in layout "%s"', (layout) => {
    const read = readLayout(layout);
    expect(fileContent(read)).toEqual(fileContent(reference));
    expect(read.unread).toEqual([]);
    expect(loweredLines(read)).toEqual(loweredLines(reference));
  });

  it.each(['ird-8', 'elements'])('finds the built-in profile of layout "%s" by itself', (layout) => {
    const { value, diagnostics } = parseFile(fileOf(layout, 'harbour-line.xml'), 'a.xml');
    expect(diagnostics).toEqual([]);
    expect(value?.profile.evidence).toBe('assumed');
    expect(value && fileContent(value)).toEqual(fileContent(reference));
  });

  it.each(['attributes', 'linked', 'pairs'])('knows no built-in profile for layout "%s"', (layout) => {
    const { value, diagnostics } = parseFile(fileOf(layout, 'harbour-line.xml'), 'a.xml');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['IRD1110']);
    expect(diagnostics[0]?.message).toMatch(
      /"ird-8(-elements)?" found \d of the \d places that it needs, not .*; "ird-8/,
    );
    expect(diagnostics[0]?.message).toContain('its root element is "');
  });

  it('publishes the built-in profiles as they are', () => {
    for (const document of builtInDocuments) {
      const layout = document.name === 'ird-8' ? 'ird-8' : 'elements';
      expect(JSON.parse(fileOf(layout, 'profile.json').toString('utf8'))).toEqual(document);
    }
  });
});
