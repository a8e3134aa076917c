// What `verify` finds on a page of a fixture in scenarios of its own, and whether case.json accepts it.
import type { FoundDifference, Verification } from '../../src/equivalence/verification.js';
import { verifyStrategy } from '../../src/equivalence/verify.js';
import { defaultScenarios } from '../../src/runtime-check/scenario/defaults.js';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import type { CaseExpectation, FixtureCase } from '../fixtures/cases.js';
import { sidesOf, type FixtureSides } from './sides.js';

/** How a page is compared: as its case says; or passing by what is accepted, since what comes behind a difference is not looked at otherwise. */
export type Way = 'as it is' | 'passing by';

/** Answers to open questions by which a difference that is accepted does not show: Attach replaces a value that is there; a priority grows so slowly that few calls wait so long. */
const passingBy: Readonly<Record<string, string>> = {
  'attach.existing': 'replaces the value',
  'priority-increment.interval': 'minutes',
};

export interface FoundOnPage {
  /** `area/case/page` */
  readonly name: string;
  readonly way: Way;
  readonly verification: Verification;
  /** Keys of what case.json lists and was found: a kind of difference, or the page where it is not compared. */
  readonly accepted: readonly string[];
  /** What nobody has accepted, in words. */
  readonly surprising: readonly string[];
}

export const inWay = (fixture: FixtureCase, way: Way): FixtureCase =>
  way === 'as it is'
    ? fixture
    : {
        ...fixture,
        expects: {
          ...fixture.expects,
          assumptions: { ...fixture.expects.assumptions, ...passingBy },
        },
      };

/** Compares every page of a case, in the second way only where the first one met a difference that it passes by. */
export async function foundOn(
  fixture: FixtureCase,
  engine: ScriptEngineFactory,
  budget: number,
): Promise<readonly FoundOnPage[]> {
  const first = await compareAll(fixture, 'as it is', engine, budget);
  const met = first.filter(({ accepted }) => accepted.some(isPassedBy)).map(({ name }) => name);
  if (met.length === 0) return first;
  const second = await compareAll(fixture, 'passing by', engine, budget);
  return [...first, ...second.filter(({ name }) => met.includes(name))];
}

async function compareAll(
  fixture: FixtureCase,
  way: Way,
  engine: ScriptEngineFactory,
  budget: number,
): Promise<readonly FoundOnPage[]> {
  const found: FoundOnPage[] = [];
  for (const side of sidesOf(inWay(fixture, way))) {
    const id = side.name.slice(fixture.name.length + 1);
    const verification = await verified(side, engine, budget);
    const judged = judge(id, verification, fixture.expects, way);
    found.push({ name: side.name, way, verification, ...judged });
  }
  return found;
}

/** Enough to see each kind at each place. */
const mostDifferences = 40;

const verified = (
  { program, page, trace, scenarios }: FixtureSides,
  engine: ScriptEngineFactory,
  budget: number,
): Promise<Verification> =>
  verifyStrategy({
    ...{ program, trace, engine, mostDifferences },
    page: { text: page, file: 'page.scxml' },
    given: [...scenarios, ...defaultScenarios],
    search: { budget, seed: 1 },
  });

/** That URS adds a pair where a page replaces the value; that it raises a request where a page submits again. */
const isPassedBy = (key: string): boolean =>
  /\/(?:udata [^/]*|step update\/update in interactionAge, priority, request)$/.test(key);

export interface Accepted {
  readonly key: string;
  /** An action that fails in every scenario in which the difference is accepted. */
  readonly failing?: string;
  readonly why: string;
}

/** The kinds of differences that are accepted on a page. */
export function acceptedOn(page: string, { differs, foundDiffers }: CaseExpectation): readonly Accepted[] {
  const inGiven = Object.entries(differs)
    .filter(([place]) => place.startsWith(`${page}/`))
    .map(([, { kind, why }]) => ({ key: `${page}/${kind}`, why }));
  const inFound = Object.entries(foundDiffers)
    .filter(([place]) => place.startsWith(`${page}/`))
    .map(([key, each]) => ({ key, ...each }));
  return [...inGiven, ...inFound];
}

const failsIn = ({ scenario }: FoundDifference, action: string | undefined): boolean =>
  action === undefined || (scenario.answers?.failures ?? []).some((failure) => failure.action === action);

function judge(
  page: string,
  { verdict, reason, differences }: Verification,
  expects: CaseExpectation,
  way: Way,
): Pick<FoundOnPage, 'accepted' | 'surprising'> {
  const known = acceptedOn(page, expects).filter(({ key }) => way === 'as it is' || !isPassedBy(key));
  const accepted = new Set<string>();
  const surprising: string[] = [];
  for (const each of differences) {
    const { kind, source, page: other } = each.difference;
    const key = `${page}/${kind}`;
    if (known.some((one) => one.key === key && failsIn(each, one.failing))) accepted.add(key);
    else surprising.push(`${kind}: ${source} | ${other}, in ${JSON.stringify(each.scenario)}`);
  }
  if (verdict === 'inconclusive') {
    if (expects.notCompared[page] === undefined) surprising.push(reason);
    else accepted.add(page);
  }
  return { accepted: [...accepted], surprising };
}
