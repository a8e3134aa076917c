// Who is ready when: each target of a request alone, at once, in the middle, around its timeout, and while later blocks wait; agents around the skills and the
// statistics that are asked for; other calls that are before or behind in priority.
import { withStatistic, withWorld } from '../../runtime-check/explore/edit-scenario.js';
import type {
  OverTime,
  ScenarioAgent,
  ScenarioTarget,
} from '../../runtime-check/scenario/workforce-types.js';
import type { Scenario } from '../../runtime-check/scenario/types.js';
import type { Step } from '../../runtime-check/trace.js';
import { parseTargets, type WantedTarget } from '../../runtime-check/world/target-string.js';
import type { Move, MoveBase } from './move.js';
import { waitsIn } from './wait-moves.js';

/** A request to a target, as a step tells it. */
interface Submitted {
  readonly at: number;
  readonly timeout: number | undefined;
  readonly priority: number;
  readonly queue: string;
  readonly texts: readonly string[];
  readonly targets: readonly WantedTarget[];
}

const mostTargets = 8;
/** Of a rule of the configuration: two, so that their order shows. */
const ruleTargets = 'First of the rule@StatServer.GA,Second of the rule@StatServer.GA';

export function* staffMoves(base: MoveBase): Generator<Move> {
  const { log, stay, block } = base;
  const { scenario } = log;
  if (block.type === 'RoutingRule' && block.properties.rule !== undefined) {
    const rules = { ...scenario.world?.rules, [block.properties.rule.value]: ruleTargets };
    yield { scenario: withWorld(scenario, { rules }), words: 'the rule has targets' };
  }
  const submitted = log.run.steps.flatMap(submittedIn);
  const own = submitted.filter(({ at }) => at >= stay.from && at <= stay.to);
  for (const request of own) {
    const { targets, at, timeout } = request;
    const all = (ready: OverTime<boolean>): Scenario => staffed(scenario, targets, ready);
    yield { scenario: staffed(scenario, [], true), words: 'nobody is there' };
    yield { scenario: all(true), words: 'everybody is ready' };
    for (const target of targets.slice(0, mostTargets))
      yield { scenario: staffed(scenario, [target], true), words: `only ${target.text} is ready` };
    if (timeout !== undefined && timeout > 0) {
      const moments: readonly (readonly [string, number])[] = [
        ['in the middle of the wait', at + timeout / 2],
        ['a second before the timeout', at + timeout - 1],
        ['at the timeout', at + timeout],
        ['a second after the timeout', at + timeout + 1],
      ];
      for (const [words, moment] of moments)
        yield { scenario: all([{ at: moment, value: true }]), words: `somebody becomes ready ${words}` };
      yield* competition(request, scenario, at + timeout / 2);
    }
    yield* crowds(request, scenario);
    yield* skillLevels(request, scenario);
    yield* thresholds(base, request);
  }
  // Targets that an earlier block asked for may win while this one waits.
  const earlier = submitted.filter(({ at }) => at < stay.from).slice(-3);
  for (const { from, to } of waitsIn(base))
    for (const { targets } of earlier)
      yield {
        scenario: staffed(scenario, targets, [{ at: Math.round((from + to) * 500) / 1000, value: true }]),
        words: 'a target that was asked for before becomes ready',
      };
}

function submittedIn({ kind, at, params }: Step): readonly Submitted[] {
  if (kind !== 'submit' || !Array.isArray(params['targets'])) return [];
  const texts = (params['targets'] as readonly unknown[]).map(String);
  const targets = texts.flatMap((text) => {
    const read = parseTargets(text);
    return read.ok ? read.targets : [];
  });
  const timeout = params['timeout'];
  return [
    {
      at,
      timeout: typeof timeout === 'number' && timeout < 90_000 ? timeout : undefined,
      priority: Number(params['priority'] ?? 0),
      queue: String(params['queue'] ?? ''),
      texts,
      targets,
    },
  ];
}

/** Those who can take a request for the targets, and nobody else. */
export function staffed(
  scenario: Scenario,
  targets: readonly WantedTarget[],
  ready: OverTime<boolean>,
  level: (skill: string, asked: number) => number | undefined = () => 10,
): Scenario {
  const agents = new Map<string, ScenarioAgent>();
  const others = new Map<string, ScenarioTarget>();
  for (const { type, name, skills } of targets) {
    if (type === 'A') agents.set(name, { id: name, ready });
    else if (skills !== undefined || ['GA', 'GP', 'AP', 'GC', 'C'].includes(type)) {
      const id = `of ${name === '' ? String(skills) : name}`;
      const levels = skillsIn(skills ?? '').flatMap(({ skill, number }) => {
        const has = level(skill, number);
        return has === undefined ? [] : [[skill, has] as const];
      });
      agents.set(id, {
        id,
        ready,
        ...(name === '' ? {} : type === 'AP' ? { place: name } : { groups: [name] }),
        ...(levels.length === 0 ? {} : { skills: Object.fromEntries(levels) }),
      });
    } else others.set(name, { name, type, ready });
  }
  const { allTargetsReady: _all, agents: _agents, targets: _targets, ...world } = scenario.world ?? {};
  return {
    ...scenario,
    world: {
      ...world,
      ...(agents.size === 0 ? {} : { agents: [...agents.values()] }),
      ...(others.size === 0 ? {} : { targets: [...others.values()] }),
    },
  };
}

const skillsIn = (text: string): readonly { readonly skill: string; readonly number: number }[] =>
  [...text.matchAll(/([A-Za-z_]\w*)\s*(?:[<>=!]+\s*(\d+)|(?=$|[&|)]))/g)].map(([, skill = '', number]) => ({
    skill,
    number: Number(number ?? 1),
  }));

function* skillLevels({ targets }: Submitted, scenario: Scenario): Generator<Move> {
  if (!targets.some(({ skills }) => skills !== undefined)) return;
  for (const shift of [-1, 0, 1])
    yield {
      scenario: staffed(scenario, targets, true, (_skill, asked) => Math.max(0, asked + shift)),
      words: `skills are ${shift === 0 ? 'at' : `${String(shift)} from`} what is asked for`,
    };
  yield { scenario: staffed(scenario, targets, true, () => undefined), words: 'nobody has the skills' };
}

/** One agent, and another call that asks for the same: whose turn it is depends on the priority. */
function* competition(
  { texts, queue, priority, targets }: Submitted,
  scenario: Scenario,
  at: number,
): Generator<Move> {
  const one = staffed(scenario, targets.slice(0, 1), [{ at, value: true }]);
  const [text] = texts;
  if (text === undefined) return;
  for (const shift of [-1, 1])
    yield {
      scenario: {
        ...one,
        world: {
          ...one.world,
          calls: [{ targets: text, ...(queue === '' ? {} : { queue }), priority: priority + shift }],
        },
      },
      words: `a call of ${shift < 0 ? 'lower' : 'higher'} priority waits as well`,
    };
}

/** Others in the same queue: what strategies ask of their place, of the length of the queue and of the wait to come. */
function* crowds({ queue, texts, priority }: Submitted, scenario: Scenario): Generator<Move> {
  const [text] = texts;
  for (const calls of [1, 3, 10, 60]) {
    const waiting = Array.from({ length: Math.min(calls, 12) }, () => ({
      ...(queue === '' ? {} : { queue }),
      targets: text ?? '',
      priority: priority + 1,
    }));
    if (queue !== '')
      yield {
        scenario: withWorld(scenario, { queues: [{ name: queue, calls, expectedWait: calls * 20 }] }),
        words: `${String(calls)} calls wait in ${queue}`,
      };
    if (text !== undefined && calls > 1)
      yield {
        scenario: withWorld(scenario, { calls: waiting }),
        words: `${String(waiting.length)} calls are ahead`,
      };
  }
}

/** Statistics around the numbers of thresholds, of the objects that they name and of the targets. */
function* thresholds({ block, log }: MoveBase, { targets }: Submitted): Generator<Move> {
  const scenario = staffed(log.scenario, targets, true);
  const texts = [
    ...targets.map(({ threshold, name }) => ({ text: threshold ?? '', name })),
    ...Object.values(
      block.properties as Readonly<Record<string, { kind?: string; canonical?: string } | undefined>>,
    ).flatMap((value) =>
      value?.kind === 'threshold' ? [{ text: value.canonical ?? '', name: targets[0]?.name ?? '' }] : [],
    ),
  ];
  for (const { text, name } of texts) {
    for (const [, args = '', number = '0'] of text.matchAll(/\w+\s*[([]([^)\]]*)[)\]]\s*[<>=]+\s*(\d+)/g)) {
      const [object, statistic] = args.includes(',')
        ? args.split(',').map((part) => part.trim().replaceAll(/['"]/g, ''))
        : [name, args.trim()];
      for (const value of [Number(number) - 1, Number(number), Number(number) + 1])
        yield {
          scenario: withStatistic(scenario, object ?? name, statistic ?? '', value),
          words: `${statistic ?? ''} of ${object ?? name} is ${String(value)}`,
        };
    }
  }
}
