// The row of a function mapping that an override stands for.
import { dispositions, type Disposition, type FunctionMapping } from '../define.js';
import { findFunctionMapping } from '../functions/index.js';
import { since813 } from '../functions/row.js';
import * as js from '../js.js';
import { guardedRow } from '../plugins/plugin-fault.js';
import { isSure, type FunctionOverride } from './model.js';

/** What an override may claim: only what somebody has seen or read is exact. */
export const dispositionOf = ({ evidence }: Pick<FunctionOverride, 'evidence'>): Disposition =>
  isSure(evidence) ? 'exact' : 'review';

/** The worse of two. */
export const worse = (a: Disposition, b: Disposition): Disposition =>
  dispositions.indexOf(a) > dispositions.indexOf(b) ? a : b;

/** How reports and notes speak of the override. */
export const aboutOverride = ({
  name,
  evidence,
  source,
}: Pick<FunctionOverride, 'name' | 'evidence' | 'source'>): string =>
  `converted by an override for "${name}" (${evidence}${source === '' ? '' : `: ${source}`})`;

/** The row of a template, or of a call that is left out. */
export function rowOfOverride(entry: FunctionOverride): FunctionMapping {
  const shared = {
    ird: entry.name,
    evidence: entry.evidence,
    cost: 1,
    target: since813,
    source: entry.source === '' ? 'overrides file' : entry.source,
    examples: [],
  };
  const { action } = entry;
  switch (action.kind) {
    case 'template':
      return {
        ...shared,
        disposition: dispositionOf(entry),
        about: aboutOverride(entry),
        throws: action.throws,
        build: (args, cx) =>
          action.template.build((slot) => {
            if (slot === 'ixn') return cx.interaction;
            if (slot === 'dn') return cx.thisDN;
            // An argument that the call leaves out.
            return args[Number(slot) - 1] ?? { kind: 'undefined' };
          }),
      };
    case 'ignore':
      return {
        ...shared,
        disposition: 'omitted',
        about: action.reason,
        build: () => (typeof action.value === 'number' ? js.number(action.value) : js.text(action.value)),
      };
    case 'plugin':
      return {
        ...guardedRow(action.mapping, action.file),
        disposition: worse(action.mapping.disposition, dispositionOf(entry)),
      };
    case 'as':
      throw new Error("internal: a call that is taken for another has that one's row");
  }
}

/** The row of the function that the call is taken for, with no better disposition than the override's evidence allows. */
export function takenForRow(
  entry: FunctionOverride,
  { name }: Extract<FunctionOverride['action'], { kind: 'as' }>,
): FunctionMapping | undefined {
  const row = findFunctionMapping(name);
  if (row === undefined || isSure(entry.evidence)) return row;
  return {
    ...row,
    disposition: worse(row.disposition, 'review'),
    about: `${aboutOverride(entry)}, as "${name}"`,
  };
}
