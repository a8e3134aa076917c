// Targets that the page has let go of.
import type { LibraryFunction } from './define.js';

export const targets: readonly LibraryFunction[] = [
  {
    name: 'withThreshold',
    needs: [],
    about:
      'Targets in one text, each with a threshold in front of its own. A text that names no target (a List object) stays as it is.',
    source: String.raw`function (targets, threshold) {
  var ends = /\.(?:GA|GP|GC|GQ|AP|DN|RP|DL|A|Q|C)\s*$/, before = '{' + threshold + '}', out = before, deep = 0, i, sign;
  if (!threshold || !ends.test(targets)) {
    return targets;
  }
  for (i = 0; i < targets.length; i += 1) {
    sign = targets.charAt(i);
    deep += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    out += sign;
    if (sign === ',' && deep === 0 && ends.test(targets.slice(0, i))) {
      out += before;
    }
  }
  return out;
}`,
  },
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
