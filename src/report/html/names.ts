// Names of strategies within the report: anchors and files that are the same in every run, and that no system forbids.
import { createHash } from 'node:crypto';
import type { ReportStrategy } from '../model.js';

/** A strategy with its name in the report; unique, of letters, digits and `-`. */
export interface Named {
  readonly strategy: ReportStrategy;
  readonly anchor: string;
}

/** Strategies with their names. Two of one kind, name and file are told apart by their order. */
export function* named(strategies: Iterable<ReportStrategy>): Generator<Named> {
  const taken = new Map<string, number>();
  for (const strategy of strategies) {
    const { kind, file, name } = strategy;
    const hash = createHash('sha256')
      .update(JSON.stringify([kind, file, name]))
      .digest('hex')
      .slice(0, 8);
    const word = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40)
      .replace(/^-+|-+$/g, '');
    const anchor = `s-${word}${word === '' ? '' : '-'}${hash}`;
    const before = taken.get(anchor) ?? 0;
    taken.set(anchor, before + 1);
    yield { strategy, anchor: before === 0 ? anchor : `${anchor}-${String(before + 1)}` };
  }
}
