// One strategy: its variables, links, comments and metadata, then its blocks. What has a fixed place comes first, because blocks may
// be found by a wildcard that takes what is left.
import type { XmlElement } from '../../xml/index.js';
import type {
  SourceBlock,
  SourceComment,
  SourceLink,
  SourceStrategy,
  SourceValue,
  SourceVariable,
} from '../source-model.js';
import type { StrategyRule } from './document.js';
import type { Compiled } from './profile.js';
import { findBlocks, readBlock, textOf } from './read-block.js';
import { findBlockLinks, findStrategyLinks, joinLinks, portsOf } from './read-links.js';
import { childPath, memberPath } from './node-path.js';
import { readPairs } from './read-properties.js';
import { readValue, shown } from './read-values.js';
import { eachItem, placeOf, report, reportStrange, type Reading } from './reading.js';
import { valueOf, type Item } from './select.js';

/** Reads the strategy that stands in `element`. `fallback` names it when the file does not. */
export function readStrategy(
  element: XmlElement,
  rule: Compiled<StrategyRule>,
  fallback: string,
  reading: Reading,
): SourceStrategy {
  const written = textOf(rule.name, element, reading);
  const name = written === '' ? fallback : written;
  if (written === '') report(reading, 'IRD1311', name, element.tagSpan, { name });
  const kind = readKind(rule, element, name, reading);
  const variables = readVariables(element, name, reading);
  const strategyLinks = findStrategyLinks(element, reading);
  const comments = readComments(element, reading);
  const metadata = readMetadata(element, reading);

  const heads = findBlocks(element, name, reading);
  const found = heads.map((head) => {
    const links = findBlockLinks(head, reading);
    return { links, draft: readBlock(head, reading) };
  });
  const byId = new Map(found.map(({ draft }) => [draft.block.id, draft]));
  const drafts = [...strategyLinks, ...found.flatMap(({ links }) => links.links)];
  const ends = found.flatMap(({ links }) => links.ends);
  const links = joinLinks(drafts, ends, byId, name, reading);
  const leaving = new Map<string, SourceLink[]>();
  for (const link of links) {
    const list = leaving.get(link.from);
    if (list) list.push(link);
    else leaving.set(link.from, [link]);
  }
  const blocks = found.map(({ links: { ports }, draft }): SourceBlock => ({
    ...draft.block,
    ports: portsOf(draft, ports, leaving.get(draft.block.id) ?? [], reading),
  }));
  reportStrange(reading);
  return { kind, name, language: 'ird', variables, blocks, links, comments, metadata, span: element.span };
}

function readKind(
  rule: Compiled<StrategyRule>,
  element: XmlElement,
  node: string,
  reading: Reading,
): 'strategy' | 'subroutine' | 'macro' {
  const text = rule.kind && valueOf(rule.kind, element, reading.marks);
  if (!text || text.text.trim() === '') return 'strategy';
  const kind = reading.profile.vocabulary.kind(text.text);
  if (!kind)
    report(reading, 'IRD1312', node, text.span(), {
      what: 'kind of strategy',
      word: shown(text.text),
      used: 'strategy',
    });
  return kind ?? 'strategy';
}

function readVariables(strategy: XmlElement, node: string, reading: Reading): readonly SourceVariable[] {
  const { variables, vocabulary } = reading.profile;
  return eachItem(variables, strategy, reading.marks).map(({ rule, item }) => {
    const name = textOf(rule.name, item, reading);
    const own = memberPath(node, 'variable', name);
    if (name === '') report(reading, 'IRD1313', node, placeOf(item), {});
    const type = vocabulary.variableType(textOf(rule.type, item, reading));
    const word = rule.direction && valueOf(rule.direction, item, reading.marks);
    const blank = !word || word.text.trim() === '';
    const direction = blank ? 'local' : vocabulary.direction(word.text);
    if (!blank && !direction) {
      report(reading, 'IRD1312', own, word.span(), {
        what: 'direction of a variable',
        word: shown(word.text),
        used: 'local',
      });
    }
    const written = rule.value && valueOf(rule.value, item, reading.marks);
    const initial = readInitial(written, type, childPath(own, 'initial'), reading);
    return {
      name,
      type,
      ...(initial ? { initial } : {}),
      direction: direction ?? 'local',
      description: textOf(rule.description, item, reading),
      span: placeOf(item),
    };
  });
}

/** The value before the first block. A text without quotes is taken as the text itself when the variable holds texts. */
function readInitial(
  text: ReturnType<typeof valueOf>,
  type: string,
  node: string,
  reading: Reading,
): SourceValue | undefined {
  if (!text || text.text.trim() === '') return undefined;
  const place = { node, blockType: '', key: 'value' };
  const quoted = /^\s*(['"]).*\1\s*$/s.test(text.text);
  if (!quoted && (type === 'STRING' || type === '')) return readValue('text', text, place, reading);
  if (!quoted && type === 'LIST') return readValue('list', text, place, reading);
  return readValue('expression', text, place, reading);
}

function readComments(strategy: XmlElement, reading: Reading): readonly SourceComment[] {
  const rules = reading.profile.comments.filter((rule) => rule.in === 'strategy');
  return eachItem(rules, strategy, reading.marks).flatMap(
    ({ rule, item }: { rule: (typeof rules)[number]; item: Item }) => {
      const text = valueOf(rule.text, item, reading.marks);
      const block = textOf(rule.block, item, reading);
      if (!text || text.text.trim() === '') return [];
      return [{ text, ...(block === '' ? {} : { block }), span: placeOf(item) }];
    },
  );
}

function readMetadata(strategy: XmlElement, reading: Reading): Readonly<Record<string, string>> {
  const found = new Map<string, string>();
  for (const { name, value } of readPairs(reading.profile.metadata, strategy, reading)) {
    const text = value.text.trim();
    if (text === '') continue;
    const before = found.get(name);
    found.set(name, before === undefined ? text : `${before}; ${text}`);
  }
  return Object.fromEntries(found);
}
