// Calls to make by hand: for each decision of a strategy what a tester does, and what the call then shows.
import type { Block, Strategy } from '../ir/nodes.js';
import { printExpression } from '../ir/print.js';
import { placedValues, plainText } from './block-values.js';
import type { TestCall } from './facts.js';
import { labelOf, selecting, waitOf } from './waits.js';

/** More calls than this nobody makes for one strategy; the last line says how many were left out. */
const mostCalls = 120;

/** The calls that a strategy asks for, in the order of its blocks. */
export function testCallsOf(strategy: Strategy): readonly TestCall[] {
  if (strategy.kind !== 'strategy') return [];
  const calls = strategy.blocks.filter(({ reachable, disabled }) => reachable && !disabled).flatMap(callsFor);
  if (calls.length <= mostCalls) return calls;
  const rest = calls.length - mostCalls;
  return [
    ...calls.slice(0, mostCalls),
    {
      block: '',
      when: `${String(rest)} more, not listed`,
      shows: 'split the strategy, or test these by scenarios',
    },
  ];
}

function callsFor(block: Block): readonly TestCall[] {
  const label = labelOf(block);
  const call = (when: string, shows: string): TestCall => ({ block: label, when, shows });
  const leads = (port: string): string => {
    const found = block.ports.find(({ name }) => name === port);
    return found?.target === undefined
      ? `port "${port}", which ends the strategy`
      : `port "${port}" to ${found.target}`;
  };
  const branches = block.ports.filter(({ role }) => role === 'branch' || role === 'default');
  switch (block.type) {
    case 'If': {
      const condition = block.properties.condition;
      const text =
        condition?.kind === 'expression' ? printExpression(condition.expr) : (condition?.text ?? '');
      return [call(`${text} holds`, leads('green')), call(`${text} does not hold`, leads('red'))];
    }
    case 'ANI':
    case 'DNIS':
    case 'Date':
    case 'DayOfWeek':
    case 'Time':
      return [
        ...block.properties.segments.map(({ port, value, from, to }) =>
          call(momentOf(block.type, value?.value, from?.value, to?.value), leads(port?.value ?? '')),
        ),
        call('none of these', leads('default')),
      ];
    case 'Generic':
      return block.properties.segments.map(({ port, condition }) =>
        call(
          condition?.kind === 'expression' ? `${printExpression(condition.expr)} holds` : 'otherwise',
          leads(port?.value ?? ''),
        ),
      );
    default:
      if (selecting.has(block.type)) return selectionCalls(block, call, leads);
      if (asksForDigits(block))
        return [
          call('enter what is asked for', leads('green')),
          call('enter nothing', 'the way of a time-out'),
          call('hang up during the prompt', 'the session ends'),
        ];
      return branches.length > 1
        ? branches.map(({ name }) => call(`bring about "${name}"`, leads(name)))
        : [];
  }
}

function momentOf(
  type: Block['type'],
  value: string | undefined,
  from: string | undefined,
  to: string | undefined,
): string {
  const range =
    value !== undefined && value !== ''
      ? value
      : [from, to].filter((each) => each !== undefined && each !== '').join(' to ');
  switch (type) {
    case 'ANI':
      return `call from ${range || 'a number of the list'}`;
    case 'DNIS':
      return `dial ${range || 'a number of the list'}`;
    case 'Time':
      return `call at ${range}, and a minute before and after`;
    default:
      return `call on ${range}`;
  }
}

function selectionCalls(
  block: Block,
  call: (when: string, shows: string) => TestCall,
  leads: (port: string) => string,
): readonly TestCall[] {
  const values = placedValues(block);
  const targets = values
    .filter(({ property }) => property === 'targets.name')
    .flatMap(({ value }) => plainText(value) ?? []);
  const queue = values.flatMap(({ property, value }) =>
    property === 'virtualQueue' ? (plainText(value) ?? []) : [],
  )[0];
  const where = queue === undefined ? '' : ` of ${queue}`;
  const who = targets.length === 0 ? 'a target' : targets.slice(0, 3).join(' or ');
  const wait = waitOf(block);
  const end =
    wait === 'endless'
      ? call(`nobody is free for ${who}`, 'the call waits without end: hang up')
      : call(
          `nobody is free for ${who} for ${typeof wait === 'number' ? `${String(wait)} s` : 'the computed time'}`,
          leads('red'),
        );
  return [
    call(`${who} is free`, `the call is delivered${where === '' ? '' : `, queue${where}`}`),
    end,
    call('hang up while waiting', `the call is abandoned${where === '' ? '' : ` in the statistics${where}`}`),
  ];
}

const asksForDigits = ({ type }: Block): boolean => /Digits$|UserInput$/.test(type);

/** What a scenario says of a call, as far as a tester needs it. */
export interface ScenarioSketch {
  readonly name: string;
  readonly clock: string;
  readonly ani: string;
  readonly dnis: string;
  readonly digits: readonly string[];
  /** Seconds after which the caller hangs up. */
  readonly hangup: number | undefined;
  readonly end: string;
  readonly target: string;
}

/** The call that a scenario stands for, in words. */
export function testCallOf(scenario: ScenarioSketch): TestCall {
  const { name, clock, ani, dnis, digits, hangup, end, target } = scenario;
  const when = [
    ...(clock === '' ? [] : [clock]),
    ...(ani === '' ? [] : [`from ${ani}`]),
    ...(dnis === '' ? [] : [`to ${dnis}`]),
    ...digits.map((each) => (each === '' ? 'enter nothing' : `press ${each}`)),
    ...(hangup === undefined ? [] : [`hang up at ${String(hangup)} s`]),
  ];
  return {
    block: name,
    when: when.join(', '),
    shows: [end, target].filter((part) => part !== '').join(' -> '),
  };
}
