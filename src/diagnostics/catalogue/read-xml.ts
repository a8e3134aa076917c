// Codes 10xx: bytes, encodings, limits and the well-formedness of XML.
import { defineCatalogue, entry } from '../define.js';

const since = '0.1.0';
const wellFormed =
  'XML has few rules, and a file that breaks one has no agreed meaning: nothing of it is converted, because a guess could route calls wrongly. Other files of the batch are not affected.';

export const xmlEntries = defineCatalogue({
  IRD1001: entry<{ what: string }>({
    severity: 'error',
    title: 'File is empty',
    text: (d) => `The file holds ${d.what}`,
    help: 'Export the strategy again; an interrupted export leaves an empty file behind.',
    about: 'There is nothing to convert. The rest of the batch goes on.',
    since,
  }),
  IRD1002: entry<{ offset: number }>({
    severity: 'error',
    title: 'File is binary',
    text: (d) => `The file is not text: byte ${d.offset} is zero`,
    help: 'Export the strategy as XML and pass that file.',
    about:
      'XML cannot hold a zero byte, except as part of UTF-16, which is recognised by its first bytes. Such a file is an archive, a program or a damaged text.',
    since,
  }),
  IRD1003: entry<{ encoding: string }>({
    severity: 'error',
    title: 'Encoding is not known',
    text: (d) => `The file is in the encoding "${d.encoding}", which cannot be read here`,
    help: 'Save the file as UTF-8 and change its XML declaration to encoding="UTF-8".',
    about:
      'Read are UTF-8, UTF-16, US-ASCII and all encodings of the WHATWG Encoding Standard that this Node knows, among them windows-1250 to windows-1258 and ISO 8859.',
    since,
  }),
  IRD1004: entry<{ encoding: string }>({
    severity: 'error',
    title: 'Bytes do not belong to the encoding',
    text: (d) => `The bytes here are not valid ${d.encoding}`,
    help: 'Declare the encoding that the file really has, for example encoding="windows-1252", or save it as UTF-8.',
    about:
      'The encoding is taken from the byte order mark, else from the XML declaration, else it is UTF-8. Nothing is replaced by question marks: a changed character in the name of a queue would route calls elsewhere.',
    since,
  }),
  IRD1005: entry<{ declared: string; found: string }>({
    severity: 'warning',
    title: 'Declared encoding contradicts the file',
    text: (d) =>
      `The XML declaration says "${d.declared}", but the first bytes of the file are ${d.found}; ${d.found} was used`,
    help: 'Check some letters beyond ASCII in the output, and correct the declaration of the file.',
    about:
      'Tools that convert a file from one encoding to another often leave the old declaration in place. The byte order mark, and whether the declaration itself is written in one or two bytes per character, decide.',
    since,
  }),
  IRD1006: entry<{ what: string; limit: number }>({
    severity: 'error',
    title: 'Limit of the reader is exceeded',
    text: (d) => `The file has more than ${d.limit} ${d.what}, which is the limit`,
    help: 'If the file is genuine, raise the limit in the configuration; otherwise look at what wrote it.',
    about:
      'Limits keep hostile or damaged files from taking all memory or time. They are far above what a strategy needs.',
    since,
  }),
  IRD1007: entry<Record<string, never>>({
    severity: 'error',
    title: 'Document type declaration is refused',
    text: () => 'The file holds a document type declaration, which is not processed',
    help: 'Remove <!DOCTYPE ...>, and replace the entities that it defines by their text.',
    about:
      'Document type declarations can define entities that expand to gigabytes or that read other files. No export of a strategy needs one.',
    since,
  }),
  IRD1010: entry<{ name: string; expected: string; line: number }>({
    severity: 'error',
    title: 'End tag does not match',
    text: (d) =>
      `"</${d.name}>" stands where "</${d.expected}>" is expected, for the element opened in line ${d.line}`,
    help: 'Close the inner element first, or correct the name.',
    about: wellFormed,
    since,
  }),
  IRD1011: entry<{ name: string }>({
    severity: 'error',
    title: 'Element is not closed',
    text: (d) => `The element "${d.name}" has no end tag: the file ends before it`,
    help: 'If the end of the file is missing, export or copy it again; otherwise add the end tag.',
    about: wellFormed,
    since,
  }),
  IRD1012: entry<{ reference: string }>({
    severity: 'error',
    title: 'Reference is not defined',
    text: (d) => `"${d.reference}" is not a reference that XML knows`,
    help: 'Write &amp; for a plain "&"; XML itself knows only &amp; &lt; &gt; &quot; &apos; and numbers such as &#228;.',
    about: wellFormed,
    since,
  }),
  IRD1013: entry<Record<string, never>>({
    severity: 'error',
    title: 'Plain "&" in the text',
    text: () => 'A plain "&" starts a reference in XML, and no reference follows',
    help: 'Write &amp; instead, or put the text into a CDATA section.',
    about: wellFormed,
    since,
  }),
  IRD1014: entry<{ code: string }>({
    severity: 'error',
    title: 'Character is not allowed in XML',
    text: (d) => `The character U+${d.code} cannot stand in XML`,
    help: 'Remove the character; it has usually come in by copying from another program.',
    about: wellFormed,
    since,
  }),
  IRD1015: entry<{ name: string }>({
    severity: 'error',
    title: 'Attribute stands twice',
    text: (d) => `The attribute "${d.name}" stands twice in one element`,
    help: 'Remove one of the two.',
    about: wellFormed,
    since,
  }),
  IRD1016: entry<Record<string, never>>({
    severity: 'error',
    title: '"<" in the value of an attribute',
    text: () => 'A plain "<" stands in the value of an attribute',
    help: 'Write &lt; instead; if no "<" was meant, the closing quote of the value is missing.',
    about: wellFormed,
    since,
  }),
  IRD1017: entry<{ problem: string }>({
    severity: 'error',
    title: 'Not well-formed XML',
    text: (d) => `The file is not well-formed XML: ${d.problem}`,
    help: 'Correct the file at this place, or export it again.',
    about: wellFormed,
    since,
  }),
  IRD1018: entry<{ name: string }>({
    severity: 'error',
    title: 'End tag without a start tag',
    text: (d) => `"</${d.name}>" closes an element that is not open`,
    help: 'Remove the end tag, or add the start tag that is missing.',
    about: wellFormed,
    since,
  }),
  IRD1019: entry<{ prefix: string }>({
    severity: 'error',
    title: 'Namespace prefix is not declared',
    text: (d) => `The prefix "${d.prefix}" is used but not declared`,
    help: 'Declare it in the root element, for example xmlns:prefix="...", or remove the prefix.',
    about: wellFormed,
    since,
  }),
  IRD1020: entry<{ what: string }>({
    severity: 'error',
    title: 'Content outside the root element',
    text: (d) => `The file holds ${d.what} outside its root element`,
    help: 'An XML file has one root element; two exports in one file have to be taken apart.',
    about: wellFormed,
    since,
  }),
  IRD1021: entry<Record<string, never>>({
    severity: 'error',
    title: 'File is not XML',
    text: () => 'The file is text, but it is not XML: no element starts it',
    help: 'Pass an XML export of IRD or a diagram of Composer.',
    about:
      'Strategies are read from XML exports of IRD and from Composer diagrams. Anything else is refused.',
    since,
  }),
});
