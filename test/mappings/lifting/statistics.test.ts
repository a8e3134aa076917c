// Statistics that need a subscription are asked for; those that Orchestration predefines are read at once.
import { describe, expect, test } from 'vitest';
import { attach, convert, keptSelection, pageOf, run, type Ran, type StrategyText } from './run-strategy.js';

const seen = (text: string): StrategyText => ({
  blocks: [
    { id: '1', type: 'Entry', links: ['green 2'] },
    attach('2', 'Seen', text, '9'),
    { id: '9', type: 'Default' },
  ],
});

const world = (more = ''): string =>
  `world: { defaultDestination: '5550199', statistics: { VQ_A: { CallsWaiting: 7, ExpectedWaitTime: 90, StatAgentsTotal: 4 } }${more} }`;

const attached = ({ steps }: Ran): string | undefined =>
  steps.flatMap((step) => /"set":\{"Seen":(.*?)\}/.exec(step)?.[1] ?? []).at(-1);
const subscribed = ({ steps }: Ran): number =>
  steps.filter((step) => step.includes('statistic:subscribe')).length;

describe('SData', () => {
  test.each([
    ["SData['VQ_A@S.Q','CallsWaiting']", 1, '7'],
    ["SData['VQ_A@S.Q',CallsWaiting] + 1", 1, '8'],
    ["SData['VQ_A@S.Q',ExpectedWaitTime] + SData['VQ_A@S.Q',CallsWaiting]", 2, '97'],
    // Asked again: the subscription is active, the value is read.
    ["SData['VQ_A@S.Q',CallsWaiting] + SData['VQ_A@S.Q',CallsWaiting]", 2, '14'],
    ["ExpectedWaitTime['VQ_A@S.Q']", 1, '90'],
    ["SData['VQ_A@S.Q',StatAgentsTotal]", 0, '4'],
  ])('%s asks %i times and gives %s', async (text, asked, value) => {
    const ran = await run(pageOf(convert([seen(text)])), world());
    expect(ran.faults).toEqual([]);
    expect([subscribed(ran), attached(ran)]).toEqual([asked, value]);
  });

  test('a subscription that is refused fails the block', async () => {
    const page = pageOf(convert([seen("SData['VQ_A@S.Q','CallsWaiting']")]));
    const ran = await run(page, `answers: { failures: [{ action: 'statistic:subscribe' }] }\n${world()}`);
    expect([ran.end, attached(ran)]).toEqual(['defaulted', undefined]);
  });
});

describe('the own request', () => {
  test('is asked for its place and wait, which is no estimate', async () => {
    const strategy: StrategyText = {
      blocks: [
        { id: '1', type: 'Entry', links: ['green 2'] },
        keptSelection('2', '3'),
        attach('3', 'Seen', "Cat[PositionInQueue[], '/', InVQWaitTime[]]", '9'),
        { id: '9', type: 'Default' },
      ],
    };
    const ran = await run(pageOf(convert([strategy])), world());
    expect(ran.faults).toEqual([]);
    expect(attached(ran)).toBe('"1/5"');
  });
});
