// Inputs that fit each segment of a segmentation, and those right beside its edges.
import type { Block } from '../../ir/nodes.js';
import {
  withAnswers,
  withFailure,
  withInteraction,
  withListItem,
  withTreatment,
  withUserData,
  withWorld,
} from '../../runtime-check/explore/edit-scenario.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import { localTime, zoneName } from '../../runtime-check/world/calendar.js';
import { atTime, onDate, onWeekday, secondsOf, startingAt, startOf } from './moments.js';
import type { Move, MoveBase } from './move.js';
import type { SourceLog, Stay } from './source-log.js';
import { around } from './values.js';
import { treatedIn } from './treated-in.js';

interface Segment {
  readonly port: string;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly list: string;
}

function segmentsOf(block: Block): readonly Segment[] {
  const { segments = [] } = block.properties as {
    readonly segments?: readonly Readonly<Record<string, { readonly value?: string } | undefined>>[];
  };
  return segments.map((row) => {
    const text = (name: string): string => String(row[name]?.value ?? '');
    return {
      port: text('port'),
      value: text('value'),
      from: text('from'),
      to: text('to'),
      list: text('list'),
    };
  });
}

export function* segmentMoves({ log, stay, block }: MoveBase): Generator<Move> {
  const segments = segmentsOf(block);
  const zone = zoneNamed(block, log.scenario);
  for (const segment of segments) {
    const edges = [segment.value, segment.from, segment.to].filter((text) => text !== '');
    switch (block.type) {
      case 'ANI':
      case 'DNIS':
        yield* numbers(block.type === 'ANI' ? 'ani' : 'dnis', segment, edges, log.scenario);
        break;
      case 'Time':
        for (const seconds of edges
          .flatMap((text) => rangeOf(text).map(secondsOf))
          .filter((each) => each !== undefined))
          for (const [words, shift] of timeEdges)
            yield at(
              log,
              stay,
              atTime(zone, startOf(log.scenario), seconds) + shift * 1000,
              `${words} in ${segment.port}`,
            );
        break;
      case 'Date':
        for (const text of edges.flatMap(rangeOf)) yield* dates(text, zone, segment, { log, stay });
        break;
      case 'DayOfWeek':
        for (const day of [0, 1, 2, 3, 4, 5, 6])
          yield at(log, stay, onWeekday(zone, startOf(log.scenario), day), `on day ${String(day)}`);
        break;
      case 'Business':
      case 'ClassifySegmentation':
      case 'ScreenSegmentation':
        yield* attached(segment, { log, block });
        break;
      case 'ErrorSegmentation':
        yield* errors(segment.value === '' ? segment.port : segment.value, log);
        break;
      default:
    }
    if (segment.list !== '' && block.type === 'Date')
      yield { scenario: withSpecialDay(segment.list, zone, log.scenario) };
  }
}

const timeEdges = [
  ['a second before an edge', -1],
  ['at an edge', 0],
  ['a minute after an edge', 60],
] as const;

const at = (log: SourceLog, stay: Stay, moment: number, words: string): Move => ({
  scenario: startingAt(log.scenario, moment, stay.from),
  words,
});

const zoneNamed = (block: Block, scenario: Scenario): string => {
  const { zone } = block.properties as { readonly zone?: { readonly value?: string } };
  return zoneName(zone?.value ?? '') ?? zoneName(scenario.zone ?? 'UTC') ?? 'UTC';
};

/** `08:00-12:00` is two edges. */
const rangeOf = (text: string): readonly string[] =>
  /^\S+\s*-\s*\S+$/.test(text) && !/^\d+-\d+-\d+$/.test(text) ? text.split(/\s*-\s*/) : [text];

function* numbers(
  key: 'ani' | 'dnis',
  segment: Segment,
  edges: readonly string[],
  scenario: Scenario,
): Generator<Move> {
  for (const text of edges.flatMap((edge) => [edge, ...rangeOf(edge), ...edge.split(/[,;|]\s*/)])) {
    const whole = text.replaceAll(/[*?xX]/g, '1').trim();
    for (const number of [whole, `${whole}42`, ...around(whole, 'STRING').map(String)])
      yield { scenario: withInteraction(scenario, { [key]: number }) };
  }
  if (segment.list !== '') {
    const number = scenario.interaction?.[key] ?? (key === 'ani' ? '5550100' : '8000');
    yield { scenario: withListItem(scenario, segment.list, number, { value: '1' }) };
  }
}

function* dates(
  text: string,
  zone: string,
  { port }: Segment,
  { log, stay }: Pick<MoveBase, 'log' | 'stay'>,
): Generator<Move> {
  const day = onDate(zone, startOf(log.scenario), text);
  if (day === undefined || Number.isNaN(day)) return;
  const midnight = atTime(zone, day, 0);
  const nextMidnight = atTime(zone, midnight + 36 * 3_600_000, 0);
  for (const moment of [day, midnight, midnight - 1000, nextMidnight - 1000, nextMidnight])
    yield at(
      log,
      stay,
      moment,
      `${new Date(moment).toISOString().slice(11, 19)} UTC around a day of ${port}`,
    );
}

function withSpecialDay(table: string, zone: string, scenario: Scenario): Scenario {
  const { year, month, day } = localTime(zone, startOf(scenario));
  const date = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return withWorld(scenario, {
    specialDays: { ...scenario.world?.specialDays, [table]: { holiday: [date] } },
  });
}

/** What was attached, by an earlier block or before the call came, or found by a classification. */
function* attached(
  { value, port }: Segment,
  { log, block }: Pick<MoveBase, 'log' | 'block'>,
): Generator<Move> {
  const { scenario } = log;
  const keys = log.reads.flatMap(({ block: own, read }) =>
    own === block && read.kind === 'udata' ? [read.name[0] ?? ''] : [],
  );
  for (const name of new Set([value, port].filter((text) => text !== ''))) {
    for (const key of keys) yield { scenario: withUserData(scenario, key, name) };
    yield {
      scenario: withAnswers(scenario, {
        classification: [
          {
            categories: [{ name, id: name, relevancy: 90 }],
            rules: [{ name, id: name, match: true, value: name }],
          },
        ],
      }),
    };
  }
}

/** The last action that could fail, failed with the error of the segment. */
function* errors(error: string, { asked, scenario }: SourceLog): Generator<Move> {
  const last = asked.findLast(({ ask }) => ask.what === 'failure')?.ask;
  if (last?.what === 'failure') yield { scenario: withFailure(scenario, last.action, undefined, error) };
  const treated = asked.findLast(({ ask }) => ask.what === 'treatment');
  if (treated?.block !== undefined)
    yield { scenario: withTreatment(scenario, treatedIn(treated.block), { error }) };
}
