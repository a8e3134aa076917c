// What ECMAScript 5.1 (June 2011) has, annex B included: the globals, and the properties of its built-in objects. In the ES5 realm nothing else is left,
// so that a page which uses more fails here as it does in Orchestration Server.

const inFunctions = ['length', 'name', 'prototype', 'arguments', 'caller'];
const words = (text: string): readonly string[] => text.split(' ');

const errors = words('Error EvalError RangeError ReferenceError SyntaxError TypeError URIError');

/** Objects by path ('' is the global object) with the properties that stay. */
export const es5Surface: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...words('NaN Infinity undefined eval parseInt parseFloat isNaN isFinite'),
    ...words('decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape'),
    ...words('Object Function Array String Boolean Number Date RegExp Math JSON'),
    ...errors,
  ],
  Object: [
    ...inFunctions,
    ...words(
      'getPrototypeOf getOwnPropertyDescriptor getOwnPropertyNames create defineProperty defineProperties',
    ),
    ...words('seal freeze preventExtensions isSealed isFrozen isExtensible keys'),
  ],
  'Object.prototype': words(
    'constructor toString toLocaleString valueOf hasOwnProperty isPrototypeOf propertyIsEnumerable',
  ),
  Function: inFunctions,
  'Function.prototype': [...inFunctions, ...words('constructor toString apply call bind')],
  Array: [...inFunctions, 'isArray'],
  'Array.prototype': [
    ...words(
      'constructor length toString toLocaleString concat join pop push reverse shift slice sort splice unshift',
    ),
    ...words('indexOf lastIndexOf every some forEach map filter reduce reduceRight'),
  ],
  String: [...inFunctions, 'fromCharCode'],
  'String.prototype': [
    ...words(
      'constructor length toString valueOf charAt charCodeAt concat indexOf lastIndexOf localeCompare match',
    ),
    ...words('replace search slice split substring substr toLowerCase toLocaleLowerCase toUpperCase'),
    ...words('toLocaleUpperCase trim'),
  ],
  Boolean: inFunctions,
  'Boolean.prototype': words('constructor toString valueOf'),
  Number: [...inFunctions, ...words('MAX_VALUE MIN_VALUE NaN NEGATIVE_INFINITY POSITIVE_INFINITY')],
  'Number.prototype': words('constructor toString toLocaleString valueOf toFixed toExponential toPrecision'),
  Math: [
    ...words(
      'E LN10 LN2 LOG2E LOG10E PI SQRT1_2 SQRT2 abs acos asin atan atan2 ceil cos exp floor log max min pow',
    ),
    ...words('random round sin sqrt tan'),
  ],
  Date: [...inFunctions, ...words('parse UTC now')],
  'Date.prototype': [
    ...words(
      'constructor toString toDateString toTimeString toLocaleString toLocaleDateString toLocaleTimeString',
    ),
    ...words(
      'valueOf getTime getTimezoneOffset setTime toUTCString toGMTString toISOString toJSON getYear setYear',
    ),
    ...['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'].flatMap((part) => [
      `get${part}`,
      `getUTC${part}`,
      `set${part}`,
      `setUTC${part}`,
    ]),
    ...words('getDay getUTCDay'),
  ],
  RegExp: inFunctions,
  // `flags` is newer, but the engine's own `split` and `replace` read it.
  'RegExp.prototype': words(
    'constructor exec test toString source global ignoreCase multiline lastIndex flags',
  ),
  JSON: words('parse stringify'),
  ...Object.fromEntries(errors.map((name) => [name, inFunctions])),
  ...Object.fromEntries(
    errors.map((name) => [`${name}.prototype`, words('constructor name message toString')]),
  ),
};
