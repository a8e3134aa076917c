// What virtual queues report of a run, in its result, in its trace, and as an expectation of the scenario.
import { beforeAll, describe, expect, it, test } from 'vitest';
import { formatTrace, runPage, traceJsonLines } from '../../../src/runtime-check/index.js';
import type { Outcome } from '../../../src/diagnostics/index.js';
import type { Scenario } from '../../../src/runtime-check/scenario/types.js';
import type { ExpectedVisit } from '../../../src/runtime-check/scenario/workforce-types.js';
import type { ScriptEngineFactory } from '../../../src/runtime-check/script/engine.js';
import type { RunResult } from '../../../src/runtime-check/trace.js';
import { loadEngine } from '../load-engine.js';
import { callPage } from './pages.js';

let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});

const run = (scenario: Partial<Scenario>, verbose = false): Promise<Outcome<RunResult>> =>
  runPage(callPage, 'p.scxml', { scenario: 1, name: 't', ...scenario }, { wasm: engine, verbose });

const anna = { id: 'anna', groups: ['Sales'], dn: '7001', ready: [{ at: 9, value: true }] };

describe('virtual queues', () => {
  it('report when a request entered and how it left', async () => {
    const routed = await run({ world: { agents: [anna] } });
    expect(routed.value.queues).toEqual([
      { queue: 'VQ_Sales', request: 'r1', interaction: 'ixn0001', entered: 5, left: 9, exit: 'routed' },
    ]);
    const cleared = await run({ world: { defaultDestination: '9000' } });
    expect(cleared.value.queues).toMatchObject([{ exit: 'cleared', entered: 5, left: 15 }]);
    const abandoned = await run({ interaction: { hangup: 7 } });
    expect(abandoned.value.queues).toMatchObject([{ exit: 'abandoned', entered: 5, left: 7 }]);
  });

  it('report a caller who hangs up in the moment of an agent or a timeout as abandoned', async () => {
    for (const hangup of [9, 15]) {
      const agents = hangup === 9 ? [anna] : [];
      const { value } = await run({ interaction: { hangup }, world: { agents } });
      expect(value.end).toBe('abandoned');
      expect(value.queues).toMatchObject([{ exit: 'abandoned', left: hangup }]);
    }
  });

  it('report calls of others by their own names, those who still wait last', async () => {
    const { value } = await run({
      world: {
        agents: [anna],
        calls: [
          { queue: 'VQ_Sales', targets: 'Nobody@.GA' },
          { queue: 'VQ_Sales', targets: 'Nobody@.GA', until: 3 },
        ],
      },
    });
    expect(value.queues.map(({ request, interaction, exit }) => [request, interaction, exit])).toEqual([
      ['call-2', '', 'cleared'],
      ['r1', 'ixn0001', 'routed'],
      ['call-1', '', 'waiting'],
    ]);
  });

  it('stand in the JSON lines, and for people in the verbose trace', async () => {
    const { value } = await run({ world: { agents: [anna] } }, true);
    const lines = traceJsonLines(value, { verbose: false })
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
      .filter(({ detail }) => detail === 'queue');
    expect(lines).toEqual([
      { at: 5, detail: 'queue', queue: 'VQ_Sales', event: 'queued', request: 'r1' },
      {
        at: 9,
        detail: 'queue',
        queue: 'VQ_Sales',
        event: 'diverted',
        request: 'r1',
        exit: 'routed',
        waited: 4,
      },
    ]);
    expect(formatTrace(value)).toContain('queue      queued in virtual queue VQ_Sales: r1');
    expect(formatTrace(value, { verbose: false })).not.toContain('virtual queue');
    const abandoned = await run({ interaction: { hangup: 7 } });
    expect(traceJsonLines(abandoned.value)).toContain('"event":"abandoned"');
  });
});

describe('an expectation of queues', () => {
  const unmet = async (queues: readonly ExpectedVisit[]): Promise<readonly string[]> => {
    const { diagnostics } = await run({
      world: { agents: [anna], calls: [{ queue: 'VQ_Other', targets: 'Nobody@.GA', until: 3 }] },
      expect: { queues },
    });
    return diagnostics.map(({ code, message }) => `${code} ${message}`);
  };

  test.each<readonly [readonly ExpectedVisit[]]>([
    [[{ queue: 'VQ_Sales', exit: 'routed' }]],
    [[{ queue: 'VQ_*', request: 'r1', entered: 5, left: 9, waited: 4 }]],
    [[{ waited: 4 }]],
    [
      [
        { queue: 'VQ_Sales', count: 1 },
        { exit: 'cleared', count: 0 },
      ],
    ],
    [[{ queue: 'VQ_Other', count: 0 }]],
    [[]],
  ])('%j is met', async (queues) => {
    expect(await unmet(queues)).toEqual([]);
  });

  test.each<readonly [readonly ExpectedVisit[], string]>([
    [[{ exit: 'cleared' }], 'to report {"exit":"cleared"}, but they reported r1 routed in "VQ_Sales"'],
    [[{ waited: 5 }], 'to report {"waited":5}'],
    [[{ exit: 'waiting', waited: 5 }], 'to report {"exit":"waiting","waited":5}'],
    [[{ queue: 'VQ_Sales' }, { queue: 'VQ_Sales' }], 'to report {"queue":"VQ_Sales"}'],
    [[{ queue: 'VQ_Other' }], 'to report {"queue":"VQ_Other"}'],
    [[{ queue: 'VQ_Sales', count: 2 }], 'to report 2 of {"queue":"VQ_Sales"}, but there is 1'],
    [[{ queue: 'Nowhere', count: 1 }], 'but there are 0'],
  ])('%j is not met', async (queues, said) => {
    expect(await unmet(queues)).toEqual([expect.stringContaining(said)]);
  });

  it('says so when no queue was entered', async () => {
    const { diagnostics } = await run({
      interaction: { hangup: 1 },
      expect: { queues: [{ queue: 'VQ_Sales' }] },
    });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining('but none was entered'),
    ]);
  });
});
