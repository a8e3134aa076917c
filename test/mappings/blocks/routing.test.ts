import { describe, expect, it } from 'vitest';
import { convertBlock, type BlockSource, type Rows } from './one-block.js';

const group: Rows = [{ Type: 'Agent Group', Name: 'Sales', 'Stat Server': 'SS' }];
const select = (properties: Readonly<Record<string, string>> = {}, more: BlockSource = {}): BlockSource => ({
  properties: { 'Virtual Queue Alias': 'VQ', ...properties },
  ports: ['red'],
  ...more,
  tables: { Targets: group, ...more.tables },
});

describe('Selection', () => {
  it('submits with queue, priority, timeout and targets; URS delivers', () => {
    const { states, disposition } = convertBlock('Selection', select({ Timeout: '30', Priority: 'n' }));
    expect(states).toContain(
      `<queue:submit route="true" requestid="_data.ird_requests.It" interactionid="_data.ird_ixn" queue="'VQ'" priority="_data.v_n" timeout="30" clearontimeout="true">`,
    );
    expect(states).toContain(`<queue:target type="agentgroup" name="'Sales'" statserver="'SS'"/>`);
    expect(states).toContain('event="queue.submit.done" cond="ird.isReply(_event, \'It\')" target="ird_end"');
    expect(disposition).toBe('exact');
  });
  it('waits as long as it takes without a timeout, and not at all with 0', () => {
    expect(convertBlock('Selection', select()).states).toContain('timeout="99999"');
    expect(convertBlock('Selection', select({ Timeout: '0' })).states).toContain('timeout="0"');
  });
  it('orders by the statistic', () => {
    const { states } = convertBlock(
      'Selection',
      select({ 'Statistics Name': 'StatX', 'Statistics Min/Max': 'Min' }),
    );
    expect(states).toContain(`ordertype="'min'" orderstat="'StatX'"`);
  });
  it('takes the port of the timeout from the assumption', () => {
    const block = select({ Timeout: '5' }, { ports: ['green'], loops: ['red'] });
    const targets = (assumptions: Readonly<Record<string, string>>): readonly string[] => {
      const { states } = convertBlock('Selection', { ...block, assumptions });
      return [...states.matchAll(/event="error\.queue\.submit" cond="([^"]*)" target="(\w+)"/g)].map(
        ([, cond = '', target = '']) => `${cond.includes('isTimeOver') ? 'timeout' : 'any error'}: ${target}`,
      );
    };
    expect(targets({})).toEqual(['any error: It']);
    expect(targets({ 'selection.timeout': 'green' })).toEqual(['timeout: End', 'any error: It']);
  });
  it('redirects by itself when told so', () => {
    const { states } = convertBlock('Selection', select({}, { selection: 'redirect' }));
    expect(states).toContain('<queue:submit route="false"');
    expect(states).toContain('<ixn:redirect requestid="_data.ird_requests.It_redirect"');
    expect(states).toContain('to="_data.ird_target"');
  });
  it('keeps its targets with Clear Target off; entered again it renews priority and treatments', () => {
    const { states, disposition, assumptions } = convertBlock(
      'Selection',
      select(
        { 'Clear Target': 'false', Timeout: '20', Priority: 'n' },
        { tables: { 'Busy Treatments': [{ Type: 'Music', Duration: '9' }] } },
      ),
    );
    expect(states).toContain('clearontimeout="false"');
    expect(states).toContain('<if cond="_data.ird_live.It == \'kept\'">');
    expect(states).toContain('<queue:update requestid="_data.ird_requests.It" priority="_data.v_n">');
    expect(states.match(/<dialog:playsound/g)).toHaveLength(2);
    expect(disposition).toBe('review');
    expect(assumptions).toContain('selection.kept-targets');
  });
  it('plays busy treatments in order, unless they are switched off', () => {
    const tables = {
      'Busy Treatments': [
        { Type: 'Music', Source: "'m'", Duration: '9' },
        { Type: 'Play Announcement', Prompts: [{ Value: '1' }] },
      ],
    };
    const on = convertBlock('Selection', select({}, { tables })).states;
    expect(on).toMatch(/<dialog:runtreatments>\s+<dialog:playsound .*\s+<dialog:play>/);
    expect(on.indexOf('runtreatments')).toBeLessThan(on.indexOf('<queue:targets>'));
    const off = convertBlock('Selection', select({ 'Use Treatments': 'false' }, { tables }));
    expect(off.states).not.toContain('dialog:');
    expect(off.disposition).toBe('exact');
  });
  it('leaves at an Exit in the list, if it knows when', () => {
    const list = (first: Rows[number]): BlockSource =>
      select({ Timeout: '60' }, { tables: { 'Busy Treatments': [first, { Type: 'Exit' }] } });
    expect(convertBlock('Selection', list({ Type: 'Music', Duration: '9' })).states).toContain('timeout="9"');
    expect(convertBlock('Selection', list({ Type: 'Music', Duration: 'n' })).disposition).toBe('placeholder');
  });
  it('leaves Cancel Call out of the list and says so', () => {
    const { states, disposition } = convertBlock(
      'Selection',
      select({}, { tables: { 'Busy Treatments': [{ Type: 'Cancel Call' }] } }),
    );
    expect(states).not.toContain('dialog:stop');
    expect(disposition).toBe('review');
  });
  it('knows every type of target', () => {
    const types: Readonly<Record<string, string>> = {
      Agent: 'agent',
      'Agent Group': 'agentgroup',
      Place: 'place',
      'Place Group': 'placegroup',
      'Routing Point': 'routepoint',
      'Destination Label': 'label',
      'Campaign Group': 'campaigngroup',
      Queue: 'queue',
      DN: 'dn',
    };
    const targets = Object.keys(types).map((Type) => ({ Type, Name: 'X', Switch: 'SW' }));
    const { states } = convertBlock('Selection', select({}, { tables: { Targets: targets } }));
    expect(
      [...states.matchAll(/<queue:target type="(\w+)" name="'X@SW'"\/>/g)].map(([, type]) => type),
    ).toEqual(Object.values(types));
  });
  it('takes skills, thresholds, weights, variables and target lists', () => {
    const tables = {
      Targets: [
        { Type: 'Skill', Name: 'Loans > 3', Threshold: 'callage() > 5', Weight: '2' },
        { Type: 'Variable', Name: 's' },
      ],
    };
    const { states, disposition } = convertBlock(
      'Selection',
      select(
        { 'Additional Threshold': 'sdata[G@.GA, StatX] < 9', 'Target List': 'A@SS.GA, B@.A' },
        { tables },
      ),
    );
    expect(states).toContain(`type="skill" skillexpr="'Loans &gt; 3'"`);
    expect(states).toContain(
      'threshold="\'(sdata[G@.GA, StatX] &lt; 9) &amp; (callage() &gt; 5)\'" weight="2"',
    );
    const common = "'sdata[G@.GA, StatX] &lt; 9'";
    expect(states).toContain(`<queue:targetid expr="ird.withThreshold(_data.v_s, ${common})"/>`);
    expect(states).toContain(`<queue:targetid expr="ird.withThreshold('A@SS.GA, B@.A', ${common})"/>`);
    expect(disposition).toBe('exact');
  });
  it('leaves the weight of targets in a variable to a review', () => {
    const tables = { Targets: [{ Type: 'Variable', Name: 's', Weight: '2' }] };
    const { states, disposition } = convertBlock('Selection', select({}, { tables }));
    expect(states).toContain('<queue:targetid expr="_data.v_s"/>');
    expect(disposition).toBe('review');
  });
  it.each<[string, BlockSource]>([
    ['no targets', { properties: { Timeout: '5' } }],
    ['a target of no known type', { tables: { Targets: [{ Type: 'Robot', Name: 'R' }] } }],
    ['a variable that is not declared', { tables: { Targets: [{ Type: 'Variable', Name: 'nowhere' }] } }],
    ['a list that cannot be read', { properties: { 'Target List': 'A@SS' } }],
    ['Custom Routing', select({ 'Custom Routing': 'Sub' })],
  ])('is a placeholder with %s', (_what, block) => {
    expect(convertBlock('Selection', block).disposition).toBe('placeholder');
  });
});

describe('other routing objects', () => {
  it('Statistics orders by the statistic of the rule', () => {
    const { states } = convertBlock('Statistics', select());
    expect(states).toContain(`ordertype="'max'" orderstat="'StatAgentLoading'"`);
  });
  it('Load Balancing takes the smallest load', () => {
    const { states } = convertBlock(
      'Load Balancing',
      select({}, { tables: { Targets: [{ Type: 'ACD Queue', Name: 'Q' }] } }),
    );
    expect(states).toContain(`ordertype="'min'" orderstat="'StatLoadBalance'"`);
  });
  it('Percentage weighs its targets', () => {
    const tables = { Targets: [{ Type: 'Queue', Name: 'Q', Percent: '70' }] };
    const { states } = convertBlock('Percentage', select({}, { tables }));
    expect(states).toContain(`ordertype="'percentage'"`);
    expect(states).toContain('weight="70"');
  });
  it('Routing Rule asks for the stored rule by name', () => {
    const { states, disposition } = convertBlock('Routing Rule', {
      properties: { Rule: 'My rule' },
      ports: ['red'],
    });
    expect(states).toContain('src="My%20rule"');
    expect(states).not.toContain('queue:targets');
    expect(disposition).toBe('review');
  });
  it('Force Routing redirects to the first target', () => {
    const tables = {
      Targets: [
        { Type: 'Routing Point', Name: '5558100', Switch: 'SW' },
        { Type: 'Routing Point', Name: '5558101' },
      ],
    };
    const { states, disposition } = convertBlock('Force Routing', {
      tables,
      properties: { 'Route Type': 'RouteTypeDirect' },
      ports: ['red'],
    });
    expect(states).toContain(`to="'5558100@SW'" type="_genesys.queue.rType.RouteTypeDirect" detach="true"`);
    expect(states).toContain('event="interaction.redirect.done"');
    expect(disposition).toBe('review');
  });
  it('Default leads to default routing', () => {
    const { states, disposition } = convertBlock('Default', { ports: ['red'] });
    expect(states).toContain('<transition target="ird_default_routing"/>');
    expect(disposition).toBe('exact');
  });
});
