// The documentation pages of the mappings, from the rows and files themselves: docs/mappings/*.md.
import { entryPage } from './entry-page.js';
import { mappingEntries, type MappingEntry } from './listing.js';

/** A page by file name. */
export interface MappingPage {
  readonly file: string;
  readonly text: string;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** All pages, in a stable order. */
export function mappingPages(): readonly MappingPage[] {
  const entries = mappingEntries();
  return [
    { file: 'objects.md', text: objectsPage(entries.filter(({ kind }) => kind === 'object')) },
    { file: 'functions.md', text: functionsPage(entries.filter(({ kind }) => kind === 'function')) },
    {
      file: 'statistics-and-constants.md',
      text: namesPage(entries.filter(({ kind }) => !['object', 'function'].includes(kind))),
    },
  ];
}

/** Rows first, then a section for each object. */
function objectsPage(entries: readonly MappingEntry[]): string {
  const rows = entries.map(
    (e) =>
      `| ${cell(e.name)} | ${e.category} | ${e.disposition} | ${e.evidence} | ${e.cost} | ${cell(e.about)} |`,
  );
  return [
    '# Objects',
    '',
    'Generated from src/mappings/blocks and src/ir/vocabulary; do not edit. The evidence is the weakest of what is known about the object, its ports',
    'and its equivalent; the disposition is the best that a block of the type can have. `ird2scxml explain <name>` prints one section.',
    '',
    '| object | category | disposition | evidence | cost | becomes |',
    '|---|---|---|---|--:|---|',
    ...rows,
    '',
    entries.map((entry) => entryPage(entry, 2)).join('\n'),
  ].join('\n');
}

function functionsPage(entries: readonly MappingEntry[]): string {
  return [
    '# Functions',
    '',
    'Generated from src/mappings/functions and src/ir/vocabulary; do not edit. The evidence is the weakest of name, signature and equivalent.',
    '`ird2scxml explain <name>` prints one section, `ird2scxml mappings --kind function` lists them.',
    '',
    entries.map((entry) => entryPage(entry, 2)).join('\n'),
  ].join('\n');
}

/** Statistics, constants, operators and names of thresholds: one line each. */
function namesPage(entries: readonly MappingEntry[]): string {
  const rows = entries.map(
    (e) =>
      `| ${[e.name, ...e.aliases].map(cell).join(', ')} | ${e.kind} | ${e.category} | ${e.disposition} | ${e.evidence} | ${cell(e.meaning)} | ${cell(e.about)} | ${cell(e.sources.join('; '))} |`,
  );
  return [
    '# Statistics, constants, operators and names of thresholds',
    '',
    'Generated from src/ir/vocabulary and src/mappings/functions; do not edit.',
    '',
    '| name | kind | category | disposition | evidence | meaning | becomes | source |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
