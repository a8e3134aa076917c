// Service Level, Workforce, and the route and target types of routing objects.
import { describe, expect, it } from 'vitest';
import { convertBlock } from './one-block.js';

const group = { Type: 'Agent Group', Name: 'Desk', 'Stat Server': 'StatServer' };

describe('Service Level', () => {
  const later = { After: '15', Type: 'Skill', Name: 'Loan > 4' };
  const convert = (
    widening: readonly Record<string, string>[],
    more: Record<string, string> = {},
    treatments: readonly Record<string, string>[] = [],
  ) =>
    convertBlock('Service Level', {
      properties: { Timeout: '40', ...more },
      tables: { Targets: [group], Widening: widening, 'Busy Treatments': treatments },
      ports: ['red'],
    });
  it('submits once for each step, and keeps the targets of earlier ones', () => {
    const { states, disposition } = convert([later, { ...later, After: '30' }]);
    expect(states.match(/<queue:submit /g)).toHaveLength(3);
    expect(states).toContain('timeout="15" clearontimeout="false"');
    expect(states).toContain('timeout="10" clearontimeout="true"');
    expect(disposition).toBe('review');
  });
  it('gives up what earlier steps kept, unless its targets are to stay', () => {
    expect(convert([later]).states).toContain('<queue:cancel requestid="_data.ird_requests.It"/>');
    expect(convert([later], { 'Clear Target': 'false' }).states).not.toContain('queue:cancel');
  });
  it('plays the busy treatments in each step: those of a request end with its time', () => {
    const { states } = convert([later], {}, [{ Type: 'Music', Source: '3001', Duration: '60' }]);
    expect(states.match(/<dialog:playsound /g)).toHaveLength(2);
  });
  it('is a placeholder when the steps or their seconds are missing', () => {
    expect(convert([]).reason).toContain('which targets it adds');
    expect(convert([{ Type: 'Skill', Name: 'Loan > 4' }]).reason).toContain('whole number of seconds');
  });
});

describe('what has no counterpart says what is missing', () => {
  it('Workforce', () => {
    const { disposition, reason } = convertBlock('Workforce', { properties: { Activity: 'Loans' } });
    expect(disposition).toBe('placeholder');
    expect(reason).toContain('queue:activity');
  });
  it('Exit of a busy treatment list as a block of its own', () => {
    expect(convertBlock('Exit (busy treatment)', { ports: [] }).reason).toContain(
      'busy treatments of a Selection',
    );
  });
});

describe('target types', () => {
  const convert = (type: string, name = 'Desk') =>
    convertBlock('Selection', {
      properties: { Timeout: '20' },
      tables: { Targets: [{ Type: type, Name: name }] },
      ports: ['red'],
    });
  it.each([
    ['Agent', 'agent'],
    ['Agent Group', 'agentgroup'],
    ['Place', 'place'],
    ['Place Group', 'placegroup'],
    ['Queue', 'queue'],
    ['Routing Point', 'routepoint'],
    ['Destination Label', 'label'],
    ['Campaign Group', 'campaigngroup'],
    ['DN', 'dn'],
  ])('%s is %s', (type, word) => {
    expect(convert(type).states).toContain(`<queue:target type="${word}" name="'Desk'"`);
  });
  it('Skill gives its expression, Variable its value', () => {
    expect(convert('Skill', 'Loan > 4').states).toContain(`type="skill" skillexpr="'Loan &gt; 4'"`);
    expect(convert('Variable', 's').states).toContain('<queue:targetid expr="_data.v_s"/>');
  });
  it('Queue Group and List say what is missing', () => {
    expect(convert('Queue Group').reason).toContain('name@server.GQ');
    expect(convert('List').reason).toContain('read the list into a variable');
  });
});

describe('route types', () => {
  const convert = (type: string) =>
    convertBlock('Force Routing', {
      properties: { 'Type of Route': type },
      tables: { Targets: [{ Type: 'DN', Name: '5550101', Switch: 'S1' }] },
      ports: ['red'],
    });
  it.each([
    ['Direct', 'Direct'],
    ['RouteTypeReject', 'Reject'],
    ['Priority', 'Default'],
    ['DirectPriority', 'Direct'],
    ['AgentID', 'DirectAgent'],
  ])('%s is %s', (type, known) => {
    expect(convert(type).states).toContain(`type="_genesys.queue.rType.RouteType${known}"`);
  });
  it('those that are recalled are to be reviewed', () => {
    expect(convert('Priority').reason).toContain('no route type "Priority"');
    expect(convert('Direct').disposition).toBe('exact');
  });
  it('CallDisconnect stays a placeholder: it would route a call that has to end', () => {
    expect(convert('CallDisconnect').disposition).toBe('placeholder');
  });
});
