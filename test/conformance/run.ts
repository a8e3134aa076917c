// `npm run conformance`: runs all tests and compares what came of them with docs/conformance.md; `-- --write` writes that page.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadQuickJs } from '../../src/runtime-check/script/quickjs-wasi.js';
import { corpusPackage, loadCorpus } from './corpus.js';
import { judge } from './judge.js';
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
  return comparePage(page(results, byHand, corpusPackage)) && isGood ? 0 : 1;
}

/** Whether docs/conformance.md shows these results; writes it when asked to. */
function comparePage(text: string): boolean {
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
