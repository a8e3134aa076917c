// A first-in, first-out queue that does not move its elements.

export interface Queue<T> {
  readonly length: number;
  push(item: T): void;
  /** The oldest item, which leaves the queue. */
  shift(): T | undefined;
  /** What waits, the oldest first. */
  items(): readonly T[];
}

/** Gaps of this size in front of the items are closed. */
const mostGap = 64;

export function createQueue<T>(): Queue<T> {
  let items: T[] = [];
  let head = 0;
  return {
    get length() {
      return items.length - head;
    },
    push(item) {
      items.push(item);
    },
    shift() {
      const item = items[head];
      if (head < items.length) head++;
      if (head === items.length) {
        items = [];
        head = 0;
      } else if (head > mostGap && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
    items: () => items.slice(head),
  };
}
