// docs/ors-dialect.md: the differences with their evidence, and the page that shows each.
import type { DialectCase, Expected } from './cases.js';

export const dialectPageFile = 'docs/ors-dialect.md';

/** The text of the page. */
export const dialectPage = (cases: readonly DialectCase[]): string =>
  `${[
    '# The ORS dialect',
    '',
    'How pages for Orchestration Server differ from SCXML 1.0, as the interpreter takes them. Each row is shown by a page of its own under `test/conformance/ors`,',
    'which `npm test` and `npm run conformance` run. The row of the interpreter that makes the difference stands in `src/runtime-check/interpreter/dialects.ts`.',
    'This page is written from those cases by `npm run conformance -- --write`.',
    '',
    '- **documented**: the vendor says so; **observed**: pages of the vendor or of its tools do it; **inferred**: our reading, to be tried on a server.',
    '',
    '| case | difference | evidence | source | shown by |',
    '|---|---|---|---|---|',
    ...cases.map(
      ({ id, difference, evidence, source, expected }) =>
        `| ${id} | ${cell(difference)} | ${evidence} | ${cell(source)} | ${cell(shown(expected))} |`,
    ),
  ].join('\n')}\n`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** What the page of the case must show, in a few words. */
function shown({ logs, events, states, findings, runs }: Expected): string {
  const parts = [
    ...(findings === undefined || findings.length === 0
      ? []
      : [`finding ${findings.map(([code]) => code).join(', ')}`]),
    ...(findings?.length === 0 ? ['no finding'] : []),
    ...(runs === false ? ['does not run'] : []),
    ...(logs === undefined ? [] : [`logs ${logs.map((log) => `\`${log}\``).join(', ')}`]),
    ...(events === undefined ? [] : [`events ${events.map((event) => `\`${event}\``).join(', ')}`]),
    ...(states === undefined ? [] : [`ends in ${states.map((state) => `\`${state}\``).join(', ')}`]),
  ];
  return parts.join('; ');
}
