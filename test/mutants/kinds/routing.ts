// Faults in what is asked of the router: targets, queues, priorities, timeouts, and where calls go that nobody takes.
import { edited, elementEnd, inLines, swapped, withoutLine, type MutationKind } from '../define.js';

const submit = /<queue:submit /;

const timeoutInMilliseconds = inLines({
  id: 'timeout-in-milliseconds',
  about: 'The timeout of a submit is written in milliseconds.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / timeout="(\d+)"/,
  replace: ([, seconds]) => ` timeout="${String(Number(seconds) * 1000)}"`,
});

const timeoutLonger = inLines({
  id: 'timeout-one-second-longer',
  about: 'The timeout of a submit is one second too long.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / timeout="(\d+)"/,
  unless: /timeout="99999"/,
  replace: ([, seconds]) => ` timeout="${String(Number(seconds) + 1)}"`,
});

const timeoutLost = inLines({
  id: 'timeout-lost',
  about: 'The timeout of a submit is forgotten: it waits for ever.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / timeout="(?:[^"]*)"/,
  unless: /timeout="99999"/,
  replace: () => ' timeout="99999"',
});

const queueLost = inLines({
  id: 'virtual-queue-lost',
  about: 'The virtual queue of a submit is forgotten.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / queue="[^"]*"/,
  replace: () => ` queue="'none'"`,
});

const queueWrong = inLines({
  id: 'virtual-queue-wrong',
  about: 'The virtual queue of a submit has another name.',
  from: 'hand',
  region: 'blocks',
  where: submit,
  pattern: / queue="'([^']+)'"/,
  replace: ([, name]) => ` queue="'${name ?? ''}_2'"`,
});

const priorityLost = inLines({
  id: 'priority-lost',
  about: 'The priority of a submit is forgotten.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / priority="[^"]*"/,
  replace: () => '',
});

const priorityWrong = inLines({
  id: 'priority-one-more',
  about: 'The priority of a submit is one more than the strategy says.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / priority="([^"]*)"/,
  replace: ([, value]) => ` priority="${value ?? ''} + 1"`,
});

const clearFlipped = inLines({
  id: 'clear-on-timeout-flipped',
  about: 'Targets stay in the queue that should be cleared, or the other way round.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / clearontimeout="(true|false)"/,
  replace: ([, value]) => ` clearontimeout="${value === 'true' ? 'false' : 'true'}"`,
});

const orderFlipped = inLines({
  id: 'order-flipped',
  about: 'The target with the least statistic is taken instead of the greatest, or the other way round.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / ordertype="'(max|min)'"/,
  replace: ([, value]) => ` ordertype="'${value === 'max' ? 'min' : 'max'}'"`,
});

const orderLost = inLines({
  id: 'order-lost',
  about: 'The order of targets by statistic or percentage is forgotten.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / ordertype="'(?!any)[^"]*'"/,
  replace: () => '',
});

const statisticWrong = inLines({
  id: 'order-statistic-wrong',
  about: 'Targets are ordered by another statistic.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / orderstat="'([^']+)'"/,
  replace: ([, name]) =>
    ` orderstat="'${name === 'StatCallsInQueue' ? 'StatTimeInReadyState' : 'StatCallsInQueue'}'"`,
});

const target = /^\s*<queue:target(?:id)? /;

const targetsSwapped = swapped({
  id: 'targets-swapped',
  about: 'Two neighbouring targets of a submit have changed places.',
  from: 'mapping',
  region: 'blocks',
  pattern: target,
});

const targetLost: MutationKind = {
  id: 'target-lost',
  about: 'One of several targets of a submit is forgotten.',
  from: 'mapping',
  mutate: (page) =>
    page.lines.flatMap((line, at) => {
      if (page.regions[at] !== 'blocks' || !target.test(line)) return [];
      const end = elementEnd(page.lines, at) + 1;
      const isAlone = !target.test(page.lines[at - 1] ?? '') && !target.test(page.lines[end] ?? '');
      return isAlone ? [] : (edited(page, targetLost, at, end - at, []) ?? []);
    }),
};

const targetWrong = inLines({
  id: 'target-wrong',
  about: 'A target has another name.',
  from: 'hand',
  region: 'blocks',
  where: target,
  pattern: /(name|expr)="'([^'@]+)/,
  replace: ([, attribute, name]) => `${attribute ?? ''}="'${name ?? ''}2`,
});

const typeWrong = inLines({
  id: 'target-type-wrong',
  about: 'A target is of another type: a group of agents is taken for a group of places.',
  from: 'mapping',
  region: 'blocks',
  where: target,
  pattern: /type="'?(agentgroup|GA|A|agent)'?"/,
  replace: ([whole, type]) =>
    whole.replace(
      type ?? '',
      { agentgroup: 'placegroup', GA: 'GP', A: 'GA', agent: 'agentgroup' }[type ?? ''] ?? 'GP',
    ),
});

const skillLevel = inLines({
  id: 'skill-level-wrong',
  about: 'A skill expression asks for another level.',
  from: 'mapping',
  region: 'blocks',
  pattern: /(\?[^"]*?(?:&gt;=|&gt;|>|>=|=)\s*)(\d+)/,
  replace: ([, text, level]) => `${text ?? ''}${String(Number(level) + 1)}`,
});

const thresholdWrong = inLines({
  id: 'threshold-wrong',
  about: 'The threshold of a target has another limit.',
  from: 'mapping',
  region: 'blocks',
  where: /threshold=/,
  pattern: /(threshold="[^"]*?)(\d+)/,
  replace: ([, text, limit]) => `${text ?? ''}${String(Number(limit) + 1)}`,
});

const thresholdLost = inLines({
  id: 'threshold-lost',
  about: 'The threshold of a target is forgotten.',
  from: 'mapping',
  region: 'blocks',
  pattern: / threshold="[^"]*"/,
  replace: () => '',
});

const weightWrong = inLines({
  id: 'weight-wrong',
  about: 'A target gets another share of the calls.',
  from: 'mapping',
  region: 'blocks',
  pattern: / weight="(\d+)"/,
  replace: ([, weight]) => ` weight="${String(Number(weight) + 40)}"`,
});

const cancelLost = withoutLine({
  id: 'forgotten-clear',
  about: 'Targets that must be given up stay in the queue.',
  from: 'mapping',
  region: 'blocks',
  pattern: /^\s*<queue:cancel /,
});

const keptLost = withoutLine({
  id: 'kept-target-lost',
  about: 'The reply of a target that an earlier block kept is not listened to.',
  from: 'emitter',
  region: 'frame',
  pattern: /<transition event="queue\.submit\.done" cond="ird\.isLive/,
});

const redirectWrong = inLines({
  id: 'redirect-elsewhere',
  about: 'A redirect goes to another number.',
  from: 'hand',
  region: 'blocks',
  where: /<ixn:redirect /,
  pattern: / to="'([^']+)'"/,
  replace: ([, to]) => ` to="'${to ?? ''}9'"`,
});

const routeTypeLost = inLines({
  id: 'route-type-lost',
  about: 'The route type of a redirect is forgotten.',
  from: 'mapping',
  region: 'blocks',
  where: /<ixn:redirect /,
  pattern: / type="[^"]*"/,
  unless: /RouteType(?:Unknown|Default)"/,
  replace: () => '',
});

const defaultWrong = inLines({
  id: 'default-destination-wrong',
  about: 'The default destination is another number.',
  from: 'mapping',
  region: 'blocks',
  pattern: /(_data\.ird_default_destination = ')([^']+)'/,
  replace: ([, text, to]) => `${text ?? ''}${to ?? ''}9'`,
});

const defaultLost = withoutLine({
  id: 'default-destination-lost',
  about: 'The default destination is not kept.',
  from: 'mapping',
  region: 'blocks',
  pattern: /^\s*_data\.ird_default_destination = /,
});

const submitSelects = inLines({
  id: 'submit-only-selects',
  about: 'A submit selects a target and does not deliver.',
  from: 'mapping',
  region: 'blocks',
  where: submit,
  pattern: / route="true"/,
  replace: () => ' route="false"',
});

export const routingKinds: readonly MutationKind[] = [
  timeoutInMilliseconds,
  timeoutLonger,
  timeoutLost,
  queueLost,
  queueWrong,
  priorityLost,
  priorityWrong,
  clearFlipped,
  orderFlipped,
  orderLost,
  statisticWrong,
  targetsSwapped,
  targetLost,
  targetWrong,
  typeWrong,
  skillLevel,
  thresholdWrong,
  thresholdLost,
  weightWrong,
  cancelLost,
  keptLost,
  redirectWrong,
  routeTypeLost,
  defaultWrong,
  defaultLost,
  submitSelects,
];
