// A cache that forgets what was used least lately when it grows too large.

/** Entries whose sizes add up to `most` at the utmost; the one that was set last always stays. */
export class BoundedCache<K, V> {
  private readonly entries = new Map<K, V>();
  private size = 0;

  private readonly most: number;
  private readonly sizeOf: (value: V) => number;

  constructor(most: number, sizeOf: (value: V) => number) {
    this.most = most;
    this.sizeOf = sizeOf;
  }

  get(key: K): V | undefined {
    const value = this.entries.get(key);
    if (value === undefined) return undefined;
    this.entries.delete(key);
    this.entries.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    const before = this.entries.get(key);
    if (before !== undefined) this.size -= this.sizeOf(before);
    this.entries.delete(key);
    this.entries.set(key, value);
    this.size += this.sizeOf(value);
    for (const [oldest, old] of this.entries) {
      if (this.size <= this.most || oldest === key) return;
      this.entries.delete(oldest);
      this.size -= this.sizeOf(old);
    }
  }

  clear(): void {
    this.entries.clear();
    this.size = 0;
  }
}
