// The located XML tree: what was read, and where each character of it stands in the file.
import type { Span } from '../diagnostics/index.js';

/**
 * A piece of text taken from a file (attribute value, element text, CDATA), decoded. It knows where each of its
 * characters stands in the file, through entities, line-end normalisation and several CDATA sections.
 */
export interface LocatedText {
  readonly text: string;
  /** Where characters `start` to `end` (exclusive, in UTF-16 units of `text`) stand in the file. */
  span(start?: number, end?: number): Span;
}

export interface XmlAttribute {
  /** As written, prefix included. */
  readonly name: string;
  readonly local: string;
  readonly prefix: string;
  /** Namespace URI, '' when none. */
  readonly uri: string;
  readonly value: LocatedText;
  /** The whole attribute, name and quotes included. */
  readonly span: Span;
}

export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly local: string;
  readonly prefix: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  readonly parent: XmlElement | undefined;
  /** From `<` of the start tag to `>` of the end tag. */
  readonly span: Span;
  /** The start tag alone: what a finding about the element underlines. */
  readonly tagSpan: Span;
}

export interface XmlText {
  readonly kind: 'text';
  readonly cdata: boolean;
  readonly value: LocatedText;
}

export interface XmlComment {
  readonly kind: 'comment';
  readonly value: LocatedText;
  readonly span: Span;
}

export type XmlNode = XmlElement | XmlText | XmlComment;

export interface XmlDocument {
  readonly file: string;
  /** The decoded text of the whole file: code frames are cut from it. */
  readonly text: string;
  readonly encoding: string;
  readonly root: XmlElement;
}

/** Limits on what is read. Each violation is a diagnostic. */
export interface XmlLimits {
  /** Bytes of the file. */
  readonly bytes: number;
  readonly depth: number;
  readonly attributes: number;
  readonly elements: number;
}

export const defaultLimits: XmlLimits = {
  bytes: 256 * 1024 * 1024,
  depth: 256,
  attributes: 256,
  elements: 5_000_000,
};
