// The pipeline: read, lower, map, emit. Each step is a pure function that gives a value and findings; this file only puts them in order.
import type {
  Converted,
  CreatePipeline,
  InputFile,
  LinkedBatch,
  LinkedStrategy,
  PipelineSettings,
  ReadFile,
} from './cli/pipeline.js';
import { factsOf } from './audit/facts-of.js';
import { risksOf } from './audit/risks.js';
import { diagnose, hasErrors, type Diagnostic } from './diagnostics/index.js';
import { emitPage } from './emit/index.js';
import type { ExportProfile } from './ird-parser/profiles/profile.js';
import { print } from './ird-parser/languages/index.js';
import { loadProfile, parseFile } from './ird-parser/read.js';
import { blockShapes } from './ird-parser/shapes.js';
import type { SourceFile, SourceStrategy } from './ird-parser/source-model.js';
import { checkCallGraph, lowerStrategy, signaturesOf, type LowerEnvironment } from './ir/lower.js';
import type { Strategy } from './ir/nodes.js';
import type { NameMap } from './ir/renaming/name-map.js';
import { readNames } from './ir/renaming/read-names.js';
import type { NameUse } from './ir/renaming/rename-strategy.js';
import { findByName } from './ir/signature.js';
import { countedNodes } from './ir/walk.js';
import { checkSettings } from './mappings/check-settings.js';
import type { AppliedOverrides } from './mappings/overrides/apply.js';
import { readOverrides } from './mappings/overrides/read.js';
import { readPlugin } from './mappings/plugins/read-plugin.js';
import type { Account } from './mappings/accounts.js';
import type { MapOptions } from './mappings/define.js';
import { withCopies } from './mappings/macro-copies.js';
import { mapStrategy, type MappedPage } from './mappings/map-strategy.js';
import { ownMappings, type OwnMappings } from './own-mappings.js';
import { addUses, renameBatch } from './rename-batch.js';
import type { ReportTally } from './report/model.js';

/** Checks the settings and gives the conversion; see src/cli/pipeline.ts for the contract. */
export const createPipeline: CreatePipeline = (settings) => {
  const profile = settings.profile && loadProfile(settings.profile.text, settings.profile.file);
  const names = settings.names && readNames(settings.names.text, settings.names.file);
  const overrides = settings.overrides && readOverrides(settings.overrides.text, settings.overrides.file);
  const plugins = (settings.plugins ?? []).map(readPlugin);
  const diagnostics = [
    ...(profile?.diagnostics ?? []),
    ...(names?.diagnostics ?? []),
    ...(overrides?.diagnostics ?? []),
    ...plugins.flatMap((plugin) => plugin.diagnostics),
    ...checkSettings(settings.assumptions),
  ];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const entries = [...(overrides?.value?.entries ?? []), ...plugins.flatMap((plugin) => plugin.value)];
  const own = entries.length > 0 ? ownMappings(entries, settings.today) : undefined;
  return {
    value: {
      read: (input) => read(input, profile?.value, own),
      link: (files) => link(files, settings, names?.value, own),
    },
    diagnostics,
  };
};

function read(
  { file, name, bytes }: InputFile,
  profile: ExportProfile | undefined,
  own: OwnMappings | undefined,
): ReadFile {
  const { value, diagnostics } = parseFile(bytes, file, {
    ...(profile === undefined ? {} : { profile }),
    ...(own === undefined ? {} : { retype: own.retype }),
  });
  return { file, name, source: value, diagnostics };
}

interface Member {
  readonly file: SourceFile;
  readonly source: SourceStrategy;
  /** Names that were exchanged in it, and the findings about that. */
  readonly uses: readonly NameUse[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks at all files together: who is called what, who calls whom. Strategies are lowered when they are first needed. */
function link(
  files: readonly ReadFile[],
  settings: PipelineSettings,
  names: NameMap | undefined,
  own: OwnMappings | undefined,
): LinkedBatch {
  const given = files.flatMap(({ source: file }) =>
    file === undefined ? [] : file.strategies.map((source) => ({ file, source })),
  );
  const renamed = renameBatch(
    given.map(({ source }) => source),
    names,
  );
  const members: Member[] = given.map(({ file, source }, index) => {
    const { strategy, uses, diagnostics } = renamed.strategies[index] ?? {
      strategy: source,
      uses: [],
      diagnostics: [],
    };
    return { file, source: strategy, uses, diagnostics };
  });
  const callable = new Map<string, Member>();
  for (const member of members)
    if (!callable.has(member.source.name)) callable.set(member.source.name, member);
  const env: LowerEnvironment = {
    shapes: blockShapes,
    print: (tree) => print('threshold', tree),
    subroutines: signaturesOf(members.map((m) => m.source)),
    assumptions: settings.assumptions,
  };
  const lowered = new Map<Member, ReturnType<typeof lowerStrategy>>();
  const applied = new Map<Strategy, AppliedStrategy>();
  const lower = (member: Member): ReturnType<typeof lowerStrategy> => {
    const done = lowered.get(member) ?? lowerMember(member, env, own, applied);
    lowered.set(member, done);
    return done;
  };
  const subroutine = (name: string): Strategy | undefined => {
    const member = findByName(callable, name, settings.assumptions)?.found;
    return member && lower(member).value;
  };
  /** Uses in a page: in its strategy and in the subroutines that it embeds. */
  const usesOf = (strategies: readonly Strategy[]): readonly NameUse[] => {
    if (names === undefined) return [];
    const parts = members.filter((member) => strategies.includes(lower(member).value));
    return addUses(
      parts.map(({ uses }) => uses),
      names,
    );
  };
  // Macros have no page: what became of their copies is known when the strategies that use them are mapped.
  let pages: readonly MappedPage[] | undefined;
  const users = (): readonly MappedPage[] => {
    pages ??= members
      .map((member) => lower(member).value)
      .filter(({ kind }) => kind !== 'macro')
      .map((each) => mapStrategy(each, { subroutine, options: optionsOf(settings, applied) }).value);
    return pages;
  };
  // Every strategy is lowered here, so that it is known which overrides apply anywhere.
  const callGraph = checkCallGraph(members.map((m) => lower(m).value));
  return {
    diagnostics: [...renamed.diagnostics, ...callGraph, ...(own?.findings() ?? [])],
    strategies: members.map((member): LinkedStrategy => {
      const strategy = lower(member).value;
      return {
        file: member.file.file,
        name: strategy.name,
        id: strategy.id,
        kind: strategy.kind,
        blocks: strategy.blocks.length,
        convert: () => {
          const before = [...member.diagnostics, ...lower(member).diagnostics];
          return convert(strategy, before, { subroutine, settings, usesOf, applied, users });
        },
      };
    }),
  };
}

/** A strategy as it was drawn, and what the user has decided about it. */
interface AppliedStrategy {
  readonly drawn: Strategy;
  readonly decided: AppliedOverrides;
}

function lowerMember(
  { source, file }: Member,
  env: LowerEnvironment,
  own: OwnMappings | undefined,
  applied: Map<Strategy, AppliedStrategy>,
): ReturnType<typeof lowerStrategy> {
  const drawn = lowerStrategy(source, file, env);
  if (own === undefined) return drawn;
  const decided = own.apply(drawn.value);
  applied.set(decided.strategy, { drawn: drawn.value, decided });
  return { ...drawn, value: decided.strategy };
}

/** What the conversion of one strategy needs of its batch. */
interface Surroundings {
  readonly subroutine: (name: string) => Strategy | undefined;
  readonly settings: PipelineSettings;
  readonly usesOf: (strategies: readonly Strategy[]) => readonly NameUse[];
  readonly applied: ReadonlyMap<Strategy, AppliedStrategy>;
  /** The pages of all that may use macros. */
  readonly users: () => readonly MappedPage[];
}

const optionsOf = (
  settings: PipelineSettings,
  applied: ReadonlyMap<Strategy, AppliedStrategy>,
): MapOptions => ({
  selection: settings.selection,
  ursCalls: settings.ursCalls ?? true,
  priorityIncrements: settings.priorityIncrements ?? 'resubmit',
  assumptions: settings.assumptions,
  custom: (each) => applied.get(each)?.decided.mappings,
});

/** Maps and emits one strategy; the account of its nodes must close. */
function convert(
  strategy: Strategy,
  before: readonly Diagnostic[],
  { subroutine, settings, usesOf, applied, users }: Surroundings,
): Converted {
  const mapped = mapStrategy(strategy, { subroutine, options: optionsOf(settings, applied) });
  const accounts =
    strategy.kind === 'macro'
      ? withCopies(
          mapped.value.accounts,
          users().map(({ copies }) => copies),
        )
      : mapped.value.accounts;
  const { tally, fault } = takeStock(strategy, applied.get(strategy), accounts);
  const assumptions = [...new Set([...strategy.assumptions, ...mapped.value.assumptions])].sort();
  const { audit } = settings;
  const risks = audit === undefined ? [] : risksOf(strategy);
  const diagnostics = [...before, ...mapped.diagnostics, ...risks, ...(fault ? [fault] : [])];
  const facts =
    audit === undefined
      ? {}
      : { facts: factsOf({ strategy, accounts, findings: mapped.diagnostics }, audit) };
  if (fault !== undefined || strategy.kind !== 'strategy' || settings.pages === false) {
    return {
      page: undefined,
      reached: 'lowered',
      diagnostics,
      tally,
      assumptions,
      renamed: usesOf([strategy]),
      ...facts,
    };
  }
  const { root, subroutines } = mapped.value;
  const renamed = usesOf([root, ...subroutines].map((part) => part.strategy));
  const emitted = emitPage(mapped.value, {
    notes: settings.notes ? 'all' : 'none',
    version: settings.version,
    ...(settings.names === undefined ? {} : { renamed: { file: settings.names.file, uses: renamed } }),
  });
  return {
    page: emitted.value && {
      text: emitted.value.text,
      trace: `${JSON.stringify(emitted.value.trace, undefined, 2)}\n`,
    },
    reached: emitted.value ? 'emitted' : 'lowered',
    diagnostics: [...diagnostics, ...emitted.diagnostics],
    tally,
    assumptions,
    renamed,
    ...facts,
  };
}

/** Adds up what became of the source nodes. A node without an account is a fault of ours: nothing may be dropped in silence. */
function takeStock(
  strategy: Strategy,
  own: AppliedStrategy | undefined,
  accounts: ReadonlyMap<string, Account>,
): { readonly tally: ReportTally; readonly fault: Diagnostic | undefined } {
  const dropped = new Set(own?.decided.dropped);
  const nodes = countedNodes(own?.drawn ?? strategy);
  const byDisposition: Record<string, number> = {};
  const byKind: Record<string, Record<string, number>> = {};
  const missing: string[] = [];
  for (const node of nodes) {
    const disposition = dropped.has(node.id) ? 'omitted' : accounts.get(node.id)?.disposition;
    if (disposition === undefined) {
      missing.push(node.id);
      continue;
    }
    byDisposition[disposition] = (byDisposition[disposition] ?? 0) + 1;
    const kind = (byKind[node.kind] ??= {});
    kind[disposition] = (kind[disposition] ?? 0) + 1;
  }
  const [first] = missing;
  const fault =
    first === undefined
      ? undefined
      : diagnose('IRD9002', first, strategy.span, {
          nodes: nodes.length,
          accounted: nodes.length - missing.length,
          missing: first,
        });
  const isConverted = (id: string): boolean =>
    !['placeholder', 'unreachable'].includes(accounts.get(id)?.disposition ?? '');
  const overridden = (own?.decided.nodes ?? []).filter(isConverted).length;
  return {
    tally: { nodes: nodes.length, byDisposition, byKind, ...(overridden > 0 ? { overridden } : {}) },
    fault,
  };
}
