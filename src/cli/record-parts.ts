// The parts of a record that say what a strategy is made of, what it uses, and what it leaves to do.
import type { ReportedFacts } from '../audit/facts.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { ReportCall, ReportConstruct, ReportTask, ReportUse } from '../report/model-audit.js';
import type { ReportStrategy } from '../report/model.js';

/** Codes of what is to be done by hand: calls and objects without a mapping, parts that nothing became of, and what is to be compared. */
const taskCodes: ReadonlySet<string> = new Set(['IRD3001', 'IRD3002', 'IRD3003', 'IRD3004']);

type RecordParts = Pick<ReportStrategy, 'effort' | 'tasks' | 'uses' | 'constructs' | 'calls'>;

/** What a strategy is made of, and what it leaves to do, as the report has it. */
export function partsOf(facts: ReportedFacts, diagnostics: readonly Diagnostic[], file: string): RecordParts {
  const { units, minutes, why, parts } = facts.effort;
  return {
    effort: {
      units,
      minutes,
      why,
      parts: parts.map(({ rule, count, units: own }) => ({ rule, count, units: own })),
    },
    tasks: diagnostics
      .filter(({ code }) => taskCodes.has(code))
      .map(({ code, node, message }): ReportTask => ({ code, node, text: message })),
    uses: facts.uses.map(({ kind, name, access, type, count, places }): ReportUse => ({
      kind,
      name,
      ...(access === '' ? {} : { access }),
      ...(type === '' ? {} : { type }),
      count,
      places: places.map((place) => ({ file, ...place })),
    })),
    constructs: facts.constructs.map(({ kind, name, class: each, count }): ReportConstruct => ({
      kind,
      name,
      disposition: each === 'known' ? 'exact' : each,
      count,
    })),
    calls: facts.calls.map(({ kind, name, count }): ReportCall => ({
      kind: kind === 'strategy' ? 'switch' : kind,
      name,
      count,
    })),
  };
}
