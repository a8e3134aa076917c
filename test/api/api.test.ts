import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as api from '../../src/index.js';
import { formats } from '../../src/report/formats/index.js';

const root = path.resolve(import.meta.dirname, '../..');
const harbour = readFileSync(path.join(root, 'fixtures/cli/convert/files/in/harbour.xml'), 'utf8');

/** Names that the entry point exports, types marked. */
function exportedNames(): readonly string[] {
  const file = path.join(root, 'src/index.ts');
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023);
  return tree.statements
    .flatMap((statement) => {
      if (
        !ts.isExportDeclaration(statement) ||
        !statement.exportClause ||
        !ts.isNamedExports(statement.exportClause)
      ) {
        return [`? ${ts.SyntaxKind[statement.kind]}`];
      }
      return statement.exportClause.elements.map(
        ({ name, isTypeOnly }) => `${isTypeOnly || statement.isTypeOnly ? 'type ' : ''}${name.text}`,
      );
    })
    .sort();
}

describe('the public API', () => {
  it('exports these names: taking one away breaks programs, so say it in CHANGELOG.md', () => {
    expect(exportedNames()).toMatchInlineSnapshot(`
      [
        "assumptions",
        "attribute",
        "catalogue",
        "check",
        "codeFrame",
        "createPipeline",
        "defaultScenarios",
        "defineBlock",
        "defineFunctions",
        "dispositions",
        "formats",
        "js",
        "migrate",
        "plainPaint",
        "readScenarios",
        "type Assumption",
        "type BlockContext",
        "type BlockMapping",
        "type CheckedPage",
        "type Claim",
        "type Code",
        "type Converted",
        "type ConvertedPage",
        "type Diagnostic",
        "type Disposition",
        "type Format",
        "type FunctionContext",
        "type FunctionMapping",
        "type GivenFile",
        "type InputFile",
        "type LinkedBatch",
        "type LinkedStrategy",
        "type LoadedPlugin",
        "type MigrateOptions",
        "type MigratedStrategy",
        "type Migration",
        "type Outcome",
        "type Paint",
        "type Pipeline",
        "type PipelineSettings",
        "type Plugin",
        "type Position",
        "type ReadFile",
        "type Region",
        "type RenderOptions",
        "type Renderer",
        "type Report",
        "type ReportFinding",
        "type ReportName",
        "type ReportRun",
        "type ReportStrategy",
        "type ReportTally",
        "type RunResult",
        "type Scenario",
        "type Severity",
        "type Span",
        "type Step",
        "type StrategyFile",
        "version",
      ]
    `);
  });

  it('exports every value at run time', () => {
    const values = exportedNames().filter((name) => !name.startsWith('type '));
    expect(Object.keys(api).sort()).toEqual(values);
  });
});

describe('migrate', () => {
  it('converts strategies in memory, and the page is valid', async () => {
    const { strategies, diagnostics } = api.migrate([{ file: 'harbour.xml', content: harbour }]);
    expect(diagnostics).toEqual([]);
    expect(strategies.map(({ name, kind, reached }) => [name, kind, reached])).toEqual([
      ['Harbour line', 'strategy', 'emitted'],
    ]);
    const text = strategies[0]?.page?.text ?? '';
    expect((await api.check({ file: 'Harbour_line.scxml', text }, [])).diagnostics).toEqual([]);
  });

  it('gives the same bytes for bytes and text, every time', () => {
    const pageOf = (content: string | Uint8Array) =>
      api.migrate([{ file: 'harbour.xml', content }]).strategies[0]?.page?.text;
    expect(pageOf(harbour)).toBe(pageOf(new TextEncoder().encode(harbour)));
    expect(pageOf(harbour)).toBe(pageOf(harbour));
  });

  it('lets priorities grow in the way that the options name', () => {
    const file = path.join(root, 'fixtures/strategies/routing/rising-line/rising-line.xml');
    const pageOf = (options: api.MigrateOptions): string =>
      api.migrate([{ file: 'rising.xml', content: readFileSync(file) }], options).strategies[0]?.page?.text ??
      '';
    expect(pageOf({})).toContain('id="Desk_increment"');
    const byFunctions = pageOf({ priorityIncrements: 'queue-functions' });
    expect(byFunctions).toContain('_genesys.queue.incrementPriority(');
    expect(byFunctions).not.toContain('Desk_increment');
    expect(pageOf({ priorityIncrements: 'update' })).toMatch(/Desk\.increment[^]*<queue:update/);
  });

  it('gives findings for input that is wrong', () => {
    const { strategies, diagnostics } = api.migrate([{ file: 'a.xml', content: '<broken' }]);
    expect(strategies).toEqual([]);
    expect(diagnostics[0]).toMatchObject({ severity: 'error', span: { file: 'a.xml' } });
  });

  it('gives findings for options that are wrong', () => {
    const { strategies, diagnostics } = api.migrate([{ file: 'harbour.xml', content: harbour }], {
      assumptions: { weather: 'fine' },
    });
    expect(strategies).toEqual([]);
    expect(diagnostics.map(({ severity }) => severity)).toEqual(['error']);
  });
});

describe('check', () => {
  it('does not run a page that is not valid', async () => {
    const { diagnostics, runs } = await api.check({ file: 'page.scxml', text: '<scxml/>' });
    expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
    expect(runs).toEqual([]);
  });
});

describe('report formats', () => {
  it('are the ones of the command line', () => {
    expect(api.formats).toBe(formats);
    expect(api.formats.map(({ name }) => name)).toEqual(expect.arrayContaining(['pretty', 'json', 'sarif']));
  });
});
