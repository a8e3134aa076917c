// Builds the located tree from the events of the parser. saxes says where a construct ends; where it begins, and what text lies before
// it, follows from where the last one ended.
import type { SaxesTagNS } from 'saxes';
import { AttributeNode, commentNode, ElementNode, nameTable, TextNode } from './nodes.js';
import type { SourceText } from './source.js';
import type { XmlNode } from './tree.js';

/** The tree so far. Each method takes the offset at which its construct ended. */
export interface TreeBuilder {
  readonly root: ElementNode | undefined;
  /** The innermost open element. */
  readonly open: ElementNode | undefined;
  readonly lastClosed: ElementNode | undefined;
  readonly depth: number;
  /** Where the last construct ended. */
  readonly after: number;
  /** Where the next construct begins, or -1: a `<` cannot stand in text. */
  next(): number;
  openTag(tag: SaxesTagNS, end: number): void;
  closeTag(isSelfClosing: boolean, end: number): void;
  cdata(end: number): void;
  comment(end: number): void;
  /** A processing instruction or the XML declaration: not in the tree, but it parts texts. */
  skip(end: number): void;
}

/** Starts with an empty tree over `source`. */
export function treeBuilder(source: SourceText): TreeBuilder {
  const qname = nameTable();
  const open: ElementNode[] = [];
  // Children of all open elements, innermost last, and where those of each begin: so each gets an array of its exact length.
  const pending: XmlNode[] = [];
  const firstChild: number[] = [];
  let root: ElementNode | undefined;
  let lastClosed: ElementNode | undefined;
  let after = 0;

  const add = (node: XmlNode): void => {
    if (open.length > 0) pending.push(node);
  };
  const next = (): number => source.text.indexOf('<', after);
  /** Takes the text before the next construct, which ends at `end`; returns where that construct begins. */
  const advance = (end: number): number => {
    const start = next();
    if (start > after) add(new TextNode(source, after, start, false));
    after = end;
    return start;
  };

  return {
    get root() {
      return root;
    },
    get open() {
      return open[open.length - 1];
    },
    get lastClosed() {
      return lastClosed;
    },
    get depth() {
      return open.length;
    },
    get after() {
      return after;
    },
    next,
    openTag: (tag, end) => {
      const start = advance(end);
      const element = new ElementNode(qname(tag), open[open.length - 1], source, start, end);
      const attributes = Object.values(tag.attributes);
      if (attributes.length > 0) {
        element.attributes = attributes.map(
          (read, index) => new AttributeNode(qname(read), read.value, element, index),
        );
      }
      root ??= element;
      open.push(element);
      firstChild.push(pending.length);
    },
    closeTag: (isSelfClosing, end) => {
      if (!isSelfClosing) advance(end);
      const element = open.pop();
      const first = firstChild.pop() ?? 0;
      if (!element) return;
      if (pending.length > first) element.children = pending.splice(first);
      element.end = after;
      lastClosed = element;
      add(element);
    },
    cdata: (end) => {
      const [from, to] = [advance(end) + '<![CDATA['.length, end - ']]>'.length];
      if (to > from) add(new TextNode(source, from, to, true));
    },
    comment: (end) => {
      add(commentNode(source, advance(end), end));
    },
    skip: (end) => {
      advance(end);
    },
  };
}
