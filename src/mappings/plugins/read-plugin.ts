// What a plug-in exports, checked: a plug-in is code of somebody else, and its mistakes are findings about its file, not crashes.
import { diagnose, wholeFile, type Diagnostic, type Outcome } from '../../diagnostics/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import type { BlockType } from '../../ir/nodes.js';
import { evidences } from '../../ir/vocabulary/facts.js';
import { dispositions, type BlockMapping, type FunctionMapping } from '../define.js';
import type { Condition, Override } from '../overrides/model.js';

/** What the default export of a plug-in may hold. */
export interface Plugin {
  /** Rows by `ird`, the name of the function: made with `defineFunctions`. */
  readonly functions?: readonly FunctionMapping[];
  /** Mappings by the name of the object as strategies write it: made with `defineBlock`. */
  readonly blocks?: Readonly<Record<string, { [T in BlockType]: BlockMapping<T> }[BlockType]>>;
}

/** A plug-in as it was loaded; `exports` is its default export. */
export interface LoadedPlugin {
  readonly file: string;
  readonly exports: unknown;
}

/** The entries of a plug-in, to be tried after those of the overrides file; those that are wrong are reported and left out. */
export function readPlugin({ file, exports }: LoadedPlugin): Outcome<readonly Override[]> {
  const diagnostics: Diagnostic[] = [];
  const wrong = (what: string, reason: string): void => {
    diagnostics.push(diagnose('IRD8126', '', wholeFile(file), { file, what, reason }));
  };
  if (!isRecord(exports)) {
    wrong('its default export', 'is no object with "functions" or "blocks"');
    return { value: [], diagnostics };
  }
  for (const key of Object.keys(exports)) {
    if (key !== 'functions' && key !== 'blocks') {
      wrong(`"${key}"`, `is no key of a plug-in${suggestion(key, ['functions', 'blocks'])}`);
    }
  }
  const entries: Override[] = [];
  const { functions = [], blocks = {} } = exports;
  if (!Array.isArray(functions)) wrong('"functions"', 'is no list; defineFunctions makes one');
  else {
    for (const [index, row] of (functions as readonly unknown[]).entries()) {
      const name = isRecord(row) && typeof row['ird'] === 'string' ? row['ird'] : '';
      const place = name === '' ? `functions[${index}]` : `function "${name}"`;
      const faults = name === '' ? ['has no name in "ird"'] : faultsOf(row);
      faults.forEach((fault) => wrong(place, fault));
      if (faults.length > 0) continue;
      const checked = row as FunctionMapping; // its fields were looked at one by one
      entries.push({
        ...shared(name, checked, file),
        about: 'function',
        action: { kind: 'plugin', file, mapping: checked },
      });
    }
  }
  if (!isRecord(blocks)) wrong('"blocks"', 'is no object with a mapping for each name');
  else {
    for (const [name, mapping] of Object.entries(blocks)) {
      const faults = faultsOf(mapping);
      faults.forEach((fault) => wrong(`object "${name}"`, fault));
      if (faults.length > 0) continue;
      const checked = mapping as BlockMapping; // its fields were looked at one by one
      entries.push({
        ...shared(name, checked, file),
        about: 'object',
        action: { kind: 'plugin', file, mapping: checked },
      });
    }
  }
  return { value: entries, diagnostics };
}

const always: Condition = { strategy: [], caption: [], parameters: [] };

const shared = (name: string, { evidence, source }: FunctionMapping | BlockMapping, file: string) => ({
  name,
  when: always,
  evidence,
  source,
  span: wholeFile(file),
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is wrong with a row or mapping, a sentence each. */
function faultsOf(row: unknown): readonly string[] {
  if (!isRecord(row)) return ['is no object'];
  const { evidence, disposition, cost, source, about, build, target } = row;
  const oneOf = (key: string, value: unknown, known: readonly string[]): readonly string[] =>
    typeof value === 'string' && known.includes(value)
      ? []
      : [
          `has no "${key}" of ${known.join(', ')}${typeof value === 'string' ? suggestion(value, known) : ''}`,
        ];
  return [
    ...oneOf('evidence', evidence, evidences),
    ...oneOf('disposition', disposition, dispositions.slice(0, 3)),
    ...(typeof cost === 'number' ? [] : ['has no number as "cost"']),
    ...(typeof source === 'string' ? [] : ['has no text as "source"']),
    ...(typeof about === 'string' ? [] : ['has no text as "about"']),
    ...(isRecord(target) && typeof target['from'] === 'string'
      ? []
      : ['has no "target" with the version in "from"']),
    ...(typeof build === 'function' ? [] : ['has no function as "build"']),
  ];
}
