// Differences of strategies for people: on a terminal, and as Markdown for a pull request.
import { inert } from '../../report/formats/inert.js';
import { plural } from '../../report/formats/plural.js';
import type { Paint } from '../../report/formats/format.js';
import { markdownText } from '../tables/texts.js';
import type { StrategyChange } from './compare-strategies.js';

/** What became of one strategy of two files. */
export interface ComparedStrategy {
  readonly name: string;
  readonly kind: string;
  readonly change: 'added' | 'removed' | 'changed' | 'same';
  readonly changes: readonly StrategyChange[];
}

/** One difference in words, without names of the input in them. */
function titleOf({ kind, detail }: StrategyChange): string {
  switch (kind) {
    case 'setting':
      return `setting ${detail}`;
    case 'link':
      return `port ${detail} leads to`;
    default:
      return kind;
  }
}

const nothing = '-';

export function* renderStrategies(compared: readonly ComparedStrategy[], paint: Paint): Generator<string> {
  if (compared.every(({ change }) => change === 'same')) {
    yield 'No difference.\n';
    return;
  }
  for (const { name, kind, change, changes } of compared) {
    if (change === 'same') continue;
    const count = change === 'changed' ? `: ${plural(changes.length, 'difference')}` : ` ${change}`;
    yield `${paint.strong(`${kind} "${inert(name)}"`)}${count}\n`;
    for (const each of changes) {
      const { kind: what, subject, old, new: now, place } = each;
      const where =
        place === null
          ? ''
          : paint.faint(`  ${inert(place.file)}:${String(place.line)}:${String(place.column)}`);
      const about = subject === '' ? '' : ` ${inert(subject)}`;
      if (what === 'block added') yield `  ${paint.good('+')}${about} (${inert(now ?? '')})${where}\n`;
      else if (what === 'block removed')
        yield `  ${paint.error('-')}${about} (${inert(old ?? '')})${where}\n`;
      else {
        yield `  ${paint.warning('~')}${about} ${inert(titleOf(each))}${where}\n`;
        yield `      ${paint.error(`- ${inert(old ?? nothing)}`)}\n      ${paint.good(`+ ${inert(now ?? nothing)}`)}\n`;
      }
    }
  }
}

export function* renderStrategiesMarkdown(compared: readonly ComparedStrategy[]): Generator<string> {
  yield '# Differences of strategies\n\n';
  if (compared.every(({ change }) => change === 'same')) {
    yield 'No difference.\n';
    return;
  }
  for (const { name, kind, change, changes } of compared) {
    if (change === 'same') continue;
    yield `## ${markdownText(`${kind} ${name}`)}${change === 'changed' ? '' : ` ${change}`}\n\n`;
    if (changes.length === 0) continue;
    yield '| what | where | before | after |\n|---|---|---|---|\n';
    for (const each of changes) {
      const cells = [titleOf(each), each.subject, each.old ?? nothing, each.new ?? nothing];
      yield `| ${cells.map(markdownText).join(' | ')} |\n`;
    }
    yield '\n';
  }
}
