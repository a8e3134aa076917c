// Functions that stay with URS: the address of the request for one, and the answer as text.
import type { LibraryFunction } from './define.js';

export const urs: readonly LibraryFunction[] = [
  {
    name: 'ursFunction',
    needs: ['text'],
    about: 'The address at which URS computes a function for the interaction; each argument is encoded.',
    source: String.raw`function (id, name, args) {
  var encoded = args.map(function (arg) {
    return encodeURIComponent(ird.text(arg));
  });
  return 'urs/call/@' + id + '/func?name=' + encodeURIComponent(name) + '&params=[' + encoded.join(',') + ']';
}`,
  },
  {
    name: 'jsonText',
    needs: ['text'],
    about: 'An answer in JSON as text, an object as a list; anything else as it came.',
    source: String.raw`function (content) {
  var answer = ird.text(content);
  try {
    return ird.text(JSON.parse(answer));
  } catch (ignored) {
    return answer;
  }
}`,
  },
];
