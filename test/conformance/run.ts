// `npm run conformance`: runs all tests and compares what came of them with docs/conformance.md and
// docs/ors-dialect.md; `-- --write` writes those pages.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import { loadQuickJs } from '../../src/runtime-check/script/quickjs-wasi.js';
import { corpusPackage, loadCorpus } from './corpus.js';
import { judge } from './judge.js';
import { dialectCases } from './ors/index.js';
import { failureOf, outcomeOf } from './ors/judge.js';
import { dialectPage, dialectPageFile } from './ors/page.js';
import { page, summary } from './page.js';
import { scriptedCases } from './scripted-cases.js';
import type { Files } from './tarball.js';
import { w3cTests } from './w3c-cases.js';

const pageFile = 'docs/conformance.md';
const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** The exit code. */
async function run(files: Files): Promise<number> {
  // A wall clock that stands still: only counted instructions end a script.
  const engine = await loadQuickJs(
    () => readFileSync('node_modules/quickjs-wasi/quickjs.wasm'),
    () => 0,
  );
  const { cases, byHand } = w3cTests(files);
  const results = [...cases, ...scriptedCases(files)].map((test) => judge(test, files, engine));
  print(summary(results));
  const isGood = results.every(({ failure }) => failure === undefined);
  const isDialectGood = runDialect(engine);
  const pages = [
    comparePage(pageFile, page(results, byHand, corpusPackage)),
    comparePage(dialectPageFile, dialectPage(dialectCases)),
  ];
  return isGood && isDialectGood && pages.every((isFresh) => isFresh) ? 0 : 1;
}

/** Runs our own cases of the ors dialect. */
function runDialect(engine: ScriptEngineFactory): boolean {
  const failures = dialectCases.flatMap((each) => {
    const failure = failureOf(each, outcomeOf(each, engine));
    return failure === undefined ? [] : [`${each.id} (ors): ${failure}`];
  });
  const held = dialectCases.length - failures.length;
  print(`ORS dialect, own cases: ${String(held)} of ${String(dialectCases.length)}`);
  for (const failure of failures) print(failure);
  return failures.length === 0;
}

/** Whether a page shows these results; writes it when asked to. */
function comparePage(pageFile: string, text: string): boolean {
  const isFresh = existsSync(pageFile) && readFileSync(pageFile, 'utf8').replaceAll('\r\n', '\n') === text;
  if (isFresh) return true;
  if (!process.argv.includes('--write')) {
    print(`${pageFile} shows other results. Run "npm run conformance -- --write", and read what changes.`);
    return false;
  }
  writeFileSync(pageFile, text);
  print(`${pageFile} is written.`);
  return true;
}

const corpus = loadCorpus('.cache');
if (corpus.kind === 'files') process.exitCode = await run(corpus.files);
else {
  print(`The tests cannot be had: ${corpus.reason}`);
  const isCi = process.env['CI'] === 'true';
  print(isCi ? 'In CI they must be run.' : 'Nothing was run.');
  process.exitCode = isCi ? 1 : 0;
}
