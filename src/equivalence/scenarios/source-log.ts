// One run of the source, with what it showed to the search: what it reached, what it read and compared, what it asked of the scenario, and when it stood in
// which block.
import type { Block } from '../../ir/nodes.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import type { BinaryExpr, CallExpr } from '../evaluate/context.js';
import { toText, type IrdValue } from '../evaluate/values.js';
import type { AskedAnswer, SourceRead } from '../run/observer.js';
import type { SourceProgram } from '../run/program.js';
import { runSource, type SourceRun } from '../run/run-source.js';
import { blockKey, conditionKey, operandKey, ownOperands, pairKey, portKey } from './goals.js';
import { isJoin, type ProgramCode } from './program-code.js';

/** Control was in a block, in virtual seconds. */
export interface Stay {
  readonly block: Block;
  /** Id of the port by which it came; '' at the start of a strategy. */
  readonly by: string;
  readonly from: number;
  to: number;
  /** Steps that were recorded before it came. */
  readonly steps: number;
}

export interface Compared {
  readonly node: BinaryExpr;
  readonly left: IrdValue;
  readonly right: IrdValue;
  readonly block: Block | undefined;
}

export interface SourceLog {
  readonly scenario: Scenario;
  readonly run: SourceRun;
  /** Keys of goals, and of finer things: classes of values, sides of a limit, ways to end. */
  readonly reached: ReadonlySet<string>;
  readonly stays: readonly Stay[];
  readonly reads: readonly { readonly block: Block | undefined; readonly read: SourceRead }[];
  readonly asked: readonly { readonly block: Block | undefined; readonly ask: AskedAnswer }[];
  readonly compared: readonly Compared[];
}

const most = 500;

export function runWithLog(program: SourceProgram, code: ProgramCode, scenario: Scenario): SourceLog {
  const reached = new Set<string>();
  const stays: Stay[] = [];
  const reads = new Map<string, SourceLog['reads'][number]>();
  const asked: SourceLog['asked'][number][] = [];
  const compared = new Map<BinaryExpr, Compared>();
  let block: Block | undefined;
  let by = '';
  let chain: string[] = [];
  const run = runSource(program, scenario, {
    enter: (entered, at) => {
      const before = stays.at(-1);
      if (before !== undefined) before.to = at;
      block = entered;
      if (stays.length < most) stays.push({ block, by, from: at, to: at, steps: 0 });
      reached.add(blockKey(entered));
      by = '';
    },
    leave: (left, port, name) => {
      block = left;
      const id = port ?? `${left.nodeId}/${name}`;
      reached.add(portKey(id));
      const came = stays.findLast((stay) => stay.block === left)?.by ?? '';
      if (came !== '') reached.add(pairKey(came, id));
      by = id;
    },
    condition: (node, held) => {
      reached.add(conditionKey(node, held));
    },
    read: (read) => {
      const key = `${block?.nodeId ?? ''} ${read.kind} ${read.name.join(' ')}`;
      if (reads.size < most && !reads.has(key)) reads.set(key, { block, read });
    },
    asked: (ask) => {
      if (asked.length < most) asked.push({ block, ask });
      if (ask.what === 'failure' && ask.answered)
        reached.add(`failed ${block?.nodeId ?? ''} ${ask.action} ${ask.error ?? ''}`);
    },
    compared: (node, left, right) => {
      compared.set(node, { node, left, right, block });
      reached.add(`relation ${code.key(node)} ${relation(left, right)}`);
    },
    joined: (node, left, right) => {
      const values = [left, right];
      for (const [at, operand] of [node.left, node.right].entries()) {
        const held = values[at];
        if (held !== undefined && !isJoin(operand)) reached.add(operandKey(code, operand, held));
      }
      if (ownOperands(node).length === 2) chain = [];
      chain.push(`${String(left)} ${String(right)}`);
      if (code.isTop(node)) {
        reached.add(`chain ${code.key(node)} ${chain.join('; ')}`);
        chain = [];
      }
    },
    called: (call, args, value) => {
      classes(call, args, value, code, reached);
    },
  });
  const last = stays.at(-1);
  if (last !== undefined) last.to = run.duration;
  reached.add(`end ${last?.block.nodeId ?? ''} ${run.end}`);
  for (const step of run.steps) {
    const where = blockAt(stays, step.at)?.nodeId ?? '';
    if (step.kind === 'routed' || step.kind === 'defaulted')
      reached.add(`delivered ${where} ${step.kind} ${String(step.params['target'])}`);
  }
  return {
    scenario,
    run,
    reached,
    stays,
    reads: [...reads.values()],
    asked,
    compared: [...compared.values()],
  };
}

/** The last block that had been entered at a moment. */
export const blockAt = (stays: readonly Stay[], at: number): Block | undefined =>
  stays.findLast(({ from }) => from <= at)?.block;

/** How far two values are from each other: at a limit, right beside it, or far. */
function relation(left: IrdValue, right: IrdValue): string {
  const [a, b] = [numeric(left), numeric(right)];
  if (a !== undefined && b !== undefined) {
    const difference = a - b;
    return Math.abs(difference) <= 1 ? String(difference) : difference < 0 ? 'below' : 'above';
  }
  const [x, y] = [toText(left), toText(right)];
  if (x === y) return 'same';
  if (x === '' || y === '') return 'empty';
  if (x.toLowerCase() === y.toLowerCase()) return 'other case';
  if (x.startsWith(y) || y.startsWith(x)) return 'same beginning';
  return x < y ? 'below' : 'above';
}

function numeric(value: IrdValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const time = /^(\d\d):(\d\d)$/.exec(value);
  if (time !== null) return Number(time[1]) * 60 + Number(time[2]);
  return /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** What kind of values a function was given and gave: faults in its result show in some of them only. */
function classes(
  call: CallExpr,
  args: readonly IrdValue[],
  value: IrdValue,
  code: ProgramCode,
  reached: Set<string>,
): void {
  const key = code.key(call);
  reached.add(`value ${key} ${classOf(value)}`);
  for (const [at, arg] of args.entries()) {
    if (call.args[at]?.kind !== 'string' && call.args[at]?.kind !== 'number')
      reached.add(`argument ${key} ${String(at)} ${classOf(arg)}`);
  }
}

function classOf(value: IrdValue): string {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (value === 0 || value === 1) return String(value);
    return value < 0
      ? 'negative'
      : Number.isInteger(value)
        ? value > 99_999
          ? 'large'
          : 'number'
        : 'fraction';
  }
  if (value === '') return 'empty';
  if (/^-?\d+$/.test(value)) {
    if (value.startsWith('0')) return 'leading zero';
    // From ten digits on it may be no INTEGER any more.
    const length = value.length > 9 ? 'many' : String(Math.min(value.length, 4));
    return `${value.startsWith('-') ? 'negative, ' : ''}digits ${length}`;
  }
  if (/^-?\d+\s*[a-z]/i.test(value)) return 'digits and more';
  if (value.includes('|') || value.includes(':')) return 'list';
  return value.length === 1 ? 'letter' : 'text';
}
