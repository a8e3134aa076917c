// The files that `init` writes: a configuration with every setting explained, and overrides with what nothing is mapped for yet, most wanted first.
import type { FactsOf } from './schema.js';
import { settings, type Setting } from './settings.js';

/** What is known at the start. */
export interface FirstAnswers {
  /** Left as a comment when there are none, or more than anybody would write down. */
  readonly inputs: readonly string[];
  readonly output: string;
  readonly failOn: string;
  readonly profile: string | undefined;
}

/** Something that the tables do not convert, out of an audit. */
export interface WantedMapping {
  readonly kind: string;
  readonly name: string;
  readonly count: number;
  readonly strategies: number;
  /** Strategies that it alone keeps from being complete. */
  readonly unblocks: number;
}

/** The text of `ird2scxml.config.yaml`. What was not answered stands there as a comment. */
export function firstConfig({ inputs, output, failOn, profile }: FirstAnswers, factsOf: FactsOf): string {
  const said = new Map<string, string>([
    ['failOn', failOn],
    ...(areKept(inputs) ? [['inputs', `[${inputs.map(yamlText).join(', ')}]`] as const] : []),
    ...(profile === undefined ? [] : [['profile', yamlText(profile)] as const]),
  ]);
  const lines = settings.flatMap((setting): readonly string[] => {
    const [verb] = setting.shared ?? [];
    if (verb === undefined) return [];
    const { about, choices } = factsOf(setting, verb);
    const value = said.get(setting.key);
    const words = choices === undefined ? '' : ` (${choices.join(', ')})`;
    return [
      `# ${about}${words}`,
      value === undefined ? `# ${setting.key}: ${example(setting, choices)}` : `${setting.key}: ${value}`,
      '',
    ];
  });
  return [
    '# Settings of ird2scxml; docs/configuration.md explains them, "ird2scxml config print" shows what holds.',
    '# Paths are relative to this file.',
    '',
    ...lines,
    '# What means something else to each verb stands in its section.',
    'convert:',
    `  output: ${yamlText(output)}`,
    '  check: true',
    '  # format: [pretty, json=reports/convert.json]',
    '',
    'audit:',
    '  output: audit',
    '',
  ].join('\n');
}

/** Whether the inputs stand in the configuration: a shell that expands a pattern gives more than anybody wants there. */
export const areKept = (inputs: readonly string[]): boolean => inputs.length > 0 && inputs.length <= 10;

function example({ key, kind }: Setting, choices: readonly string[] | undefined): string {
  switch (kind) {
    case 'flag':
      return 'false';
    case 'count':
      return '20';
    case 'number':
      return '5';
    case 'path':
    case 'path-or-false':
      return key === 'baseline' ? 'ird2scxml.baseline.json' : `${key}.${key === 'names' ? 'csv' : 'yaml'}`;
    case 'paths':
      return key === 'inputs' ? '[exports/]' : '[plugin.mjs]';
    case 'formats':
      return '[pretty]';
    case 'answers':
      return '{ selection.timeout: red }';
    case 'text':
      return '"8.1.400"';
    case 'word':
      return choices?.[0] ?? 'word';
  }
}

/** The text of `ird2scxml.overrides.yaml`: valid as it is, and valid when an entry is uncommented. */
export function firstOverrides(wanted: readonly WantedMapping[]): string {
  const part = (
    title: string,
    entries: readonly WantedMapping[],
    body: readonly string[],
  ): readonly string[] =>
    entries.length === 0
      ? []
      : [
          '',
          `# ${title}:`,
          ...entries.flatMap((entry) => [
            `#   # ${countsOf(entry)}`,
            `#   - name: ${yamlText(entry.name)}`,
            ...body,
          ]),
        ];
  return [
    '# What becomes of functions and objects that ird2scxml has no mapping for; docs/overrides.md explains it.',
    '# The most wanted come first. Uncomment "functions:" or "objects:" and the entries that you fill in.',
    'overrides: 1',
    ...part(
      'functions',
      wanted.filter(({ kind }) => kind !== 'object'),
      ['#     template: "yourFunction(${1})"', '#     evidence: unverified'],
    ),
    ...part(
      'objects',
      wanted.filter(({ kind }) => kind === 'object'),
      [`#     template: <log expr="'what the object did'"/>`, '#     evidence: unverified'],
    ),
    ...(wanted.length === 0 ? ['# Nothing is missing.'] : []),
    '',
  ].join('\n');
}

function countsOf({ count, strategies, unblocks }: WantedMapping): string {
  const many = (n: number, one: string, more: string): string => `${String(n)} ${n === 1 ? one : more}`;
  const rest = unblocks === 0 ? '' : `; would complete ${many(unblocks, 'strategy', 'strategies')}`;
  return `${many(count, 'use', 'uses')} in ${many(strategies, 'strategy', 'strategies')}${rest}`;
}

/** Names come from files: whatever they hold, they stay one value on one line. */
const yamlText = (text: string): string =>
  /^[A-Za-z][\w./-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text).replace(
        /[\u007f-\uffff]/g,
        (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
