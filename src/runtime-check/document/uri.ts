// References from a page to files beside it: joined and normalised as text, without touching a file system.

/**
 * `href` as it stands in the file at `base`, both relative to the page ('' is the page itself). Undefined for anything that is no relative
 * path: other schemes, absolute paths, drives.
 */
export function joinUri(base: string, href: string): string | undefined {
  const plain = href.replaceAll('\\', '/').replace(/^file:(?!\/)/i, '');
  if (plain === '' || /^(?:[a-z][\w+.-]*:|\/)/i.test(plain) || plain.includes('\u0000')) return undefined;
  const folder = base.split('/').slice(0, -1);
  return normalised([...folder, ...plain.split('/')]);
}

/** How a file is called in spans: its place relative to where the page is called from. */
export function shownPath(page: string, uri: string): string {
  const isAbsolute = /^(?:\/|[a-z]:)/i.test(page);
  const folder = page.replaceAll('\\', '/').split('/').slice(0, -1);
  const path = normalised([...folder, ...uri.split('/')]);
  return isAbsolute && page.startsWith('/') ? `/${path}` : path;
}

function normalised(parts: readonly string[]): string {
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    const last = kept.at(-1);
    if (part === '..' && last !== undefined && last !== '..') kept.pop();
    else kept.push(part);
  }
  return kept.join('/');
}
