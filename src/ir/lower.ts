// From a strategy as read to the strategy graph: ids given, names resolved, types known, ways connected, and everything doubtful reported.
import { compareSpans, type Diagnostic, type Outcome } from '../diagnostics/index.js';
import type { SourceFile, SourceStrategy, SourceVariable } from '../ird-parser/source-model.js';
import { reachedFrom } from './graph/algorithms.js';
import { checkFlow, flowGraph, isStart } from './graph/flow.js';
import { blockIds } from './lowering/block-ids.js';
import { isOutsideOfFlow, lowerBlock } from './lowering/blocks.js';
import { connect, type Connections, type NamedBlock } from './lowering/connections.js';
import { blockLabel, type LowerEnvironment, type Lowering } from './lowering/context.js';
import { declareVariables, lowerVariables } from './lowering/declarations.js';
import { nameToId } from './lowering/slug.js';
import { childId, distinct, memberId, textKey } from './node-id.js';
import type { Comment, Strategy } from './nodes.js';

export { checkCallGraph } from './call-graph.js';
export type { LowerEnvironment } from './lowering/context.js';
export { outlineOf, type StrategyOutline } from './outline.js';
export { signatureOf, type SubroutineSignature } from './signature.js';

/** Lowers one strategy of a file. Findings come in the order of the file; the result is as complete as the source allows. */
export function lowerStrategy(
  source: SourceStrategy,
  file: SourceFile,
  env: LowerEnvironment,
): Outcome<Strategy> {
  const id = strategyId(source, file.file);
  const diagnostics: Diagnostic[] = [];
  const declarations = declareVariables(source.variables, id, diagnostics, source.language, env.assumptions);
  const cx: Lowering = {
    env,
    strategy: id,
    language: source.language,
    variables: declarations.table,
    diagnostics,
    assumed: new Set(source.variables.some(isOfScript) ? ['variables.script'] : []),
  };
  const variables = lowerVariables(declarations, cx);

  const named = nameBlocks(source, cx);
  const { links, ports } = connect(source, named, cx);
  const start = named.find((block) => isStart(block.source.type));
  const isReached = reachability(named, ports, start);
  const blocks = named.map((block, index) =>
    lowerBlock(block, { ports: ports[index] ?? [], reachable: isReached(index) }, cx),
  );

  const { kind, name, language, metadata, span } = source;
  const strategy: Strategy = {
    nodeId: id,
    kind,
    name,
    id,
    language,
    variables,
    blocks,
    links,
    comments: lowerComments(source, named, cx),
    entry: start?.id,
    metadata,
    source: { file: file.file, format: file.format, profile: file.profile },
    assumptions: [...cx.assumed].sort(),
    span,
  };
  const flow = checkFlow(strategy, env.subroutines);
  return { value: strategy, diagnostics: [...diagnostics, ...flow].sort(inFileOrder) };
}

const isOfScript = ({ direction }: SourceVariable): boolean => direction === 'script';

const inFileOrder = (a: Diagnostic, b: Diagnostic): number =>
  compareSpans(a.span, b.span) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);

/** The name of the page: from the strategy's name, else from the file's, else from what makes the name unique. */
export function strategyId({ name, kind }: Pick<SourceStrategy, 'name' | 'kind'>, file: string): string {
  const fileName = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return nameToId(name, kind) || nameToId(fileName, kind) || `${kind}_${textKey(name)}`;
}

function nameBlocks(source: SourceStrategy, cx: Lowering): readonly NamedBlock[] {
  const ids = blockIds(source.blocks);
  // Two blocks of one id are reported where the file is read; here they must not be taken for one.
  const keys = distinct(source.blocks.map((block) => block.id));
  return source.blocks.map((block, index) => ({
    source: block,
    id: ids[index] ?? '',
    place: { node: childId(cx.strategy, keys[index] ?? ''), label: blockLabel(block) },
  }));
}

/** Which blocks control can come to. Without a start nothing is claimed. */
function reachability(
  blocks: readonly NamedBlock[],
  ports: Connections['ports'],
  start: NamedBlock | undefined,
): (index: number) => boolean {
  if (start === undefined) return () => true;
  const graph = flowGraph(blocks.map(({ id }, index) => ({ id, ports: ports[index] ?? [] })));
  const reached = reachedFrom(graph, [blocks.indexOf(start)]);
  return (index) => reached.has(index) || isOutsideOfFlow(blocks[index]?.source);
}

/** Comments have no ids of their own: the text stands for them. */
function lowerComments(
  source: SourceStrategy,
  blocks: readonly NamedBlock[],
  cx: Lowering,
): readonly Comment[] {
  const idOf = new Map(blocks.toReversed().map((block) => [block.source.id, block.id]));
  const keys = distinct(source.comments.map((comment) => textKey(comment.text.text)));
  return source.comments.map((comment, index) => ({
    id: memberId(cx.strategy, 'comment', keys[index] ?? ''),
    text: comment.text.text,
    block: comment.block === undefined ? undefined : idOf.get(comment.block),
    span: comment.span,
  }));
}
