// Versions of Orchestration Server: which rows a page may use when it is to run on a given one.
import type { TargetVersions } from './define.js';

/** The first version that has everything that a page may use: calls to URS came last. */
export const defaultTarget = '8.1.440';

/** Whether a text is a version: `8.1.4` (a release), `8.1.440`, `8.1.410.14`. */
export const isVersion = (text: string): boolean => /^\d+\.\d+(?:\.\d+){1,2}$/.test(text);

/** The numbers of a version. The release 8.1.4 begins with 8.1.400. */
function numbersOf(version: string): readonly number[] {
  const [major = 0, minor = 0, third = 0, build = 0] = version.split('.').map(Number);
  return [major, minor, third < 10 ? third * 100 : third, build];
}

/** Whether `version` is later than `other`. */
export function isLater(version: string, other: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(other)];
  const at = a.findIndex((number, i) => number !== b[i]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

/** Why something cannot be used on the target; undefined when it can. What a plug-in calls a version may be none: then it can. */
export function targetGap({ from, until }: TargetVersions, target: string | undefined): string | undefined {
  const wanted = target ?? defaultTarget;
  if (isVersion(from) && isLater(from, wanted))
    return `it needs Orchestration Server ${from} or later, and the target is ${wanted}`;
  if (until !== undefined && isVersion(until) && isLater(wanted, until))
    return `Orchestration Server has it until ${until} only, and the target is ${wanted}`;
  return undefined;
}
