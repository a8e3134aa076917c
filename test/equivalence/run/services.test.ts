// Databases, Custom Servers, rules, external and web services: what is asked, and what becomes of the answer (docs/services.md).
import { describe, expect, it, test } from 'vitest';
import { drawn, runBoth, sameSteps, show, type Drawn } from './both-sides.js';

const refused: Drawn = { type: 'Web Service', name: 'Red', properties: { URL: 'http://red.example/' } };
const data = {
  ird_service_url: 'http://services.example',
  ird_contact_url: 'http://contact.example',
  ird_service_authorization: 'Basic abc',
};
const outputs = {
  'Output Parameters': [
    { Column: 'Tier', Variable: 's' },
    { Column: 'score', Variable: 'n' },
    { Column: 'share', Variable: 'f' },
  ],
};
const parameters = { Parameters: [{ Name: 'phone', Value: 'ANI[]' }] };

const block = (
  type: string,
  properties: Drawn['properties'] = {},
  tables: Drawn['tables'] = {},
): readonly Drawn[] => [
  { type, name: 'It', properties, tables, to: { red: 'Red' } },
  { ...show, to: { green: 'End' } },
  refused,
];

/** The first request of a strategy, whatever is answered. */
async function firstRequest(blocks: readonly Drawn[]): Promise<unknown> {
  const steps = await sameSteps(drawn(blocks), {
    interaction: { ani: '5550142', udata: { Key: 7 } },
    data,
    answers: { fetch: [{ content: '' }], urs: [{ content: 'yes' }] },
  });
  return steps[0];
}

const posted = (url: string, body: unknown): unknown => [
  'request',
  { method: 'post', url, body: JSON.stringify(body) },
];
const service = (name: string, asked: object): unknown =>
  posted(`http://services.example/${name}`, { service: name, interactionid: 'ixn0001', parameters: asked });

test.each([
  [
    'Database Wizard',
    { 'Access Point': 'DAP', Query: 'select 1' },
    service('DatabaseWizard', { accessPoint: 'DAP', query: 'select 1', parameters: { phone: '5550142' } }),
  ],
  [
    'Custom Server',
    { Server: 'Srv', Request: 'score' },
    service('CustomServer', { server: 'Srv', request: 'score', parameters: { phone: '5550142' } }),
  ],
  [
    'Business Rule',
    { 'Rule Package': 'fees', Rule: 'limit' },
    service('BusinessRule', { package: 'fees', rule: 'limit', parameters: { phone: '5550142' } }),
  ],
  [
    'Web Service',
    { URL: 'https://a.example/x' },
    ['request', { method: 'get', url: 'https://a.example/x', params: { phone: '5550142' } }],
  ],
  ['Web Service', { URL: '/x', Method: 'POST' }, posted('http://services.example/x', { phone: '5550142' })],
  [
    'Web Service',
    { URL: 'x', User: 'ann' },
    [
      'request',
      {
        method: 'get',
        url: 'http://services.example/x',
        params: { phone: '5550142' },
        headers: { Authorization: 'Basic abc' },
      },
    ],
  ],
  [
    'External Service',
    { Application: 'App', Service: 'S', Method: 'M' },
    [
      'request',
      {
        method: 'esp',
        url: 'App',
        params: { Service: 'S', Method: 'M', Parameters: { phone: '5550142' }, UserData: { Key: '7' } },
      },
    ],
  ],
  [
    'Identify Contact',
    {},
    posted('http://contact.example/IdentifyContact', {
      service: 'IdentifyContact',
      interactionid: 'ixn0001',
      parameters: { phone: '5550142' },
      userdata: { Key: '7' },
    }),
  ],
])('%s asks by %j', async (type, properties, request) => {
  const rows = type === 'Identify Contact' ? { Parameters: [{ Key: 'phone', Value: 'ANI[]' }] } : parameters;
  expect(await firstRequest(block(type, properties, rows))).toEqual(request);
});

test.each([
  ["DBQuery['select 1']", service('DatabaseWizard', { accessPoint: '', query: 'select 1', parameters: {} })],
  [
    "DBStoredProcedure['DAP','p',1,'x']",
    service('DatabaseWizard', { accessPoint: 'DAP', procedure: 'p', parameters: { 1: 1, 2: 'x' } }),
  ],
  ["WebService['http://a.example/']", ['request', { method: 'get', url: 'http://a.example/' }]],
  ["WebService['http://a.example/','a:1|a:2|b']", posted('http://a.example/', { a: '1', b: '' })],
  [
    "ESPRequest['App','S','M','a:1']",
    [
      'request',
      {
        method: 'esp',
        url: 'App',
        params: { Service: 'S', Method: 'M', Parameters: { a: '1' }, UserData: { Key: '7' } },
      },
    ],
  ],
  [
    "GetMapValue['R','a b,c']",
    ['request', { method: 'urs', url: 'urs/call/@ixn0001/func?name=GetMapValue&params=[R,a%20b%2Cc]' }],
  ],
])('%s asks', async (text, request) => {
  const asked = block('Function', { Function: text, Result: 's' });
  expect(await firstRequest(asked)).toEqual(request);
});

describe('the answer', () => {
  const answered = async (blocks: readonly Drawn[], content: unknown): Promise<unknown> => {
    const answers = { fetch: [{ url: 'show' }, { url: 'red' }, { content }] };
    const steps = await sameSteps(drawn(blocks), { data, answers });
    const [, next] = steps as readonly (readonly [string, { url: string; params?: unknown }])[];
    return next?.[1].params ?? next?.[1].url;
  };
  const held = (s: string, n = 0, f = 0, l = ''): object => ({ n, s, f, l });
  const failed = 'http://red.example/';

  test.each([
    ['{"tier":"gold","SCORE":"12 of 20","share":2.5}', held('gold', 12, 2.5)],
    ['[{"tier":true,"score":7.9},{"tier":"no"}]', held('1', 7)],
    ['{"rows":[{"Tier":null,"tier":"other"}]}', held('')],
    ['{"tier":{"a":1,"b":false}}', held('a:1|b:0')],
    ['{"rows":[]}', held('')],
    ['5', held('')],
    ['', held('')],
    ['no JSON', failed],
  ])('%s gives its values to the variables', async (content, expected) => {
    expect(await answered(block('Web Service', { URL: 'http://a.example/' }, outputs), content)).toEqual(
      expected,
    );
  });
  test.each([
    ['l', '{"a":1,"b":"x:y"}', held('', 0, 0, 'a:1|b:x:y')],
    ['l', '[{"a":1},{"b":2}]', held('', 0, 0, 'a:1')],
    ['l', '5', held('', 0, 0, 'result:5')],
    ['l', 'plain', failed],
    ['s', '{"a":1}', held('{"a":1}')],
    ['s', 'plain', held('plain')],
    ['n', '42 calls', held('', 42)],
  ])('goes to %s: %s', async (result, content, expected) => {
    const whole = { URL: 'http://a.example/', Result: result };
    expect(await answered(block('Web Service', whole), content)).toEqual(expected);
  });
  test.each([
    ['{"a":1,"b":[5]}', held('a:1|b:0:5')],
    ['[1]', held('[1]')],
    ['{"a"', held('{"a"')],
    ['', held('')],
  ])('is the value of a function: %s', async (content, expected) => {
    const call = { Function: "WebService['http://a.example/']", Result: 's' };
    expect(await answered(block('Function', call), content)).toEqual(expected);
  });
  it('of the contact service is attached as far as it is text or number, and is the result', async () => {
    const steps = await sameSteps(drawn(block('Find Interaction', { Result: 's', 'Send User Data': 'no' })), {
      data,
      answers: { fetch: [{ url: 'show' }, { content: '{"Id":7,"Name":"x","Open":true,"More":{}}' }] },
    });
    expect(steps.slice(1, 3)).toEqual([
      ['udata', { set: { Id: '7', Name: 'x' } }],
      [
        'request',
        {
          method: 'get',
          url: 'http://show.example/',
          params: held('{"Id":7,"Name":"x","Open":true,"More":{}}'),
        },
      ],
    ]);
  });
  test.each([
    ['the value as text', '"open"', '"open"'],
    ['JSON', '"open"', 'open'],
    ['JSON', '{"a":1}', 'a:1'],
    ['JSON', 'open', 'open'],
  ])('of URS is %s: %s', async (assumed, content, expected) => {
    const call = block('Function', { Function: "GetMapValue['R','k']", Result: 's' });
    const steps = await sameSteps(drawn(call, { 'urs.answer': assumed }), {
      answers: { urs: [{ content }], fetch: [{}] },
    });
    expect(steps[1]).toEqual([
      'request',
      { method: 'get', url: 'http://show.example/', params: held(expected) },
    ]);
  });
});

describe('no answer', () => {
  const ends = async (
    properties: Drawn['properties'],
    answer: object,
    more: Parameters<typeof runBoth>[1] = {},
  ): Promise<unknown> => {
    const blocks = block('Web Service', { URL: 'http://slow.example/', ...properties });
    const answers = { fetch: [{ url: 'show' }, { url: 'red' }, answer], ...more.answers };
    const { source, page } = await runBoth(drawn(blocks), { ...more, answers });
    expect([page.end, page.steps]).toEqual([source.end, source.steps]);
    return source.steps.slice(1).map(({ at, params }) => [at, params['url'] ?? params['by']]);
  };
  const red = 'http://red.example/';

  test.each([
    [{}, { lasts: 10 }, 10, 'http://show.example/'],
    [{}, { lasts: 11 }, 10, red],
    [{ Timeout: '3' }, { lasts: 4 }, 3, red],
    [{ Timeout: '2.5' }, { lasts: 4 }, 2, red],
    [{ Timeout: "'3 s'" }, { lasts: 4 }, 3, red],
    [{ Timeout: '0' }, { lasts: 400 }, 400, 'http://show.example/'],
    [{}, { error: '500' }, 0, red],
    [{}, { url: 'elsewhere' }, 0, red],
  ])('%j, %j', async (properties, answer, at, next) => {
    expect(await ends(properties, answer, { interaction: { media: 'email' } })).toContainEqual([at, next]);
  });
  it('is taken note of when the caller hangs up, or somebody takes the call', async () => {
    expect(await ends({}, { lasts: 6 }, { interaction: { hangup: 3 } })).toEqual([[3, 'caller']]);
    expect(await ends({}, { lasts: 6 }, { happenings: [{ at: 3, taken: true }] })).toEqual([[3, 'switch']]);
  });
  it('is a failure of the action, with the event of its error', async () => {
    const failing = { failures: [{ action: 'session:fetch', error: 'x', nth: 1 }] };
    expect(await ends({}, {}, { interaction: { media: 'email' }, answers: failing })).toEqual([[0, red]]);
  });
});

test.each([
  ['Database Wizard', {}],
  ['Custom Server', {}],
  ['Business Rule', {}],
  ['External Service', {}],
  ['Web Service', {}],
  ['Web Service', { URL: 'http://a.example/', Method: 'SOAP' }],
  ['Submit New Interaction', {}],
])('%s %j cannot be run: what it asks for stands nowhere', async (type, properties) => {
  const { source, page } = await runBoth(drawn(block(type, properties)));
  expect([source.end, page.end]).toEqual(['notExecutable', 'notExecutable']);
});

test.each([
  ['Database Wizard', { Query: 'select 1' }],
  ['Custom Server', { Request: 'score' }],
  ['Business Rule', { Rule: 'limit' }],
  ['Web Service', { URL: '/book' }],
  ['Identify Contact', {}],
])(
  '%s without the address of its kind takes the red port, whatever would be answered',
  async (type, given) => {
    const steps = await sameSteps(drawn(block(type, given)), { answers: { fetch: [{ content: '{}' }] } });
    const urls = steps.map((step) => (step as [string, { readonly url?: string }])[1].url);
    expect(urls.slice(0, 2)).toEqual(['', 'http://red.example/']);
  },
);
