// The fixtures as faults are tried on them: under answers by which no accepted difference hides what differs behind it.
import { inWay } from '../equivalence/found-differences.js';
import { fixtureCases, type FixtureCase } from '../fixtures/cases.js';

export const mutantCases = (): readonly FixtureCase[] =>
  fixtureCases().map((fixture) => inWay(fixture, 'passing by'));
