import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readScenarios, runPage, traceJsonLines } from '../../../src/runtime-check/index.js';
import { loadEngine } from '../../runtime-check/load-engine.js';
import { menuPage, openConsole } from './open-console.js';

/** What somebody might type, in any order. */
const command = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((count) => `step ${String(count)}`),
  fc.integer({ min: 1, max: 4 }).map((count) => `back ${String(count)}`),
  fc.integer({ min: 0, max: 40 }).map((seconds) => `advance ${String(seconds / 4)}`),
  fc.constantFrom(
    'until state menu',
    'until submit',
    'until event dialog',
    'until request',
    'continue',
    'restart',
    'undo',
  ),
  fc.constantFrom('digits 1', 'digits 2', 'treatment error=unknown', 'treatment digits=2 lasts=1.5'),
  fc.constantFrom(
    'fetch content={"level":"gold"}',
    'fetch error=503 lasts=2',
    'fail queue:submit',
    'fail queue:default',
  ),
  fc.constantFrom('ready ada', 'notready ada', 'ready bob {"groups":["Sales"]}', 'hangup', 'happen taken'),
  fc.constantFrom('udata Note=a', 'send my.event', 'send interaction.deleted {"resultof":"deletion"}'),
  fc.constantFrom('print (_data.level = "spoilt")', 'where', 'pending', 'trace', 'history', 'nonsense'),
);

it('a session, whatever was done in it, is the run of the scenario that it saves', async () => {
  const engine = await loadEngine();
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 12 }), async (lines) => {
      const { console, files, say } = await openConsole(menuPage, {
        world: { agents: [{ id: 'ada', groups: ['Sales'] }], defaultDestination: '9000' },
      });
      for (const line of [...lines, 'continue', 'save played.yaml']) await say(line);
      const read = readScenarios(files.get('played.yaml') ?? '', 'played.yaml');
      const scenario = read.value[0];
      if (scenario === undefined) throw new Error(read.diagnostics[0]?.message);
      const { value } = await runPage(menuPage, 'menu.scxml', scenario, { wasm: engine, verbose: true });
      const here = { ...console.run.result().value, scenario: value.scenario };
      console.run.dispose();
      expect(traceJsonLines(value)).toBe(traceJsonLines(here));
    }),
    { numRuns: 40 },
  );
}, 60_000);
