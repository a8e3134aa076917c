// A realm of ES5.1 for tests: quickjs with every newer global, method and property deleted, a set clock and a set time zone.
import { readFile } from 'node:fs/promises';
import { QuickJS } from 'quickjs-wasi';

export interface SandboxOptions {
  /** Moment that `new Date()` gives, as ISO text. */
  readonly now?: string;
  /** Minutes that local time is ahead of UTC. */
  readonly offset?: number;
}

export interface Sandbox {
  /** Runs ES5 and gives the value of its last expression. */
  run(code: string): unknown;
  dispose(): void;
}

const wasm = readFile(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')));

/** Opens a realm and runs `setup` in it. */
export async function openSandbox(setup: string, options: SandboxOptions = {}): Promise<Sandbox> {
  const nanoseconds = BigInt(Date.parse(options.now ?? '2026-03-04T14:05:06.789Z')) * 1_000_000n;
  const vm = await QuickJS.create({
    wasm: await wasm,
    timezoneOffset: -(options.offset ?? 0),
    wasi: (memory: { readonly buffer: ArrayBuffer }) => ({
      clock_time_get(_clock: number, _precision: bigint, result: number) {
        new DataView(memory.buffer).setBigUint64(result, nanoseconds, true);
        return 0;
      },
    }),
  });
  const run = (code: string): unknown => {
    const handle = vm.evalCode(code);
    try {
      return vm.dump(handle);
    } finally {
      handle.dispose();
    }
  };
  run(`(${removeNewer}).call(this, ${JSON.stringify(es5)})`);
  run(setup);
  return { run, dispose: () => vm.dispose() };
}

/** What ES5.1 has (with its annex B). Regular expressions keep `flags` and its kin: newer engines read them inside `replace` and `match`. */
const es5: Readonly<Record<string, string>> = {
  '': `NaN Infinity undefined eval parseInt parseFloat isNaN isFinite decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
    Object Function Array String Boolean Number Date RegExp Error EvalError RangeError ReferenceError SyntaxError TypeError URIError Math JSON`,
  Object: `length name prototype getPrototypeOf getOwnPropertyDescriptor getOwnPropertyNames create defineProperty defineProperties seal freeze
    preventExtensions isSealed isFrozen isExtensible keys`,
  'Object.prototype':
    'constructor toString toLocaleString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable',
  'Function.prototype': 'constructor toString apply call bind length name',
  Array: 'length name prototype isArray',
  'Array.prototype': `constructor toString toLocaleString concat join pop push reverse shift slice sort splice unshift indexOf lastIndexOf every
    some forEach map filter reduce reduceRight length`,
  String: 'length name prototype fromCharCode',
  'String.prototype': `constructor toString valueOf charAt charCodeAt concat indexOf lastIndexOf localeCompare match replace search slice split
    substr substring toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase trim length`,
  Number: 'length name prototype MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY',
  'Number.prototype': 'constructor toString toLocaleString valueOf toFixed toExponential toPrecision',
  Math: `E LN10 LN2 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow random round sin sqrt tan`,
  Date: 'length name prototype parse UTC now',
  RegExp: 'length name prototype',
  Error: 'length name prototype',
  JSON: 'parse stringify',
};

/** Runs inside the realm. */
const removeNewer = String.raw`function (allowed) {
  var realm = this;
  Object.keys(allowed).map(function (path) {
    var object = path === '' ? realm : path.split('.').reduce(function (found, name) { return found[name]; }, realm);
    return { object: object, keep: allowed[path].split(/\s+/) };
  }).forEach(function (entry) {
    Object.getOwnPropertyNames(entry.object).forEach(function (name) {
      if (entry.keep.indexOf(name) < 0) delete entry.object[name];
    });
  });
}`;
