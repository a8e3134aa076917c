// Whether a call has the arguments that its function takes. What is inferred about a function is not enough to reject a call.
import { diagnose } from '../../diagnostics/index.js';
import type { Call } from '../../ird-parser/languages/ast.js';
import type { FunctionFact } from '../vocabulary/facts.js';
import type { ExpressionScope } from './context.js';

/** Reports a call with too few or too many arguments; false when the call cannot mean anything. */
export function checkArity(fact: FunctionFact, call: Call, { cx, place }: ExpressionScope): boolean {
  const given = call.args.length;
  const { parameters, variadic = false } = fact;
  if (parameters === undefined) return true;
  const least = parameters.filter((parameter) => !parameter.optional).length;
  if (given >= least && (variadic || given <= parameters.length)) return true;
  const certain = fact.signatureEvidence === 'documented' || fact.signatureEvidence === 'observed';
  cx.diagnostics.push(
    diagnose(certain ? 'IRD2006' : 'IRD2007', place.node, call.span, {
      call: call.name,
      given,
      signature: signatureText(fact),
    }),
  );
  return !certain;
}

/** The signature as an author writes it: `StrSub[String, First, Last, From The End?]`. */
export function signatureText(fact: FunctionFact): string {
  if (fact.parameters === undefined) return `${fact.name}[...]`;
  const parameters = fact.parameters.map(({ name, optional }) => (optional ? `${name}?` : name));
  return `${fact.name}[${[...parameters, ...(fact.variadic ? ['...'] : [])].join(', ')}]`;
}
