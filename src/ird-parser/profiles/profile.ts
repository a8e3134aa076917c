// An export profile ready for use: its paths read, its words looked up. Made from the JSON document by `compileProfile`.
import type {
  BlockRule,
  CommentRule,
  LinkEndRule,
  LinkRule,
  PairRule,
  PathText,
  PortRule,
  ProfileDocument,
  StrategyRule,
  TableRule,
  VariableRule,
} from './document.js';
import { checkWords } from './check-words.js';
import { parsePath, type Path } from './path.js';
import { vocabularyOf, type Vocabulary } from './vocabulary.js';

/** A rule of the document with its paths read: what was text or a list of texts is a list of paths. */
export type Compiled<R> = {
  readonly [K in keyof R]: R[K] extends PathText | undefined
    ? K extends 'in' | 'end'
      ? R[K]
      : readonly Path[]
    : R[K] extends readonly PairRule[]
      ? readonly Compiled<PairRule>[]
      : R[K];
};

/** What drives the reading of one layout of IRD XML. */
export interface ExportProfile {
  readonly name: string;
  readonly evidence: 'assumed' | 'observed' | 'given';
  readonly strategies: readonly Compiled<StrategyRule>[];
  readonly metadata: readonly Compiled<PairRule>[];
  readonly variables: readonly Compiled<VariableRule>[];
  readonly blocks: readonly Compiled<BlockRule>[];
  readonly ports: readonly Compiled<PortRule>[];
  readonly links: readonly Compiled<LinkRule>[];
  readonly linkEnds: readonly Compiled<LinkEndRule>[];
  readonly properties: readonly Compiled<PairRule>[];
  readonly tables: readonly Compiled<TableRule>[];
  readonly comments: readonly Compiled<CommentRule>[];
  readonly ignore: readonly Path[];
  readonly vocabulary: Vocabulary;
  /** Whether the text of a property (or `table.column`) of that block type is the value itself, not an expression. */
  readonly isLiteral: (type: string, key: string) => boolean;
  /** Places that a file of this layout has, with the key that names them; of several paths one is enough. */
  readonly needed: readonly { readonly key: string; readonly paths: readonly Path[] }[];
}

/** Something in a profile that the schema cannot see: a path or a name that means nothing. */
export interface ProfileProblem {
  /** JSON pointer into the document. */
  readonly pointer: string;
  readonly problem: string;
}

/** Reads the paths and words of a document that the schema has accepted. Usable only when there are no problems. */
export function compileProfile(document: ProfileDocument): {
  readonly profile: ExportProfile;
  readonly problems: readonly ProfileProblem[];
} {
  const problems: ProfileProblem[] = [];
  const namespaces = new Map(Object.entries(document.namespaces ?? {}));

  const paths = (value: PathText, pointer: string, isPlace: boolean): readonly Path[] =>
    (typeof value === 'string' ? [value] : value).flatMap((text, index) => {
      const at = typeof value === 'string' ? pointer : `${pointer}/${index}`;
      const path = parsePath(text, namespaces);
      if ('problem' in path) {
        problems.push({ pointer: at, problem: path.problem });
        return [];
      }
      if (isPlace && (path.name || path.literal !== undefined)) {
        problems.push({
          pointer: at,
          problem: `"${text}" is a text; an element or attribute is wanted here`,
        });
      }
      // Tables are looked for in their rows again: a way up would never end.
      if (isPlace && pointer.startsWith('/tables/') && path.steps.some(({ axis }) => axis === 'parent')) {
        problems.push({ pointer: at, problem: `what "${text}" finds must stand inside the block` });
      }
      return [path];
    });

  const compileRule = (rule: object, pointer: string): unknown =>
    Object.fromEntries(
      Object.entries(rule).map(([key, value]: [string, unknown]) => {
        const inner = `${pointer}/${key}`;
        if (key === 'in' || key === 'end') return [key, value];
        if (key === 'cells' && Array.isArray(value)) {
          return [key, value.map((cell: object, index) => compileRule(cell, `${inner}/${index}`))];
        }
        // The schema allows nothing but a text or a list of texts in the other keys.
        return [key, paths(value as PathText, inner, key === 'at' || key === 'row')];
      }),
    );

  const compileRules = <R extends object>(
    list: readonly R[] | undefined,
    key: string,
  ): readonly Compiled<R>[] =>
    // `compileRule` keeps the keys and turns each value as `Compiled` says, which its type cannot express.
    (list ?? []).map((rule, index) => compileRule(rule, `/${key}/${index}`) as Compiled<R>);

  checkWords(document, (pointer, problem) => {
    problems.push({ pointer, problem });
  });
  const strategies = compileRules(document.strategies, 'strategies');
  const blocks = compileRules(document.blocks, 'blocks');
  const links = compileRules(document.links, 'links');
  const profile: ExportProfile = {
    name: document.name,
    evidence: document.evidence,
    strategies,
    metadata: compileRules(document.metadata, 'metadata'),
    variables: compileRules(document.variables, 'variables'),
    blocks,
    ports: compileRules(document.ports, 'ports'),
    links,
    linkEnds: compileRules(document.linkEnds, 'linkEnds'),
    properties: compileRules(document.properties, 'properties'),
    tables: compileRules(document.tables, 'tables'),
    comments: compileRules(document.comments, 'comments'),
    ignore: paths(document.ignore ?? [], '/ignore', true),
    vocabulary: vocabularyOf(document.words ?? {}),
    isLiteral: literalTest(document),
    needed: neededPlaces([
      ...strategies.map((rule) => ({ key: 'strategies.at', paths: rule.at })),
      ...blocks.flatMap((rule) => [
        { key: 'blocks.at', paths: rule.at },
        { key: 'blocks.id', paths: rule.id },
        { key: 'blocks.type', paths: rule.type },
      ]),
      ...links.flatMap((rule) => [
        { key: 'links.at', paths: rule.at },
        ...(rule.from ? [{ key: 'links.from', paths: rule.from }] : []),
        ...(rule.to ? [{ key: 'links.to', paths: rule.to }] : []),
      ]),
    ]),
  };
  return { profile, problems };
}

/** Places that name something: what is found in every file says nothing about a layout. */
const neededPlaces = (places: ExportProfile['needed']): ExportProfile['needed'] =>
  places.filter(({ paths }) =>
    paths.every(({ steps }) => steps.some(({ test }) => test.local !== undefined)),
  );

function literalTest(document: ProfileDocument): (type: string, key: string) => boolean {
  const known = new Set(
    Object.entries(document.literals ?? {}).flatMap(([type, keys]) => keys.map((key) => `${type}/${key}`)),
  );
  return (type, key) => known.has(`${type}/${key}`) || known.has(`*/${key}`);
}
