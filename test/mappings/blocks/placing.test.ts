// Objects of Routing that only e-mail, chat and the like have: what each asks for, and what is said about what cannot be carried over.
import { describe, expect, it } from 'vitest';
import { convertBlock } from './one-block.js';

const target = { Targets: [{ Type: 'Agent Group', Name: 'Mail team', 'Stat Server': 'S' }] };

describe('where an interaction is laid down', () => {
  it('a queue is a resource of its own type, and green means that it is there', () => {
    const { states, disposition, codes, messages } = convertBlock('Queue Interaction', {
      properties: { Queue: "mail 'later'" },
    });
    expect(states).toMatch(/<ixn:redirect [^>]*to="\{ type: 'iq', id: 'mail \\'later\\'' \}"/);
    expect(states).toMatch(
      /event="interaction\.redirect\.done" [^>]*target="End">\s*<assign location="_data\.ird_routed" expr="true"\/>/,
    );
    expect(states).toMatch(/event="error\.interaction\.redirect" [^>]*target="End"/);
    expect(disposition).toBe('review');
    expect(codes).toEqual([]);
    expect(messages.join('\n')).toContain('runs when the interaction has left');
  });

  it('a page whose block leads nowhere ends as routed', () => {
    const { states, messages } = convertBlock('Queue Interaction', {
      properties: { Queue: 'later' },
      ports: ['red'],
    });
    expect(states).toMatch(/event="interaction\.redirect\.done" [^>]*target="ird_end">/);
    expect(messages.join('\n')).not.toContain('runs when the interaction has left');
  });

  it.each([
    [{ Workbin: 'Open' }, "{ type: 'wb', id: 'Open' }"],
    [{ Workbin: 'Open', Owner: 'ann' }, "{ type: 'wb', id: 'Open', wb_owner: 'ann' }"],
    [
      { 'Workbin Name': 'Open', 'Workbin Owner': 'Team', 'Owner Type': 'agent group' },
      "{ type: 'wb', id: 'Open', wb_type: 'GA', wb_owner: 'Team' }",
    ],
    [
      { Workbin: 'Open', Owner: 'P1', 'Owner Type': 'Place' },
      "{ type: 'wb', id: 'Open', wb_type: 'AP', wb_owner: 'P1' }",
    ],
  ])('a workbin with its owner: %j', (properties, resource) => {
    const { states, codes } = convertBlock('Workbin', { properties });
    expect(states).toContain(`to="${resource}"`);
    expect(codes).toEqual([]);
  });

  it('an owner of a type without a code is named', () => {
    const { states, disposition, messages } = convertBlock('Workbin', {
      properties: { Workbin: 'Open', Owner: 'Moon', 'Owner Type': 'Tenant' },
    });
    expect(states).toContain("to=\"{ type: 'wb', id: 'Open', wb_owner: 'Moon' }\"");
    expect(disposition).toBe('unsupported');
    expect(messages.join('\n')).toContain('the type of the owner of its workbin (Tenant)');
  });

  it.each([
    ['Queue Interaction', 'no interaction queue'],
    ['Workbin', 'no workbin'],
    ['Route Interaction', 'no targets'],
  ])('%s that names nothing becomes a placeholder that says so: %s', (type, words) => {
    const { disposition, reason } = convertBlock(type);
    expect(disposition).toBe('placeholder');
    expect(reason).toContain(words);
  });
});

describe('Stop Interaction', () => {
  it('gives its reason, and no other attribute', () => {
    const { states } = convertBlock('Stop Interaction', { properties: { Reason: 'Spam' } });
    expect(states).toMatch(
      /<ixn:terminate requestid="[^"]+" interactionid="_data\.ird_ixn" reason="'Spam'"\/>/,
    );
    expect(convertBlock('Stop Interaction').states).not.toContain('reason=');
  });

  it('ends the page when nothing follows', () => {
    const { states } = convertBlock('Stop Interaction', { ports: ['red'] });
    expect(states).toMatch(/event="interaction\.terminate\.done" [^>]*target="ended"/);
    expect(states).toMatch(/event="error\.interaction\.terminate" [^>]*target="End"/);
  });

  it('names who was to be told, and is silent about who was not', () => {
    const { messages, disposition } = convertBlock('Stop Interaction', {
      properties: { Notify: 'yes', Delete: 'no', '3rd Party Server': 'true', 'Application Type': 'ESP' },
    });
    expect(disposition).toBe('unsupported');
    expect(messages.filter((text) => text.startsWith('IRD3004'))).toEqual([
      expect.stringContaining('that a server is told'),
      expect.stringContaining('that a third-party server is told'),
      expect.stringContaining('(ESP)'),
    ]);
  });
});

describe('Route Interaction', () => {
  it.each([
    ['urs', 'route="true"', '<ixn:redirect'],
    ['redirect', 'route="false"', '<nothing'],
  ] as const)('submits like a Selection, selection by %s', (selection, has, lacks) => {
    const { states, disposition, assumptions } = convertBlock('Route Interaction', {
      properties: { Timeout: '600', Priority: 'n' },
      tables: target,
      ports: ['red'],
      selection,
    });
    expect(states).toContain(has);
    expect(states).not.toContain(lacks);
    expect(states).toMatch(/<queue:submit [^>]*priority="_data\.v_n" timeout="600"/);
    expect(states).toContain('<queue:target type="agentgroup" name="\'Mail team\'" statserver="\'S\'"/>');
    expect(disposition).toBe('review');
    expect(assumptions).toContain('selection.timeout');
  });

  it('names the queues that have no part in a submit', () => {
    const { messages } = convertBlock('Route Interaction', {
      properties: { 'Queue for Existing Interaction': 'drafts', 'Queue for Outgoing Interaction': 'out' },
      tables: target,
      ports: ['red'],
    });
    expect(messages.filter((text) => text.startsWith('IRD3004'))).toEqual([
      expect.stringContaining('the existing interaction (drafts)'),
      expect.stringContaining('the outgoing interaction (out)'),
    ]);
  });
});
