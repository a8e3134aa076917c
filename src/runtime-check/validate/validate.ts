// Validates a page of the ORS dialect without running it.
import { compareSpans, diagnose, type Diagnostic } from '../../diagnostics/index.js';
import { elementsWithin } from '../../xml/index.js';
import type { ResolveFile } from '../document/include.js';
import { readPage } from '../document/read-page.js';
import { checkAttributes } from './attributes.js';
import { checkChildren } from './children.js';
import { scxmlNamespace } from '../document/content.js';
import { checkEventFields } from './event-fields.js';
import { checkEventNames } from './event-names.js';
import { checkRoot } from './root.js';
import { checkScripts } from './scripts.js';
import { checkStates } from './states.js';
import { checkStructure } from './structure.js';

/** All findings about a page and what it includes, file by file in the order in which they stand there. Without `resolve` no include is followed. */
export function validatePage(text: string, file: string, resolve?: ResolveFile): readonly Diagnostic[] {
  const { value: document, diagnostics } = readPage(text, file, resolve);
  if (document === undefined) return diagnostics;
  const { root } = document;
  if (root.local !== 'scxml' || root.uri !== scxmlNamespace) {
    return [...diagnostics, diagnose('IRD5001', '', root.tagSpan, { found: root.name })];
  }
  const found = [
    ...diagnostics,
    ...checkRoot(document),
    ...checkStructure(root),
    ...[...elementsWithin(root)].flatMap(checkAttributes),
    ...checkChildren(root),
    ...checkEventNames(root),
    ...checkEventFields(root),
    ...checkStates(root, document.isFragment),
    ...checkScripts(root),
  ];
  if (document.isFragment) found.push(diagnose('IRD5513', '', root.tagSpan, {}));
  return found.sort((a, b) => compareSpans(a.span, b.span));
}
