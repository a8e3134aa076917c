// Reads an XML file into the located tree: saxes checks well-formedness and namespaces, this file keeps the offsets, the limits
// and the findings. Whatever the bytes are, the answer is a tree or diagnostics, never a throw.
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { diagnose, wholeFile, type Diagnostic, type Outcome, type Span } from '../diagnostics/index.js';
import { decodeXml } from './decode.js';
import { explainEnd, explainFault, type FaultContext } from './faults.js';
import type { ElementNode } from './nodes.js';
import { sourceText } from './source.js';
import { treeBuilder } from './tree-builder.js';
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

interface TextResult {
  readonly root: ElementNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

function readText(text: string, file: string, limits: XmlLimits): TextResult {
  const source = sourceText(file, text);
  const tree = treeBuilder(source);
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const diagnostics: Diagnostic[] = [];
  let elements = 0;
  let attributes = 0;
  let stopped = false;

  const report = (finding: Diagnostic, stop: boolean): void => {
    diagnostics.push(finding);
    stopped = stop || diagnostics.length >= mostFaults;
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
      if (!stopped) handle(event);
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
      attributes = 0;
      elements += 1;
      if (elements > limits.elements) exceed('elements', limits.elements);
      else if (tree.depth >= limits.depth) exceed('levels of nested elements', limits.depth);
    }),
  );
  parser.on(
    'attribute',
    unlessStopped(() => {
      attributes += 1;
      if (attributes > limits.attributes) exceed('attributes of one element', limits.attributes);
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

  for (let at = 0; at < text.length && !stopped; at += chunkLength) {
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
