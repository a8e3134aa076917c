// A small strategy written in the test, converted and run in the simulated platform.
import { readScenarios, runPage, validatePage } from '../../../src/runtime-check/index.js';
import { hasErrors } from '../../../src/diagnostics/index.js';
import { loadEngine } from '../../runtime-check/load-engine.js';
import { convertCase, type ConvertedCase } from '../../fixtures/convert-case.js';

export interface BlockText {
  readonly id: string;
  readonly type: string;
  /** Properties and tables as XML. */
  readonly inside?: string;
  /** Port and block that it leads to: `green 3`. */
  readonly links?: readonly string[];
}

export interface StrategyText {
  readonly name?: string;
  readonly kind?: 'strategy' | 'subroutine' | 'macro';
  /** `n INTEGER local` */
  readonly variables?: readonly string[];
  readonly blocks: readonly BlockText[];
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const property = (name: string, text: string): string =>
  `<Property name="${name}">${escape(text)}</Property>`;

export const table = (name: string, rows: readonly Readonly<Record<string, string>>[]): string => {
  const cells = (row: Readonly<Record<string, string>>): string =>
    Object.entries(row)
      .map(([column, text]) => `<Cell name="${column}">${escape(text)}</Cell>`)
      .join('');
  return `<Table name="${name}">${rows.map((row) => `<Row>${cells(row)}</Row>`).join('')}</Table>`;
};

/** A Selection with targets that stay: nobody is there, so that it is left at its timeout. */
export const keptSelection = (id: string, to: string, more = ''): BlockText => ({
  id,
  type: 'Selection',
  inside:
    property('Virtual Queue Alias', 'VQ_Kept') +
    property('Timeout', '5') +
    property('Clear Target', 'false') +
    more +
    table('Targets', [{ Type: 'Agent Group', Name: 'Nobody', 'Stat Server': 'StatServer' }]),
  links: [`red ${to}`],
});

export const attach = (id: string, key: string, text: string, to: string): BlockText => ({
  id,
  type: 'Attach',
  inside: property('Key', key) + property('Value', text),
  links: [`green ${to}`, `red ${to}`],
});

export function strategyText({
  name = 'Lifted',
  kind = 'strategy',
  variables = [],
  blocks,
}: StrategyText): string {
  const declared = variables.map((line) => {
    const [variable = '', type = '', scope = 'local'] = line.split(' ');
    return `<Variable name="${variable}" type="${type}" scope="${scope}"/>`;
  });
  const objects = blocks.map(
    ({ id, type, inside = '' }) =>
      `<Object id="${id}" type="${type}" name="${type} ${id}">${inside}</Object>`,
  );
  const links = blocks.flatMap(({ id, links: out = [] }) =>
    out.map((line, i) => {
      const at = line.lastIndexOf(' ');
      return `<Link id="l${id}_${String(i)}" from="${id}" port="${line.slice(0, at)}" to="${line.slice(at + 1)}"/>`;
    }),
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?><IRDExport version="8.1.400"><Strategy name="${name}" type="${kind}">` +
    `<Variables>${declared.join('')}</Variables><Objects>${objects.join('')}</Objects>` +
    `<Links>${links.join('')}</Links></Strategy></IRDExport>`
  );
}

export function convert(
  strategies: readonly StrategyText[],
  assumptions: Readonly<Record<string, string>> = {},
): ConvertedCase {
  const files = strategies.map((strategy, i) => ({
    name: `${String(i)}.xml`,
    bytes: Buffer.from(strategyText(strategy)),
  }));
  const expects = {
    ...{ status: 'complete', claims: 'smoke', codes: {}, assumptions, notEntered: {} },
    ...{ differs: {}, foundDiffers: {}, notCompared: {} },
  };
  return convertCase({ name: 'lifted', folder: '', files, expects }, files);
}

/** Text of the page of the first strategy; fails when the page is not valid. */
export function pageOf(converted: ConvertedCase): string {
  const text = converted.strategies[0]?.page?.text ?? '';
  const found = validatePage(text, 'page.scxml');
  if (hasErrors(found)) throw new Error(found.map(({ message }) => message).join('\n'));
  return text;
}

export interface Ran {
  readonly end: string;
  readonly target: string | undefined;
  /** What the page did, in words. */
  readonly steps: readonly string[];
  readonly faults: readonly string[];
}

/** Runs a page in the scenario that the YAML text holds. */
export async function run(page: string, yaml = ''): Promise<Ran> {
  const { value: scenarios, diagnostics } = readScenarios(`scenario: 1\nname: it\n${yaml}`, 'it.yaml');
  const [scenario] = scenarios;
  if (scenario === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const outcome = await runPage(page, 'page.scxml', scenario, { wasm: await loadEngine() });
  const { end, target, steps } = outcome.value;
  return {
    end,
    target: target ?? undefined,
    steps: steps.map((step) => JSON.stringify(step)),
    faults: outcome.diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message),
  };
}
