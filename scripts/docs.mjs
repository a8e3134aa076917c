// `npm run docs`: writes the generated pages (docs/diagnostics, docs/mappings, docs/assumptions.md). With `--check` it writes nothing and fails when a page
// is not up to date.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './setup.mjs';

/** Folders that hold generated pages and nothing else. */
const generatedFolders = ['docs/diagnostics', 'docs/mappings'];

const bundle = path.join(root, '.cache', 'documentation.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['src/documentation.ts'],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
const { documentationPages } = await import(pathToFileURL(bundle));
const pages = documentationPages();

const present = generatedFolders.flatMap((folder) =>
  existsSync(path.join(root, folder))
    ? readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`)
    : [],
);
const stale = present.filter((page) => !pages.has(page));
const changed = [...pages].filter(([page, text]) => {
  const file = path.join(root, page);
  return !existsSync(file) || readFileSync(file, 'utf8') !== text;
});

if (process.argv.includes('--check')) {
  for (const page of stale) console.log(`${page} is left over`);
  for (const [page] of changed) console.log(`${page} is not up to date`);
  if (stale.length + changed.length > 0) {
    console.log('Run "npm run docs".');
    process.exitCode = 1;
  }
} else {
  for (const page of stale) rmSync(path.join(root, page));
  for (const [page, text] of changed) {
    mkdirSync(path.dirname(path.join(root, page)), { recursive: true });
    writeFileSync(path.join(root, page), text);
  }
  console.log(`${pages.size} pages: ${changed.length} written, ${stale.length} removed`);
}
