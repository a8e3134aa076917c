// The report formats by name: what `--format` takes, the help lists and the documentation describes. HTML is loaded when it is asked for: it draws.
import { renderFindingsCsv, renderInventoryCsv, renderUsesCsv } from './csv.js';
import type { Format } from './format.js';
import { renderGithub } from './github.js';
import { renderGitlab } from './gitlab.js';
import { renderJson } from './json.js';
import { renderJsonl } from './jsonl.js';
import { renderJunit } from './junit.js';
import { renderMarkdown } from './markdown.js';
import { renderCodeframe, renderPretty } from './pretty.js';
import { renderGithubSarif, renderSarif } from './sarif.js';

/** A format by its name, before it is loaded. */
export interface ListedFormat {
  readonly name: string;
  readonly about: string;
  /** It shows sources, pages and drawings: the report should hold them. */
  readonly wantsDetails: boolean;
  readonly load: () => Promise<Format>;
}

/** Those that are small. */
export const lightFormats: readonly Format[] = [
  { name: 'pretty', about: 'for people: findings with the place in the source', render: renderPretty },
  {
    name: 'codeframe',
    about: 'the same with more of the source, and where to read on',
    render: renderCodeframe,
  },
  { name: 'json', about: 'the whole report; schema in report.schema.json', render: renderJson },
  { name: 'jsonl', about: 'the whole report, a record on each line', render: renderJsonl },
  { name: 'sarif', about: 'SARIF 2.1.0; accepted findings are marked as suppressed', render: renderSarif },
  {
    name: 'sarif-github',
    about: 'SARIF for code scanning: without accepted findings',
    render: renderGithubSarif,
  },
  { name: 'junit', about: 'JUnit XML for CI: a suite for each strategy or page', render: renderJunit },
  { name: 'github', about: 'annotations for GitHub Actions', render: renderGithub },
  { name: 'gitlab', about: 'Code Quality of GitLab', render: renderGitlab },
  { name: 'csv', about: 'findings as a table', render: renderFindingsCsv },
  { name: 'csv-inventory', about: 'constructs as a table', render: renderInventoryCsv },
  { name: 'csv-uses', about: 'who uses what as a table', render: renderUsesCsv },
  { name: 'md', about: 'Markdown for pull requests and step summaries', render: renderMarkdown },
];

/** All that there are. */
export const listedFormats: readonly ListedFormat[] = [
  ...lightFormats.map((format) => ({
    name: format.name,
    about: format.about,
    wantsDetails: false,
    load: () => Promise.resolve(format),
  })),
  {
    name: 'html',
    about: 'for a browser: overview, tables, drawings; source and page side by side',
    wantsDetails: true,
    load: async () => (await import('./html.js')).htmlFormat,
  },
];
