// The documentation pages of the mappings, from the rows and files themselves: docs/mappings/*.md.
import { objectFact } from '../ir/vocabulary/objects.js';
import { evidences, type Evidence } from '../ir/vocabulary/facts.js';
import { findFunction } from '../ir/vocabulary/functions.js';
import { blockMappings } from './blocks/index.js';
import { functionMappings } from './functions/index.js';

/** A page by file name. */
export interface MappingPage {
  readonly file: string;
  readonly text: string;
}

/** The weakest of several evidences is what a reader must know. */
const weakest = (all: readonly Evidence[]): Evidence =>
  all.reduce((a, b) => (evidences.indexOf(b) > evidences.indexOf(a) ? b : a));

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** All pages, in a stable order. */
export function mappingPages(): readonly MappingPage[] {
  return [
    { file: 'objects.md', text: objectsPage() },
    { file: 'functions.md', text: functionsPage() },
  ];
}

function objectsPage(): string {
  const rows = blockMappings.map((m) => {
    const fact = objectFact(m.type);
    const evidence = weakest([fact.evidence, m.evidence]);
    return `| ${cell(fact.name)} | ${fact.category} | ${m.disposition} | ${evidence} | ${m.cost} | ${cell(m.about)} | ${cell(m.source)} |`;
  });
  return [
    '# Objects that are converted',
    '',
    'Generated from src/mappings/blocks; do not edit. Objects that are not listed become placeholders. The evidence is the weakest of what is known',
    'about the object and about its equivalent; the disposition is the best that a block of the type can have.',
    '',
    '| object | category | disposition | evidence | cost | becomes | source |',
    '|---|---|---|---|--:|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function functionsPage(): string {
  const sections = functionMappings.map((m) => {
    const fact = findFunction(m.ird);
    const parameters = (fact?.parameters ?? [])
      .map((p) => `${p.name}: ${p.type}${p.optional ? '?' : ''}`)
      .join(', ');
    const evidence = weakest([
      fact?.evidence ?? 'unverified',
      fact?.signatureEvidence ?? 'unverified',
      m.evidence,
    ]);
    const examples = m.examples.map((e) => {
      const value =
        e.value === undefined
          ? ''
          : ` \u2192 ${typeof e.value === 'string' ? `\`'${e.value}'\`` : `\`${e.value}\``}`;
      return `- \`${e.ird}\` becomes \`${e.js}\`${value}`;
    });
    return [
      `## ${m.ird}[${parameters}]`,
      '',
      `${m.about.replace(/\.?$/, '.')} Gives ${fact?.returns ?? 'UNKNOWN'}.`,
      '',
      `${m.disposition}, ${evidence}, cost ${m.cost}. Source: ${m.source}.`,
      '',
      ...examples,
      '',
    ].join('\n');
  });
  return [
    '# Functions that are converted',
    '',
    'Generated from src/mappings/functions; do not edit. A call of any other function makes its block a placeholder.',
    '',
    ...sections,
  ].join('\n');
}
