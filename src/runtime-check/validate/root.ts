// The root of a page and its data: namespace, version, profile, XML declaration, names of data.
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import { attribute, elementsWithin, type XmlDocument } from '../../xml/index.js';
import { scxmlNamespace } from '../document/content.js';

/** Findings about the document as a whole. */
export function checkRoot(document: XmlDocument): readonly Diagnostic[] {
  const { root, text } = document;
  const found: Diagnostic[] = [];
  if (!/^\s*<\?xml\s[^>]*\bencoding\s*=/.test(text)) found.push(diagnose('IRD5015', '', root.tagSpan, {}));
  const wanted = { version: '1.0', profile: 'ecmascript' } as const;
  for (const [name, value] of Object.entries(wanted)) {
    const given = attribute(root, name);
    if (given?.value.text === value) continue;
    const data = { attribute: name, wanted: value, found: given?.value.text ?? '' };
    found.push(diagnose('IRD5002', '', given?.span ?? root.tagSpan, data));
  }
  return [...found, ...checkData(document)];
}

function checkData({ root }: XmlDocument): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const lines = new Map<string, number>();
  for (const element of elementsWithin(root)) {
    if (element.uri !== scxmlNamespace || element.local !== 'data') continue;
    const id = attribute(element, 'id')?.value;
    if (id === undefined) continue;
    const before = lines.get(id.text);
    const reason = before === undefined ? unusable(id.text) : `line ${String(before)} has it already`;
    lines.set(id.text, before ?? element.span.start.line);
    if (reason !== undefined) found.push(diagnose('IRD5014', '', id.span(), { id: id.text, reason }));
  }
  return found;
}

const reserved = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends false finally for function if ' +
    'import in instanceof new null return super switch this throw true try typeof var void while with'
  ).split(' '),
);

function unusable(id: string): string | undefined {
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(id)) return 'it is no ECMAScript variable name';
  if (reserved.has(id)) return 'it is a reserved word of ECMAScript';
  return id === '__proto__' ? 'every object has a member of that name' : undefined;
}
