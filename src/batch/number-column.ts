// Numbers side by side in one piece of memory. An object for each would lie between what V8 soon throws away, and hold on to a page of its heap.

/** Whole numbers by place, from 0; a place that was not set has 0. */
export class NumberColumn {
  private numbers = new Float64Array(64);
  private count = 0;

  /** One more than the last place that was set. */
  get length(): number {
    return this.count;
  }

  of(place: number): number {
    return this.numbers[place] ?? 0;
  }

  set(place: number, number: number): void {
    if (place >= this.numbers.length) {
      const larger = new Float64Array(2 * Math.max(place, this.numbers.length));
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[place] = number;
    this.count = Math.max(this.count, place + 1);
  }
}
