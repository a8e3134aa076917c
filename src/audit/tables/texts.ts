// The files of an audit that are no tables: the plan of test calls, and the call graph as a drawing in Mermaid.
import type { CallGraph } from '../call-graph.js';
import type { AuditedStrategy } from '../estate.js';
import type { TestCall } from '../facts.js';

/** A text as one cell of a Markdown table, or in a line: nothing in it is markup. */
export const markdownText = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#+!|~&]/g, '\\$&');

export const testPlanTitle = '# Calls to make by hand\n\nOne line for each decision; tick what was seen.\n';

/** The part of the plan for one strategy; '' when there is nothing to call. Scenarios come first: somebody has thought of them. */
export function testPlanOf(strategy: AuditedStrategy, scenarios: readonly TestCall[]): string {
  const calls = [...scenarios, ...strategy.facts.tests];
  if (calls.length === 0) return '';
  const rows = calls.map(
    ({ block, when, shows }) => `| ${[block, when, shows].map(markdownText).join(' | ')} | |\n`,
  );
  return `\n## ${markdownText(strategy.name)}\n\n| where | what to do | what it shows | seen |\n|---|---|---|---|\n${rows.join('')}`;
}

/** The calls as a flow chart of Mermaid; what is missing has a dashed frame. */
export function callGraphDrawing({ order, edges, missing }: CallGraph): string {
  const ids = new Map<string, string>();
  const idOf = (name: string): string => {
    const key = name.toLowerCase();
    const id = ids.get(key) ?? `n${String(ids.size)}`;
    ids.set(key, id);
    return id;
  };
  const drawn = new Set(edges.flatMap(({ caller, name }) => [caller.toLowerCase(), name.toLowerCase()]));
  const nodes = order
    .filter(({ name }) => drawn.has(name.toLowerCase()))
    .map(
      ({ name, kind }) =>
        `  ${idOf(name)}${kind === 'strategy' ? `["${label(name)}"]` : `(["${label(name)}"])`}\n`,
    );
  const absent = missing.map(({ name }) => `  ${idOf(name)}["${label(name)}"]:::missing\n`);
  const arrows = edges.map(
    ({ caller, name, kind }) => `  ${idOf(caller)} ${kind === 'strategy' ? '-.->' : '-->'} ${idOf(name)}\n`,
  );
  return [
    'flowchart LR\n',
    '  classDef missing stroke-dasharray: 4 3\n',
    ...new Set([...nodes, ...absent]),
    ...new Set(arrows),
  ].join('');
}

/** Text within double quotes of Mermaid: entity codes for what would end it or be markup. */
const label = (name: string): string =>
  name
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .replace(/["#&<>\\`]/g, (mark) => `#${String(mark.charCodeAt(0))};`);
