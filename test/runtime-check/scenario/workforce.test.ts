// Mistakes about people and queues in scenario files, each with its place.
import { describe, expect, it, test } from 'vitest';
import { readScenarios } from '../../../src/runtime-check/scenario/read.js';

const found = (world: string, rest = ''): readonly string[] =>
  readScenarios(`scenario: 1\nname: t\nworld:\n${world}\n${rest}`, 's.yaml').diagnostics.map(
    ({ code, span, message }) => `${code} ${String(span.start.line)} ${message}`,
  );

describe('people of a scenario', () => {
  test.each([
    [
      '  agents: [{ id: anna, ready: true, state: ready }]',
      'IRD5326 4 Agent "anna" has both "ready" and "state"',
    ],
    [
      '  agents:\n    - id: anna\n      media: { voice: 1, email: { ready: true, state: busy } }',
      'IRD5326 6 Agent "anna" has both "ready" and "state" for email',
    ],
    [
      '  agents: [{ id: anna }]\n  groups: [{ name: Sales, members: [ana] }]',
      'IRD5327 5 Group "Sales" has the member "ana", which the scenario does not describe; did you mean "anna"?',
    ],
    [
      '  groups: [{ name: Sales, skills: "English >" }]',
      'IRD5328 4 The skills of group "Sales" cannot be read: the expression ends too early',
    ],
    [
      '  agents: [{ id: anna, media: { emial: 2 } }]',
      'IRD5330 4 "emial" is not a medium; did you mean "email"?',
    ],
    ['  queues: [{ name: Q, type: Q, media: [telephone] }]', 'IRD5330 4 "telephone" is not a medium'],
    ['  calls: [{ targets: Sales@.GA, media: phone }]', 'IRD5330 4 "phone" is not a medium'],
    ['  agents: [{ id: anna }, { id: anna }]', 'IRD5329 4 Agent "anna" is described twice'],
  ])('%s', (world, wanted) => {
    expect(found(world)).toEqual([wanted]);
  });

  test.each([
    ['  agents: [{ id: anna, state: sleeping }]', 'IRD5304'],
    ['  agents: [{ id: anna, media: { voice: { size: 1 } } }]', 'IRD5302'],
    ['  agents: [{ id: anna, media: { voice: 1.5 } }]', 'IRD5304'],
    ['  queues: [{ name: Q, type: DL }]', 'IRD5304'],
    ['  queues: [{ type: Q }]', 'IRD5303'],
    ['  groups: [{ name: G, agents: [anna] }]', 'IRD5302'],
  ])('%s is refused by the schema', (world, code) => {
    expect(found(world).map((line) => line.slice(0, 7))).toContain(code);
  });

  it('are accepted in every form', () => {
    const world = `  agents:
    - id: anna
      place: P1
      dn: '7001'
      state: [{ at: 5, value: ready }]
      skills: { English: 7, Loans: [{ at: 60, value: 3 }] }
      media: { voice: 1, email: { capacity: 3, ready: [{ at: 9, value: true }] } }
      handling: 120
      afterCall: 10
  groups:
    - { name: Sales, members: [anna, P1, '7001', '8001', VQ_Sales, Label] }
    - { name: Speakers, skills: English > 5 | Loans >= 1 }
  targets: [{ name: Label, type: DL, dn: '9000', switch: SIP }]
  queues:
    - { name: VQ_Sales, calls: 3, expectedWait: [{ at: 0, value: 60 }] }
    - { name: '8001', type: Q, media: [voice], ready: true }
  handling: 60
  calls: [{ targets: Sales@.GA, media: email, router: second }]`;
    const rest = `limits: { stateEntries: 100, microsteps: 1000, sessionAge: 604800, pendingEvents: 100 }
expect: { queues: [{ queue: VQ_Sales, exit: routed, request: r1, entered: 0, left: 1, waited: 1, count: 1 }] }`;
    expect(found(world, rest)).toEqual([]);
  });

  test.each(['stateEntries: 0', 'microsteps: 1.5', 'sessionAge: 0', 'pendingEvent: 5'])(
    'limits: { %s } are refused',
    (limit) => {
      expect(found('  agents: []', `limits: { ${limit} }`)).toHaveLength(1);
    },
  );
});
