// Every script, condition and value expression of a page, parsed as ES5; members of `_genesys`; text that lacks its inner quotes.
import type { Node } from 'acorn';
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import { elementsWithin, textOf, type LocatedText, type XmlElement } from '../../xml/index.js';
import { includeNamespace } from '../document/include.js';
import { ownAttributes } from './attributes.js';
import { elementRow, moduleOf } from './catalogue/index.js';
import { coreRow } from './core-elements.js';
import { scxmlNamespace } from '../document/content.js';
import { checkMembers } from './genesys-members.js';
import { nodesWithin, parseScript } from './parse-script.js';

interface Piece {
  readonly source: LocatedText;
  readonly kind: 'script' | 'expression' | 'location';
  readonly what: string;
  /** Set for value expressions of actions and send: a bare word there is often text without its quotes. */
  readonly bare: { readonly element: string; readonly attribute: string } | undefined;
}

/** Checks everything in a page that is ECMAScript. */
export function checkScripts(root: XmlElement): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const words: { readonly piece: Piece; readonly word: string }[] = [];
  const declared = new Set<string>();
  let hasIncludes = false;
  for (const element of elementsWithin(root)) {
    if (element.uri === includeNamespace) hasIncludes = true;
    for (const piece of piecesOf(element)) {
      const { tree, diagnostics } = parseScript(piece.source, piece.kind, piece.what);
      found.push(...diagnostics);
      if (tree === undefined) continue;
      found.push(...checkMembers(tree, piece.source));
      for (const name of declarations(tree, piece.kind)) declared.add(name);
      if (piece.bare !== undefined && tree.type === 'Identifier' && 'name' in tree) {
        words.push({ piece, word: String(tree.name) });
      }
    }
  }
  // An included script may declare the variable.
  if (hasIncludes) return found;
  for (const { piece, word } of words) {
    if (piece.bare === undefined || declared.has(word) || globals.has(word)) continue;
    found.push(diagnose('IRD5107', '', piece.source.span(), { ...piece.bare, word }));
  }
  return found;
}

const globals = new Set([
  ...['undefined', 'NaN', 'Infinity', 'JSON', 'Math', 'Date'],
  ...['_data', '_event', '_sessionid', '_name', '_genesys', '_my_prefix', 'args_'],
]);

function piecesOf(element: XmlElement): readonly Piece[] {
  if (element.uri === scxmlNamespace) return corePieces(element);
  const row = elementRow(element.uri, element.local);
  if (row === undefined) return [];
  const name = `${moduleOf(element.uri)?.prefix ?? ''}:${element.local}`;
  return ownAttributes(element).flatMap((attribute) => {
    const { local, value } = attribute;
    const known = Object.hasOwn(row.attributes, local) ? row.attributes[local] : undefined;
    if (known === undefined || known.kind === 'literal') return [];
    const kind = known.kind === 'location' ? 'location' : 'expression';
    const bare = kind === 'expression' ? { element: name, attribute: local } : undefined;
    return [{ source: value, kind, what: `attribute "${local}" of "${name}"`, bare } as const];
  });
}

function corePieces(element: XmlElement): readonly Piece[] {
  const row = coreRow(element.uri, element.local);
  if (row === undefined) return [];
  const pieces: Piece[] = ownAttributes(element).flatMap((attribute) => {
    const { local, value } = attribute;
    const kind = Object.hasOwn(row.attributes, local) ? row.attributes[local] : undefined;
    if (kind !== 'value' && kind !== 'condition' && kind !== 'location') return [];
    const bare =
      element.local === 'send' && kind === 'value' ? { element: 'send', attribute: local } : undefined;
    const what = kind === 'condition' ? 'condition' : `attribute "${local}" of "${element.local}"`;
    return [{ source: value, kind: kind === 'location' ? 'location' : 'expression', what, bare } as const];
  });
  if (row.text === 'script') {
    pieces.push({ source: textOf(element), kind: 'script', what: 'script', bare: undefined });
  }
  return pieces;
}

// Names that a script declares or assigns to: assigning to an undeclared name makes a global.
function* declarations(tree: Node, kind: Piece['kind']): Generator<string> {
  if (kind === 'location' && tree.type === 'Identifier' && 'name' in tree) yield String(tree.name);
  for (const node of nodesWithin(tree)) {
    const target =
      node.type === 'AssignmentExpression' && 'left' in node
        ? node.left
        : (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration') && 'id' in node
          ? node.id
          : undefined;
    if (typeof target === 'object' && target !== null && 'name' in target) yield String(target.name);
  }
}
