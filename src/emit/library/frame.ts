// What the frame of a page uses: which replies count, when the interaction is lost, frames of subroutine calls.
import type { LibraryFunction } from './define.js';

export const frame: readonly LibraryFunction[] = [
  {
    name: 'isReply',
    needs: [],
    about:
      'Whether an event answers the request of a block. Until its request id is confirmed, a reply is taken that no other request owns or owned.',
    source: String.raw`function (event, name) {
  var id = event.data && event.data.requestid, live = _data.ird_live, other;
  if (live[name] !== 'pending') {
    return !!live[name] && id === _data.ird_requests[name];
  }
  for (other in live) {
    if (other !== name && live[other] !== 'pending' && id === _data.ird_requests[other]) {
      return false;
    }
  }
  return true;
}`,
  },
  {
    name: 'isLive',
    needs: [],
    about: 'Whether an event belongs to a request whose targets were kept when its block was left.',
    source: String.raw`function (event) {
  var id = event.data && event.data.requestid, name;
  for (name in _data.ird_live) {
    if (_data.ird_live[name] === 'kept' && id === _data.ird_requests[name]) {
      return true;
    }
  }
  return false;
}`,
  },
  {
    name: 'waitsFor',
    needs: [],
    about: 'Notes for how many seconds the request of a block waits.',
    source: String.raw`function (name, seconds) {
  _data.ird_due = _data.ird_due || {};
  _data.ird_due[name] = new Date().getTime() + seconds * 1000;
}`,
  },
  {
    name: 'isTimeOver',
    needs: [],
    about:
      'Whether the request of a block that has ended without a target has had its time: the event of a timeout is that of a failure. Half a second too early counts.',
    source: String.raw`function (name) {
  return _data.ird_live[name] !== 'pending' && new Date().getTime() + 500 >= _data.ird_due[name];
}`,
  },
  {
    name: 'close',
    needs: [],
    about: 'Forgets the request that an event belongs to.',
    source: String.raw`function (event) {
  var id = event.data && event.data.requestid, name;
  for (name in _data.ird_live) {
    if (id === _data.ird_requests[name]) {
      _data.ird_live[name] = '';
    }
  }
}`,
  },
  {
    name: 'set',
    needs: [],
    about: 'Keeps a setting for later blocks; gives the one that was in force, empty when there was none.',
    source: String.raw`function (name, value) {
  var before = _data.ird_set[name];
  _data.ird_set[name] = value;
  return before === undefined ? '' : before;
}`,
  },
  {
    name: 'setting',
    needs: [],
    about: 'A setting of an earlier block, or what holds without one.',
    source: String.raw`function (name, otherwise) {
  var value = _data.ird_set[name];
  return value === undefined ? otherwise : value;
}`,
  },
  {
    name: 'extension',
    needs: ['text'],
    about: 'Sets an extension for the redirects and calls that follow, or removes it when no value is given.',
    source: String.raw`function (key, value) {
  var all = _data.ird_set.extensions || {};
  if (value === undefined) {
    delete all[ird.text(key)];
  } else {
    all[ird.text(key)] = value;
  }
  _data.ird_set.extensions = all;
  return '';
}`,
  },
  {
    name: 'excludeAgents',
    needs: ['set'],
    about: 'ExcludeAgents: keeps agents out of later selections; gives the list that was in force.',
    source: String.raw`function (agents) {
  _genesys.queue.excludeAgents(agents);
  return ird.set('excluded', agents);
}`,
  },
  {
    name: 'bothThresholds',
    needs: [],
    about: 'A threshold that holds when both do; an empty one always holds.',
    source: String.raw`function (first, second) {
  return first && second ? '(' + first + ') & (' + second + ')' : first || second;
}`,
  },
  {
    name: 'waitingRequest',
    needs: [],
    about:
      'Id of the request that waits in a queue, the one that was submitted last when there are several; empty when none does.',
    source: String.raw`function () {
  var found = '', name;
  for (name in _data.ird_live) {
    if (_data.ird_live[name] === 'kept' || _data.ird_live[name] === 'live') {
      found = _data.ird_requests[name];
    }
  }
  return found;
}`,
  },
  {
    name: 'hasPending',
    needs: [],
    about: 'Whether a request still waits for its id.',
    source: String.raw`function () {
  var name;
  for (name in _data.ird_live) {
    if (_data.ird_live[name] === 'pending') {
      return true;
    }
  }
  return false;
}`,
  },
  {
    name: 'dropPending',
    needs: [],
    about: 'Forgets requests that still wait for their ids.',
    source: String.raw`function () {
  var name;
  for (name in _data.ird_live) {
    if (_data.ird_live[name] === 'pending') {
      _data.ird_live[name] = '';
    }
  }
}`,
  },
  {
    name: 'isLeftover',
    needs: [],
    about:
      'Whether an event answers what the page has given up: a timer that has fired, a request or a treatment that was over.',
    source: String.raw`function (event) {
  return /^error\.(notallowed|queue\.cancel|dialog\.stop)(\.|$)/.test(event.name);
}`,
  },
  {
    name: 'isLoss',
    needs: [],
    about: 'Whether an event says that the own interaction is gone for good, and has not merely moved.',
    source: String.raw`function (event) {
  var data = event.data || {};
  return data.interactionid === _data.ird_ixn && (!data.resultof || data.resultof === 'deletion');
}`,
  },
  {
    name: 'isUnroutedMessage',
    needs: ['isVoice'],
    about:
      'Whether the interaction of this page is no voice call, is still with the session and was not routed.',
    source: String.raw`function () {
  return !_data.ird_routed && !ird.isVoice() && !!_genesys.ixn.interactions[_data.ird_ixn];
}`,
  },
  {
    name: 'isVoice',
    needs: [],
    about: 'Whether the interaction of this page is a voice call.',
    source: String.raw`function () {
  var interaction = _genesys.ixn.interactions[_data.ird_ixn];
  return _data.ird_voice || !!(interaction && interaction.voice);
}`,
  },
  {
    name: 'onAbandoned',
    needs: ['text'],
    about: 'OnCallAbandoned: keeps the name of the strategy that runs when the call is lost.',
    source: String.raw`function (strategy) {
  _data.ird_hook = ird.text(strategy);
  return '';
}`,
  },
  {
    name: 'parentOf',
    needs: [],
    about: 'The call that a consult call was made for; empty for every other interaction.',
    source: String.raw`function (id) {
  var interaction = _genesys.ixn.interactions[id], voice = interaction && interaction.voice;
  return (voice && voice.type === 'consult' && interaction.parentid) || '';
}`,
  },
  {
    name: 'start',
    needs: ['isVoice'],
    about: 'Takes the interaction that the page works on from the event that brings it.',
    source: String.raw`function (event) {
  _data.ird_ixn = event.data.interactionid;
  _data.ird_dn = event.data.focusdeviceid || '';
  _data.ird_voice = ird.isVoice();
  _data.ird_presented = event.name === 'interaction.present';
}`,
  },
  {
    name: 'enter',
    needs: [],
    about:
      'Calls a subroutine: its parameters and locals become the top frame; 50 frames are taken for runaway recursion.',
    source: String.raw`function (locals) {
  if (_data.ird_stack.length >= 50) {
    throw new Error('subroutine calls are nested too deeply');
  }
  _data.ird_stack.push(_data.ird_local);
  _data.ird_local = locals;
}`,
  },
  {
    name: 'leave',
    needs: [],
    about: 'Returns from a subroutine: its frame is kept for the results, the one below is current again.',
    source: String.raw`function () {
  _data.ird_returned = _data.ird_local;
  _data.ird_local = _data.ird_stack.pop();
}`,
  },
];
