// The flow of a strategy as a drawing: blocks as boxes, links as arrows with the names of their ports.
import type { Block, Port, PortRole, Strategy } from '../ir/nodes.js';
import type { ObjectFact } from '../ir/vocabulary/facts.js';
import type { Account } from '../mappings/accounts.js';
import type { Arrow, ArrowKind, Box, Drawing, Shape } from './model.js';

/** What the drawing has to know besides the strategy. */
export interface FlowFacts {
  readonly accountOf: (node: string) => Account | undefined;
  readonly factOf: (type: Block['type']) => ObjectFact;
}

/** Draws a strategy. Links that lead nowhere are named in the boxes that they leave. */
export function drawFlow(strategy: Strategy, facts: FlowFacts): Drawing {
  const known = new Set(strategy.blocks.map(({ id }) => id));
  return {
    name: strategy.name,
    boxes: strategy.blocks.map((block) => boxOf(block, facts)),
    arrows: strategy.blocks.flatMap((block) =>
      block.ports.flatMap((port) =>
        port.target === undefined || !known.has(port.target) ? [] : [arrowOf(block, port, port.target)],
      ),
    ),
    groups: [],
  };
}

function boxOf(block: Block, { accountOf, factOf }: FlowFacts): Box {
  const account = accountOf(block.nodeId);
  const fact = factOf(block.type);
  const kind = block.type === 'Unknown' ? block.sourceType : fact.name;
  const mayEnd = new Set(fact.ports.flatMap(({ name, mayEnd: may }) => (may === true ? [name] : [])));
  return {
    id: block.id,
    label: block.caption === '' ? block.id : block.caption,
    kind,
    shape: shapeOf(block, fact),
    disposition: account?.disposition ?? '',
    reason: account?.reason ?? '',
    open: block.ports.flatMap(({ name, target }) =>
      target === undefined && !mayEnd.has(name) ? [name] : [],
    ),
    lines: [block.span.start.line, block.span.end.line],
  };
}

const terminals: ReadonlySet<string> = new Set([
  'Entry',
  'Exit',
  'ComposerEntry',
  'ComposerExit',
  'ComposerDisconnect',
]);
const calls: ReadonlySet<string> = new Set([
  'CallSubroutine',
  'Macro',
  'SwitchToStrategy',
  'ComposerSubroutine',
]);
const conditions: ReadonlySet<string> = new Set(['If', 'ErrorSegmentation', 'ComposerBranching']);
const routes: ReadonlySet<string> = new Set(['ComposerTarget', 'ComposerForceRoute']);

/** Shape by category of the toolbar, and for the mixed categories by type. */
function shapeOf({ type, ports }: Block, { category }: ObjectFact): Shape {
  if (terminals.has(type)) return 'terminal';
  if (calls.has(type)) return 'call';
  if (type === 'Comment') return 'note';
  if (routes.has(type)) return 'routing';
  if (conditions.has(type)) return 'decision';
  switch (category) {
    case 'Segmentation':
      return 'decision';
    case 'Routing':
      return 'routing';
    case 'Voice Treatment':
      return 'treatment';
    case 'Data & Services':
    case 'Multimedia':
    case 'Outbound':
    case 'SMS':
      return 'service';
    default:
      return ports.some(({ role }) => role === 'branch') ? 'decision' : 'data';
  }
}

const kinds: Readonly<Record<PortRole, ArrowKind>> = {
  success: 'usual',
  failure: 'failure',
  branch: 'branch',
  default: 'default',
  exception: 'exception',
};

/** The only way out of a block needs no name. */
function arrowOf({ id, ports }: Block, { name, role }: Port, to: string): Arrow {
  const isPlain = role === 'success' && ports.filter(({ target }) => target !== undefined).length === 1;
  return { from: id, to, label: isPlain ? '' : name, kind: kinds[role], title: name };
}
