// `explain WORDS`: the documentation page of a finding, a function, an object, or another name of the tables.
import { allCodes, diagnosticPage, isCode } from '../../diagnostics/docs.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { entryPage } from '../../mappings/entry-page.js';
import { allSpellings, findEntries } from '../../mappings/listing.js';
import { entriesAbout, overrideLine } from '../../mappings/overrides/describe.js';
import type { Override } from '../../mappings/overrides/model.js';
import { inert } from '../../report/formats/inert.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { ownEntries } from '../own-entries.js';
import type { OwnOptions } from '../own-options.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

/** Prints the page of a code (upper or lower case, with or without `IRD`), or those of all entries of that name, with what the user decides about them. */
export async function explain(word: string, options: OwnOptions, terminal: Terminal): Promise<ExitCode> {
  const code = word
    .trim()
    .toUpperCase()
    .replace(/^(?:IRD)?(?=\d{4}$)/, 'IRD');
  if (isCode(code)) {
    terminal.out.write(diagnosticPage(code));
    return exitCodes.clean;
  }
  const own = await ownEntries(options, terminal.cwd);
  const entries = findEntries(word);
  const pages = entries.map((entry) => {
    const { kind, name, aliases } = entry;
    return `${entryPage(entry)}${decided(entriesAbout(kind, [name, ...aliases], own))}`;
  });
  if (entries.length > 0) {
    terminal.out.write(pages.join('\n'));
    return exitCodes.clean;
  }
  // What only the user's own mappings know.
  const known = ['function', 'object'].flatMap((kind) => entriesAbout(kind, [word], own));
  const [first] = known;
  if (first === undefined) throw new UsageError(unknownWord(word, code));
  terminal.out.write(`# ${inert(first.name)}\n\nNo table has it.\n${decided(known)}`);
  return exitCodes.clean;
}

/** What the user decides, as a part of a page; the first entry that fits a use counts. */
const decided = (entries: readonly Override[]): string =>
  entries.length === 0
    ? ''
    : `\n**Overridden.**\n\n${entries.map((entry) => `- ${inert(overrideLine(entry))}\n`).join('')}`;

const mostSuggestions = 5;

function unknownWord(word: string, code: string): string {
  if (/^IRD\d*$/.test(code)) {
    const near = allCodes().filter((known) => known.slice(0, 5) === code.slice(0, 5));
    const hint =
      near.length > 0 ? `Codes near it: ${near.join(', ')}.` : 'docs/diagnostics/README.md lists all codes.';
    return `There is no code "${inert(word)}". ${hint}`;
  }
  const shown = inert(word.length > 60 ? `${word.slice(0, 57)}...` : word);
  const near = suggestions(word);
  const hint =
    near.length > 0
      ? `Did you mean ${near.map((name) => `"${name}"`).join(' or ')}?`
      : '"ird2scxml mappings" lists all names, docs/diagnostics/README.md all codes.';
  return `There is no code, function or object "${shown}". ${hint}`;
}

/** The name that is a slip away, then those that hold the word. */
function suggestions(word: string): readonly string[] {
  if (word.length > 60) return [];
  const known = allSpellings();
  const nearest = nearestName(word, known);
  const part = word.trim().toLowerCase();
  const holding = part.length < 3 ? [] : known.filter((name) => name.toLowerCase().includes(part));
  return [...new Set([...(nearest === undefined ? [] : [nearest]), ...holding])].slice(0, mostSuggestions);
}
