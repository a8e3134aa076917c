// `npm run mutants`: makes faults of every kind on every fixture and in the converter, and says which share of them the comparison finds, by kind, with the
// survivors named; `-- --write` writes them down in docs. `npm run mutants -- --kind timeout --fixture routing` makes some of them, `--sites 3` more of each,
// `--again folder` only those that the results in a copy of .cache/mutant did not find.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { faultsPage, faultsText } from './faults-page.mjs';
import { runInParts } from './in-parts.mjs';
import { setUp } from './setup.mjs';

const { values } = parseArgs({
  options: {
    kind: { type: 'string', default: '' },
    fixture: { type: 'string', default: '' },
    parts: { type: 'string' },
    sites: { type: 'string', default: '1' },
    again: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
setUp();

const started = performance.now();

const ran = await runInParts({
  test: 'test/mutants/mutants.test.ts',
  name: 'MUTANT',
  parts: values.parts,
  env: {
    ...{ MUTANTS: 'all', MUTANT_KIND: values.kind, MUTANT_SITES: values.sites },
    ...(values.fixture === '' ? {} : { FIXTURE: values.fixture }),
    ...(values.again === undefined ? {} : { MUTANT_AGAIN: values.again }),
  },
});
const results = ran.map(({ result }) => result);

const trials = results.flatMap((each) => each.trials);
const about = new Map(
  results.flatMap((each) => [...each.kinds, ...each.faults].map((kind) => [kind.id, kind.about])),
);
const counted = trials.filter(({ equivalent }) => equivalent === undefined);
const percent = (found, all) => (all === 0 ? '-' : `${((100 * found) / all).toFixed(1)} %`);

console.log('found / made  kind');
for (const id of [...new Set(trials.map(({ kind }) => kind))].sort()) {
  const own = counted.filter(({ kind }) => kind === id);
  const found = own.filter((trial) => trial.found !== undefined).length;
  console.log(`${String(found).padStart(5)} / ${String(own.length).padEnd(5)} ${id}: ${about.get(id) ?? ''}`);
}
const survivors = counted.filter((trial) => trial.found === undefined);
console.log(survivors.length === 0 ? '\nNothing survived.' : '\nNot found:');
for (const { kind, fixture, line, state, was, now, entered } of survivors) {
  console.log(
    `  ${kind} ${fixture}:${line} in ${state}, which ${entered} scenarios enter\n    - ${was}\n    + ${now}`,
  );
}
const equivalent = trials.filter((trial) => trial.equivalent !== undefined);
console.log(`\n${equivalent.length} faults change nothing that can be seen:`);
for (const reason of new Set(equivalent.map((trial) => trial.equivalent))) {
  console.log(`  ${equivalent.filter((trial) => trial.equivalent === reason).length}: ${reason}`);
}
const leftOut = results.flatMap((each) => each.leftOut);
if (leftOut.length > 0)
  console.log(
    `\nNot compared, since the page without a fault differs or cannot be run there:\n  ${leftOut.join('\n  ')}`,
  );
const found = counted.length - survivors.length;
const kinds = new Set(trials.map(({ kind }) => kind)).size;
const byValidation = counted.filter((trial) => trial.found?.by === 'validation').length;
console.log(
  `\n${found} of ${counted.length} faults of ${kinds} kinds found: ${percent(found, counted.length)} (${byValidation} by validation alone), in ${((performance.now() - started) / 1000).toFixed(0)} s.`,
);
const isWhole = values.kind === '' && values.fixture === '';
if (values.write && isWhole) writeFileSync(faultsPage, await faultsText(survivors, counted.length));
process.exitCode =
  ran.every(({ status }) => status === 0) && counted.length > 0 && found / counted.length >= 0.95 ? 0 : 1;
