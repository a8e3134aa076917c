// One strategy against its page: read, converted, validated, run, compared. It can be done in any thread, and what comes of it is plain data.
import { existsSync } from 'node:fs';
import type { FoundFile } from '../../batch/discover.js';
import { decodeText, readBytes } from '../../batch/read-file.js';
import { diagnose, wholeFile, type Diagnostic } from '../../diagnostics/index.js';
import type { ScenarioSearch } from '../../equivalence/choose-scenarios.js';
import { toFindings } from '../../report/build.js';
import { claimOf } from '../../report/claim.js';
import type { ReportStrategy } from '../../report/model.js';
import { emptyTally, statusOf } from '../../report/tally.js';
import type { Scenario } from '../../runtime-check/index.js';
import { defaultScenarios } from '../../runtime-check/scenario/defaults.js';
import type { SandboxName } from '../../sandbox-file.js';
import { fault, guarded } from '../guarded.js';
import { noShare, shareOf, unconverted, type MakeSource } from '../make-strategy.js';
import { checkPage } from '../page-check.js';
import { decodePage, filesBeside } from '../page-files.js';
import type { Converted, LinkedStrategy } from '../pipeline.js';
import { verifyPage, type VerifiedPage } from './verify-page.js';

/** What is to be verified. Plain data. */
export interface VerifyRequest {
  readonly file: string;
  /** Number within the file. */
  readonly place: number;
  /** Name that the page of the strategy has, without its ending. */
  readonly base: string;
  /** The page that exists; undefined: the one that the strategy converts to. */
  readonly page: FoundFile | undefined;
  readonly scenarios: readonly Scenario[] | 'usual';
  readonly search: ScenarioSearch;
  readonly engine: SandboxName;
}

/** What came of it. Plain data. */
export interface Verified {
  readonly record: ReportStrategy;
  /** The scenario of each difference. */
  readonly scenarios: readonly Scenario[];
  /** The page as findings name it, where one says something about it. */
  readonly page: { readonly file: string; readonly text: string } | undefined;
}

/** Where strategies and files come from. */
export interface VerifySource extends Pick<MakeSource, 'strategyOf' | 'read'> {
  readonly hashOf: (file: string) => string;
}

/** Verifies one strategy; subroutines and macros are verified in the pages of their callers. */
export async function verifyOne(request: VerifyRequest, source: VerifySource): Promise<Verified> {
  const { file, place, base, engine } = request;
  const strategy = source.strategyOf(file, place);
  const read = guarded('read the file', file, () => source.read(file), undefined);
  const share = read.value === undefined ? noShare : shareOf(read.value, place);
  const converting = guarded('convert the strategy', file, () => strategy.convert(), unconverted);
  const converted = converting.value;
  strategy.adopt(converted.traits);
  const page = pageFor(converted, base, request.page);
  const given = request.scenarios === 'usual' ? defaultScenarios : request.scenarios;
  const check =
    page === undefined
      ? undefined
      : await checkPage(page.text, page.file, {
          scenarios: given,
          detailed: false,
          keepSteps: false,
          engine,
          ...(page.resolve === undefined ? {} : { resolve: page.resolve }),
        });
  const verified =
    page && check?.isValid === true ? await compare(strategy, converted, page, given, request) : undefined;
  const equivalence = verified?.equivalence;
  const errors = (check?.diagnostics ?? []).filter(({ severity }) => severity === 'error');
  // What the conversion has to say is told by `convert`, unless nothing came of it.
  const findings = toFindings(
    [
      ...read.diagnostics,
      ...converting.diagnostics,
      ...(page === undefined ? [...share.diagnostics, ...converted.diagnostics] : page.diagnostics),
      ...errors,
      ...(verified?.diagnostics ?? []),
    ],
    strategy.name,
  );
  const isShown = equivalence?.verdict === 'different' || findings.some((each) => each.file === page?.file);
  const { tally, assumptions } = converted;
  return {
    record: {
      ...named(strategy, source),
      ...share.origin,
      status: statusOf(strategy.kind, page !== undefined, tally),
      page: page?.isGiven === true ? page.file : null,
      claim: claimOf({
        reached: page === undefined ? converted.reached : 'emitted',
        isValid: check?.isValid ?? false,
        runs: check?.runs ?? [],
        equivalence: equivalence?.verdict,
      }),
      ...{ tally, assumptions },
      runs: check?.runs ?? [],
      ...(equivalence === undefined ? {} : { equivalence }),
      findings,
    },
    scenarios: verified?.scenarios ?? [],
    page: page !== undefined && isShown ? { file: page.file, text: page.text } : undefined,
  };
}

const named = ({ name, kind, file, blocks }: LinkedStrategy, { hashOf }: Pick<VerifySource, 'hashOf'>) =>
  ({ name, kind, file, blocks, hash: hashOf(file), output: 'none', unread: [] }) as const;

/** What there is of a strategy that could not be verified for a fault of ours. */
export const nothingVerified = (
  strategy: LinkedStrategy,
  source: Pick<VerifySource, 'hashOf'>,
  error: unknown,
): Verified => ({
  record: {
    ...named(strategy, source),
    ...noShare.origin,
    status: 'failed',
    page: null,
    claim: 'none',
    tally: emptyTally,
    assumptions: [],
    runs: [],
    findings: toFindings([fault('verify the strategy', strategy.file, error)], strategy.name),
  },
  scenarios: [],
  page: undefined,
});

interface PageText {
  readonly file: string;
  readonly text: string;
  readonly trace: string | undefined;
  readonly resolve?: ReturnType<typeof filesBeside>['resolve'];
  /** What was wrong with reading it. */
  readonly diagnostics: readonly Diagnostic[];
  /** Whether it lies somewhere. */
  readonly isGiven: boolean;
}

/** The page that exists, else the one that came of the conversion. */
function pageFor({ page }: Converted, base: string, given: FoundFile | undefined): PageText | undefined {
  if (given === undefined)
    return (
      page && {
        file: `${base}.scxml`,
        text: page.text,
        trace: page.trace,
        diagnostics: [],
        isGiven: false,
      }
    );
  const { path, file } = given;
  const content = readBytes(path, given.within);
  const none = { file, text: '', trace: undefined, isGiven: true };
  if (!content.ok)
    return {
      ...none,
      diagnostics: [diagnose('IRD8003', '', wholeFile(file), { path: file, reason: content.reason })],
    };
  const { text, diagnostics } = decodePage(content.bytes, file);
  const trace = textAt(path.replace(/\.scxml$/i, '.trace.json')) ?? page?.trace;
  return { file, text, trace, resolve: filesBeside(path, file).resolve, diagnostics, isGiven: true };
}

function textAt(place: string): string | undefined {
  if (!existsSync(place)) return undefined;
  const content = readBytes(place);
  return content.ok ? decodeText(content.bytes) : undefined;
}

async function compare(
  strategy: LinkedStrategy,
  { program }: Converted,
  page: PageText,
  given: readonly Scenario[],
  { search, engine }: Pick<VerifyRequest, 'search' | 'engine'>,
): Promise<Pick<VerifiedPage, 'diagnostics'> & Partial<VerifiedPage>> {
  if (program === undefined) return { diagnostics: [] };
  try {
    return await verifyPage({ strategy, program: program(), page, trace: page.trace, given, search, engine });
  } catch (error) {
    return { diagnostics: [fault('compare the strategy with its page', page.file, error)] };
  }
}
