// The pipeline: read, lower, map, emit. Each step is a pure function that gives a value and findings; this file only puts them in order.
import type {
  Converted,
  CreatePipeline,
  LinkedBatch,
  LinkedStrategy,
  PipelineSettings,
  ReadFile,
} from './cli/pipeline.js';
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
import type { Account } from './mappings/accounts.js';
import { mapStrategy } from './mappings/map-strategy.js';
import { addUses, renameBatch } from './rename-batch.js';
import type { ReportTally } from './report/model.js';

/** Checks the settings and gives the conversion; see src/cli/pipeline.ts for the contract. */
export const createPipeline: CreatePipeline = (settings) => {
  const profile = settings.profile && loadProfile(settings.profile.text, settings.profile.file);
  const names = settings.names && readNames(settings.names.text, settings.names.file);
  const diagnostics = [
    ...(profile?.diagnostics ?? []),
    ...(names?.diagnostics ?? []),
    ...checkSettings(settings.assumptions),
  ];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  return {
    value: {
      read: (input) => read(input.file, input.name, input.bytes, profile?.value),
      link: (files) => link(files, settings, names?.value),
    },
    diagnostics,
  };
};

function read(file: string, name: string, bytes: Uint8Array, profile: ExportProfile | undefined): ReadFile {
  const { value, diagnostics } = parseFile(bytes, file, profile === undefined ? {} : { profile });
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
  const lower = (member: Member): ReturnType<typeof lowerStrategy> => {
    const done = lowered.get(member) ?? lowerStrategy(member.source, member.file, env);
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
  return {
    diagnostics: [...renamed.diagnostics, ...checkCallGraph(members.map((m) => lower(m).value))],
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
          return convert(strategy, before, subroutine, settings, usesOf);
        },
      };
    }),
  };
}

/** Maps and emits one strategy; the account of its nodes must close. */
function convert(
  strategy: Strategy,
  before: readonly Diagnostic[],
  subroutine: (name: string) => Strategy | undefined,
  settings: PipelineSettings,
  usesOf: (strategies: readonly Strategy[]) => readonly NameUse[],
): Converted {
  const options = {
    selection: settings.selection,
    ursCalls: settings.ursCalls ?? true,
    assumptions: settings.assumptions,
  };
  const mapped = mapStrategy(strategy, { subroutine, options });
  const { tally, fault } = takeStock(strategy, mapped.value.accounts);
  const assumptions = [...new Set([...strategy.assumptions, ...mapped.value.assumptions])].sort();
  const diagnostics = [...before, ...mapped.diagnostics, ...(fault ? [fault] : [])];
  if (fault !== undefined || strategy.kind !== 'strategy') {
    return {
      page: undefined,
      reached: 'lowered',
      diagnostics,
      tally,
      assumptions,
      renamed: usesOf([strategy]),
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
  };
}

/** Adds up what became of the source nodes. A node without an account is a fault of ours: nothing may be dropped in silence. */
function takeStock(
  strategy: Strategy,
  accounts: ReadonlyMap<string, Account>,
): { readonly tally: ReportTally; readonly fault: Diagnostic | undefined } {
  const nodes = countedNodes(strategy);
  const byDisposition: Record<string, number> = {};
  const byKind: Record<string, Record<string, number>> = {};
  const missing: string[] = [];
  for (const node of nodes) {
    const disposition = accounts.get(node.id)?.disposition;
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
  return { tally: { nodes: nodes.length, byDisposition, byKind }, fault };
}
