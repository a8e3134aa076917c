// Documents inside the sandbox, for XML in the data (SCXML B.2): the reading half of the DOM. Script text, not host code. It keeps its own references to
// what it uses, as the realm does.

/** An expression that gives `{ of: (pieces) => document, pieces: (node) => pieces or undefined }`; pieces as `xml-plain.ts` says. */
export const domSource = `(function (mark) {
  'use strict';
  var create = Object.create, defineProperty = Object.defineProperty, string = String, call = Function.prototype.call;
  var indexOf = call.bind(String.prototype.indexOf), slice = call.bind(String.prototype.slice), push = call.bind(Array.prototype.push);
  var add = call.bind(WeakSet.prototype.add), isIn = call.bind(WeakSet.prototype.has), known = new WeakSet();
  var Node = {}, names = ['#text', '#comment', '#document'];

  function hidden(object, name, value) {
    var it = create(null);
    it.value = value;
    it.writable = true;
    it.configurable = true;
    defineProperty(object, name, it);
  }
  function getter(name, get) {
    var it = create(null);
    it.get = get;
    it.configurable = true;
    defineProperty(Node, name, it);
  }
  function item(at) {
    return at >= 0 && at < this.length ? this[at] : null;
  }
  function listOf(nodes) {
    hidden(nodes, 'item', item);
    return nodes;
  }
  function node(type, name, value, owner) {
    var it = create(Node);
    add(known, it);
    it.nodeType = type;
    it.nodeName = name;
    it.nodeValue = value;
    it.parentNode = null;
    it.ownerDocument = owner;
    it.childNodes = listOf([]);
    if (type === 1) it.attributes = listOf([]);
    return it;
  }
  function append(parent, child) {
    child.parentNode = parent;
    push(parent.childNodes, child);
    return child;
  }
  // Attribute, sibling and child look-ups are loops over lists, so that nothing the page has changed takes part in them.
  function attributeOf(element, name) {
    var list = element.attributes || [], at;
    for (at = 0; at < list.length; at++) if (list[at].nodeName === name) return list[at];
    return null;
  }
  function prefixOf(name) {
    var cut = indexOf(name, ':');
    return cut < 0 ? '' : slice(name, 0, cut);
  }
  function localOf(name) {
    return slice(name, indexOf(name, ':') + 1);
  }
  function namespaceOf(element, prefix) {
    var found;
    if (prefix === 'xml') return 'http://www.w3.org/XML/1998/namespace';
    for (; element && element.nodeType === 1; element = element.parentNode) {
      found = attributeOf(element, prefix === '' ? 'xmlns' : 'xmlns:' + prefix);
      if (found) return found.nodeValue || null;
    }
    return null;
  }
  function collect(root, matches, found) {
    var list = root.childNodes, at;
    for (at = 0; at < list.length; at++) {
      if (list[at].nodeType !== 1) continue;
      if (matches(list[at])) push(found, list[at]);
      collect(list[at], matches, found);
    }
    return found;
  }
  function textIn(root) {
    var list = root.childNodes, text = '', at;
    if (root.nodeType !== 1) return root.nodeValue;
    for (at = 0; at < list.length; at++) if (list[at].nodeType !== 8) text += textIn(list[at]);
    return text;
  }
  function sibling(of, step) {
    var list = of.parentNode ? of.parentNode.childNodes : [], at;
    for (at = 0; at < list.length; at++) if (list[at] === of) return list[at + step] || null;
    return null;
  }
  function isNamed(uri, local) {
    return function (element) {
      return (local === '*' || element.localName === local) && (uri === '*' || (element.namespaceURI || '') === (uri || ''));
    };
  }

  getter('firstChild', function () { return this.childNodes[0] || null; });
  getter('lastChild', function () { return this.childNodes[this.childNodes.length - 1] || null; });
  getter('previousSibling', function () { return sibling(this, -1); });
  getter('nextSibling', function () { return sibling(this, 1); });
  getter('documentElement', function () {
    var at;
    if (this.nodeType !== 9) return undefined;
    for (at = 0; at < this.childNodes.length; at++) if (this.childNodes[at].nodeType === 1) return this.childNodes[at];
    return null;
  });
  getter('tagName', function () { return this.nodeType === 1 ? this.nodeName : undefined; });
  getter('name', function () { return this.nodeType === 2 ? this.nodeName : undefined; });
  getter('value', function () { return this.nodeType === 2 ? this.nodeValue : undefined; });
  getter('data', function () { return this.nodeType === 3 || this.nodeType === 8 ? this.nodeValue : undefined; });
  getter('textContent', function () { return textIn(this); });
  getter('localName', function () { return this.nodeType < 3 ? localOf(this.nodeName) : null; });
  getter('prefix', function () { return (this.nodeType < 3 && prefixOf(this.nodeName)) || null; });
  getter('namespaceURI', function () {
    if (this.nodeType === 1) return namespaceOf(this, prefixOf(this.nodeName));
    return this.nodeType === 2 && prefixOf(this.nodeName) ? namespaceOf(this.ownerElement, prefixOf(this.nodeName)) : null;
  });
  hidden(Node, 'hasChildNodes', function () { return this.childNodes.length > 0; });
  hidden(Node, 'hasAttributes', function () { return this.nodeType === 1 && this.attributes.length > 0; });
  hidden(Node, 'getAttributeNode', function (name) { return attributeOf(this, string(name)); });
  hidden(Node, 'hasAttribute', function (name) { return attributeOf(this, string(name)) !== null; });
  hidden(Node, 'getAttribute', function (name) {
    var found = attributeOf(this, string(name));
    return found ? found.nodeValue : null;
  });
  hidden(Node, 'getAttributeNS', function (uri, local) {
    var list = this.attributes || [], matches = isNamed(uri, local), at;
    for (at = 0; at < list.length; at++) if (matches(list[at])) return list[at].nodeValue;
    return null;
  });
  hidden(Node, 'getElementsByTagName', function (name) {
    name = string(name);
    return listOf(collect(this, function (element) { return name === '*' || element.nodeName === name; }, []));
  });
  hidden(Node, 'getElementsByTagNameNS', function (uri, local) {
    return listOf(collect(this, isNamed(uri, local), []));
  });
  hidden(Node, 'toJSON', function () {
    var it = create(null);
    it[mark] = pieces(this);
    return it;
  });

  function of(list) {
    var root = node(9, names[2], null, null), at = root, i, piece, rest, cut, made;
    for (i = 0; i < list.length; i++) {
      piece = string(list[i]);
      rest = slice(piece, 1);
      switch (piece[0]) {
        case '+':
          at = append(at, node(1, rest, null, root));
          break;
        case '@':
          cut = indexOf(rest, '=');
          made = node(2, slice(rest, 0, cut), slice(rest, cut + 1), root);
          made.ownerElement = at;
          if (at.attributes) push(at.attributes, made);
          break;
        case '-':
          at = at.parentNode || root;
          break;
        default:
          append(at, piece[0] === '!' ? node(8, names[1], rest, root) : node(3, names[0], rest, root));
      }
    }
    return root;
  }
  function write(from, list) {
    var at;
    if (from.nodeType === 3) push(list, '#' + from.nodeValue);
    if (from.nodeType === 8) push(list, '!' + from.nodeValue);
    if (from.nodeType === 1) {
      push(list, '+' + from.nodeName);
      for (at = 0; at < from.attributes.length; at++) {
        push(list, '@' + from.attributes[at].nodeName + '=' + from.attributes[at].nodeValue);
      }
    }
    for (at = 0; at < from.childNodes.length; at++) write(from.childNodes[at], list);
    if (from.nodeType === 1) push(list, '-');
    return list;
  }
  function pieces(value) {
    return isIn(known, value) ? write(value, []) : undefined;
  }
  return { of: of, pieces: pieces };
})`;
