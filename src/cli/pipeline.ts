// What `convert` needs from the conversion (src/migrate.ts implements it): read each file, look at all of them together, convert each strategy.
// Every step is a pure call for one file or one strategy, so that the caller can keep a fault in one from stopping the others.
import type { AuditSettings } from '../audit/facts-of.js';
import type { StrategyFacts } from '../audit/facts.js';
import type { Diagnostic, Outcome } from '../diagnostics/index.js';
import type { SourceFile } from '../ird-parser/source-model.js';
import type { PriorityIncrements } from '../mappings/define.js';
import type { LoadedPlugin } from '../mappings/plugins/read-plugin.js';
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

/** How far a strategy came: the lower rungs of the report's claims. */
export type Reached = 'parsed' | 'lowered' | 'emitted';

export interface ConvertedPage {
  readonly text: string;
  /** Content of `<id>.trace.json`. */
  readonly trace: string;
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
  /** Where the settings ask for an audit. */
  readonly facts?: StrategyFacts;
}

/** A strategy of the batch, ready to be converted. Every strategy that a file holds is listed, convertible or not. */
export interface LinkedStrategy {
  readonly file: string;
  readonly name: string;
  /** ASCII slug: base name of the page. Not necessarily unique in the batch; the caller tells files apart. */
  readonly id: string;
  readonly kind: 'strategy' | 'subroutine' | 'macro' | 'process';
  readonly blocks: number;
  /** Lowers, maps and emits. Pure: a second call gives the same. May throw only for faults of ird2scxml itself. */
  convert(): Converted;
}

/** The batch as a whole: who is called what, who calls whom. */
export interface LinkedBatch {
  /** Strategies by file (in the order of the files), then in the order of the file. */
  readonly strategies: readonly LinkedStrategy[];
  /** Findings that concern several files (recursion, two subroutines of one name). */
  readonly diagnostics: readonly Diagnostic[];
}

/** The conversion with its settings. */
export interface Pipeline {
  read(input: InputFile): ReadFile;
  /** Takes the files that were read (those without source are passed over). Cheap: signatures and calls only, no lowering. */
  link(files: readonly ReadFile[]): LinkedBatch;
}

/** Checks the settings; undefined when they cannot be used (profile or table of names unreadable, unknown assumption). */
export type CreatePipeline = (settings: PipelineSettings) => Outcome<Pipeline | undefined>;
