// `npm run estate-check -- --count 5000 --seed 1`: makes an estate, audits it through the command line, holds every sum to the truth, and says how
// long it took and how much memory.
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { generateEstate } from './estate/generate.mjs';
import { root, setUp } from './setup.mjs';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
});
const [count, seed] = [Number(values.count), Number(values.seed)];
if (!Number.isInteger(count) || count < 3 || !Number.isInteger(seed)) {
  console.error('Usage: npm run estate-check -- --count <3 or more> --seed <whole number>');
  process.exit(2);
}
setUp();
const folder = mkdtempSync(path.join(tmpdir(), 'estate-'));
try {
  process.exitCode = await check();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function check() {
  const truth = writeEstate();
  const peak = path.join(folder, 'peak');
  const atExit = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`;
  const begun = Date.now();
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(atExit)}`,
      path.join(root, 'bin', 'ird2scxml.js'),
      ...['audit', 'in', '-o', 'out', '--format', 'jsonl=audit.jsonl', '--quiet', '--fail-on', 'never'],
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const seconds = (Date.now() - begun) / 1000;
  if (status !== 0) {
    console.error(`The audit ended with ${status}.`);
    return 2;
  }
  const found = await sumsOf(path.join(folder, 'audit.jsonl'));
  const wrong = differences(expected(truth), found);
  for (const line of wrong.slice(0, 20)) console.error(line);
  console.log(
    `${count} strategies, ${truth.blocks} blocks: ${wrong.length === 0 ? 'every sum is that of the truth' : `${wrong.length} sums differ`}; ` +
      `${seconds.toFixed(1)} s, ${(count / seconds).toFixed(0)} strategies/s, peak ${Math.round(Number(readFileSync(peak, 'utf8')) / 1024)} MiB`,
  );
  return wrong.length === 0 ? 0 : 1;
}

function writeEstate() {
  const files = generateEstate({ count, seed });
  let next = files.next();
  for (; !next.done; next = files.next()) {
    const place = path.join(folder, 'in', next.value.file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, next.value.text);
  }
  return next.value;
}

/** What the report should add up to, by key. */
function expected(truth) {
  const sums = new Map();
  add(sums, 'kind strategy', truth.strategies);
  add(sums, 'kind subroutine', truth.subroutines);
  add(sums, 'blocks', truth.blocks);
  for (const [type, times] of Object.entries(truth.byType)) add(sums, `object ${type}`, times);
  for (const [kind, names] of Object.entries(truth.uses))
    for (const [name, times] of Object.entries(names)) add(sums, `use ${kind} ${name}`, times);
  for (const [code, times] of Object.entries(truth.defects)) add(sums, `finding ${code}`, times);
  // Every missing subroutine makes a placeholder as well.
  add(sums, 'finding IRD3003', truth.defects.IRD2120);
  for (const [caller, called, times] of truth.calls) add(sums, `call ${caller} > ${called}`, Number(times));
  return sums;
}

async function sumsOf(file) {
  const sums = new Map();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const { record, strategy } = JSON.parse(line);
    if (record !== 'strategy') continue;
    add(sums, `kind ${strategy.kind}`);
    add(sums, 'blocks', strategy.blocks);
    for (const { kind, name, count: times } of strategy.constructs)
      if (kind === 'object') add(sums, `object ${name}`, times);
    for (const { kind, name, count: times } of strategy.uses) add(sums, `use ${kind} ${name}`, times);
    for (const { code } of strategy.findings) add(sums, `finding ${code}`);
    for (const { name, count: times } of strategy.calls) add(sums, `call ${strategy.name} > ${name}`, times);
  }
  return sums;
}

/** Sums that differ. Of uses and findings only those count that the truth knows of: objects are uses of a kind of their own. */
function differences(truth, found) {
  const kinds = new Set(
    [...truth.keys()].flatMap(
      (key) =>
        /^use (attached data|list object|agent group|virtual queue|skill|prompt|statistic|stat server|dn|subroutine|function|hard-coded number) /.exec(
          key,
        )?.[0] ?? [],
    ),
  );
  const isKnown = (key) =>
    truth.has(key) || /^(kind|object|call) /.test(key) || [...kinds].some((kind) => key.startsWith(kind));
  return [...new Set([...truth.keys(), ...[...found.keys()].filter(isKnown)])]
    .filter((key) => (truth.get(key) ?? 0) !== (found.get(key) ?? 0))
    .map((key) => `${key}: ${truth.get(key) ?? 0} by the truth, ${found.get(key) ?? 0} by the audit`);
}

function add(sums, key, times = 1) {
  sums.set(key, (sums.get(key) ?? 0) + times);
}
