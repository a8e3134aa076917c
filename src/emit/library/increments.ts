// Priority increments: what the strategy has set, since when the call waits, what its priority has grown to, and what is left of a wait that is submitted again.
import type { LibraryFunction } from './define.js';

export const increments: readonly LibraryFunction[] = [
  {
    name: 'increments',
    needs: [],
    about:
      'How many intervals have passed since the priority began to grow; a timer that is half a second early counts.',
    source: String.raw`function () {
  var growth = _data.ird_set.increment;
  if (!growth || !growth.since || !(growth.every > 0)) {
    return 0;
  }
  return Math.floor((new Date().getTime() - growth.since + 500) / (growth.every * 1000));
}`,
  },
  {
    name: 'grownPriority',
    needs: ['num'],
    about:
      'A priority after so many increments: at the limit it stops, and one that is beyond it from the start stays as it is.',
    source: String.raw`function (base, count) {
  var growth = _data.ird_set.increment, start = ird.num(base), value;
  if (!growth) {
    return start;
  }
  value = start + growth.gained + growth.by * count;
  if (growth.limit === null) {
    return value;
  }
  return growth.by < 0
    ? Math.min(start, Math.max(growth.limit, value))
    : Math.max(start, Math.min(growth.limit, value));
}`,
  },
  {
    name: 'incrementPriority',
    needs: ['num', 'set'],
    about:
      'IncrementPriority: from the next wait on the priority grows by so much every so many seconds, up to a limit; what it has grown by before stays.',
    source: String.raw`function (growth) {
  var before = _data.ird_set.increment;
  ird.set('increment', {
    by: ird.num(growth.by),
    every: ird.num(growth.every),
    limit: growth.limit === undefined ? null : ird.num(growth.limit),
    gained: before ? before.reached : 0,
    reached: before ? before.reached : 0,
    since: 0
  });
  return '';
}`,
  },
  {
    name: 'incrementInQueue',
    needs: ['num'],
    about: 'IncrementPriority by the functions of the queue, which let the priority grow by themselves.',
    source: String.raw`function (interaction, growth) {
  _genesys.queue.incrementPriority(interaction, ird.num(growth.by), ird.num(growth.every));
  if (growth.limit !== undefined) {
    _genesys.queue.priorityLimits(interaction, ird.num(growth.limit));
  }
  return '';
}`,
  },
  {
    name: 'keepAge',
    needs: [],
    about:
      'Lets a request that is submitted again keep its place among equal priorities: by age, without prediction and objective. What the platform does not know of these functions must not stop the call.',
    source: String.raw`function (since) {
  if (!since) {
    return;
  }
  var seconds = Math.round((new Date().getTime() - since) / 1000);
  try {
    _genesys.queue.priorityTuning(true, false, false);
    _genesys.queue.setInteractionAge(_data.ird_ixn, seconds);
  } catch (refused) {
    _data.ird_set.aged = false;
    return;
  }
  _data.ird_set.aged = true;
}`,
  },
  {
    name: 'beginWait',
    needs: [],
    about:
      'A block begins to wait for so many seconds, or goes on with the wait that an increment has interrupted; the priority grows from the first wait on. Gives the moment from which the queue must be told that the call waits, 0 when it knows.',
    source: String.raw`function (name, seconds, priority, anew) {
  var growth = _data.ird_set.increment, now = new Date().getTime(), waits, wait, tells;
  waits = _data.ird_waits = _data.ird_waits || {};
  wait = waits[name] = waits[name] || {};
  if (!wait.again) {
    wait.until = now + seconds * 1000;
    wait.base = priority;
    if (_data.ird_live[name] !== 'kept') {
      wait.since = now;
    }
    if (growth && anew) {
      growth.since = 0;
    }
  }
  if (growth && !growth.since) {
    growth.since = now;
  }
  tells = wait.again || _data.ird_set.aged;
  wait.again = false;
  return tells ? wait.since : 0;
}`,
  },
  {
    name: 'timeLeft',
    needs: [],
    about: 'Seconds that are left of the wait of a block.',
    source: String.raw`function (name) {
  return Math.max(0, Math.round((_data.ird_waits[name].until - new Date().getTime()) / 1000));
}`,
  },
  {
    name: 'waitPriority',
    needs: ['num', 'increments', 'grownPriority'],
    about: 'The priority that the wait of a block has grown to; it is what the queue is told.',
    source: String.raw`function (name) {
  var growth = _data.ird_set.increment, wait = _data.ird_waits[name];
  wait.told = ird.grownPriority(wait.base, ird.increments());
  if (growth) {
    growth.reached = wait.told - ird.num(wait.base);
  }
  return wait.told;
}`,
  },
  {
    name: 'nextIncrement',
    needs: ['increments', 'grownPriority'],
    about:
      'Milliseconds until the priority of a waiting block grows; negative when it does not grow any more, or when the wait ends before.',
    source: String.raw`function (name) {
  var growth = _data.ird_set.increment, wait = _data.ird_waits[name], count = ird.increments(), next;
  if (ird.grownPriority(wait.base, count) !== wait.told) {
    return 0;
  }
  if (!growth || !(growth.every > 0) || ird.grownPriority(wait.base, count + 1) === wait.told) {
    return -1;
  }
  next = growth.since + (count + 1) * growth.every * 1000;
  return next < wait.until ? Math.max(0, next - new Date().getTime()) : -1;
}`,
  },
  {
    name: 'submitAgain',
    needs: [],
    about:
      'The request of a block was cancelled to be submitted again: its replies count no more, and the wait goes on with the time that is left.',
    source: String.raw`function (name) {
  _data.ird_requests[name + '_before'] = _data.ird_requests[name];
  _data.ird_live[name + '_before'] = '';
  _data.ird_live[name] = '';
  _data.ird_waits[name].again = true;
}`,
  },
];
