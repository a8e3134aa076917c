// The tables about all strategies together: written when every one has been looked at.
import { allowedValues, assumption, isAssumption } from '../../ir/assumptions/table.js';
import type { Cutover } from '../cutover.js';
import type { Estate } from '../estate.js';
import type { Waits } from '../facts.js';
import type { Cell } from './strategy-tables.js';

export interface EstateTable {
  readonly file: string;
  readonly titles: readonly string[];
  /** Made when they are asked for, so that only those of one table are there at a time. */
  readonly rows: () => readonly (readonly Cell[])[];
}

/** The switch that answers an open question otherwise; '' when only one answer is built. */
export function switchOf(id: string): string {
  const [, other] = isAssumption(id) ? allowedValues(id) : [];
  return other === undefined ? '' : `--assume ${id}=${/\s/.test(other) ? `"${other}"` : other}`;
}

/** All tables about the estate, the cut-over sheet only when there is one. */
export function estateTables(estate: Estate, cutover: Cutover | undefined): readonly EstateTable[] {
  const { lines, inventory, graph, duplicates, keys, assumptions } = estate;
  const unused = new Set(graph.unused.map(({ file, name }) => `${file}\u0000${name}`));
  return [
    {
      file: 'inventory.csv',
      titles: ['kind', 'name', 'class', 'uses', 'strategies', 'a mapping would complete', 'cost of one'],
      rows: () =>
        inventory.map((each) => [
          each.kind,
          each.name,
          each.class,
          each.count,
          each.strategies,
          each.unblocks,
          each.cost,
        ]),
    },
    {
      file: 'calls.csv',
      titles: ['caller', 'kind', 'called', 'count', 'among the files'],
      rows: () =>
        graph.edges.map(({ caller, kind, name, count, found }) => [
          caller,
          kind,
          name,
          count,
          found ? 'yes' : 'no',
        ]),
    },
    {
      file: 'order.csv',
      titles: ['place', 'wave', 'strategy', 'kind', 'file', 'cycle', 'called by none'],
      rows: () =>
        graph.order.map(({ wave, name, kind, file, cycle }, index) => [
          index + 1,
          wave,
          name,
          kind,
          file,
          cycle ?? '',
          unused.has(`${file}\u0000${name}`) ? 'yes' : '',
        ]),
    },
    {
      file: 'missing.csv',
      titles: ['kind', 'name', 'callers', 'called by'],
      rows: () =>
        graph.missing.map(({ kind, name, callers }) => [kind, name, callers.length, callers.join(', ')]),
    },
    {
      file: 'keys.csv',
      titles: ['key', 'strategies that read', 'strategies that write', 'types'],
      rows: () => keys.map(({ key, readers, writers, types }) => [key, readers, writers, types.join(', ')]),
    },
    {
      file: 'waits.csv',
      titles: ['strategy', 'longest wait in seconds', 'way', 'may repeat', 'without end', 'not known'],
      rows: () =>
        lines.flatMap(({ name, kind, waits }) => (kind === 'process' ? [] : [waitRow(name, waits)])),
    },
    {
      file: 'urs.csv',
      titles: ['strategy', 'name', 'why', 'count'],
      rows: () =>
        lines.flatMap(({ name: strategy, urs }) =>
          urs.map(({ name, why, count }) => [strategy, name, why, count]),
        ),
    },
    {
      file: 'duplicates.csv',
      titles: ['alike', 'strategies'],
      rows: () => [
        ...duplicates.exact.map(({ members }): readonly Cell[] => ['copies', members.join(', ')]),
        ...duplicates.near.map(({ a, b, similarity }): readonly Cell[] => [
          `about ${String(Math.round(similarity * 100))} %`,
          `${a}, ${b}`,
        ]),
      ],
    },
    {
      file: 'assumptions.csv',
      titles: ['assumption', 'question', 'answer taken', 'evidence', 'strategies', 'switch'],
      rows: () =>
        assumptions.map(({ name, strategies }) => {
          const row = isAssumption(name) ? assumption(name) : undefined;
          return [
            name,
            row?.question ?? '',
            row?.default ?? '',
            row?.evidence ?? '',
            strategies,
            switchOf(name),
          ];
        }),
    },
    ...(cutover === undefined ? [] : [cutoverTable(cutover)]),
  ];
}

const waitRow = (name: string, waits: Waits): readonly Cell[] => [
  name,
  waits.longest ?? (waits.endless.length > 0 ? 'without end' : 'not known'),
  waits.path.map(({ block, seconds }) => `${block} ${String(seconds)} s`).join(', '),
  waits.repeats ? 'yes' : 'no',
  waits.endless.join(', '),
  waits.computed.join(', '),
];

const cutoverTable = ({ lines }: Cutover): EstateTable => ({
  file: 'cutover.csv',
  titles: [
    'wave',
    'dn',
    'switch',
    'strategy',
    'status',
    'page',
    'option',
    'default destination',
    'step back',
    'note',
  ],
  rows: () =>
    lines.map((line) => [
      line.wave ?? '',
      line.dn,
      line.switch,
      line.strategy,
      line.status,
      line.page,
      line.option,
      line.default,
      line.stepBack,
      line.note,
    ]),
});
