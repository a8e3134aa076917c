// Results as text: the totals for the terminal, and docs/conformance.md with the result of every test. The page names neither times nor dates, so that
// it changes only when a result does.
import { groups, type Group, type Result, type Run } from './cases.js';
import { sections } from './sections.js';

const groupNames: Readonly<Record<Group, string>> = {
  mandatory: 'W3C, mandatory, automatic',
  optional: 'W3C, optional, automatic',
  'optional, HTTP': 'W3C, optional, automatic, by HTTP',
  manual: 'W3C, manual, that a machine can judge',
  scripted: 'scripted',
};

/** Rows of a table: for each group how many tests hold in each sandbox, and how many there are. */
function totals(runs: readonly Run[]): readonly (readonly string[])[] {
  const count = (results: readonly Result[], group: Group, isCounted: (result: Result) => boolean): string =>
    String(results.filter((result) => result.test.group === group && isCounted(result)).length);
  return groups.map((group) => [
    groupNames[group],
    ...runs.map(({ results }) => count(results, group, ({ failure }) => failure === undefined)),
    count(runs[0]?.results ?? [], group, () => true),
  ]);
}

const totalsHeader = (runs: readonly Run[]): readonly string[] => [
  'tests',
  ...runs.map(({ engine }) => `hold in ${engine}`),
  'of',
];

/** The totals, and each test that fails with what went wrong. */
export function summary(runs: readonly Run[]): string {
  const [header, ...rows] = [totalsHeader(runs), ...totals(runs)];
  const lines = [header ?? [], ...rows];
  const widths = (header ?? []).map((_title, at) =>
    Math.max(...lines.map((cells) => cells[at]?.length ?? 0)),
  );
  const padded = lines.map((cells) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  );
  const failures = runs.flatMap(({ engine, results }) =>
    results.flatMap(({ test, failure }) =>
      failure === undefined ? [] : [`${test.id} (${test.group}, ${engine}): ${failure}`],
    ),
  );
  return [...padded, ...failures].join('\n');
}

/** The text of docs/conformance.md: what each test gives in the first sandbox, and the totals in all of them. */
export function page(runs: readonly Run[], byHand: readonly string[], corpus: string): string {
  const results = runs[0]?.results ?? [];
  return `${[
    '# Conformance',
    '',
    `Written by \`npm run conformance -- --write\`, which takes the tests from the package \`${corpus}\`: the documents of the W3C's`,
    'implementation report plan for SCXML 1.0 with the ECMAScript data model, and documents with scripts of events and of the states that are to follow.',
    'Every test runs in virtual time in the `w3c` dialect, in each of the sandboxes.',
    '',
    ...table(totalsHeader(runs), totals(runs)),
    '',
    ...remarks(byHand),
    '',
    '## Documents of the W3C',
    '',
    'A test holds when the document ends in its state `pass`.',
    '',
    ...table(['test', 'section', 'about', 'kind', 'result'], results.flatMap(w3cRow)),
    '',
    '## Scripted tests',
    '',
    'A test holds when the innermost active states are those of its script, at the start and behind each event.',
    '',
    ...table(['test', 'events', 'result'], results.flatMap(scriptedRow)),
  ].join('\n')}\n`;
}

const remarks = (byHand: readonly string[]): readonly string[] => [
  `- Of the manual tests, ${byHand.join(', ')} are not judged: a person has to read what they log, or there is no document.`,
  '- 301 holds when the document is refused; 313 and 314 hold when they are refused, or reach `pass`.',
  '- 436 runs in the null data model, all others in the ECMAScript one.',
  '- The tests by HTTP run over a transport that hands each message back to the session that it is for; the interpreter itself opens no connection.',
  '- `more-parallel/test10` and `more-parallel/test10b` are judged by the result that the package calls `legacySemantics`: it is the one of the Recommendation',
  '  (Appendix D, findLCCA), by which a transition between states of a region leaves the parallel state around it and enters it again.',
];

function w3cRow({ test, failure }: Result): readonly (readonly string[])[] {
  if (test.kind !== 'w3c') return [];
  return [[test.id, test.section, sections[test.section] ?? '', test.group, resultText(failure)]];
}

function scriptedRow({ test, failure }: Result): readonly (readonly string[])[] {
  return test.kind === 'scripted' ? [[test.id, String(test.steps.length), resultText(failure)]] : [];
}

const resultText = (failure: string | undefined): string =>
  failure === undefined ? 'holds' : `fails: ${failure.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')}`;

const table = (header: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
