// Gives the objects that a strategy names their new names, before anything is made of it: pages, ids and reports then know the new ones alone.
import { diagnose, type Diagnostic, type Span } from '../../diagnostics/index.js';
import type { Language, ParsedOf } from '../../ird-parser/languages/ast.js';
import type { SourceBlock, SourceRow, SourceStrategy, SourceValue } from '../../ird-parser/source-model.js';
import type { LocatedText } from '../../xml/tree.js';
import type { NameKind, NameMap, NameRow } from './name-map.js';
import {
  editsOfExpr,
  editsOfLiteral,
  editsOfName,
  noteLeftovers,
  noteLeftoversOfScript,
} from './name-edits.js';
import type { NameEvents } from './name-edits.js';
import { namingExpressions, namingProperties, rowTypes, type Naming } from './naming-places.js';
import { spliced, unplaced, type Edit } from './splice.js';

/** Parses a text of a language; undefined when it has errors. */
export type ParseText = <L extends Language>(language: L, text: LocatedText) => ParsedOf[L] | undefined;

/** How often a row was used in a strategy. */
export interface NameUse {
  readonly kind: NameKind;
  readonly old: string;
  readonly new: string;
  readonly count: number;
}

export interface RenamedStrategy {
  readonly strategy: SourceStrategy;
  /** Rows that were used, in the order of the table. */
  readonly uses: readonly NameUse[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Renames what `map` says in a strategy. Texts that cannot be read are left as they are: their blocks become placeholders anyway. */
export function renameStrategy(source: SourceStrategy, map: NameMap, parse: ParseText): RenamedStrategy {
  const counts = new Map<NameRow, number>();
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  const taken: { readonly row: NameRow; readonly text: LocatedText }[] = [];
  const report = (code: 'IRD8114' | 'IRD8115', row: NameRow, span: Span, text: string): void => {
    const key = `${code}\u0000${row.kind}\u0000${row.old}\u0000${code === 'IRD8114' ? '' : span.start.offset}`;
    if (reported.has(key)) return;
    reported.add(key);
    const data = { kind: row.kind, old: row.old, new: row.new, strategy: source.name, text: shorten(text) };
    diagnostics.push(diagnose(code, source.name, span, data));
  };
  const eventsAt = (text: LocatedText): NameEvents => ({
    map,
    parse: (language, inner) => parse(language, unplaced(inner)),
    renamed: (row) => counts.set(row, (counts.get(row) ?? 0) + 1),
    taken: (row) => taken.push({ row, text }),
    leftAlone: (row) => report('IRD8115', row, text.span(), text.text),
  });
  const value = (name: string, one: SourceValue, naming?: Naming): SourceValue =>
    renameValue(one, { name, naming: naming ?? own(namingProperties, name) }, eventsAt(one.source), parse);
  const row = (one: SourceRow): SourceRow => ({
    ...one,
    columns: mapValues(one.columns, (column, name) =>
      value(name, column, name === 'name' ? namingOfRow(one) : undefined),
    ),
    rows: mapValues(one.rows, (list) => list.map(row)),
  });
  const block = (one: SourceBlock): SourceBlock => {
    for (const other of one.others) noteLeftovers(other.value.text, eventsAt(other.value));
    return {
      ...one,
      properties: mapValues(one.properties, (property, name) => value(name, property)),
      rows: mapValues(one.rows, (list) => list.map(row)),
    };
  };
  const strategy: SourceStrategy = {
    ...source,
    variables: source.variables.map((variable) =>
      variable.initial === undefined ? variable : { ...variable, initial: value('', variable.initial) },
    ),
    blocks: source.blocks.map(block),
  };
  // Where the old name does not occur, the two cannot be mixed up.
  for (const { row: other, text } of taken) {
    if (counts.has(other)) report('IRD8114', other, text.span(), text.text);
  }
  const uses = map.rows.flatMap((used) => {
    const count = counts.get(used);
    return count === undefined ? [] : [{ kind: used.kind, old: used.old, new: used.new, count }];
  });
  return { strategy, uses, diagnostics };
}

const longest = 60;
const shorten = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest - 3)}...`;

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

function mapValues<A, B>(
  record: Readonly<Record<string, A>>,
  change: (value: A, name: string) => B,
): Readonly<Record<string, B>> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}

/** The `name` of a target row names what its `type` says. */
function namingOfRow({ columns }: SourceRow): Naming | undefined {
  const type = columns['type'];
  return type?.kind === 'text' ? own(rowTypes, type.value.toLowerCase().replace(/[^a-z]/g, '')) : undefined;
}

interface ValuePlace {
  readonly name: string;
  readonly naming: Naming | undefined;
}

function renameValue(
  value: SourceValue,
  { name, naming }: ValuePlace,
  events: NameEvents,
  parse: ParseText,
): SourceValue {
  const { text } = value.source;
  switch (value.kind) {
    case 'text': {
      const edits = naming === undefined ? [] : editsOfName(naming, value.value, events);
      if (edits.length === 0) {
        if (naming === undefined) noteLeftovers(value.value, events);
        return value;
      }
      const changed = spliced(unplaced(value.value), edits).text;
      // The value may be the source without the blanks around it.
      const shift = text.indexOf(value.value);
      const inSource: readonly Edit[] =
        shift === -1
          ? [{ start: 0, end: text.length, text: changed }]
          : edits.map((edit) => ({ ...edit, start: edit.start + shift, end: edit.end + shift }));
      return { ...value, value: changed, source: spliced(value.source, inSource) };
    }
    case 'expression': {
      // A profile may say that a property is the text itself, without quotes.
      if (value.tree.kind === 'string' && value.tree.value === text) {
        const edits = editsOfName(own(namingExpressions, name) ?? [], text, events);
        if (edits.length === 0) return value;
        const source = spliced(value.source, edits);
        return { ...value, tree: { ...value.tree, value: source.text, span: source.span() }, source };
      }
      const tree = parse('expression', unplaced(text));
      if (tree === undefined) return value;
      const whole = own(namingExpressions, name);
      const edits =
        whole !== undefined && tree.kind === 'string'
          ? editsOfLiteral(tree, whole, events)
          : editsOfExpr(tree, 'expression', text, events);
      return reparsed(value, 'expression', edits, parse);
    }
    case 'skill':
    case 'threshold': {
      const tree = parse(value.kind, unplaced(text));
      return tree === undefined
        ? value
        : reparsed(value, value.kind, editsOfExpr(tree, value.kind, text, events), parse);
    }
    case 'targets': {
      const edits = editsOfName('targets', text, events);
      const source = spliced(value.source, edits);
      const tree = edits.length === 0 ? undefined : parse('targets', source);
      return tree === undefined ? value : { ...value, tree, source };
    }
    case 'ecmascript':
      noteLeftoversOfScript(value.form === 'literal' ? `"${value.code}"` : value.code, events);
      return value;
    case 'list':
    case 'integer':
    case 'boolean':
    case 'variable':
      return value;
  }
}

function reparsed(
  value: Extract<SourceValue, { kind: 'expression' | 'skill' | 'threshold' }>,
  language: 'expression' | 'skill' | 'threshold',
  edits: readonly Edit[],
  parse: ParseText,
): SourceValue {
  if (edits.length === 0) return value;
  const source = spliced(value.source, edits);
  const tree = parse(language, source);
  return tree === undefined ? value : { ...value, tree, source };
}
