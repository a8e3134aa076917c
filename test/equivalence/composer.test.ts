// Diagrams run by the semantics of Composer's blocks, and their pages do the same.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareRuns } from '../../src/equivalence/compare/first-difference.js';
import { runSource, type SourceRun } from '../../src/equivalence/run/run-source.js';
import type { SourceProgram } from '../../src/equivalence/run/program.js';
import { verifyStrategy } from '../../src/equivalence/verify.js';
import { createPipeline } from '../../src/migrate.js';
import { readScenarios, runPage, type Scenario } from '../../src/runtime-check/index.js';
import type { ScriptEngineFactory } from '../../src/runtime-check/script/engine.js';
import { loadEngine } from '../runtime-check/load-engine.js';

const folder = path.resolve(import.meta.dirname, '../../fixtures/composer/lines');
const diagrams = readdirSync(folder).filter((name) => name.endsWith('.workflow'));

let engine: ScriptEngineFactory;
beforeAll(async () => {
  engine = await loadEngine();
});

interface ConvertOptions {
  readonly text?: string;
  readonly assumptions?: Readonly<Record<string, string>>;
}

function converted(
  name: string,
  { text = readFileSync(path.join(folder, name), 'utf8'), assumptions = {} }: ConvertOptions = {},
): { readonly program: SourceProgram; readonly page: string } {
  const settings = { selection: 'urs', notes: true, assumptions, version: '0.0.0' } as const;
  const pipeline = createPipeline(settings).value;
  if (pipeline === undefined) throw new Error('no pipeline');
  const read = pipeline.read({ file: name, name, bytes: new TextEncoder().encode(text) });
  const [strategy] = pipeline.link([read]).strategies;
  const { program, page } = strategy?.convert() ?? {};
  if (program === undefined || page === undefined) throw new Error(`${name} does not become a page`);
  return { program: program(), page: page.text };
}

const scenariosOf = (name: string): readonly Scenario[] =>
  readScenarios(readFileSync(path.join(folder, name.replace('.workflow', '.scenarios.yaml')), 'utf8'), name)
    .value;

describe.each(diagrams)('%s', (name) => {
  const { program, page } = converted(name);
  it.each(scenariosOf(name).map((scenario) => [scenario.name, scenario] as const))(
    '%s',
    async (_name, scenario) => {
      const source = runSource({ ...program, engine }, scenario);
      const shown = await runPage(page, name, scenario, { wasm: engine });
      expect(shown.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(compareRuns(source, shown.value)).toEqual({ verdict: 'same' });
      expect({ end: source.end, target: source.target }).toMatchObject(scenario.expect ?? {});
    },
  );
});

it.each(diagrams)(
  '%s and its page do the same in the scenarios that are searched for, too',
  async (name) => {
    const { program, page } = converted(name);
    const found = await verifyStrategy({
      ...{ program, page: { text: page, file: 'page.scxml' }, engine },
      given: scenariosOf(name),
      search: { budget: 200, seed: 1 },
    });
    expect(found.differences).toEqual([]);
    expect(found.verdict).toBe('equivalent');
  },
  60_000,
);

it('an answer that is no JSON fails in the block that asked, before the next one begins', async () => {
  const { program, page } = converted('island-ferry.workflow');
  const scenario: Scenario = {
    ...{ scenario: 1, name: 'an empty answer' },
    answers: { treatments: [{ match: 'Menu', digits: '1' }], fetch: [{ content: '' }] },
  };
  const source = runSource({ ...program, engine }, scenario);
  const { value: shown } = await runPage(page, 'page.scxml', scenario, { wasm: engine });
  for (const { steps } of [source, shown]) expect(steps.at(-1)?.kind).toBe('request');
});

describe('a diagram', () => {
  const { program } = converted('island-ferry.workflow');
  const run = (scenario: Partial<Scenario>): SourceRun =>
    runSource({ ...program, engine }, { scenario: 1, name: 'one', ...scenario });

  it('gives its variables their values in the Entry, and sees what Composer sets', () => {
    const { udata } = run({ interaction: { dnis: '7100', hangup: 1 } });
    expect(udata).toEqual({ Island: 'south', Line: 'Ferry' });
  });

  it('reads user data and computes the priority by its own script', () => {
    const { steps } = run({ interaction: { ani: '9001234', udata: { Held: 'yes' }, hangup: 90 } });
    const submit = steps.find(({ kind }) => kind === 'submit');
    expect(submit?.params).toMatchObject({ priority: 70, timeout: 60, queue: 'VQ_Ferry' });
  });

  it('leaves by the exception port of the event that its error is told by', () => {
    const answers = { treatments: [{ match: 'Menu', digits: '1' }], fetch: [{ error: 'timeout' }] };
    const { steps } = run({ interaction: { hangup: 300 }, answers });
    // Three seconds of the Wait lie between the failed request and the submit.
    const [request, submit] = ['request', 'submit'].map((kind) => steps.find((step) => step.kind === kind));
    expect((submit?.at ?? 0) - (request?.at ?? 0)).toBe(3);
  });

  it('cannot be run without a sandbox, and says so', () => {
    const { end, reason } = runSource(program, { scenario: 1, name: 'one' });
    expect(end).toBe('notExecutable');
    expect(reason).toContain('sandbox');
  });
});

describe('Exit', () => {
  const name = 'lighthouse-letters.workflow';
  const text = readFileSync(path.join(folder, name), 'utf8');
  const undeclared = text.replace(/^.*"system.TerminateIxnOnExit" value.*\n/m, '');
  const terminated = { by: 'page', reason: 'Auto-stop interaction' };

  /** How the interaction ends on both sides: what their steps say of it. */
  async function ends(
    scenario: Partial<Scenario>,
    options: ConvertOptions = {},
  ): Promise<readonly unknown[]> {
    const { program, page } = converted(name, options);
    const given: Scenario = { scenario: 1, name: 'one', ...scenario };
    const source = runSource({ ...program, engine }, given);
    const { value: shown } = await runPage(page, 'page.scxml', given, { wasm: engine });
    return [source, shown].map(({ steps }) => {
      const ended = steps.filter(({ kind }) => kind === 'ended');
      return ended.length === 1 ? ended[0]?.params : ended;
    });
  }

  it.each(['email', 'chat', 'workitem', 'sms'])('terminates an interaction of medium %s', async (media) => {
    expect(await ends({ interaction: { media } })).toEqual([terminated, terminated]);
  });

  it('leaves it when a script has set the variable to something else, or the diagram declares that', async () => {
    expect(await ends({ interaction: { media: 'chat', udata: { Wish: 'keep' } } })).toEqual([[], []]);
    const declared = { text: text.replace('TerminateIxnOnExit" value="1"', 'TerminateIxnOnExit" value="0"') };
    expect(await ends({ interaction: { media: 'chat' } }, declared)).toEqual([[], []]);
  });

  it('counts the text 1 as the number', async () => {
    const declared = {
      text: text.replace('TerminateIxnOnExit" value="1"', `TerminateIxnOnExit" value="'1'"`),
    };
    expect(await ends({ interaction: { media: 'chat' } }, declared)).toEqual([terminated, terminated]);
  });

  it('leaves calls, and what the platform does not let it end', async () => {
    expect(await ends({ interaction: { media: 'voice' } })).toEqual([[], []]);
    expect(await ends({ interaction: { media: 'chat', present: 5 } })).toEqual([[], []]);
  });

  it('follows the assumption where the diagram does not declare the variable', async () => {
    expect(undeclared).not.toContain('"system.TerminateIxnOnExit" value');
    const chat = { interaction: { media: 'chat' } };
    expect(await ends(chat, { text: undeclared })).toEqual([terminated, terminated]);
    const assumptions = { 'exit.messages': 'stay where they are' };
    expect(await ends(chat, { text: undeclared, assumptions })).toEqual([[], []]);
    expect(await ends(chat, { assumptions })).toEqual([terminated, terminated]);
  });
});

it('the search finds out a page whose Exit ends nothing, without a scenario of a chat', async () => {
  const { program, page } = converted('lighthouse-letters.workflow');
  const faulty = page.replace('system.TerminateIxnOnExit == 1', 'false');
  expect(faulty).not.toBe(page);
  const found = await verifyStrategy({
    ...{ program, page: { text: faulty, file: 'page.scxml' }, engine },
    given: [],
    search: { budget: 60, seed: 1 },
  });
  expect(found.differences.map(({ block }) => block?.type)).toEqual(['ComposerExit']);
}, 60_000);

it('Disconnect says why it ends the interaction', async () => {
  const { program, page } = converted('lighthouse-letters.workflow');
  const scenario: Scenario = {
    ...{ scenario: 1, name: 'one' },
    interaction: { media: 'chat', udata: { Wish: 'shut' } },
  };
  const source = runSource({ ...program, engine }, scenario);
  const { value: shown } = await runPage(page, 'page.scxml', scenario, { wasm: engine });
  for (const { steps } of [source, shown])
    expect(steps.at(-1)?.params).toEqual({ by: 'page', reason: 'Disconnect interaction' });
});
