// Custom routing (SelectDN, SuspendForDN, RouteCall): what the open requests have found, and where a call is routed to.
import type { LibraryFunction } from './define.js';

export const selecting: readonly LibraryFunction[] = [
  {
    name: 'isSelecting',
    needs: [],
    about: 'Whether an event belongs to an open request of SelectDN.',
    source: String.raw`function (event) {
  var id = event.data && event.data.requestid, name;
  for (name in _data.ird_live) {
    if (_data.ird_live[name] === 'live' && id === _data.ird_requests[name]) {
      return true;
    }
  }
  return false;
}`,
  },
  {
    name: 'isLastSelecting',
    needs: ['isSelecting'],
    about: 'Whether an event belongs to the only open request of SelectDN.',
    source: String.raw`function (event) {
  var open = Object.keys(_data.ird_live).filter(function (name) { return _data.ird_live[name] === 'live'; });
  return open.length === 1 && ird.isSelecting(event);
}`,
  },
  {
    name: 'accepted',
    needs: [],
    about: 'SelectDN: its request is open from now on; gives an empty text.',
    source: String.raw`function (event, name) {
  _data.ird_requests[name] = event.data.requestid;
  _data.ird_live[name] = 'live';
  return '';
}`,
  },
  {
    name: 'foundDN',
    needs: ['close', 'keepChoice'],
    about: 'Keeps what a request of SelectDN has found; gives an empty text.',
    source: String.raw`function (event) {
  ird.close(event);
  ird.keepChoice(event);
  _data.ird_found = event.data.resource;
  return '';
}`,
  },
  {
    name: 'dnOf',
    needs: ['text'],
    about: 'A resource as the text of its DN, or of what names it else.',
    source: String.raw`function (resource) {
  return ird.text(resource && (resource.dn || resource.id || resource.agent || resource.place || resource));
}`,
  },
  {
    name: 'takeDN',
    needs: ['dnOf'],
    about: 'SuspendForDN: takes what was found, to be routed to; gives its DN.',
    source: String.raw`function () {
  _data.ird_target = _data.ird_found;
  _data.ird_found = '';
  return ird.dnOf(_data.ird_target);
}`,
  },
  {
    name: 'routeTo',
    needs: ['dnOf', 'text'],
    about: 'Where a call is routed to: what was selected when the text names it or is empty, else the text.',
    source: String.raw`function (wanted) {
  var dn = ird.text(wanted), known = [_data.ird_target, _data.ird_found].filter(function (resource) {
    return !!resource && (dn === '' || dn === ird.dnOf(resource));
  });
  return known.length > 0 ? known[0] : dn;
}`,
  },
  {
    name: 'destination',
    needs: ['text'],
    about: 'A destination at its location; the destination alone when the location is empty.',
    source: String.raw`function (to, at) {
  var location = ird.text(at);
  return location === '' ? ird.text(to) : ird.text(to) + '@' + location;
}`,
  },
  {
    name: 'defaultDestination',
    needs: ['text'],
    about: 'Sets where default routing sends the call; gives what is set.',
    source: String.raw`function (destination) {
  if (destination !== undefined) {
    _data.ird_default_destination = ird.text(destination);
  }
  return ird.text(_data.ird_default_destination);
}`,
  },
  {
    name: 'routedTo',
    needs: [],
    about: 'A call has been routed, or could not be: what was selected is used up. Gives an empty text.',
    source: String.raw`function (done) {
  _data.ird_target = '';
  _data.ird_found = '';
  _data.ird_routed = _data.ird_routed || done;
  return '';
}`,
  },
];
