// What a dry run shows in place of writing.
import path from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { currentText } from './plan-output.js';
import type { OutputFile } from './write-output.js';

/** The patch that makes a file of `folder`, called `shown` for people, what it would become. */
export function patchOf(folder: string, shown: string, { name, text }: OutputFile): string {
  const old = currentText(path.join(folder, name));
  const file = path.posix.join(shown, name);
  const patch = createTwoFilesPatch(
    old === undefined ? '/dev/null' : `a/${file}`,
    `b/${file}`,
    old ?? '',
    text,
    '',
    '',
  );
  return patch.replace(/^=+\n/, '');
}
