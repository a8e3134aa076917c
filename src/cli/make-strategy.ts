// The part of a strategy's conversion that touches nothing outside: read, converted, validated, run. It can be done in any thread, and what comes of it is plain data.
import path from 'node:path';
import type { PageName } from '../batch/output-names.js';
import type { ReportedFacts } from '../audit/facts.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { Spot } from '../emit/index.js';
import type { SourceFormat, UnreadItem } from '../ird-parser/source-model.js';
import type { ScenarioSearch } from '../equivalence/choose-scenarios.js';
import type { ReportEquivalence } from '../report/model-equivalence.js';
import type { ReportName, ReportStrategy, ReportTally } from '../report/model.js';
import { emptyTally } from '../report/tally.js';
import type { Scenario } from '../runtime-check/index.js';
import { defaultScenarios } from '../runtime-check/scenario/defaults.js';
import { fault, guarded } from './guarded.js';
import { checkPage, type PageCheck } from './page-check.js';
import { strategyDetails, type StrategyDetails } from './strategy-details.js';
import type { Converted, LinkedStrategy, Reached, ReadFile, StrategyTraits } from './pipeline.js';

/** What is to be made. Plain data. */
export interface MakeRequest {
  readonly file: string;
  /** Number within the file. */
  readonly place: number;
  /** Undefined for subroutines and macros: they have no page. */
  readonly name: PageName | undefined;
  /** `usual`: the default ones; without any, the page is validated only. */
  readonly scenarios: readonly Scenario[] | 'usual';
  /** Compare the strategy with its page, too. */
  readonly verify?: ScenarioSearch;
  /** What reports show beside the record is wanted. */
  readonly withDetails: boolean;
}

/** What was made. Plain data. */
export interface Made {
  readonly page: { readonly text: string; readonly trace: string } | undefined;
  readonly reached: Reached;
  readonly tally: ReportTally;
  readonly assumptions: readonly string[];
  readonly renamed: readonly ReportName[];
  /** Undefined when the strategy could not be converted for a fault of ours. */
  readonly traits: StrategyTraits | undefined;
  readonly origin: { readonly format: SourceFormat; readonly profile: ReportStrategy['profile'] };
  readonly unread: readonly UnreadItem[];
  /** Findings of the reader and of the conversion. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings about the page come last. */
  readonly check: Pick<PageCheck, 'isValid' | 'runs' | 'diagnostics'> & {
    readonly equivalence?: ReportEquivalence | undefined;
  };
  /** Where on the page something came of the nodes that findings name. */
  readonly spots: ReadonlyMap<string, Spot>;
  readonly facts: ReportedFacts | undefined;
  /** Where they were wanted. */
  readonly details: StrategyDetails | undefined;
}

/** Where strategies and files come from. */
export interface MakeSource {
  readonly strategyOf: (file: string, place: number) => LinkedStrategy;
  readonly read: (file: string) => ReadFile;
  /** The output folder as findings show it. */
  readonly shown: string;
}

/** What there is of a strategy whose conversion failed altogether. */
export const unconverted: Converted = {
  page: undefined,
  reached: 'parsed',
  diagnostics: [],
  tally: emptyTally,
  assumptions: [],
  renamed: [],
};
const unchecked: Made['check'] = { isValid: false, runs: [], diagnostics: [] };

/** What is there when nothing could be made, with the findings that say why. */
export const nothingMade = (diagnostics: readonly Diagnostic[]): Made => ({
  ...unconverted,
  page: undefined,
  traits: undefined,
  origin: noShare.origin,
  unread: [],
  diagnostics,
  check: unchecked,
  spots: new Map(),
  facts: undefined,
  details: undefined,
});

/** Makes one strategy. */
export async function makeOne(
  { file, place, name, scenarios, verify, withDetails }: MakeRequest,
  { strategyOf, read, shown }: MakeSource,
): Promise<Made> {
  const reading = guarded('read the file', file, () => read(file), undefined);
  // What has vanished since it was looked at cannot be converted either.
  if (reading.value === undefined) return nothingMade(reading.diagnostics);
  const share = shareOf(reading.value, place);
  const strategy = strategyOf(file, place);
  const conversion = guarded('convert the strategy', file, () => strategy.convert(), unconverted);
  const { page, reached, tally, assumptions, renamed, traits, reported } = conversion.value;
  const details = withDetails
    ? await strategyDetails(conversion.value, reading.value, place).catch((error: unknown) =>
        fault('draw the strategy', file, error),
      )
    : undefined;
  const diagnostics = [
    ...share.diagnostics,
    ...conversion.value.diagnostics,
    ...conversion.diagnostics,
    ...(details !== undefined && 'code' in details ? [details] : []),
  ];
  const pageFile = path.posix.join(shown, `${name?.base ?? ''}.scxml`);
  const given = scenarios === 'usual' ? defaultScenarios : scenarios;
  const checked =
    page === undefined || name === undefined
      ? unchecked
      : await checkPage(page.text, pageFile, { scenarios: given, detailed: false, keepSteps: false });
  const verified =
    verify !== undefined && checked.isValid
      ? await compareWithPage({ strategy, converted: conversion.value, pageFile, given, search: verify })
      : undefined;
  const check = {
    ...checked,
    equivalence: verified?.equivalence,
    diagnostics: [...checked.diagnostics, ...(verified?.diagnostics ?? [])],
  };
  const nodes = [strategy.id, ...[...diagnostics, ...check.diagnostics].map(({ node }) => node)];
  const spots = new Map<string, Spot>();
  for (const node of new Set(nodes)) {
    const spot = page?.spotOf(node);
    if (spot !== undefined) spots.set(node, spot);
  }
  return {
    page: page && { text: page.text, trace: page.trace },
    ...{ reached, tally, assumptions, renamed },
    traits: conversion.diagnostics.length === 0 ? traits : undefined,
    ...{ origin: share.origin, unread: share.unread, diagnostics },
    check: {
      isValid: check.isValid,
      runs: check.runs,
      equivalence: check.equivalence,
      diagnostics: check.diagnostics,
    },
    spots,
    facts: reported?.(),
    details: details !== undefined && 'code' in details ? undefined : details,
  };
}

interface ToCompare {
  readonly strategy: LinkedStrategy;
  readonly converted: Converted;
  readonly pageFile: string;
  readonly given: readonly Scenario[];
  readonly search: ScenarioSearch;
}

/** Compares a strategy with its page. What that takes is loaded when it is asked for. */
async function compareWithPage({ strategy, converted, pageFile, given, search }: ToCompare): Promise<{
  readonly equivalence?: ReportEquivalence;
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { page, program } = converted;
  if (page === undefined || program === undefined) return { diagnostics: [] };
  const { verifyPage } = await import('./verify/verify-page.js');
  try {
    return await verifyPage({
      strategy,
      program: program(),
      page: { text: page.text, file: pageFile },
      trace: page.trace,
      given,
      search,
    });
  } catch (error) {
    return { diagnostics: [fault('compare the strategy with its page', pageFile, error)] };
  }
}

/** What is known of the file of a strategy when it cannot be read again. */
export const noShare: ReturnType<typeof shareOf> = {
  diagnostics: [],
  unread: [],
  origin: { format: 'ird-xml', profile: null },
};

/** What of a file's findings and unread parts belongs to its strategy number `place`: what lies within it; the first also gets the rest. */
export function shareOf(
  { source, diagnostics }: ReadFile,
  place: number,
): Pick<Made, 'diagnostics' | 'unread' | 'origin'> {
  const spans = (source?.strategies ?? []).map(({ span }) => span);
  const owner = (offset: number): number =>
    Math.max(
      0,
      spans.findIndex(({ start, end }) => offset >= start.offset && offset < end.offset),
    );
  return {
    diagnostics: diagnostics.filter(({ span }) => owner(span.start.offset) === place),
    unread: (source?.unread ?? []).filter(({ first }) => owner(first.start.offset) === place),
    origin: { format: source?.format ?? 'ird-xml', profile: source?.profile ?? null },
  };
}
