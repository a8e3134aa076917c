// A page of the report: nothing is loaded, nothing is sent. Only the style sheet and the script with these hashes count.
import { createHash } from 'node:crypto';
import type { ReportHeader } from '../model.js';
import { made, markup, text, when, type Markup } from './markup.js';
import { script } from './script.js';
import { styles } from './styles.js';

const hashOf = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)}`,
  `style-src ${hashOf(styles)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export interface Frame {
  readonly title: string;
  /** Address of the overview, where it is another page. */
  readonly home: string | undefined;
  /** Sections of this page: anchor and name. */
  readonly sections: readonly (readonly [string, string])[];
  /** What kind of report this is: one file, or the index of a folder. */
  readonly about: string;
}

/** All before the content. */
export const documentStart = (
  { tool, command, target }: ReportHeader,
  { title, home, sections, about }: Frame,
): Markup =>
  markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${made(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${text(title)}</title>
<style>${made(styles)}</style>
</head>
<body>
<header id="overview"><h1>${text(title)}</h1>
<p class="quiet">ird2scxml ${text(command)}, version ${text(tool.version)}${when(tool.mappings !== undefined, () => markup`, tables ${text(tool.mappings?.hash.slice(0, 12) ?? '')}`)}${when(target !== undefined && target.version !== null, () => markup`, for ${text(`${target?.name ?? ''} ${target?.version ?? ''}`)}`)}. ${text(about)}</p>
<nav aria-label="Sections">${when(home !== undefined, () => markup`<a href="${text(home ?? '')}">Overview</a> `)}${sections.map(([anchor, name]) => markup`<a href="#${made(anchor)}">${text(name)}</a> `)}</nav>
</header>
<main>
`;

export const documentEnd = markup`</main>
<script>${made(script)}</script>
</body>
</html>
`;
