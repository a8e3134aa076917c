// `mappings`: what the tables hold, and how much of it by disposition and evidence.
import { dispositions, type Disposition } from '../../mappings/define.js';
import { evidences, type Evidence } from '../../ir/vocabulary/facts.js';
import { entryTitle } from '../../mappings/entry-page.js';
import { entryKinds, type EntryKind } from '../../mappings/entry-kinds.js';
import { entriesAbout, overrideLine } from '../../mappings/overrides/describe.js';
import { mappingEntries, type MappingEntry } from '../../mappings/listing.js';
import { defaultTarget, isVersion, targetGap } from '../../mappings/target-version.js';
import { csvRow } from '../../report/formats/csv-rows.js';
import { countBy } from '../../report/tally.js';
import { version } from '../../version.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { listingFormats } from '../look-up-verbs.js';
import { ownEntries } from '../own-entries.js';
import type { OwnOptions } from '../own-options.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

export interface MappingsOptions extends OwnOptions {
  readonly format: (typeof listingFormats)[number];
  readonly kind: readonly EntryKind[];
  readonly disposition: readonly Disposition[];
  readonly evidence: readonly Evidence[];
  /** Version of Orchestration Server: what needs a later one is marked. */
  readonly target?: string;
}

/** Prints the entries that every filter lets through, and their counts. */
export async function mappings(options: MappingsOptions, terminal: Terminal): Promise<ExitCode> {
  const { target = defaultTarget } = options;
  if (!isVersion(target))
    throw new UsageError(`"${target}" is no version of Orchestration Server, such as 8.1.440.`);
  const own = await ownEntries(options, terminal.cwd);
  const all = mappingEntries().map((entry): ListedEntry => {
    const { kind, name, aliases } = entry;
    return {
      ...entry,
      overridden: entriesAbout(kind, [name, ...aliases], own).map(overrideLine),
      needs: needs(entry.target, target),
    };
  });
  const passes = <T>(wanted: readonly T[], value: T): boolean =>
    wanted.length === 0 || wanted.includes(value);
  const entries = all.filter(
    (entry) =>
      passes(options.kind, entry.kind) &&
      passes(options.disposition, entry.disposition) &&
      passes(options.evidence, entry.evidence),
  );
  const listing: Listing = { entries, totals: totalsOf(entries), known: all.length };
  terminal.out.write(renderers[options.format](listing));
  return exitCodes.clean;
}

interface ListedEntry extends MappingEntry {
  /** What the user decides about it, entry by entry. */
  readonly overridden: readonly string[];
  /** The version that it needs, when the target is an earlier one. */
  readonly needs: string | null;
}

interface Totals {
  readonly entries: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly byDisposition: Readonly<Record<string, number>>;
  readonly byEvidence: Readonly<Record<string, number>>;
  readonly overridden: number;
  /** Entries that need a later version than the target. */
  readonly beyondTarget: number;
}

interface Listing {
  readonly entries: readonly ListedEntry[];
  readonly totals: Totals;
  /** Entries before any filter. */
  readonly known: number;
}

const totalsOf = (entries: readonly ListedEntry[]): Totals => ({
  entries: entries.length,
  byKind: countBy(
    entries.map(({ kind }) => kind),
    entryKinds,
  ),
  byDisposition: countBy(
    entries.map(({ disposition }) => disposition),
    dispositions,
  ),
  byEvidence: countBy(
    entries.map(({ evidence }) => evidence),
    evidences,
  ),
  overridden: entries.filter(({ overridden }) => overridden.length > 0).length,
  beyondTarget: entries.filter((entry) => entry.needs !== null).length,
});

const renderers: Readonly<Record<MappingsOptions['format'], (listing: Listing) => string>> = {
  pretty: renderPretty,
  json: renderJson,
  csv: renderCsv,
  md: renderMarkdown,
};

const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([word, count]) => `${count} ${word}`)
    .join(', ');

function summary({ totals, known }: Listing): readonly string[] {
  const of = totals.entries === known ? '' : ` of ${known}`;
  return [
    `Entries: ${totals.entries}${of}${totals.entries > 0 ? `: ${counted(totals.byKind)}` : ''}`,
    ...(totals.entries > 0
      ? [`Disposition: ${counted(totals.byDisposition)}`, `Evidence: ${counted(totals.byEvidence)}`]
      : []),
    ...(totals.overridden > 0 ? [`Overridden: ${totals.overridden}`] : []),
    ...(totals.beyondTarget > 0 ? [`Beyond the target: ${totals.beyondTarget}`] : []),
  ];
}

const nameWidth = 40;

const needs = (versions: MappingEntry['target'], target: string): string | null =>
  versions !== null && targetGap(versions, target) !== undefined ? versions.from : null;

const markOf = (entry: ListedEntry): string =>
  `${entry.overridden.length === 0 ? '' : ' overridden'}${entry.needs === null ? '' : ` needs ${entry.needs}`}`;

function renderPretty(listing: Listing): string {
  const rows = listing.entries.map((entry) => {
    const { kind, name, disposition, evidence } = entry;
    return `${name.padEnd(nameWidth)} ${kind.padEnd(9)} ${disposition.padEnd(11)} ${evidence.padEnd(10)}${markOf(entry)}`.trimEnd();
  });
  return `${[...rows, ...(rows.length > 0 ? [''] : []), ...summary(listing)].join('\n')}\n`;
}

function renderJson({ entries, totals, known }: Listing): string {
  const document = { mappings: 1, tool: { name: 'ird2scxml', version }, known, totals, entries };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function renderCsv({ entries }: Listing): string {
  const head = [
    ...['kind', 'name', 'title', 'aliases', 'category', 'disposition', 'evidence', 'name evidence'],
    ...[
      'signature evidence',
      'equivalent evidence',
      'cost',
      'target',
      'becomes',
      'meaning',
      'sources',
      'overridden',
      'needs',
    ],
  ];
  const rows = entries.map((e) => [
    ...[e.kind, e.name, entryTitle(e), e.aliases.join('; '), e.category, e.disposition, e.evidence],
    ...[e.nameEvidence, e.signatureEvidence, e.equivalentEvidence ?? '', e.cost, e.target?.from ?? ''],
    ...[e.about, e.meaning, e.sources.join('; '), e.overridden.join('; '), e.needs ?? ''],
  ]);
  return [head, ...rows].map((row) => csvRow(row)).join('');
}

function renderMarkdown(listing: Listing): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return [
    '# Mappings',
    '',
    ...summary(listing).map((line) => `${line}.  `),
    '',
    '| name | kind | category | disposition | evidence | cost | becomes |',
    '|---|---|---|---|---|--:|---|',
    ...listing.entries.map(
      (e) =>
        `| ${cell(entryTitle(e))} | ${e.kind} | ${cell(e.category)} | ${e.disposition}${markOf(e)} | ${e.evidence} | ${e.cost} | ${cell(e.about)} |`,
    ),
    '',
  ].join('\n');
}
