import { describe, expect, it } from 'vitest';
import { convertBlock, type BlockSource } from './one-block.js';

const prompts = { Prompts: [{ Type: 'announcement', Value: '1001' }] };

interface Row {
  readonly type: string;
  readonly block: BlockSource;
  /** The element with its attributes beside request and interaction. */
  readonly element: string;
  readonly disposition: 'exact' | 'review';
}

const rows: readonly Row[] = [
  {
    type: 'Busy',
    block: { properties: { Duration: '2' } },
    element: `<dialog:playsound .*type="'busy'" duration="2"/>`,
    disposition: 'exact',
  },
  { type: 'Fast Busy', block: {}, element: `<dialog:playsound .*type="'fastbusy'"/>`, disposition: 'exact' },
  {
    type: 'Ringback',
    block: { properties: { Duration: 'n * 2' } },
    element: `<dialog:playsound .*type="'ringback'" duration="ird.int\\(_data.v_n \\* 2\\)"/>`,
    disposition: 'exact',
  },
  {
    type: 'Silence',
    block: { properties: { Duration: '2' } },
    element: `<dialog:playsound .*type="'silence'" duration="2"/>`,
    disposition: 'exact',
  },
  {
    type: 'Music',
    block: { properties: { 'Music Source': "'jazz'", Duration: '9' } },
    element: `<dialog:playsound .*type="'music'" resource="'jazz'" duration="9"/>`,
    disposition: 'exact',
  },
  {
    type: 'RAN',
    block: { properties: { 'RAN DN': "'5551300'" } },
    element: `<dialog:playsound .*type="'ran'" resource="'5551300'"/>`,
    disposition: 'review',
  },
  {
    type: 'Play Announcement',
    block: { tables: prompts, properties: { Language: 'en' } },
    element: `<dialog:play .*language="'en'">`,
    disposition: 'exact',
  },
  {
    type: 'Text to Speech',
    block: { properties: { Text: "Cat['a', s]" } },
    element: `<dialog:prompt text="ird.cat\\('a', _data.v_s\\)"/>`,
    disposition: 'exact',
  },
  {
    type: 'Collect Digits',
    block: { properties: { 'Max Digits': '4', Result: 's' } },
    element: `<dialog:input max_digits="4"/>`,
    disposition: 'exact',
  },
  {
    type: 'Play Announcement and Collect Digits',
    block: { tables: prompts, properties: { 'Start Timeout': '5', 'Clear Input': 'yes' } },
    element: `<dialog:input start_timeout="5" clear="true"/>`,
    disposition: 'exact',
  },
  {
    type: 'Text to Speech and Collect Digits',
    block: { properties: { Text: "'x'", 'Terminate Digits': '#' } },
    element: `<dialog:input term_digits="'#'"/>`,
    disposition: 'exact',
  },
  {
    type: 'Verify Digits',
    block: { tables: prompts, properties: { 'Max Attempts': '3', 'Expected Value': 's' } },
    element: `<dialog:playandverify .*attempts="3" expected="_data.v_s">`,
    disposition: 'review',
  },
  {
    type: 'Play Application',
    block: { properties: { Application: "'survey'" }, tables: { Parameters: [{ Key: 'p', Value: 'n' }] } },
    element: `<param name="APP_URI" expr="'survey'"/>`,
    disposition: 'review',
  },
  {
    type: 'IVR',
    block: { properties: { Target: "'5551310'" } },
    element: `<dialog:remote .*destination="'5551310'"/>`,
    disposition: 'review',
  },
  {
    type: 'Record User Announcement',
    block: { tables: prompts, properties: { 'User ID': 'ANI[]' } },
    element: `<dialog:createann .*userid="ird.voice`,
    disposition: 'review',
  },
  {
    type: 'Delete User Announcement',
    block: { properties: { 'User ID': "'7'", 'Announcement ID': "'1'" } },
    element: `<dialog:deleteann .*userid="'7'" intid="'1'"/>`,
    disposition: 'review',
  },
  {
    type: 'Cancel Call',
    block: {},
    element: `<dialog:stop requestid="_data.ird_requests.It" interactionid="_data.ird_ixn"/>`,
    disposition: 'review',
  },
];

describe('voice treatments', () => {
  it.each(rows)('$type becomes a dialog', ({ type, block, element, disposition }) => {
    const converted = convertBlock(type, block);
    expect(converted.states).toMatch(new RegExp(element));
    const name = /<dialog:(\w+) requestid/.exec(converted.states)?.[1] ?? '';
    expect(converted.states).toContain(`event="dialog.${name}.done"`);
    expect(converted.states).toContain(`event="error.dialog.${name}"`);
    expect(converted.states.match(/_event\.data\.requestid == _data\.ird_requests\.It"/g)).toHaveLength(2);
    expect(converted.disposition).toBe(disposition);
  });

  it('keeps the digits, as text or as number', () => {
    const collect = (Result: string): string =>
      convertBlock('Collect Digits', { properties: { Result } }).states;
    expect(collect('s')).toContain('location="_data.v_s" expr="ird.text(_event.data.digits)"');
    expect(collect('n')).toContain('location="_data.v_n" expr="ird.num(ird.text(_event.data.digits))"');
  });

  it('plays prompts in order; neighbours of one kind stand together', () => {
    const { states } = convertBlock('Play Announcement', {
      tables: {
        Prompts: [
          { Type: 'announcement', Value: '1', Interruptible: 'true' },
          { Type: 'number', Value: 'n' },
          { Type: 'text', Value: "'hello'" },
          { Type: 'announcement', Value: '2' },
        ],
      },
    });
    const found = [...states.matchAll(/<dialog:prompts? ([^>]*[^/])\/?>/g)].map(([, text]) => text);
    expect(found).toEqual([
      'type="ann"',
      'intid="1" interrupt="true"',
      'number="_data.v_n"',
      'type="tts"',
      `text="'hello'"`,
      'type="ann"',
      'intid="2"',
    ]);
  });

  it('waits by a timer of its own for Pause', () => {
    const { states, disposition } = convertBlock('Pause', { properties: { Duration: '3' } });
    expect(states).toContain(
      `<send event="'It.timeout'" delay="'3s'" idlocation="_data.ird_requests.It_timer"/>`,
    );
    expect(states).toContain('<cancel sendid="_data.ird_requests.It_timer"/>');
    expect(states).toContain('<transition event="It.timeout" target="End"/>');
    expect(disposition).toBe('exact');
  });

  it('keeps the default destination for default routing', () => {
    const { states, disposition } = convertBlock('Set Default Destination', {
      properties: { Destination: "'5550199'" },
    });
    expect(states).toContain("_data.ird_default_destination = '5550199';");
    expect(disposition).toBe('exact');
  });

  it.each([
    ['Text to Speech', {}],
    ['Play Application', {}],
    ['Set Default Destination', {}],
  ])('%s without what it needs is a placeholder', (type, properties) => {
    expect(convertBlock(type, { properties }).disposition).toBe('placeholder');
  });
});
