// Where the documentation of codes can be read on the web: in the repository that package.json names, and nowhere as long as it names none.

/** Address of the repository as package.json has it (a test compares them); undefined as long as it names none. */
export const repository: string | undefined = undefined;

/** The repository as a browser opens it; undefined when it is none that a browser can open. */
export function webAddress(home: string | undefined): string | undefined {
  const base = home?.replace(/^git\+/, '').replace(/(\.git)?\/*$/, '');
  return base !== undefined && /^https:\/\/[^/]+\/./.test(base) ? base : undefined;
}

/** The address of the page of a code in docs/diagnostics. Pages are never taken away, so that the newest serve every version. */
export function helpAddress(code: string, home: string | undefined): string | undefined {
  const base = webAddress(home);
  if (base === undefined) return undefined;
  const shown = new URL(base).host.startsWith('gitlab') ? '-/blob/HEAD' : 'blob/HEAD';
  return `${base}/${shown}/docs/diagnostics/${code}.md`;
}
