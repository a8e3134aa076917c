// Every format is read back by a program that we did not write, whatever names and messages hold, and its sums are those of the records.
import { existsSync } from 'node:fs';
import path from 'node:path';
import oasisSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { parse as parseJunit } from 'junit2json';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/report/build.js';
import { allFindings } from '../../src/report/findings.js';
import { plainPaint, type RenderOptions } from '../../src/report/formats/format.js';
import { formats } from '../../src/report/formats/index.js';
import { renderLog } from '../../src/report/formats/sarif.js';
import { renderSummary } from '../../src/report/formats/summary.js';
import type { Report, ReportFinding, ReportStrategy } from '../../src/report/model.js';
import { readReport } from '../../src/report/read-report.js';
import reportSchema from '../../src/report/report.schema.json' with { type: 'json' };
import { hostileText, strategyArbitrary } from './hostile.js';
import { strategyRecord } from './records.js';

// The schema says draft-04, and uses nothing in it that later drafts read otherwise but the names of these two keys.
const { $schema: _, id: __, ...sarifSchema } = oasisSchema as Readonly<Record<string, unknown>>;
const isSarif = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(sarifSchema);
const isReport = new Ajv2020({ allowUnionTypes: true }).compile(reportSchema);

const options: RenderOptions = { paint: plainPaint, source: () => undefined, verbose: false };

function render(name: string, report: Report, changes: Partial<RenderOptions> = {}): string {
  const format = formats.find((candidate) => candidate.name === name);
  if (format === undefined) throw new Error(`no format ${name}`);
  return [...format.render(report, { ...options, ...changes })].join('');
}

const reportOf = (strategies: readonly ReportStrategy[], word = 'x'): Report<readonly ReportStrategy[]> =>
  buildReport({
    version: '1.2.3',
    command: 'convert',
    files: strategies.length,
    strategies,
    diagnostics: [],
    inventory: [{ kind: 'function', name: word, class: 'unsupported', count: 3, strategies: 2 }],
  });

const root = path.resolve(import.meta.dirname, '../..');

/** Strategies of one name in one file are allowed; reports are made of any. */
const reports = fc
  .tuple(fc.array(strategyArbitrary, { maxLength: 4 }), hostileText)
  .map(([strategies, word]) => reportOf(strategies, word));

const open = (report: Report, ...severities: readonly string[]): readonly ReportFinding[] =>
  [...allFindings(report)].filter(
    ({ severity, suppressed }) => suppressed === undefined && severities.includes(severity),
  );

/** A character that steers a terminal, or turns text around. */
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const holds = (check: (report: Report<readonly ReportStrategy[]>) => void): void => {
  fc.assert(
    fc.property(reports, (report) => {
      check(report);
    }),
    { numRuns: 60 },
  );
};

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly informationUri?: string;
          readonly rules: readonly {
            readonly id: string;
            readonly helpUri?: string;
            readonly help: { readonly markdown: string };
          }[];
        };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly level: string;
        readonly partialFingerprints: Readonly<Record<string, string>>;
        readonly suppressions?: readonly unknown[];
        readonly locations: readonly {
          readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
        }[];
      }[];
      readonly automationDetails: { readonly id: string };
      readonly invocations: readonly [{ readonly toolExecutionNotifications?: readonly unknown[] }];
    },
  ];
}
const sarif = (report: Report, name = 'sarif'): SarifLog => JSON.parse(render(name, report)) as SarifLog;

describe('all formats', () => {
  it.each(formats.filter(({ name }) => !name.startsWith('csv')).map(({ name }) => name))(
    '%s holds nothing that steers a terminal',
    (name) => {
      holds((report) => {
        expect(render(name, report, { verbose: true }).replace(/\r\n/g, '')).not.toMatch(steering);
      });
    },
  );
});

describe('json and jsonl', () => {
  it('fit the schema and are read back as they were', () => {
    holds((report) => {
      const text = render('json', report);
      expect(isReport(JSON.parse(text)), JSON.stringify(isReport.errors)).toBe(true);
      for (const stored of [text, render('jsonl', report)]) {
        const read = readReport(stored);
        expect(read).toEqual({ ok: true, report: JSON.parse(JSON.stringify(report)) as Report });
      }
    });
  });

  it('are the same whether the records lie in memory or come one by one', () => {
    const strategies = [strategyRecord({ name: 'A' }), strategyRecord({ name: 'B' })];
    const report = reportOf(strategies);
    const streamed = { ...report, strategies: { [Symbol.iterator]: () => strategies.values() } };
    for (const { name } of formats) expect(render(name, streamed)).toBe(render(name, report));
  });

  it('keep details by their hashes', () => {
    const hash = 'a'.repeat(64);
    const report = {
      ...reportOf([strategyRecord({ detail: { source: hash } })]),
      details: new Map([[hash, '<a>\u202e</a>']]),
    };
    for (const name of ['json', 'jsonl']) {
      const read = readReport(render(name, report));
      expect(read.ok && read.report.details?.get(hash)).toBe('<a>\u202e</a>');
    }
  });
});

describe('sarif', () => {
  it('fits the schema of OASIS, and holds each finding', () => {
    holds((report) => {
      const log = sarif(report);
      expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
      const [{ results }] = log.runs;
      expect(results).toHaveLength([...allFindings(report)].length);
      const { errors, warnings, infos, suppressed = 0 } = report.totals;
      expect(results.filter(({ suppressions = [] }) => suppressions.length > 0)).toHaveLength(suppressed);
      const github = sarif(report, 'sarif-github');
      expect(isSarif(github)).toBe(true);
      expect(github.runs[0].results).toHaveLength(errors + warnings + infos);
    });
  });

  it('gives each result a fingerprint of its own, and no address outside', () => {
    holds((report) => {
      const [{ results }] = sarif(report).runs;
      const lines = results.map(({ partialFingerprints }) => partialFingerprints['primaryLocationLineHash']);
      expect(new Set(lines).size).toBe(lines.length);
      for (const { locations } of results) {
        const uri = locations[0]?.physicalLocation.artifactLocation.uri ?? '';
        expect(() => new URL(uri, 'file:///root/')).not.toThrow();
        expect(uri).not.toMatch(/[\s"<>^`{|}]/);
      }
    });
  });

  it('leaves the lightest results out when there are too many, and says so', () => {
    const finding = (severity: ReportFinding['severity'], i: number): ReportFinding => ({
      code: 'IRD8001',
      severity,
      message: 'm',
      help: 'h',
      file: 'a.xml',
      line: i + 1,
      column: 1,
      endLine: i + 1,
      endColumn: 2,
      node: '',
      fingerprint: 'f'.repeat(32),
    });
    const findings = [
      ...Array.from({ length: 4_990 }, (_, i) => finding('info', i)),
      ...Array.from({ length: 20 }, (_, i) => finding('error', i)),
    ];
    const [run] = sarif(reportOf([strategyRecord({ findings })])).runs;
    expect(run.results).toHaveLength(5_000);
    expect(run.results.filter(({ level }) => level === 'error')).toHaveLength(20);
    expect(JSON.stringify(run.invocations[0].toolExecutionNotifications)).toContain(
      '10 results are left out',
    );
  });

  it('has the page of each code, and its address when the repository has one', () => {
    const driver = (home: string | undefined): SarifLog['runs'][0]['tool']['driver'] => {
      const log = JSON.parse([...renderLog(reportOf([]), true, home)].join('')) as SarifLog; // the shape above
      expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
      return log.runs[0].tool.driver;
    };
    const without = driver(undefined);
    expect(without.informationUri).toBeUndefined();
    for (const { id, help, helpUri } of without.rules) {
      expect(help.markdown).toContain(`# ${id}: `);
      expect(helpUri).toBeUndefined();
    }
    const address = 'https://github.com/owner/name';
    for (const home of [address, `git+${address}.git`]) {
      const { informationUri, rules } = driver(home);
      expect(informationUri).toBe(address);
      for (const { id, helpUri } of rules) {
        expect(helpUri).toBe(`${address}/blob/HEAD/docs/diagnostics/${id}.md`);
        expect(existsSync(path.join(root, helpUri?.split('/blob/HEAD/')[1] ?? ''))).toBe(true);
      }
    }
    expect(driver('ssh://git@host/owner/name.git').rules[0]?.helpUri).toBeUndefined();
  });

  it('names the part of an estate', () => {
    const report = { ...reportOf([]), run: { root: '.', config: null, overrides: null, shard: '2/5' } };
    expect(sarif(report).runs[0].automationDetails.id).toBe('ird2scxml/convert/2-of-5');
  });
});

describe('junit', () => {
  it('is read by a reader of JUnit, and its counts are those of its cases', async () => {
    const samples = fc
      .sample(reports, { numRuns: 30, seed: 7 })
      .filter(({ totals }) => totals.strategies > 0);
    for (const report of samples) {
      const read = await parseJunit(render('junit', report));
      expect(read !== undefined && read !== null && 'testsuite' in read).toBe(true);
      if (read === undefined || read === null || !('testsuite' in read)) continue;
      const suites = read.testsuite ?? [];
      expect(suites).toHaveLength(report.totals.strategies);
      const cases = suites.flatMap(({ testcase = [] }) => testcase);
      expect(read.tests).toBe(cases.length);
      expect(read.failures).toBe(cases.filter(({ failure }) => failure !== undefined).length);
      expect(read.errors).toBe(0);
      for (const suite of suites) expect(suite.tests).toBe((suite.testcase ?? []).length);
    }
  });

  it('fails at the threshold', () => {
    const [warning] = fc
      .sample(strategyArbitrary, { numRuns: 200, seed: 3 })
      .flatMap(({ findings }) => findings)
      .filter(({ severity, suppressed }) => severity === 'warning' && suppressed === undefined);
    if (warning === undefined) throw new Error('no warning');
    const report = reportOf([strategyRecord({ findings: [{ ...warning, code: 'IRD1001' }] })]);
    expect(render('junit', report)).not.toContain('<failure');
    expect(render('junit', report, { failOn: 'warning' })).toContain('<failure');
    expect(render('junit', report, { failOn: 'never' })).not.toContain('<failure');
  });
});

describe('github', () => {
  it('has at most ten commands of a kind, one on each line, and says what is missing', () => {
    holds((report) => {
      const lines = render('github', report).split('\n').slice(0, -1);
      for (const line of lines) {
        const command = /^::(error|warning) [^:]*::(.*)$/.exec(line);
        expect(command, line).not.toBeNull();
      }
      for (const severity of ['error', 'warning'] as const) {
        const own = lines.filter((line) => line.startsWith(`::${severity} `));
        expect(own).toHaveLength(Math.min(10, open(report, severity).length));
      }
    });
  });

  it('counts what it does not show', () => {
    const [finding] = fc
      .sample(strategyArbitrary, { numRuns: 200, seed: 3 })
      .flatMap(({ findings }) => findings)
      .filter(({ severity, suppressed }) => severity === 'error' && suppressed === undefined);
    if (finding === undefined) throw new Error('no error');
    const many = Array.from({ length: 25 }, () => finding);
    const lines = render('github', reportOf([strategyRecord({ findings: many })])).split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[9]).toContain('::16 more errors not shown here');
  });
});

describe('gitlab', () => {
  it('is an array of problems, each with a fingerprint of its own', () => {
    holds((report) => {
      const problems = JSON.parse(render('gitlab', report)) as readonly {
        readonly fingerprint: string;
        readonly severity: string;
      }[];
      expect(problems).toHaveLength(open(report, 'error', 'warning', 'info').length);
      expect(new Set(problems.map(({ fingerprint }) => fingerprint)).size).toBe(problems.length);
      expect(problems.filter(({ severity }) => severity === 'critical')).toHaveLength(report.totals.errors);
    });
  });
});

describe('csv', () => {
  it.each([',', ';', '\t', '|'] as const)(
    'is read back with the delimiter %j, and holds no formula',
    (csvDelimiter) => {
      holds((report) => {
        for (const name of ['csv', 'csv-inventory', 'csv-uses']) {
          const rows = parseCsv(render(name, report, { csvDelimiter }), {
            delimiter: csvDelimiter,
            relax_column_count: false,
            record_delimiter: '\r\n',
          });
          for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
          for (const cell of rows.flat()) expect(cell).not.toMatch(steering);
          if (name === 'csv') expect(rows).toHaveLength(1 + [...allFindings(report)].length);
          if (name === 'csv-uses') expect(rows).toHaveLength(1 + report.strategies.length);
        }
      });
    },
  );
});

describe('md', () => {
  const html = (report: Report): string =>
    micromark(render('md', report), { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] });

  it('holds names as text: no markup, no links, no rows more', () => {
    holds((report) => {
      const text = html(report);
      const tags = [...text.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)].map(
        ([, tag = '', rest = '']) => tag + rest,
      );
      const known = ['h1', 'h2', 'p', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];
      expect(tags.filter((tag) => !known.includes(tag))).toEqual([]);
      const rows = text.split('<h2>Strategies</h2>')[1]?.split('<h2>')[0]?.match(/<tr>/g) ?? [];
      expect(rows).toHaveLength(report.totals.strategies === 0 ? 0 : report.totals.strategies + 1);
      expect(render('md', report)).not.toMatch(/@someone|https?:\/\/|www\.x/);
    });
  });

  it('shows the totals', () => {
    holds((report) => {
      const text = html(report).replaceAll('\n', '');
      for (const [what, count] of [
        ['errors', report.totals.errors],
        ['warnings', report.totals.warnings],
        ['converted', report.totals.converted],
      ] as const) {
        expect(text).toContain(`<td>${what}</td><td>${String(count)}</td>`);
      }
    });
  });

  it('stays below what a step summary may hold, and says that it is cut', () => {
    const name = 'n'.repeat(300);
    const text = render('md', reportOf(Array.from({ length: 4_000 }, () => strategyRecord({ name }))));
    expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
    expect(text).toContain('the JSON report has everything');
  });
});

describe('summary', () => {
  it('shows the sums of the records', () => {
    holds((report) => {
      const text = renderSummary(report, { paint: plainPaint, verbose: false });
      const [errors, warnings, notes] = [
        open(report, 'error'),
        open(report, 'warning'),
        open(report, 'info'),
      ];
      if (report.strategies.length === 0) expect(text).toBe('');
      else {
        expect(text).toMatch(
          new RegExp(`${errors.length} errors?, ${warnings.length} warnings?, ${notes.length} notes?`),
        );
      }
    });
  });
});
