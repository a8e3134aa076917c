// Reads an XML file into the located tree: saxes checks well-formedness and namespaces, this file keeps the offsets, the limits
// and the findings. Whatever the bytes are, the answer is a tree or diagnostics, never a throw.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { diagnose, wholeFile, type Diagnostic, type Outcome } from '../diagnostics/index.js';
import { decodeXml } from './decode.js';
import { explainEnd, explainFault, type FaultContext } from './faults.js';
import { AttributeNode, commentNode, ElementNode, nameTable, TextNode } from './nodes.js';
import { sourceText } from './source.js';
import { defaultLimits, type XmlDocument, type XmlLimits, type XmlNode } from './tree.js';

/** Characters that are handed to saxes at a time: after a violated limit it still reads to the end of its chunk. */
const chunkLength = 16_384;
/** Findings about well-formedness in one file; later ones are mostly consequences of the first. */
const mostFaults = 5;

/**
 * Reads `bytes` into a tree. No tree is returned when the file is not well-formed, holds a document type declaration, is in an
 * unknown encoding or exceeds `limits`; each of these is a diagnostic with its place.
 */
export function readXml(
  bytes: Uint8Array,
  file: string,
  limits: Partial<XmlLimits> = {},
): Outcome<XmlDocument | undefined> {
  const all: XmlLimits = { ...defaultLimits, ...limits };
  if (bytes.length > all.bytes) {
    const data = { what: 'bytes', limit: all.bytes };
    return { value: undefined, diagnostics: [diagnose('IRD1006', '', wholeFile(file), data)] };
  }
  const decoded = decodeXml(bytes, file);
  if (!decoded.value) return { value: undefined, diagnostics: decoded.diagnostics };
  const { text, encoding } = decoded.value;
  const read = readText(text, file, all);
  const diagnostics = [...decoded.diagnostics, ...read.diagnostics];
  return { value: read.root && { file, text, encoding, root: read.root }, diagnostics };
}

interface TextResult {
  readonly root: ElementNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function readText(text: string, file: string, limits: XmlLimits): TextResult {
  const source = sourceText(file, text);
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const diagnostics: Diagnostic[] = [];
  const qname = nameTable();
  const open: ElementNode[] = [];
  /** Children of all open elements, innermost last, and where those of each open element begin: each gets an array of its exact length. */
  const pending: XmlNode[] = [];
  const firstChild: number[] = [];
  let root: ElementNode | undefined;
  let lastClosed: ElementNode | undefined;
  /** Where the last construct ended: the next `<` from here opens the next one, what lies between is text. */
  let after = 0;
  let elements = 0;
  let attributes = 0;
  let stopped = false;

  const report = (finding: Diagnostic, stop: boolean): void => {
    if (stopped) return;
    diagnostics.push(finding);
    stopped = stop || diagnostics.length >= mostFaults;
  };
  const exceed = (what: string, limit: number): void => {
    report(diagnose('IRD1006', '', source.span(nextConstruct(), parser.position), { what, limit }), true);
  };
  const top = (): ElementNode | undefined => open[open.length - 1];
  const add = (node: XmlNode): void => {
    if (open.length > 0) pending.push(node);
  };
  const takeText = (until: number): void => {
    if (until > after) add(new TextNode(source, after, until, false));
  };
  const nextConstruct = (): number => text.indexOf('<', after);
  const context = (): FaultContext => ({
    source,
    position: Math.min(parser.position, text.length),
    after,
    open: top(),
    lastClosed,
  });

  parser.on('error', (error) => {
    if (stopped) return;
    const fault = explainFault(error.message, context());
    report(fault.finding, fault.stop);
  });
  parser.on('doctype', () => {
    const start = nextConstruct();
    report(diagnose('IRD1007', '', source.span(start, parser.position), {}), true);
  });
  parser.on('opentagstart', () => {
    if (stopped) return;
    attributes = 0;
    elements += 1;
    if (elements > limits.elements) exceed('elements', limits.elements);
    if (open.length >= limits.depth) exceed('levels of nested elements', limits.depth);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (!stopped && attributes > limits.attributes) {
      exceed('attributes of one element', limits.attributes);
    }
  });
  parser.on('opentag', (tag) => {
    if (stopped) return;
    const start = nextConstruct();
    takeText(start);
    after = parser.position;
    const element = elementOf(tag, top(), start, after);
    root ??= element;
    open.push(element);
    firstChild.push(pending.length);
  });
  parser.on('closetag', (tag) => {
    if (stopped) return;
    if (!tag.isSelfClosing) {
      takeText(nextConstruct());
      after = parser.position;
    }
    const element = open.pop();
    const first = firstChild.pop() ?? 0;
    if (!element) return;
    if (pending.length > first) element.children = pending.splice(first);
    element.end = after;
    lastClosed = element;
    add(element);
  });
  parser.on('cdata', () => {
    if (stopped) return;
    const start = nextConstruct();
    takeText(start);
    after = parser.position;
    const [from, to] = [start + '<![CDATA['.length, after - ']]>'.length];
    if (to > from) add(new TextNode(source, from, to, true));
  });
  parser.on('comment', () => {
    if (stopped) return;
    const start = nextConstruct();
    takeText(start);
    // saxes reports a comment at its second hyphen; what does not follow as `>` it reports as an error next.
    after = parser.position + 1;
    add(commentNode(source, start, after));
  });
  const skipInstruction = (): void => {
    if (stopped) return;
    takeText(nextConstruct());
    after = parser.position;
  };
  parser.on('processinginstruction', skipInstruction);
  parser.on('xmldecl', skipInstruction);

  const elementOf = (
    tag: SaxesTagNS,
    parent: ElementNode | undefined,
    start: number,
    tagEnd: number,
  ): ElementNode => {
    const element = new ElementNode(qname(tag), parent, source, start, tagEnd);
    const list = Object.values(tag.attributes);
    if (list.length > 0) {
      element.attributes = list.map(
        (read, index) => new AttributeNode(qname(read), read.value, element, index),
      );
    }
    return element;
  };

  for (let at = 0; at < text.length && !stopped; at += chunkLength) {
    parser.write(text.slice(at, at + chunkLength));
  }
  if (!stopped && diagnostics.length === 0) {
    // What is wrong with the end of the file is seen best from where the last construct ended; saxes only lists the open tags.
    const fault = explainEnd(context(), root !== undefined);
    if (fault) report(fault, true);
    else parser.close();
  }
  return { root: diagnostics.length === 0 ? root : undefined, diagnostics };
}
