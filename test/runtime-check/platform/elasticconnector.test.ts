import { describe, expect, it } from 'vitest';
import { bench } from './bench.js';

describe('elasticconnector', () => {
  it('writes what the page writes into the trace, and answers as the scenario says', () => {
    const b = bench({
      answers: {
        elasticsearch: [
          { match: 'createindextemplate', lasts: 3 },
          { match: '"id":"7"', error: 'conflict' },
        ],
        failures: [{ action: 'elasticconnector:deletedoc', error: 'planned' }],
      },
    });
    b.pass(0);
    b.events();
    const template = (timeout: number): string =>
      `<elasticconnector:createindextemplate requestid="_data.t" name="'t'" index="'calls-*'" type="'call'" mapping="{}" timeout="${String(timeout)}"/>`;
    b.run(template(0) + template(500));
    b.run(`<elasticconnector:createdoc requestid="_data.d" id="'7'" settings="{ index: 'calls' }"/>
      <elasticconnector:updatedoc requestid="_data.d" id="'8'" data="{ state: 'routed' }"/>
      <elasticconnector:deletedoc requestid="_data.d" id="'8'"/>`);
    b.pass(10);
    expect(b.events()).toEqual([
      '0 error.elasticconnector.deletedoc {"requestid":"request-5","error":"planned","description":"The scenario makes this action fail."}',
      '0 error.elasticconnector.createdoc {"requestid":"request-3","error":"conflict","description":"The request to Elasticsearch failed: conflict."}',
      '0 elasticconnector.updatedoc.done {"requestid":"request-4"}',
      '0.5 error.elasticconnector.createindex {"requestid":"request-2","error":"timeout","description":"The request to Elasticsearch failed: timeout."}',
      '3 elasticconnector.createindex.done {"requestid":"request-1"}',
    ]);
    expect(b.steps.map(({ kind, params }) => [kind, params['element']])).toEqual([
      ['action', 'elasticconnector:createindextemplate'],
      ['action', 'elasticconnector:createindextemplate'],
      ['action', 'elasticconnector:createdoc'],
      ['action', 'elasticconnector:updatedoc'],
      ['action', 'elasticconnector:deletedoc'],
    ]);
    expect(b.steps[3]?.params).toEqual({
      element: 'elasticconnector:updatedoc',
      id: '8',
      data: { state: 'routed' },
    });
  });
});
