// The tables that have rows for each strategy: they are written while strategies are looked at, one after the other.
import type { AuditedStrategy } from '../estate.js';
import type { Use } from '../facts.js';

export type Cell = string | number;

/** A file of rows with a first line of titles. */
export interface StrategyTable {
  readonly file: string;
  readonly titles: readonly string[];
  readonly rows: (strategy: AuditedStrategy) => readonly (readonly Cell[])[];
}

const place = ({ file }: AuditedStrategy, { places: [first] }: Pick<Use, 'places'>): string =>
  first === undefined ? '' : `${file}:${String(first.line)}:${String(first.column)}`;

/** What the writing of a key becomes. */
const inOrchestration: Readonly<Record<string, string>> = {
  attach: 'replaces a pair of the same key, where IRD adds a second one',
  update: 'replaces the value, as in IRD',
  delete: 'deletes the key',
  read: 'reads the value; empty when it is missing',
};

/** All tables by strategy. */
export const strategyTables: readonly StrategyTable[] = [
  {
    file: 'strategies.csv',
    titles: ['strategy', 'kind', 'file', 'status', 'blocks', 'effort units', 'effort minutes', 'why'],
    rows: ({ name, kind, file, status, blocks, facts: { effort } }) => [
      [name, kind, file, status, blocks, effort.units, effort.minutes, effort.why],
    ],
  },
  {
    file: 'constructs.csv',
    titles: ['strategy', 'file', 'kind', 'name', 'class', 'count'],
    rows: ({ name, file, facts }) =>
      facts.constructs.map((each) => [name, file, each.kind, each.name, each.class, each.count]),
  },
  {
    file: 'uses.csv',
    titles: ['strategy', 'kind', 'name', 'access', 'type', 'count', 'first place'],
    rows: (strategy) =>
      strategy.facts.uses.map((use) => [
        strategy.name,
        use.kind,
        use.name,
        use.access,
        use.type,
        use.count,
        place(strategy, use),
      ]),
  },
  {
    file: 'contract.csv',
    titles: ['strategy', 'key', 'access', 'type', 'count', 'in Orchestration', 'first place'],
    rows: (strategy) =>
      strategy.facts.uses
        .filter(({ kind }) => kind === 'attached data')
        .map((use) => [
          strategy.name,
          use.name,
          use.access,
          use.type,
          use.count,
          inOrchestration[use.access] ?? '',
          place(strategy, use),
        ]),
  },
  {
    file: 'ends.csv',
    titles: ['strategy', 'block', 'port', 'why', 'default destination', 'place'],
    rows: ({ name, file, facts: { ends, defaults } }) =>
      ends.map(({ block, port, why, place: { line, column } }) => [
        name,
        block,
        port,
        why,
        defaults.join(' or '),
        `${file}:${String(line)}:${String(column)}`,
      ]),
  },
];
