// The strategy graph as data: what lowering makes of a source strategy, and what mappings and equivalence read.
// Names are resolved, types known, ids stable. Calls stand where the strategy drew them; nothing is lifted here.
import type { Span } from '../diagnostics/index.js';
import type { Expr as SyntaxExpr, TargetList } from '../ird-parser/languages/ast.js';
import type {
  BlockShape,
  BlockType,
  ComposerBlockType,
  PropertyLanguage,
  RowsShape,
  ScalarShape,
  ShapedBlockType,
  UnshapedBlockType,
  blockShapes,
} from '../ird-parser/shapes.js';

export type { BlockType };

/** Path of a source node: `strategy/block id/...`; the key of dispositions, findings and baselines. Never a counter over the whole file. */
export type NodeId = string;

export type IrdType =
  | 'INTEGER'
  | 'FLOAT'
  | 'STRING'
  | 'LIST'
  | 'DATE'
  | 'TIME'
  | 'DAY'
  /** A truth value that is not stored yet; stored in a variable it is 1 or 0. */
  | 'BOOLEAN'
  | 'UNKNOWN';

/** A resolved, typed IRD expression. Parentheses are gone: grouping is the shape of the tree. */
export type Expr =
  | { readonly kind: 'string'; readonly value: string; readonly type: 'STRING'; readonly span: Span }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly raw: string;
      readonly type: 'INTEGER' | 'FLOAT';
      readonly span: Span;
    }
  /** `value`: TIME = seconds since midnight; DATE = `MM/DD/YYYY`, zero-padded; DAY = 0 (Sunday) to 6. */
  | {
      readonly kind: 'moment';
      readonly value: number | string;
      readonly raw: string;
      readonly type: 'TIME' | 'DATE' | 'DAY';
      readonly span: Span;
    }
  | { readonly kind: 'variable'; readonly name: string; readonly type: IrdType; readonly span: Span }
  /** A named constant of URS (`RouteTypeDirect`, `true`, ...): its value by src/ir/vocabulary. */
  | {
      readonly kind: 'constant';
      readonly name: string;
      readonly value: number | string;
      readonly type: IrdType;
      readonly span: Span;
    }
  | {
      readonly kind: 'call';
      readonly id: NodeId;
      /** Canonical name of the vocabulary; as written when the vocabulary does not know it. */
      readonly name: string;
      readonly writtenAs: string;
      /** False: no vocabulary entry; any arguments are accepted. */
      readonly known: boolean;
      readonly args: readonly Expr[];
      readonly type: IrdType;
      readonly span: Span;
    }
  | {
      readonly kind: 'binary';
      readonly op: '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '|';
      readonly left: Expr;
      readonly right: Expr;
      readonly type: IrdType;
      readonly span: Span;
    }
  | {
      readonly kind: 'unary';
      readonly op: '-' | '!';
      readonly operand: Expr;
      readonly type: IrdType;
      readonly span: Span;
    }
  /** What could not be parsed or resolved; always comes with an error, and makes its block a placeholder. */
  | { readonly kind: 'invalid'; readonly text: string; readonly type: 'UNKNOWN'; readonly span: Span };

interface ValueBase {
  readonly id: NodeId;
  /** As it stands in the source file: shown in notes and placeholders. */
  readonly text: string;
  readonly span: Span;
}

/** A property of a block. */
export type Value =
  | (ValueBase & { readonly kind: 'expression'; readonly expr: Expr })
  /** Skill and threshold texts stay text for URS; `tree` is for checks, `canonical` the printed form. */
  | (ValueBase & {
      readonly kind: 'skill' | 'threshold';
      readonly tree: SyntaxExpr;
      readonly canonical: string;
    })
  | (ValueBase & { readonly kind: 'targets'; readonly tree: TargetList })
  | (ValueBase & { readonly kind: 'text'; readonly value: string })
  | (ValueBase & { readonly kind: 'integer'; readonly value: number })
  | (ValueBase & { readonly kind: 'boolean'; readonly value: boolean })
  /** A variable that the block writes; `resolved` is false when it is not declared. */
  | (ValueBase & {
      readonly kind: 'variable';
      readonly name: string;
      readonly type: IrdType;
      readonly resolved: boolean;
    })
  | (ValueBase & {
      readonly kind: 'ecmascript';
      readonly form: 'expression' | 'script' | 'literal';
      readonly code: string;
      /** IRD expressions that the vendor's importer left commented out in this script. */
      readonly recovered: readonly { readonly id: NodeId; readonly text: string; readonly span: Span }[];
    });

type ValueOf<L extends PropertyLanguage> = L extends 'expression'
  ? Extract<Value, { kind: 'expression' }>
  : L extends 'skill' | 'threshold'
    ? Extract<Value, { kind: 'skill' | 'threshold' }>
    : L extends 'targets'
      ? Extract<Value, { kind: 'targets' }>
      : L extends 'integer'
        ? Extract<Value, { kind: 'integer' }>
        : L extends 'boolean'
          ? Extract<Value, { kind: 'boolean' }>
          : L extends 'variable'
            ? Extract<Value, { kind: 'variable' }>
            : L extends 'ecmascript'
              ? Extract<Value, { kind: 'ecmascript' }>
              : Extract<Value, { kind: 'text' }>;

type RowOf<R extends RowsShape> = {
  readonly [C in keyof R['columns']]?: ValueOf<R['columns'][C]>;
} & {
  readonly rows: R['rows'] extends Readonly<Record<string, RowsShape>>
    ? { readonly [N in keyof R['rows']]: readonly RowOf<R['rows'][N]>[] }
    : Readonly<Record<string, never>>;
  readonly span: Span;
};

/** Properties of a block of type `T`, computed from its shape: scalars may be missing, rows may be empty. */
export type PropertiesOf<T extends ShapedBlockType> = {
  readonly [
    P in keyof (typeof blockShapes)[T] as (typeof blockShapes)[T][P] extends ScalarShape ? P : never
  ]?: (typeof blockShapes)[T][P] extends ScalarShape
    ? ValueOf<(typeof blockShapes)[T][P]['language']>
    : never;
} & {
  readonly [
    P in keyof (typeof blockShapes)[T] as (typeof blockShapes)[T][P] extends RowsShape ? P : never
  ]: (typeof blockShapes)[T][P] extends RowsShape ? readonly RowOf<(typeof blockShapes)[T][P]>[] : never;
};

/** Rows of blocks without a shape (Composer, placeholders). */
export interface LooseRow {
  readonly columns: Readonly<Record<string, Value>>;
  readonly rows: Readonly<Record<string, readonly LooseRow[]>>;
  readonly span: Span;
}

export interface LooseProperties {
  readonly values: Readonly<Record<string, Value>>;
  readonly rows: Readonly<Record<string, readonly LooseRow[]>>;
}

/** `exception`: a Composer exception port, named by its event. `branch`: a segment or condition, in order. */
export type PortRole = 'success' | 'failure' | 'branch' | 'default' | 'exception';

export interface Port {
  readonly id: NodeId;
  readonly name: string;
  readonly role: PortRole;
  /** Block `id` that the port leads to; undefined when nothing is connected. */
  readonly target: string | undefined;
  /** The file does not list the port; the vocabulary says that the block has it. Not counted as a source node. */
  readonly implied: boolean;
  readonly span: Span;
}

interface BlockBase {
  readonly nodeId: NodeId;
  /** Stable id, an ASCII slug: the id of the state that the block becomes. Unique in its strategy. */
  readonly id: string;
  readonly sourceId: string;
  /** As the file spells the type. */
  readonly sourceType: string;
  readonly caption: string;
  readonly disabled: boolean;
  readonly notes: readonly string[];
  readonly ports: readonly Port[];
  /** Properties that no shape names. */
  readonly others: readonly { readonly name: string; readonly text: string; readonly span: Span }[];
  /** False: no path leads here from the entry. */
  readonly reachable: boolean;
  readonly span: Span;
}

export type ShapedBlock<T extends ShapedBlockType = ShapedBlockType> = {
  [K in T]: BlockBase & { readonly type: K; readonly properties: PropertiesOf<K> };
}[T];
export type LooseBlock = BlockBase & {
  readonly type: UnshapedBlockType | ComposerBlockType | 'Unknown';
  readonly properties: LooseProperties;
};
export type Block = ShapedBlock | LooseBlock;
/** The block type's own member of the union. */
export type BlockOf<T extends BlockType> = T extends ShapedBlockType
  ? ShapedBlock<T>
  : BlockBase & { readonly type: T; readonly properties: LooseProperties };

export interface Variable {
  readonly nodeId: NodeId;
  readonly name: string;
  readonly type: IrdType;
  readonly declaredType: string;
  readonly direction: 'local' | 'script' | 'in' | 'out' | 'inout';
  readonly initial: Value | undefined;
  readonly description: string;
  readonly span: Span;
}

export interface Link {
  readonly id: NodeId;
  /** Block ids; `to` is undefined when the link leads nowhere. */
  readonly from: string | undefined;
  readonly port: string;
  readonly to: string | undefined;
  readonly span: Span;
}

export interface Comment {
  readonly id: NodeId;
  readonly text: string;
  /** Block id that it is attached to. */
  readonly block: string | undefined;
  readonly span: Span;
}

export interface Strategy {
  readonly nodeId: NodeId;
  readonly kind: 'strategy' | 'subroutine' | 'macro' | 'process';
  readonly name: string;
  /** ASCII slug of the name: file name and page name. */
  readonly id: string;
  readonly language: 'ird' | 'ecmascript';
  readonly variables: readonly Variable[];
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  readonly comments: readonly Comment[];
  /** Id of the start block; undefined when there is none (an error was reported). */
  readonly entry: string | undefined;
  readonly metadata: Readonly<Record<string, string>>;
  readonly source: {
    readonly file: string;
    readonly format: 'ird-xml' | 'composer-workflow' | 'composer-ixnprocess';
    readonly profile: { readonly name: string; readonly evidence: 'assumed' | 'observed' | 'given' };
  };
  /** Rows of the assumptions table that lowering itself relied on, sorted. */
  readonly assumptions: readonly string[];
  readonly span: Span;
}

/** Kinds of source nodes that are counted, each once (design: conservation). */
export type NodeKind = 'block' | 'port' | 'link' | 'variable' | 'expression' | 'call' | 'comment';

export interface CountedNode {
  readonly id: NodeId;
  readonly kind: NodeKind;
  /** Block that owns it, when it belongs to one. */
  readonly block: string | undefined;
  readonly span: Span;
}

export type { BlockShape, ShapedBlockType, ComposerBlockType, UnshapedBlockType };
