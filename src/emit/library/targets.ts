// Targets that the page has let go of.
import type { LibraryFunction } from './define.js';

export const targets: readonly LibraryFunction[] = [
  {
    name: 'clearedTargets',
    needs: [],
    about: 'ClearTargets: after the queues were left, no request of the page waits any more.',
    source: String.raw`function () {
  Object.keys(_data.ird_live).forEach(function (name) {
    _data.ird_live[name] = '';
  });
  return '';
}`,
  },
];
