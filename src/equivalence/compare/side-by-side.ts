// The two runs beside each other up to their first difference.
import { clock } from '../../runtime-check/trace-format.js';
import { comparable, type ComparableStep } from './comparable.js';
import type { ObservedRun } from '../run/run-source.js';
import { paramsInWords } from './first-difference.js';
import { normalise } from './normalise.js';
import { isSameValue } from './same-value.js';

/** One row: what both did, or what each did where they differ. */
export interface SideBySide {
  /** `0:00:05.000`; '' where a side does nothing more. */
  readonly source: string;
  readonly page: string;
  readonly isSame: boolean;
}

/** Rows before the first difference that are shown, and after it. */
const before = 8;
const after = 2;

/** The rows around the first difference of the steps; the last ones when the steps do not differ. */
export function sideBySide(source: ObservedRun, page: ObservedRun): readonly SideBySide[] {
  const left = normalise(comparable(source)).steps;
  const right = normalise(comparable(page)).steps;
  const longest = Math.max(left.length, right.length);
  const rows = Array.from({ length: longest }, (_, i): SideBySide => ({
    ...paired(left[i], right[i]),
    isSame: isSame(left[i], right[i]),
  }));
  const first = rows.findIndex(({ isSame: same }) => !same);
  const at = first < 0 ? rows.length : first;
  return rows.slice(Math.max(0, at - before), at + 1 + after);
}

const isSame = (a: ComparableStep | undefined, b: ComparableStep | undefined): boolean =>
  a !== undefined && b !== undefined && a.at === b.at && a.kind === b.kind && isSameValue(a.params, b.params);

/** Both in words; what differs comes first, so that it can be seen where the lines are cut. */
function paired(
  source: ComparableStep | undefined,
  page: ComparableStep | undefined,
): Pick<SideBySide, 'source' | 'page'> {
  const keys = [...new Set([...Object.keys(source?.params ?? {}), ...Object.keys(page?.params ?? {})])];
  const differ = keys.filter((key) => !isSameValue(source?.params[key], page?.params[key]));
  const order =
    source?.kind === page?.kind ? [...differ, ...keys.filter((key) => !differ.includes(key))] : keys;
  return { source: inWords(source, order), page: inWords(page, order) };
}

function inWords(step: ComparableStep | undefined, order: readonly string[]): string {
  if (step === undefined) return '';
  const { at, kind, params } = step;
  const ordered = Object.fromEntries(order.map((key) => [key, params[key]]));
  return `${clock(at / 1000)} ${kind} ${paramsInWords(ordered)}`.trimEnd();
}
