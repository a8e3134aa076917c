// The folder that `audit -o` fills: rows and texts are written as they come, under other names, and put in place together in the end.
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { estateTables } from '../../audit/tables/estate-tables.js';
import { strategyTables, type Cell } from '../../audit/tables/strategy-tables.js';
import { callGraphDrawing, testPlanOf, testPlanTitle } from '../../audit/tables/texts.js';
import type { Cutover } from '../../audit/cutover.js';
import type { AuditedStrategy, Estate } from '../../audit/estate.js';
import type { TestCall } from '../../audit/facts.js';
import { reasonOf } from '../../batch/system-errors.js';
import { csvRow } from '../../report/formats/csv-rows.js';
import { inert } from '../../report/formats/inert.js';

/** Writes the files of an audit; every call gives the reason when the system refuses, and nothing after that does anything. */
export interface AuditFiles {
  readonly add: (strategy: AuditedStrategy, scenarios: readonly TestCall[]) => void;
  /** Writes what is known of all, the report in chunks, and puts everything in place. Gives the reasons for what could not be done. */
  readonly close: (
    estate: Estate,
    cutover: Cutover | undefined,
    report: Iterable<string>,
  ) => readonly string[];
  /** Takes away what was begun. */
  readonly abandon: () => void;
}

/** Every name that an audit may write. */
export const auditFileNames: readonly string[] = [
  ...strategyTables.map(({ file }) => file),
  'inventory.csv',
  'calls.csv',
  'order.csv',
  'missing.csv',
  'keys.csv',
  'duplicates.csv',
  'waits.csv',
  'urs.csv',
  'assumptions.csv',
  'cutover.csv',
  'tests.md',
  'calls.mmd',
  'report.json',
];

interface Open {
  readonly name: string;
  readonly handle: number;
}

/** Rows are gathered up to this many characters before they are written. */
const bufferSize = 1 << 16;

/** Begins the files in `folder`, which exists. */
export function openAuditFiles(folder: string): AuditFiles {
  const opened: Open[] = [];
  const buffers = new Map<string, string>();
  let refusal: string | undefined;
  const temporary = (name: string): string => path.join(folder, `.${name}.part`);
  const attempt = (name: string, work: () => void): void => {
    if (refusal !== undefined) return;
    try {
      work();
    } catch (error) {
      refusal = `"${path.join(folder, name)}" cannot be written: ${reasonOf(error)}.`;
    }
  };
  const flush = (name: string): void => {
    const file = opened.find((each) => each.name === name);
    if (file !== undefined) writeSync(file.handle, buffers.get(name) ?? '');
    buffers.set(name, '');
  };
  const write = (name: string, text: string): void => {
    attempt(name, () => {
      if (!opened.some((each) => each.name === name))
        opened.push({ name, handle: openSync(temporary(name), 'w') });
      const gathered = (buffers.get(name) ?? '') + text;
      buffers.set(name, gathered);
      if (gathered.length > bufferSize) flush(name);
    });
  };
  const writeRows = (name: string, rows: readonly (readonly Cell[])[]): void => {
    // Names come from files: what steers a terminal or turns text around does nothing in a cell, either.
    for (const row of rows)
      write(name, csvRow(row.map((cell) => (typeof cell === 'string' ? inert(cell) : cell))));
  };
  const abandon = (): void => {
    for (const { name, handle } of opened.splice(0)) {
      closeSync(handle);
      rmSync(temporary(name), { force: true });
    }
  };
  for (const { file, titles } of strategyTables) writeRows(file, [titles]);
  write('tests.md', testPlanTitle);

  return {
    add: (strategy, scenarios) => {
      for (const { file, rows } of strategyTables) writeRows(file, rows(strategy));
      const plan = testPlanOf(strategy, scenarios);
      if (plan !== '') write('tests.md', plan);
    },
    close: (estate, cutover, report) => {
      for (const { file, titles, rows } of estateTables(estate, cutover)) {
        writeRows(file, [titles]);
        writeRows(file, rows());
      }
      write('calls.mmd', callGraphDrawing(estate.graph));
      for (const chunk of report) write('report.json', chunk);
      for (const { name } of opened) attempt(name, () => flush(name));
      if (refusal === undefined) {
        for (const { name, handle } of opened.splice(0)) {
          attempt(name, () => {
            closeSync(handle);
            renameSync(temporary(name), path.join(folder, name));
          });
        }
      }
      if (refusal !== undefined) abandon();
      return refusal === undefined ? [] : [refusal];
    },
    abandon,
  };
}
