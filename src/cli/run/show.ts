// What the commands of `run` show. Everything that comes from a page is made inert here.
import { codeFrame, type Span } from '../../diagnostics/index.js';
import { inert } from '../../report/formats/inert.js';
import { clock, traceLine } from '../../runtime-check/trace-format.js';
import type { Detail, Step } from '../../runtime-check/index.js';
import type { Console } from './console.js';

/** Lines of one value that are shown. */
const mostLines = 200;

/** Prints what the run has done since the last time; `all`: details, too. Gives all of it, and how many lines were printed. */
export function showNews(
  { run, paint, print, settings }: Console,
  { all = settings.detailed, most = Infinity }: { readonly all?: boolean; readonly most?: number } = {},
): { readonly news: readonly (Step | Detail)[]; readonly lines: number } {
  const news = run.news();
  const shown = news.filter(
    (entry) => all || 'params' in entry || entry.kind === 'log' || entry.kind === 'cut',
  );
  print(...shown.slice(0, Math.max(0, most)).map((entry) => traceLine(entry, paint)));
  return { news, lines: shown.length };
}

/** Where the run stands, in one line. */
export function standing({ run, page, paint }: Pick<Console, 'run' | 'page' | 'paint'>): string {
  const { stop } = run;
  const states = pathOf(run.view().states, page);
  const where = `  ${clock(run.now)}  ${paint.strong(states === '' ? '(no state)' : states)}`;
  if (stop === undefined) return where;
  switch (stop.kind) {
    case 'idle':
      return `${where}, waiting: nothing is left that could happen by itself`;
    case 'final':
    case 'budget':
    case 'failed': {
      const { end, reason } = run.result().value;
      return `  ${clock(run.now)}  end: ${end}, ${inert(reason)}`;
    }
    default:
      return stop satisfies never;
  }
}

/** Active states, each inside the one before it; regions beside each other are set apart. */
function pathOf(states: readonly string[], { document }: Console['page']): string {
  return states
    .map((id, index) => {
      const isInside = document.stateById.get(id)?.parent?.id === states[index - 1];
      return `${index === 0 ? '' : isInside ? ' > ' : ' | '}${inert(id)}`;
    })
    .join('');
}

/** The line of the page that a span is about, with its neighbours. */
export function frame(span: Span | undefined, { source, paint }: Console): readonly string[] {
  if (span === undefined) return [];
  const text = source(span.file);
  const drawn = text === undefined ? '' : codeFrame(text, span);
  const place = `  ${inert(span.file)}:${String(span.start.line)}`;
  return drawn === '' ? [place] : [place, ...drawn.split('\n').map((line) => paint.faint(`  ${line}`))];
}

/** A value as JSON over several lines. */
export function shownValue(value: unknown): readonly string[] {
  const lines = (JSON.stringify(value, null, 2) ?? 'undefined').split('\n').map((line) => `  ${inert(line)}`);
  const hidden = lines.length - mostLines;
  return hidden > 0 ? [...lines.slice(0, mostLines), `  ... and ${String(hidden)} more lines`] : lines;
}

/** A heading with its lines below; nothing when there are none. */
export const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`  ${heading}`, ...lines.map((line) => `    ${line}`)];
