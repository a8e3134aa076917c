// Rows of CSV as spreadsheets read them, and as they must not: a cell that begins like a formula would be run when the file is opened.
import type { CsvDelimiter } from './format.js';

/** One line of cells, with its line end. */
export const csvRow = (cells: readonly (string | number)[], delimiter: CsvDelimiter = ','): string =>
  `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;

function csvCell(cell: string | number, delimiter: CsvDelimiter): string {
  if (typeof cell === 'number') return String(cell);
  // An apostrophe makes spreadsheets take the cell for text.
  const safe =
    /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) || /^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) || safe.includes(delimiter) || safe !== safe.trim()
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
