// The licences of everything that the bundles contain, as one text: what the package ships instead of dependencies.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folders of the packages that inputs of an esbuild metafile come from, e.g. `node_modules/@scope/name`. */
export function bundledPackages(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) folders.add(found[1]);
  }
  return [...folders].sort();
}

const isLicence = (name) => /^(licen[cs]e|copying|notice)(\.|-|$)/i.test(name);

/** Name, version, licence and licence texts of an installed package. */
export function describePackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter(isLicence)
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replace(/\r\n/g, '\n').trim());
  // What a package contains without saying so in a file of its own.
  const more = path.join(import.meta.dirname, 'licences', `${name}.txt`);
  if (existsSync(more)) texts.push(readFileSync(more, 'utf8').trim());
  return { name, version, license, texts };
}

/** The notices file. Fails when a package does not say its licence: then it must not be shipped. */
export function thirdPartyNotices(folders) {
  const parts = folders.map((folder) => {
    const { name, version, license, texts } = describePackage(folder);
    if (typeof license !== 'string') throw new Error(`${folder} does not name its licence`);
    const body =
      texts.length > 0 ? texts.join('\n\n') : `(The package holds no licence text; it declares ${license}.)`;
    return `${name} ${version} (${license})\n\n${body}\n`;
  });
  const line = '-'.repeat(72);
  return `ird2scxml contains the following packages, each under its own licence.\n\n${line}\n${parts.join(`\n${line}\n`)}`;
}
