// Code frames: the lines around a finding, with the place underlined.
import type { Span } from './span.js';

const widest = 140;

/** Draws the source line of `span` with its neighbours, `context` lines each side; '' when the text does not have the line. */
export function codeFrame(text: string, span: Span, context = 1): string {
  const lines = text.split(/\r\n|\r|\n/);
  const at = span.start.line - 1;
  if (at < 0 || at >= lines.length || span.start.offset === span.end.offset) return '';
  const from = Math.max(0, at - context);
  const to = Math.min(lines.length - 1, at + context);
  const gutter = String(to + 1).length;
  // A long line is cut around the finding, so that the frame fits a terminal.
  const left = Math.max(0, span.start.column - 1 - Math.floor(widest / 2));
  const out: string[] = [];
  for (let i = from; i <= to; i++) {
    const shown = printable((lines[i] ?? '').slice(left, left + widest));
    out.push(`${i === at ? '>' : ' '} ${String(i + 1).padStart(gutter)} | ${shown}`);
    if (i === at) {
      const start = span.start.column - 1 - left;
      const sameLine = span.end.line === span.start.line;
      const length = Math.max(
        1,
        Math.min(widest - start, sameLine ? span.end.column - span.start.column : 1),
      );
      out.push(`  ${' '.repeat(gutter)} | ${' '.repeat(start)}${'^'.repeat(length)}`);
    }
  }
  return out.join('\n');
}

// Control characters of hostile input must not reach a terminal; a tab becomes one blank so that columns stay true.
function printable(line: string): string {
  return line.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (c) =>
    c === '\t' ? ' ' : '\u00b7',
  );
}
