// Exceptions that a diagram handles by itself, beside the rules of the frame.
import { expect, test } from 'vitest';
import { createPipeline } from '../../../src/migrate.js';
import { runPage, type Scenario } from '../../../src/runtime-check/index.js';
import { loadEngine } from '../../runtime-check/load-engine.js';

const namespaces =
  'xmlns:xmi="http://www.omg.org/XMI" xmlns:datatypes="http://studio.genesyslab.com/common/datatypes/" xmlns:datatypes_1="http://studio.genesyslab.com/ird/datatypes" xmlns:ird="http://studio.genesyslab.com/ird/"';

const link = (from: string, to: string, exception = ''): string =>
  exception === ''
    ? `<links xmi:type="ird:WorkflowOutputLink" xmi:id="_${from}${to}" fromBlock="_${from}" toBlock="_${to}"/>`
    : `<links xmi:type="ird:WorkflowExceptionLink" xmi:id="_${from}${to}x" name="${exception}" fromBlock="_${from}" toBlock="_${to}"/>`;

/** Entry (which handles `event`), a wait, a Target that keeps its targets, another wait, Disconnect; the handler says so and exits. */
const diagram = (event: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmi:version="2.0" ${namespaces}><ird:StrategyDiagram xmi:id="_d" name="Desk" designedUsing="Composer 8.1.541.07">
<blocks xmi:type="ird:EntryBlock" xmi:id="_entry" name="Entry1" starting="true" category="Entry">
<conditionalExceptions xmi:type="datatypes:TransitionCommonItem" xmi:id="_x" name="${event}" event="${event}" condition=""/></blocks>
<blocks xmi:type="ird:WaitBlock" xmi:id="_wait" name="Wait1" category="Wait Event"><timeout xmi:type="datatypes:MultiSourceProperty" xmi:id="_t" value="5" DataType="integer"/></blocks>
<blocks xmi:type="ird:TargetBlock" xmi:id="_target" name="Target1" category="Target" clearTargets="false" timeout="20">
<targets xmi:type="datatypes_1:TargetItem" xmi:id="_tt" name="Sales" statServer="Stat"/></blocks>
<blocks xmi:type="ird:WaitBlock" xmi:id="_later" name="Later" category="Wait Event"><timeout xmi:type="datatypes:MultiSourceProperty" xmi:id="_u" value="5" DataType="integer"/></blocks>
<blocks xmi:type="ird:DisconnectBlock" xmi:id="_bye" name="Bye" terminating="true" category="Disconnect"/>
<blocks xmi:type="ird:LogBlock" xmi:id="_handler" name="Handler" category="Log"/>
<blocks xmi:type="ird:ExitBlock" xmi:id="_exit" name="Exit1" terminating="true" category="Exit"/>
${link('entry', 'wait')}${link('wait', 'target')}${link('target', 'later', 'error.queue.submit')}${link('later', 'bye')}
${link('target', 'exit')}${link('entry', 'handler', event)}${link('handler', 'exit')}
</ird:StrategyDiagram></xmi:XMI>`;

async function run(event: string, scenario: Omit<Scenario, 'scenario' | 'name'>) {
  const pipeline = createPipeline({ selection: 'urs', assumptions: {}, notes: true, version: '0.0.0' }).value;
  const bytes = new TextEncoder().encode(diagram(event));
  const file = pipeline?.read({ file: 'desk.workflow', name: 'desk.workflow', bytes });
  const text = file && pipeline?.link([file]).strategies[0]?.convert().page?.text;
  if (text === undefined) throw new Error('there is no page');
  const { value, diagnostics } = await runPage(
    text,
    'desk.scxml',
    { scenario: 1, name: 'test', world: { agents: [], defaultDestination: '9000' }, ...scenario },
    { wasm: await loadEngine(), verbose: true },
  );
  const findings = diagnostics.map(({ code, message }) => `${code} ${message}`);
  return { ...value, findings, story: value.steps.map(({ kind }) => kind) };
}

test('Disconnect gives up what a Target kept', async () => {
  const outcome = await run('error', {});
  expect(outcome).toMatchObject({ end: 'ended', findings: [] });
  expect(outcome.story.filter((kind) => kind === 'cancel')).toHaveLength(1);
  expect(outcome.visited['Handler']).toBeUndefined();
});

test('a handler of all errors does not see the reply to a timer that has fired', async () => {
  const outcome = await run('error', { world: { agents: [{ id: 'anna', groups: ['Sales'], ready: true }] } });
  expect(outcome).toMatchObject({ end: 'routed', target: 'anna' });
  expect(outcome.visited['Handler']).toBeUndefined();
});

test('a handler of the loss runs, and the call is not default-routed any more', async () => {
  const outcome = await run('interaction.deleted', { interaction: { hangup: 10 } });
  expect(outcome).toMatchObject({ end: 'abandoned', findings: [] });
  expect(outcome.visited).toMatchObject({ Handler: 1, abandoned: 1 });
  expect(outcome.visited['ird_default_routing']).toBeUndefined();
  expect(outcome.story).toEqual(['submit', 'ended', 'cancel']);
});

test('a handler that leaves a waiting Target leaves no request behind', async () => {
  const event = { at: 10, name: 'desk.closes', data: {} };
  const outcome = await run('desk.closes', { answers: { events: [event] } });
  expect(outcome).toMatchObject({ end: 'defaulted', findings: [] });
  expect(outcome.story).toEqual(['submit', 'cancel', 'defaulted']);
});
