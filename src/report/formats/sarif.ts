// The report as SARIF 2.1.0, which code scanning reads. GitHub takes 25,000 results and shows 5,000; what is too much is left out here, notes first.
import { catalogue } from '../../diagnostics/catalogue/index.js';
import { allCodes, diagnosticPage } from '../../diagnostics/docs.js';
import { helpAddress, repository, webAddress } from '../../diagnostics/help-address.js';
import type { Severity } from '../../diagnostics/index.js';
import type { Report, ReportFinding } from '../model.js';
import type { Renderer } from './format.js';
import { inertJson, wellFormed } from './inert.js';
import { sarifText, sarifUri } from './sarif-text.js';
import { occurrenceCounter, worstFirst, type OwnedFinding } from './worst-first.js';

/** Results that GitHub shows. */
export const mostResults = 5_000;

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** All findings; accepted ones carry their suppression. */
export const renderSarif: Renderer = (report) => renderLog(report, true, repository);

/** Without the accepted findings, which GitHub shows as open alerts. */
export const renderGithubSarif: Renderer = (report) => renderLog(report, false, repository);

/** The log; rules point at their pages in the repository of `home`, and hold the page itself in any case. */
export function* renderLog(
  report: Report,
  withAccepted: boolean,
  home: string | undefined,
): Iterable<string> {
  const { tool, command, run, totals } = report;
  const informationUri = webAddress(home);
  const accepted = withAccepted ? (totals.suppressed ?? 0) : 0;
  const count = totals.errors + totals.warnings + totals.infos + accepted;
  const codes: readonly string[] = allCodes();
  const head = {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        rules: allCodes().map((code) => ruleOf(code, home)),
        ...(informationUri === undefined ? {} : { informationUri }),
        ...(tool.mappings === undefined ? {} : { properties: { mappings: tool.mappings } }),
      },
    },
    // Runs of one id replace each other: parts of one estate need ids of their own.
    automationDetails: { id: `ird2scxml/${wellFormed(command)}/${run?.shard?.replace('/', '-of-') ?? ''}` },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that the command ran in.' } } },
    invocations: [{ executionSuccessful: true, ...leftOut(count - mostResults) }],
  };
  yield `{\n"$schema": "https://json.schemastore.org/sarif-2.1.0.json",\n"version": "2.1.0",\n"runs": [\n`;
  yield `${inertJson(head).slice(0, -1)},\n"results": [`;
  const occurrence = occurrenceCounter();
  let written = 0;
  for (const owned of worstFirst(report)) {
    if (written === mostResults) break;
    if (owned.finding.suppressed !== undefined && !withAccepted) continue;
    const result = resultOf(owned, codes, occurrence(owned.finding.fingerprint), accepted > 0);
    yield `${written === 0 ? '' : ','}\n${inertJson(result)}`;
    written += 1;
  }
  yield '\n]}\n]\n}\n';
}

function leftOut(count: number): object {
  if (count <= 0) return {};
  const text = `${String(count)} results are left out, the lightest ones, because viewers show ${String(mostResults)}; the JSON report has all.`;
  return { toolExecutionNotifications: [{ level: 'warning', message: { text } }] };
}

function ruleOf(code: ReturnType<typeof allCodes>[number], home: string | undefined): object {
  const helpUri = helpAddress(code, home);
  const { title, about, help, severity } = catalogue[code];
  return {
    id: code,
    name: title.replace(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: sarifText(title) },
    fullDescription: { text: sarifText(about) },
    help: { text: sarifText(help), markdown: diagnosticPage(code) },
    ...(helpUri === undefined ? {} : { helpUri }),
    defaultConfiguration: { level: levels[severity] },
    properties: {
      tags: ['migration', phaseOf(code)],
      precision: 'high',
      'problem.severity': severity === 'info' ? 'recommendation' : severity,
    },
  };
}

/** The phase that owns a code, by its first digit. */
function phaseOf(code: string): string {
  const phases: Readonly<Record<string, string>> = {
    '1': 'input',
    '2': 'graph',
    '3': 'mapping',
    '4': 'output',
    '5': 'check',
    '8': 'configuration',
    '9': 'internal',
  };
  return phases[code.charAt(3)] ?? 'other';
}

function resultOf(
  { finding, strategy }: OwnedFinding,
  codes: readonly string[],
  occurrence: number,
  withSuppressions: boolean,
): object {
  const { code, severity, message, help, node, fingerprint, related, suppressed } = finding;
  const index = codes.indexOf(code);
  return {
    ruleId: code,
    // A stored report can hold codes that this version does not have.
    ...(index < 0 ? {} : { ruleIndex: index }),
    level: levels[severity],
    message: { text: sarifText(`${message}. ${help}`) },
    locations: [
      {
        physicalLocation: { artifactLocation: sarifUri(finding.file), region: regionOf(finding) },
        ...(strategy === '' && node === '' ? {} : { logicalLocations: logical(strategy, node) }),
      },
    ],
    ...(related === undefined
      ? {}
      : {
          relatedLocations: [
            {
              id: 1,
              message: { text: 'What came of it in the page.' },
              physicalLocation: {
                artifactLocation: sarifUri(related.file),
                region: { startLine: related.line, startColumn: related.column },
              },
            },
          ],
        }),
    partialFingerprints: {
      'ird2scxml/v1': fingerprint,
      primaryLocationLineHash: `${fingerprint}:${String(occurrence)}`,
    },
    // Where one result tells whether it is suppressed, all must.
    ...(withSuppressions
      ? {
          suppressions:
            suppressed === undefined
              ? []
              : [
                  {
                    kind: 'external',
                    status: 'accepted',
                    justification: wellFormed(`${suppressed.kind}: ${suppressed.reason}`),
                  },
                ],
        }
      : {}),
  };
}

function regionOf({ line, column, endLine, endColumn }: ReportFinding): object {
  const isWholeFile = line === 1 && column === 1 && endLine === 1 && endColumn === 1;
  return isWholeFile ? { startLine: 1 } : { startLine: line, startColumn: column, endLine, endColumn };
}

const logical = (strategy: string, node: string): readonly object[] => [
  ...(strategy === '' ? [] : [{ name: wellFormed(strategy), kind: 'module' }]),
  ...(node === ''
    ? []
    : [
        {
          name: wellFormed(node.slice(node.lastIndexOf('/') + 1)),
          fullyQualifiedName: wellFormed(node),
          kind: 'member',
        },
      ]),
];
