// The pages of docs/ that are made from tables, by path. `npm run docs` writes them, `npm run check` finds out when they are stale.
import { allCodes, diagnosticIndex, diagnosticPage } from './diagnostics/docs.js';
import { assumptionsMarkdown } from './ir/assumptions/markdown.js';
import { exportReferenceMarkdown } from './ird-parser/profiles/index.js';
import { mappingPages } from './mappings/docs.js';

/** Every generated page: path below the project, and text. */
export function documentationPages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/diagnostics/README.md', diagnosticIndex()],
    ...allCodes().map((code): [string, string] => [`docs/diagnostics/${code}.md`, diagnosticPage(code)]),
    ['docs/assumptions.md', assumptionsMarkdown()],
    ['docs/export-reference.md', exportReferenceMarkdown()],
    ...mappingPages().map(({ file, text }): [string, string] => [`docs/mappings/${file}`, text]),
  ]);
}
