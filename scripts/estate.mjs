// `npm run estate -- --count 5000 --seed 1 --out folder`: writes an estate of made-up strategies and truth.json, which says what is in it. With
// `--hostile` there are strategies beside them that are called what nothing should be called; the truth does not count these.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateEstate } from './estate/generate.mjs';
import { generateHostileEstate } from './estate/hostile.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    hostile: { type: 'boolean', default: false },
  },
});
const count = Number(values.count);
const seed = Number(values.seed);
if (values.out === undefined || !Number.isInteger(count) || count < 3 || !Number.isInteger(seed)) {
  console.error(
    'Usage: npm run estate -- --count <3 or more> --seed <whole number> --out <folder> [--hostile]',
  );
  process.exit(2);
}
mkdirSync(values.out, { recursive: true });
if (readdirSync(values.out).length > 0) {
  console.error(`"${values.out}" is not empty: an estate needs a folder of its own.`);
  process.exit(2);
}

if (values.hostile)
  for (const { file, text } of generateHostileEstate()) writeFileSync(path.join(values.out, file), text);

const files = generateEstate({ count, seed });
let next = files.next();
for (; !next.done; next = files.next()) {
  const { file, text } = next.value;
  const place = path.join(values.out, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}
const truth = next.value;
writeFileSync(path.join(values.out, 'truth.json'), `${JSON.stringify(truth, undefined, 2)}\n`);
console.log(`${count} strategies, ${truth.blocks} blocks in ${values.out}; truth.json says what is in them`);
