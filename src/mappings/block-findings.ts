// What is said about a block that was converted: calls beside which something is to be known, parts that have no equivalent, what is to be reviewed.
import { diagnose, type Diagnostic, type Span } from '../diagnostics/index.js';
import type { Block, NodeId, Strategy } from '../ir/nodes.js';
import type { OpenContext } from './block-context.js';
import type { Registration } from './call-end.js';

/** A call about which something is to be said; for thresholds, the subroutine that URS calls by itself. */
export interface NotedCall {
  readonly name: string;
  readonly node: NodeId;
  readonly span: Span;
}

/** A call beside which something has to stay in URS. */
export interface LeftCall extends NotedCall {
  readonly reason: string;
}

/** A value may be read more than once; what is said about its calls is said once. */
const eachOnce = <T extends NotedCall>(calls: readonly T[]): readonly T[] => [
  ...new Map(calls.map((each) => [`${each.node} ${each.name}`, each])).values(),
];

/** Whether a strategy calls a subroutine by an object as well. */
export const callsByObject =
  ({ blocks }: Strategy) =>
  (name: string): boolean =>
    blocks.some(
      (block) =>
        block.type === 'CallSubroutine' &&
        block.properties.subroutine?.value.toLowerCase() === name.toLowerCase(),
    );

/** The findings about a block that was converted. */
export function blockFindings(
  block: Block,
  cx: Pick<
    OpenContext,
    'accounts' | 'leftInUrs' | 'registrations' | 'reviews' | 'subroutinesOfUrs' | 'unverified' | 'ursCalls'
  >,
  ownReason: string,
  isCalled: (name: string) => boolean,
): readonly Diagnostic[] {
  const name = block.caption || block.sourceType;
  // What makes every block of the type a matter of review comes first, then what this block adds.
  const reasons = [...new Set([...(ownReason === '' ? [] : [ownReason]), ...cx.reviews])];
  const unsupported = [...cx.accounts].filter(
    ([id, { disposition }]) => disposition === 'unsupported' && id !== block.nodeId,
  );
  return [
    ...eachOnce(cx.ursCalls).map((c) => diagnose('IRD3010', c.node, c.span, { name: c.name, block: name })),
    ...eachOnce(cx.subroutinesOfUrs).map((c) =>
      diagnose('IRD3011', c.node, c.span, { name: c.name, block: name, isCalled: isCalled(c.name) }),
    ),
    ...eachOnce(cx.leftInUrs).map((c) =>
      diagnose('IRD3020', c.node, c.span, { name: c.name, block: name, reason: c.reason }),
    ),
    ...cx.registrations.flatMap((each) => lossFindings(each, name)),
    ...eachOnce(cx.unverified).map((c) => diagnose('IRD3012', c.node, c.span, { name: c.name, block: name })),
    ...reasons.map((note) => diagnose('IRD3002', block.nodeId, block.span, { name, note })),
    ...unsupported.map(([id, { reason }]) => diagnose('IRD3004', id, block.span, { block: name, reason })),
  ];
}

/** What is left to do by hand about a strategy that is registered for the loss of the call. */
function lossFindings({ call, strategy, gap, idle }: Registration, block: string): readonly Diagnostic[] {
  if (gap !== undefined) return [diagnose('IRD3021', call.id, call.span, { block, strategy, gap })];
  return idle.length > 0 ? [diagnose('IRD3022', call.id, call.span, { block, strategy, idle })] : [];
}
