// One diagram as a strategy: blocks, links, variables, notes and what is known about its making.
import { diagnose } from '../../diagnostics/index.js';
import { childElements, type XmlElement } from '../../xml/index.js';
import type {
  SourceBlock,
  SourceComment,
  SourceLink,
  SourceStrategy,
  SourceVariable,
} from '../source-model.js';
import { processTable, workflowTable } from './block-tables.js';
import { readDrawing } from './drawing.js';
import { readLinks } from './links.js';
import { portsOf } from './ports.js';
import { blockId, readBlock, writtenType, type BlockDraft } from './read-block.js';
import { countUnread, nodePath, type Reading } from './reading.js';
import { readVariables } from './variables.js';
import { ownText, plainAttributes, plainText, typeKey } from './xmi.js';

/** What tells workflows and interaction processes apart. */
export type DiagramKind = 'workflow' | 'process';

/** Everything that the file gives for one diagram. */
export interface DiagramSource {
  readonly element: XmlElement;
  readonly notations: readonly XmlElement[];
  readonly kind: DiagramKind;
  /** Name for a diagram that has none: the file's. */
  readonly fallbackName: string;
  /** Path of the file in findings. */
  readonly base: string;
}

/** Reads one diagram. Broken parts are reported and left as they are; the rest is read. */
export function readDiagram(reading: Reading, source: DiagramSource): SourceStrategy {
  const { element, kind } = source;
  const written = plainText(element, 'name').trim();
  const name = written === '' ? source.fallbackName : written;
  const base = nodePath(source.base, name);
  const drafts = readBlocks(reading, element, kind, base);
  const links = readLinks(reading, childElements(element, 'links'), drafts, base);
  const drawing = readDrawing(source.notations);
  const leaving = new Map<string, SourceLink[]>();
  for (const link of links) {
    const same = leaving.get(link.from);
    if (same) same.push(link);
    else leaving.set(link.from, [link]);
  }
  const blocks = drafts.map((draft): SourceBlock => {
    const position = drawing.positions.get(draft.block.id);
    const ports = portsOf(draft, leaving.get(draft.block.id) ?? []);
    return { ...draft.block, ports, ...(position ? { position } : {}) };
  });
  if (kind === 'process') reportProcess(reading, element, drafts, name, base);
  else checkEntries(reading, element, drafts, name, base);
  if (blocks.length === 0) {
    reading.diagnostics.push(diagnose('IRD1703', base, element.tagSpan, { diagram: name }));
  }
  return {
    kind: kind === 'process' ? 'process' : 'strategy',
    name,
    language: 'ecmascript',
    variables: drafts.flatMap((draft) => variablesOf(draft)),
    blocks,
    links,
    comments: [...drawing.comments, ...markupComments(element, drafts)],
    metadata: readMetadata(reading, element, kind, base),
    span: element.span,
  };
}

function readBlocks(
  reading: Reading,
  diagram: XmlElement,
  kind: DiagramKind,
  base: string,
): readonly BlockDraft[] {
  const taken = new Map<string, number>();
  return childElements(diagram, 'blocks').map((element) => {
    const id = blockId(reading, element, base, taken);
    const table = kind === 'process' ? processTable : workflowTable(typeKey(writtenType(element)));
    return readBlock(reading, element, table, id, base, isEntry(table?.type) ? ['variables'] : []);
  });
}

const isEntry = (type: string | undefined): boolean => type === 'ComposerEntry';

const variablesOf = (draft: BlockDraft): readonly SourceVariable[] =>
  isEntry(draft.block.type)
    ? readVariables(draft.owner, draft.element, `blocks[${draft.block.sourceType}]`)
    : [];

function checkEntries(
  reading: Reading,
  diagram: XmlElement,
  drafts: readonly BlockDraft[],
  name: string,
  base: string,
): void {
  const [first, ...more] = drafts.filter((draft) => isEntry(draft.block.type));
  if (!first && drafts.length > 0) {
    reading.diagnostics.push(diagnose('IRD1704', base, diagram.tagSpan, { diagram: name }));
  }
  for (const entry of more) {
    reading.diagnostics.push(
      diagnose('IRD1705', entry.owner.node, entry.element.tagSpan, {
        diagram: name,
        block: entry.owner.caption,
        first: first?.owner.caption ?? '',
      }),
    );
  }
}

function reportProcess(
  reading: Reading,
  diagram: XmlElement,
  drafts: readonly BlockDraft[],
  name: string,
  base: string,
): void {
  for (const draft of drafts) {
    reading.diagnostics.push(
      diagnose('IRD1718', draft.owner.node, draft.element.tagSpan, {
        block: draft.owner.caption,
        type: draft.block.sourceType,
        process: name,
      }),
    );
  }
  const events = childElements(diagram, 'events');
  for (const event of events)
    countUnread(reading, `${diagram.local}/events`, event.tagSpan, base, 'reported');
  const [first] = events;
  if (!first) return;
  reading.diagnostics.push(diagnose('IRD1719', base, first.tagSpan, { process: name, count: events.length }));
}

/** Namespaces that Composer declares in every diagram. */
const usualNamespace = /^http:\/\/www\.genesyslab\.com\/modules\//;
const readElsewhere: Readonly<Record<DiagramKind, ReadonlySet<string>>> = {
  workflow: new Set(['blocks', 'links']),
  process: new Set(['blocks', 'links', 'events', 'eventsBackup']),
};

function readMetadata(
  reading: Reading,
  diagram: XmlElement,
  kind: DiagramKind,
  base: string,
): Record<string, string> {
  const metadata: Record<string, string> = {};
  for (const { local, value } of plainAttributes(diagram)) {
    if (local === 'name' || value.text.trim() === '') continue;
    metadata[local === 'designedUsing' ? 'composer' : local] = value.text;
  }
  const history: string[] = [];
  for (const child of childElements(diagram)) {
    const text = ownText(child)?.text.trim() ?? '';
    if (readElsewhere[kind].has(child.local)) continue;
    if (child.local === 'history') history.push(text);
    else if (child.local === 'waitForEvent') metadata['waitForEvent'] = text;
    else if (child.local === 'namespaces') {
      const uri = plainText(child, 'value');
      if (!usualNamespace.test(uri)) metadata[`namespace ${plainText(child, 'name')}`] = uri;
    } else {
      countUnread(reading, `${diagram.local}/${child.local}`, child.tagSpan, base, 'lost');
    }
  }
  if (history.length > 0) metadata['history'] = history.join(', ');
  return metadata;
}

/** XML comments in the diagram; those inside a block belong to it. */
function markupComments(diagram: XmlElement, drafts: readonly BlockDraft[]): readonly SourceComment[] {
  const inside = (element: XmlElement, block?: string): readonly SourceComment[] =>
    element.children.flatMap((child) =>
      child.kind === 'comment'
        ? [{ text: child.value, span: child.span, ...(block === undefined ? {} : { block }) }]
        : [],
    );
  return [...inside(diagram), ...drafts.flatMap((draft) => inside(draft.element, draft.block.id))];
}
