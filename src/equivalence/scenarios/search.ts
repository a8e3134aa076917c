// Searches for scenarios: runs those that are at hand, then changes of each run at each block that it entered, then combinations, then chance. What reaches
// something new is kept. The same program, scenarios and seed give the same runs.
import type { Block } from '../../ir/nodes.js';
import { withInteraction } from '../../runtime-check/explore/edit-scenario.js';
import { isScenario } from '../../runtime-check/scenario/read.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import type { SourceProgram } from '../run/program.js';
import { combinations } from './combinations.js';
import { goalsOf, portKey, type Goal } from './goals.js';
import type { Move } from './move.js';
import { movesAt, movesInWait } from './moves.js';
import { literalsOf } from './literals.js';
import type { ProgramCode } from './program-code.js';
import { isForMessages, seedScenarios } from './seeds.js';
import { runWithLog, type SourceLog, type Stay } from './source-log.js';

export interface Found {
  readonly log: SourceLog;
  /** What is special about the scenario, for people. */
  readonly words: string | undefined;
  /** All that it reached, with what it was made for. */
  readonly reached: ReadonlySet<string>;
  /** It is one of those that were at hand. */
  readonly isGiven: boolean;
}

export interface SearchResult {
  /** In the order in which they were found. */
  readonly found: readonly Found[];
  readonly goals: readonly Goal[];
  readonly reached: ReadonlySet<string>;
  /** Why runs that could not be carried out stopped, by the block in which they stood. */
  readonly halts: ReadonlyMap<Block, string>;
  readonly runs: number;
}

export interface SearchOptions {
  readonly given: readonly Scenario[];
  /** Runs of the source. */
  readonly budget: number;
  readonly seed: number;
}

/** Changes that one place gets before the others have their turn. */
const perPlace = 9;
/** Further runs from which a goal is aimed at, and blocks before it on the way. */
const mostBases = 3;
const mostBefore = 6;
/** Share of the budget that is left for combinations and chance. */
const forChance = 0.2;
/** Paths that are kept although each of their parts is known. */
const mostPaths = 40;
/** Stays in a block, each longer than those before, whose moments are tried. */
const mostLonger = 4;

/** A stay in a run, with the changes that are still to be tried there. */
interface Place {
  readonly block: Block;
  readonly moves: Iterator<Move>;
}

export function search(program: SourceProgram, code: ProgramCode, options: SearchOptions): SearchResult {
  const goals = goalsOf(code);
  const found: Found[] = [];
  const reached = new Set<string>();
  const seen = new Set<string>();
  const halts = new Map<Block, string>();
  const literals = literalsOf(code);
  let runs = 0;
  let paths = 0;
  let places: Place[] = [];
  const placed = new Set<string>();
  const longest = new Map<Block, { readonly length: number; readonly times: number }>();

  function place(log: SourceLog, stay: Stay, name: string): void {
    if (placed.has(name)) return;
    placed.add(name);
    const { block } = stay;
    places.push({ block, moves: movesAt({ log, stay, block, code, literals }) });
  }

  /** A longer stay than any before has moments that none before had. */
  function placeWait(log: SourceLog, stay: Stay): void {
    const { block } = stay;
    const length = stay.to - stay.from;
    const known = longest.get(block);
    if (length <= (known?.length ?? 0) || (known?.times ?? 0) >= mostLonger) return;
    longest.set(block, { length, times: (known?.times ?? 0) + 1 });
    places.push({ block, moves: movesInWait({ log, stay, block, code, literals }) });
  }

  function run(scenario: Scenario, origin: Origin): void {
    const key = JSON.stringify(scenario);
    if (seen.has(key) || !isScenario(scenario)) return;
    seen.add(key);
    runs++;
    const log = runWithLog(program, code, scenario);
    const last = log.stays.at(-1)?.block;
    if (log.run.end === 'notExecutable' && last !== undefined) {
      halts.set(last, log.run.reason);
      for (const { block } of log.stays) if (isOpenCall(block, log)) halts.set(block, log.run.reason);
    }
    const own = new Set(log.reached);
    const { block: changed, words, isCombined = false } = origin;
    const isMade =
      words !== undefined &&
      (origin.port === undefined
        ? log.stays.some((stay) => stay.block === changed)
        : log.reached.has(origin.port));
    if (isMade) own.add(madeKey(changed, words));
    if (isCombined && paths < mostPaths)
      own.add(`path ${log.stays.map(({ by }) => by).join(' ')} ${log.run.end}`);
    const before = reached.size;
    for (const each of own) reached.add(each);
    if (reached.size === before) return;
    if (isCombined) paths++;
    found.push({
      log,
      words: isMade ? words : undefined,
      reached: own,
      isGiven: origin.isGiven === true,
    });
    for (const stay of log.stays) {
      placeWait(log, stay);
      place(log, stay, `${stay.by} ${stay.block.nodeId}`);
    }
  }

  /** Tries what is left at all places, until it is used up or `until` runs have been made. */
  function tryPlaces(until: number): void {
    while (places.length > 0 && runs < until) {
      const open = openBlocks(goals, reached);
      const round = [...places].sort((a, b) => Number(open.has(b.block)) - Number(open.has(a.block)));
      const done = new Set<Place>();
      for (const each of round) {
        for (let tried = 0; tried < perPlace && runs < until; tried++) {
          const next = each.moves.next();
          if (next.done === true) {
            done.add(each);
            break;
          }
          const { scenario, words } = next.value;
          run(unnamed(scenario), { block: each.block, words });
        }
      }
      places = places.filter((each) => !done.has(each));
    }
  }

  function tryFailuresOfChats(): void {
    for (const { key, block, port } of goals) {
      if (port?.role !== 'failure' || key !== portKey(port.id)) continue;
      const words = `a chat leaves by ${port.name}`;
      for (const { log } of found.filter((each) => each.log.reached.has(key)).slice(0, mostBases)) {
        if (runs >= options.budget || reached.has(madeKey(block, words))) break;
        run(withInteraction(unnamed(log.scenario), { media: 'chat' }), { block, words, port: key });
      }
    }
  }

  for (const scenario of options.given) run(bare(scenario), { isGiven: true });
  for (const scenario of seedScenarios(code, options.given)) run(unnamed(scenario), {});
  const systematic = Math.max(runs, Math.round(options.budget * (1 - forChance)));
  tryPlaces(systematic);
  for (let before = -1; before !== runs && runs < systematic;) {
    before = runs;
    for (const goal of goals) {
      if (reached.has(goal.key) || goal.barred !== undefined) continue;
      for (const [at, base] of basesFor(goal, found).entries()) {
        const stay = base.log.stays.findIndex(({ block }) => block === goal.block);
        for (const each of base.log.stays.slice(Math.max(0, stay - mostBefore), stay + 1).reverse())
          place(
            base.log,
            each,
            `${String(at)} ${goal.block.nodeId} ${each.block.nodeId} ${String(found.length)}`,
          );
      }
    }
    tryPlaces(systematic);
  }
  // What is no call takes other ways where a block fails: default routing is for calls.
  if (!isForMessages(code, options.given)) tryFailuresOfChats();
  // Small programs have no more combinations than that: the same ones come again.
  let tries = 2 * options.budget;
  for (const scenario of combinations(
    found.map(({ log }) => log.scenario),
    options.seed,
  )) {
    if (runs >= options.budget || tries-- <= 0) break;
    run(scenario, { isCombined: true });
  }
  return { found, goals, reached, halts, runs };
}

/** Where a scenario comes from. */
interface Origin {
  readonly isGiven?: boolean;
  /** The block where it changes something, and what is special about that. */
  readonly block?: Block | undefined;
  readonly words?: string | undefined;
  readonly isCombined?: boolean;
  /** Key of the port by which it must leave the block, else it does not count. */
  readonly port?: string;
}

const madeKey = (block: Block | undefined, words: string): string => `made ${block?.nodeId ?? ''} ${words}`;

/** Changed scenarios have no name yet: two that are alike count once. */
const unnamed = (scenario: Scenario): Scenario => {
  const { description: _description, ...rest } = bare(scenario);
  return { ...rest, name: 'found' };
};

/** The bare scenario: what is expected of it does not change the run. */
function bare({ expect: _expect, ...scenario }: Scenario): Scenario {
  return scenario;
}

/** A call that has not come back. */
const isOpenCall = (block: Block, { reached }: SourceLog): boolean =>
  (block.type === 'CallSubroutine' || block.type === 'Macro') &&
  !block.ports.some(({ id }) => reached.has(portKey(id)));

const openBlocks = (goals: readonly Goal[], reached: ReadonlySet<string>): ReadonlySet<Block> =>
  new Set(
    goals.filter(({ key, barred }) => barred === undefined && !reached.has(key)).map(({ block }) => block),
  );

/** Runs that were in the block of a goal: those that came by the right port, then the simplest. */
function basesFor(goal: Goal, found: readonly Found[]): readonly Found[] {
  const fits = ({ log }: Found): boolean =>
    log.stays.some(({ block, by }) => block === goal.block && (goal.by === undefined || by === goal.by.id));
  return found
    .filter(fits)
    .map((each) => ({ each, size: JSON.stringify(each.log.scenario).length }))
    .sort((a, b) => a.size - b.size)
    .slice(0, mostBases)
    .map(({ each }) => each);
}
