// Text and addresses as SARIF wants them.
import { inert, wellFormed } from './inert.js';

/**
 * A plain text message (SARIF 3.11): `{0}` would be a placeholder and `[text](1)` a link, so that braces around numbers are doubled and brackets
 * before a parenthesis get a backslash. Other braces and brackets mean themselves.
 */
export const sarifText = (text: string): string =>
  inert(wellFormed(text))
    .replace(/\{(\d+)\}/g, '{{$1}}')
    .replace(/\[([^\]]*)\](?=\()/g, '\\[$1\\]');

/** Where a file is: relative to SRCROOT, or, for an absolute path, by itself. */
export function sarifUri(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const encoded = wellFormed(file)
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  if (/^[A-Za-z]%3A\//.test(encoded)) return { uri: `file:///${encoded.replace('%3A', ':')}` };
  if (encoded.startsWith('/')) return { uri: `file://${encoded.replace(/^\/+/, '/')}` };
  return { uri: encoded.replace(/^(\.\/)+/, ''), uriBaseId: 'SRCROOT' };
}
