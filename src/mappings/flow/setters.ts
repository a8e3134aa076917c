// Functions that act on a later block: what each of them sets, and with which of its arguments. No ORS element stands in their place; the value is written
// where it counts.
import type { Expr } from '../../ir/nodes.js';
import type { CallExpr } from '../../ir/walk.js';
import { literalOf } from '../literal.js';

/** A setting by name. What holds for one queue or target alone has `@` and its name; `@*` stands for one that is known at run time only. */
export interface Set {
  readonly name: string;
  readonly value: Expr | undefined;
}

type Setter = (args: readonly Expr[]) => Set;

const whole =
  (name: string): Setter =>
  ([value]) => ({ name, value });

/** The first argument says for which queue or target, when there are two. */
const oneOrAll =
  (name: string): Setter =>
  (args) => {
    const [first, second] = args;
    if (second === undefined) return { name, value: first };
    const which = first && literalOf(first);
    return { name: `${name}@${which === undefined ? '*' : String(which)}`, value: second };
  };

const setters: ReadonlyMap<string, Setter> = new Map([
  ['Priority', whole('priority')],
  ['SetVQPriority', oneOrAll('priority')],
  ['SetTargetThreshold', oneOrAll('threshold')],
  ['SetThresholdEx', oneOrAll('threshold')],
  ['SetVQ', whole('queue')],
  ['SetStatUpdate', (args) => ({ name: 'interval', value: args.at(-1) })],
  // What they set is more than one value: it travels in data.
  ['ExtensionAttach', () => ({ name: 'extensions', value: undefined })],
  ['ExtensionUpdate', () => ({ name: 'extensions', value: undefined })],
  ['ExtensionDelete', () => ({ name: 'extensions', value: undefined })],
  ['IncrementPriority', () => ({ name: 'increment', value: undefined })],
  ['IncrementPriorityEx', () => ({ name: 'increment', value: undefined })],
]);

/** What a call sets for later blocks; undefined when it sets nothing. */
export const setBy = (call: CallExpr): Set | undefined => setters.get(call.name)?.(call.args);
