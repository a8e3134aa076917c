// A rule by which a fault changes nothing that can be seen. It judges by what stands on the page, never by what a run showed.
import type { Mutant, Page } from '../define.js';

export interface Rule {
  /** Kinds of faults that it judges. */
  readonly kinds: readonly string[];
  readonly reason: string;
  readonly holds: (page: Page, mutant: Mutant) => boolean;
}
