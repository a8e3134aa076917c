// Days and times at which the scripts of a diagram may decide otherwise. Scripts are not read: the zones and times that they write are.
import type { Block } from '../../ir/nodes.js';
import { valuesOf } from '../../ir/walk.js';
import { zoneName } from '../../runtime-check/world/calendar.js';
import { atTime, onWeekday, secondsOf, startingAt, startOf, turningPoints } from './moments.js';
import type { Move, MoveBase } from './move.js';

/** The functions of a session, and the clock of ECMAScript. */
const readsClock = /\bnew Date\b|\b(?:time|date|day)InZone\b|_genesys\.session\.(?:time|date|day)\b/;
const zones = /InZone\(\s*['"](?<zone>[^'"]+)['"]/g;
const times = /\b\d{1,2}:\d{2}(?::\d{2})?\b/g;

const scriptsOf = (block: Block): readonly string[] =>
  valuesOf(block).flatMap((value) => (value.kind === 'ecmascript' ? [value.code] : []));

export function* calendarMoves({ block, code, log: { scenario }, stay }: MoveBase): Generator<Move> {
  const own = scriptsOf(block);
  if (!own.some((script) => readsClock.test(script))) return;
  const all = code.blocks.flatMap((placed) => scriptsOf(placed.block)).join('\n');
  const written = new Set([...all.matchAll(times)].flatMap(([text]) => secondsOf(text) ?? []));
  const now = startOf(scenario);
  const at = (moment: number, words: string): Move => ({
    scenario: startingAt(scenario, moment, stay.from),
    words,
  });
  for (const zone of zonesIn(own, scenario.zone)) {
    for (const day of [0, 1, 2, 3, 4, 5, 6])
      yield at(onWeekday(zone, now, day), `on day ${String(day)} in ${zone}`);
    for (const seconds of written)
      for (const [words, shift] of edges)
        yield at(atTime(zone, now, seconds + shift), `${words} a time in ${zone}`);
    for (const [words, moment] of turningPoints(zone, now)) yield at(moment, `${words} in ${zone}`);
  }
}

const edges = [
  ['a second before', -1],
  ['at', 0],
  ['a second after', 1],
] as const;

/** Zones that the scripts name; else that of the platform. */
function zonesIn(scripts: readonly string[], platform = 'UTC'): readonly string[] {
  const named = scripts.flatMap((script) =>
    [...script.matchAll(zones)].flatMap(({ groups }) => zoneName(groups?.['zone'] ?? '') ?? []),
  );
  return named.length > 0 ? [...new Set(named)] : [zoneName(platform) ?? 'UTC'];
}
