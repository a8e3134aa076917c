// Messages by HTTP from a page of the ors dialect, in a scenario.
import { expect, test } from 'vitest';
import { runPage } from '../../../src/runtime-check/run-page.js';
import { loadEngine } from '../load-engine.js';

const text = `<?xml version="1.0" encoding="utf-8"?>
<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" profile="ecmascript"><state id="s">
  <onentry><send event="'opened'" target="'http://crm.invalid/calls'" targettype="'basichttp'" sendid="m"><param name="n" expr="7"/></send></onentry>
  <transition event="error.send" target="lost"><log expr="_event.sendid"/></transition></state><final id="lost"/></scxml>`;

const run = async (fetch: readonly { readonly url: string; readonly error?: string }[]) => {
  const scenario = { scenario: 1, name: 'run', interaction: { media: 'none' }, answers: { fetch } } as const;
  const { value } = await runPage(text, 'page.scxml', scenario, { wasm: await loadEngine(), verbose: true });
  return value;
};

test('a message is a request in the trace, with its event and parameters as a form', async () => {
  const { steps, visited } = await run([{ url: 'crm.invalid' }]);
  expect(steps).toEqual([
    {
      at: 0,
      kind: 'request',
      params: { method: 'post', url: 'http://crm.invalid/calls', body: '_scxmleventname=opened&n=7' },
    },
  ]);
  expect(visited).not.toHaveProperty('lost');
});

test.each([[[]], [[{ url: 'crm.invalid', error: 'refused' }]]])(
  'one that nobody answers, or that fails, is an error event (%j)',
  async (answers) => {
    const { visited, details } = await run(answers);
    expect(visited).toHaveProperty('lost');
    expect(details.filter(({ kind }) => kind === 'log').map(({ text: line }) => line)).toEqual(['m']);
  },
);
