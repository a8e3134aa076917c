// Output and exception ports of a block. A diagram does not list them: they follow from the block's type, its conditions, its exceptions and
// from the links that leave it.
import { diagnose } from '../../diagnostics/index.js';
import type { SourceLink, SourcePort, SourceRow } from '../source-model.js';
import type { BlockDraft } from './read-block.js';

/** How the links of a block call its ports, and how we do. */
export interface PortNames {
  /** Our name of the output port that a link calls `name`. */
  output(name: string): string;
  /** The event that the exception stands for which a link calls `name`. */
  exception(name: string): string;
}

const textIn = (row: SourceRow, column: string): string => {
  const value = row.columns[column];
  return value?.kind === 'text' ? value.value : '';
};

const eventOf = (row: SourceRow): string => textIn(row, 'event') || textIn(row, 'name');

/** Port names of exceptions, by row: the event, or the exception's own name when several share an event. */
function exceptionPorts(rows: readonly SourceRow[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const row of rows) uses.set(eventOf(row), (uses.get(eventOf(row)) ?? 0) + 1);
  return rows.map((row) => {
    const event = eventOf(row);
    return ((uses.get(event) ?? 0) > 1 && textIn(row, 'name')) || event;
  });
}

/** The names of a block's ports in the links that leave it. */
export function portNames(draft: BlockDraft): PortNames {
  const rows = draft.block.rows['exceptions'] ?? [];
  const ports = exceptionPorts(rows);
  const exceptions = new Map(rows.map((row, index) => [textIn(row, 'name'), ports[index] ?? '']));
  // In a link the optional port `busyTreatments` is called "Busy Treatments".
  const optional = new Map(
    Object.keys(draft.table?.optionalPorts ?? {}).map((port) => [port.toLowerCase(), port]),
  );
  return {
    output: (name) => (name === '' ? 'default' : (optional.get(name.replace(' ', '').toLowerCase()) ?? name)),
    exception: (name) => exceptions.get(name) ?? name,
  };
}

/** All ports of a block: output ports in the order in which Composer tries them, then exceptions. */
export function portsOf(draft: BlockDraft, links: readonly SourceLink[]): readonly SourcePort[] {
  const { table, element, owner, block } = draft;
  const ports = new Map<string, SourcePort>();
  const add = (port: SourcePort): boolean => {
    const key = `${port.kind} ${port.name}`;
    if (ports.has(key)) return false;
    ports.set(key, port);
    return true;
  };
  for (const condition of block.rows['conditions'] ?? []) {
    const name = condition.columns['name'];
    if (name?.kind !== 'text') continue;
    const span = name.source.span();
    if (name.value !== 'default' && add({ name: name.value, kind: 'output', span })) continue;
    owner.reading.diagnostics.push(
      diagnose('IRD1715', owner.node, span, { block: owner.caption, port: name.value }),
    );
  }
  for (const name of table?.ports ?? []) add({ name, kind: 'output', span: element.tagSpan });
  for (const [name, flag] of Object.entries(table?.optionalPorts ?? {})) {
    const value = block.properties[flag];
    if (value?.kind === 'boolean' && value.value) add({ name, kind: 'output', span: element.tagSpan });
  }
  for (const link of links) {
    if (link.kind !== 'output' || !add({ name: link.port, kind: 'output', span: link.span })) continue;
    if (!table || table.freePorts || Object.hasOwn(table.optionalPorts, link.port)) continue;
    owner.reading.diagnostics.push(
      diagnose('IRD1714', owner.node, link.span, { block: owner.caption, port: link.port }),
    );
  }
  const exceptions = block.rows['exceptions'] ?? [];
  exceptionPorts(exceptions).forEach((name, index) => {
    if (name !== '') add({ name, kind: 'exception', span: exceptions[index]?.span ?? element.tagSpan });
  });
  for (const link of links) {
    if (link.kind === 'exception') add({ name: link.port, kind: 'exception', span: link.span });
  }
  return [...ports.values()];
}
