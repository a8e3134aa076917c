// A map that knows what it was asked for: whether a conversion still holds depends on what it asked of its batch.

/** A map by names; `during` gives the names that `work` asked for. */
export class LookupMap<V> extends Map<string, V> {
  private asked = new Set<string>();

  override get(name: string): V | undefined {
    this.asked.add(name);
    return super.get(name);
  }

  during<T>(work: () => T): { readonly value: T; readonly lookups: ReadonlySet<string> } {
    const before = this.asked;
    const lookups = new Set<string>();
    this.asked = lookups;
    try {
      return { value: work(), lookups };
    } finally {
      this.asked = before;
    }
  }
}
