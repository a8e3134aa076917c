// The sketches of very many strategies side by side in one piece of memory, a fifth of what as many arrays take.
import { sketchSize } from './fingerprint.js';

/** Sketches by the order in which they were added. */
export class Sketches {
  private numbers = new Uint32Array(64 * sketchSize);
  private count = 0;

  add(sketch: readonly number[]): void {
    const start = this.count * sketchSize;
    if (start === this.numbers.length) {
      const larger = new Uint32Array(2 * start);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers.set(sketch, start);
    this.count += 1;
  }

  /** The sketch with this number. */
  of(number: number): Uint32Array {
    return this.numbers.subarray(number * sketchSize, (number + 1) * sketchSize);
  }
}
