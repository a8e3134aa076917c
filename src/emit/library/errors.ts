// Errors as Error Segmentation looks at them: what is kept of the last one, and whether it is the one that a segment names.
import type { LibraryFunction } from './define.js';

export const errors: readonly LibraryFunction[] = [
  {
    name: 'errorOf',
    needs: ['text'],
    about:
      'What is kept of an error: its event, its code and its words. The end of a wait counts as an error "timeout".',
    source: String.raw`function (event) {
  var data = event.data || {};
  return /^error/.test(event.name)
    ? { name: event.name, code: ird.text(data.error), words: ird.text(data.description) }
    : { name: event.name, code: 'timeout', words: '' };
}`,
  },
  {
    name: 'isError',
    needs: ['text'],
    about:
      'Whether the last error is meant: by its event or the beginning of it, by its number, or by words that its code or description holds.',
    source: String.raw`function (wanted) {
  var last = _data.ird_error, event = ird.text(last.name).toLowerCase();
  var name = ird.text(wanted).toLowerCase().replace(/^\s+|\s+$/g, '');
  var fold = function (value) {
    return ' ' + ird.text(value).toLowerCase().replace(/[\s.,:;_()\/-]+/g, ' ').replace(/^ | $/g, '') + ' ';
  };
  var number = /^0*(\d+)(?=\D|$)/, wantedNumber = number.exec(name), words = fold(name.replace(/^\d+/, ''));
  var numbers = [number.exec(ird.text(last.code)), number.exec(ird.text(last.words))];
  if (name === '' || event === '') {
    return false;
  }
  if ((event + '.').indexOf('error.' + name.replace(/^error\./, '') + '.') === 0) {
    return true;
  }
  if (wantedNumber && (numbers[0] || numbers[1])) {
    return numbers.some(function (found) { return !!found && found[1] === wantedNumber[1]; });
  }
  return words !== '  ' && (fold(last.code).indexOf(words) >= 0 || fold(last.words).indexOf(words) >= 0);
}`,
  },
  {
    name: 'lastError',
    needs: ['text'],
    about:
      'GetLastErrorInfo: event, code and description of the last error as a list, or one of them; empty when there was none.',
    source: String.raw`function (part) {
  var last = _data.ird_error || {}, parts = { event: last.name, code: last.code, description: last.words };
  if (part !== undefined) {
    return ird.text(parts[ird.text(part).toLowerCase()]);
  }
  return last.name === undefined ? '' : Object.keys(parts).map(function (key) {
    return key + ':' + ird.text(parts[key]);
  }).join('|');
}`,
  },
];
