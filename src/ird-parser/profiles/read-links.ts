// The links of a strategy, wherever a layout keeps them: in a list of their own, at the block or port where they start or end, or
// split, with the blocks naming links by id.
import type { Span } from '../../diagnostics/index.js';
import type { SourceLink, SourcePort } from '../source-model.js';
import type { XmlElement } from '../../xml/index.js';
import type { LinkEndRule, LinkRule } from './document.js';
import type { Compiled } from './profile.js';
import { findPorts, textOf, type BlockDraft, type BlockHead, type DeclaredPort } from './read-block.js';
import { eachItem, placeOf, report, type Reading } from './reading.js';
import { isElement, type Item } from './select.js';

/** A link as its rules gave it; '' is what they did not give. */
interface LinkDraft {
  readonly id: string;
  readonly from: string;
  readonly port: string;
  readonly to: string;
  readonly span: Span;
}

/** One end of a link, named by the link's id. */
interface LinkEnd {
  readonly link: string;
  readonly end: 'from' | 'to';
  readonly block: string;
  readonly port: string;
  readonly span: Span;
}

/** What a block says about links, with the ports that it lists. */
export interface BlockLinks {
  readonly ports: readonly DeclaredPort[];
  readonly links: readonly LinkDraft[];
  readonly ends: readonly LinkEnd[];
}

/** Links that stand in the strategy itself. */
export function findStrategyLinks(strategy: XmlElement, reading: Reading): readonly LinkDraft[] {
  return rulesIn(reading.profile.links, 'strategy').flatMap((rule) =>
    linksBy(rule, strategy, undefined, reading),
  );
}

/** Ports, links and ends of links that stand in a block. */
export function findBlockLinks({ element, id }: BlockHead, reading: Reading): BlockLinks {
  const { links, linkEnds } = reading.profile;
  const ports = findPorts(element, reading);
  const inBlock: Owner = { block: id, port: '' };
  const places: readonly { item: Item; owner: Owner; where: 'block' | 'port' }[] = [
    { item: element, owner: inBlock, where: 'block' },
    ...ports.map(({ item, name }) => ({ item, owner: { block: id, port: name }, where: 'port' as const })),
  ];
  return {
    ports,
    links: places.flatMap(({ item, owner, where }) =>
      rulesIn(links, where).flatMap((rule) => linksBy(rule, item, owner, reading)),
    ),
    ends: places.flatMap(({ item, owner, where }) =>
      rulesIn(linkEnds, where).flatMap((rule) => endsBy(rule, item, owner, reading)),
    ),
  };
}

interface Owner {
  readonly block: string;
  readonly port: string;
}

const rulesIn = <R extends { readonly in: string }>(rules: readonly R[], where: string): readonly R[] =>
  rules.filter((rule) => rule.in === where);

function linksBy(
  rule: Compiled<LinkRule>,
  context: Item,
  owner: Owner | undefined,
  reading: Reading,
): readonly LinkDraft[] {
  return eachItem([rule], context, reading.marks).flatMap(({ item }) => {
    const from = textOf(rule.from, item, reading);
    const to = textOf(rule.to, item, reading);
    // A port or attribute that leads nowhere is not a link, but a port that is not connected.
    if (from === '' && to === '' && owner && (item === context || !isElement(item))) return [];
    const port = textOf(rule.port, item, reading);
    const startsHere = owner !== undefined && rule.from === undefined;
    const endsHere = owner !== undefined && !startsHere && rule.to === undefined;
    return [
      {
        id: textOf(rule.id, item, reading),
        from: startsHere ? owner.block : from,
        port: port === '' && startsHere ? owner.port : port,
        to: endsHere ? owner.block : to,
        span: placeOf(item),
      },
    ];
  });
}

function endsBy(
  rule: Compiled<LinkEndRule>,
  context: Item,
  owner: Owner,
  reading: Reading,
): readonly LinkEnd[] {
  return eachItem([rule], context, reading.marks).flatMap(({ item }) => {
    const link = textOf(rule.link, item, reading);
    if (link === '') return [];
    const port = textOf(rule.port, item, reading);
    return [
      { link, end: rule.end, block: owner.block, port: port === '' ? owner.port : port, span: placeOf(item) },
    ];
  });
}

/** Puts the parts of each link together and spells its port as the block that it leaves does. */
export function joinLinks(
  drafts: readonly LinkDraft[],
  ends: readonly LinkEnd[],
  blocks: ReadonlyMap<string, BlockDraft>,
  strategyNode: string,
  reading: Reading,
): readonly SourceLink[] {
  const { vocabulary } = reading.profile;
  const starts = endsByLink(ends, 'from', strategyNode, reading);
  const finishes = endsByLink(ends, 'to', strategyNode, reading);
  const known = new Set(drafts.map(({ id }) => id));
  const alone = [...new Map(ends.map((end) => [end.link, end])).values()].filter(
    ({ link }) => !known.has(link),
  );
  const all: readonly LinkDraft[] = [
    ...drafts,
    ...alone.map(({ link, span }) => ({ id: link, from: '', port: '', to: '', span })),
  ];
  return all.map((draft) => {
    const start = draft.id === '' ? undefined : starts.get(draft.id);
    const from = draft.from || (start?.block ?? '');
    const to = draft.to || ((draft.id === '' ? undefined : finishes.get(draft.id)?.block) ?? '');
    const port = vocabulary.port(draft.port || start?.port || 'green', blocks.get(from)?.ownPorts);
    const id = draft.id || `${from}:${port}:${to}`;
    for (const [end, block] of [
      ['from', from],
      ['to', to],
    ] as const) {
      if (block === '') report(reading, 'IRD1306', strategyNode, draft.span, { id, end });
    }
    return { id, from, port, to, kind: 'output', span: draft.span };
  });
}

/** The blocks at one end of the links, by the id of the link; a second block at the same end is reported. */
function endsByLink(
  ends: readonly LinkEnd[],
  which: 'from' | 'to',
  strategyNode: string,
  reading: Reading,
): ReadonlyMap<string, LinkEnd> {
  const found = new Map<string, LinkEnd>();
  for (const end of ends) {
    if (end.end !== which) continue;
    const first = found.get(end.link);
    if (!first) found.set(end.link, end);
    else {
      const blocks = { first: first.block, second: end.block };
      report(reading, 'IRD1314', strategyNode, end.span, { id: end.link, end: which, ...blocks });
    }
  }
  return found;
}

/** The ports of a block: those that it lists, then those that only its links name. */
export function portsOf(
  draft: BlockDraft,
  declared: readonly DeclaredPort[],
  links: readonly SourceLink[],
  reading: Reading,
): readonly SourcePort[] {
  const ports = new Map<string, SourcePort>();
  const add = (name: string, span: Span): void => {
    if (name !== '' && !ports.has(name)) ports.set(name, { name, kind: 'output', span });
  };
  for (const { item, name } of declared) {
    if (name !== '') add(reading.profile.vocabulary.port(name, draft.ownPorts), placeOf(item));
  }
  for (const { port, span } of links) add(port, span);
  return [...ports.values()];
}
