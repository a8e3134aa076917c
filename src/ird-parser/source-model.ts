// What the readers make of a file: strategies with blocks, ports and links, properties parsed in their languages, nothing resolved yet.
// The same shape for every layout of IRD XML and for Composer diagrams.
import type { Span } from '../diagnostics/index.js';
import type { LocatedText } from '../xml/tree.js';
import type { Expr, ListValue, TargetList } from './languages/ast.js';
import type { BlockType } from './shapes.js';

export type SourceFormat = 'ird-xml' | 'composer-workflow' | 'composer-ixnprocess';

/** A property value, read in its language. `source` is the text as it stands in the file. */
export type SourceValue =
  | { readonly kind: 'expression'; readonly tree: Expr; readonly source: LocatedText }
  | { readonly kind: 'skill'; readonly tree: Expr; readonly source: LocatedText }
  | { readonly kind: 'threshold'; readonly tree: Expr; readonly source: LocatedText }
  | { readonly kind: 'targets'; readonly tree: TargetList; readonly source: LocatedText }
  | { readonly kind: 'list'; readonly tree: ListValue; readonly source: LocatedText }
  | { readonly kind: 'text'; readonly value: string; readonly source: LocatedText }
  | { readonly kind: 'integer'; readonly value: number; readonly source: LocatedText }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly source: LocatedText }
  | { readonly kind: 'variable'; readonly name: string; readonly source: LocatedText }
  /** Composer: a script, an ECMAScript expression, or (form `literal`) a literal text. `recovered` is IRD text found commented out in a script. */
  | {
      readonly kind: 'ecmascript';
      readonly form: 'expression' | 'script' | 'literal';
      readonly code: string;
      readonly source: LocatedText;
      readonly recovered?: readonly LocatedText[];
    };

export interface SourceRow {
  readonly columns: Readonly<Record<string, SourceValue>>;
  readonly rows: Readonly<Record<string, readonly SourceRow[]>>;
  readonly span: Span;
}

export interface SourcePort {
  /** Canonical: `green`, `red`, `default`, a segment's port name, `error.queue.submit` (Composer exception), ... */
  readonly name: string;
  readonly kind: 'output' | 'exception';
  readonly span: Span;
}

export interface SourceLink {
  readonly id: string;
  readonly from: string;
  readonly port: string;
  readonly to: string;
  readonly kind: 'output' | 'exception';
  readonly span: Span;
}

export interface SourceBlock {
  /** The id in the file; unique within its strategy, or a diagnostic. */
  readonly id: string;
  readonly type: BlockType;
  /** As the file spells it. */
  readonly sourceType: string;
  readonly caption: string;
  readonly disabled: boolean;
  /** Notes or comments attached to the block. */
  readonly notes: readonly LocatedText[];
  readonly properties: Readonly<Record<string, SourceValue>>;
  readonly rows: Readonly<Record<string, readonly SourceRow[]>>;
  /** Properties that no shape names: kept as text for placeholders and reports. */
  readonly others: readonly { readonly name: string; readonly value: LocatedText }[];
  readonly ports: readonly SourcePort[];
  readonly position?: { readonly x: number; readonly y: number };
  readonly span: Span;
}

export interface SourceVariable {
  readonly name: string;
  /** INTEGER, STRING, FLOAT, LIST, DATE, TIME, DAY, SKILL, ... as declared; '' in Composer diagrams. */
  readonly type: string;
  readonly initial?: SourceValue;
  /** `script`: shared with all that the strategy calls; in, out and inout are parameters. */
  readonly direction: 'local' | 'script' | 'in' | 'out' | 'inout';
  readonly description: string;
  readonly span: Span;
}

export interface SourceComment {
  readonly text: LocatedText;
  /** Block that it is attached to, if any. */
  readonly block?: string;
  readonly span: Span;
}

export interface SourceStrategy {
  readonly kind: 'strategy' | 'subroutine' | 'macro' | 'process';
  readonly name: string;
  readonly language: 'ird' | 'ecmascript';
  readonly variables: readonly SourceVariable[];
  readonly blocks: readonly SourceBlock[];
  readonly links: readonly SourceLink[];
  readonly comments: readonly SourceComment[];
  /** e.g. IRD or Composer version, author; for the page header. */
  readonly metadata: Readonly<Record<string, string>>;
  readonly span: Span;
}

/** An element or attribute path that no profile rule read, with how often it occurred and where first. */
export interface UnreadItem {
  readonly path: string;
  readonly count: number;
  readonly first: Span;
}

export interface SourceFile {
  readonly file: string;
  readonly format: SourceFormat;
  /** Decoded text of the file, for code frames. */
  readonly text: string;
  /** Name, version and evidence of the profile (`ird-8`, assumed), or of the Composer generation. */
  readonly profile: { readonly name: string; readonly evidence: 'assumed' | 'observed' | 'given' };
  readonly strategies: readonly SourceStrategy[];
  readonly unread: readonly UnreadItem[];
}
