// Entry point for Composer diagrams: workflows (`.workflow`) and interaction processes (`.ixnprocess`), XMI of both generations.
import { diagnose, type Outcome } from '../../diagnostics/index.js';
import { childElements, type XmlDocument, type XmlElement } from '../../xml/index.js';
import type { SourceFile } from '../source-model.js';
import { readDiagram, type DiagramKind } from './read-diagram.js';
import { countUnread, finishReading, startReading, unreadItems } from './reading.js';
import { diagramKind, idOf, isNotation, isXmiRoot, plainText, typeOf, typeSpelling } from './xmi.js';

/** Whether a document is to be read by `readComposer` and not by an export profile: XMI, or a bare Composer diagram. */
export const isComposerDocument = (document: XmlDocument): boolean =>
  isXmiRoot(document.root) || diagramKind(document.root) !== undefined;

const kinds: ReadonlyMap<string | undefined, DiagramKind> = new Map([
  ['ird', 'workflow'],
  ['ipd', 'process'],
]);

/**
 * Reads a Composer diagram. `node` is put before the paths of the findings (`node/diagram/block id`). The value is undefined when the
 * document holds no diagram that routes interactions.
 */
export function readComposer(document: XmlDocument, node: string): Outcome<SourceFile | undefined> {
  const { root, file } = document;
  const reading = startReading();
  const top = isXmiRoot(root) ? childElements(root) : [root];
  const diagrams = top.flatMap((element) => {
    const kind = kinds.get(diagramKind(element));
    return kind ? [{ element, kind }] : [];
  });
  const others = top.filter((element) => !isNotation(element) && !kinds.get(diagramKind(element)));
  const [first] = diagrams;
  if (!first) {
    const foreign = others.find((element) => diagramKind(element) !== undefined);
    const finding = foreign
      ? diagnose('IRD1702', node, foreign.tagSpan, { kind: diagramKind(foreign) ?? '' })
      : diagnose('IRD1701', node, root.tagSpan, { root: root.name });
    return { value: undefined, diagnostics: [finding] };
  }
  for (const element of others) countUnread(reading, element.name, element.tagSpan, node, 'lost');
  const notations = top.filter((element) => isNotation(element));
  const strategies = diagrams.map(({ element, kind }) =>
    readDiagram(reading, {
      element,
      kind,
      notations: diagrams.length === 1 ? notations : notations.filter((drawing) => draws(drawing, element)),
      fallbackName: baseName(file),
      base: node,
    }),
  );
  const value: SourceFile = {
    file,
    format: first.kind === 'process' ? 'composer-ixnprocess' : 'composer-workflow',
    text: document.text,
    profile: { name: generation(first.element), evidence: 'observed' },
    strategies,
    unread: unreadItems(reading),
  };
  return { value, diagnostics: finishReading(reading) };
}

const draws = (drawing: XmlElement, diagram: XmlElement): boolean =>
  plainText(drawing, 'element') === idOf(diagram)?.value.text;

/** How the diagram was written: Composer's version, and which of the two spellings of types it uses. */
function generation(diagram: XmlElement): string {
  const version = plainText(diagram, 'designedUsing').trim() || 'Composer';
  const typed = childElements(diagram).flatMap((child) => typeOf(child) ?? []);
  return typed[0] ? `${version}, ${typeSpelling(typed[0])}` : version;
}

const baseName = (file: string): string =>
  (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]*$/, '') || 'diagram';
