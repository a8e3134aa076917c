// Properties of the interaction as text, safe when the interaction is gone or is no voice call; and the number tests of the ANI and DNIS objects.
import type { LibraryFunction } from './define.js';

export const callInfo: readonly LibraryFunction[] = [
  {
    name: 'property',
    needs: ['text'],
    about: 'A property of the interaction as text, e.g. location, media_server; empty when it is missing.',
    source: String.raw`function (id, group, name) {
  var interaction = _genesys.ixn.interactions[id];
  return interaction && interaction[group] ? ird.text(interaction[group][name]) : '';
}`,
  },
  {
    name: 'voice',
    needs: ['property'],
    about: 'A property of the voice call as text (ani, dnis, ...); empty when it is missing.',
    source: String.raw`function (id, name) {
  return ird.property(id, 'voice', name);
}`,
  },
  {
    name: 'media',
    needs: ['property'],
    about: 'Media type of the interaction, whatever its kind.',
    source: String.raw`function (id) {
  return ird.property(id, 'voice', 'media') || ird.property(id, 'msgbased', 'media')
    || ird.property(id, 'chat', 'media');
}`,
  },
  {
    name: 'aniDigits',
    needs: ['voice'],
    about: 'The first digits of the calling number by the North American plan, without its country code 1.',
    source: String.raw`function (id, count) {
  var digits = ird.voice(id, 'ani').replace(/\D/g, '');
  return (digits.length === 11 && digits.charAt(0) === '1' ? digits.slice(1) : digits).slice(0, count);
}`,
  },
  {
    name: 'otherDN',
    needs: ['text'],
    about:
      'OtherDN: device of the first party that is not where the interaction stands; empty when there is none.',
    source: String.raw`function (id, own) {
  var interaction = _genesys.ixn.interactions[id], parties = (interaction && interaction.parties) || {};
  var others = Object.keys(parties).map(function (party) {
    return ird.text(parties[party].device);
  }).filter(function (device) {
    return device !== '' && device !== own;
  });
  return others.length === 0 ? '' : others[0];
}`,
  },
  {
    name: 'startsWith',
    needs: ['text'],
    about: 'Whether a text begins with another.',
    source: String.raw`function (value, prefix) {
  return ird.text(value).indexOf(ird.text(prefix)) === 0;
}`,
  },
  {
    name: 'inNumberRange',
    needs: ['text'],
    about:
      'Whether a telephone number lies in a range, both ends included; only digits count, as many as there are.',
    source: String.raw`function (value, from, to) {
  var number = function (text) {
    return ird.text(text).replace(/\D/g, '').replace(/^0+(?=\d)/, '');
  };
  var atMost = function (a, b) {
    return a.length < b.length || (a.length === b.length && a <= b);
  };
  var wanted = number(value);
  return wanted !== '' && atMost(number(from), wanted) && atMost(wanted, number(to));
}`,
  },
];
