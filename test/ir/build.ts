// Source strategies by hand, without the readers: places are made up, one line for each thing built.
import type { Diagnostic, Outcome, Span } from '../../src/diagnostics/index.js';
import type { LowerEnvironment } from '../../src/ir/lower.js';
import { lowerStrategy, signatureOf } from '../../src/ir/lower.js';
import type { Block, Expr, IrdType, Strategy } from '../../src/ir/nodes.js';
import { valuesOf } from '../../src/ir/walk.js';
import type * as ast from '../../src/ird-parser/languages/ast.js';
import { blockShapes, type BlockType } from '../../src/ird-parser/shapes.js';
import type {
  SourceBlock,
  SourceFile,
  SourceLink,
  SourceRow,
  SourceStrategy,
  SourceValue,
  SourceVariable,
} from '../../src/ird-parser/source-model.js';
import type { LocatedText } from '../../src/xml/tree.js';

const file = 'lines.xml';

/** A made-up place: a line of its own. */
export const line = (number: number): Span => ({
  file,
  start: { line: number, column: 1, offset: number * 100 },
  end: { line: number, column: 10, offset: number * 100 + 9 },
});
const here = line(1);

export const located = (text: string, span: Span = here): LocatedText => ({ text, span: () => span });

// Syntax trees.
export const str = (value: string): ast.Expr => ({ kind: 'string', value, quote: "'", span: here });
export const num = (raw: string | number): ast.Expr => ({
  kind: 'number',
  value: Number(raw),
  float: String(raw).includes('.'),
  raw: String(raw),
  span: here,
});
export const name = (text: string): ast.Expr => ({ kind: 'name', name: text, span: here });
export const moment = (type: 'TIME' | 'DATE' | 'DAY', raw: string): ast.Expr => ({
  kind: 'moment',
  type,
  raw,
  span: here,
});
export const call = (callee: string, ...args: readonly ast.Expr[]): ast.Call => ({
  kind: 'call',
  name: callee,
  nameSpan: here,
  args,
  brackets: '[]',
  span: here,
});
export const binary = (left: ast.Expr, op: ast.BinaryOperator, right: ast.Expr): ast.Expr => ({
  kind: 'binary',
  op,
  left,
  right,
  span: here,
});
export const unary = (op: ast.UnaryOperator, operand: ast.Expr): ast.Expr => ({
  kind: 'unary',
  op,
  operand,
  span: here,
});
export const group = (inner: ast.Expr): ast.Expr => ({ kind: 'group', inner, span: here });

// Values of properties.
export const expression = (tree: ast.Expr, text = 'source'): SourceValue => ({
  kind: 'expression',
  tree,
  source: located(text),
});
export const text = (value: string): SourceValue => ({ kind: 'text', value, source: located(value) });
export const variable = (named: string): SourceValue => ({
  kind: 'variable',
  name: named,
  source: located(named),
});
export const integer = (value: number): SourceValue => ({
  kind: 'integer',
  value,
  source: located(String(value)),
});
export const threshold = (tree: ast.Expr): SourceValue => ({
  kind: 'threshold',
  tree,
  source: located('threshold'),
});
export const script = (
  code: string,
  form: 'expression' | 'script' | 'literal' = 'script',
  recovered: readonly string[] = [],
): SourceValue => ({
  kind: 'ecmascript',
  form,
  code,
  source: located(code),
  recovered: recovered.map((found) => located(found)),
});

export const row = (
  columns: Readonly<Record<string, SourceValue>>,
  rows: SourceRow['rows'] = {},
): SourceRow => ({ columns, rows, span: here });

type BlockParts = Partial<Omit<SourceBlock, 'id' | 'type' | 'notes' | 'ports' | 'others'>> & {
  readonly notes?: readonly string[];
  readonly ports?: readonly string[];
  readonly exceptions?: readonly string[];
  readonly others?: Readonly<Record<string, string>>;
};

export function block(id: string, type: BlockType, parts: BlockParts = {}): SourceBlock {
  const { notes = [], ports = [], exceptions = [], others = {}, ...rest } = parts;
  return {
    id,
    type,
    sourceType: type,
    caption: '',
    disabled: false,
    properties: {},
    rows: {},
    span: here,
    ...rest,
    notes: notes.map((note) => located(note)),
    ports: [
      ...ports.map((port) => ({ name: port, kind: 'output' as const, span: here })),
      ...exceptions.map((port) => ({ name: port, kind: 'exception' as const, span: here })),
    ],
    others: Object.entries(others).map(([key, value]) => ({ name: key, value: located(value) })),
  };
}

/** `link('1.green -> 2')`. */
export function link(arrow: string, kind: SourceLink['kind'] = 'output'): SourceLink {
  const [, from = '', port = '', to = ''] = /^(.*?)\.(.*) -> (.*)$/.exec(arrow) ?? [];
  return { id: arrow, from, port, to, kind, span: here };
}

export const declare = (
  declared: string,
  type: string,
  parts: Partial<SourceVariable> = {},
): SourceVariable => ({ name: declared, type, direction: 'local', description: '', span: here, ...parts });

type StrategyParts = Partial<Omit<SourceStrategy, 'links' | 'comments'>> & {
  readonly links?: readonly (string | SourceLink)[];
  readonly comments?: readonly { readonly text: string; readonly block?: string }[];
};

export function strategy(parts: StrategyParts = {}): SourceStrategy {
  const { links = [], comments = [], ...rest } = parts;
  return {
    kind: 'strategy',
    name: 'Main',
    language: 'ird',
    variables: [],
    blocks: [],
    metadata: {},
    span: here,
    ...rest,
    links: links.map((each) => (typeof each === 'string' ? link(each) : each)),
    comments: comments.map(({ text: words, block: owner }) => ({
      text: located(words),
      span: here,
      ...(owner === undefined ? {} : { block: owner }),
    })),
  };
}

const printed = (tree: ast.Expr): string => {
  switch (tree.kind) {
    case 'call':
      return `${tree.name}[${tree.args.map(printed).join(', ')}]`;
    case 'string':
      return `'${tree.value}'`;
    case 'number':
    case 'moment':
      return tree.raw;
    case 'name':
    case 'statistic':
      return tree.name;
    case 'target':
      return `${tree.target.name}@${tree.target.server ?? ''}.${tree.target.type ?? ''}`;
    default:
      return tree.kind;
  }
};

export const environment = (
  subroutines: readonly SourceStrategy[] = [],
  assumptions: Readonly<Record<string, string>> = {},
): LowerEnvironment => ({
  shapes: blockShapes,
  print: printed,
  subroutines: new Map(subroutines.map((source) => [source.name, signatureOf(source)])),
  assumptions,
});

export const lower = (source: SourceStrategy, env: LowerEnvironment = environment()): Outcome<Strategy> => {
  const parsed: SourceFile = {
    file,
    format: source.language === 'ird' ? 'ird-xml' : 'composer-workflow',
    text: '',
    profile: { name: 'hand', evidence: 'given' },
    strategies: [source],
    unread: [],
  };
  return lowerStrategy(source, parsed, env);
};

export const codes = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map((found) => found.code);

/** The messages of one code. */
export const messages = (diagnostics: readonly Diagnostic[], code: string): readonly string[] =>
  diagnostics.filter((found) => found.code === code).map((found) => found.message);

/** A strategy whose start leads to `blocks` one after the other by their green ports, and then to an Exit. */
export function chain(blocks: readonly SourceBlock[], parts: StrategyParts = {}): SourceStrategy {
  const all = [block('start', 'Entry'), ...blocks, block('end', 'Exit')];
  const links = all.slice(1).map((next, index) => `${all[index]?.id ?? ''}.green -> ${next.id}`);
  return strategy({ ...parts, blocks: all, links: [...links, ...(parts.links ?? [])] });
}

/** Lowers one expression, as the right side of an assignment to an untyped variable. */
export function lowerOne(
  tree: ast.Expr,
  variables: Readonly<Record<string, IrdType>> = {},
  env?: LowerEnvironment,
): { readonly expr: Expr; readonly diagnostics: readonly Diagnostic[] } {
  const declared = Object.entries(variables).map(([key, type]) =>
    declare(key, type === 'UNKNOWN' ? '' : type),
  );
  const assign = block('1', 'MultiFunction', { rows: { calls: [row({ expression: expression(tree) })] } });
  const { value, diagnostics } = lower(chain([assign], { variables: declared }), env);
  const lowered = value.blocks.flatMap(valuesOf).find((found) => found.kind === 'expression');
  if (lowered?.kind !== 'expression') throw new Error('the expression got lost');
  return { expr: lowered.expr, diagnostics: diagnostics.filter(({ code }) => code < 'IRD2100') };
}

export const blockOf = (lowered: Strategy, sourceId: string): Block => {
  const found = lowered.blocks.find((each) => each.sourceId === sourceId);
  if (found === undefined) throw new Error(`no block ${sourceId}`);
  return found;
};
