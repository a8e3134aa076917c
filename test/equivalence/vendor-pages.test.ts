// Pages in which the wrong functions and subroutines of the vendor's replacement library stand in place of ours: each must be told from its strategy.
import { expect, it } from 'vitest';
import type { Verification } from '../../src/equivalence/verification.js';
import { verifyStrategy } from '../../src/equivalence/verify.js';
import { loadEngine } from '../runtime-check/load-engine.js';
import { drawn, type BothSides, type Drawn } from './run/both-sides.js';
import { vendorFunctions, type VendorFunction } from './vendor-functions.js';

/** Scenarios that are tried for a strategy of one or two blocks. */
const budget = 60;

async function verify({ program }: BothSides, page: string): Promise<Verification> {
  const engine = await loadEngine();
  const search = { budget, seed: 1 };
  return verifyStrategy({ program, page: { text: page, file: 'page.scxml' }, given: [], search, engine });
}

const note = (value: string): Drawn => ({
  type: 'Multi-Attach',
  name: 'Note',
  tables: { Pairs: [{ Key: 'Shown', Value: value }] },
});

const segments = { Time: 'Time', Day: 'Day of Week', Date: 'Date' } as const;
const range = /^(?<what>Time|Day|Date) in (?<from>\S+) to (?<to>\S+)$/;

/** A strategy that attaches what the expression gives; for a range, whether the call came within it. */
function strategyFor({ ird }: VendorFunction): BothSides {
  const { what, from = '', to = '' } = range.exec(ird)?.groups ?? {};
  if (what !== 'Time' && what !== 'Day' && what !== 'Date') return drawn([note(ird)]);
  const segment: Drawn = {
    ...{ type: segments[what], name: 'When' },
    tables: { Segments: [{ Port: 'within', From: from, To: to }] },
    to: { within: 'Note', default: 'End' },
  };
  return drawn([segment, note("'within'")]);
}

interface Edit {
  readonly wrong: string;
  readonly blocks: readonly Drawn[];
  /** What becomes what on the page. */
  readonly changes: readonly (readonly [from: RegExp, to: string])[];
}

const called = (call: string): Drawn => ({
  type: 'Function',
  name: 'Call',
  properties: { Function: call },
});

/** The subroutines have no transition for an error, and no end of their waiting. */
const noErrors: Edit['changes'] = [
  [/<transition event="error\.queue\.cancel" cond="ird\.isCancelReply\(_event\)" [^>]*>/, ''],
  [/<transition event="Call\.timeout" [^>]*>/, ''],
];

const edits: readonly Edit[] = [
  {
    wrong: 'SuspendForEvent waits for an event with the name of its own variable',
    blocks: [note("SuspendForEvent[30,'user','callback.ready']")],
    changes: [[/event="callback\.ready" cond="[^"]*"/, 'event="eventValue"']],
  },
  {
    wrong: 'ClearTargets does not hear of a cancel that fails',
    blocks: [called("ClearTargets['VQ_Sales']"), note("'cleared'")],
    changes: noErrors,
  },
  {
    wrong: 'QueueCancel does not hear of a cancel that fails',
    blocks: [called('ClearTargets[]'), note("'cleared'")],
    changes: noErrors,
  },
  {
    wrong: 'IsSpecialDay gives 0 without asking when no day is named',
    blocks: [note("IsSpecialDay['Holidays']")],
    changes: [[/ird\.flag\(_genesys\.session\.isSpecialDay\('Holidays', ''\)\)/, '0']],
  },
  {
    wrong: 'times are compared as texts',
    blocks: [note('Time[] < 9:30')],
    changes: [[/ird\.timeValue\(ird\.time\(\)\) < ird\.timeValue\('09:30'\)/, "ird.time() < '9:30'"]],
  },
];

/** The page with another function; the rest of it stays. */
function replaced(page: string, { ours, source }: VendorFunction): string {
  const own = new RegExp(`(\\n {4}ird\\.${ours} = )function [^]*?\\n {4}\\};`);
  const text = page.replace(own, (_all, start: string) => `${start}${source};`);
  expect(text).not.toBe(page);
  return text;
}

it.each(vendorFunctions.map((each) => [each.ird, each.wrong, each] as const))(
  '%s: a replacement that %s is found',
  async (_ird, _wrong, row) => {
    const sides = strategyFor(row);
    expect(await verify(sides, sides.page)).toMatchObject({ verdict: 'equivalent', reason: '' });
    expect(await verify(sides, replaced(sides.page, row))).toMatchObject({ verdict: 'different' });
  },
);

it.each(edits.map((each) => [each.wrong, each] as const))('%s: it is found', async (_wrong, row) => {
  const sides = drawn(row.blocks);
  expect(await verify(sides, sides.page)).toMatchObject({ verdict: 'equivalent', reason: '' });
  const edited = row.changes.reduce((page, [from, to]) => {
    expect(page).toMatch(from);
    return page.replace(from, to);
  }, sides.page);
  expect(await verify(sides, edited)).toMatchObject({ verdict: 'different' });
});
