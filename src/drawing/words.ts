// How much room text takes, and where it is broken. Drawings are made where there are no fonts: widths are estimates that err on the wide side.
import { inert } from './inert.js';

/** Widths in parts of the font's size, for a sans-serif font. */
const narrow = /[iljtfrI.,:;'|!()[\]{} ]/;
const broad = /[mwMW@%]/;
/** Wide characters of East Asia, and pictures. */
const full =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud800-\udbff]/;

/** Width of a line of text at a size of `size`. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) {
    width += full.test(character)
      ? 1.05
      : narrow.test(character)
        ? 0.36
        : broad.test(character)
          ? 0.95
          : /[A-Z_]/.test(character)
            ? 0.7
            : 0.58;
  }
  return Math.ceil(width * size);
}

/** Text on at most `most` lines of some `length` characters each, broken between words where that is possible. What does not fit ends with dots. */
export function wrap(given: string, length: number, most: number): readonly string[] {
  const words = inert(given)
    .trim()
    .split(/\s+/)
    .flatMap((word) => pieces(word, length));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, most);
  if (lines.length > most) shown[most - 1] = `${clip(shown[most - 1] ?? '', length - 1)}\u2026`;
  return shown.length === 0 ? [''] : shown;
}

/** The lines of a label; blank ones say nothing. */
export const labelLines = (label: string): readonly string[] =>
  label.split('\n').filter((line) => inert(line).trim() !== '');

/** Text of at most `length` characters on one line. */
export const shorten = (text: string, length: number): string => {
  const plain = inert(text).trim();
  return plain.length <= length ? plain : `${clip(plain, length - 1)}\u2026`;
};

function pieces(word: string, length: number): readonly string[] {
  if (word.length <= length) return [word];
  const found: string[] = [];
  for (let rest = word; rest !== '';) {
    const cut = clip(rest, length);
    // A name breaks behind its marks, if it has any.
    const mark = /^.*[_.@/:-]/.exec(cut)?.[0] ?? '';
    const piece = rest.length > length && mark.length > length / 2 ? mark : cut;
    found.push(piece);
    rest = rest.slice(piece.length);
  }
  return found;
}

/** The first characters, no pair of surrogates torn apart. */
const clip = (text: string, length: number): string =>
  text.slice(0, Math.max(1, length)).replace(/[\ud800-\udbff]$/, '');
