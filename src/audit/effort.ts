// What is left to do by hand for one strategy, in cost units. The table ranks strategies and kinds of work; it does not predict hours.
import type { Construct, Effort, EffortPart } from './facts.js';

export interface EffortRule {
  readonly rule: string;
  /** Cost units for each. */
  readonly each: number;
  /** Most units that the rule may add to one strategy: the hundredth of a kind takes less work than the first. */
  readonly cap: number;
  /** One and many of what is counted, as the sentence says it. */
  readonly words: readonly [one: string, many: string];
}

/** The rules beside the costs of the mapping tables. */
export const effortRules = {
  placeholderBlocks: {
    rule: 'placeholder block',
    each: 3,
    cap: 60,
    words: ['placeholder block', 'placeholder blocks'],
  },
  unknownFunctions: {
    rule: 'function without a mapping',
    each: 4,
    cap: 40,
    words: ['function without a mapping', 'functions without a mapping'],
  },
  unsupported: {
    rule: 'unsupported part',
    each: 2,
    cap: 30,
    words: ['unsupported part', 'unsupported parts'],
  },
  urs: {
    rule: 'function left with URS',
    each: 2,
    cap: 20,
    words: ['function left with URS', 'functions left with URS'],
  },
  review: {
    rule: 'kind of construct to review',
    each: 1,
    cap: 30,
    words: ['kind of construct to review', 'kinds of construct to review'],
  },
  tables: {
    rule: 'cost by the mapping tables',
    each: 1,
    cap: 60,
    words: ['unit by the mapping tables', 'units by the mapping tables'],
  },
  size: {
    rule: 'twenty blocks to test',
    each: 1,
    cap: 20,
    words: ['twenty blocks to test', 'times twenty blocks to test'],
  },
} as const satisfies Readonly<Record<string, EffortRule>>;

/** Minutes for one cost unit when the user says nothing. */
export const usualMinutes = 5;
/** The tables' cost of a construct counts for so many of its uses; the others are like them. */
const countedUses = 3;
const blocksForOne = 20;

export interface EffortInput {
  readonly constructs: readonly Construct[];
  readonly blocks: number;
  /** How many blocks became placeholders. */
  readonly placeholders: number;
  /** How many nodes are unsupported. */
  readonly unsupported: number;
}

/** The effort of one strategy with its parts and the sentence that explains it. */
export function effortOf(input: EffortInput, minutesPerUnit: number = usualMinutes): Effort {
  const { constructs, blocks, placeholders, unsupported } = input;
  const namesOf = (test: (construct: Construct) => boolean): number =>
    new Set(constructs.filter(test).map(({ kind, name }) => `${kind}:${name}`)).size;
  const isConverted = ({ class: each }: Construct): boolean =>
    each === 'known' || each === 'review' || each === 'urs';
  const tables = constructs
    .filter(isConverted)
    .reduce((sum, { cost, count }) => sum + cost * Math.min(count, countedUses), 0);
  const parts = [
    part(effortRules.placeholderBlocks, placeholders),
    part(
      effortRules.unknownFunctions,
      namesOf((each) => each.kind !== 'object' && each.class === 'placeholder'),
    ),
    part(effortRules.unsupported, unsupported),
    part(
      effortRules.urs,
      namesOf((each) => each.class === 'urs'),
    ),
    part(
      effortRules.review,
      namesOf((each) => each.class === 'review'),
    ),
    part(effortRules.tables, tables),
    part(effortRules.size, Math.ceil(blocks / blocksForOne)),
  ].filter(({ count }) => count > 0);
  const units = parts.reduce((sum, each) => sum + each.units, 0);
  const minutes = units * minutesPerUnit;
  return { units, minutes, why: sentence(parts, units, minutesPerUnit), parts };
}

function part({ rule, each, cap }: EffortRule, count: number): EffortPart {
  const units = Math.min(cap, count * each);
  return { rule, count, units, capped: count * each > cap };
}

const rules: readonly EffortRule[] = Object.values(effortRules);

function sentence(parts: readonly EffortPart[], units: number, minutesPerUnit: number): string {
  if (parts.length === 0) return 'Nothing is left to do.';
  const reasons = parts
    .toSorted((a, b) => b.units - a.units)
    .map(({ rule, count, units: own, capped }) => {
      const words = rules.find((each) => each.rule === rule)?.words;
      return `${String(count)} ${words?.[count === 1 ? 0 : 1] ?? rule} (${String(own)}${capped ? ', the most that counts' : ''})`;
    });
  return `${String(units)} ${units === 1 ? 'unit' : 'units'} of ${String(minutesPerUnit)} minutes, ${duration(units * minutesPerUnit)}: ${reasons.join(', ')}.`;
}

/** Minutes in words: `50 min`, `2 h 5 min`. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${String(rest)} min`;
  return rest === 0 ? `${String(hours)} h` : `${String(hours)} h ${String(rest)} min`;
}
