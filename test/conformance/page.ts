// Results as text: the totals for the terminal, and docs/conformance.md with the result of every test. The page names neither times nor dates, so that
// it changes only when a result does.
import { groups, type Group, type Result } from './cases.js';
import { sections } from './sections.js';

const groupNames: Readonly<Record<Group, string>> = {
  mandatory: 'W3C, mandatory, automatic',
  optional: 'W3C, optional, automatic',
  'optional, HTTP': 'W3C, optional, automatic, by HTTP',
  manual: 'W3C, manual, that a machine can judge',
  scripted: 'scripted',
};

interface Total {
  readonly name: string;
  readonly passed: number;
  readonly all: number;
}

function totals(results: readonly Result[]): readonly Total[] {
  return groups.map((group) => {
    const found = results.filter(({ test }) => test.group === group);
    const passed = found.filter(({ failure }) => failure === undefined).length;
    return { name: groupNames[group], passed, all: found.length };
  });
}

/** The totals, and each test that fails with what went wrong. */
export function summary(results: readonly Result[]): string {
  const rows = totals(results);
  const width = Math.max(...rows.map(({ name }) => name.length));
  const failures = results.filter(({ failure }) => failure !== undefined);
  return [
    ...rows.map(
      ({ name, passed, all }) =>
        `${name.padEnd(width)}  ${String(passed).padStart(3)} of ${String(all).padStart(3)}`,
    ),
    ...failures.map(({ test, failure }) => `${test.id} (${test.group}): ${failure ?? ''}`),
  ].join('\n');
}

/** The text of docs/conformance.md. */
export function page(results: readonly Result[], byHand: readonly string[], corpus: string): string {
  const rows = totals(results).map(({ name, passed, all }) => [name, String(passed), String(all)]);
  return `${[
    '# Conformance',
    '',
    `Written by \`npm run conformance -- --write\`, which takes the tests from the package \`${corpus}\`: the documents of the W3C's`,
    'implementation report plan for SCXML 1.0 with the ECMAScript data model, and documents with scripts of events and of the states that are to follow.',
    'Every test runs in virtual time in the `w3c` dialect.',
    '',
    ...table(['tests', 'hold', 'of'], rows),
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
