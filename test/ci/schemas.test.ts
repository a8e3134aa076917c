// The ready-mades as those read them who run them: GitHub's parser of actions and workflows, and GitLab's schema as gitlab-ci-local has it. What
// they say of mistakes is looked at, too: a reader that takes everything proves nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as actions from '@actions/workflow-parser/actions/action-parser';
import type * as traces from '@actions/workflow-parser/templates/trace-writer';
import type * as workflows from '@actions/workflow-parser/workflows/workflow-parser';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ird2scxml schemas ')));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Parser = typeof actions & typeof workflows & typeof traces;
let parser: Parser;
/** The parser imports JSON as bundlers take it, which Node refuses. */
async function bundledParser(): Promise<Parser> {
  const outfile = path.join(folder, 'parser.mjs');
  const parts = ['actions/action-parser', 'workflows/workflow-parser', 'templates/trace-writer'];
  const contents = parts.map((part) => `export * from '@actions/workflow-parser/${part}';`).join('\n');
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
  });
  return (await import(pathToFileURL(outfile).href)) as Parser; // these parts, and no others
}
beforeAll(async () => {
  parser = await bundledParser();
}, 60_000);

const messages = ({ context }: ReturnType<Parser['parseAction']>): readonly string[] =>
  context.errors.getErrors().map(({ message }) => message);

describe('action.yml', () => {
  const errorsOf = (content: string): readonly string[] =>
    messages(parser.parseAction({ name: 'action.yml', content }, new parser.NoOperationTraceWriter()));
  const text = read('action.yml');

  it('is an action for the parser of GitHub', () => {
    expect(errorsOf(text)).toEqual([]);
  });

  it.each([
    ['a key that actions do not have', 'branding:', 'brand:'],
    ['a step without a shell', '      shell: bash\n', ''],
    ['an expression that cannot be read', '${{ inputs.output }}', '${{ inputs.output + }}'],
    ['a context that actions do not have', '${{ inputs.output }}', '${{ secrets.output }}'],
  ])('is none with %s', (_, right, wrong) => {
    expect(text).toContain(right);
    expect(errorsOf(text.replace(right, wrong))).not.toEqual([]);
  });
});

describe('the workflow in docs/ci.md', () => {
  const [, example = ''] = /```yaml\n(jobs:[^]*?)```/.exec(read('docs/ci.md')) ?? [];
  // The page shows the jobs of a workflow, with a name and a version to be filled in.
  const content = `on: push\n${example.replace('<owner>/ird2scxml@<version>', 'owner/ird2scxml@v1')}`;
  const errorsOf = (text: string): readonly string[] =>
    messages(parser.parseWorkflow({ name: 'ci.yml', content: text }, new parser.NoOperationTraceWriter()));

  it('is a workflow for the parser of GitHub', () => {
    expect(content).toContain('uses: owner/ird2scxml@v1');
    expect(errorsOf(content)).toEqual([]);
  });

  it('is none with a key that steps do not have', () => {
    expect(errorsOf(content.replace('with:', 'given:'))).not.toEqual([]);
  });
});

describe('ci/gitlab.yml', () => {
  const emulator = path.join(root, 'node_modules/gitlab-ci-local/dist/index.js');
  /** It is made for Node 22; this is all that Node 20 lacks of it. */
  const union = 'Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };';
  const loader = `data:text/javascript,${encodeURIComponent(union)}`;
  const list = (text: string) => {
    writeFileSync(path.join(folder, 'gitlab.yml'), text);
    return spawnSync(
      process.execPath,
      ['--import', loader, emulator, '--file', 'gitlab.yml', '--list-json'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: folder },
      },
    );
  };
  const text = read('ci/gitlab.yml');

  it('fits the schema of GitLab, and has one job', () => {
    const { status, stdout, stderr } = list(text);
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('json schema validated');
    expect(JSON.parse(stdout)).toMatchObject([{ name: 'ird2scxml', stage: 'test' }]);
  }, 60_000);

  it.each([
    ['artifacts:', 'artefacts:', "'artefacts' property is not expected to be here at ird2scxml"],
    ['when: always', 'when: sometimes', "'when' property must be one of"],
    ['junit: ird2scxml', 'junitXml: ird2scxml', "'junitXml' property is not expected to be here"],
  ])(
    'does not with "%s" spelled "%s"',
    (right, wrong, told) => {
      expect(text).toContain(right);
      const { status, stderr } = list(text.replace(right, wrong));
      expect(status).toBe(1);
      expect(stderr).toContain(told);
    },
    60_000,
  );
});
