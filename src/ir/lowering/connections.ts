// Ports and links: which block leads where. A port that the file does not list is implied by what is known about the block, or by a link.
import { diagnose } from '../../diagnostics/index.js';
import type { SourceBlock, SourceLink, SourceStrategy } from '../../ird-parser/source-model.js';
import { distinct, memberId } from '../node-id.js';
import type { Link, NodeId, Port, PortRole } from '../nodes.js';
import type { ObjectFact } from '../vocabulary/facts.js';
import { objectFact } from '../vocabulary/objects.js';
import type { Lowering, Place } from './context.js';

/** A block of the source with the names that lowering gives it. */
export interface NamedBlock {
  readonly source: SourceBlock;
  readonly id: string;
  readonly place: Place;
}

export interface Connections {
  readonly links: readonly Link[];
  /** The ports of each block, in the order of the blocks. */
  readonly ports: readonly (readonly Port[])[];
}

/** Connects the blocks of a strategy. Links that lead nowhere, or twice from one port, are reported. */
export function connect(strategy: SourceStrategy, blocks: readonly NamedBlock[], cx: Lowering): Connections {
  const byId = new Map(blocks.toReversed().map((block) => [block.source.id, block]));
  const outgoing = new Map<NamedBlock, SourceLink[]>();
  const keys = distinct(strategy.links.map((link) => link.id || `${link.from} ${link.port} ${link.to}`));
  const links = strategy.links.map((link, index): Link => {
    const from = byId.get(link.from);
    const to = byId.get(link.to);
    const id = memberId(cx.strategy, 'link', keys[index] ?? '');
    reportLooseEnds(link, id, from, to, cx);
    const list = from && outgoing.get(from);
    if (list) list.push(link);
    else if (from) outgoing.set(from, [link]);
    return { id, from: from?.id, port: link.port, to: to?.id, span: link.span };
  });
  const targetOf = (link: SourceLink): NamedBlock | undefined => byId.get(link.to);
  const ports = blocks.map((block) => portsOf(block, { links: outgoing.get(block) ?? [], targetOf, cx }));
  return { links, ports };
}

/** Ends that name no block. Ends that are missing, and all those of diagrams, are reported where the file is read. */
function reportLooseEnds(
  link: SourceLink,
  id: NodeId,
  from: NamedBlock | undefined,
  to: NamedBlock | undefined,
  cx: Lowering,
): void {
  if (cx.language === 'ecmascript' || link.from === '' || link.to === '') return;
  if (from === undefined) {
    cx.diagnostics.push(diagnose('IRD2107', id, link.span, { from: link.from, to: link.to }));
  } else if (to === undefined) {
    const data = { block: from.place.label, port: link.port, to: link.to };
    cx.diagnostics.push(diagnose('IRD2106', id, link.span, data));
  }
}

interface PortScope {
  /** Links that leave the block. */
  readonly links: readonly SourceLink[];
  readonly targetOf: (link: SourceLink) => NamedBlock | undefined;
  readonly cx: Lowering;
}

type Kind = SourceLink['kind'];
type Draft = Pick<Port, 'name' | 'implied' | 'span'> & { readonly kind: Kind };

function portsOf(block: NamedBlock, scope: PortScope): readonly Port[] {
  const { source } = block;
  const fact = objectFact(source.type);
  const branches = branchNames(source, fact);
  const known = [...branches, ...fact.ports.map((port) => port.name)];
  const drafts: Draft[] = source.ports.map((port) => ({ ...port, implied: false }));
  const listed = new Set(drafts.map(keyOf));
  const imply = (draft: Draft): void => {
    if (listed.has(keyOf(draft))) return;
    listed.add(keyOf(draft));
    drafts.push(draft);
  };
  for (const name of known) imply({ name, kind: 'output', implied: true, span: source.span });
  const links = fact.fansOut ? sideBySide(scope.links) : scope.links;
  for (const { port: name, kind, span } of links) imply({ name, kind, implied: true, span });
  reportUnknown(block, drafts, new Set(known), scope.cx);

  const linked = linksByPort(block, { ...scope, links });
  const keys = distinct(drafts.map(keyOf));
  return drafts.map((draft, index) => {
    const key = keys[index] ?? '';
    const again = key !== keyOf(draft);
    if (again) {
      const data = { block: block.place.label, port: draft.name };
      scope.cx.diagnostics.push(diagnose('IRD2111', block.place.node, draft.span, data));
    }
    const link = again ? undefined : linked.get(key);
    return {
      id: portId(block.place.node, draft.kind, key),
      name: draft.name,
      role: roleOf(draft, fact, branches),
      target: link && scope.targetOf(link)?.id,
      implied: draft.implied,
      span: draft.span,
    };
  });
}

// An output and an exception may have one name.
const keyOf = ({ kind, name }: Pick<Draft, 'kind' | 'name'>): string => `${kind} ${name}`;

const portId = (block: NodeId, kind: Kind, key: string): NodeId =>
  memberId(block, kind === 'exception' ? 'exception' : 'port', key.slice(kind.length + 1));

/** The ports that the rows of a block name: one for each segment or condition. */
function branchNames(source: SourceBlock, { branches }: ObjectFact): ReadonlySet<string> {
  if (branches === undefined) return new Set();
  const [rows, column] = branches;
  const names = (source.rows[rows] ?? []).map((row) => {
    const value = row.columns[column];
    return value?.kind === 'text' ? value.value.trim() : '';
  });
  return new Set(names.filter((name) => name !== ''));
}

function roleOf({ name, kind }: Draft, fact: ObjectFact, branches: ReadonlySet<string>): PortRole {
  if (kind === 'exception') return 'exception';
  const known = fact.ports.find((port) => port.name === name);
  if (known !== undefined) return known.role;
  if (branches.has(name) || name === '') return 'branch';
  const usual: Readonly<Record<string, PortRole>> = { green: 'success', red: 'failure', default: 'default' };
  return Object.hasOwn(usual, name) ? (usual[name] ?? 'branch') : 'branch';
}

/** Links of a block that starts branches side by side: each gets a port of its own. */
function sideBySide(links: readonly SourceLink[]): readonly SourceLink[] {
  const names = distinct(links.map((link) => link.port));
  return links.map((link, index) => ({ ...link, port: names[index] ?? link.port }));
}

/** The link that each port leads by; a second one is reported. */
function linksByPort(block: NamedBlock, { links, targetOf, cx }: PortScope): ReadonlyMap<string, SourceLink> {
  const first = new Map<string, SourceLink>();
  for (const link of links) {
    const key = keyOf({ kind: link.kind, name: link.port });
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, link);
      continue;
    }
    const name = (of: SourceLink): string => targetOf(of)?.place.label ?? `"${of.to}"`;
    const data = { block: block.place.label, port: link.port, first: name(earlier), second: name(link) };
    cx.diagnostics.push(diagnose('IRD2108', block.place.node, link.span, data));
  }
  return first;
}

/** Ports of Composer blocks follow from their types and are checked where they are read. */
function reportUnknown(
  block: NamedBlock,
  drafts: readonly Draft[],
  known: ReadonlySet<string>,
  cx: Lowering,
): void {
  const { type, sourceType } = block.source;
  if (cx.language === 'ecmascript' || objectFact(type).openPorts) return;
  for (const { name, span } of drafts) {
    if (known.has(name)) continue;
    const data = { block: block.place.label, type: sourceType, port: name };
    cx.diagnostics.push(diagnose('IRD2109', block.place.node, span, data));
  }
}
