// The expansion of macros: each use of a macro is a copy of its blocks, with variables of its own, under the id of the block that uses it.
import type { NodeId, Strategy } from '../ir/nodes.js';
import { record, type Account, type Accounts } from './accounts.js';
import type { ExpandedMacro } from './define.js';
import * as js from './js.js';
import type { Scope } from './map-state.js';
import { ownVariables } from './script-variables.js';
import { copyPlace, copyScope, type MacroUse } from './scopes.js';

/** More copies than this on one page mean macros that use each other many times over. */
const mostCopies = 500;

/** What became of the nodes of a macro: the worst of its own conversion and of all its copies. */
export function withCopies(
  own: ReadonlyMap<NodeId, Account>,
  copies: Iterable<ReadonlyMap<NodeId, Account>>,
): ReadonlyMap<NodeId, Account> {
  const worst: Accounts = new Map(own);
  for (const copy of copies)
    for (const [node, { disposition, reason }] of copy)
      if (own.has(node)) record(worst, node, disposition, reason);
  return worst;
}

/** The copies of a page. */
export interface MacroCopies {
  /** What became of the nodes of the macros, the worst of their copies. */
  readonly accounts: ReadonlyMap<NodeId, Account>;
  /** Makes a copy; a sentence when there can be none. */
  expand(name: string, use: MacroUse): ExpandedMacro | string;
}

/** Opens the account of the copies; `map` maps the scope of a copy later. */
export function openMacroCopies(
  find: (name: string) => Strategy | undefined,
  map: (scope: Scope, account: (copy: ReadonlyMap<NodeId, Account>) => void) => void,
): MacroCopies {
  const accounts: Accounts = new Map();
  let copies = 0;
  return {
    accounts,
    expand: (name, use) => {
      const found = find(name);
      if (found === undefined)
        return `macro "${name}" is not among the converted files: convert them together`;
      if (found.kind !== 'macro') return `"${name}" is a ${found.kind}, no macro`;
      if (found.entry === undefined) return `macro "${name}" has no start`;
      const within = [...(use.scope.macros ?? []), found.name];
      if (use.scope.macros?.includes(found.name)) return `macro "${name}" uses itself: ${within.join(', ')}`;
      copies += 1;
      if (copies > mostCopies) return `the page holds ${mostCopies} copies of macros already`;
      const scope = copyScope(found, use, within);
      map(scope, (copy) => {
        for (const [node, { disposition, reason }] of copy) record(accounts, node, disposition, reason);
      });
      return {
        entry: scope.stateOf(found.entry),
        variables: ownVariables(found.variables),
        locals: js.path(`_data.ird_macros.${use.at}`),
        place: (variable) => copyPlace(use.at, variable),
      };
    },
  };
}
