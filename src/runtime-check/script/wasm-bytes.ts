// Reads the binary form of WebAssembly as far as the fuel needs it: numbers, names, and where the loops of a function begin.

export interface WasmReader {
  at(): number;
  byte(): number;
  /** A number in LEB128. */
  unsigned(): number;
  name(): string;
  /** Reads a function body up to `end`; gives the offsets behind the opening of each of its loops. */
  loopStarts(end: number): readonly number[];
}

export const bytesOf = (...bytes: readonly number[]): Uint8Array => Uint8Array.from(bytes);

/** Operands of the instructions, by opcode. What is not listed has none. */
const oneIndex = new Set([
  0x0c, 0x0d, 0x10, 0x12, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26, 0x3f, 0x40, 0xd0, 0xd2,
]);
const emptyBlock = 0x40;

export function readerAt(bytes: Uint8Array, start: number): WasmReader {
  let at = start;
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new Error('internal: the module ends too early');
    at++;
    return value;
  };
  const unsigned = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const next = byte();
      value += (next & 127) * factor;
      if (next < 128) return value;
    }
  };
  const skip = (count: number): void => {
    at += count;
  };

  /** Skips what follows opcode `code`; true when it opened a loop. */
  const operands = (code: number): boolean => {
    if (code >= 0x02 && code <= 0x04) {
      // A block type is empty, one value type (both one byte) or a type index.
      if (bytes[at] === emptyBlock) skip(1);
      else unsigned();
      return code === 0x03;
    }
    if (oneIndex.has(code) || code === 0x41 || code === 0x42) unsigned();
    else if (code === 0x0e) for (let left = unsigned(); left >= 0; left--) unsigned();
    else if (code === 0x11 || code === 0x13 || (code >= 0x28 && code <= 0x3e)) {
      unsigned();
      unsigned();
    } else if (code === 0x1c) skip(unsigned());
    else if (code === 0x43) skip(4);
    else if (code === 0x44) skip(8);
    else if (code === 0xfc) bulkOperands(unsigned());
    else if (!plainCode(code)) throw new Error(`internal: unknown instruction ${code.toString(16)}`);
    return false;
  };
  const bulkOperands = (code: number): void => {
    if (code <= 7) return;
    unsigned();
    if (code === 8 || code === 10 || code === 12 || code === 14) unsigned();
  };

  return {
    at: () => at,
    byte,
    unsigned,
    name() {
      const length = unsigned();
      skip(length);
      return new TextDecoder().decode(bytes.subarray(at - length, at));
    },
    loopStarts(end) {
      const loops: number[] = [];
      for (let groups = unsigned(); groups > 0; groups--) {
        unsigned();
        skip(1);
      }
      while (at < end) if (operands(byte())) loops.push(at);
      if (at !== end) throw new Error('internal: a function body was misread');
      return loops;
    },
  };
}

/** Instructions without operands. */
const plainCode = (code: number): boolean =>
  code <= 0x01 ||
  code === 0x05 ||
  code === 0x0b ||
  code === 0x0f ||
  code === 0x1a ||
  code === 0x1b ||
  (code >= 0x45 && code <= 0xc4) ||
  code === 0xd1;
