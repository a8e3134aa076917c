// How a Selection delivers, which port it takes, and data that are written just before.
import { describe, expect, test } from 'vitest';
import { anna, block, convertLines, runLine, selection, validText, type Line } from './build-line.js';

const line: Line = {
  blocks: [
    block('Entry', 'Start'),
    selection('Sales', 'Sales', { Timeout: '10' }),
    block('Attach', 'Green way', { Key: 'Way', Value: "'green'" }),
    block('Attach', 'Red way', { Key: 'Way', Value: "'red'" }),
    block('Exit', 'End'),
  ],
  links: [
    'Start.green > Sales',
    'Sales.green > Green way',
    'Sales.red > Red way',
    'Green way.green > End',
    'Red way.green > End',
  ],
};
const nobody = { defaultDestination: '9000' };

describe('the port of the timeout', () => {
  test('is red', async () => {
    const run = await runLine(line, { world: nobody });
    expect(run).toMatchObject({ end: 'defaulted', udata: { Way: 'red' } });
  });

  test('is green when it is assumed so', async () => {
    const assumptions = { 'selection.timeout': 'green' };
    const run = await runLine(line, { world: nobody }, { assumptions });
    expect(run).toMatchObject({ end: 'defaulted', udata: { Way: 'green' } });
    expect(convertLines([line], { assumptions }).assumptions).toContain('selection.timeout');
    const routed = await runLine(line, { world: { agents: [anna(3)] } }, { assumptions });
    expect(routed).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
  });
});

describe('delivery by the page', () => {
  const settings = { selection: 'redirect' } as const;
  const short: Line = { ...line, links: line.links.filter((link) => !link.startsWith('Sales.green')) };

  test('submits without routing and redirects', async () => {
    const run = await runLine(short, { world: { agents: [anna(3)] } }, settings);
    expect(run).toMatchObject({ end: 'routed', target: 'anna', findings: [] });
    expect(run.story).toEqual(['submit r1', 'routed anna by ixn:redirect']);
    expect(run.steps[0]?.params).toMatchObject({ route: false });
  });

  test('a redirect that fails takes the red port', async () => {
    const run = await runLine(
      short,
      {
        world: { agents: [anna(3)], defaultDestination: '9000' },
        answers: { failures: [{ action: 'ixn:redirect', error: 'unknown' }] },
      },
      settings,
    );
    expect(run).toMatchObject({ end: 'defaulted', udata: { Way: 'red' } });
  });

  test('a hang-up at the moment of delivery leaves page and world of one mind', async () => {
    const run = await runLine(short, { world: { agents: [anna(3)] }, interaction: { hangup: 3 } }, settings);
    expect(['abandoned', 'routed']).toContain(run.end);
    expect(run.findings).toEqual([]);
  });
});

describe('data attached just before routing', () => {
  const noting: Line = {
    blocks: [
      block('Entry', 'Start'),
      block('Attach', 'Note', { Key: 'Reason', Value: "'billing'" }),
      selection('Sales', 'Sales'),
    ],
    links: ['Start.green > Note', 'Note.green > Sales'],
  };

  test('are confirmed before the submit', async () => {
    const run = await runLine(noting, { world: { agents: [anna(true)] } });
    expect(run).toMatchObject({ end: 'routed', udata: { Reason: 'billing' } });
    const order = run.details
      .filter(({ kind, text }) => kind === 'event' && /udata\.changed|submit\.requestid/.test(text))
      .map(({ text }) => text.split(' ')[0]);
    expect(order).toEqual(['interaction.udata.changed', 'queue.submit.requestid']);
  });

  test('wait two seconds for the confirmation, not longer', async () => {
    // The interaction became another one by a merge: the confirmation of the old id does not count.
    const merge = {
      at: 0,
      name: 'interaction.onmerge',
      data: { frominteractionid: 'ixn0001', tointeractionid: 'ixn0009' },
    };
    const run = await runLine(noting, { world: { agents: [anna(true)] }, answers: { events: [merge] } });
    const submitted = run.details.find(({ text }) => text.startsWith('queue.submit.requestid'));
    expect(submitted?.at).toBe(2);
  });
});

test('a route type that is none does not reach the page as code', async () => {
  const forced = (routeType: string): Line => ({
    blocks: [
      block('Entry', 'Start'),
      block(
        'Force Routing',
        'Go',
        { 'Route Type': routeType },
        { Targets: [{ Type: 'DN', Name: '5550123' }] },
      ),
    ],
    links: ['Start.green > Go'],
  });
  expect(validText(convertLines([forced('RouteTypeDirectAgent')]))).toContain('rType.RouteTypeDirectAgent"');
  const hostile = convertLines([forced('Default; x = 1')]);
  expect(validText(hostile)).toContain('rType.RouteTypeDefault"');
  expect(hostile.all.some(({ code, message }) => code === 'IRD3002' && message.includes('x = 1'))).toBe(true);
});
