// The documentation of findings, made from the catalogue: one page for each code and an index. `explain` prints the same page.
import { catalogue, type Code } from './catalogue/index.js';
import type { Entry, Severity } from './define.js';

/** Blocks of codes, by their first two digits or one. */
const groups: readonly { readonly title: string; readonly holds: RegExp }[] = [
  { title: 'Reading files, XML and export profiles', holds: /^IRD1[0-4]/ },
  { title: 'The IRD languages', holds: /^IRD1[56]/ },
  { title: 'Composer diagrams', holds: /^IRD1[7-9]/ },
  { title: 'Names, types and the strategy graph', holds: /^IRD2/ },
  { title: 'Mapping blocks and functions', holds: /^IRD3/ },
  { title: 'Writing SCXML', holds: /^IRD4/ },
  { title: 'Validating pages and scenario files', holds: /^IRD5[0-4]/ },
  { title: 'Running pages', holds: /^IRD5[5-9]/ },
  { title: 'Comparing strategies with their pages', holds: /^IRD6/ },
  { title: 'Command line and configuration', holds: /^IRD8/ },
  { title: 'Faults of ird2scxml itself', holds: /^IRD9/ },
];

const meaning: Readonly<Record<Severity, string>> = {
  error:
    'error: something was not done, or the page may not load, or not route as the strategy did, until this is handled',
  warning: 'warning: the page loads and routes, but it is not proven that it behaves as the strategy did',
  info: 'note: explains something that needs no work',
};

/** Whether a word is a code of the catalogue. */
export const isCode = (word: string): word is Code => Object.hasOwn(catalogue, word);

/** All codes, ascending. */
export const allCodes = (): readonly Code[] => Object.keys(catalogue).filter(isCode).sort();

// Documentation needs the fixed parts of an entry only, whatever data its text takes.
const entryOf = (code: Code): Entry<never> => catalogue[code];

/** The page of one code, in Markdown. */
export function diagnosticPage(code: Code): string {
  const { title, severity, about, help, since, retired } = entryOf(code);
  return [
    `# ${code}: ${title}`,
    `Severity: ${meaning[severity]}.`,
    about,
    `**What to do.** ${help}`,
    retired === undefined ? `Since ${since}.` : `Since ${since}; no longer reported since ${retired}.`,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** The index of all codes, in Markdown. */
export function diagnosticIndex(): string {
  const codes = allCodes();
  const sections = groups.map(({ title, holds }) => {
    const rows = codes
      .filter((code) => holds.test(code))
      .map((code) => `| [${code}](${code}.md) | ${entryOf(code).severity} | ${entryOf(code).title} |`);
    return rows.length === 0
      ? ''
      : `\n## ${title}\n\n| code | severity | what |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Findings\n\nEvery finding has a code. \`ird2scxml explain <code>\` prints its page.\n${sections.join('')}`;
}
