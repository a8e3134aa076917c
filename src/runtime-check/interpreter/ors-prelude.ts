// What the ECMAScript of Orchestration Server has beyond ES5, as its pages use it: `uneval`, and `toSource` of every object. Script text for the sandbox;
// the texts that they give are those of SpiderMonkey, as far as pages log them.

export const orsPrelude = `(function () {
  var global = this, create = Object.create, defineProperty = Object.defineProperty, keys = Object.keys;
  var stringify = JSON.stringify, string = String, isArray = Array.isArray, most = 100;
  // Bound now, so that page scripts cannot change what they do.
  var bound = function (method) { return Function.prototype.call.bind(method); };
  var classOf = bound(Object.prototype.toString), timeOf = bound(Date.prototype.getTime), codeOf = bound(Function.prototype.toString);
  var isIdentifier = RegExp.prototype.test.bind(/^[A-Za-z_$][\\w$]*$/);

  function source(value, above, depth) {
    var it, text = '', at, names, name;
    if (typeof value === 'string') return stringify(value);
    if (value === 0 && 1 / value < 0) return '-0';
    if (value === undefined) return '(void 0)';
    if (value === null || typeof value !== 'object' && typeof value !== 'function') return string(value);
    for (it = above; it; it = it.above) if (it.value === value) return '{}';
    if (depth > most) return '{}';
    if (typeof value === 'function') return '(' + codeOf(value) + ')';
    it = create(null);
    it.value = value;
    it.above = above;
    switch (classOf(value)) {
      case '[object Date]': return '(new Date(' + timeOf(value) + '))';
      case '[object RegExp]': return string(value);
      case '[object String]': return '(new String(' + stringify(string(value)) + '))';
      case '[object Number]': return '(new Number(' + string(value) + '))';
      case '[object Boolean]': return '(new Boolean(' + string(value) + '))';
      case '[object Error]': return '(new ' + string(value.name) + '(' + stringify(string(value.message)) + '))';
    }
    if (isArray(value)) {
      for (at = 0; at < value.length; at++) text += (at > 0 ? ', ' : '') + source(value[at], it, depth + 1);
      return '[' + text + ']';
    }
    names = keys(value);
    for (at = 0; at < names.length; at++) {
      name = names[at];
      text += (at > 0 ? ', ' : '') + (isIdentifier(name) ? name : stringify(name)) + ':' + source(value[name], it, depth + 1);
    }
    return depth === 0 ? '({' + text + '})' : '{' + text + '}';
  }

  function hidden(object, name, value) {
    var it = create(null);
    it.value = value;
    it.writable = true;
    it.enumerable = false;
    it.configurable = true;
    defineProperty(object, name, it);
  }
  function toSource() {
    return source(this, null, 0);
  }
  hidden(global, 'uneval', function uneval(value) { return source(value, null, 0); });
  hidden(Object.prototype, 'toSource', toSource);
})();`;
