// What is prepared inside the sandbox before any page script runs: conversion of values, reporting of errors, the border to host functions.
// Script text, not host code. It keeps its own references to everything it uses, so that page scripts cannot change its meaning.
import { domSource } from './dom-source.js';
import { deepest, markKey } from './plain-text.js';

/** Names of the functions that the realm hands to the host. */
export const realmFunctions = [
  'encode',
  'decode',
  'describe',
  'define',
  'expose',
  'lazy',
  'stale',
  'record',
  'seed',
  'strip',
  'chain',
  'keeper',
  'hoist',
  'open',
  'close',
  'useGetters',
] as const;
export type RealmFunction = (typeof realmFunctions)[number];

/** An expression that gives an object with the functions above. */
export const realmSource = `(function () {
  'use strict';
  var global = globalThis, stringify = JSON.stringify, parse = JSON.parse, string = String, isArray = Array.isArray;
  var create = Object.create, defineProperty = Object.defineProperty, keys = Object.keys, freeze = Object.freeze, numberOf = Number;
  var names = Object.getOwnPropertyNames, descriptor = Object.getOwnPropertyDescriptor, imul = Math.imul;
  var TypeErrorOf = TypeError, evaluate = eval;
  var call = Function.prototype.call, indexOf = call.bind(String.prototype.indexOf), slice = call.bind(String.prototype.slice);
  var has = call.bind(Object.prototype.hasOwnProperty), classOf = call.bind(Object.prototype.toString);
  // Read by the accessor of errors where they have one: the ES5 realm takes it from the page, not from us.
  var stackGetter = descriptor(Error.prototype, 'stack'), stackOf = stackGetter && stackGetter.get ? call.bind(stackGetter.get) : undefined;
  var mark = ${JSON.stringify(markKey)}, dom = ${domSource}(mark);
  // Nobody may put frames or getters between an error and its description.
  delete Error.prepareStackTrace;
  delete Error.captureStackTrace;
  delete Error.stackTraceLimit;

  // One of the engines lets a script define a read-only variable of the global object anew, unless it is a getter.
  var getters = false;
  function useGetters() {
    getters = true;
  }
  function fill(it, object, value, writable) {
    if (getters && object === global && !writable) it.get = function () { return value; };
    else {
      it.value = value;
      it.writable = writable;
    }
  }
  function own(object, key, value, writable) {
    var it = create(null);
    fill(it, object, value, writable);
    it.enumerable = true;
    it.configurable = writable;
    defineProperty(object, key, it);
  }
  function missing(value) {
    if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return 'undefined';
    if (typeof value === 'number' && (value !== value || value === Infinity || value === -Infinity)) return string(value);
    return undefined;
  }
  function marked(name) {
    var it = create(null);
    own(it, mark, name, true);
    return it;
  }
  // A copy that JSON can hold: cycles and what lies too deep become null, what throws is left out.
  function copy(value, above, depth) {
    var it, list, at, found;
    if (typeof value === 'bigint') return string(value);
    if (value === null || typeof value !== 'object') {
      found = missing(value);
      return found === undefined ? value : marked(found);
    }
    found = dom.pieces(value);
    if (found) return marked(found);
    if (depth > ${deepest - 10}) return null;
    for (it = above; it !== null; it = it.above) if (it.value === value) return null;
    it = create(null);
    it.value = value;
    it.above = above;
    if (isArray(value)) {
      list = [];
      for (at = 0; at < value.length; at++) own(list, at, copy(read(value, at), it, depth + 1), true);
      return list;
    }
    if (classOf(value) === '[object Date]') return parse(stringify(value));
    list = create(null);
    found = keys(value);
    for (at = 0; at < found.length; at++) own(list, found[at], copy(read(value, found[at]), it, depth + 1), true);
    return list;
  }
  function read(object, key) {
    try { return object[key]; } catch (error) { return undefined; }
  }
  function errorData(error) {
    var it = create(null);
    own(it, 'name', text(read(error, 'name')), true);
    own(it, 'message', text(read(error, 'message')), true);
    return it;
  }
  function text(value) {
    return typeof value === 'string' ? slice(value, 0, 2000) : '';
  }

  function encode(value) {
    var json;
    try {
      json = stringify(value);
      if (json === undefined) return '';
      if (json === '{}' && classOf(value) === '[object Error]') return '=' + stringify(errorData(value));
      if (indexOf(json, 'null') < 0) return '=' + json;
    } catch (error) {}
    return '!' + stringify(copy(value, null, 0));
  }
  function revive(key, value) {
    if (value === null || typeof value !== 'object' || !has(value, mark)) return value;
    if (isArray(value[mark])) return dom.of(value[mark]);
    return value[mark] === 'undefined' ? undefined : numberOf(value[mark]);
  }
  function decode(packed) {
    if (packed === '') return undefined;
    return packed[0] === '=' ? parse(slice(packed, 1)) : parse(slice(packed, 1), revive);
  }
  function describe(error) {
    var name = '', message = '', stack = '';
    try {
      if (error !== null && (typeof error === 'object' || typeof error === 'function')) {
        name = text(read(error, 'name'));
        message = text(read(error, 'message'));
        stack = text(stackOf ? stackOf(error) : read(error, 'stack'));
        if (name === '' && message === '') message = text(slice(encode(error), 1));
      } else message = text(string(error));
    } catch (other) {}
    if (name === '' && message === '') message = 'what was thrown cannot be shown';
    return name + '\\u0000' + message + '\\u0000' + stack;
  }

  function freezeAll(value) {
    var found, at;
    if (value === null || typeof value !== 'object') return;
    freeze(value);
    found = keys(value);
    for (at = 0; at < found.length; at++) freezeAll(value[found[at]]);
  }
  function refusal(name) {
    return function () { throw new TypeErrorOf('"' + name + '" is read-only'); };
  }
  function define(name, value, readonly) {
    var found = descriptor(global, name), it = create(null);
    if (readonly === 2) {
      freezeAll(value);
      it.get = function () { return value; };
      it.set = refusal(name);
    } else fill(it, global, value, !readonly);
    it.enumerable = true;
    it.configurable = false;
    if (found && !found.configurable && (found.get || !found.writable)) return;
    defineProperty(global, name, it);
  }
  function expose(path, exposed) {
    var object = global, from = 0, dot, key;
    for (dot = indexOf(path, '.'); dot >= 0; dot = indexOf(path, '.', from)) {
      key = slice(path, from, dot);
      if (!has(object, key)) own(object, key, {}, false);
      object = object[key];
      from = dot + 1;
    }
    own(object, slice(path, from), exposed, false);
  }
  // A variable that is fetched from the host when a script reads it for the first time after it went stale. The host answers by
  // filling the record that belongs to it, or with undefined.
  var lazies = create(null);
  function lazy(name, index, fetch) {
    var it = create(null), state = create(null);
    state.stale = false;
    state.value = undefined;
    lazies[index] = state;
    it.get = function () {
      if (state.stale) {
        state.stale = false;
        state.value = fetch();
      }
      return state.value;
    };
    it.set = refusal(name);
    it.enumerable = true;
    it.configurable = false;
    defineProperty(global, name, it);
  }
  function stale(index) {
    lazies[index].stale = true;
  }
  // A function that makes an object with the given fields from as many arguments.
  function record(fields) {
    var names = parse(fields), list = '', body = '', at;
    for (at = 0; at < names.length; at++) {
      list += (at > 0 ? ',' : '') + 'a' + at;
      body += (at > 0 ? ',' : '') + stringify(names[at]) + ':a' + at;
    }
    return evaluate('(function(' + list + '){return {' + body + '}})');
  }

  // Scopes of the page: each is one object as long as the realm lives, so that code is compiled once for it.
  var scopes = create(null);
  function scope(index) {
    if (!scopes[index]) scopes[index] = create(null);
    return scopes[index];
  }
  function chain(indices) {
    var list = parse(indices), at;
    for (at = 0; at < list.length; at++) list[at] = scope(list[at]);
    return list;
  }
  function keeper(index) {
    var it = scope(index);
    return function (name, value) { own(it, name, value, true); };
  }
  // As a script begins, what it declares exists; what exists already keeps its value.
  function hoist(index, variables) {
    var it = scope(index), list = parse(variables), at;
    for (at = 0; at < list.length; at++) if (!has(it, list[at])) own(it, list[at], undefined, true);
  }
  function close(index) {
    var it = scope(index), list = names(it), at;
    for (at = 0; at < list.length; at++) delete it[list[at]];
  }
  function open(index, packed) {
    var it = scope(index), given = decode(packed), list = keys(given), at;
    close(index);
    for (at = 0; at < list.length; at++) own(it, list[at], given[list[at]], true);
  }

  // Mulberry32: a small generator with 32 bits of state.
  var state = 0;
  function seed(value) {
    state = value | 0;
  }
  Math.random = function random() {
    var a;
    state = (state + 0x6D2B79F5) | 0;
    a = imul(state ^ (state >>> 15), state | 1);
    a = (a + imul(a ^ (a >>> 7), a | 61)) ^ a;
    return ((a ^ (a >>> 14)) >>> 0) / 4294967296;
  };

  // Removes every global, and every named property of the listed objects, that the surface does not list. Symbols stay: the
  // engine itself works with them, and without the global Symbol no script can name one.
  function strip(surface) {
    var listed = parse(surface), path, object, parts, at, name, kept;
    for (path in listed) {
      object = global;
      parts = path === '' ? [] : path.split('.');
      for (at = 0; at < parts.length; at++) object = object[parts[at]];
      kept = create(null);
      for (at = 0; at < listed[path].length; at++) kept[listed[path][at]] = true;
      listed[path] = { object: object, kept: kept };
    }
    for (path in listed) {
      object = listed[path].object;
      parts = names(object);
      for (at = 0; at < parts.length; at++) {
        name = parts[at];
        if (!listed[path].kept[name] && descriptor(object, name).configurable) delete object[name];
      }
    }
  }

  return {
    encode: encode, decode: decode, describe: describe, define: define, expose: expose, lazy: lazy, stale: stale,
    record: record, seed: seed, strip: strip, chain: chain, keeper: keeper, hoist: hoist, open: open, close: close,
    useGetters: useGetters
  };
})()`;
