import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('documents', () => {
  it.each(documents)('%s has links that lead somewhere', (file) => {
    const links = [...textOf(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
      ([, link]) => link ?? '',
    );
    const broken = links.filter((link) => !existsSync(path.join(root, path.dirname(file), link)));
    expect(broken).toEqual([]);
  });

  it('name only scripts that exist', () => {
    // The shape of package.json is npm's.
    const { scripts } = JSON.parse(textOf('package.json')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = documents.flatMap((file) =>
      [...textOf(file).matchAll(/npm run ([a-z:-]+)/g)].map(([, script]) => script ?? ''),
    );
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('say the truth about the folders of src', () => {
    const folders = readdirSync(path.join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const architecture = textOf('docs/architecture.md');
    for (const { name } of folders) expect(architecture).toContain(`\`src/${name}\``);
  });
});
