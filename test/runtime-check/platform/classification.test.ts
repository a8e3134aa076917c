import { describe, expect, it } from 'vitest';
import { bench, type Bench } from './bench.js';

function begun(...given: Parameters<typeof bench>): Bench {
  const b = bench(...given);
  b.pass(0);
  b.events();
  return b;
}

const classify = (root: string, more = ''): string =>
  `<classification:classify requestid="_data.c" root="'${root}'" ${more}/>`;

describe('classification', () => {
  it('gives the categories of the scenario, the most relevant first', () => {
    const b = begun({
      interaction: { media: 'email' },
      answers: {
        classification: [
          {
            match: 'Complaints',
            lasts: 2,
            categories: [
              { name: 'Late', relevancy: 20 },
              { name: 'Broken', id: 'c7', relevancy: 90 },
            ],
          },
          { match: 'classification:screen', rules: [{ name: 'Angry', match: true, value: 'very' }] },
        ],
      },
    });
    b.run(classify('Complaints', 'server="\'CS\'"'));
    b.run('<classification:screen requestid="_data.s"/>');
    b.pass(5);
    expect(b.events()).toEqual([
      '0 classification.screen.done {"requestid":"request-2","rules":[{"name":"Angry","id":"Angry","match":true,"value":"very"}],"categories":[]}',
      '2 classification.classify.done {"requestid":"request-1","categories":[{"name":"Broken","id":"c7","relevancy":90},{"name":"Late","id":"Late","relevancy":20}]}',
    ]);
    expect(b.steps.map(({ kind, params }) => ({ kind, ...params }))).toEqual([
      { kind: 'action', element: 'classification:classify', root: 'Complaints', server: 'CS' },
      { kind: 'action', element: 'classification:screen' },
    ]);
  });

  it('finds nothing without an answer, and says so', () => {
    const b = begun();
    b.run(classify('Other'));
    b.pass(0);
    expect(b.events()).toEqual(['0 classification.classify.done {"requestid":"request-1","categories":[]}']);
    expect(b.assumptions()).toEqual([expect.stringContaining('nothing-classified')]);
  });

  it('fails: without root, without interaction, and as the scenario says', () => {
    const b = begun({
      answers: {
        classification: [{ match: 'Broken', error: 'Request Invalid' }],
        failures: [{ action: 'classification:screen', error: 'Request Invalid' }],
      },
    });
    b.run(classify('') + classify('A', 'interactionid="\'nobody\'"') + classify('Broken'));
    b.run('<classification:screen requestid="_data.s"/>');
    b.pass(0);
    const failed = b.events().filter((event) => event.includes('"error":"Request Invalid"'));
    expect(failed.map((event) => event.split(' ')[1])).toEqual([
      'error.classification.classify',
      'error.classification.classify',
      'error.classification.screen',
      'error.classification.classify',
    ]);
  });
});
