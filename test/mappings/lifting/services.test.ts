// Databases, web services and URS inside of expressions: asked where IRD would ask, once, and only when the left side has not decided; an answer that
// comes too late is nobody's.
import { describe, expect, test } from 'vitest';
import {
  attach,
  convert,
  keptSelection,
  pageOf,
  property,
  run,
  table,
  type BlockText,
  type Ran,
  type StrategyText,
} from './run-strategy.js';

const entry: BlockText = { id: '1', type: 'Entry', links: ['green 2'] };
const end: BlockText = { id: '9', type: 'Default' };

const surroundings = `data: { ird_service_url: 'http://services.example' }
interaction: { udata: { tier: gold } }
world: { defaultDestination: '5550199' }
answers:
  urs: [{ url: 'name=GetMapValue', content: '7' }]
  fetch:
    - { url: DatabaseWizard, body: wait, content: '12' }
    - { url: DatabaseWizard, content: '42' }
    - { url: rates.example, content: '{"rate":"3"}' }
`;

const requests = ({ steps }: Ran): number => steps.filter((step) => step.includes('"kind":"request"')).length;
const attached = ({ steps }: Ran): readonly string[] =>
  steps.flatMap((step) => /"kind":"udata".*"set":(\{.*?\})/.exec(step)?.[1] ?? []);

const ran = async (blocks: readonly BlockText[], variables: StrategyText['variables'] = []): Promise<Ran> =>
  run(pageOf(convert([{ variables, blocks: [entry, ...blocks, end] }])), surroundings);

const database = "DBQuery['DAP','tiers',UData['tier']]";
const web = "WebService['http://rates.example/today']";
const urs = "GetMapValue['SCORES','token']";

describe('a condition', () => {
  test.each([
    [`${database} = 42 & ${urs} = 7`, 2, 'green'],
    [`${database} = 41 & ${urs} = 7`, 1, 'red'],
    [`${database} = 42 | ${urs} = 7`, 1, 'green'],
    [`UData['tier'] = 'tin' & ${database} = 42`, 0, 'red'],
    [`GetIntegerKey['rate',${web}] * ${urs} = 21`, 2, 'green'],
    [`${web} = '' | ${urs} = 8 | ${database} > 41`, 3, 'green'],
    [`DBQuery['DAP','tiers',GetIntegerKey['rate',${web}] + ${urs}] = 42`, 3, 'green'],
    ["ESPRequest['App','Scores','Next',''] = '' | 1 = 1", 1, 'failed'],
    ["WebService['http://nobody.example/'] = 'x' | 1 = 1", 1, 'failed'],
  ])('%s asks %i times: %s', async (condition, asked, way) => {
    const found = await ran([
      { id: '2', type: 'If', inside: property('Expression', condition), links: ['green 3', 'red 4'] },
      attach('3', 'Way', "'green'", '9'),
      attach('4', 'Way', "'red'", '9'),
    ]);
    expect(found.faults).toEqual([]);
    expect(requests(found)).toBe(asked);
    expect(attached(found)).toEqual(way === 'failed' ? [] : [JSON.stringify({ Way: way })]);
    expect(found.end).toBe('defaulted');
  });
});

describe('a value', () => {
  test('of an assignment, with a request among the arguments of another', async () => {
    const text = `StrLen[Cat[${web},'/',${database}]] + DBStoredProcedure['DAP','next',${urs}]`;
    const found = await ran(
      [
        {
          id: '2',
          type: 'Assign',
          inside: property('Variable', 'n') + property('Expression', text),
          links: ['green 3', 'red 9'],
        },
        attach('3', 'Seen', 'n', '9'),
      ],
      ['n INTEGER'],
    );
    // `rate:3/42` and 42.
    expect([attached(found), requests(found), found.faults]).toEqual([['{"Seen":51}'], 4, []]);
  });

  test('of a Selection: its timeout', async () => {
    const selection: BlockText = {
      id: '2',
      type: 'Selection',
      inside:
        property('Virtual Queue Alias', 'VQ_Asked') +
        property('Timeout', "DBQuery['DAP','wait'] / 2") +
        table('Targets', [{ Type: 'Agent Group', Name: 'Nobody', 'Stat Server': 'StatServer' }]),
      links: ['red 3', 'green 9'],
    };
    const found = await ran([selection, attach('3', 'Seen', "'timeout'", '9')]);
    expect([attached(found), requests(found), found.faults]).toEqual([['{"Seen":"timeout"}'], 1, []]);
    expect(found.steps.find((step) => step.includes('Seen'))).toContain('"at":6');
  });
});

describe('an answer of URS that comes too late', () => {
  const late = (at: number): string => `data: { ird_service_url: 'http://services.example' }
world: { defaultDestination: '5550199' }
answers:
  urs: [{ nth: 1, lasts: 60, content: '1' }, { lasts: 4, content: '2' }]
  events: [{ at: ${String(at)}, name: session.fetch.done, data: { requestid: late, content: '1' } }]
`;

  test('leaves the block by its red port, and says nothing to later blocks', async () => {
    const page = pageOf(
      convert([
        {
          blocks: [
            entry,
            attach('2', 'Seen', urs, '3'),
            keptSelection('3', '4'),
            attach('4', 'Then', "UData['Seen']", '9'),
            end,
          ],
        },
      ]),
    );
    const found = await run(page, late(12));
    expect([attached(found), found.end, found.faults]).toEqual([['{"Then":""}'], 'defaulted', []]);
  });

  test('does not answer the same question that is asked again', async () => {
    const page = pageOf(
      convert([{ blocks: [entry, attach('2', 'Seen', urs, '3'), attach('3', 'Again', urs, '9'), end] }]),
    );
    const found = await run(page, late(12));
    expect([attached(found), found.end, found.faults]).toEqual([['{"Again":"2"}'], 'defaulted', []]);
    expect(found.steps.find((step) => step.includes('Again'))).toContain('"at":14');
  });
});
