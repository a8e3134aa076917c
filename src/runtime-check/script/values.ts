// Values on their way into the engine and out of it. Simple ones go as they are; objects go as text, made and read inside the sandbox, where no getter and
// no `toJSON` of the page can run unseen.
import type { Plain } from './engine.js';
import type { Machine } from './machine.js';
import { packPlain, unpackPlain } from './plain-text.js';
import type { Pointer } from './quickjs-exports.js';
import type { RealmFunction } from './realm-source.js';

/** `exception`: it is pending in the engine. */
export type ReadValue =
  | { readonly ok: true; readonly value: Plain }
  | { readonly ok: false; readonly why: 'exception' | 'too deep' };

export interface Values {
  read(value: Pointer): ReadValue;
  /** The value inside the sandbox; who asks for it releases it. It may be an exception. */
  pointerOf(value: Plain): Pointer;
}

const nothing: ReadValue = { ok: true, value: undefined };
const nil: ReadValue = { ok: true, value: null };
const yes: ReadValue = { ok: true, value: true };
const no: ReadValue = { ok: true, value: false };
const exception: ReadValue = { ok: false, why: 'exception' };

export function createValues(machine: Machine, functions: Readonly<Record<RealmFunction, Pointer>>): Values {
  function read(value: Pointer): ReadValue {
    switch (machine.typeOf(value)) {
      case 'undefined':
        return nothing;
      case 'null':
        return nil;
      case 'boolean':
        return machine.truth(value) ? yes : no;
      case 'number':
        return { ok: true, value: machine.number(value) };
      case 'string': {
        const text = machine.text(value);
        // A replacement character may stand for half of a surrogate pair, which JSON keeps apart.
        return text.includes('\ufffd') ? readPacked(value) : { ok: true, value: text };
      }
      case 'object':
        return readPacked(value);
    }
  }

  function readPacked(value: Pointer): ReadValue {
    const packed = machine.call(functions.encode, value);
    const text = machine.isException(packed) ? undefined : machine.text(packed);
    machine.release(packed);
    if (text === undefined) return exception;
    const found = unpackPlain(text);
    return found === 'too deep' ? { ok: false, why: found } : { ok: true, value: found.value };
  }

  function unpacked(value: Plain): Pointer {
    const packed = machine.newText(packPlain(value));
    const pointer = machine.call(functions.decode, packed);
    machine.release(packed);
    return pointer;
  }

  return {
    read,
    pointerOf(value) {
      switch (typeof value) {
        case 'undefined':
          return machine.newUndefined();
        case 'boolean':
          return machine.newBoolean(value);
        case 'number':
          return machine.newNumber(value);
        case 'string':
          return isWellFormed(value) ? machine.newText(value) : unpacked(value);
        case 'object':
          return value === null ? machine.newNull() : unpacked(value);
      }
    },
  };
}

const isWellFormed = (text: string): boolean => !/[\ud800-\udfff]/u.test(text);
