// Small strategies written in tests, in the layout of the profile ird-8, converted and run in the simulated platform.
import { expect } from 'vitest';
import type { Converted } from '../../../src/cli/pipeline.js';
import type { Diagnostic } from '../../../src/diagnostics/index.js';
import { createPipeline } from '../../../src/migrate.js';
import { runPage, validatePage, type RunResult, type Scenario } from '../../../src/runtime-check/index.js';
import { loadEngine } from '../../runtime-check/load-engine.js';

type Cells = Readonly<Record<string, string>>;

export interface LineBlock {
  readonly type: string;
  /** Caption, and so the id of the state. */
  readonly name: string;
  readonly properties?: Cells;
  readonly tables?: Readonly<Record<string, readonly Cells[]>>;
}

export interface Line {
  readonly name?: string;
  readonly kind?: 'strategy' | 'subroutine';
  /** `name TYPE`, `name TYPE value`, `name TYPE value scope`. */
  readonly variables?: readonly string[];
  readonly blocks: readonly LineBlock[];
  /** `from.port > to` by name. */
  readonly links: readonly string[];
}

export interface Settings {
  readonly selection?: 'urs' | 'redirect';
  readonly assumptions?: Readonly<Record<string, string>>;
  readonly priorityIncrements?: 'resubmit' | 'queue-functions' | 'update';
}

export const block = (
  type: string,
  name: string,
  properties: Cells = {},
  tables: NonNullable<LineBlock['tables']> = {},
): LineBlock => ({ type, name, properties, tables });

/** A Selection of the agent group `group`; `more` are further properties. */
export const selection = (name: string, group: string, more: Cells = {}): LineBlock =>
  block(
    'Selection',
    name,
    { 'Virtual Queue Alias': `VQ_${group}`, Timeout: '30', 'Clear Target': 'true', ...more },
    { Targets: [{ Type: 'Agent Group', Name: group, 'Stat Server': 'Stat' }] },
  );

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const property = ([name, text]: readonly [string, string]): string =>
  `<Property name="${escape(name)}">${escape(text)}</Property>`;

const cell = ([name, text]: readonly [string, string]): string =>
  `<Cell name="${escape(name)}">${escape(text)}</Cell>`;

/** The strategy as an exported file. */
export function exported(line: Line): string {
  const ids = new Map(line.blocks.map(({ name }, index) => [name, String(index + 1)]));
  const variables = (line.variables ?? []).map((given) => {
    const [name = '', type = '', value = '', scope = 'local'] = given.split(' ');
    return `<Variable name="${name}" type="${type}" value="${escape(value)}" scope="${scope}"/>`;
  });
  const objects = line.blocks.map(({ type, name, properties = {}, tables = {} }) => {
    const rows = Object.entries(tables).map(
      ([table, list]) =>
        `<Table name="${table}">${list
          .map((cells) => `<Row>${Object.entries(cells).map(cell).join('')}</Row>`)
          .join('')}</Table>`,
    );
    const body = Object.entries(properties).map(property).join('') + rows.join('');
    return `<Object id="${ids.get(name) ?? ''}" type="${escape(type)}" name="${escape(name)}">${body}</Object>`;
  });
  const links = line.links.map((link, index) => {
    const [, from = '', port = '', to = ''] = /^(.*)\.(.*) > (.*)$/.exec(link) ?? [];
    const [source, target] = [ids.get(from), ids.get(to)];
    if (source === undefined || target === undefined) throw new Error(`the link "${link}" names no block`);
    return `<Link id="l${String(index)}" from="${source}" port="${port}" to="${target}"/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?><IRDExport version="8.1">',
    `<Strategy name="${line.name ?? 'Line'}" type="${line.kind ?? 'strategy'}">`,
    `<Variables>${variables.join('')}</Variables>`,
    `<Objects>${objects.join('\n')}</Objects>`,
    `<Links>${links.join('')}</Links>`,
    '</Strategy></IRDExport>',
  ].join('\n');
}

export interface ConvertedLine extends Converted {
  readonly all: readonly Diagnostic[];
}

/** Converts the first line; the others are in the same batch. */
export function convertLines(lines: readonly Line[], settings: Settings = {}): ConvertedLine {
  const { value: pipeline, diagnostics } = createPipeline({
    selection: settings.selection ?? 'urs',
    assumptions: settings.assumptions ?? {},
    priorityIncrements: settings.priorityIncrements ?? 'resubmit',
    notes: true,
    version: '0.0.0',
  });
  if (pipeline === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  const files = lines.map((line, index) => {
    const file = `line-${String(index)}.xml`;
    return pipeline.read({ file, name: file, bytes: new TextEncoder().encode(exported(line)) });
  });
  const batch = pipeline.link(files);
  const converted = batch.strategies[0]?.convert();
  if (converted === undefined) throw new Error('nothing was converted');
  const all = [...files.flatMap((file) => file.diagnostics), ...batch.diagnostics, ...converted.diagnostics];
  return { ...converted, all };
}

/** The text of a page that must be there and be valid. */
export function validText({ page }: Converted): string {
  if (page === undefined) throw new Error('there is no page');
  const errors = validatePage(page.text, 'line.scxml').filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  return page.text;
}

export interface LineRun extends RunResult {
  /** Steps as short texts: kind, and what tells them apart. */
  readonly story: readonly string[];
  readonly findings: readonly string[];
}

/** Converts and runs. What the run reports as an error beside failed scripts fails the test. */
export async function runLine(
  line: Line | readonly Line[],
  scenario: Omit<Scenario, 'scenario' | 'name'>,
  settings: Settings = {},
): Promise<LineRun> {
  const lines = Array.isArray(line) ? (line as readonly Line[]) : [line as Line]; // Array.isArray does not narrow readonly arrays
  const text = validText(convertLines(lines, settings));
  const { value, diagnostics } = await runPage(
    text,
    'line.scxml',
    { scenario: 1, name: 'test', ...scenario },
    { wasm: await loadEngine(), verbose: true },
  );
  const findings = diagnostics.map(({ code, message }) => `${code} ${message}`);
  return { ...value, findings, story: value.steps.map(told) };
}

function told({ kind, params }: RunResult['steps'][number]): string {
  const what = params['request'] ?? params['target'] ?? params['element'] ?? '';
  const by = kind === 'routed' || kind === 'defaulted' ? ` by ${String(params['by'])}` : '';
  return `${kind} ${kind === 'routed' || kind === 'defaulted' ? String(params['target']) : String(what)}${by}`.trim();
}

export const anna = (ready: number | boolean, groups: readonly string[] = ['Sales']) =>
  ({
    id: 'anna',
    groups,
    ready: typeof ready === 'number' ? [{ at: ready, value: true }] : ready,
  }) as const;
