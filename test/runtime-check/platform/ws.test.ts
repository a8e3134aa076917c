import { describe, expect, it } from 'vitest';
import { bench } from './bench.js';

const answers = {
  events: [
    { at: 1, name: 'status', sendid: 'http-1', data: { param: '{"a":1}', paramtype: 'application/json' } },
    { at: 2, name: 'status', sendid: 'http-2' },
    { at: 3, name: 'plain' },
  ],
};

describe('ws:response', () => {
  it('answers a request from outside: the trace shows both', () => {
    const b = bench({ answers });
    b.pass(5);
    b.run(`<ws:response requestid="'http-1'" resultcode="'200'"><param name="state" expr="'waiting'"/></ws:response>
      <ws:response requestid="'http-2'" type="'negative'"><content _expr="{ why: 'no' }"/></ws:response>`);
    expect(b.steps.map(({ at, kind, params }) => ({ at, kind, ...params }))).toEqual([
      {
        at: 1,
        kind: 'action',
        element: 'ws:request',
        name: 'status',
        sendid: 'http-1',
        data: { param: '{"a":1}', paramtype: 'application/json' },
      },
      { at: 2, kind: 'action', element: 'ws:request', name: 'status', sendid: 'http-2' },
      {
        at: 5,
        kind: 'action',
        element: 'ws:response',
        requestid: 'http-1',
        type: 'positive',
        resultcode: '200',
        answers: 'status',
        params: { state: 'waiting' },
      },
      {
        at: 5,
        kind: 'action',
        element: 'ws:response',
        requestid: 'http-2',
        type: 'negative',
        answers: 'status',
        content: { why: 'no' },
      },
    ]);
    expect(b.assumptions()).toEqual([]);
  });

  it('to nothing, or a second time, is told', () => {
    const b = bench({ answers });
    b.pass(5);
    b.run(
      '<ws:response requestid="\'http-1\'"/><ws:response requestid="\'http-1\'"/><ws:response requestid="\'x\'"/>',
    );
    b.pass(0);
    expect(b.steps.slice(2).map(({ params }) => params['answers'])).toEqual(['status', null, null]);
    expect(b.assumptions()).toEqual([
      expect.stringContaining('no-web-request: No request of the scenario waits for the answer to "http-1"'),
      expect.stringContaining('no-web-request: No request of the scenario waits for the answer to "x"'),
    ]);
  });

  it('that never comes is told at the end', () => {
    const b = bench({ answers });
    b.pass(5);
    b.run('<ws:response requestid="\'http-1\'"/>');
    b.platform.end('end');
    expect(b.details().filter((text) => text.includes('not answered'))).toEqual([
      'the request status (http-2) was not answered',
    ]);
  });

  it('does not take place when an expression fails', () => {
    const b = bench({ answers });
    b.pass(5);
    b.run('<ws:response requestid="nobody.knows"/>');
    b.run('<ws:response requestid="\'http-1\'"><param name="x" expr="nobody.knows"/></ws:response>');
    expect(b.steps).toHaveLength(2);
  });
});
