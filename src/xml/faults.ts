// Why a file is not well-formed XML, in sentences that help: saxes says where it noticed, this file says what the writer of the
// file did, and where that stands.
import { diagnose, type Diagnostic, type Span } from '../diagnostics/index.js';
import type { ElementNode } from './nodes.js';
import type { SourceText } from './source.js';

/** Where the reader was when saxes complained. */
export interface FaultContext {
  readonly source: SourceText;
  /** Offset that saxes had reached. */
  readonly position: number;
  /** Where the last complete construct ended. */
  readonly after: number;
  readonly open: ElementNode | undefined;
  readonly lastClosed: ElementNode | undefined;
}

export interface Fault {
  readonly finding: Diagnostic;
  /** Nothing after this point can be trusted. */
  readonly stop: boolean;
}

/** `name` is what the message of saxes names, '' when it names nothing. */
type Explain = (context: FaultContext, name: string) => Fault;

const goOn = (finding: Diagnostic): Fault => ({ finding, stop: false });
const stopAt = (finding: Diagnostic): Fault => ({ finding, stop: true });

/** The character that saxes has just read; beyond U+FFFF it takes two units. */
const lastCharacter = ({ source, position }: FaultContext): Span => {
  const low = source.text.charCodeAt(position - 1);
  return source.span(position - (low >= 0xdc00 && low <= 0xdfff ? 2 : 1), position);
};

/** The construct that is being read, from its `<`. */
const construct = (context: FaultContext): Span => {
  const start = context.source.text.indexOf('<', context.after);
  return context.source.span(start < 0 ? context.position - 1 : start, context.position);
};

const syntax =
  (problem: string, where: (context: FaultContext) => Span = lastCharacter): Explain =>
  (context) =>
    stopAt(diagnose('IRD1017', '', where(context), { problem }));

const entity: Explain = (context) => {
  const { source, position } = context;
  const lastSemicolon = source.text.lastIndexOf(';', position - 2);
  const start = source.text.indexOf('&', Math.max(lastSemicolon + 1, context.after));
  return goOn(reference(source, start, position));
};

function reference(source: SourceText, start: number, end: number): Diagnostic {
  const written = source.text.slice(start, end);
  if (/^&[^\s&;<>"']+;$/.test(written) && written.length <= 60) {
    return diagnose('IRD1012', '', source.span(start, end), { reference: written });
  }
  return diagnose('IRD1013', '', source.span(start, start + 1), {});
}

const character: Explain = (context) => {
  const span = lastCharacter(context);
  const code = context.source.text.codePointAt(span.start.offset) ?? 0;
  if (code === 0x3c) return stopAt(diagnose('IRD1016', '', span, {}));
  return goOn(diagnose('IRD1014', '', span, { code: code.toString(16).toUpperCase().padStart(4, '0') }));
};

const closeTag: Explain = ({ source, position, lastClosed }) => {
  const start = source.text.lastIndexOf('</', position - 1);
  const name = source.text.slice(start + 2, position - 1).trim();
  const expected = lastClosed?.name ?? '';
  const line = lastClosed?.tagSpan.start.line ?? 1;
  return stopAt(diagnose('IRD1010', '', source.span(start, position), { name, expected, line }));
};

const strayEndTag: Explain = (context, name) =>
  stopAt(
    diagnose(
      'IRD1018',
      '',
      construct({ ...context, after: context.source.text.lastIndexOf('</', context.position - 1) }),
      { name },
    ),
  );

const duplicate: Explain = (context, name) => {
  const tag = construct(context);
  const local = name.replace(/^\{.*\}/s, '');
  const written = context.source.text.slice(tag.start.offset, tag.end.offset);
  const places = [...written.matchAll(/[^\s=]+(?=\s*=\s*["'])/g)];
  const again = places.findLast(([found]) => found === local || found.endsWith(`:${local}`));
  const start = tag.start.offset + (again?.index ?? 0);
  const span = again ? context.source.span(start, start + again[0].length) : tag;
  return goOn(diagnose('IRD1015', '', span, { name: local }));
};

const prefix: Explain = (context, name) =>
  goOn(diagnose('IRD1019', '', construct(context), { prefix: name }));

const outsideRoot: Explain = (context) => {
  const { source, after, position } = context;
  const start = after + source.text.slice(after).search(/\S/);
  const markup = source.text[start] === '<';
  const span = source.span(start, Math.max(start + 1, position));
  if (after === 0 && !markup) return stopAt(diagnose('IRD1021', '', source.span(start, start + 1), {}));
  const what = markup && !source.text.startsWith('<![', start) ? 'a second root element' : 'text';
  return stopAt(diagnose('IRD1020', '', span, { what }));
};

/** First match wins. Patterns are the messages of saxes 6; what is not listed gets the general sentence. */
const explanations: readonly (readonly [RegExp, Explain])[] = [
  [/unexpected close tag/, closeTag],
  [/unmatched closing tag: (.*)\.$/, strayEndTag],
  [/entity/, entity],
  [/duplicate attribute: (.*)\.$/, duplicate],
  [/unbound namespace prefix: "(.*)"\.$/, prefix],
  [/text data outside of root|only one root/, outsideRoot],
  [/disallowed character\.$/, character],
  [/unquoted attribute value/, syntax('the value of an attribute is not in quotes')],
  [/attribute without value/, syntax('an attribute has no value')],
  [/no whitespace between attributes/, syntax('a blank is missing between two attributes')],
  [/character in attribute name/, syntax('this character cannot stand in the name of an attribute')],
  [/forward-slash in opening tag/, syntax('a "/" in a start tag must be followed by ">"')],
  [
    /disallowed character in tag name$/,
    syntax('"<" must be followed by the name of an element; write "&lt;" for a plain "<"', construct),
  ],
  [/disallowed character in tag name/, syntax('this character cannot stand in the name of an element')],
  [
    /character in closing tag|weird empty close tag/,
    syntax('an end tag holds the name of its element and nothing else'),
  ],
  [/malformed comment/, syntax('"--" cannot stand inside a comment')],
  [/"\]\]>" is disallowed/, syntax('"]]>" cannot stand in text; write "]]&gt;"')],
  [/incorrect syntax/, syntax('"<!" must start a comment or a CDATA section')],
  [
    /XML declaration|version|encoding value|standalone|name\/value pairs|expected (one of|the name)|value (required|must be quoted)|whitespace required/i,
    syntax(
      'the XML declaration is wrong; it reads <?xml version="1.0" encoding="UTF-8"?> and stands at the very start',
      construct,
    ),
  ],
  [/processing instruction/, syntax('a processing instruction "<?...?>" is wrong', construct)],
  [/malformed name/, syntax('a name may hold one colon, between prefix and local name')],
  [
    /default namespace|undefine prefix|prefix must be bound|assign/,
    syntax('a namespace is declared in a way that XML does not allow', construct),
  ],
  [/unexpected end/, syntax('the file ends too early')],
  [/doctype/, syntax('a document type declaration stands in the wrong place')],
];

/** The finding for one complaint of saxes. */
export function explainFault(message: string, context: FaultContext): Fault {
  const said = message.replace(/^\d+:\d+: /, '');
  for (const [pattern, explain] of explanations) {
    const match = pattern.exec(said);
    if (match) return explain(context, match[1] ?? '');
  }
  return syntax(said.replace(/\.$/, ''))(context, '');
}

const unfinished: readonly (readonly [RegExp, string])[] = [
  [/^<!--/, 'a comment is not closed with "-->"'],
  [/^<!\[CDATA\[/, 'a CDATA section is not closed with "]]>"'],
  [/^<!DOCTYPE/, 'a document type declaration is not closed'],
  [/^<\?/, 'a processing instruction is not closed with "?>"'],
  [/^<\//, 'an end tag is not closed with ">"'],
  [/^</, 'a start tag is not closed with ">"; a quote may be missing'],
];

/** What is wrong where the file ends; undefined when it ends as it should. */
export function explainEnd(context: FaultContext, hasRoot: boolean): Diagnostic | undefined {
  const { source, after, open } = context;
  const rest = source.text.slice(after);
  const markup = rest.indexOf('<');
  const declaration = markup >= 0 && /^<[!?]/.test(rest.slice(markup, markup + 2));
  const bare = /&(?!#?[^\s&;<>"']+;)/.exec(declaration ? rest.slice(0, markup) : rest);
  if (bare && !rest.includes(';', bare.index)) {
    const at = after + bare.index;
    return diagnose('IRD1013', '', source.span(at, at + 1), {});
  }
  if (markup >= 0) {
    const tail = rest.slice(markup, markup + 12);
    const problem = unfinished.find(([pattern]) => pattern.test(tail))?.[1] ?? 'the file ends too early';
    return diagnose('IRD1017', '', source.span(after + markup, source.text.length), { problem });
  }
  if (open) return diagnose('IRD1011', '', open.tagSpan, { name: open.name });
  if (!hasRoot) return diagnose('IRD1021', '', source.span(0, Math.min(source.text.length, 40)), {});
  return undefined;
}
