// Texts to keep for long. A part of a text holds on to the whole text in memory: one name of a file keeps the file.

/** Copies of texts that hold on to nothing else; equal ones are one text in memory. */
export class TextPool {
  private readonly copies = new Map<string, string>();

  /** The copy of a text. */
  of(text: string): string {
    const before = this.copies.get(text);
    if (before !== undefined) return before;
    const copy = structuredClone(text);
    this.copies.set(copy, copy);
    return copy;
  }
}
