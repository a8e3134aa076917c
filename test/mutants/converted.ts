// The fixtures as faults are tried on them. That Attach adds a pair, where a page can only replace the value, is a real difference (`attach.existing`), which would
// hide whatever differs behind it: strategy and page are taken under the other answer, so that it is none.
import { fixtureCases, type FixtureCase } from '../fixtures/cases.js';

export const mutantCases = (): readonly FixtureCase[] =>
  fixtureCases().map((fixture) => ({
    ...fixture,
    expects: {
      ...fixture.expects,
      assumptions: { ...fixture.expects.assumptions, 'attach.existing': 'replaces the value' },
    },
  }));
