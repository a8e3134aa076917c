// Writes scenarios as people would: YAML in the order of the documentation, short records on one line, texts that look like numbers in quotes.
import { Document, isCollection, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Scenario } from './types.js';

/** The keys of a scenario in the order in which they are written; others follow. */
const order: readonly string[] = [
  'scenario',
  'name',
  'description',
  'seed',
  'clock',
  'zone',
  'interaction',
  'interactions',
  'happenings',
  'world',
  'answers',
  'random',
  'data',
  'limit',
  'expect',
];

/** Records that fit this many characters stand on one line. */
const widest = 100;

/** Scenarios as the text of a file that `readScenarios` reads. */
export function writeScenarios(scenarios: readonly Scenario[]): string {
  return scenarios.map(writeOne).join('---\n');
}

function writeOne(scenario: Scenario): string {
  const keys = Object.keys(scenario);
  const rank = (key: string): number => (order.includes(key) ? order.indexOf(key) : order.length);
  // The keys of a scenario are its own.
  const given = scenario as unknown as Readonly<Record<string, unknown>>;
  const sorted = Object.fromEntries(keys.sort((a, b) => rank(a) - rank(b)).map((key) => [key, given[key]]));
  const document = new Document(sorted, { aliasDuplicateObjects: false });
  visit(document, {
    Collection: (_key, node, path) => {
      const isInner = path.length > 1;
      const inside = isMap(node) ? node.items.map(({ value }) => value) : isSeq(node) ? node.items : [];
      const isFlat = inside.every((item) => !isCollection(item));
      if (isInner && isFlat && JSON.stringify(node.toJSON()).length <= widest) node.flow = true;
    },
    Scalar: (_key, node) => {
      if (isScalar(node) && typeof node.value === 'string' && /^[\d.+-]/.test(node.value)) {
        node.type = 'QUOTE_SINGLE';
      }
    },
  });
  return document.toString({ lineWidth: 0, singleQuote: true });
}
