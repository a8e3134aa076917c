// A strategy around one block, converted: the states that the block became, and what is said about it.
import { createPipeline } from '../../../src/migrate.js';
import type { TraceFile } from '../../../src/emit/trace.js';

export interface OneBlock {
  /** Text of the block's states. */
  readonly states: string;
  readonly disposition: string;
  readonly reason: string;
  /** Codes of warnings and errors, each once. */
  readonly codes: readonly string[];
  /** Messages of all findings, with their codes. */
  readonly messages: readonly string[];
  readonly assumptions: readonly string[];
}

export type Rows = readonly Readonly<Record<string, string | Rows>>[];

export interface BlockSource {
  readonly properties?: Readonly<Record<string, string>>;
  readonly tables?: Readonly<Record<string, Rows>>;
  /** Ports that lead to the end; green and red when left out. */
  readonly ports?: readonly string[];
  /** Ports that lead back to the block. */
  readonly loops?: readonly string[];
  /** Strategies beside it, as XML. */
  readonly others?: readonly string[];
  readonly selection?: 'urs' | 'redirect';
  readonly ursCalls?: boolean;
  readonly assumptions?: Readonly<Record<string, string>>;
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function tableXml(name: string, rows: Rows): string {
  const cells = (row: Rows[number]): string =>
    Object.entries(row)
      .map(([column, value]) =>
        typeof value === 'string'
          ? `<Cell name="${escapeXml(column)}">${escapeXml(value)}</Cell>`
          : tableXml(column, value),
      )
      .join('');
  return `<Table name="${escapeXml(name)}">${rows.map((row) => `<Row>${cells(row)}</Row>`).join('')}</Table>`;
}

/** A strategy of which `block` is the only block between Entry and Exit. Variables: n INTEGER, s STRING, f FLOAT, l LIST. */
export function strategyXml(type: string, block: BlockSource, name = 'One block', kind = 'strategy'): string {
  const { properties = {}, tables = {}, ports = ['green', 'red'], loops = [] } = block;
  const inside = [
    ...Object.entries(properties).map(
      ([key, value]) => `<Property name="${escapeXml(key)}">${escapeXml(value)}</Property>`,
    ),
    ...Object.entries(tables).map(([key, rows]) => tableXml(key, rows)),
  ].join('');
  const links = [...ports, ...loops].map(
    (port, index) =>
      `<Link id="p${String(index)}" from="2" port="${escapeXml(port)}" to="${index < ports.length ? '9' : '2'}"/>`,
  );
  const variables = ['n INTEGER', 's STRING', 'f FLOAT', 'l LIST'].map((pair) => {
    const [variable = '', declared = ''] = pair.split(' ');
    return `<Variable name="${variable}" type="${declared}"/>`;
  });
  return (
    `<IRDExport version="8.1"><Strategy name="${name}" type="${kind}"><Variables>${variables.join('')}</Variables>` +
    `<Objects><Object id="1" type="Entry" name="Start"/><Object id="2" type="${escapeXml(type)}" name="It">${inside}</Object>` +
    `<Object id="9" type="Exit" name="End"/></Objects>` +
    `<Links><Link id="l" from="1" port="green" to="2"/>${links.join('')}</Links></Strategy></IRDExport>`
  );
}

/** Converts a strategy around one block. */
export function convertBlock(type: string, block: BlockSource = {}): OneBlock {
  const { value: pipeline } = createPipeline({
    selection: block.selection ?? 'urs',
    ursCalls: block.ursCalls ?? true,
    notes: true,
    assumptions: block.assumptions ?? {},
    version: '0.0.0',
  });
  if (pipeline === undefined) throw new Error('the settings are refused');
  const texts = [strategyXml(type, block), ...(block.others ?? [])];
  const read = texts.map((text, index) => {
    const name = `${String(index)}.xml`;
    return pipeline.read({ file: name, name, bytes: Buffer.from(text) });
  });
  const strategy = pipeline.link(read).strategies.find(({ name }) => name === 'One block');
  const converted = strategy?.convert();
  if (converted?.page === undefined) throw new Error('there is no page');
  const { text, trace } = converted.page;
  const { regions } = JSON.parse(trace) as TraceFile; // written by the pipeline itself
  const region = regions.find(({ caption }) => caption === 'It');
  if (region === undefined) throw new Error('the block has no region');
  const lines = text.split('\n');
  const all = [...read.flatMap(({ diagnostics }) => diagnostics), ...converted.diagnostics];
  return {
    states: region.states.map(({ from, to }) => lines.slice(from - 1, to).join('\n')).join('\n'),
    disposition: region.disposition,
    reason: region.reason,
    codes: [...new Set(all.filter(({ severity }) => severity !== 'info').map(({ code }) => code))].sort(),
    messages: all.map(({ code, message }) => `${code} ${message}`),
    assumptions: converted.assumptions,
  };
}
