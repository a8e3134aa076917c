// E-mail, chat, SMS and Outbound: what objects do, step by step (docs/messages.md).
import { describe, expect, it, test } from 'vitest';
import { drawn, sameSteps, type Drawn } from './both-sides.js';

const object = (type: string, properties: Drawn['properties'] = {}, name = 'It'): Drawn => ({
  type,
  name,
  properties,
});
const action = (element: string, params: object): unknown => ['action', { element, ...params }];
const made = (type: string, media = 'TMediaEMail'): unknown => action('ixn:createmessage', { type, media });

describe('messages', () => {
  test.each([
    ['Acknowledgement', 'acknowledgement'],
    ['Autoresponse', 'auto_response'],
    ['Create Notification', 'outbound_notification'],
    ['Create E-mail Out', 'outbound_new'],
    ['Forward E-Mail', 'forwarded'],
    ['Redirect E-mail', 'redirect'],
    ['Reply E-mail from External Resource', 'inbound_collaboration_reply'],
  ])('%s makes one of type %s, which is sent; then there is none to be sent', async (type, kind) => {
    const blocks = [object(type), object('Send E-mail', {}, 'Send'), object('Send E-mail', {}, 'Again')];
    expect(await sameSteps(drawn(blocks), { interaction: { media: 'email' } })).toEqual([
      made(kind),
      action('ixn:sendmessage', { interactionid: 'ixn0002' }),
      action('ixn:sendmessage', { interactionid: 'ixn0001' }),
    ]);
  });
  it('of SMS are of that medium', async () => {
    const blocks = [
      object('Create SMS'),
      object('Create SMS Out', {}, 'Out'),
      object('Send SMS', {}, 'Send'),
    ];
    expect(await sameSteps(drawn(blocks), { interaction: { media: 'sms' } })).toEqual([
      made('outbound_new', 'TMediaSMS'),
      made('outbound_new', 'TMediaSMS'),
      action('ixn:sendmessage', { interactionid: 'ixn0003' }),
    ]);
  });
  it('hold the transcript of a chat, and nothing of an e-mail', async () => {
    const asked = action('ixn:gettranscript', { interactionid: 'ixn0001' });
    const blocks = [object('Chat Transcript')];
    expect(await sameSteps(drawn(blocks), { interaction: { media: 'chat' } })).toEqual([
      asked,
      made('outbound_new'),
    ]);
    expect(await sameSteps(drawn(blocks), { interaction: { media: 'email' } })).toEqual([asked]);
  });
});

describe('what a text is about', () => {
  const found = {
    categories: [
      { name: 'Cards', id: '3', relevancy: 80 },
      { name: 'Loans', relevancy: 60 },
      { name: 'Fees', relevancy: 59 },
    ],
    rules: [
      { name: 'Praise', match: true },
      { name: 'Threats', match: true },
      { name: 'Spam', match: false },
    ],
  };
  const steps = (blocks: readonly Drawn[]): Promise<readonly unknown[]> =>
    sameSteps(drawn(blocks), { interaction: { media: 'email' }, answers: { classification: [found] } });
  const classified = action('classification:classify', { interactionid: 'ixn0001', root: 'Bank' });
  const cards = {
    Ctg_3: '80',
    Ctg_Loans: '60',
    CtgId: '3',
    CtgName: 'Cards',
    CategoryName: 'Cards',
    CtgRelevancy: '80',
  };

  it('is attached from the threshold on, and again when it is asked for', async () => {
    const classify = object('Classify', { 'Category Root': 'Bank', Threshold: '60' });
    const again = { ...object('Attach Categories', {}, 'Again') };
    const between = object('Chat Transcript', {}, 'Between');
    expect(await steps([classify])).toEqual([classified, ['udata', { set: cards }]]);
    const [, first, , second] = await steps([classify, { ...between, to: { red: 'Again' } }, again]);
    expect(second).toEqual(first);
  });
  it('is not attached when the threshold cannot be computed, not later either', async () => {
    const classify = object('Classify', { 'Category Root': 'Bank', Threshold: '1 / 0' });
    const later = object('Attach Categories', {}, 'Later');
    expect(await steps([{ ...classify, to: { red: 'Later' } }, later])).toEqual([classified]);
  });
  test.each([
    ['Spam', ''],
    ['Threats', 'Threats'],
    [undefined, 'Praise'],
  ])('is a screening rule: %s gives "%s"', async (rule, name) => {
    const screen = object('Screen', rule === undefined ? {} : { 'Screening Rule': rule });
    expect(await steps([screen])).toEqual([
      action('classification:screen', { interactionid: 'ixn0001' }),
      ['udata', { set: { ScreenRuleName: name } }],
    ]);
  });
});

describe('Outbound', () => {
  const data = { ird_outbound_url: 'http://ocs.example/' };
  const asked = async (block: Drawn, udata: Readonly<Record<string, string>>): Promise<unknown> => {
    const [first] = await sameSteps(drawn([block]), {
      interaction: { udata },
      data,
      answers: { fetch: [{}] },
    });
    return first;
  };
  const posted = (url: string, body: object): unknown => [
    'request',
    { method: 'post', url, body: JSON.stringify(body) },
  ];

  test.each([
    ['Do Not Call', 'DoNotCall'],
    ['Record Processed', 'RecordProcessed'],
    ['Reschedule Record', 'RecordReschedule'],
    ['Cancel Record', 'RequestRecordCancel'],
    ['Update Record', 'UpdateCallCompletionStats'],
  ])('%s asks for %s of the record that the call carries', async (type, request) => {
    const fields = { Phone: '0555', 'Customer ID': "'c7'", 'Call Result': '33' };
    const body = { GSW_PHONE: '0555', GSW_CUSTOMER_ID: 'c7', GSW_CALL_RESULT: 33 };
    expect(await asked(object(type, fields), { GSW_RECORD_URI: 'http://o/records/5' })).toEqual(
      posted(`http://o/records/5?req=${request}`, body),
    );
    expect(await asked(object(type), { GSW_RECORD_HANDLE: 'a/b' })).toEqual(
      posted(`http://ocs.example/records/a%2Fb?req=${request}`, {}),
    );
  });
  it('adds a record to a list on its server', async () => {
    const block = object('Add Record', {
      'Calling List': 'Winter offers',
      Campaign: 'Winter',
      Phone: 'ANI[]',
    });
    expect(await asked(block, {})).toEqual(
      posted('http://ocs.example/lists/Winter%20offers?req=AddRecord', {
        GSW_CALLING_LIST: 'Winter offers',
        GSW_CAMPAIGN_NAME: 'Winter',
        GSW_PHONE: '5550100',
      }),
    );
  });
  it('keeps the zeros of a number that a function is given', async () => {
    const call = object('Function', { Function: "AddRecord['L', 0555]", Result: 's' });
    expect(await asked(call, {})).toEqual(
      posted('http://ocs.example/lists/L?req=AddRecord', { GSW_CALLING_LIST: 'L', GSW_PHONE: '0555' }),
    );
  });
});

describe('places of messages', () => {
  const email = { interaction: { media: 'email' } } as const;
  const routed = (target: string): unknown => ['routed', { target, by: 'ixn:redirect' }];

  it('are interaction queues and workbins; what is there already cannot be sent on', async () => {
    const queue = object('Queue Interaction', { Queue: 'later' });
    const workbin = object('Workbin', { Workbin: 'Open', Owner: 'Team', 'Owner Type': 'Agent Group' }, 'Bin');
    expect(await sameSteps(drawn([queue, workbin]), email)).toEqual([routed('later')]);
    expect(await sameSteps(drawn([workbin]), email)).toEqual([routed('Open')]);
  });
  it('are left when the work is stopped: nothing that waits comes after it', async () => {
    const stop = object('Stop Interaction', { Reason: 'Spam' });
    const after = object('Chat Transcript', {}, 'After');
    const last = { ...object('Create SMS', {}, 'Last') };
    expect(await sameSteps(drawn([stop, { ...after, to: { red: 'Last' } }, last]), email)).toEqual([
      ['ended', { by: 'page', reason: 'Spam' }],
      action('ixn:gettranscript', { interactionid: 'ixn0001' }),
    ]);
  });
  it('cannot be left before the message is presented', async () => {
    const stop = { ...object('Stop Interaction'), to: { red: 'Text' } };
    const late = { interaction: { media: 'email', present: 5 } } as const;
    expect(await sameSteps(drawn([stop, object('Create SMS', {}, 'Text')]), late)).toEqual([
      made('outbound_new', 'TMediaSMS'),
    ]);
  });
});
