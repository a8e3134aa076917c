// Functions that route by their own argument, make calls, or ask a server: what the platform is asked for, what the call gives, and where a failure leads.
import { describe, expect, test } from 'vitest';
import { attach, convert, pageOf, property, run, table, type BlockText, type Ran } from './run-strategy.js';

const world = 'world: { defaultDestination: "5550199" }';
const entry: BlockText = { id: '1', type: 'Entry', links: ['green 2'] };
const end: BlockText = { id: '9', type: 'Default' };

/** A Function block with that call; its result, and whether it failed, are attached. */
const page = (call: string, assumptions: Readonly<Record<string, string>> = {}): string =>
  pageOf(
    convert(
      [
        {
          variables: ['r STRING', 'l LIST'],
          blocks: [
            entry,
            {
              id: '2',
              type: 'Function',
              inside: property('Function', call) + property('Result', 'r'),
              links: ['green 3', 'red 4'],
            },
            attach('3', 'Gives', 'r', '9'),
            attach('4', 'Way', "'failed'", '9'),
            end,
          ],
        },
      ],
      assumptions,
    ),
  );

const text = ({ steps }: Ran): string => steps.join('\n');
const gives = (ran: Ran): string | undefined => /"Gives":"(.*?)"/.exec(text(ran))?.[1];

describe('functions that route', () => {
  test.each([
    ["TRoute['5550123']", '5550123', undefined],
    ["TRoute['7001','Switch_X','RouteTypeDirect']", '7001', 'RouteTypeDirect'],
    ["TRouteEx['7001','','Direct']", '7001', 'RouteTypeDirect'],
    ["RouteEx['7001']", '7001', undefined],
    ["ForceRoute['7001']", '7001', undefined],
    ["DeliverCall['7001']", '7001', undefined],
    ["DeliverToTarget['7001']", '7001', undefined],
    ["TransferCall['7001']", '7001', undefined],
    ["TRoute['7001','','NoSuchType']", '7001', undefined],
    ["TRoute[Cat['70','01'],Cat['Switch','_X']]", '7001', undefined],
  ])('%s', async (call, target, type) => {
    const ran = await run(page(call), world);
    expect(ran).toMatchObject({ end: 'routed', target, faults: [] });
    if (type !== undefined) expect(text(ran)).toContain(`"type":"${type}"`);
  });

  test('a delivery that fails takes the red port', async () => {
    const ran = await run(
      page("TRoute['7001']"),
      `${world}\nanswers: { deliveries: [{ error: remote, times: 1 }] }`,
    );
    expect(ran).toMatchObject({ end: 'defaulted', faults: [] });
    expect(text(ran)).toContain('"Way":"failed"');
  });

  test('a location that only the page knows may be empty', async () => {
    const text = page("TRoute['7001',r]");
    expect(text).toContain(`to="ird.destination('7001', _data.v_r)"`);
    expect(await run(text, world)).toMatchObject({ end: 'routed', target: '7001', faults: [] });
  });

  test('a route type that ends the call delivers it nowhere', async () => {
    const ran = await run(page("TRoute['7001','','RouteTypeCallDisconnect']"), world);
    expect(ran).toMatchObject({ end: 'notExecutable' });
    expect(text(ran)).not.toContain('7001');
  });

  test('Reject ends the call', async () => {
    expect(await run(page('Reject[]'), world)).toMatchObject({ end: 'ended', faults: [] });
  });

  test('DefaultRoute leads to default routing, and what follows does not run', async () => {
    const ran = await run(page('DefaultRoute[]'), world);
    expect(ran).toMatchObject({ end: 'defaulted', target: '5550199', faults: [] });
    expect(gives(ran)).toBeUndefined();
  });

  test('DefaultDestination sets where it leads', async () => {
    const ran = await run(page("DefaultDestination['5550177']"), world);
    expect(ran).toMatchObject({ target: '5550177', faults: [] });
    expect(gives(ran)).toBe('5550177');
  });
});

describe('functions on calls', () => {
  test.each([
    ["TMakeCall['5550142']", '"from":"8000","to":"5550142"'],
    ["CreateVoiceCall['7001','5550142']", '"from":"7001","to":"5550142"'],
  ])('%s makes a call and gives its id', async (call, attributes) => {
    const ran = await run(page(call), world);
    expect(ran).toMatchObject({ end: 'defaulted', faults: [] });
    expect(text(ran)).toContain(attributes);
    expect(gives(ran)).toMatch(/^ixn/);
  });

  test('a call that cannot be made takes the red port', async () => {
    const ran = await run(page("TMakeCall['']"), world);
    expect(text(ran)).toContain('"Way":"failed"');
  });

  test('AttachIxn takes another interaction', async () => {
    const other = 'interactions: [{ id: other, ani: "5550123" }]';
    const ran = await run(page("AttachIxn['other']"), `${world}\n${other}`);
    expect(ran.faults).toEqual([]);
    expect(text(ran)).toContain('"element":"ixn:attach"');
    expect(text(ran)).not.toContain('failed');
  });

  test('AttachIxn of what there is not takes the red port', async () => {
    expect(text(await run(page("AttachIxn['nobody']"), world))).toContain('"Way":"failed"');
  });

  test('DetachIxn gives the interaction away', async () => {
    expect(text(await run(page('DetachIxn[]'), world))).toContain('"element":"ixn:detach"');
  });
});

describe('functions that ask a server', () => {
  const services = (answer: string): string =>
    `${world}\ndata: { ird_service_url: "http://services.example", ird_outbound_url: "http://outbound.example" }\nanswers: { ${answer} }`;

  test.each([
    ["DBQuery['DAP','customers','42']", '{ name: Ann, level: 3 }', 'name:Ann|level:3', '/DatabaseWizard'],
    ["DBQuery['select 1']", 'one', 'one', '/DatabaseWizard'],
    ["DBStoredProcedure['DAP','p_level']", '"[1]"', '[1]', '"procedure'],
    ["WebService['http://rates.example/today']", '{ rate: 5 }', 'rate:5', 'rates.example'],
    ["WebService['http://rates.example/today','day:1|day:2']", 'ok', 'ok', 'rates.example'],
    ["AddRecord['Callbacks','5550142']", 'done', '', 'req=AddRecord'],
  ])('%s', async (call, content, value, asked) => {
    const ran = await run(page(call), services(`fetch: [{ content: ${content} }]`));
    expect(ran).toMatchObject({ end: 'defaulted', faults: [] });
    expect(gives(ran)).toBe(value);
    expect(text(ran).replaceAll('\\', '')).toContain(asked);
  });

  test('ESPRequest by its own method, with user data', async () => {
    const ran = await run(
      page("ESPRequest['App','Scores','Next','a:1']"),
      services('fetch: [{ method: esp, content: 7 }]'),
    );
    expect(ran.faults).toEqual([]);
    expect(gives(ran)).toBe('7');
    expect(text(ran)).toContain('UserData');
  });

  test('no answer takes the red port', async () => {
    const ran = await run(page("DBQuery['select 1']"), services('fetch: []'));
    expect(text(ran)).toContain('"Way":"failed"');
  });

  test('DoNotCall about the record of the call', async () => {
    const record = 'interaction: { udata: { GSW_RECORD_HANDLE: "9" } }';
    const ran = await run(page("DoNotCall['5550142']"), `${services('fetch: [{ content: ok }]')}\n${record}`);
    expect(text(ran)).toContain('req=DoNotCall');
    expect(gives(ran)).toBe('');
  });

  test('ClassifyInteraction attaches what was found', async () => {
    const found = 'classification: [{ categories: [{ name: Loans, id: "12", relevancy: 80 }] }]';
    const ran = await run(page("ClassifyInteraction['Banking']"), services(found));
    expect(gives(ran)).toBe('Loans');
    expect(text(ran)).toContain('"CtgId":"12"');
  });

  test('ScreenInteraction gives the rule that fits', async () => {
    const found = 'classification: [{ rules: [{ name: Complaint, id: "3", match: true }] }]';
    expect(gives(await run(page("ScreenInteraction['Other','Complaint']"), services(found)))).toBe(
      'Complaint',
    );
    expect(gives(await run(page("ScreenInteraction['Other']"), services(found)))).toBe('');
  });
});

describe('functions that need no request', () => {
  const block = (call: string, value: string): string =>
    pageOf(
      convert([
        {
          variables: ['l LIST', 'r STRING'],
          blocks: [
            entry,
            {
              id: '2',
              type: 'Multi-Function',
              inside: table('Calls', [
                { Result: 'l', Expression: "'a:1|b:2'" },
                { Expression: call },
                { Result: 'r', Expression: value },
              ]),
              links: ['green 3', 'red 9'],
            },
            attach('3', 'Gives', 'r', '9'),
            end,
          ],
        },
      ]),
    );

  test.each([
    ["KVListAdd[l,'c',3]", 'l', 'a:1|b:2|c:3'],
    ["KVListAddStringValue[l,'a',3]", 'l', 'a:1|b:2|a:3'],
    ["KVListSet[l,'a',3]", 'l', 'a:3|b:2'],
    ["KVListSet[l,'z',3]", 'l', 'a:1|b:2|z:3'],
    ["KVListDelete[l,'a']", 'l', 'b:2'],
    ["KVListDelete[l,'z']", 'l', 'a:1|b:2'],
    ['SuspendForTreatmentEnd[]', 'ThisQueue[]', '8000'],
    ["Print['x']", 'GetLastErrorInfo[]', ''],
  ])('%s, then %s', async (call, value, expected) => {
    const ran = await run(block(call, value), world);
    expect(ran.faults).toEqual([]);
    expect(gives(ran)).toBe(expected);
  });

  test.each([
    ['a wait whose end is a value', ['SuspendForDN[2]']],
    [
      'a statistic that is subscribed to already',
      ["SData['Sales@StatServer.GA','CurrentReady']", "SData['Sales@StatServer.GA','CurrentReady']"],
    ],
  ])('GetLastErrorInfo tells nothing of %s', async (_words, asked) => {
    const before = asked.map((call) => ({ Expression: call }));
    const last = { Result: 'r', Expression: 'GetLastErrorInfo[]' };
    const strategy = convert([
      {
        variables: ['r STRING'],
        blocks: [
          entry,
          {
            id: '2',
            type: 'Multi-Function',
            inside: table('Calls', [...before, last]),
            links: ['green 3', 'red 9'],
          },
          attach('3', 'Gives', 'r', '9'),
          end,
        ],
      },
    ]);
    const ran = await run(pageOf(strategy), world);
    expect(ran.faults).toEqual([]);
    expect(gives(ran)).toBe('');
  });

  test('GetLastErrorInfo tells what a block has met, whatever was waited for since', async () => {
    const strategy = convert([
      {
        variables: ['r STRING'],
        blocks: [
          entry,
          { id: '2', type: 'Function', inside: property('Function', "TRoute['7001']"), links: ['red 5'] },
          { id: '5', type: 'Pause', inside: property('Duration', '3'), links: ['green 3'] },
          {
            id: '3',
            type: 'Function',
            inside: property('Function', "GetLastErrorInfo['code']") + property('Result', 'r'),
            links: ['green 4', 'red 9'],
          },
          attach('4', 'Gives', 'r', '9'),
          end,
        ],
      },
    ]);
    const failing = 'answers: { deliveries: [{ error: remote, times: 1 }] }';
    expect(gives(await run(pageOf(strategy), `${world}\n${failing}`))).toBe('remote');
  });
});
