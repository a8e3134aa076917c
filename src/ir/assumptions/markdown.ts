// The documentation page of the assumptions: docs/assumptions.md is this text.
import { type Assumption, assumptions } from './table.js';

const introduction = `# What is assumed about IRD and URS

The documents leave the questions below open. Each has an answer that a conversion takes until you know better; where other answers are listed, \`--assume id=value\` chooses
one of them. A report lists the rows that its claims rest on.

Evidence: *documented* – the vendor says so; *observed* – seen in what the vendor generates, ships or logs; *inferred* – by analogy; *unverified* – taken
for want of anything better.
`;

/** The page, one section for each row in the order of the table. Generated: change the table, not the page. */
export function assumptionsMarkdown(): string {
  return `${introduction}\n${assumptions.map(section).join('\n')}`;
}

function section(row: Assumption): string {
  const others = row.alternatives.map((value) => `\`${value}\``).join(', ');
  return [
    `## \`${row.id}\``,
    '',
    row.question,
    '',
    `- Taken: \`${row.default}\` (${row.evidence})`,
    ...(others === '' ? [] : [`- Can be set to: ${others}`]),
    `- Why: ${row.why}`,
    '',
  ].join('\n');
}
