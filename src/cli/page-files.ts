// The text of pages, and of the files that they name: scripts and workflows that they include, pages that they start.
import path from 'node:path';
import { decodeText, readSmallFile } from '../batch/read-file.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { joinUri, shownPath } from '../runtime-check/document/uri.js';
import type { ResolveFile } from '../runtime-check/index.js';
import { decodeXml } from '../xml/decode.js';

/** More than this is no script that a page includes. */
const mostBytes = 16 * 1024 * 1024;

export interface PageFiles {
  readonly resolve: ResolveFile;
  /** The text of each file that was read, by its name in findings. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface PageText {
  /** For people, also where it is not the text of a page. */
  readonly text: string;
  /** Whether it was decoded as it is declared: else a finding says why not. */
  readonly isDecoded: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of a page, in the encoding that it declares. */
export function decodePage(bytes: Uint8Array, shown: string): PageText {
  const { value, diagnostics } = decodeXml(bytes, shown);
  return { text: value?.text ?? decodeText(bytes), isDecoded: value !== undefined, diagnostics };
}

/** What the page at `place` names, read when it is asked for. `shown` is the page's name in findings. */
export function filesBeside(place: string, shown: string): PageFiles {
  const texts = new Map<string, string>();
  return {
    texts,
    resolve: (uri, refuse = () => undefined) => {
      const relative = joinUri('', uri);
      if (relative === undefined) return undefined;
      const content = readSmallFile(path.resolve(path.dirname(place), relative), mostBytes);
      if (!content.ok) {
        refuse(content.reason);
        return undefined;
      }
      const name = shownPath(shown, relative);
      const decoded = decodeIncluded(content.bytes, name);
      if (typeof decoded !== 'string') {
        refuse(decoded.reason);
        return undefined;
      }
      texts.set(name, decoded);
      return decoded;
    },
  };
}

/** A script may be empty, and has no declaration; apart from that, its bytes are read as those of a page. */
function decodeIncluded(bytes: Uint8Array, name: string): string | { readonly reason: string } {
  const { value, diagnostics } = decodeXml(bytes, name);
  if (value !== undefined) return value.text;
  const [fault] = diagnostics;
  if (fault === undefined || fault.code === 'IRD1001') return '';
  const { line, column } = fault.span.start;
  const where = fault.code === 'IRD1004' ? ` (line ${String(line)}, column ${String(column)})` : '';
  return { reason: `${fault.message.charAt(0).toLowerCase()}${fault.message.slice(1)}${where}` };
}
