// Targets that the page has let go of.
import type { LibraryFunction } from './define.js';

export const targets: readonly LibraryFunction[] = [
  {
    name: 'closeAll',
    needs: [],
    about: 'After the queues were left, no request of the page waits any more.',
    source: String.raw`function () {
  Object.keys(_data.ird_live).forEach(function (name) {
    _data.ird_live[name] = '';
  });
}`,
  },
  {
    name: 'isCancelReply',
    needs: [],
    about:
      'Whether an event can be the answer to a queue:cancel of that request, or of all requests of the call. What the answer holds is in no document: one that names nothing is taken as well.',
    source: String.raw`function (event, name) {
  var data = event.data || {};
  if (data.requestid && name !== undefined) {
    return data.requestid === _data.ird_requests[name];
  }
  return !data.interactionid || data.interactionid === _data.ird_ixn;
}`,
  },
  {
    name: 'clearedTargets',
    needs: ['closeAll'],
    about: 'ClearTargets: no request waits, and what one of them has found is not wanted any more.',
    source: String.raw`function () {
  ird.closeAll();
  if (_data.ird_found) {
    _data.ird_found = '';
  }
  return '';
}`,
  },
];
