// Reads an expression backwards: what to change in a scenario so that it comes to a value. Simple functions are inverted, variables followed to what they are
// assigned; where that is not possible, the value itself is tried for what the expression is made of.
import type { Block, Expr, Strategy } from '../../ir/nodes.js';
import {
  withExtension,
  withInteraction,
  withListItem,
  withStatistic,
  withTreatment,
  withUserData,
  withWorld,
} from '../../runtime-check/explore/edit-scenario.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import { localTime, zoneName } from '../../runtime-check/world/calendar.js';
import type { CallExpr } from '../evaluate/context.js';
import { toInteger, toText, type IrdValue } from '../evaluate/values.js';
import type { SourceRead } from '../run/observer.js';
import { answersWith } from './server-answers.js';
import { atTime, onDate, onWeekday, secondsOf, startingAt, startOf } from './moments.js';
import { invertedArithmetic, invertedText } from './inverses.js';
import type { ProgramCode } from './program-code.js';
import type { SourceLog } from './source-log.js';
import { treatedIn } from './treated-in.js';

export interface WishContext {
  readonly code: ProgramCode;
  readonly log: SourceLog;
  readonly strategy: Strategy;
  /** Seconds into the run at which the expression is computed. */
  readonly at: number;
}

const deepest = 8;
const mostDefinitions = 6;

/** Scenarios made from that of the run, in which the expression may have the value. */
export function wishes(expr: Expr, value: IrdValue, context: WishContext, depth = 0): readonly Scenario[] {
  if (depth > deepest) return [];
  switch (expr.kind) {
    case 'variable':
      return variableWishes(expr.name, value, context, depth);
    case 'call':
      return callWishes(expr, value, context, depth);
    case 'binary':
      return invertedArithmetic(expr, value, (part) => clockNumber(part, context)).flatMap(
        ({ part, value: wanted }) => wishes(part, wanted, context, depth + 1),
      );
    case 'unary':
      return wishes(
        expr.operand,
        expr.op === '!' ? (toInteger(value) === 0 ? 1 : 0) : -toInteger(value),
        context,
        depth + 1,
      );
    case 'string':
    case 'number':
    case 'moment':
    case 'constant':
    case 'invalid':
      return [];
  }
}

/** Through what the variable was assigned, what callers handed in, what subroutines handed back. */
function variableWishes(
  name: string,
  value: IrdValue,
  context: WishContext,
  depth: number,
): readonly Scenario[] {
  if (depth > deepest) return [];
  const { code, log } = context;
  return code
    .definitions(context.strategy, name)
    .slice(0, mostDefinitions)
    .flatMap((definition): readonly Scenario[] => {
      switch (definition.from) {
        case 'expression':
          return wishes(definition.expr, value, { ...context, strategy: definition.strategy }, depth + 1);
        case 'variable':
          return variableWishes(
            definition.name,
            value,
            { ...context, strategy: definition.strategy },
            depth + 1,
          );
        case 'answer':
          return [
            ...digitsIn(log, definition.block, toText(value)),
            ...answersWith(log, definition.block, definition.key, toText(value)),
          ];
      }
    });
}

/** The digits that a treatment of a block collects. */
function digitsIn(log: SourceLog, block: Block, digits: string): readonly Scenario[] {
  const isTreated = log.asked.some(({ block: own, ask }) => own === block && ask.what === 'treatment');
  return isTreated ? [withTreatment(log.scenario, treatedIn(block), { digits })] : [];
}

const text = (expr: Expr | undefined): string | undefined => {
  if (expr?.kind === 'string') return expr.value;
  return expr?.kind === 'number' ? expr.raw : undefined;
};

function callWishes(
  call: CallExpr,
  value: IrdValue,
  context: WishContext,
  depth: number,
): readonly Scenario[] {
  const { log } = context;
  const { scenario } = log;
  const wanted = toText(value);
  const [first] = call.args;
  switch (call.name) {
    case 'UData':
    case 'GetUData': {
      return namesRead(log, 'udata', first).map((key) => withUserData(scenario, key, wanted));
    }
    case 'ANI':
    case 'Orig':
      return [withInteraction(scenario, { ani: wanted })];
    case 'NPA':
    case 'NPANXX':
      return [withInteraction(scenario, { ani: `${wanted}5550142` })];
    case 'DNIS':
      return [withInteraction(scenario, { dnis: wanted })];
    case 'ThisDN':
      return [withInteraction(scenario, { thisDN: wanted })];
    case 'CallType':
      return [withInteraction(scenario, { calltype: wanted })];
    case 'CallID':
      return [withInteraction(scenario, { callid: wanted })];
    case 'ConnID':
      return [withInteraction(scenario, { connid: wanted })];
    case 'MediaType':
      return [withInteraction(scenario, { media: wanted as 'voice' })];
    case 'Time':
    case 'TimeInZone':
    case 'Date':
    case 'DateInZone':
    case 'Day':
    case 'DayInZone':
    case 'TimeStamp':
      return clockWishes(call, value, scenario);
    case 'IsSpecialDay':
    case 'IsSpecialDayEx':
      return [withSpecialDay(scenario, call, toInteger(value) !== 0)];
    case 'Rand':
      return [0, 0.5, 0.999_999].map((draw) => ({ ...scenario, random: Array<number>(8).fill(draw) }));
    case 'ExtData':
    case 'ExtensionData':
      return namesRead(log, 'extension', first).map((key) => withExtension(scenario, key, wanted));
    case 'TimeDifference': {
      const [from, to] = call.args;
      const [early, late] = [from, to].map((part) => part && clockNumber(part, context));
      if (from !== undefined && late !== undefined)
        return wishes(from, late - toInteger(value), context, depth + 1);
      if (to !== undefined && early !== undefined)
        return wishes(to, early + toInteger(value), context, depth + 1);
      return argumentWishes(call, value, context, depth);
    }
    default:
      return [...outsideWishes(value, log), ...argumentWishes(call, value, context, depth)];
  }
}

/** Through what its arguments need. */
const argumentWishes = (
  call: CallExpr,
  value: IrdValue,
  context: WishContext,
  depth: number,
): readonly Scenario[] =>
  invertedText(call, value).flatMap(({ part, value: needed }) => wishes(part, needed, context, depth + 1));

/** The key that an argument names; all that the run has read of that kind when it is computed. */
function namesRead(log: SourceLog, kind: SourceRead['kind'], named: Expr | undefined): readonly string[] {
  const literal = text(named);
  if (literal !== undefined) return [literal];
  return [...new Set(log.reads.flatMap(({ read }) => (read.kind === kind ? [read.name[0] ?? ''] : [])))];
}

/** What a run read of statistics, lists and options: which of them an expression reads is not told apart. */
function outsideWishes(value: IrdValue, log: SourceLog): readonly Scenario[] {
  const { scenario } = log;
  return log.reads.flatMap(({ read: { kind, name } }): readonly Scenario[] => {
    const [first = '', second = '', third = ''] = name;
    switch (kind) {
      case 'statistic':
        return [withStatistic(scenario, first, second, Number(value) || 0)];
      case 'list':
        return [withListItem(scenario, first, second, { [third]: toText(value) })];
      case 'option':
        return [withWorld(scenario, { options: { ...scenario.world?.options, [first]: toText(value) } })];
      default:
        return [];
    }
  });
}

/** Zone in which a function reads the clock. */
export function zoneOf(call: CallExpr, scenario: Scenario): string {
  const named = call.name.endsWith('InZone') ? text(call.args[0]) : undefined;
  return zoneName(named ?? '') ?? zoneName(scenario.zone ?? 'UTC') ?? 'UTC';
}

/** What a function that tells the time gives at that moment, where it is a number: data are often compared with it. */
function clockNumber(expr: Expr, { log, at }: WishContext): number | undefined {
  if (expr.kind !== 'call') return undefined;
  const moment = startOf(log.scenario) + at * 1000;
  if (expr.name === 'GetUTC') return Math.floor(moment / 1000);
  if (expr.name !== 'TimeStamp') return undefined;
  const { hour, minute, second } = localTime(zoneOf(expr, log.scenario), moment);
  return ((hour * 60 + minute) * 60 + second) * 1000;
}

function clockWishes(call: CallExpr, value: IrdValue, scenario: Scenario): readonly Scenario[] {
  const zone = zoneOf(call, scenario);
  const now = startOf(scenario);
  const wanted = toText(value);
  if (call.name.startsWith('Time')) {
    const seconds =
      call.name === 'TimeStamp'
        ? toInteger(value) / 1000
        : typeof value === 'number'
          ? value
          : secondsOf(wanted);
    return seconds === undefined ? [] : [startingAt(scenario, atTime(zone, now, seconds))];
  }
  if (call.name.startsWith('Day')) return [startingAt(scenario, onWeekday(zone, now, toInteger(value)))];
  const moment = onDate(zone, now, wanted);
  return moment === undefined || Number.isNaN(moment) ? [] : [startingAt(scenario, moment)];
}

/** Today is, or is not, in a table of days. */
function withSpecialDay(scenario: Scenario, call: CallExpr, isSpecial: boolean): Scenario {
  const [table = '', name = ''] = [text(call.args[0]), text(call.args[1])];
  const zone = zoneName(text(call.args[2]) ?? '') ?? zoneName(scenario.zone ?? 'UTC') ?? 'UTC';
  const { year, month, day } = localTime(zone, startOf(scenario));
  const date = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  const { [table]: _before, ...others } = scenario.world?.specialDays ?? {};
  return withWorld(scenario, {
    specialDays: isSpecial ? { ...others, [table]: { [name === '' ? 'holiday' : name]: [date] } } : others,
  });
}
