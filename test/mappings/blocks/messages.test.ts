// Objects of the toolbars Multimedia, SMS and Outbound: what each asks for, and what is said about what cannot be carried over.
import { describe, expect, it } from 'vitest';
import { objectFacts } from '../../../src/ir/vocabulary/objects.js';
import { findBlockMapping } from '../../../src/mappings/blocks/index.js';
import { convertBlock, type BlockSource } from './one-block.js';

interface Row {
  readonly type: string;
  readonly block?: BlockSource;
  /** The element with its attributes beside the request id. */
  readonly element: string;
}

const record = "ird.recordUrl(_data.ird_ixn, _data.ird_outbound_url, '%')";
const fetchOf = (url: string): string =>
  `<session:fetch .*srcexpr="${url}" method="'post'" enctype="'application/json'"`;
const escaped = (text: string): string => text.replace(/[.()|]/g, String.raw`\$&`);
const outbound = (request: string): string => fetchOf(escaped(record.replace('%', request)));
const contact = (service: string): string =>
  fetchOf(`ird.serviceAddress\\(_data.ird_contact_url, '/${service}'\\)`);

const rows: readonly Row[] = [
  { type: 'Acknowledgement', element: '<ixn:createmessage .*type="acknowledgement" media="TMediaEMail"/>' },
  { type: 'Autoresponse', element: '<ixn:createmessage .*type="auto_response" media="TMediaEMail"/>' },
  { type: 'Create Notification', element: '<ixn:createmessage .*type="outbound_notification"' },
  { type: 'Create Email Out', element: '<ixn:createmessage .*type="outbound_new" media="TMediaEMail"/>' },
  { type: 'Create SMS Out', element: '<ixn:createmessage .*type="outbound_new" media="TMediaSMS"/>' },
  { type: 'Create SMS', element: '<ixn:createmessage .*type="outbound_new" media="TMediaSMS"/>' },
  { type: 'Forward E-Mail', element: '<ixn:createmessage .*type="forwarded"' },
  { type: 'Redirect E-mail', element: '<ixn:createmessage .*type="redirect"' },
  {
    type: 'Reply E-mail from External Resource',
    block: { properties: { Server: 'Mail' } },
    element: `<ixn:createmessage .*type="inbound_collaboration_reply" media="TMediaEMail" server="'Mail'"/>`,
  },
  { type: 'Chat Transcript', element: '<ixn:gettranscript .*interactionid="_data.ird_ixn"/>' },
  {
    type: 'Send E-mail',
    element: `<ixn:sendmessage .*interactionid="_data.ird_message != '' \\? _data.ird_message`,
  },
  { type: 'Send SMS', element: '<ixn:sendmessage ' },
  { type: 'Send SMS Out', element: '<ixn:sendmessage ' },
  {
    type: 'Classify',
    block: { properties: { 'Category Root': 'Bank' } },
    element: `<classification:classify .*interactionid="_data.ird_ixn" root="'Bank'"/>`,
  },
  {
    type: 'Screen',
    block: { properties: { 'Screening Rule': 'Spam', Server: 'Cls' } },
    element: `<classification:screen .*interactionid="_data.ird_ixn" server="'Cls'"/>`,
  },
  { type: 'MultiScreen', element: '<classification:screen ' },
  { type: 'Attach Categories', element: `ird.attachSome\\(_data.ird_ixn, ird.categoryPairs\\(JSON.parse` },
  ...[
    'Create Interaction',
    'Find Interaction',
    'Find Interactions',
    'Identify Contact',
    'Render Message',
  ].map((type) => ({ type, element: contact(type.replaceAll(' ', '')) })),
  ...['Update Contact', 'View Interaction Properties'].map((type) => ({
    type,
    element: contact(type.replaceAll(' ', '')),
  })),
  { type: 'Update Interaction (UCS record)', element: contact('UpdateInteraction') },
  {
    type: 'Add Record',
    block: { properties: { 'Calling List': 'Winter' } },
    element: fetchOf(escaped("ird.listUrl(_data.ird_ixn, _data.ird_outbound_url, 'Winter')")),
  },
  { type: 'Cancel Record', element: outbound('RequestRecordCancel') },
  { type: 'Do Not Call', element: outbound('DoNotCall') },
  { type: 'Record Processed', element: outbound('RecordProcessed') },
  { type: 'Processed', element: outbound('RecordProcessed') },
  { type: 'Reschedule', element: outbound('RecordReschedule') },
  { type: 'Reschedule Record', element: outbound('RecordReschedule') },
  { type: 'Update Record', element: outbound('UpdateCallCompletionStats') },
];

describe('objects that ask a server', () => {
  it.each(rows)('$type', ({ type, block = {}, element }) => {
    const { states, disposition, codes } = convertBlock(type, block);
    expect(states).toMatch(new RegExp(element));
    expect(disposition).toBe('review');
    expect(codes).toEqual([]);
  });

  it.each(objectFacts.filter(({ category }) => ['Multimedia', 'Outbound', 'SMS'].includes(category)))(
    '$name never claims to be exact, for no document says how it behaves',
    ({ type, portsEvidence }) => {
      const mapping = findBlockMapping(type);
      expect(mapping?.disposition).toMatch(/review|placeholder/);
      expect(['inferred', 'unverified']).toContain(mapping?.evidence);
      expect(portsEvidence).toBe('inferred');
    },
  );
});

describe('what cannot be carried over', () => {
  it('is named with its text: content of messages', () => {
    const properties = { 'Standard Response': 'Card fees', To: "'ann@example.com'", Queue: 'out' };
    const { messages, disposition, states } = convertBlock('Autoresponse', { properties });
    expect(disposition).toBe('unsupported');
    expect(messages.filter((text) => text.startsWith('IRD3004'))).toEqual([
      expect.stringContaining('the standard response (Card fees)'),
      expect.stringContaining(`the recipient ('ann@example.com')`),
      expect.stringContaining('the interaction queue "out"'),
    ]);
    expect(states).not.toContain('Card fees"');
  });

  it.each([
    ['Send E-mail', { Queue: 'out' }, 'its queue (out)'],
    ['Screen', { Language: 'en' }, 'its language (en)'],
  ])('%s: %j', (type, properties, words) => {
    const { messages, disposition } = convertBlock(type, { properties });
    expect(disposition).toBe('unsupported');
    expect(messages.join('\n')).toContain(words);
  });

  it.each([
    ['Classify', 'no root category'],
    ['Add Record', 'no calling list'],
    ['Submit New Interaction', 'no action of Orchestration is documented'],
  ])('%s becomes a placeholder that says why: %s', (type, words) => {
    const { disposition, reason, messages } = convertBlock(type);
    expect(disposition).toBe('placeholder');
    expect(reason).toContain(words);
    expect(messages.join('\n')).toContain(words);
  });
});

describe('requests', () => {
  it('send the user data as IRD did, unless the block says otherwise', () => {
    const sends = (block: BlockSource): string => convertBlock('Identify Contact', block).states;
    expect(sends({})).toMatch(/ird\.serviceBody\('IdentifyContact', _data\.ird_ixn, \{ *\}, true\)/);
    expect(sends({ properties: { 'Send User Data': 'no' } })).toMatch(/\{ *\}, false\)/);
  });

  it('carry parameters and a limit, and keep the answer as the variable holds it', () => {
    const { states } = convertBlock('Find Interaction', {
      properties: { Timeout: 'n + 1', Result: 'n' },
      tables: { Parameters: [{ Key: 'Status', Value: "Cat['a', s]" }] },
    });
    expect(states).toContain(`{ Status: ird.cat('a', _data.v_s) }`);
    expect(states).toContain('timeout="ird.int(_data.v_n + 1)"');
    expect(states).toContain('_data.v_n = ird.num(_data.ird_answer);');
  });

  it('about records carry what the block says and nothing else', () => {
    const { states } = convertBlock('Update Record', {
      properties: { 'Call Result': 'n', 'Phone Number': "'5550100'" },
      tables: { Fields: [{ Key: 'note', Value: 's' }] },
    });
    expect(states).toContain(
      `JSON.stringify({ GSW_PHONE: '5550100', GSW_CALL_RESULT: _data.v_n, note: _data.v_s })`,
    );
    expect(convertBlock('Do Not Call').states).toMatch(/JSON\.stringify\(\{ *\}\)/);
    expect(convertBlock('Do Not Call').states).toContain('timeout="10"');
  });
});
