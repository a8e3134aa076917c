// HTML as text. Everything that comes from a report goes through `text`; only what this folder writes itself is markup.
import { escapeMarkup } from '../../drawing/inert.js';

/** Markup, told apart from text so that neither is taken for the other. */
export type Markup = string & { readonly markup: unique symbol };

/** Text of a report as markup that shows it and does nothing else. */
export const text = (given: string | number): Markup => escapeMarkup(String(given)) as Markup; // escaped just now

/** Markup of pieces: names are escaped, pieces of markup stay, lists are put together. */
export function markup(parts: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return parts.map((part, i) => `${part}${i < values.length ? show(values[i]) : ''}`).join('') as Markup; // put together of markup
}

/** A value in a template. Numbers and `Markup` are taken as they are: text has to be given as `text(...)`. */
export type Piece = Markup | number | readonly Markup[] | undefined;

const show = (value: Piece): string =>
  value === undefined ? '' : typeof value === 'object' ? value.join('') : String(value);

/** Markup that another writer has made, for instance a drawing. */
export const made = (markup: string): Markup => markup as Markup; // the writer has escaped it

export const nothing = '' as Markup; // no text at all

/** Rows of a list where there are any. */
export const when = (condition: boolean, markup: () => Markup): Markup => (condition ? markup() : nothing);
