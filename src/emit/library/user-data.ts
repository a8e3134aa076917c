// User data of the interaction. The platform shows a written pair only after an event; IRD's strategies read it at once, so what this page wrote is
// kept beside until the platform shows something newer.
import type { LibraryFunction } from './define.js';

export const userData: readonly LibraryFunction[] = [
  {
    name: 'written',
    needs: [],
    about:
      'Pairs that this page has written: the value, and the older values that the platform may still show.',
    source: String.raw`{}`,
  },
  {
    name: 'shownData',
    needs: ['text'],
    about: 'User data as the platform shows it now; empty when it is missing.',
    source: String.raw`function (id, key) {
  var interaction = _genesys.ixn.interactions[id];
  return interaction && interaction.udata ? ird.text(interaction.udata[key]) : '';
}`,
  },
  {
    name: 'udata',
    needs: ['written', 'shownData'],
    about: 'UData: the value of a key as text; empty when it is missing.',
    source: String.raw`function (id, key) {
  var shown = ird.shownData(id, key), mine = ird.written[id + '/' + key];
  if (mine !== undefined && mine.older.indexOf(shown) >= 0) return mine.value;
  delete ird.written[id + '/' + key];
  return shown;
}`,
  },
  {
    name: 'remember',
    needs: ['written', 'shownData', 'udata', 'text'],
    about: 'Notes what this page writes, so that it can be read back at once.',
    source: String.raw`function (id, key, value) {
  var last = ird.udata(id, key), mine = ird.written[id + '/' + key];
  var older = mine === undefined ? [ird.shownData(id, key)] : mine.older.concat(last);
  ird.written[id + '/' + key] = { value: ird.text(value), older: older };
}`,
  },
  {
    name: 'attach',
    needs: ['remember'],
    about: 'Writes pairs to the user data; a key that is there gets the new value.',
    source: String.raw`function (id, pairs) {
  Object.keys(pairs).forEach(function (key) {
    ird.remember(id, key, pairs[key]);
  });
  _genesys.ixn.setuData(pairs, id);
}`,
  },
  {
    name: 'attachPair',
    needs: ['attach', 'text'],
    about: 'Writes one pair to the user data.',
    source: String.raw`function (id, key, value) {
  var pairs = {};
  pairs[ird.text(key)] = value;
  ird.attach(id, pairs);
}`,
  },
  {
    name: 'detach',
    needs: ['written', 'remember', 'text'],
    about: 'Deletes a key of the user data.',
    source: String.raw`function (id, key) {
  var names = {};
  names[ird.text(key)] = 0;
  ird.remember(id, ird.text(key), '');
  ird.written[id + '/' + ird.text(key)].gone = true;
  _genesys.ixn.deleteuData(names, id);
}`,
  },
  {
    name: 'udataPairs',
    needs: ['written', 'udata'],
    about:
      'The user data as an object: what the platform shows and what this page has written, without what it has deleted.',
    source: String.raw`function (id) {
  var interaction = _genesys.ixn.interactions[id], pairs = {};
  Object.keys((interaction && interaction.udata) || {}).forEach(function (key) {
    pairs[key] = ird.udata(id, key);
  });
  Object.keys(ird.written).forEach(function (name) {
    if (name.indexOf(id + '/') !== 0) return;
    var key = name.slice(id.length + 1), value = ird.udata(id, key), mine = ird.written[name];
    if (mine === undefined) return;
    if (mine.gone) delete pairs[key];
    else pairs[key] = value;
  });
  return pairs;
}`,
  },
  {
    name: 'udataKeys',
    needs: ['udataPairs'],
    about: 'AttachedDataKeyList: the keys of the user data, joined by bars.',
    source: String.raw`function (id) {
  return Object.keys(ird.udataPairs(id)).join('|');
}`,
  },
  {
    name: 'udataList',
    needs: ['udataPairs', 'listText'],
    about: 'AttachedDataItemList: the user data as a list.',
    source: String.raw`function (id) {
  return ird.listText(ird.udataPairs(id));
}`,
  },
];
