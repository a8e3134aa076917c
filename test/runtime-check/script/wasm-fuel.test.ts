// The fuel counter on a module small enough to read.
import { describe, expect, test } from 'vitest';
import { webAssembly } from '../../../src/runtime-check/script/web-assembly.js';
import { addFuel, fuelExport } from '../../../src/runtime-check/script/wasm-fuel.js';

// (module (import "env" "tick" (func (result i32)))
//   (func (export "count") (param i32) (result i32) (local i32)
//     (loop (local.set 1 (i32.add (local.get 1) (i32.const 1))) (br_if 0 (i32.lt_s (local.get 1) (local.get 0))))
//     (local.get 1)))
const body = [
  0x01, 0x01, 0x7f, 0x03, 0x40, 0x20, 0x01, 0x41, 0x01, 0x6a, 0x21, 0x01, 0x20, 0x01, 0x20, 0x00, 0x48, 0x0d,
  0x00, 0x0b, 0x20, 0x01, 0x0b,
];
const text = (name: string): number[] => [name.length, ...[...name].map((letter) => letter.charCodeAt(0))];
const section = (id: number, content: number[]): number[] => [id, content.length, ...content];
const counting = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...section(1, [2, 0x60, 0, 1, 0x7f, 0x60, 1, 0x7f, 1, 0x7f]),
  ...section(2, [1, ...text('env'), ...text('tick'), 0, 0]),
  ...section(3, [1, 1]),
  ...section(6, [1, 0x7f, 0, 0x41, 5, 0x0b]),
  ...section(7, [1, ...text('count'), 0, 1]),
  ...section(10, [1, body.length, ...body]),
  ...section(0, text('name')),
]);

interface Counting {
  readonly [fuelExport]: { value: number };
  count(turns: number): number;
}

async function load(tick: (exports: Counting) => void): Promise<Counting> {
  const module = await webAssembly.compile(addFuel(counting, 'tick'));
  const { exports } = new webAssembly.Instance(module, {
    env: {
      tick: () => {
        tick(counter);
        return 1;
      },
    },
  });
  const counter = exports as unknown as Counting; // the module above exports these
  return counter;
}

describe('fuel', () => {
  test('each turn of a loop takes one unit, and nothing else changes', async () => {
    let ticks = 0;
    const counter = await load((exports) => {
      ticks++;
      exports[fuelExport].value = 10;
    });
    counter[fuelExport].value = 10;
    expect(counter.count(25)).toBe(25);
    expect(ticks).toBe(2);
    expect(counter[fuelExport].value).toBe(5);
  });

  test('a loop that the host does not let go on is left', async () => {
    const counter = await load(() => {
      throw new Error('out of fuel');
    });
    counter[fuelExport].value = 1000;
    expect(() => counter.count(2_000_000_000)).toThrow('out of fuel');
  });

  test('a module without the callback is refused', () => {
    expect(() => addFuel(counting, 'tock')).toThrow('internal');
  });

  test('an instruction that is not known is not guessed at', () => {
    const odd = Uint8Array.from(counting, (byte) => (byte === 0x6a ? 0xfd : byte));
    expect(() => addFuel(odd, 'tick')).toThrow('internal: unknown instruction fd');
  });
});
