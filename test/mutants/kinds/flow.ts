// Faults in where control goes: ports, errors, subroutines, the end of the strategy.
import { edited, elementEnd, inLines, withoutLine, type MutationKind, type Page } from '../define.js';

interface Way {
  readonly at: number;
  readonly line: string;
  readonly target: string;
}

/** Ways out of each state of a block, in order. */
function waysOf(page: Page): readonly (readonly Way[])[] {
  const byState = new Map<string, Way[]>();
  for (const [at, line] of page.lines.entries()) {
    if (page.regions[at] !== 'blocks') continue;
    const target = /^\s*<transition [^>]*\btarget="([^"]*)"/.exec(line)?.[1];
    const state = page.states[at] ?? '';
    if (target === undefined || state === 'ird_strategy') continue;
    byState.set(state, [...(byState.get(state) ?? []), { at, line, target }]);
  }
  return [...byState.values()];
}

const withTarget = (line: string, target: string): string =>
  line.replace(/\btarget="[^"]*"/, `target="${target}"`);

const swappedPorts: MutationKind = {
  id: 'swapped-ports',
  about: 'Two ports of a block have changed their ways.',
  from: 'mapping',
  mutate: (page) =>
    waysOf(page).flatMap((ways) =>
      ways.flatMap((way, index) => {
        const other = ways[index + 1];
        if (other === undefined || other.target === way.target) return [];
        const lines = page.lines.slice(way.at, other.at + 1);
        const changed = [
          withTarget(way.line, other.target),
          ...lines.slice(1, -1),
          withTarget(other.line, way.target),
        ];
        return edited(page, swappedPorts, way.at, lines.length, changed) ?? [];
      }),
    ),
};

const lostError: MutationKind = {
  id: 'lost-error-port',
  about: 'The error of an action is not listened to.',
  from: 'mapping',
  mutate: (page) =>
    waysOf(page).flatMap((ways) =>
      ways
        .filter(({ line }) => /event="error\.(?!script)/.test(line))
        .flatMap(({ at }) => edited(page, lostError, at, elementEnd(page.lines, at) - at + 1, []) ?? []),
    ),
};

const errorIsSuccess: MutationKind = {
  id: 'error-taken-for-success',
  about: 'An error leaves by the way of success.',
  from: 'mapping',
  mutate: (page) =>
    waysOf(page).flatMap((ways) => {
      const done = ways.find(({ line }) => /event="(?!error)[\w.]+\.done/.test(line));
      if (done === undefined) return [];
      return ways
        .filter(({ line, target }) => line.includes('event="error.') && target !== done.target)
        .flatMap(
          ({ at, line }) => edited(page, errorIsSuccess, at, 1, [withTarget(line, done.target)]) ?? [],
        );
    }),
};

const evaluationError: MutationKind = {
  id: 'evaluation-error-lost',
  about: 'An expression without a value stops the strategy where it stands.',
  from: 'emitter',
  mutate: (page) =>
    waysOf(page).flatMap((ways) =>
      ways
        .filter(({ line }) => line.includes('event="error.script"'))
        .flatMap(
          ({ at }) => edited(page, evaluationError, at, elementEnd(page.lines, at) - at + 1, []) ?? [],
        ),
    ),
};

const skipped: MutationKind = {
  id: 'block-skipped',
  about: 'A way leads past the block that it should lead to.',
  from: 'hand',
  mutate: (page) => {
    const all = waysOf(page);
    const firstOf = new Map<string, string>();
    for (const ways of all) {
      const [way] = ways;
      if (way !== undefined) firstOf.set(page.states[way.at] ?? '', way.target);
    }
    return all.flatMap((ways) =>
      ways.flatMap(({ at, line, target }) => {
        const next = firstOf.get(target);
        return next === undefined || next === target
          ? []
          : (edited(page, skipped, at, 1, [withTarget(line, next)]) ?? []);
      }),
    );
  },
};

export const flowKinds: readonly MutationKind[] = [
  swappedPorts,
  lostError,
  errorIsSuccess,
  evaluationError,
  skipped,
  inLines({
    id: 'missing-default-route',
    about:
      'An error that nothing handles ends the page, and the call is not sent to its default destination.',
    from: 'emitter',
    region: 'blocks',
    where: /<transition /,
    pattern: /target="ird_default_routing"/,
    replace: () => 'target="unrouted"',
  }),
  inLines({
    id: 'end-without-default-route',
    about: 'A call that was not routed stays where it is when the strategy ends.',
    from: 'emitter',
    region: 'frame',
    where: /<transition /,
    pattern: /target="ird_default_routing"/,
    unless: /event="error/,
    replace: () => 'target="unrouted"',
  }),
  inLines({
    id: 'script-error-without-default-route',
    about: 'A script error outside of a block ends the page.',
    from: 'emitter',
    region: 'frame',
    where: /<transition event="error\.script"/,
    pattern: /target="ird_default_routing"/,
    replace: () => 'target="unrouted"',
  }),
  withoutLine({
    id: 'hang-up-ignored',
    about: 'The end of the call is not listened to.',
    from: 'emitter',
    region: 'frame',
    pattern: /<transition event="interaction\.deleted interaction\.notcontrolled" cond="ird\.isLoss/,
  }),
  inLines({
    id: 'subroutine-result-dropped',
    about: 'A result of a subroutine is not copied.',
    from: 'mapping',
    region: 'blocks',
    pattern: /= _data\.ird_returned\.v_\w+;/,
    replace: () => "= '';",
  }),
  inLines({
    id: 'subroutine-parameter-dropped',
    about: 'A parameter of a subroutine is passed empty.',
    from: 'mapping',
    region: 'blocks',
    where: /ird\.enter\(/,
    pattern: /(v_\w+): (?!''|0[,}\s])(?:[^,{}()]|\([^()]*\))+/,
    replace: ([, name]) => `${name ?? ''}: ''`,
  }),
  inLines({
    id: 'return-to-the-wrong-block',
    about: 'A subroutine returns to the block that called it, and it is called again.',
    from: 'emitter',
    region: 'any',
    pattern: /(cond="_data\.ird_returned\.back == '[^']*'" target=")([^"]*)_after"/,
    replace: ([, text, block]) => `${text ?? ''}${block ?? ''}"`,
  }),
  inLines({
    id: 'wait-in-milliseconds',
    about: 'A wait is a thousand times too short.',
    from: 'mapping',
    region: 'blocks',
    where: /<send event=/,
    pattern: /delay="'(\d+)s'"/,
    replace: ([, seconds]) => `delay="'${seconds ?? ''}ms'"`,
  }),
];
