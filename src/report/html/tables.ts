// Tables that can be read as they are; the script of the page lets them be sorted and filtered.
import { made, markup, nothing, text, type Markup } from './markup.js';

export interface Column {
  readonly title: string;
  /** Figures stand right. */
  readonly isNumber?: boolean;
  /** A few words that occur again and again: the filter offers them. */
  readonly isChoice?: boolean;
}

/** Begin and end of a table, for rows that come one after the other. */
export function tableStart(caption: string, columns: readonly Column[]): Markup {
  const heads = columns.map(
    ({ title, isNumber, isChoice }) =>
      markup`<th scope="col"${made(isNumber === true ? ' class="n"' : isChoice === true ? ' class="choice"' : '')}>${text(title)}</th>`,
  );
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${text(caption)}"><table class="data"><caption>${text(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>
`;
}

export const tableEnd = markup`</tbody></table></div>
`;

/** A row; `id` where something leads to it. */
export function row(columns: readonly Column[], cells: readonly Markup[], attributes = nothing): Markup {
  const shown = cells.map(
    (cell, i) => markup`<td${made(columns[i]?.isNumber === true ? ' class="n"' : '')}>${cell}</td>`,
  );
  return markup`<tr${attributes}>${shown}</tr>
`;
}

/** A whole table; nothing when it has no row. */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Markup[])[],
): Markup =>
  rows.length === 0
    ? nothing
    : markup`${tableStart(caption, columns)}${rows.map((cells) => row(columns, cells))}${tableEnd}`;
