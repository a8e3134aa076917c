// `npm run equivalence`: compares every page of the fixtures with its strategy in the scenarios that `verify` finds by itself, and the table of what came of it
// with docs/fixtures-compared.md; `-- --write` writes that page.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { runInParts } from './in-parts.mjs';
import { root, setUp } from './setup.mjs';

const { values } = parseArgs({
  options: { write: { type: 'boolean', default: false }, parts: { type: 'string' } },
});
setUp();

const started = performance.now();
const ran = await runInParts({
  test: 'test/equivalence/found.test.ts',
  name: 'EQUIVALENCE',
  parts: values.parts,
  env: { EQUIVALENCE: 'all' },
});
const rows = ran
  .flatMap(({ result }) => result)
  .sort((a, b) => (a.name === b.name ? (a.way < b.way ? -1 : 1) : a.name < b.name ? -1 : 1));

const file = path.join(root, 'docs', 'fixtures-compared.md');
const text = await format(pageOf(rows), { ...(await resolveConfig(file)), filepath: file });
const isStale = !existsSync(file) || text !== readFileSync(file, 'utf8');
if (values.write) writeFileSync(file, text);

console.log(summary(rows));
console.log(`In ${((performance.now() - started) / 1000).toFixed(0)} s.`);
if (isStale && !values.write)
  console.log(
    'docs/fixtures-compared.md says something else: run "npm run equivalence -- --write", and look at the difference.',
  );
process.exitCode = ran.every(({ status }) => status === 0) && (values.write || !isStale) ? 0 : 1;

function summary(all) {
  const pages = all.filter(({ way }) => way === 'as it is');
  const sum = (key) => pages.reduce((total, row) => total + row[key], 0);
  const of = (verdict) => pages.filter((row) => row.verdict === verdict).length;
  return (
    `${pages.length} pages in ${sum('compared')} scenarios: ${of('equivalent')} equivalent, ${of('different')} differ in ways that are accepted ` +
    `(in ${sum('different')} scenarios), ${of('inconclusive')} cannot be compared everywhere.`
  );
}

function pageOf(all) {
  const reasons = [...new Set(all.flatMap((row) => row.reasons))];
  const share = ({ reached, total }) => `${reached} / ${total}`;
  const lines = all.map((row) => {
    const { name, way, compared, different, blocks, ports, conditions, verdict } = row;
    const why = row.reasons.map((reason) => reasons.indexOf(reason) + 1).join(', ');
    const shown = way === 'as it is' ? name : `${name}, passing by`;
    return `| ${shown} | ${compared} | ${different} | ${share(blocks)} | ${share(ports)} | ${share(conditions)} | ${verdict}${why === '' ? '' : ` (${why})`} |`;
  });
  return [
    '# The fixtures, compared',
    '',
    'Written by `npm run equivalence -- --write`: each page of the fixtures against its strategy, in the scenarios beside it and those that `verify` finds by itself (budget 1,000, seed 1).',
    summary(all),
    '',
    'Two differences are passed by in a second comparison, since what comes behind them is not looked at otherwise: Attach is taken to replace a value that is there (assumption `attach.existing`), and priorities to grow so slowly that hardly a call waits so long (`priority-increment.interval`).',
    '',
    '| page | scenarios | different | blocks | ports | sides of conditions | verdict |',
    '| --- | --: | --: | --: | --: | --: | --- |',
    ...lines,
    '',
    '## Why differences are accepted, or pages not compared',
    '',
    ...reasons.map(
      (reason, index) =>
        `${index + 1}. ${reason[0].toUpperCase()}${reason.slice(1)}${reason.endsWith('.') ? '' : '.'}`,
    ),
    '',
  ].join('\n');
}
