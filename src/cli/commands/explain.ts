// `explain CODE`: the documentation page of a finding.
import { catalogue } from '../../diagnostics/index.js';
import { diagnosticPage, isCode } from '../../diagnostics/docs.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage-error.js';

/** Prints the page of a code; upper or lower case, with or without `IRD`. */
export function explain(code: string, terminal: Terminal): ExitCode {
  const wanted = code.toUpperCase().replace(/^(?:IRD)?(?=\d{4}$)/, 'IRD');
  if (!isCode(wanted)) {
    const near = Object.keys(catalogue).filter((known) => known.slice(0, 5) === wanted.slice(0, 5));
    const hint =
      near.length > 0 ? `Codes near it: ${near.join(', ')}.` : 'docs/diagnostics/README.md lists all codes.';
    throw new UsageError(`There is no code "${code}". ${hint}`);
  }
  terminal.out.write(diagnosticPage(wanted));
  return exitCodes.clean;
}
