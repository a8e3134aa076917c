// Reads an XML file into the located tree: saxes checks well-formedness and namespaces, this file keeps the offsets, the limits
// and the findings. Whatever the bytes are, the answer is a tree or diagnostics, never a throw.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { diagnose, wholeFile, type Diagnostic, type Outcome, type Span } from '../diagnostics/index.js';
import { decodeXml } from './decode.js';
import { explainEnd, explainFault, type FaultContext } from './faults.js';
import type { ElementNode } from './nodes.js';
import { sourceText, type SourceText } from './source.js';
import { treeBuilder, type TreeBuilder } from './tree-builder.js';
import { defaultLimits, type XmlDocument, type XmlLimits } from './tree.js';

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

const parserOptions = { xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' } as const;

/**
 * The parser with what it reads into. That is in its own fields, because V8 keeps an object that is given as many handlers as this one in a slow form
 * unless its class has fields enough: with plain variables instead the same text takes twice the time.
 */
class TreeParser extends SaxesParser<typeof parserOptions> {
  readonly source: SourceText;
  readonly tree: TreeBuilder;
  readonly findings: Diagnostic[] = [];
  elements = 0;
  /** Of the tag that is being read. */
  attributes = 0;
  /** Set by a finding after which nothing counts. */
  stopped = false;

  constructor(file: string, text: string) {
    super(parserOptions);
    this.source = sourceText(file, text);
    this.tree = treeBuilder(this.source);
  }
}

interface TextResult {
  readonly root: ElementNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function readText(text: string, file: string, limits: XmlLimits): TextResult {
  const parser = new TreeParser(file, text);
  const { source, tree, findings: diagnostics } = parser;

  const report = (finding: Diagnostic, stop: boolean): void => {
    diagnostics.push(finding);
    parser.stopped = stop || diagnostics.length >= mostFaults;
  };
  const here = (): Span => source.span(tree.next(), parser.position);
  const exceed = (what: string, limit: number): void => {
    report(diagnose('IRD1006', '', here(), { what, limit }), true);
  };
  const context = (): FaultContext => ({
    source,
    position: Math.min(parser.position, text.length),
    after: tree.after,
    open: tree.open,
    lastClosed: tree.lastClosed,
  });
  // saxes reads its chunk to the end, whatever was found: nothing counts after the first finding that stops.
  const unlessStopped =
    <T>(handle: (event: T) => void) =>
    (event: T): void => {
      if (!parser.stopped) handle(event);
    };

  parser.on(
    'error',
    unlessStopped(({ message }: Error) => {
      const { finding, stop } = explainFault(message, context());
      report(finding, stop);
    }),
  );
  parser.on(
    'doctype',
    unlessStopped(() => {
      report(diagnose('IRD1007', '', here(), {}), true);
    }),
  );
  parser.on(
    'opentagstart',
    unlessStopped(() => {
      parser.attributes = 0;
      parser.elements += 1;
      if (parser.elements > limits.elements) exceed('elements', limits.elements);
      else if (tree.depth >= limits.depth) exceed('levels of nested elements', limits.depth);
    }),
  );
  parser.on(
    'attribute',
    unlessStopped(() => {
      parser.attributes += 1;
      if (parser.attributes > limits.attributes) exceed('attributes of one element', limits.attributes);
    }),
  );
  parser.on(
    'opentag',
    unlessStopped((tag: SaxesTagNS) => {
      tree.openTag(tag, parser.position);
    }),
  );
  parser.on(
    'closetag',
    unlessStopped((tag: SaxesTagNS) => {
      tree.closeTag(tag.isSelfClosing, parser.position);
    }),
  );
  parser.on(
    'cdata',
    unlessStopped(() => {
      tree.cdata(parser.position);
    }),
  );
  parser.on(
    'comment',
    unlessStopped(() => {
      // saxes reports a comment at its second hyphen; what does not follow as `>` it reports as an error next.
      tree.comment(parser.position + 1);
    }),
  );
  const skip = unlessStopped(() => {
    tree.skip(parser.position);
  });
  parser.on('processinginstruction', skip);
  parser.on('xmldecl', skip);

  for (let at = 0; at < text.length && !parser.stopped; at += chunkLength) {
    parser.write(text.slice(at, at + chunkLength));
  }
  if (diagnostics.length === 0) {
    // What is wrong with the end of the file is seen best from where the last construct ended; saxes only lists the open tags.
    const fault = explainEnd(context(), tree.root !== undefined);
    if (fault) report(fault, true);
    else parser.close();
  }
  return { root: diagnostics.length === 0 ? tree.root : undefined, diagnostics };
}
