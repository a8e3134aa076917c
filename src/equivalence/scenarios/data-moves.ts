// Changes what a block reads: what it compares, both ways and around the limits; what it only passes on, as texts of all kinds; the clock at its edges.
import type { Expr } from '../../ir/nodes.js';
import {
  withData,
  withExtension,
  withStatistic,
  withUserData,
} from '../../runtime-check/explore/edit-scenario.js';
import { zoneName } from '../../runtime-check/world/calendar.js';
import { subexpressions } from '../../ir/walk.js';
import { literalOf } from './inverses.js';
import { atTime, startingAt, startOf, turningPoints } from './moments.js';
import type { Move, MoveBase } from './move.js';
import { isComparison, isJoin } from './program-code.js';
import { around, usualTexts } from './values.js';
import { wishes, zoneOf, type WishContext } from './wishes.js';

/** Where services are asked. */
const address = 'http://services.invalid';

/** Milliseconds after a full second: more than half of one, so that rounding shows, too. */
const withinSecond = 789;
const halfHours = 'Asia/Kolkata';
/** Seconds. */
const afterMidnight = 900;

export function* dataMoves(base: MoveBase): Generator<Move> {
  const { block, log, code, stay } = base;
  const strategy = code.placed(block.nodeId)?.strategy;
  if (strategy === undefined) return;
  const context: WishContext = { code, log, strategy, at: stay.from };
  for (const { node, left, right, block: where } of log.compared) {
    if (where !== block) continue;
    for (const scenario of [
      ...around(literalOf(node.right) ?? right, node.right.type).flatMap((value) =>
        wishes(node.left, value, context),
      ),
      ...around(literalOf(node.left) ?? left, node.left.type).flatMap((value) =>
        wishes(node.right, value, context),
      ),
    ])
      yield { scenario };
  }
  for (const expr of truthsOf(code.expressions(block)))
    for (const value of [1, 0, 'yes', 2])
      for (const scenario of wishes(expr, value, context)) yield { scenario };
  const { scenario } = log;
  const own = log.reads.filter((read) => read.block === block);
  for (const { read } of own) {
    const [name = '', second = ''] = read.name;
    if (read.kind === 'udata')
      for (const text of usualTexts) yield { scenario: withUserData(scenario, name, text) };
    // An address, or nobody has set it; authorization is set apart.
    if (read.kind === 'setting') yield { scenario: withData(scenario, name, address) };
    if (read.kind === 'extension')
      for (const text of usualTexts) yield { scenario: withExtension(scenario, name, text) };
    if (read.kind === 'statistic')
      for (const value of [0, 1, 1.5, 1000]) yield { scenario: withStatistic(scenario, name, second, value) };
    if (read.kind === 'draw')
      for (const draw of [0, 0.5, 0.999_999])
        yield {
          scenario: { ...scenario, random: Array<number>(8).fill(draw) },
          words: `every draw is ${String(draw)}`,
        };
  }
  if (!own.some(({ read }) => read.kind === 'clock')) return;
  yield {
    scenario: { ...scenario, clock: new Date(startOf(scenario) + withinSecond).toISOString() },
    words: 'within a second of the clock',
  };
  // There the minutes differ from those of UTC, too, and right after midnight the day.
  yield {
    scenario: startingAt(
      { ...scenario, zone: halfHours },
      atTime(halfHours, startOf(scenario), afterMidnight),
      stay.from,
    ),
    words: 'right after midnight in a zone with half hours',
  };
  for (const zone of zonesIn(base))
    for (const [what, at] of turningPoints(zone, startOf(scenario)))
      yield { scenario: startingAt(scenario, at, stay.from), words: `${what} in ${zone}` };
}

/** What counts as true or false by itself: operands and conditions that compare nothing. */
function truthsOf(expressions: readonly Expr[]): readonly Expr[] {
  const found = new Set<Expr>();
  for (const expr of expressions) {
    const open = [expr];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (isJoin(next)) open.push(next.left, next.right);
      else if (next.kind === 'unary' && next.op === '!') open.push(next.operand);
      else if (!isComparison(next) && (next !== expr || expr.kind === 'call' || expr.kind === 'variable'))
        found.add(next);
    }
  }
  return [...found];
}

/** Zones in which the block reads the clock, with the zone of the platform. */
function zonesIn({ code, block, log: { scenario } }: MoveBase): readonly string[] {
  const zones = code
    .expressions(block)
    .flatMap((expr) => [...subexpressions(expr)])
    .flatMap((part) =>
      part.kind === 'call' && part.name.endsWith('InZone') ? [zoneOf(part, scenario)] : [],
    );
  return [...new Set([...zones, zoneName(scenario.zone ?? 'UTC') ?? 'UTC'])].slice(0, 3);
}
