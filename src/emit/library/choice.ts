// What the last selection chose: the fields of its reply, kept for the functions that ask for them later.
import type { LibraryFunction } from './define.js';

export const choice: readonly LibraryFunction[] = [
  {
    name: 'choice',
    needs: [],
    about: 'Fields of the reply to the last selection, by name.',
    source: '{}',
  },
  {
    name: 'keepChoice',
    needs: ['choice', 'text'],
    about: 'Keeps what a selection chose.',
    source: String.raw`function (event) {
  ['targetselected', 'targetobjectselected', 'targetcomponentselected', 'vqselected'].forEach(function (name) {
    ird.choice[name] = ird.text(event.data[name]);
  });
}`,
  },
  {
    name: 'chosen',
    needs: ['choice', 'text'],
    about: 'A field of what the last selection chose; empty before the first one.',
    source: String.raw`function (name) {
  return ird.text(ird.choice[name]);
}`,
  },
];
