// Which blocks cannot leave by their failure port: what they do has no error, and their expressions have no operation that can fail.
import type { Block } from '../../ir/nodes.js';
import { subexpressions } from '../../ir/walk.js';
import { computedFunctions } from '../evaluate/functions/index.js';
import { calledStatistics } from '../evaluate/functions/statistics.js';
import type { ProgramCode } from './program-code.js';

/** They only evaluate and keep what they find. */
const computing: ReadonlySet<string> = new Set([
  'Assign',
  'MultiAssign',
  'Function',
  'MultiFunction',
  'Attach',
  'MultiAttach',
  'AttachCategories',
  'SetDefaultDestination',
]);
const computed: ReadonlySet<string> = new Set(computedFunctions);
const statistics: ReadonlySet<string> = new Set(calledStatistics);
/** Functions that have an error themselves: no statistic, no such moment, an interval of nothing, an unknown zone. */
const failing = /^(?:UTC|Rand|S?Data$|.*Stat.*Data|AgentStat|RVQData|CallsEntered|TimeDifference)|InZone$/;
const overflowing: ReadonlySet<string> = new Set(['+', '-', '*', '/']);

/** Why the failure port of a block is never taken, in one sentence; undefined when it may be. */
export function whyNeverFails(block: Block, code: ProgramCode): string | undefined {
  if (block.type === 'Default')
    return 'Default routing is the last thing that is tried: it leads nowhere else.';
  if (!computing.has(block.type)) return undefined;
  const parts = code.expressions(block).flatMap((expr) => [...subexpressions(expr)]);
  const mayFail = parts.some((part) => {
    switch (part.kind) {
      case 'call':
        return !computed.has(part.name) || statistics.has(part.name) || failing.test(part.name);
      case 'binary':
        return overflowing.has(part.op);
      case 'unary':
        return part.op === '-' && part.operand.kind !== 'number';
      default:
        return part.kind === 'invalid';
    }
  });
  return mayFail ? undefined : 'Nothing in it can fail.';
}
