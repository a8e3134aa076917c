// Compares one strategy with one page, and puts what came of it into the report's words: what `verify` does, and `convert --verify`.
import { diagnose, wholeFile, type Diagnostic } from '../../diagnostics/index.js';
import type { ScenarioSearch } from '../../equivalence/choose-scenarios.js';
import type { FoundDifference, Verification } from '../../equivalence/verification.js';
import { verifyStrategy } from '../../equivalence/verify.js';
import type { SourceProgram } from '../../equivalence/run/program.js';
import { assumption, isAssumption } from '../../ir/assumptions/table.js';
import type { ReportDifference, ReportEquivalence } from '../../report/model-equivalence.js';
import type { ResolveFile, Scenario } from '../../runtime-check/index.js';
import { clock } from '../../runtime-check/trace-format.js';
import { sandboxNamed, type SandboxName } from '../../sandbox-file.js';

export interface PageToVerify {
  readonly strategy: { readonly name: string; readonly id: string };
  readonly program: SourceProgram;
  readonly page: { readonly text: string; readonly file: string; readonly resolve?: ResolveFile };
  readonly trace: string | undefined;
  readonly given: readonly Scenario[];
  readonly search: ScenarioSearch;
  readonly engine?: SandboxName;
}

export interface VerifiedPage {
  readonly equivalence: ReportEquivalence;
  readonly diagnostics: readonly Diagnostic[];
  /** The smallest scenarios, one for each difference of the report. */
  readonly scenarios: readonly Scenario[];
}

/** Compares. Faults of ours are thrown. */
export async function verifyPage(job: PageToVerify): Promise<VerifiedPage> {
  const { program, page, given, search, trace } = job;
  const engine = await sandboxNamed(job.engine ?? 'quickjs-wasi');
  const verification = await verifyStrategy({
    ...{ program, page, engine, given, search },
    ...(trace === undefined ? {} : { trace }),
  });
  return {
    equivalence: toReport(verification, program),
    diagnostics: findingsOf(verification, job),
    scenarios: verification.differences.map(({ scenario }) => scenario),
  };
}

function findingsOf(found: Verification, { strategy, program }: PageToVerify): readonly Diagnostic[] {
  const { span } = program.root;
  const whole = wholeFile(span.file);
  const doubts =
    found.verdict === 'inconclusive'
      ? [diagnose('IRD6002', strategy.id, span, { strategy: strategy.name, reason: found.reason })]
      : [];
  return [
    ...found.differences.map(({ difference, scenario, times, block, agreeing: others }) => {
      const { source, page, at, kind } = difference;
      const agreeing = others.map(({ id, value }) => `${id}=${value}`);
      const data = { scenario: scenario.name, at: clock(at), source, page, times, kind, agreeing };
      return diagnose('IRD6001', block?.node ?? strategy.id, block?.span ?? span, data);
    }),
    ...doubts,
    ...found.scenarios.skipped.map((each) => diagnose('IRD6003', strategy.id, whole, each)),
    // What no scenario could reach is nothing to be looked at.
    ...found.unreached.flatMap(({ node, text, never }) =>
      never === true ? [] : [diagnose('IRD6004', node, whole, { text })],
    ),
  ];
}

/** The report's form of what was found. */
function toReport(found: Verification, program: SourceProgram): ReportEquivalence {
  const { verdict, reason, scenarios, coverage, unreached } = found;
  const { source, page } = coverage;
  return {
    ...{ verdict, reason, scenarios, unreached },
    coverage: {
      ...source,
      states: { reached: page?.states.entered ?? 0, total: page?.states.reachable ?? 0 },
      transitions: { reached: page?.transitions.taken ?? 0, total: page?.transitions.reachable ?? 0 },
    },
    assumptions: found.assumptions.flatMap((id) => {
      if (!isAssumption(id)) return [];
      const { evidence } = assumption(id);
      return evidence === 'documented' ? [] : [{ id, value: program.assume(id), evidence }];
    }),
    differences: found.differences.map(toDifference),
  };
}

function toDifference(found: FoundDifference): ReportDifference {
  const { difference, block, state, mapping, foundIn, times, scenario, traces, agreeing } = found;
  const { kind, at, source, page } = difference;
  const span = state?.span;
  return {
    ...{ kind, at, source, page, foundIn, times },
    node: block?.node ?? '',
    state:
      state === undefined || span === undefined
        ? null
        : {
            id: state.id,
            file: span.file,
            line: span.start.line,
            column: span.start.column,
            endColumn: span.end.line === span.start.line ? span.end.column : span.start.column + 1,
          },
    mapping: mapping === undefined ? null : `${mapping.row} (${mapping.disposition})`,
    // A scenario is a record.
    scenario: { ...scenario },
    traces: traces.map(({ isSame, ...row }) => ({ ...row, same: isSame })),
    ...(agreeing.length === 0 ? {} : { agreeing }),
  };
}
