// From an expression with lifted calls to steps in the order of IRD: what stands to the left of a request is computed before it and kept, what the left
// side of `&` and `|` makes needless is not asked for, and each call is made once. The rest of the expression stays an expression.
import type { Expr, IrdType } from '../../ir/nodes.js';
import { callsOf, type CallExpr } from '../../ir/walk.js';
import { isTruth } from '../expressions.js';
import { askingParts, isLifted } from './calls.js';

/** A place for a value between two states; read like a variable. */
export type Temporary = Extract<Expr, { kind: 'variable' }>;

export type Step =
  | { readonly kind: 'keep'; readonly in: Temporary; readonly expr: Expr; readonly as: 'value' | 'truth' }
  | { readonly kind: 'ask'; readonly in: Temporary; readonly call: CallExpr }
  /** Steps that are taken when the truth value in the temporary is `is`. */
  | {
      readonly kind: 'when';
      readonly value: Temporary;
      readonly is: boolean;
      readonly steps: readonly Step[];
    };

export interface Sequenced {
  readonly steps: readonly Step[];
  /** What is left to be computed where the expression stood. */
  readonly expr: Expr;
}

/** Makes a temporary; `name` says what it holds. */
export type NewTemporary = (name: string, type: IrdType, expr: Expr) => Temporary;

/** Takes the lifted calls out of an expression. */
export function sequenceCalls(expr: Expr, newTemporary: NewTemporary): Sequenced {
  const asking = askingParts(expr);
  return asking.size === 0 ? { steps: [], expr } : sequence(expr, { asking, newTemporary });
}

interface Work {
  readonly asking: ReadonlySet<Expr>;
  readonly newTemporary: NewTemporary;
}

function sequence(expr: Expr, work: Work): Sequenced {
  if (!work.asking.has(expr)) return { steps: [], expr };
  switch (expr.kind) {
    case 'call':
      return sequenceCall(expr, work);
    case 'unary': {
      const operand = sequence(expr.operand, work);
      return { steps: operand.steps, expr: { ...expr, operand: operand.expr } };
    }
    case 'binary':
      return sequenceChain(expr, work);
    case 'string':
    case 'number':
    case 'moment':
    case 'variable':
    case 'constant':
    case 'invalid':
      return { steps: [], expr };
  }
}

function sequenceCall(call: CallExpr, work: Work): Sequenced {
  const steps: Step[] = [];
  const lifted = isLifted(call);
  const lastAsking = call.args.findLastIndex((arg) => work.asking.has(arg));
  const args = call.args.map((arg, i) => {
    const done = sequence(arg, work);
    steps.push(...done.steps);
    // A request may write an argument several times, and does so again when its state begins again: what calls something is computed before.
    const again = lifted && callsOf(done.expr).length > 0;
    return again || i < lastAsking ? keep(done.expr, steps, work) : done.expr;
  });
  const rest: CallExpr = { ...call, args };
  if (!lifted) return { steps, expr: rest };
  const answer = work.newTemporary(call.name, call.type, call);
  return { steps: [...steps, { kind: 'ask', in: answer, call: rest }], expr: answer };
}

type Binary = Extract<Expr, { kind: 'binary' }>;

/** Chains of one operator lean to the left and may be long: they are walked in a loop. */
function sequenceChain(expr: Binary, work: Work): Sequenced {
  const chain: Binary[] = [];
  let first: Expr = expr;
  while (first.kind === 'binary' && work.asking.has(first)) {
    chain.push(first);
    first = first.left;
  }
  const start = sequence(first, work);
  const steps: Step[] = [...start.steps];
  let left = start.expr;
  for (const node of chain.reverse()) left = sequenceBinary(node, left, steps, work);
  return { steps, expr: left };
}

/** One operator whose left side is done; gives what is left of it. */
function sequenceBinary(node: Binary, left: Expr, steps: Step[], work: Work): Expr {
  if (!work.asking.has(node.right)) return { ...node, left };
  if (node.op !== '&' && node.op !== '|') {
    const kept = keep(left, steps, work);
    const right = sequence(node.right, work);
    steps.push(...right.steps);
    return { ...node, left: kept, right: right.expr };
  }
  // The right side is asked for only when the left side has not decided.
  const truth = work.newTemporary('truth', 'BOOLEAN', node);
  const right = sequence(node.right, work);
  steps.push(
    { kind: 'keep', in: truth, expr: left, as: 'truth' },
    {
      kind: 'when',
      value: truth,
      is: node.op === '&',
      steps: [...right.steps, { kind: 'keep', in: truth, expr: right.expr, as: 'truth' }],
    },
  );
  return truth;
}

/** Keeps what is computed before a request: it may change, or have an effect, while the answer is awaited. What cannot change stays where it is. */
function keep(expr: Expr, steps: Step[], work: Work): Expr {
  if (expr.kind !== 'call' && expr.kind !== 'binary' && expr.kind !== 'unary') return expr;
  const kept = work.newTemporary('value', isTruth(expr) ? 'BOOLEAN' : expr.type, expr);
  steps.push({ kind: 'keep', in: kept, expr, as: 'value' });
  return kept;
}
