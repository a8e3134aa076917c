// One block of a strategy: its type, caption, flags, notes, declared ports and properties.
import type { LocatedText, XmlElement } from '../../xml/index.js';
import type { SourceBlock, SourceRow } from '../source-model.js';
import type { BlockRule, PortRule } from './document.js';
import { shapeOf } from './known-names.js';
import { childPath } from './node-path.js';
import type { Path } from './path.js';
import type { Compiled } from './profile.js';
import { readProperties } from './read-properties.js';
import { shown } from './read-values.js';
import { eachElement, eachItem, report, type Reading } from './reading.js';
import { valueOf, type Item } from './select.js';

/** A block before its links are known. */
export interface BlockDraft {
  readonly element: XmlElement;
  readonly block: Omit<SourceBlock, 'ports'>;
  /** Names of the ports that the block itself defines (segments); undefined when it has green and red only. */
  readonly ownPorts: readonly string[] | undefined;
}

/** The head of a block: what its links and ports need before properties are read. */
export interface BlockHead {
  readonly element: XmlElement;
  readonly rule: Compiled<BlockRule>;
  readonly id: string;
  readonly node: string;
  /** Name of the strategy. */
  readonly strategy: string;
}

/** Finds the blocks of a strategy and their ids. */
export function findBlocks(
  strategy: XmlElement,
  strategyNode: string,
  reading: Reading,
): readonly BlockHead[] {
  const seen = new Map<string, XmlElement>();
  return eachElement(reading.profile.blocks, strategy, reading.marks).map(({ rule, item: element }) => {
    const written = textOf(rule.id, element, reading);
    const { line, column } = element.tagSpan.start;
    const id = written === '' ? `line ${line}, column ${column}` : written;
    const node = childPath(strategyNode, id);
    const first = seen.get(id);
    if (written === '') report(reading, 'IRD1303', node, element.tagSpan, { line });
    else if (first) report(reading, 'IRD1302', node, element.tagSpan, { id, line: first.tagSpan.start.line });
    if (!first) seen.set(id, element);
    return { element, rule, id, node, strategy: strategyNode };
  });
}

/** The text that `paths` give, without the blanks around it; '' when there is none. */
export const textOf = (paths: readonly Path[] | undefined, item: Item, reading: Reading): string =>
  (paths && valueOf(paths, item, reading.marks)?.text.trim()) ?? '';

/** Reads everything of a block but its links. */
export function readBlock(head: BlockHead, reading: Reading): BlockDraft {
  const { element, rule, id, node } = head;
  const { vocabulary } = reading.profile;
  const sourceType = textOf(rule.type, element, reading);
  const caption = textOf(rule.caption, element, reading);
  const decided = reading.retype?.({ strategy: head.strategy, type: sourceType, caption });
  // `Unknown`: what becomes of the block is decided, whatever its type.
  const retyped = decided === 'Unknown' ? undefined : decided;
  const known = retyped ?? (sourceType === '' ? undefined : vocabulary.blockType(sourceType));
  const type = known ?? 'Unknown';
  if (sourceType === '') report(reading, 'IRD1304', node, element.tagSpan, { id });
  else if (!known && decided === undefined)
    report(reading, 'IRD1305', node, element.tagSpan, { type: shown(sourceType), id });
  const disabled =
    readFlag(rule.disabled, head, false, reading) || !readFlag(rule.enabled, head, true, reading);
  const position = readPosition(head, reading);
  const notes = readNotes(element, reading);
  const shape = shapeOf(type);
  const read = readProperties(element, { node, type, sourceType, shape }, reading);
  const branches = shape === undefined || Object.hasOwn(shape, 'segments');
  return {
    element,
    block: {
      id,
      type,
      sourceType,
      caption,
      disabled,
      notes,
      ...read,
      ...(position ? { position } : {}),
      span: element.span,
    },
    ownPorts: branches ? portNames(read.rows['segments'] ?? []) : undefined,
  };
}

const portNames = (segments: readonly SourceRow[]): readonly string[] =>
  segments.flatMap(({ columns: { port } }) => (port?.kind === 'text' ? [port.value.trim()] : []));

function readFlag(
  paths: readonly Path[] | undefined,
  { element, node }: BlockHead,
  otherwise: boolean,
  reading: Reading,
): boolean {
  const text = paths && valueOf(paths, element, reading.marks);
  if (!text || text.text.trim() === '') return otherwise;
  const value = reading.profile.vocabulary.boolean(text.text);
  if (value === undefined) {
    report(reading, 'IRD1309', node, text.span(), { property: 'disabled', value: shown(text.text) });
  }
  return value ?? otherwise;
}

function readPosition(
  head: BlockHead,
  reading: Reading,
): { readonly x: number; readonly y: number } | undefined {
  const [x, y] = [head.rule.x, head.rule.y].map((paths) => {
    const text = paths && valueOf(paths, head.element, reading.marks);
    if (!text || text.text.trim() === '') return undefined;
    const value = Number(text.text.trim().replace(',', '.'));
    if (Number.isFinite(value)) return value;
    report(reading, 'IRD1308', head.node, text.span(), { property: 'position', value: shown(text.text) });
    return undefined;
  });
  return x === undefined || y === undefined ? undefined : { x, y };
}

function readNotes(element: XmlElement, reading: Reading): readonly LocatedText[] {
  const rules = reading.profile.comments.filter((rule) => rule.in === 'block');
  return rules.flatMap((rule) =>
    eachItem([rule], element, reading.marks).flatMap(({ item }) => {
      const text = valueOf(rule.text, item, reading.marks);
      return text && text.text.trim() !== '' ? [text] : [];
    }),
  );
}

/** A port that the file lists, with the element that lists it. */
export interface DeclaredPort {
  readonly item: Item;
  readonly name: string;
}

/** The ports that stand in a block. */
export function findPorts(element: XmlElement, reading: Reading): readonly DeclaredPort[] {
  const rules: readonly Compiled<PortRule>[] = reading.profile.ports;
  return rules.flatMap((rule) =>
    eachItem([rule], element, reading.marks).map(({ item }) => ({
      item,
      name: textOf(rule.name, item, reading),
    })),
  );
}
