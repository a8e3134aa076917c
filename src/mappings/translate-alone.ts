// The ES5 of an expression that belongs to no block: what `eval` shows, and what is compared with the direct evaluation.
import { assumption, type AssumptionOverrides } from '../ir/assumptions/table.js';
import type { Expr, NodeId } from '../ir/nodes.js';
import type { FunctionMapping } from './define.js';
import { translateValue } from './expressions.js';
import { findFunctionMapping } from './functions/index.js';
import { literalOf } from './literal.js';
import * as js from './js.js';
import type { Js } from './js.js';
import { variableName } from './start-values.js';
import { defaultTarget, targetGap } from './target-version.js';

export interface TranslatedAlone {
  readonly js: Js;
  /** Functions of the runtime library that it uses. */
  readonly library: readonly string[];
  readonly assumptions: readonly string[];
  /** What is converted but not proven equal, and why. */
  readonly reviews: readonly string[];
  /** Why there is no translation; [] when there is one. */
  readonly failures: readonly string[];
}

/** Translates an expression as a block would that stores its value; `own` are the rows of a user for its calls, `target` the version that it is for. */
export function translateAlone(
  expr: Expr,
  overrides: AssumptionOverrides,
  own: ReadonlyMap<NodeId, FunctionMapping> = new Map(),
  target = defaultTarget,
): TranslatedAlone {
  const used = new Set<string>();
  const assumptions = new Set<string>();
  const reviews = new Set<string>();
  const failures = new Set<string>();
  const library = (name: string, ...args: readonly Js[]): Js => {
    used.add(name);
    return js.call(`ird.${name}`, ...args);
  };
  const built = translateValue(expr, {
    variable: (name) => js.path(`_data.${variableName({ name })}`),
    library,
    fail: (reason) => failures.add(reason),
    call: (call, args) => {
      const row = own.get(call.id) ?? findFunctionMapping(call.name);
      if (row === undefined) {
        failures.add(`the function "${call.writtenAs}" has no mapping to an expression`);
        return undefined;
      }
      const gap = targetGap(row.target, target);
      if (gap !== undefined) {
        failures.add(`"${call.writtenAs}" is not on the target: ${gap}`);
        return undefined;
      }
      if (row.lift !== undefined && (row.lift.applies?.(call.args) ?? true)) {
        failures.add(`"${call.writtenAs}" becomes a request in a state of its own`);
        return undefined;
      }
      if (row.disposition === 'review') reviews.add(`${row.ird}: ${row.about}`);
      const made = row.build(
        args,
        {
          library,
          interaction: js.path('_data.ird_ixn'),
          thisDN: js.path('_data.ird_dn'),
          review: (reason) => reviews.add(`${call.writtenAs}: ${reason}`),
          assume: (id) => {
            assumptions.add(id);
            return overrides[id] ?? assumption(id).default;
          },
          literal: literalOf,
          fail: (reason) => failures.add(reason),
          priorityIncrements: 'resubmit',
          onLoss: () => undefined,
        },
        call.args,
      );
      return { js: made, throws: row.throws ?? false };
    },
  });
  return {
    js: built.js,
    library: [...used],
    assumptions: [...assumptions].sort(),
    reviews: [...reviews],
    failures: [...failures],
  };
}
