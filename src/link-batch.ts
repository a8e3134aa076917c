// All strategies of a batch together: who is called what, who calls whom. Only outlines are kept; a strategy is lowered when it is needed, and
// forgotten, so that the memory of a batch does not grow with its size.
import type {
  FileSummary,
  KeptTraits,
  LinkedBatch,
  LinkedStrategy,
  PipelineSettings,
  Shelf,
  StrategyTraits,
} from './cli/pipeline.js';
import { convertStrategy, optionsOf, type AppliedStrategy } from './convert-one.js';
import type { Diagnostic } from './diagnostics/index.js';
import { print } from './ird-parser/languages/index.js';
import { blockShapes } from './ird-parser/shapes.js';
import type { SourceFile } from './ird-parser/source-model.js';
import {
  checkCallGraph,
  lowerStrategy,
  outlineOf,
  type LowerEnvironment,
  type SubroutineSignature,
} from './ir/lower.js';
import type { Strategy } from './ir/nodes.js';
import type { NameMap } from './ir/renaming/name-map.js';
import type { NameUse } from './ir/renaming/rename-strategy.js';
import { findByName } from './ir/signature.js';
import { LookupMap } from './lookup-map.js';
import { record, type Account, type Accounts } from './mappings/accounts.js';
import { mapStrategy } from './mappings/map-strategy.js';
import type { OwnMappings } from './own-mappings.js';
import { addUses, renameOne, unusedNames } from './rename-batch.js';
import { BoundedCache } from './bounded-cache.js';

export interface LinkEnvironment {
  readonly settings: PipelineSettings;
  readonly names: NameMap | undefined;
  readonly own: OwnMappings | undefined;
}

/** Gives a file as it was read; it is asked for again whenever its strategies are lowered. */
export type LoadSource = (file: string) => SourceFile | undefined;

interface Member {
  /** Number within the batch. */
  readonly number: number;
  readonly file: string;
  /** Number within the file. */
  readonly place: number;
  readonly name: string;
  readonly kind: Strategy['kind'];
}

/** A strategy lowered, with everything that was asked of its batch for that. */
interface Lowered {
  readonly strategy: Strategy;
  readonly diagnostics: readonly Diagnostic[];
  readonly applied: AppliedStrategy | undefined;
  readonly uses: readonly NameUse[];
  readonly lookups: ReadonlySet<string>;
  /** What it takes of the cache, in blocks. */
  readonly size: number;
}

/** Lowered strategies with so many blocks together are kept: subroutines that many strategies embed are among them. */
const mostBlocks = 4_000;
/** Its names hold on to the text of its file: so much text, in UTF-16 units, counts as a block. */
const textOfBlock = 400;

/** Looks at the strategies of all files together. */
export function linkBatch(
  files: readonly FileSummary[],
  load: LoadSource,
  shelf: Shelf<KeptTraits>,
  { settings, names, own }: LinkEnvironment,
): LinkedBatch {
  const { assumptions } = settings;
  const members: Member[] = [];
  const callable = new Map<string, Member>();
  const signatures = new LookupMap<SubroutineSignature>();
  for (const { file, strategies } of files) {
    for (const [place, { name, kind, signature }] of strategies.entries()) {
      const member = { number: members.length, file, place, name, kind };
      members.push(member);
      if (callable.has(name)) continue;
      callable.set(name, member);
      signatures.set(name, signature);
    }
  }
  const env: LowerEnvironment = {
    shapes: blockShapes,
    print: (tree) => print('threshold', tree),
    subroutines: signatures,
    assumptions,
  };
  const kept = new BoundedCache<Member, Lowered>(mostBlocks, ({ size }) => size);
  /** 1 where it is known what a strategy is to the batch: then that is on the shelf, unless it could not be converted. */
  const isAdopted = new Uint8Array(members.length);
  const copies: Accounts = new Map();

  const lower = (member: Member): Lowered => {
    const before = kept.get(member);
    if (before !== undefined) return before;
    const source = load(member.file);
    const written = source?.strategies[member.place];
    if (source === undefined || written === undefined)
      throw new Error(`internal: ${member.file} holds no strategy number ${String(member.place)}`);
    const renamed = renameOne(written, names);
    const { value: outcome, lookups } = signatures.during(() => lowerStrategy(renamed.strategy, source, env));
    const decided = own?.apply(outcome.value);
    const lowered: Lowered = {
      strategy: decided?.strategy ?? outcome.value,
      diagnostics: [...renamed.diagnostics, ...outcome.diagnostics],
      applied: decided && { drawn: outcome.value, decided },
      uses: renamed.uses,
      lookups,
      // Strategies of one file hold on to the same text.
      size: Math.max(
        outcome.value.blocks.length + 1,
        source.text.length / source.strategies.length / textOfBlock,
      ),
    };
    kept.set(member, lowered);
    return lowered;
  };

  /** What the strategies of one page ask for. They stay the same objects as long as it is made. */
  const openPage = () => {
    const parts = new Map<Strategy, Lowered>();
    const byMember = new Map<Member, Lowered>();
    const lookups = new Set<string>();
    const take = (member: Member): Lowered => {
      const lowered = byMember.get(member) ?? lower(member);
      byMember.set(member, lowered);
      parts.set(lowered.strategy, lowered);
      for (const name of lowered.lookups) lookups.add(name);
      return lowered;
    };
    const subroutine = (name: string): Strategy | undefined => {
      lookups.add(name);
      const found = findByName(callable, name, assumptions)?.found;
      return found && take(found).strategy;
    };
    const applied = (strategy: Strategy): AppliedStrategy | undefined => parts.get(strategy)?.applied;
    const usesOf = (strategies: readonly Strategy[]): readonly NameUse[] =>
      names === undefined
        ? []
        : addUses(
            [...new Set(strategies)].map((each) => parts.get(each)?.uses ?? []),
            names,
          );
    return { take, subroutine, applied, usesOf, lookups };
  };

  const adopt = (member: Member, found: StrategyTraits | undefined): void => {
    if (isAdopted[member.number] === 1) return;
    isAdopted[member.number] = 1;
    if (found === undefined) return;
    const { outline, renamed, own: notes } = found;
    shelf.put(member.number, { outline, renamed, ...(notes ? { own: notes } : {}) });
    for (const [node, { disposition, reason }] of found.copies) record(copies, node, disposition, reason);
  };
  /** Macros have no page: what became of their copies is known when all that may use them are mapped. */
  const allCopies = (): Accounts => {
    for (const member of members) {
      if (member.kind === 'macro' || isAdopted[member.number] === 1) continue;
      const { take, subroutine, applied, lookups } = openPage();
      const lowered = take(member);
      const mapped = mapStrategy(lowered.strategy, { subroutine, options: optionsOf(settings, applied) });
      adopt(member, traitsOf(lowered, mapped.value.copies, lookups));
    }
    return copies;
  };
  const traitsOf = (
    { strategy, uses, applied }: Lowered,
    found: Iterable<readonly [string, Account]>,
    lookups: ReadonlySet<string>,
  ): StrategyTraits => ({
    outline: outlineOf(strategy),
    renamed: uses,
    ...(own && applied ? { own: own.notesOf(applied.drawn, applied.decided) } : {}),
    copies: [...found],
    lookups: [...lookups].sort(),
  });
  const convert = (member: Member): ReturnType<LinkedStrategy['convert']> => {
    const { take, subroutine, applied, usesOf, lookups } = openPage();
    const lowered = take(member);
    const done = convertStrategy(lowered.strategy, lowered.diagnostics, {
      subroutine,
      settings,
      usesOf,
      applied,
      copies: allCopies,
    });
    const found = traitsOf(lowered, done.copies, lookups);
    adopt(member, found);
    return { ...done.converted, traits: found };
  };
  const findings = (): readonly Diagnostic[] => {
    for (const member of members)
      if (isAdopted[member.number] !== 1) adopt(member, traitsOf(lower(member), [], new Set()));
    kept.clear();
    const known = members.flatMap(({ number }) => shelf.get(number) ?? []);
    return [
      ...(names
        ? unusedNames(
            known.map(({ renamed }) => renamed),
            names,
          )
        : []),
      ...checkCallGraph(known.map(({ outline }) => outline)),
      ...(own?.findings(known.flatMap((each) => each.own ?? [])) ?? []),
    ];
  };
  let found: readonly Diagnostic[] | undefined;
  const summaries = files.flatMap(({ strategies }) => strategies);
  return {
    get diagnostics() {
      return (found ??= findings());
    },
    holderOf: (name) => {
      const member = findByName(callable, name, assumptions)?.found;
      return member && { file: member.file, place: member.place };
    },
    strategies: members.map((member, index): LinkedStrategy => {
      const { id, blocks } = summaries[index] ?? { id: '', blocks: 0 };
      const { file, place, name, kind } = member;
      return {
        file,
        place,
        name,
        id,
        kind,
        blocks,
        convert: () => convert(member),
        adopt: (given) => {
          adopt(member, given);
        },
      };
    }),
  };
}
