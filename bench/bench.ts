// `npm run bench`: every figure is a ratio measured in this one run, because times differ between machines and ratios hardly do.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { create } from 'xmlbuilder2';
import { emitPage } from '../src/emit/index.js';
import { print } from '../src/ird-parser/languages/index.js';
import { parseFile } from '../src/ird-parser/read.js';
import { blockShapes } from '../src/ird-parser/shapes.js';
import { lowerStrategy, type LowerEnvironment } from '../src/ir/lower.js';
import { mapStrategy } from '../src/mappings/map-strategy.js';
import { createPipeline } from '../src/migrate.js';
import { validatePage } from '../src/runtime-check/index.js';
import { readXml, type XmlElement } from '../src/xml/index.js';
import { generateStrategy } from './generate.js';
import { interpreterBench } from './interpreter.js';
import { medians, table } from './measure.js';
import { peakMemory, processTimes } from './processes.js';
import { sessionsBench } from './sessions.js';
import { verificationBench } from './verification.js';

/** `--only conversion`, `--only verification` or `--only interpreter`; all without it. */
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const isQuick = process.argv.includes('--quick');
const launcher = path.resolve('bin/ird2scxml.js');

/** Gives the value, or stops the bench: figures of a conversion that did not happen are worth nothing. */
function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} gave nothing`);
  return value;
}

function measureSize(blocks: number) {
  const text = generateStrategy(blocks);
  const bytes = new TextEncoder().encode(text);
  const file = 'generated.xml';
  const { value: pipeline } = createPipeline({
    selection: 'urs',
    notes: false,
    assumptions: {},
    version: 'bench',
  });
  const convertAll = (): { readonly page: string; readonly blocks: number } => {
    const ready = must(pipeline, 'createPipeline');
    const [strategy] = ready.link([ready.read({ file, name: file, bytes })]).strategies;
    const linked = must(strategy, 'link');
    return { page: must(linked.convert().page, 'convert').text, blocks: linked.blocks };
  };
  const converted = convertAll();
  const source = must(parseFile(bytes, file, {}).value, 'parseFile');
  const drawn = must(source.strategies[0], 'parseFile');
  const environment: LowerEnvironment = {
    shapes: blockShapes,
    print: (tree) => print('threshold', tree),
    subroutines: new Map(),
  };
  const strategy = lowerStrategy(drawn, source, environment).value;
  const mapping = {
    subroutine: () => undefined,
    options: { selection: 'urs' as const, ursCalls: true, assumptions: {} },
  };
  const mapped = mapStrategy(strategy, mapping).value;
  const pageTree = must(
    readXml(new TextEncoder().encode(converted.page), 'page.scxml').value,
    'readXml',
  ).root;
  const times = medians(
    {
      saxes: () => new SaxesParser({ xmlns: true }).write(new TextDecoder().decode(bytes)).close(),
      read: () => readXml(bytes, file),
      parse: () => parseFile(bytes, file, {}),
      lower: () => lowerStrategy(drawn, source, environment),
      map: () => mapStrategy(strategy, mapping),
      emit: () => emitPage(mapped, { notes: 'none', version: 'bench' }),
      total: convertAll,
      validate: () => validatePage(converted.page, 'page.scxml'),
      write: () => writeTree(pageTree),
    },
    isQuick ? 3 : blocks > 5000 ? 5 : 15,
  );
  return { blocks: converted.blocks, bytes: bytes.length, pageBytes: converted.page.length, times };
}

/** The page once more, by xmlbuilder2 alone: what writing costs at least. */
function writeTree(root: XmlElement): string {
  const document = create({ version: '1.0' });
  const add = (parent: ReturnType<typeof create>, element: XmlElement): void => {
    const attributes = Object.fromEntries(element.attributes.map(({ name, value }) => [name, value.text]));
    const made = parent.ele(element.name, attributes);
    for (const child of element.children) {
      if (child.kind === 'element') add(made, child);
      else if (child.kind === 'text') made.txt(child.value.text);
      else made.com(child.value.text);
    }
  };
  add(document, root);
  return document.end({ prettyPrint: false });
}

const ratio = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

function phases(): void {
  const sizes = (isQuick ? [60, 300, 1500] : [60, 1000, 10_000]).map(measureSize);
  console.log(
    'Time as a multiple of the bare saxes pass over the same bytes (read: located tree; parse: includes read; total: read to page)\n',
  );
  const columns = ['read', 'parse', 'lower', 'map', 'emit', 'total', 'validate'] as const;
  const rows = sizes.map(({ blocks, bytes, pageBytes, times }) => [
    String(blocks),
    `${Math.round(bytes / 1024)} kB`,
    `${Math.round(pageBytes / 1024)} kB`,
    `${times.saxes.toFixed(1)} ms`,
    ...columns.map((name) => ratio(times[name] / times.saxes)),
    ratio(times.total / (times.read + times.write)),
  ]);
  console.log(table(['blocks', 'input', 'page', 'saxes', ...columns, 'total/(read+write)'], rows));
  console.log(
    '\n(write: the same page by xmlbuilder2 alone. Goals: total at most 15 saxes, at most 2 (read+write).)',
  );

  const [, small, large] = sizes;
  if (small === undefined || large === undefined) return;
  console.log(
    `\nGrowth from ${small.blocks} to ${large.blocks} blocks, time per block as a multiple (1.00 is linear; goal: below 1.20)\n`,
  );
  const names = ['saxes', ...columns] as const;
  const growth = names.map((name) =>
    ratio(large.times[name] / large.blocks / (small.times[name] / small.blocks)),
  );
  console.log(table(names, [growth]));
}

function processes(folder: string): void {
  const small = path.join(folder, 'small.xml');
  writeFileSync(small, generateStrategy(12));
  const convert = (input: string, out: string): readonly string[] => [
    launcher,
    'convert',
    input,
    '-o',
    path.join(folder, out),
    '--quiet',
    '--force',
    // Else rounds after the first would find the page unchanged.
    '--no-cache',
    '--fail-on',
    'never',
  ];
  const [empty = 0, version = 0, one = 0, checked = 0] = processTimes(
    [['-e', '0'], [launcher, '--version'], convert(small, 'small'), [...convert(small, 'small'), '--check']],
    isQuick ? 5 : 25,
  );
  console.log('\nWhole processes as a multiple of an empty node\n');
  console.log(
    table(
      ['empty node', '--version', 'convert 12 blocks', 'convert 12 blocks --check'],
      [[`${empty.toFixed(0)} ms`, ratio(version / empty), ratio(one / empty), ratio(checked / empty)]],
    ),
  );
  console.log('\n(Goals: --version 1.5, converting 4.)');

  const files = (count: number, blocks: number): string => {
    const place = path.join(folder, `batch-${count}-${blocks}`);
    mkdirSync(place);
    for (let i = 0; i < count; i++)
      writeFileSync(path.join(place, `${i}.xml`), generateStrategy(blocks, `Strategy ${i}`));
    return place;
  };
  const batches = isQuick
    ? ([
        [1, 60],
        [1, 300],
        [1, 1500],
        [5, 300],
      ] as const)
    : ([
        [1, 60],
        [1, 1000],
        [1, 10_000],
        [20, 1000],
        [60, 1000],
      ] as const);
  const peaks = batches.map(([count, blocks]) => files(count, blocks));
  console.log('\nPeak memory, as a multiple of an empty node\n');
  const baseline = peakMemory(['-e', '0']);
  const cells = peaks.map((place) =>
    ratio(peakMemory(convert(place, `out-${path.basename(place)}`)) / baseline),
  );
  console.log(
    table(
      ['empty node', ...batches.map(([count, blocks]) => `${count} x ${blocks} blocks`)],
      [[`${baseline.toFixed(0)} MB`, ...cells]],
    ),
  );
}

/** What `scripts/bench.mjs` has made of another file of this folder. */
const bundle = (name: string): string => path.join(import.meta.dirname, `${name}.mjs`);

function conversionBench(): void {
  phases();
  const folder = mkdtempSync(path.join(tmpdir(), 'ird2scxml-bench-'));
  try {
    processes(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log();
}

console.log(
  `ird2scxml bench, Node ${process.versions.node}${isQuick ? ', quick: small sizes, few rounds, rough figures' : ''}\n`,
);
if (only === undefined || only === 'conversion') conversionBench();
if (only === undefined || only === 'verification') await verificationBench(isQuick);
if (only === undefined || only === 'interpreter') {
  const withOthers = !process.argv.includes('--without-engines');
  await interpreterBench({ processFile: bundle('contestant-process'), isQuick, withOthers });
  sessionsBench(bundle('session-process'), isQuick);
}
