// What the comparison of a strategy with its page showed, in one sentence: for reports that show no traces.
import type { ReportEquivalence, ReportShare } from '../model-equivalence.js';
import { plural } from './plural.js';

/** Verdict, scenarios, coverage and open questions. */
export function equivalenceInWords({
  verdict,
  reason,
  scenarios,
  coverage,
  assumptions,
}: ReportEquivalence): string {
  const where = plural(scenarios.compared, 'scenario');
  const said = {
    equivalent: `equivalent to its page in ${where}`,
    different: `different from its page in ${String(scenarios.different)} of ${where}`,
    inconclusive: `inconclusive: ${reason}`,
  }[verdict];
  if (scenarios.compared === 0) return said;
  const { blocks, ports, states } = coverage;
  const rests =
    assumptions.length === 0
      ? ''
      : `; rests on ${plural(assumptions.length, 'open question')}: ${assumptions.map(({ id, value }) => `${id}=${value}`).join(', ')}`;
  return `${said}; reached ${share(blocks)} blocks, ${share(ports)} ports, ${share(states)} states of the page${rests}`;
}

const share = ({ reached, total }: ReportShare): string => `${String(reached)} of ${String(total)}`;
