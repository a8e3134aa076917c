// The two sides of each fixture: the strategy as it was drawn, and the page that it became, with the scenarios that stand beside it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceProgram } from '../../src/equivalence/run/program.js';
import { readScenarios, type Scenario } from '../../src/runtime-check/index.js';
import type { FixtureCase } from '../fixtures/cases.js';
import { convertCase } from '../fixtures/convert-case.js';

export interface FixtureSides {
  /** `area/case/page` */
  readonly name: string;
  readonly program: SourceProgram;
  readonly page: string;
  /** Text of its trace file. */
  readonly trace: string;
  readonly scenarios: readonly Scenario[];
}

/** The sides of all pages of a case. */
export function sidesOf(fixture: FixtureCase): readonly FixtureSides[] {
  return convertCase(fixture, fixture.files).strategies.flatMap(({ page, program, id, file }) =>
    page === undefined || program === undefined
      ? []
      : [
          {
            name: `${fixture.name}/${id}`,
            program: program(),
            page: page.text,
            trace: page.trace,
            scenarios: scenariosBeside(fixture, file),
          },
        ],
  );
}

function scenariosBeside(fixture: FixtureCase, file: string): readonly Scenario[] {
  const beside = path.join(fixture.folder, file.replace(/\.xml$/, '.scenarios.yaml'));
  return existsSync(beside) ? readScenarios(readFileSync(beside, 'utf8'), path.basename(beside)).value : [];
}
