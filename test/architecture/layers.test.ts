import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { allCodes } from '../../src/diagnostics/docs.js';
import { catalogue } from '../../src/diagnostics/index.js';
import table from '../../scripts/layers.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../..');
const src = path.join(root, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll(path.sep, '/'))
  .sort();
const textOf = (file: string): string => readFileSync(path.join(src, file), 'utf8');

interface Layer {
  readonly knows: string;
  readonly may: readonly string[];
  /** Folders of which types alone may be imported. */
  readonly types: readonly string[];
  readonly packages: readonly string[];
}
const layers: Readonly<Record<string, Layer>> = table;

const trees = new Map(
  files.map((file) => [file, ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2023, true)]),
);

function visitAll(file: string, see: (node: ts.Node) => void): void {
  const visit = (node: ts.Node): void => {
    see(node);
    ts.forEachChild(node, visit);
  };
  const tree = trees.get(file);
  if (tree) visit(tree);
}

interface Import {
  readonly from: string;
  readonly isTypeOnly: boolean;
}

function importsOf(file: string): readonly Import[] {
  const found: Import[] = [];
  visitAll(file, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
      const isTypeOnly = ts.isExportDeclaration(node)
        ? node.isTypeOnly
        : clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      found.push({ from: textOfLiteral(node.moduleSpecifier), isTypeOnly });
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      found.push({ from: textOfLiteral(node.argument.literal), isTypeOnly: true });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      found.push({ from: textOfLiteral(node.arguments[0]), isTypeOnly: false });
    }
  });
  return found;
}

const textOfLiteral = (node: ts.Node | undefined): string =>
  node && ts.isStringLiteral(node) ? node.text : '(computed)';

/** Dotted names that a file reads or calls (`process.exit`), and objects that it makes (`new Date()`). */
function namesUsedIn(file: string): readonly string[] {
  const found: string[] = [];
  visitAll(file, (node) => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      found.push(`${node.expression.text}.${node.name.text}`);
    }
    if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && (node.arguments?.length ?? 0) === 0) {
      found.push(`new ${node.expression.text}()`);
    }
  });
  return found;
}

const usersOf = (names: RegExp, among: readonly string[]): readonly string[] =>
  among.filter((file) => namesUsedIn(file).some((name) => names.test(name)));

const layerOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '(root)');

describe('layers', () => {
  it('are all in the table', () => {
    expect([...new Set(files.map(layerOf))].filter((layer) => !(layer in layers))).toEqual([]);
  });

  it('import only what the table of docs/architecture.md allows, types included', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const own = layers[layerOf(file)];
      for (const { from, isTypeOnly } of importsOf(file).filter((i) => i.from.startsWith('.'))) {
        const target = layerOf(path.posix.normalize(path.posix.join(path.posix.dirname(file), from)));
        const isAllowed =
          target === layerOf(file) ||
          own?.may.includes(target) === true ||
          (isTypeOnly && own?.types.includes(target) === true);
        if (!isAllowed) wrong.push(`${file} imports ${isTypeOnly ? 'types of ' : ''}${from}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('use only the packages and system modules that are theirs', () => {
    const wrong: string[] = [];
    for (const file of files) {
      for (const { from } of importsOf(file).filter((i) => !i.from.startsWith('.'))) {
        const allowed = layers[layerOf(file)]?.packages ?? [];
        // Plug-ins are files that the user names.
        if (file === 'cli/load-plugins.ts' && from === '(computed)') continue;
        // Runs our own build, and imports for it.
        if (file === 'cli/built-program.ts' && ['node:vm', '(computed)'].includes(from)) continue;
        if (!allowed.some((name) => from === name || from.startsWith(`${name}/`)))
          wrong.push(`${file} imports ${from}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('stand in docs/architecture.md as they stand in the table', () => {
    const page = readFileSync(path.join(root, 'docs/architecture.md'), 'utf8');
    for (const [name, { knows, may, types }] of Object.entries(layers)) {
      const folders = [...may, ...types.map((folder) => `types of ${folder}`)].join(', ');
      expect(page).toContain(
        `| ${name === '(root)' ? '`src/*.ts`' : `\`src/${name}\``} | ${knows} | ${folders === '' ? '-' : folders} |`,
      );
    }
  });

  it('have no cycles between files', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter(({ from, isTypeOnly }) => from.startsWith('.') && !isTypeOnly)
          .map(({ from }) => path.posix.join(path.posix.dirname(file), from.replace(/\.js$/, '.ts'))),
      ]),
    );
    expect(findCycle(graph)).toBeUndefined();
  });
});

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const walk = (file: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const cycle = walk(next, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = walk(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('findings', () => {
  it('are all reported by something', () => {
    const reporting = files
      .filter((file) => !file.startsWith('diagnostics/catalogue/'))
      .map(textOf)
      .join('');
    // Retired codes keep their page and are reported by nothing.
    const codes = allCodes().filter((code) => !('retired' in catalogue[code]));
    expect(codes.filter((code) => !reporting.includes(`'${code}'`))).toEqual([]);
  });
});

describe('source files', () => {
  const outside = files.filter((file) => layerOf(file) !== 'cli');

  it('leave output and the end of the process to cli', () => {
    expect(usersOf(/^console\.|^process\.(exit|exitCode|stdout|stderr)$/, outside)).toEqual([]);
  });

  it('never call process.exit, so that output is not cut off', () => {
    expect(usersOf(/^process\.exit$/, files)).toEqual([]);
  });

  it('take no clock and no randomness', () => {
    // The backstop for scripts that the count of instructions does not stop needs real time; it decides nothing but when to give up.
    const backstop = 'runtime-check/script/factory.ts';
    const users = usersOf(/^(Date\.now|Math\.random|performance\.now|new Date\(\))$/, files);
    // What a user ignores until a day is compared with the day that the command line hands in.
    const today = 'cli/today.ts';
    // Whether a run on another host is alive, and how fast one goes, are questions of real time; no result depends on them.
    const alive = ['batch/lock.ts', 'cli/progress.ts'];
    expect(users.filter((file) => ![backstop, today, ...alive].includes(file))).toEqual([]);
  });

  it('have at most 300 lines', () => {
    const long = files
      .map((file) => [file, textOf(file).trimEnd().split('\n').length] as const)
      .filter(([, n]) => n > 300);
    expect(long).toEqual([]);
  });

  it('say in their first lines what they know', () => {
    const silent = files.filter(
      (file) => !path.posix.basename(file).startsWith('index.') && !/^(\/\/|\/\*\*)/.test(textOf(file)),
    );
    expect(silent).toEqual([]);
  });

  it('switch no rule off and promise nothing', () => {
    const wrong = files.filter((file) =>
      /eslint-disable|@ts-(ignore|expect-error|nocheck)|\b(TODO|FIXME|XXX)\b/.test(textOf(file)),
    );
    expect(wrong).toEqual([]);
  });

  it('are not called utils, helpers or common', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)\.ts$/.test(file))).toEqual([]);
  });
});
