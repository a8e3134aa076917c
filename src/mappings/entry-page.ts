// The documentation of one entry of the tables, in Markdown: what `explain` prints and the pages of docs/mappings are put together from.
import type { MappingEntry } from './listing.js';

/** `GetPriority[]`, `Cat[First: STRING, Second: STRING?]`; objects, constants and the like have their name alone. */
export function entryTitle({ kind, name, parameters }: MappingEntry): string {
  if (kind !== 'function') return name;
  if (parameters === null) return `${name}[...]`;
  return `${name}[${parameters.map((p) => `${p.name}: ${p.type}${p.optional ? '?' : ''}`).join(', ')}]`;
}

const capital = (text: string): string => sentence(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}`);
const sentence = (text: string): string => text.replace(/\.?$/, '.');

/** The page of an entry; `level` is the depth of its heading. */
export function entryPage(entry: MappingEntry, level = 1): string {
  const { kind, category, disposition, evidence, cost, aliases, returns, ports, target } = entry;
  const isWord = kind === 'constant' || kind === 'operator' || kind === 'threshold';
  const facts = [
    `${'#'.repeat(level)} ${entryTitle(entry)}`,
    [
      `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}, ${category}.`,
      ...(aliases.length > 0 ? [`Also written ${aliases.map((name) => `\`${name}\``).join(', ')}.`] : []),
      ...(kind === 'function' && entry.parameters === null
        ? ['No signature is known: any arguments are passed through.']
        : []),
      ...(returns === '' || isWord ? [] : [`Gives ${returns}.`]),
      ...(ports.length > 0 ? [`Ports: ${ports.join(', ')}.`] : []),
    ].join(' '),
    ...(entry.meaning === '' || entry.meaning === entry.about ? [] : [sentence(entry.meaning)]),
    `**Becomes.** ${sentence(entry.about)}`,
    ...(entry.leaveInUrs === null ? [] : [`**Stays in URS.** ${capital(entry.leaveInUrs)}`]),
    [
      `${disposition}, ${evidence} (${evidenceParts(entry)}), cost ${cost}.`,
      ...(target === null
        ? []
        : [
            `Orchestration Server ${target.from} and later${target.until === undefined ? '' : `, until ${target.until}`}.`,
          ]),
      sentence(`Source: ${entry.sources.join('; ')}`),
    ].join(' '),
    ...(entry.examples.length > 0 ? [entry.examples.map(exampleLine).join('\n')] : []),
  ];
  return `${facts.join('\n\n')}\n`;
}

function evidenceParts(entry: MappingEntry): string {
  const { nameEvidence, signatureEvidence, equivalentEvidence, kind } = entry;
  return [
    `name ${nameEvidence}`,
    `${kind === 'object' ? 'ports' : 'signature'} ${signatureEvidence}`,
    ...(equivalentEvidence === null ? [] : [`equivalent ${equivalentEvidence}`]),
  ].join(', ');
}

function exampleLine({ ird, js, value }: MappingEntry['examples'][number]): string {
  const shown = typeof value === 'string' ? `'${value}'` : value;
  if (js === undefined) return `- \`${ird}\``;
  return `- \`${ird}\` becomes \`${js}\`${shown === undefined ? '' : ` \u2192 \`${shown}\``}`;
}
