// Statistics: the objects that Orchestration has for words of IRD.
import type { LibraryFunction } from './define.js';

export const statistics: readonly LibraryFunction[] = [
  {
    name: 'enteredWhere',
    needs: ['text'],
    about: 'CallsEntered: R for the router, RP for the routing point, else the name of the virtual queue.',
    source: String.raw`function (where, queue) {
  var word = ird.text(where);
  return word === 'Router' ? 'R' : word === 'RoutingPoint' ? 'RP' : ird.text(queue);
}`,
  },
];
