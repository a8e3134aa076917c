// Which constructs a strategy uses, and how each is provided for: types of blocks, functions and statistics.
import type { Block, Strategy } from '../ir/nodes.js';
import { callsOf, valuesOf, type CallExpr } from '../ir/walk.js';
import { findFunction } from '../ir/vocabulary/functions.js';
import { objectFact } from '../ir/vocabulary/objects.js';
import { findBlockMapping } from '../mappings/blocks/index.js';
import type { Disposition } from '../mappings/define.js';
import { findFunctionRow } from '../mappings/functions/index.js';
import type { AuditInput, Construct, ConstructClass } from './facts.js';

export interface ConstructsFound {
  readonly constructs: readonly Construct[];
  /** `kind:name` of each construct that makes a block a placeholder. */
  readonly blockers: readonly string[];
}

/** A use of a construct before uses are added up. */
type OneUse = Omit<Construct, 'count'>;

/** Name of a block type as the field says it; as the file spells it when no table knows it. */
export const objectName = (block: Pick<Block, 'type' | 'sourceType'>): string =>
  block.type === 'Unknown' ? block.sourceType || 'no type' : objectFact(block.type).name;

/** The calls in a block's expressions. */
export const callsIn = (block: Pick<Block, 'properties'>): readonly CallExpr[] =>
  valuesOf(block).flatMap((value) => (value.kind === 'expression' ? callsOf(value.expr) : []));

/** Counts the constructs of a strategy; of a placeholder, what made it one counts as placeholder and its other parts as the tables have them. */
export function constructsOf({ strategy, accounts, findings }: AuditInput): ConstructsFound {
  const culprits = new Set(findings.filter(({ code }) => code === 'IRD3001').map(({ node }) => node));
  const uses = strategy.blocks.flatMap((block): readonly OneUse[] => {
    const ofBlock = accounts.get(block.nodeId)?.disposition ?? 'unsupported';
    const calls = callsIn(block);
    const isCulprit = (call: CallExpr): boolean => culprits.has(call.id);
    const blamesCalls = ofBlock === 'placeholder' && calls.some(isCulprit);
    const mapping = findBlockMapping(block.type);
    const own: OneUse = {
      kind: 'object',
      name: objectName(block),
      class: classOf(blamesCalls ? (mapping?.disposition ?? 'placeholder') : ofBlock),
      cost: mapping?.cost ?? 0,
      known: block.type !== 'Unknown',
    };
    const parts = calls.map((call): OneUse => {
      const disposition = accounts.get(call.id)?.disposition ?? ofBlock;
      const row = rowOf(call);
      const isInnocent = disposition === 'placeholder' && !isCulprit(call);
      return {
        kind: kindOf(call),
        name: call.name,
        class: classOf(isInnocent ? (row?.disposition ?? 'placeholder') : disposition),
        cost: row?.cost ?? 0,
        known: call.known,
      };
    });
    return [own, ...parts];
  });
  const constructs = addUp([...uses, ...usesOfStarts(strategy, accounts)]);
  const blockers = constructs.filter((each) => each.class === 'placeholder').map(keyOf);
  return { constructs, blockers: [...new Set(blockers)].sort() };
}

/** Calls in start values of variables. */
function usesOfStarts({ variables }: Strategy, accounts: AuditInput['accounts']): readonly OneUse[] {
  const values = variables.flatMap(({ initial }) =>
    initial?.kind === 'expression' ? callsOf(initial.expr) : [],
  );
  return values.map((call) => ({
    kind: kindOf(call),
    name: call.name,
    class: classOf(accounts.get(call.id)?.disposition ?? 'exact'),
    cost: rowOf(call)?.cost ?? 0,
    known: call.known,
  }));
}

const kindOf = ({ name }: CallExpr): 'function' | 'statistic' =>
  findFunction(name)?.kind === 'statistic' ? 'statistic' : 'function';

function rowOf({ name }: CallExpr): { readonly disposition: Disposition; readonly cost: number } | undefined {
  const fact = findFunction(name);
  return fact && findFunctionRow(fact);
}

/** `kind:name`, the key of a construct across strategies. */
export const keyOf = ({ kind, name }: Pick<Construct, 'kind' | 'name'>): string => `${kind}:${name}`;

function classOf(disposition: Disposition): ConstructClass {
  switch (disposition) {
    case 'exact':
    case 'omitted':
      return 'known';
    case 'review':
    case 'urs':
    case 'placeholder':
    case 'unsupported':
    case 'unreachable':
      return disposition;
  }
}

function addUp(uses: readonly OneUse[]): readonly Construct[] {
  const sums = new Map<string, Construct>();
  for (const use of uses) {
    const key = `${keyOf(use)}:${use.class}`;
    sums.set(key, { ...use, count: (sums.get(key)?.count ?? 0) + 1 });
  }
  return [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, construct]) => construct);
}
