// What a configuration file can say: one row for each setting. Everything else follows from the row and from the option that it stands for: the schema,
// the check, where the value goes, what `config print` shows.

/** What a value looks like in the file. `word`: one of those that the option takes, or a number where it lists none; `path`: relative to the file; `formats`: `name` or `name=file`, the file as a path; `answers`: a map of ids to words. */
export type SettingKind =
  'flag' | 'text' | 'word' | 'count' | 'number' | 'path' | 'path-or-false' | 'paths' | 'formats' | 'answers';

export interface Setting {
  /** As the file calls it. */
  readonly key: string;
  /** It stands for the words of the command line that are no options. */
  readonly isArgument?: boolean;
  readonly kind: SettingKind;
  /** The option in camel case, where it is called otherwise. */
  readonly option?: string;
  /** Verbs that take it from the top of the file and from their section. */
  readonly shared?: readonly string[];
  /** Verbs that take it from their section alone. */
  readonly own?: readonly string[];
  /** It can also be said by `IRD2SCXML_<KEY>`. */
  readonly environment?: boolean;
  /** It counts only beside that option. */
  readonly onlyWith?: string;
  /** It gives way to that option, when the command line has it. */
  readonly notWith?: string;
}

const converting = ['convert', 'audit'];
const finding = [...converting, 'check', 'verify'];
const reporting = [...finding, 'report'];
const drawing = [...converting, 'graph', 'verify'];
const mapping = [...drawing, 'explain', 'mappings', 'eval'];
const baselines = ['baseline write', 'baseline prune'];

export const settings: readonly Setting[] = [
  // What is looked at.
  {
    key: 'inputs',
    kind: 'paths',
    isArgument: true,
    shared: [...converting, 'verify'],
    own: ['check'],
    notWith: 'filesFrom',
  },
  // How strategies are converted.
  { key: 'profile', kind: 'path', shared: [...drawing, 'diff'], environment: true },
  { key: 'overrides', kind: 'path-or-false', shared: mapping, environment: true },
  { key: 'plugins', option: 'plugin', kind: 'paths', shared: mapping },
  { key: 'names', kind: 'path', shared: drawing },
  { key: 'assume', kind: 'answers', shared: [...drawing, 'eval'] },
  { key: 'target', kind: 'text', shared: [...drawing, 'mappings', 'eval'], environment: true },
  { key: 'selection', kind: 'word', shared: drawing },
  { key: 'ursCalls', kind: 'flag', shared: drawing },
  { key: 'priorityIncrements', kind: 'word', shared: drawing },
  { key: 'notes', kind: 'flag', shared: drawing },
  // What makes the exit code 1.
  { key: 'failOn', kind: 'word', shared: finding, own: ['report'], environment: true },
  { key: 'maxWarnings', kind: 'count', shared: finding, own: ['report'] },
  { key: 'minStatus', kind: 'word', shared: finding, own: ['report'] },
  { key: 'minClaim', kind: 'word', shared: ['convert', 'check', 'verify'], own: ['audit', 'report'] },
  { key: 'baseline', kind: 'path', shared: [...finding, ...baselines], environment: true },
  // What is shown.
  { key: 'maxProblems', kind: 'count', shared: reporting },
  { key: 'csvDelimiter', kind: 'word', shared: reporting },
  { key: 'htmlPages', kind: 'count', shared: reporting },
  { key: 'format', kind: 'formats', own: reporting, notWith: 'dryRun' },
  { key: 'format', kind: 'word', own: ['graph', 'diff', 'mappings', 'eval'] },
  // What one verb does.
  { key: 'output', kind: 'path', own: ['convert', 'audit'] },
  { key: 'filesFrom', kind: 'path', own: ['convert'] },
  { key: 'check', kind: 'flag', own: ['convert'] },
  { key: 'scenarios', option: 'scenario', kind: 'paths', own: ['convert', 'check', 'verify'] },
  { key: 'verify', kind: 'flag', own: ['convert'] },
  { key: 'merge', kind: 'flag', own: ['convert'] },
  { key: 'cache', kind: 'flag', own: ['convert'] },
  { key: 'jobs', kind: 'word', own: ['convert', 'verify'] },
  { key: 'dns', kind: 'path', own: ['audit'] },
  { key: 'minutesPerUnit', kind: 'number', own: ['audit'] },
  { key: 'engine', kind: 'word', shared: ['check', 'run', 'verify'] },
  { key: 'explore', kind: 'flag', own: ['check'] },
  { key: 'budget', kind: 'count', own: ['check'], onlyWith: 'explore' },
  { key: 'budget', kind: 'count', own: ['convert'], onlyWith: 'verify' },
  { key: 'budget', kind: 'count', own: ['verify'] },
  { key: 'seed', kind: 'count', own: ['convert', 'verify'] },
  { key: 'coverage', kind: 'flag', own: ['check'] },
  { key: 'zone', kind: 'text', own: ['eval'] },
];

/** The option that a row stands for, in camel case. */
export const optionOf = ({ key, option }: Setting): string => option ?? key;

/** Verbs that take a setting from anywhere. */
export const verbsOf = ({ shared = [], own = [] }: Setting): readonly string[] => [...shared, ...own];

/** All verbs that a file can speak to, in the order of their rows. */
export const configuredVerbs: readonly string[] = [...new Set(settings.flatMap(verbsOf))];

/** Verbs that have a section in the file. Those of baselines take the file of the baseline from the top. */
export const sections: readonly string[] = configuredVerbs.filter((verb) => !verb.includes(' '));

/** Settings of a verb. */
export const settingsOf = (verb: string): readonly Setting[] =>
  settings.filter((setting) => verbsOf(setting).includes(verb));

/** `IRD2SCXML_FAIL_ON` of `failOn`. */
export const variableOf = ({ key }: Setting): string =>
  `IRD2SCXML_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** The variable that names the file itself, as `--config` does. */
export const fileVariable = 'IRD2SCXML_CONFIG';

/** Variables that are read, beside `NO_COLOR` and `FORCE_COLOR`. */
export const variables: readonly string[] = [
  fileVariable,
  'IRD2SCXML_DEBUG',
  ...settings.filter(({ environment }) => environment === true).map(variableOf),
];
