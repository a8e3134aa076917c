// What others do to the call while the page works: consult calls that are completed or given up, the switch and the server, agents who do not answer.
import { describe, expect, test } from 'vitest';
import { anna, block, runLine, selection, type Line } from './build-line.js';

const waiting: Line = {
  blocks: [block('Entry', 'Start'), selection('Sales', 'Sales', { Timeout: '60' }), block('Exit', 'End')],
  links: ['Start.green > Sales', 'Sales.red > End'],
};
const announced: Line = {
  blocks: [
    block('Entry', 'Start'),
    block('Play Announcement', 'Hello', {}, { Prompts: [{ Type: 'announcement', Value: '1' }] }),
    selection('Sales', 'Sales', { Timeout: '60' }),
    block('Exit', 'End'),
  ],
  links: ['Start.green > Hello', 'Hello.green > Sales', 'Sales.red > End'],
};
const world = { agents: [anna(20)], defaultDestination: '9000' };
const redirecting = { selection: 'redirect' } as const;

describe('a consult call', () => {
  const interaction = { parent: 'caller', ani: '7001', dnis: '8001', udata: { From: 'consult' } };
  const interactions = [{ id: 'caller', ani: '5550123', udata: { Customer: '42' } }];

  test.each([{}, redirecting])(
    'that is completed while it waits goes on for the caller (%j)',
    async (settings) => {
      const run = await runLine(
        waiting,
        { interaction, interactions, world, happenings: [{ at: 5, merge: true }] },
        settings,
      );
      expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 20 });
      expect(run.udata).toMatchObject({ Customer: '42' });
      expect(run.story.slice(0, 2)).toEqual(['action ixn:attach', 'submit r1']);
      expect(run.story.at(-1)).toMatch(/^routed anna/);
    },
  );

  test.each(['merge', 'deletion', ''])(
    'ends for the switch with resultof "%s": the caller still waits',
    async (resultof) => {
      const run = await runLine(waiting, {
        interaction,
        interactions,
        world,
        happenings: [{ at: 5, merge: { resultof } }],
      });
      expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    },
  );

  test.each([{}, redirecting])(
    'that is completed just before the first request: it is made again for the caller (%j)',
    async (settings) => {
      const run = await runLine(
        announced,
        {
          interaction,
          interactions,
          world,
          happenings: [{ after: 'dialog.play.done', merge: true }],
        },
        settings,
      );
      expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 20 });
      expect(run.udata).toMatchObject({ Customer: '42' });
      expect(run.story.filter((step) => step.startsWith('submit'))).toEqual(['submit r2']);
      expect(run.visited).toMatchObject({ Start: 1, Sales: 2 });
    },
  );

  test.each([{}, redirecting])(
    'that is completed while the call of the caller has just been attached: the strategy begins on that call (%j)',
    async (settings) => {
      const run = await runLine(
        waiting,
        { interaction, interactions, world, happenings: [{ after: 'interaction.attach.done', merge: true }] },
        settings,
      );
      expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 20 });
      expect(run.udata).toMatchObject({ Customer: '42' });
      expect(run.story.filter((step) => step.startsWith('submit'))).toEqual(['submit r1']);
      expect(run.visited).toMatchObject({ Start: 1, Sales: 1 });
    },
  );

  test('that is completed just before a request, whose agent never comes: the red port after the whole timeout', async () => {
    const run = await runLine(announced, {
      interaction,
      interactions,
      world: { defaultDestination: '9000' },
      happenings: [{ after: 'dialog.play.done', merge: true }],
    });
    expect(run).toMatchObject({ end: 'defaulted', target: '9000', findings: [], duration: 65 });
  });

  test.each([{}, redirecting])(
    'that is completed before the page begins, as by a mute transfer: the strategy sees the call of the caller alone (%j)',
    async (settings) => {
      const line: Line = {
        blocks: [
          block('Entry', 'Start'),
          block('If', 'Known', { Expression: "UData['Customer'] = '42' & CallType[] = 'inbound'" }),
          selection('Sales', 'Sales', { Timeout: '60' }),
          block('Exit', 'End'),
        ],
        links: ['Start.green > Known', 'Known.green > Sales', 'Known.red > End', 'Sales.red > End'],
      };
      const run = await runLine(
        line,
        { interaction, interactions, world, happenings: [{ after: 'interaction.added', merge: true }] },
        settings,
      );
      expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 20 });
      expect(run.story.filter((step) => step.startsWith('submit'))).toEqual(['submit r1']);
      expect(run.visited).toMatchObject({ Start: 1, Known: 1, Sales: 1 });
    },
  );

  test('that is completed while the call of the caller is being attached', async () => {
    const happenings = [{ in: 'ird_consult', merge: true }] as const;
    const run = await runLine(waiting, { interaction, interactions, world, happenings });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 20 });
    expect(run.visited).toMatchObject({ Start: 1 });
  });

  test('whose parent cannot be attached waits no longer for that', async () => {
    const answers = { failures: [{ action: 'ixn:attach' }] };
    const run = await runLine(waiting, { interaction, interactions, world, answers });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 20 });
  });

  test('that is given up before the page begins', async () => {
    const happenings = [{ after: 'interaction.added', hangup: true }] as const;
    const run = await runLine(waiting, { interaction, interactions, world, happenings });
    expect(run).toMatchObject({ end: 'abandoned', findings: [] });
    expect(run.story).not.toContain('defaulted');
  });

  test('has a parent to be attached, an e-mail with a parent and a call without one have none', async () => {
    const mail = { media: 'email', parent: 'caller', hangup: 1 };
    for (const other of [mail, { ani: '5550123', hangup: 1 }]) {
      const run = await runLine(waiting, { interaction: other, interactions, world });
      expect(run.story).not.toContain('action ixn:attach');
    }
  });

  test('that is completed while the redirect is under way', async () => {
    const run = await runLine(
      waiting,
      {
        interaction,
        interactions,
        world,
        answers: { deliveries: [{ lasts: 2 }] },
        happenings: [{ after: 'queue.submit.done', at: 1, merge: true }],
      },
      redirecting,
    );
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
  });

  test('whose caller hangs up after it was completed', async () => {
    const run = await runLine(waiting, {
      interaction,
      interactions,
      world,
      happenings: [
        { at: 5, merge: true },
        { at: 9, hangup: true },
      ],
    });
    expect(run).toMatchObject({ end: 'abandoned', findings: [], duration: 9 });
    expect(run.story).toEqual(['action ixn:attach', 'submit r1', 'ended', 'cancel r1']);
  });

  test('that is completed during an announcement, with a kept request and another one open', async () => {
    const line: Line = {
      blocks: [
        block('Entry', 'Start'),
        selection('First', 'Sales', { Timeout: '5', 'Clear Target': 'false' }),
        block('Play Announcement', 'Hello', {}, { Prompts: [{ Type: 'announcement', Value: '1' }] }),
        selection('Second', 'Service', { Timeout: '100' }),
        block('Exit', 'End'),
      ],
      links: ['Start.green > First', 'First.red > Hello', 'Hello.green > Second', 'Second.red > End'],
    };
    const given = { interaction, interactions, world, answers: { treatments: [{ lasts: 10 }] } };
    const run = await runLine(line, { ...given, happenings: [{ at: 8, merge: true }] });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 20 });
    expect(run.udata).toMatchObject({ Customer: '42' });
    const gone = await runLine(line, {
      ...given,
      happenings: [
        { at: 8, merge: true },
        { at: 16, hangup: true },
      ],
    });
    expect(gone).toMatchObject({ end: 'abandoned', findings: [], duration: 16 });
    expect(gone.story.slice(-2)).toEqual(['cancel r1', 'cancel r2']);
  });

  test('is default-routed for the caller when no agent comes', async () => {
    const run = await runLine(waiting, {
      interaction,
      interactions,
      world: { defaultDestination: '9000' },
      happenings: [{ at: 5, merge: true }],
    });
    expect(run).toMatchObject({ end: 'defaulted', target: '9000', findings: [], duration: 60 });
    expect(run.udata).toMatchObject({ Customer: '42' });
  });

  test('that the agent gives up ends the session, the caller stays with the agent', async () => {
    const run = await runLine(waiting, {
      interaction,
      interactions,
      world,
      happenings: [{ at: 5, hangup: true }],
    });
    expect(run).toMatchObject({ end: 'abandoned', findings: [], duration: 5 });
  });

  test('about the call that waits changes nothing when it is given up', async () => {
    const run = await runLine(waiting, {
      world,
      happenings: [
        { at: 3, consult: { to: '7002', id: 'question' } },
        { at: 5, interaction: 'question', hangup: true },
      ],
    });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story).toEqual(['submit r1', 'routed anna by submit']);
  });
});

describe('the switch takes the call away', () => {
  test.each([{}, { by: 'deleted', resultof: 'deletion' }, { to: '8999', by: 'notcontrolled', resultof: '' }])(
    'while it waits, told as %j',
    async (how) => {
      const run = await runLine(waiting, { world, happenings: [{ at: 5, taken: how }] });
      expect(run).toMatchObject({ end: 'ended', findings: [], duration: 5 });
      expect(run.visited['abandoned']).toBe(1);
      expect(run.story).toEqual(['submit r1', 'ended', 'cancel r1']);
      const left = run.details.filter(({ kind, text }) => kind === 'queue' && text.includes('cleared'));
      expect(left.map(({ at }) => at)).toEqual([5]);
    },
  );

  test('during an announcement', async () => {
    const announcing: Line = {
      blocks: [
        block('Entry', 'Start'),
        block('Play Announcement', 'Hello', {}, { Prompts: [{ Type: 'announcement', Value: '1' }] }),
        block('Exit', 'End'),
      ],
      links: ['Start.green > Hello', 'Hello.green > End'],
    };
    const run = await runLine(announcing, {
      world,
      answers: { treatments: [{ lasts: 10 }] },
      happenings: [{ at: 3, taken: true }],
    });
    expect(run).toMatchObject({ end: 'ended', findings: [], duration: 3 });
    expect(run.visited['ird_default_routing']).toBeUndefined();
  });

  test('during a redirect', async () => {
    const run = await runLine(
      waiting,
      {
        world,
        answers: { deliveries: [{ lasts: 2 }] },
        happenings: [{ after: 'queue.submit.done', at: 1, taken: true }],
      },
      redirecting,
    );
    expect(run).toMatchObject({ end: 'ended', findings: [] });
    expect(run.story.filter((step) => step.startsWith('routed'))).toEqual([]);
  });
});

describe('the caller hangs up between submit.done and redirect.done', () => {
  test('before the page reacts', async () => {
    const run = await runLine(
      waiting,
      { world, happenings: [{ after: 'queue.submit.done', hangup: true }] },
      redirecting,
    );
    expect(run).toMatchObject({ end: 'abandoned', findings: [], duration: 20 });
    expect(run.story.filter((step) => /^(routed|defaulted)/.test(step))).toEqual([]);
  });

  test('while the redirect is under way', async () => {
    const run = await runLine(
      waiting,
      {
        world,
        answers: { deliveries: [{ lasts: 2 }] },
        happenings: [{ after: 'queue.submit.done', at: 1, hangup: true }],
      },
      redirecting,
    );
    expect(run).toMatchObject({ end: 'abandoned', findings: [] });
    expect(run.visited['ird_default_routing']).toBeUndefined();
  });

  test('just after it was delivered', async () => {
    const run = await runLine(
      waiting,
      { world, happenings: [{ after: 'interaction.redirect.done', hangup: true }] },
      redirecting,
    );
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
  });
});

describe('e-mail and chat', () => {
  const after: Line = {
    blocks: [
      block('Entry', 'Start'),
      selection('Sales', 'Sales', { Timeout: '100' }),
      block('Pause', 'Later', { Duration: '60' }),
      block('Exit', 'End'),
    ],
    links: ['Start.green > Sales', 'Sales.red > End', 'Sales.green > Later', 'Later.green > End'],
  };
  const counting: Line = {
    variables: ['round INTEGER 0', 'word STRING new'],
    blocks: [
      ...after.blocks,
      block('Assign', 'Count', { Variable: 'round', Expression: 'round + 1' }),
      block('Assign', 'Say', { Variable: 'word', Expression: "'old'" }),
    ],
    links: [
      'Start.green > Count',
      'Count.green > Sales',
      'Count.red > End',
      'Sales.green > Say',
      'Say.green > Later',
      ...after.links.slice(1).filter((link) => !link.startsWith('Sales.green')),
    ],
  };
  const bob = { id: 'bob', groups: ['Sales'], ready: [{ at: 25, value: true }] } as const;
  const mute = {
    ...anna(true),
    noAnswer: true,
    ready: [
      { at: 0, value: true },
      { at: 29, value: false },
    ],
  } as const;

  test.each(['email', 'chat', 'workitem'])(
    'that is not accepted is presented again: the strategy starts again, as the server would start it: %s',
    async (media) => {
      const run = await runLine(counting, { interaction: { media }, world: { agents: [mute, bob] } });
      expect(run).toMatchObject({ end: 'routed', target: 'bob', findings: [], duration: 90 });
      expect(run.visited).toMatchObject({ Start: 2, Count: 2, Sales: 2, Later: 2 });
      expect(run.story.filter((step) => !step.startsWith('action'))).toEqual([
        'submit r1',
        'routed anna by submit',
        'submit r2',
        'routed bob by submit',
      ]);
      const written = run.details.filter(({ kind }) => kind === 'data').map(({ text }) => text);
      const about = (name: string): readonly string[] =>
        written.filter((text) => text.includes(`v_${name} `));
      expect(about('round').map((text) => text.replace(/.* = /, ''))).toEqual(['0', '1', '0', '1']);
      expect(about('word').map((text) => text.replace(/.* = /, ''))).toEqual([
        '"new"',
        '"old"',
        '"new"',
        '"old"',
      ]);
    },
  );

  test('what the page was given stays when the strategy starts again, and the last error is forgotten', async () => {
    const asking: Line = {
      variables: ['code STRING'],
      blocks: [
        ...after.blocks,
        block('Function', 'Before', { Function: "GetLastErrorInfo['code']", Result: 'code' }),
        block('Attach', 'Tell', { Key: 'Before', Value: 'code' }),
        block('Web Service', 'Ask', { URL: 'http://rates.example', User: 'desk', Password: 'x' }),
      ],
      links: [
        'Start.green > Before',
        'Before.green > Tell',
        'Tell.green > Ask',
        'Ask.green > Sales',
        'Ask.red > Sales',
        ...after.links.slice(1),
      ],
    };
    const run = await runLine(asking, {
      interaction: { media: 'email' },
      world: { agents: [mute, bob] },
      data: { ird_service_authorization: 'Basic abc' },
      answers: { fetch: [{ error: 'refused' }] },
    });
    expect(run).toMatchObject({ end: 'routed', target: 'bob', findings: [] });
    expect(run.visited).toMatchObject({ Start: 2, Ask: 2 });
    const asked = run.steps.filter(({ kind }) => kind === 'request').map(({ params }) => params);
    expect(asked).toHaveLength(2);
    for (const request of asked) expect(JSON.stringify(request)).toContain('Basic abc');
    const told = run.steps.filter(({ kind }) => kind === 'udata').map(({ params }) => params['set']);
    expect(told).toEqual([{ Before: '' }, { Before: '' }]);
  });

  test.each(['email', 'chat', 'workitem'])(
    'that nobody accepts the second time either goes where the strategy sends it: %s',
    async (media) => {
      const run = await runLine(counting, { interaction: { media }, world: { agents: [mute] } });
      expect(run).toMatchObject({ end: 'ended', findings: [], duration: 130 });
      expect(run.visited).toMatchObject({ Sales: 2, Later: 1 });
    },
  );

  test('what the page has delivered is detached: when it comes back, it belongs to another session', async () => {
    const given = { interaction: { media: 'email' }, world: { agents: [mute, bob] } } as const;
    const run = await runLine(counting, given, redirecting);
    expect(run.visited).toMatchObject({ Start: 1, Sales: 1, Later: 1, routed: 1 });
  });

  test('a call that nobody answers is back at its routing point: the strategy starts again', async () => {
    const run = await runLine(counting, { world: { agents: [{ ...mute, noAnswer: 12 }, bob] } });
    expect(run).toMatchObject({ end: 'routed', target: 'bob', findings: [] });
    expect(run.visited).toMatchObject({ Start: 2, Count: 2, Sales: 2, Later: 2 });
  });

  test('a call that asks for a route elsewhere is left to the application there', async () => {
    const run = await runLine(counting, {
      world: { agents: [anna(true)] },
      happenings: [{ at: 5, transfer: { to: '8005', devicetype: 'routepoint' } }],
    });
    expect(run).toMatchObject({ duration: 5 });
    expect(run.visited).toMatchObject({ Start: 1, Sales: 1, routed: 1 });
  });

  test('a route request for a call that waits changes nothing', async () => {
    const run = await runLine(counting, {
      world: { agents: [anna(9)] },
      happenings: [{ at: 5, routeRequest: true }],
    });
    expect(run.visited).toMatchObject({ Start: 1, Sales: 1, routed: 1 });
  });

  test('is queued again after a switch-over', async () => {
    const run = await runLine(waiting, {
      interaction: { media: 'email' },
      world,
      happenings: [{ at: 5, present: true }],
    });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story).toEqual(['submit r1', 'cancel r1', 'submit r2', 'routed anna by submit']);
  });

  test('is taken back by the server when the strategy takes too long', async () => {
    const run = await runLine(waiting, {
      interaction: { media: 'email' },
      world: { ...world, timeouts: { routing: 10 } },
    });
    expect(run).toMatchObject({ end: 'ended', findings: [], duration: 10 });
    expect(run.story).toEqual(['submit r1', 'ended', 'cancel r1']);
  });

  test('the customer leaves the chat', async () => {
    const run = await runLine(waiting, {
      interaction: { media: 'chat', transcript: [{ from: 'customer', text: 'hello' }] },
      world,
      happenings: [
        { at: 3, message: { from: 'customer', text: 'anybody?' } },
        { at: 5, hangup: true },
      ],
    });
    expect(run).toMatchObject({ end: 'abandoned', findings: [], duration: 5 });
  });
});

test('agents who do not answer: the redirect fails, the next one is tried', async () => {
  const run = await runLine(
    waiting,
    {
      world: { agents: [anna(true)], defaultDestination: '9000' },
      answers: { deliveries: [{ to: 'anna', error: 'remote', lasts: 12 }] },
    },
    redirecting,
  );
  expect(run).toMatchObject({ end: 'defaulted', target: '9000', findings: [] });
});

describe('nobody answers', () => {
  const mute = { agents: [{ ...anna(true), noAnswer: 12 }], defaultDestination: '9000' };

  test('the page has ended: the next pass belongs to another session', async () => {
    const run = await runLine(waiting, { world: mute });
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [], duration: 0 });
  });
});

test.each([undefined, 2])('the caller hangs up in a state, %s seconds after it was entered', async (at) => {
  const run = await runLine(waiting, {
    world,
    happenings: [{ in: 'Sales', ...(at === undefined ? {} : { at }), hangup: true }],
  });
  expect(run).toMatchObject({ end: 'abandoned', findings: [], duration: at ?? 0 });
  expect(run.story).toEqual(['submit r1', 'ended', 'cancel r1']);
});

test('data that somebody else attaches while the call waits are kept', async () => {
  const run = await runLine(waiting, {
    interaction: { udata: { Old: 'x' } },
    world,
    happenings: [{ at: 5, udata: { Found: 'yes', Old: null } }],
  });
  expect(run).toMatchObject({ end: 'routed', udata: { Found: 'yes' }, findings: [] });
  expect(run.udata).not.toHaveProperty('Old');
});
