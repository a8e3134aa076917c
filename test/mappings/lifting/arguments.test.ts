// Arguments of lifted calls: each is evaluated once, though its request may name it several times; and replies that come too late change nothing.
import { describe, expect, test } from 'vitest';
import {
  attach,
  convert,
  keptSelection,
  pageOf,
  property,
  run,
  type BlockText,
  type Ran,
  type StrategyText,
} from './run-strategy.js';

const entry: BlockText = { id: '1', type: 'Entry', links: ['green 2'] };
const end: BlockText = { id: '9', type: 'Default' };
const seen = (text: string): StrategyText => ({ blocks: [entry, attach('2', 'Seen', text, '9'), end] });

const attached = ({ steps }: Ran): readonly string[] =>
  steps.flatMap((step) => /"kind":"udata".*"set":(\{.*?\})/.exec(step)?.[1] ?? []);

const world = `world: { defaultDestination: '5550199', statistics: { VQ_1: { CallsWaiting: 7 }, VQ_2: { CallsWaiting: 9 } } }`;

describe('an argument is evaluated once', () => {
  test.each([
    // The next draw would be the other queue.
    ["Cat[SData[Cat['VQ_',Rand[2],'@S.Q'],'CallsWaiting'],'/',Rand[2]]", '7/2'],
    ["Cat[CallsWaiting[Cat['VQ_',Rand[2],'@S.Q']],'/',Rand[2]]", '7/2'],
    ["Cat[SuspendForEvent[Rand[2],'user',Cat['e',Rand[2]]],'/',Rand[2]]", 'return:timeout/1'],
    ["Cat[GetMapValue['m',Cat['k',Rand[2]]],'/',Rand[2]]", 'on/2'],
    ["Cat[GetMapValue[Rand[2],Cat['k',Rand[2]]],'/',Rand[2]]", 'on/1'],
  ])('%s', async (text, value) => {
    const page = pageOf(convert([seen(text)]));
    const draws =
      "random: [0.1, 0.9, 0.1, 0.9, 0.1]\nanswers: { urs: [{ url: 'name=GetMapValue', content: 'on' }] }";
    const ran = await run(page, `${draws}\n${world}`);
    expect(ran.faults).toEqual([]);
    expect(attached(ran)).toEqual([JSON.stringify({ Seen: value })]);
  });

  test('data are written once', async () => {
    const text = "SData[Cat['VQ_1@S.Q',Update['k',Cat[UData['k'],'x']]],'CallsWaiting']";
    const ran = await run(pageOf(convert([seen(text)])), `interaction: { udata: { k: a } }\n${world}`);
    expect(attached(ran)).toEqual(['{"k":"ax"}', '{"Seen":7}']);
  });

  test('a request among the arguments is made once, and before the call that it is for', async () => {
    const text = "SData[Cat['VQ_',SData['VQ_1@S.Q','CallsWaiting'] - 5,'@S.Q'],'CallsWaiting']";
    const ran = await run(pageOf(convert([seen(text)])), world);
    expect(ran.steps.filter((step) => step.includes('statistic:subscribe'))).toHaveLength(2);
    expect(attached(ran)).toEqual(['{"Seen":9}']);
  });

  test('an argument that fails fails the block, and nothing is asked', async () => {
    const ran = await run(
      pageOf(convert([seen("SData[Cat['VQ_',1 / StrLen[UData['k']]],'CallsWaiting']")])),
      world,
    );
    expect([attached(ran), ran.end, ran.faults]).toEqual([[], 'defaulted', []]);
    expect(ran.steps.filter((step) => step.includes('statistic:subscribe'))).toEqual([]);
  });
});

describe('a reply that comes too late', () => {
  const late = (name: string, data: string, at = 8): string =>
    `answers: { events: [{ at: ${String(at)}, name: ${name}, data: ${data} }] }`;
  const waiting = (text: string): StrategyText => ({
    blocks: [
      entry,
      attach('2', 'Seen', text, '3'),
      keptSelection('3', '4'),
      attach('4', 'Again', "UData['Seen']", '9'),
      end,
    ],
  });

  test('about a statistic', async () => {
    const page = pageOf(convert([waiting("SData['none@S.Q','CallsWaiting']")]));
    const ran = await run(
      page,
      `${late('statistic.update', "{ object: 'none@S.Q', statistic: CallsWaiting, value: 3 }")}\n${world}`,
    );
    expect([attached(ran), ran.end, ran.faults]).toEqual([['{"Seen":0}', '{"Again":"0"}'], 'defaulted', []]);
  });

  test('of an event that was waited for', async () => {
    const page = pageOf(convert([waiting("SuspendForEvent[5,'user','callback.ready']")]));
    const ran = await run(page, `${late('callback.ready', '{}')}\n${world}`);
    const timeout = '{"Seen":"return:timeout"}';
    expect([attached(ran)[0], ran.end, ran.faults]).toEqual([timeout, 'defaulted', []]);
  });

  test('about the queue, while the same is asked again', async () => {
    const strategy: StrategyText = {
      variables: ['n INTEGER'],
      blocks: [
        entry,
        keptSelection('2', '3', property('Priority', '7')),
        {
          id: '3',
          type: 'Assign',
          inside: property('Variable', 'n') + property('Expression', 'n + GetPriority[]'),
          links: ['green 4', 'red 4'],
        },
        attach('4', 'Seen', "Cat[n, SuspendForEvent[5,'user','no']]", '9'),
        end,
      ],
    };
    const page = pageOf(convert([strategy]));
    const ran = await run(
      page,
      `${late('queue.query.done', '{ requestid: other, priority: 50 }', 7)}\n${world}`,
    );
    expect([attached(ran), ran.faults]).toEqual([['{"Seen":"7return:timeout"}'], []]);
  });
});
