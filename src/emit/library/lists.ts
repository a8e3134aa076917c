// The List Manipulation functions on IRD lists: text `key:value|key:value`, positions from 1, the first of equal keys wins, a value may hold colons.
import type { LibraryFunction } from './define.js';

export const lists: readonly LibraryFunction[] = [
  {
    name: 'listItems',
    needs: ['text'],
    about: 'The items of a list as written, empty ones included.',
    source: String.raw`function (list) {
  var all = ird.text(list);
  return all === '' ? [] : all.split('|');
}`,
  },
  {
    name: 'listItem',
    needs: ['listItems', 'num'],
    about: 'The item at a position from 1; empty past the end.',
    source: String.raw`function (index, list) {
  return ird.listItems(list)[ird.num(index) - 1] || '';
}`,
  },
  {
    name: 'itemKey',
    needs: [],
    about: 'Key of an item: what stands before the first colon.',
    source: String.raw`function (item) {
  return item.split(':')[0];
}`,
  },
  {
    name: 'itemValue',
    needs: [],
    about: 'Value of an item: all that stands behind the first colon.',
    source: String.raw`function (item) {
  return item.split(':').slice(1).join(':');
}`,
  },
  {
    name: 'leadingDigits',
    needs: [],
    about: 'The number that a text begins with; 0 when it does not begin with a digit.',
    source: String.raw`function (value) {
  var digits = /^\d+/.exec(value);
  return digits === null ? 0 : parseInt(digits[0], 10);
}`,
  },
  {
    name: 'listGetSize',
    needs: ['listItems', 'itemValue', 'truth'],
    about: 'ListGetSize: number of items; with the flag, items without a value are not counted.',
    source: String.raw`function (list, doNotCountEmptyItems) {
  var skip = ird.truth(doNotCountEmptyItems);
  return ird.listItems(list).filter(function (item) {
    return !skip || ird.itemValue(item) !== '';
  }).length;
}`,
  },
  {
    name: 'listGetKey',
    needs: ['listItem', 'itemKey'],
    about: 'ListGetKey: key of the item at a position from 1; empty past the end.',
    source: String.raw`function (index, list) {
  return ird.itemKey(ird.listItem(index, list));
}`,
  },
  {
    name: 'listGetString',
    needs: ['listItem', 'itemValue'],
    about: 'ListGetString: value of the item at a position from 1; empty past the end.',
    source: String.raw`function (index, list) {
  return ird.itemValue(ird.listItem(index, list));
}`,
  },
  {
    name: 'listGetInteger',
    needs: ['listGetString', 'leadingDigits'],
    about: 'ListGetInteger: value of the item at a position from 1 as INTEGER; 0 past the end.',
    source: String.raw`function (index, list) {
  return ird.leadingDigits(ird.listGetString(index, list));
}`,
  },
  {
    name: 'getStringKey',
    needs: ['listItems', 'itemKey', 'itemValue', 'text'],
    about: 'GetStringKey: value of the first item with that key; empty when there is none.',
    source: String.raw`function (key, list) {
  var found = ird.listItems(list).filter(function (item) {
    return ird.itemKey(item) === ird.text(key) && item !== '';
  });
  return found.length === 0 ? '' : ird.itemValue(found[0]);
}`,
  },
  {
    name: 'getIntegerKey',
    needs: ['getStringKey', 'leadingDigits'],
    about:
      'GetIntegerKey: leading digits of the value of the first item with that key; 0 when there are none.',
    source: String.raw`function (key, list) {
  return ird.leadingDigits(ird.getStringKey(key, list));
}`,
  },
  {
    name: 'subList',
    needs: ['listItems', 'itemValue', 'leadingDigits'],
    about: 'The items whose value is the number that choose picks (Math.max or Math.min), in their order.',
    source: String.raw`function (list, choose) {
  var items = ird.listItems(list).filter(function (item) {
    return item !== '';
  });
  var value = function (item) {
    return ird.leadingDigits(ird.itemValue(item));
  };
  var wanted = choose.apply(null, items.map(value));
  return items.filter(function (item) {
    return value(item) === wanted;
  }).join('|');
}`,
  },
  {
    name: 'getMaxSubList',
    needs: ['subList'],
    about: 'GetMaxSubList: the items that have the greatest value.',
    source: String.raw`function (list) {
  return ird.subList(list, Math.max);
}`,
  },
  {
    name: 'getMinSubList',
    needs: ['subList'],
    about: 'GetMinSubList: the items that have the smallest value.',
    source: String.raw`function (list) {
  return ird.subList(list, Math.min);
}`,
  },
  {
    name: 'kvListGetStringValue',
    needs: ['getStringKey'],
    about: 'KVListGetStringValue: what GetStringKey gives, the list first.',
    source: String.raw`function (list, key) {
  return ird.getStringKey(key, list);
}`,
  },
  {
    name: 'kvListKeyByIndex',
    needs: ['listGetKey'],
    about: 'KVListKeyByIndex: what ListGetKey gives, the list first.',
    source: String.raw`function (list, index) {
  return ird.listGetKey(index, list);
}`,
  },
  {
    name: 'listGetIntegerListFirst',
    needs: ['listGetInteger'],
    about: 'ListGetInteger where the list stands first.',
    source: String.raw`function (list, index) {
  return ird.listGetInteger(index, list);
}`,
  },
  {
    name: 'kvListAdd',
    needs: ['text'],
    about: 'A list with a pair more at its end.',
    source: String.raw`function (list, key, value) {
  var all = ird.text(list), pair = ird.text(key) + ':' + ird.text(value);
  return all === '' ? pair : all + '|' + pair;
}`,
  },
  {
    name: 'kvListDelete',
    needs: ['listItems', 'itemKey', 'text'],
    about: 'A list without the pairs of a key.',
    source: String.raw`function (list, key) {
  return ird.listItems(list).filter(function (item) {
    return ird.itemKey(item) !== ird.text(key);
  }).join('|');
}`,
  },
  {
    name: 'kvListSet',
    needs: ['listItems', 'itemKey', 'kvListAdd', 'text'],
    about: 'A list with another value of a key, in the place of the first pair that has it, else at the end.',
    source: String.raw`function (list, key, value) {
  var wanted = ird.text(key), set = false, items = ird.listItems(list).map(function (item) {
    if (set || ird.itemKey(item) !== wanted) {
      return item;
    }
    set = true;
    return wanted + ':' + ird.text(value);
  });
  return set ? items.join('|') : ird.kvListAdd(list, key, value);
}`,
  },
  {
    name: 'keep',
    needs: [],
    about: 'Puts a value into a variable; gives the value.',
    source: String.raw`function (place, name, value) {
  place[name] = value;
  return value;
}`,
  },
];
