// Which characters of a text change when the objects that it names are renamed. Only names in places that are known to name an object count; a
// literal that merely looks like an old name is left alone and remembered.
import type { Expr, Language, ParsedOf, TargetItem } from '../../ird-parser/languages/ast.js';
import { findFunction } from '../vocabulary/functions.js';
import type { NameKind, NameMap, NameRow } from './name-map.js';
import { locationKinds, namingParameters, targetTypes, type Naming } from './naming-places.js';
import { spliced, unplaced, type Edit } from './splice.js';

/** What happens in one text. Offsets are those of the text. */
export interface NameEvents {
  readonly map: NameMap;
  /** The tree of a text, whose spans are offsets of that text; undefined when it cannot be read. */
  readonly parse: <L extends Language>(language: L, text: string) => ParsedOf[L] | undefined;
  renamed(row: NameRow): void;
  /** A name that is not renamed is the new name of another object. */
  taken(row: NameRow): void;
  /** A literal whose meaning is not known holds an old name. */
  leftAlone(row: NameRow): void;
}

type ExprLanguage = 'expression' | 'skill' | 'threshold';

/** Edits of a text that names objects as `naming` says. */
export function editsOfName(naming: Naming, text: string, events: NameEvents): readonly Edit[] {
  if (text.trim() === '') return [];
  switch (naming) {
    case 'skill': {
      const tree = events.parse('skill', text);
      return tree === undefined ? [] : editsOfExpr(tree, 'skill', text, events);
    }
    case 'targets': {
      const list = events.parse('targets', text);
      return (list?.items ?? []).flatMap((item) => editsOfTarget(item, text, events));
    }
    case 'agents':
      return text.includes('@')
        ? editsOfName('targets', text, events)
        : [...text.matchAll(/[^,]+/g)].flatMap((part) =>
            wholeName(['agent'], text, part.index, part[0], events),
          );
    case 'destination': {
      const type = /@.*\.(\w+)\s*$/.exec(text)?.[1]?.toUpperCase() ?? '';
      return Object.hasOwn(targetTypes, type)
        ? editsOfName('targets', text, events)
        : placedName(['dn'], text, events);
    }
    default:
      return placedName(naming, text, events);
  }
}

/** A name, or `name@switch`. */
function placedName(kinds: readonly NameKind[], text: string, events: NameEvents): readonly Edit[] {
  const at = text.lastIndexOf('@');
  const isWhole = at === -1 || kinds.some((kind) => events.map.rowOf(kind, text.trim()) !== undefined);
  if (isWhole) return wholeName(kinds, text, 0, text, events);
  return [
    ...wholeName(kinds, text, 0, text.slice(0, at), events),
    ...wholeName(['switch'], text, at + 1, text.slice(at + 1), events),
  ];
}

/** The name that stands, between blanks, in `part` of `text` from `offset` on. */
function wholeName(
  kinds: readonly NameKind[],
  text: string,
  offset: number,
  part: string,
  events: NameEvents,
): readonly Edit[] {
  const name = part.trim();
  if (name === '') return [];
  const start = offset + part.indexOf(name);
  return newName(kinds, name, events).map((row) => ({ start, end: start + name.length, text: row.new }));
}

function newName(kinds: readonly NameKind[], name: string, events: NameEvents): readonly NameRow[] {
  for (const kind of kinds) {
    const row = events.map.rowOf(kind, name);
    if (row === undefined) continue;
    events.renamed(row);
    return [row];
  }
  for (const kind of kinds) {
    const row = events.map.takenBy(kind, name);
    if (row !== undefined) events.taken(row);
  }
  return [];
}

/** Edits of a tree that was parsed from `text`. */
export function editsOfExpr(
  expr: Expr,
  language: ExprLanguage,
  text: string,
  events: NameEvents,
): readonly Edit[] {
  const inside = (part: Expr): readonly Edit[] => editsOfExpr(part, language, text, events);
  switch (expr.kind) {
    case 'string':
      return editsOfLooseLiteral(expr, events);
    case 'call':
      return expr.args.flatMap((arg, index) => {
        const naming = namingOf(expr.name, index, language);
        return naming !== undefined && arg.kind === 'string'
          ? editsOfLiteral(arg, naming, events)
          : inside(arg);
      });
    case 'binary': {
      const isSkill = language === 'skill' && !'+-*/&|'.includes(expr.op);
      return [
        ...(isSkill ? editsOfSkill(expr.left, inside, events) : inside(expr.left)),
        ...inside(expr.right),
      ];
    }
    case 'unary':
      return inside(expr.operand);
    case 'group':
      return inside(expr.inner);
    case 'target':
      return editsOfTarget(expr.target, text, events);
    case 'number':
    case 'moment':
    case 'name':
    case 'statistic':
    case 'missing':
      return [];
  }
}

/** What a skill is compared with stands on the right; on the left is the skill, quoted when its name is no plain word. */
function editsOfSkill(
  left: Expr,
  otherwise: (expr: Expr) => readonly Edit[],
  events: NameEvents,
): readonly Edit[] {
  if (left.kind !== 'name' && left.kind !== 'string') return otherwise(left);
  const name = left.kind === 'name' ? left.name : left.value;
  return newName(['skill'], name, events).map((row) => ({
    start: left.span.start.offset,
    end: left.span.end.offset,
    text: isWord(row.new) ? row.new : quoted(row.new, left.kind === 'string' ? left.quote : '"'),
  }));
}

const isWord = (name: string): boolean => /^[\p{L}_][\p{L}\d_]*(?:\.[\p{L}\d_]+)*$/u.test(name);

const quoted = (value: string, quote: string): string =>
  `${quote}${value.replaceAll(quote, quote + quote)}${quote}`;

function namingOf(call: string, index: number, language: ExprLanguage): Naming | undefined {
  const fact =
    findFunction(call, language === 'threshold' ? 'threshold' : 'expression') ?? findFunction(call);
  const parameters = fact?.parameters ?? [];
  const parameter = parameters[fact?.variadic ? Math.min(index, parameters.length - 1) : index];
  const naming = parameter && parameter.name.toLowerCase();
  return naming !== undefined && Object.hasOwn(namingParameters, naming)
    ? namingParameters[naming]
    : undefined;
}

/** A quoted text that names something: it is written again when what it names is renamed. */
export function editsOfLiteral(
  literal: Extract<Expr, { kind: 'string' }>,
  naming: Naming,
  events: NameEvents,
): readonly Edit[] {
  const edits = editsOfName(naming, literal.value, events);
  if (edits.length === 0) {
    noteLeftovers(literal.value, events);
    return [];
  }
  const value = spliced(unplaced(literal.value), edits).text;
  const { start, end } = literal.span;
  return [{ start: start.offset, end: end.offset, text: quoted(value, literal.quote) }];
}

/** A literal of the form `name@server.type`, or the `@server.type` that a name is put before, is a target wherever it stands. */
function editsOfLooseLiteral(
  literal: Extract<Expr, { kind: 'string' }>,
  events: NameEvents,
): readonly Edit[] {
  const [, name, server, type] = /^([^@,]*)@([^@,]+)\.(\w+)$/.exec(literal.value) ?? [];
  const isTarget = server !== undefined && Object.hasOwn(targetTypes, (type ?? '').toUpperCase());
  if (!isTarget) {
    noteLeftovers(literal.value, events);
    return [];
  }
  if (name !== '') return editsOfLiteral(literal, 'targets', events);
  return newName(locationKinds((type ?? '').toUpperCase()), server, events).map((row) => ({
    start: literal.span.start.offset,
    end: literal.span.end.offset,
    text: quoted(`@${row.new}.${type ?? ''}`, literal.quote),
  }));
}

/** Edits of one written target, `{threshold}[weight]name@server.type`. */
function editsOfTarget(item: TargetItem, text: string, events: NameEvents): readonly Edit[] {
  const start = item.span.start.offset;
  const written = text.slice(start, item.span.end.offset);
  const type = (item.type ?? '').toUpperCase();
  const at = item.server === undefined ? written.length : written.lastIndexOf('@');
  const edits: Edit[] = [];
  if (item.skill !== undefined) edits.push(...editsOfExpr(item.skill, 'skill', text, events));
  if (item.threshold !== undefined) edits.push(...editsOfExpr(item.threshold, 'threshold', text, events));
  if (item.name !== '') {
    const kinds = item.skill === undefined ? (targetTypes[type] ?? []) : (['agent group'] as const);
    const before = written.slice(0, at);
    const place =
      item.skill === undefined
        ? before.trimEnd().length - item.name.length
        : before.indexOf(item.name, before.indexOf('?'));
    if (place >= 0) edits.push(...wholeName(kinds, text, start + place, item.name, events));
  }
  if (item.server !== undefined && item.server !== '') {
    const place = written.indexOf(item.server, at + 1);
    if (place > 0) edits.push(...wholeName(locationKinds(type), text, start + place, item.server, events));
  }
  return edits;
}

/** Kinds whose names are words of everyday speech: a literal that is one need not mean the object. */
const everyday: ReadonlySet<NameKind> = new Set(['skill', 'agent', 'place']);

/** Remembers rows whose old name is the literal, or stands in it as part of a target. */
export function noteLeftovers(text: string, events: NameEvents): void {
  for (const row of events.map.rows) {
    const isAll = text === row.old && !everyday.has(row.kind);
    const isServer = row.kind === 'stat server' && text.includes(`@${row.old}.`);
    const isSwitch = row.kind === 'switch' && text.endsWith(`@${row.old}`);
    const isTarget = row.kind !== 'stat server' && row.kind !== 'switch' && text.startsWith(`${row.old}@`);
    if (isAll || isServer || isSwitch || isTarget) events.leftAlone(row);
  }
}

/** The same for a script: old names in quotes, and as parts of targets. */
export function noteLeftoversOfScript(code: string, events: NameEvents): void {
  for (const [, , literal] of code.matchAll(/(['"])((?:\\.|(?!\1).)*)\1/g)) {
    if (literal !== undefined) noteLeftovers(literal, events);
  }
}
