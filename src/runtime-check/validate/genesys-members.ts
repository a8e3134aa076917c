// Members of `_genesys` that a script names: functions and enumerations of the platform by the catalogue.
import type { Node } from 'acorn';
import { diagnose, type Diagnostic } from '../../diagnostics/index.js';
import type { LocatedText } from '../../xml/index.js';
import { modules } from './catalogue/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { nodesWithin } from './parse-script.js';

const roots = new Set(modules.map(({ prefix }) => `_genesys.${prefix}`));
/** Names of the members of everything below `_genesys` that has a fixed list of them. */
const listed = new Map(
  modules.flatMap(({ enumerations, objects }) =>
    Object.entries({ ...enumerations, ...objects }).map(
      ([path, { members }]) => [path, Object.keys(members)] as const,
    ),
  ),
);
const known = new Set([
  ...modules.flatMap(({ functions }) => Object.keys(functions)),
  ...modules.flatMap(({ prefix }) =>
    (listed.get(`_genesys.${prefix}`) ?? []).map((name) => `_genesys.${prefix}.${name}`),
  ),
  ...listed.keys(),
]);

/** Findings about members of `_genesys` in a parsed script. */
export function checkMembers(tree: Node, source: LocatedText): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const node of nodesWithin(tree)) {
    const path = pathOf(node);
    // The longer chain `_genesys.queue.rType.X` holds `_genesys.queue.rType`: each length is judged once.
    if (path === undefined || path[0] !== '_genesys' || path.length < 2) continue;
    const problem = judge(path);
    if (problem !== undefined) {
      found.push(
        diagnose('IRD5106', '', source.span(node.start, node.end), { path: path.join('.'), near: problem }),
      );
    }
  }
  return found;
}

// The text to add to the finding, or undefined when the member is known or cannot be judged.
function judge(path: readonly string[]): string | undefined {
  const name = path.join('.');
  const last = path.at(-1) ?? '';
  if (path.length === 2) {
    return roots.has(name) ? undefined : suggestion(last, [...roots].map(lastPart));
  }
  const owner = path.slice(0, -1).join('.');
  if (path.length === 3) {
    if (!roots.has(owner) || known.has(name)) return undefined;
    return suggestion(last, [...known].filter((each) => each.startsWith(`${owner}.`)).map(lastPart));
  }
  const members = listed.get(owner);
  return members === undefined || members.includes(last) ? undefined : suggestion(last, members);
}

/** Names after `_genesys`. */
const longestPath = 3;

const lastPart = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

// `a.b.c` as its names; undefined for anything else, and for more names than can be judged.
function pathOf(node: Node): readonly string[] | undefined {
  const names: string[] = [];
  let at: unknown = node;
  while (isMember(at)) {
    if (at.computed || at.property.type !== 'Identifier' || names.length >= longestPath) return undefined;
    names.unshift(at.property.name);
    at = at.object;
  }
  if (names.length === 0 || !isIdentifier(at)) return undefined;
  return [at.name, ...names];
}

interface Member {
  readonly computed: boolean;
  readonly object: unknown;
  readonly property: { readonly type: string; readonly name: string };
}

const isMember = (value: unknown): value is Member =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'MemberExpression';

const isIdentifier = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Identifier';
