import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../src/api.js';
import { buildReport } from '../../../src/report/build.js';
import { plainPaint } from '../../../src/report/formats/format.js';
import { htmlFormat } from '../../../src/report/formats/html.js';
import type { Report, ReportStrategy } from '../../../src/report/model.js';
import { hostileText, strategyArbitrary } from '../hostile.js';
import { differingBy, strategyRecord } from '../records.js';

const options = { paint: plainPaint, source: () => undefined, verbose: false };
const reportOf = (strategies: readonly ReportStrategy[]): Report =>
  buildReport({ version: '1.0.0', command: 'convert', files: 1, strategies, diagnostics: [] });
const rendered = (
  report: Report,
  more: { readonly folder?: string; readonly htmlLimit?: number } = {},
): string => [...htmlFormat.render(report, { ...options, ...more })].join('');

const elements = (node: Tree.Node): readonly Tree.Element[] =>
  'childNodes' in node
    ? node.childNodes.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : elements(child)))
    : [];
const textOf = (node: Tree.Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
const attributeOf = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((each) => each.name === name)?.value;

/** The tree as browsers build it, and what they find wrong. */
function read(html: string): { readonly all: readonly Tree.Element[]; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const document = parse(html, { onParseError: ({ code }) => faults.push(code) });
  return { all: elements(document), faults };
}

const file = path.resolve(import.meta.dirname, '../../../fixtures/strategies/flow/given-up/support-line.xml');
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A report that holds the source, the page and the drawings of a strategy. */
function detailed(content: string): Report {
  const [strategy] = migrate([{ file: 'support-line.xml', content }]).strategies;
  if (strategy?.page === undefined) throw new Error('no page');
  const texts = [content, strategy.page.text, JSON.stringify(strategy.graph?.())] as const;
  const [source, page, graph] = texts.map(hashOf);
  const record: ReportStrategy = {
    ...strategyRecord({
      name: strategy.name,
      file: 'support-line.xml',
      page: 'Support_line.scxml',
      tally: strategy.tally,
    }),
    detail: { ...(source && { source }), ...(page && { page }), ...(graph && { graph }) },
  };
  return { ...reportOf([record]), details: new Map(texts.map((text) => [hashOf(text), text])) };
}

describe('the HTML report', () => {
  const html = rendered(detailed(readFileSync(file, 'utf8')));
  const { all, faults } = read(html);

  it('is as a person reads it', () => {
    const body = all.find(({ tagName }) => tagName === 'main');
    const cells = elements(body ?? all[0] ?? { nodeName: '#text', value: '', parentNode: null })
      .filter(({ tagName }) => ['h2', 'h3', 'li', 'dd', 'summary', 'tr', 'figcaption'].includes(tagName))
      .map((element) => `${element.tagName}: ${textOf(element).replace(/\s+/g, ' ').trim()}`);
    expect(cells.join('\n')).toMatchSnapshot();
  });

  it('is faultless to parsers and validators that others wrote', async () => {
    expect(faults).toEqual([]);
    const { results } = await new HtmlValidate({
      extends: ['html-validate:standard'],
      // Chunks end where they end; the headings of folded parts stand in their summaries.
      rules: {
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'no-inline-style': 'error',
        'prefer-native-element': 'off',
      },
    }).validateString(html);
    expect(
      results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${String(line)} ${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });

  it('runs the one script and the one style sheet whose hashes its policy names, and loads nothing', () => {
    const policy = all.flatMap((each) =>
      attributeOf(each, 'http-equiv') === 'Content-Security-Policy' ? [attributeOf(each, 'content')] : [],
    );
    const hashes = ['script', 'style'].map((name) => {
      const [only, ...more] = all.filter(({ tagName }) => tagName === name);
      expect(more).toEqual([]);
      return createHash('sha256')
        .update(only === undefined ? '' : textOf(only))
        .digest('base64');
    });
    expect(policy).toEqual([
      `default-src 'none'; script-src 'sha256-${hashes[0] ?? ''}'; style-src 'sha256-${hashes[1] ?? ''}'; base-uri 'none'; form-action 'none'`,
    ]);
    expect(html.toLowerCase().match(/src=|<link|<img|<iframe|url\(/g)).toBeNull();
  });

  it('leads from every box to its row, and from rows to lines that are there', () => {
    const ids = new Set(all.flatMap((each) => attributeOf(each, 'id') ?? []));
    const targets = all.flatMap(({ attrs, tagName }) =>
      tagName === 'a' ? attrs.filter(({ name }) => name === 'href').map(({ value }) => value) : [],
    );
    expect(targets.length).toBeGreaterThan(20);
    expect(targets.filter((target) => !target.startsWith('#') || !ids.has(target.slice(1)))).toEqual([]);
  });

  it('says dispositions by signs and words, not by colour alone', () => {
    const words = all.filter((each) => (attributeOf(each, 'class') ?? '').startsWith('word d-'));
    expect(words.length).toBeGreaterThan(3);
    expect(words.filter((each) => textOf(each).length < 3)).toEqual([]);
  });

  it('shows a difference to the page with both traces, and what would make both the same', () => {
    const record = { ...strategyRecord({ name: 'x' }), equivalence: differingBy('late') };
    const shown = read(rendered(reportOf([record])));
    expect(shown.faults).toEqual([]);
    const found = shown.all.find((each) => attributeOf(each, 'class') === 'difference');
    const rows = found === undefined ? [] : elements(found).filter(({ tagName }) => tagName === 'tr');
    expect(rows.map((each) => [attributeOf(each, 'class'), ...elements(each).map(textOf)])).toEqual([
      [undefined, 'strategy', 'page'],
      [undefined, 'both late', 'both late'],
      ['differs', 'strategy late', '-'],
    ]);
    expect(found && textOf(found)).toContain('--assume "attach.existing=late"');
    expect(found && textOf(found)).toContain('late at late:7');
  });

  it('passes over details that are no graph', () => {
    const bad =
      '{"graph":1,"flow":{"boxes":[null,{"id":5,"lines":[-1,"x"],"group":"g"}],"arrows":7,"groups":[{"id":"g","parent":"g"}]}}';
    const record = { ...strategyRecord({ name: 'x' }), detail: { graph: hashOf(bad), page: hashOf('{') } };
    const report = {
      ...reportOf([record]),
      details: new Map([
        [hashOf(bad), bad],
        [hashOf('{'), '{'],
      ]),
    };
    expect(read(rendered(report)).faults).toEqual([]);
  });
});

describe('the HTML report of many strategies', () => {
  const report = reportOf(['One', 'Two', 'two'].map((name) => strategyRecord({ name, file: 'x.xml' })));

  it('is an index and a folder, which link to each other', () => {
    const folder = 'report-strategies';
    const index = read(rendered(report, { folder, htmlLimit: 2 })).all.flatMap(
      (each) => attributeOf(each, 'href') ?? [],
    );
    const pages = [
      ...(htmlFormat.pages?.(report, { ...options, folder, htmlLimit: 2 }, 'report.html') ?? []),
    ];
    expect(pages.map(({ name }) => `${folder}/${name}`).filter((name) => !index.includes(name))).toEqual([]);
    expect(new Set(pages.map(({ name }) => name.toLowerCase())).size).toBe(3);
    const links = pages.map(({ chunks }) =>
      read([...chunks].join('')).all.flatMap((each) => attributeOf(each, 'href') ?? []),
    );
    expect(links.every((each) => each.includes('../report.html'))).toBe(true);
  });

  it('is one file to standard output, and up to the limit', () => {
    expect(rendered(report, { htmlLimit: 2 })).toContain('This file is the whole report.');
    expect(htmlFormat.pages?.(report, { ...options, folder: 'x', htmlLimit: 3 }, 'r.html')).toBeUndefined();
  });
});

describe('hostile names', () => {
  it('stay text: no element, attribute or address comes of them', () => {
    fc.assert(
      fc.property(
        fc.array(strategyArbitrary, { minLength: 1, maxLength: 3 }),
        hostileText,
        (strategies, word) => {
          const graph = JSON.stringify({
            graph: 1,
            flow: {
              name: word,
              boxes: [
                {
                  id: word,
                  label: word,
                  kind: word,
                  shape: word,
                  disposition: word,
                  reason: word,
                  open: [word],
                },
              ],
              arrows: [{ from: word, to: word, label: word, title: word }],
              groups: [],
            },
            links: [],
          });
          const records = strategies.map((each) => ({
            ...each,
            detail: { graph: hashOf(graph), source: hashOf(word) },
            equivalence: differingBy(word),
          }));
          const { all, faults } = read(
            rendered({
              ...reportOf(records),
              details: new Map([
                [hashOf(graph), graph],
                [hashOf(word), word],
              ]),
            }),
          );
          expect(faults).toEqual([]);
          expect(
            all.filter(({ tagName }) =>
              ['img', 'iframe', 'object', 'embed', 'form', 'link'].includes(tagName),
            ),
          ).toEqual([]);
          expect(all.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
          const attributes = all.flatMap(({ attrs }) => attrs);
          expect(attributes.filter(({ name }) => /^on|^style$|^src/.test(name))).toEqual([]);
          expect(
            attributes.filter(({ name, value }) => name === 'href' && !/^#[a-z0-9-]+$/.test(value)),
          ).toEqual([]);
          const ids = attributes.flatMap(({ name, value }) => (name === 'id' ? [value] : []));
          expect(ids.length).toBe(new Set(ids).size);
        },
      ),
      { numRuns: 40 },
    );
  });
});
