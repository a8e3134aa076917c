import { describe, expect, it } from 'vitest';
import { mappings, type MappingsOptions } from '../../src/cli/commands/mappings.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { mappingEntries } from '../../src/mappings/listing.js';
import { plainPaint } from '../../src/report/formats/format.js';

/** What `mappings` prints. */
async function printed(options: Partial<MappingsOptions>): Promise<string> {
  const written: string[] = [];
  const sink = { write: (text: string) => void written.push(text), paint: plainPaint, isTerminal: false };
  const terminal: Terminal = { env: {}, cwd: '.', out: sink, err: sink };
  const usual = { format: 'pretty', kind: [], disposition: [], evidence: [], plugin: [] } as const;
  expect(await mappings({ ...usual, overrides: false, ...options }, terminal)).toBe(0);
  return written.join('');
}

interface Listed {
  readonly known: number;
  readonly totals: {
    readonly entries: number;
    readonly byKind: Readonly<Record<string, number>>;
    readonly byDisposition: Readonly<Record<string, number>>;
    readonly byEvidence: Readonly<Record<string, number>>;
  };
  readonly entries: readonly {
    readonly kind: string;
    readonly disposition: string;
    readonly evidence: string;
  }[];
}
// The shape is that of the JSON format.
const listed = async (options: Partial<MappingsOptions>): Promise<Listed> =>
  JSON.parse(await printed({ ...options, format: 'json' })) as Listed;
const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((a, b) => a + b, 0);

describe('mappings', () => {
  it('lists everything as JSON, with counts that add up', async () => {
    const { known, totals, entries } = await listed({});
    expect(known).toBe(mappingEntries().length);
    expect(entries).toHaveLength(known);
    for (const counts of [totals.byKind, totals.byDisposition, totals.byEvidence])
      expect(sum(counts)).toBe(known);
  });

  it('filters by kind, disposition and evidence, several values each', async () => {
    const some = await listed({
      kind: ['object', 'function'],
      disposition: ['exact'],
      evidence: ['documented', 'observed'],
    });
    expect(some.entries.length).toBeGreaterThan(0);
    expect(some.totals.entries).toBe(some.entries.length);
    expect(some.known).toBe(mappingEntries().length);
    for (const { kind, disposition, evidence } of some.entries) {
      expect(['object', 'function']).toContain(kind);
      expect(disposition).toBe('exact');
      expect(['documented', 'observed']).toContain(evidence);
    }
  });

  it('says how many of how many when it filters, and nothing more when nothing is left', async () => {
    const known = mappingEntries().length;
    expect(await printed({})).toMatch(
      new RegExp(`\nEntries: ${String(known)}: .*\nDisposition: .*\nEvidence: .*\n$`),
    );
    expect(await printed({ disposition: ['unreachable'] })).toBe(`Entries: 0 of ${String(known)}\n`);
  });

  it('writes one CSV row for each entry, safe for spreadsheets', async () => {
    const rows = (await printed({ format: 'csv' })).split('\r\n');
    expect(rows).toHaveLength(mappingEntries().length + 2);
    expect(rows[0]).toMatch(/^kind,name,title,aliases,/);
    expect(rows.at(-1)).toBe('');
    for (const row of rows) expect(row).not.toMatch(/(?:^|,)"?[=+@-]/);
  });

  it('writes a Markdown table', async () => {
    const table = (await printed({ format: 'md', kind: ['object'] }))
      .split('\n')
      .filter((line) => line.startsWith('| '));
    expect(table).toHaveLength((await listed({ kind: ['object'] })).entries.length + 1);
  });
});
