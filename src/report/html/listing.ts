// Source and page beside each other, with numbers and anchors of their lines.
import type { ReportStrategy } from '../model.js';
import { made, markup, text, type Markup } from './markup.js';

/** Longer lines are cut: nobody reads them, and some browsers do not bear them. */
const longestLine = 2_000;

/** The listings, folded in; nothing where the report holds no text. */
export function* listings(
  strategy: ReportStrategy,
  anchor: string,
  source: string | undefined,
  page: string | undefined,
): Generator<Markup> {
  if (source === undefined && page === undefined) return;
  const { file, page: pageFile, format } = strategy;
  const title =
    source === undefined || format === 'scxml' ? 'Page' : page === undefined ? 'Source' : 'Source and page';
  yield markup`<details class="texts"><summary><h3>${text(title)}</h3></summary><div class="sides">
`;
  if (source !== undefined) yield* listing(source, file, `${anchor}-l`, strategy.detail?.firstLine ?? 1);
  if (page !== undefined) yield* listing(page, pageFile ?? 'page', `${anchor}-p`, 1);
  yield markup`</div></details>
`;
}

function* listing(content: string, name: string, prefix: string, first: number): Generator<Markup> {
  yield markup`<figure><figcaption>${text(name)}</figcaption><pre class="code" tabindex="0">`;
  const lines = content.replace(/\r\n?/g, '\n').split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [i, line] of lines.entries()) {
    const shown = line.length > longestLine ? `${line.slice(0, longestLine)} ...` : line;
    const number = i + first;
    // Tabs mean something here, where line breaks cannot occur.
    const kept = shown.replaceAll('\t', '  ');
    yield markup`<code id="${made(`${prefix}${String(number)}`)}" data-n="${number}">${text(kept)}
</code>`;
  }
  yield markup`</pre></figure>
`;
}
