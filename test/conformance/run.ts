// `npm run conformance`: runs all tests and compares what came of them with docs/conformance.md and
// docs/ors-dialect.md; `-- --write` writes those pages. Validates JUnit reports by the schema of Jenkins as well.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import { engineNames, loadEngine } from '../runtime-check/load-engine.js';
import type { Run } from './cases.js';
import { corpusPackage, loadPackage, type PackedPackage } from './corpus.js';
import { judge } from './judge.js';
import { junitSamples, readSchema, schemaFile, schemaPackage, sortComplaints } from './junit.js';
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

/** Runs the tests of the package in each sandbox; whether all hold and the page shows it. */
async function runCorpus(files: Files): Promise<boolean> {
  const { cases, byHand } = w3cTests(files);
  const tests = [...cases, ...scriptedCases(files)];
  const runs: Run[] = [];
  for (const name of engineNames) {
    const engine = await loadEngine(name);
    runs.push({ engine: name, results: tests.map((test) => judge(test, files, engine)) });
  }
  print(summary(runs));
  const isFresh = comparePage(pageFile, page(runs, byHand, corpusPackage.spec));
  return isFresh && runs.every(({ results }) => results.every(({ failure }) => failure === undefined));
}

/** Runs our own cases of the ors dialect; whether all hold and the page shows them. */
function runDialect(engine: ScriptEngineFactory): boolean {
  const failures = dialectCases.flatMap((each) => {
    const failure = failureOf(each, outcomeOf(each, engine));
    return failure === undefined ? [] : [`${each.id} (ors): ${failure}`];
  });
  const held = dialectCases.length - failures.length;
  print(`ORS dialect, own cases: ${String(held)} of ${String(dialectCases.length)}`);
  for (const failure of failures) print(failure);
  return comparePage(dialectPageFile, dialectPage(dialectCases)) && failures.length === 0;
}

/** Validates JUnit reports by the schema of a package; whether all hold, and go beyond it just where they are known to. */
function runJunit(files: Files): boolean {
  const complaintsOf = readSchema(files.get(schemaFile) ?? '');
  const samples = junitSamples();
  const { mistakes, unused } = sortComplaints(samples.flatMap(complaintsOf));
  print(
    `JUnit by the schema of Jenkins: ${String(samples.length)} reports, ${String(mistakes.length)} mistakes`,
  );
  for (const mistake of mistakes) print(mistake);
  for (const each of unused) print(`Nothing goes beyond the schema by this any more: ${each}`);
  return mistakes.length + unused.length === 0;
}

/** Whether a page shows these results; writes it when asked to. */
function comparePage(file: string, text: string): boolean {
  const isFresh = existsSync(file) && readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === text;
  if (isFresh) return true;
  if (!process.argv.includes('--write')) {
    print(`${file} shows other results. Run "npm run conformance -- --write", and read what changes.`);
    return false;
  }
  writeFileSync(file, text);
  print(`${file} is written.`);
  return true;
}

const isGood = [
  await withPackage(corpusPackage, runCorpus),
  runDialect(await loadEngine()),
  await withPackage(schemaPackage, runJunit),
].every((holds) => holds);
process.exitCode = isGood ? 0 : 1;

/** Without a network what a package is needed for is left out, but not in CI. */
async function withPackage(
  wanted: PackedPackage,
  work: (files: Files) => boolean | Promise<boolean>,
): Promise<boolean> {
  const loaded = loadPackage(wanted, '.cache');
  if (loaded.kind === 'files') return work(loaded.files);
  const isCi = !['', '0', 'false'].includes(process.env['CI'] ?? '');
  print(`The tests of ${wanted.spec} cannot be had: ${loaded.reason}.`);
  print(isCi ? 'In CI they must run.' : 'They are left out.');
  return !isCi;
}
