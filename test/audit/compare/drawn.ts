// Strategies as they are drawn, for comparisons: blocks with their ports, and their text.
import type { StrategyShape } from '../../../src/audit/compare/shape.js';
import { createPipeline } from '../../../src/migrate.js';

const { value: pipeline } = createPipeline({
  selection: 'urs',
  notes: false,
  assumptions: {},
  version: '0.0.0',
  pages: false,
});

/** The shape of the one strategy in a text. */
export function shapeOfText(text: string, file = 'line.xml'): StrategyShape {
  if (pipeline === undefined) throw new Error('the settings are refused');
  const read = pipeline.read({ file, name: file, bytes: new TextEncoder().encode(text) });
  const [shape] = pipeline.link([read]).strategies.flatMap(({ convert }) => convert().shape?.() ?? []);
  if (shape === undefined) throw new Error('no strategy');
  return shape;
}

/** A block as it is drawn. */
export interface Drawn {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly green?: string;
  readonly red?: string;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The strategy of some blocks as IRD XML. */
export function xmlOf(
  blocks: readonly Drawn[],
  variables = '<Variable name="note" type="STRING" scope="local"/>',
): string {
  const objects = blocks.map(
    ({ id, type, name, properties }) =>
      `<Object id="${id}" type="${type}" name="${name}">${Object.entries(properties)
        .map(([key, value]) => `<Property name="${key}">${escape(value)}</Property>`)
        .join('')}</Object>`,
  );
  const links = blocks.flatMap(({ id, green, red }) =>
    Object.entries({ green, red }).flatMap(([port, to]) =>
      to === undefined ? [] : [`<Link id="${port}${id}" from="${id}" port="${port}" to="${to}"/>`],
    ),
  );
  return `<IRDExport version="8.1.400"><Strategy name="Line" type="strategy"><Variables>${variables}</Variables><Objects>${objects.join('\n')}</Objects><Links>${links.join('')}</Links></Strategy></IRDExport>`;
}
