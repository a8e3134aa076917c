// docs/faults-not-found.md, from what a whole run of `npm run mutants` did not find.
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './setup.mjs';

export const faultsPage = path.join(root, 'docs', 'faults-not-found.md');

/**
 * The text of the page.
 * @param {readonly { kind: string, fixture: string, line: number, state: string, was: string, now: string, entered: number }[]} survivors
 * @param {number} made How many faults were made that change something.
 */
export async function faultsText(survivors, made) {
  const rows = survivors
    .map(({ kind, fixture, line, state, was, now, entered }) => ({
      kind,
      place: [fixture.split('/').slice(1).join('/'), state].filter((part) => part !== '').join(', '),
      // Faults of the library and of the converter belong to no state.
      entered: line === 0 || state === '' || state.startsWith('ird.') ? '' : String(entered),
      ...excerpts(was, now),
    }))
    .sort((a, b) => (a.kind === b.kind ? a.place.localeCompare(b.place) : a.kind.localeCompare(b.kind)))
    .map(({ kind, place, entered, was, now }) => `| ${kind} | ${place} | ${entered} | ${was} | ${now} |`);
  const text = [
    '# Faults that the comparison did not find',
    '',
    `Written by \`npm run mutants -- --write\`: ${survivors.length} of ${made.toLocaleString('en')} faults. How faults are made and counted, and what these have in common, is in [equivalence.md](equivalence.md#faults-that-are-found).`,
    'The third column says in how many scenarios the page enters the state.',
    '',
    '| fault | page, state | entered | was | is |',
    '| --- | --- | --: | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  return await format(text, { ...(await resolveConfig(faultsPage)), filepath: faultsPage });
}

/** Characters that are shown on each side of what differs. */
const around = 24;

/** Both texts, cut down to where they differ. */
function excerpts(was, now) {
  const [left, right] = [was, now].map((text) => text.replaceAll(/\s+/g, ' ').trim());
  if (right === '')
    return { was: cell(left.slice(0, 4 * around), 0, left.length), now: cell('(nothing)', 0, 9) };
  let same = 0;
  while (same < Math.min(left.length, right.length) && left[same] === right[same]) same++;
  let after = 0;
  while (
    after < Math.min(left.length, right.length) - same &&
    left[left.length - 1 - after] === right[right.length - 1 - after]
  )
    after++;
  const from = Math.max(0, same - around);
  return {
    was: cell(left, from, left.length - after + around),
    now: cell(right, from, right.length - after + around),
  };
}

function cell(text, from, to) {
  const shown = `${from > 0 ? '...' : ''}${text.slice(from, to)}${to < text.length ? '...' : ''}`;
  return `\`${shown.replaceAll('|', String.raw`\|`).replaceAll('`', "'")}\``;
}
