// What `convert` needs from the conversion (src/migrate.ts implements it): read each file, look at all of them together, convert each strategy.
// Every step is a pure call for one file or one strategy, so that the caller can keep a fault in one from stopping the others.
import type { SourceProgram } from '../equivalence/run/program.js';
import type { StrategyShape } from '../audit/compare/shape.js';
import type { AuditSettings } from '../audit/facts-of.js';
import type { ReportedFacts, StrategyFacts } from '../audit/facts.js';
import type { Diagnostic, Outcome } from '../diagnostics/index.js';
import type { StrategyGraph } from '../drawing/model.js';
import type { FindSpot } from '../emit/index.js';
import type { SourceFile } from '../ird-parser/source-model.js';
import type { StrategyOutline, SubroutineSignature } from '../ir/lower.js';
import type { NameUse } from '../ir/renaming/rename-strategy.js';
import type { Account } from '../mappings/accounts.js';
import type { PriorityIncrements } from '../mappings/define.js';
import type { LoadedPlugin } from '../mappings/plugins/read-plugin.js';
import type { OwnNotes } from '../own-mappings.js';
import type { ReportName, ReportTally } from '../report/model.js';

/** A file that an option names: as findings call it, and its text. */
export interface GivenFile {
  readonly file: string;
  readonly text: string;
}

/** What the user chose; the same for the whole batch. */
export interface PipelineSettings {
  /** Text of the file given with `--profile`; the built-in profiles when left out. */
  readonly profile?: GivenFile;
  /** How a Selection delivers: URS-like by `queue:submit route="true"`, or by `ixn:redirect`. */
  readonly selection: 'urs' | 'redirect';
  /** Whether functions without an equivalent may be asked of URS; true when left out. */
  readonly ursCalls?: boolean;
  /** How priority increments come about: by new submits (when left out), the functions of the queue, or `queue:update`. */
  readonly priorityIncrements?: PriorityIncrements;
  /** Version of Orchestration Server that the pages are to run on, as given; the one that has everything when left out. */
  readonly target?: string;
  /** Findings as comments at their spot of the page. */
  readonly notes: boolean;
  /** Overrides of rows of the assumptions table, as given: ids and values are checked by `createPipeline`. */
  readonly assumptions: Readonly<Record<string, string>>;
  /** Text of the overrides file. */
  readonly overrides?: GivenFile;
  /** Plug-ins as they were loaded; their rows and mappings come after the overrides. */
  readonly plugins?: readonly LoadedPlugin[];
  /** Today as `YYYY-MM-DD`: what is ignored until a day counts from it. Nothing expires when it is left out. */
  readonly today?: string;
  /** Text of the table given with `--names`. */
  readonly names?: GivenFile;
  /** Given: what an audit wants to know of each strategy is found out as well, and risks are findings. */
  readonly audit?: AuditSettings;
  /** False: no pages are made, everything else is as usual. */
  readonly pages?: boolean;
  /** Version of ird2scxml, for the header of pages. */
  readonly version: string;
}

/** A file of the batch. */
export interface InputFile {
  /** Path as findings show it: relative to the working directory, with `/`. */
  readonly file: string;
  /**
   * Path below the input that the user named (the base name, when the input is the file itself), with `/`. Pages and traces name the source by
   * this, so that their bytes do not depend on the working directory.
   */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One file after reading. `source` is undefined when nothing could be made of it: then `diagnostics` holds an error. */
export interface ReadFile {
  readonly file: string;
  readonly name: string;
  readonly source: SourceFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What has to be known of a file while the strategies of others are converted. Plain data. */
export interface FileSummary {
  readonly file: string;
  readonly name: string;
  readonly strategies: readonly StrategySummary[];
}

export interface StrategySummary extends Pick<LinkedStrategy, 'name' | 'id' | 'kind' | 'blocks'> {
  readonly signature: SubroutineSignature;
}

/** What the batch has to know of a strategy that was converted, in this run or an earlier one. Plain data. */
export interface StrategyTraits {
  readonly outline: StrategyOutline;
  readonly renamed: readonly NameUse[];
  /** What was decided about it by overrides and plug-ins. */
  readonly own?: OwnNotes;
  /** What became of the nodes of the macros that it uses. */
  readonly copies: readonly (readonly [string, Account])[];
  /** Names of other strategies that its conversion asked for. */
  readonly lookups: readonly string[];
}

/** What findings about the batch need of a strategy. */
export type KeptTraits = Pick<StrategyTraits, 'outline' | 'renamed' | 'own'>;

/** Keeps plain values by number until they are asked for. */
export interface Shelf<T> {
  readonly put: (number: number, value: T) => void;
  readonly get: (number: number) => T | undefined;
}

/** How far a strategy came: the lower rungs of the report's claims. */
export type Reached = 'parsed' | 'lowered' | 'emitted';

export interface ConvertedPage {
  readonly text: string;
  /** Content of `<id>.trace.json`. */
  readonly trace: string;
  /** Where on the page something came of a source node. */
  readonly spotOf: FindSpot;
}

/** What became of one strategy. */
export interface Converted {
  /** Undefined when no page may be written; also for subroutines, which live in the pages of their callers. */
  readonly page: ConvertedPage | undefined;
  readonly reached: Reached;
  readonly diagnostics: readonly Diagnostic[];
  readonly tally: ReportTally;
  /** Ids of the assumptions that the conversion rests on, sorted. */
  readonly assumptions: readonly string[];
  /** Names that were exchanged, in the order of the table. */
  readonly renamed: readonly ReportName[];
  readonly traits?: StrategyTraits;
  /** What it is made of, uses and leaves to do, for the report; found out when it is asked for. */
  readonly reported?: () => ReportedFacts;
  /** What versions of it are compared by; made when it is asked for. */
  readonly shape?: () => StrategyShape;
  /** Where the settings ask for an audit. */
  readonly facts?: StrategyFacts;
  /** The strategy as it was drawn, ready to be run by the rules of URS; valid as long as its batch is linked. */
  readonly program?: () => SourceProgram;
  /** Its flow as a drawing, and the state machine of its page; drawn when it is asked for. */
  readonly graph?: () => StrategyGraph;
}

/** A strategy of the batch, ready to be converted. Every strategy that a file holds is listed, convertible or not. */
export interface LinkedStrategy {
  readonly file: string;
  /** Number within the file. */
  readonly place: number;
  readonly name: string;
  /** ASCII slug: base name of the page. Not necessarily unique in the batch; the caller tells files apart. */
  readonly id: string;
  readonly kind: 'strategy' | 'subroutine' | 'macro' | 'process';
  readonly blocks: number;
  /** Lowers, maps and emits. Pure: a second call gives the same. May throw only for faults of ird2scxml itself. */
  convert(): Converted;
  /** Tells the batch what an earlier conversion found; undefined: it cannot be converted, and the batch goes on without it. */
  adopt(traits: StrategyTraits | undefined): void;
}

/** The batch as a whole: who is called what, who calls whom. */
export interface LinkedBatch {
  /** Strategies by file (in the order of the files), then in the order of the file. */
  readonly strategies: readonly LinkedStrategy[];
  /**
   * Findings that concern several files (recursion, two subroutines of one name). They need something of every strategy: those that are not converted
   * yet are lowered when they are asked for. What was kept for conversions is forgotten then.
   */
  readonly diagnostics: readonly Diagnostic[];
  /** The strategy that a name means in this batch. */
  holderOf(name: string): { readonly file: string; readonly place: number } | undefined;
}

/** The conversion with its settings. */
export interface Pipeline {
  read(input: InputFile): ReadFile;
  /** Takes the files that were read (those without source are passed over). Cheap: signatures only, no lowering. */
  link(files: readonly ReadFile[]): LinkedBatch;
  /** For large batches: what has to be kept of a file. */
  summarise(file: ReadFile): FileSummary;
  /**
   * As `link`, with summaries in place of files; `load` gives a file again whenever its strategies are lowered, and what findings about the batch need
   * is put on the shelf.
   */
  linkSummaries(
    files: readonly FileSummary[],
    load: (file: string) => SourceFile | undefined,
    shelf: Shelf<KeptTraits>,
  ): LinkedBatch;
  /** Entries of overrides and plug-ins that have expired, by number: the only thing about a conversion that depends on the day. */
  readonly expired: readonly number[];
}

/** Checks the settings; undefined when they cannot be used (profile or table of names unreadable, unknown assumption). */
export type CreatePipeline = (settings: PipelineSettings) => Outcome<Pipeline | undefined>;
