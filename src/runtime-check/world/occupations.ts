// Who is taken by what: a selected agent is reserved until the interaction is delivered or given up, then he has it until it ends.
import type { Resource } from './resources.js';

/** What takes a resource. */
export interface Holder {
  /** The interaction, or the name of a competitor. */
  readonly name: string;
  readonly medium: string;
  /** Which router selected; '' is the page's own. */
  readonly router: string;
}

export interface Occupation extends Holder {
  readonly since: number;
  /** Selected, and not delivered yet. */
  readonly reserved: boolean;
  /** When it ends by itself, after-call work included; undefined when it does not. */
  readonly until: number | undefined;
}

export interface Occupations {
  /** Those of a resource that last now. One without an end is over when the state for its medium has changed since (`renewed`). */
  lasting(resource: Resource, at: number, renewed: (medium: string) => number): readonly Occupation[];
  /** When the last of those that are over ended, as far as `lasting` was asked; 0 when none has. */
  freedAt(resource: Resource): number;
  /** The next moment after `at` when one ends by itself. */
  nextEnd(at: number): number | undefined;
  add(resource: Resource, occupation: Occupation): void;
  /** Changes those that `fits` accepts; undefined removes them. Gives how many were changed. */
  change(
    fits: (occupation: Occupation, resource: Resource) => boolean,
    to: (occupation: Occupation, resource: Resource) => Occupation | undefined,
  ): number;
}

export function createOccupations(): Occupations {
  const all = new Map<Resource, readonly Occupation[]>();
  const freed = new Map<Resource, number>();
  return {
    lasting: (resource, at, renewed) => {
      const known = all.get(resource) ?? [];
      if (known.length === 0) return known;
      let free = freed.get(resource) ?? 0;
      const lasting = known.filter(({ since, until, medium }) => {
        const again = renewed(medium);
        const end = until ?? (since < again ? again : undefined);
        const over = end !== undefined && end <= at ? end : undefined;
        if (over !== undefined && over > free) free = over;
        return over === undefined;
      });
      if (lasting.length < known.length) {
        all.set(resource, lasting);
        freed.set(resource, free);
      }
      return lasting;
    },
    freedAt: (resource) => freed.get(resource) ?? 0,
    nextEnd: (at) => {
      let next: number | undefined;
      for (const occupations of all.values()) {
        for (const { until } of occupations) {
          if (until !== undefined && until > at && (next === undefined || until < next)) next = until;
        }
      }
      return next;
    },
    add: (resource, occupation) => {
      all.set(resource, [...(all.get(resource) ?? []), occupation]);
    },
    change: (fits, to) => {
      let changed = 0;
      for (const [resource, occupations] of all) {
        if (!occupations.some((each) => fits(each, resource))) continue;
        const next = occupations.flatMap((each) => {
          if (!fits(each, resource)) return [each];
          changed++;
          return to(each, resource) ?? [];
        });
        all.set(resource, next);
      }
      return changed;
    },
  };
}
