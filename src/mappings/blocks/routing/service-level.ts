// Service Level: one submit after the other, each with the targets that its step adds. Earlier targets stay in the queue until the block is left.
import type { Block, PropertiesOf } from '../../../ir/nodes.js';
import { defineBlock, type BlockContext, type Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { dropRequest } from '../../open-requests.js';
import type { StateNode, Transition } from '../../target-tree.js';
import { selectionFields, submitStates, type SubmitFields } from './selection.js';
import { targetElements, type TargetRow } from './targets.js';

type Properties = PropertiesOf<'ServiceLevel'>;

export const serviceLevelBlock = defineBlock({
  type: 'ServiceLevel',
  disposition: 'review',
  evidence: 'unverified',
  cost: 4,
  target: { from: '8.1.2' },
  source:
    'general knowledge of Universal Routing; Orchestration developer guide, Queue interface (successive submits); how targets widen is an assumption (service-level.widening)',
  about:
    'One queue:submit for each step of the widening, at its second; earlier targets stay until the block is left. URS widens by the service level of the queue, the page by the time that the call has waited.',
  build: (block, cx) => {
    const { properties } = block;
    const steps = stepsOf(properties);
    if (steps === undefined) cx.placeholder('a row of its widening gives no whole number of seconds');
    else if (steps.length === 0)
      cx.placeholder('which targets it adds, and after how many seconds, is missing (table "Widening")');
    cx.assume('service-level.widening');
    for (const part of [properties.serviceLevel, properties.serviceTime])
      if (part) cx.omit(part.id, 'targets are added at the seconds of each step');
    return widening(block, properties, steps ?? [], cx);
  },
});

interface Step {
  readonly after: number;
  readonly rows: readonly TargetRow[];
}

/** The rows by their second, in order of time; undefined when one has none. */
function stepsOf({ widening }: Properties): readonly Step[] | undefined {
  const steps = new Map<number, TargetRow[]>();
  for (const { after, ...row } of widening) {
    if (after === undefined || after.value <= 0) return undefined;
    steps.set(after.value, [...(steps.get(after.value) ?? []), row]);
  }
  return [...steps].sort(([a], [b]) => a - b).map(([after, rows]) => ({ after, rows }));
}

function widening(block: Block, properties: Properties, steps: readonly Step[], cx: BlockContext): Region {
  const base = selectionFields(properties, {}, cx);
  const begins = [0, ...steps.map(({ after }) => after)];
  const earlier: string[] = [];
  const states: StateNode[] = [];
  begins.forEach((begin, index) => {
    const step = stepContext(cx, index);
    const next = begins[index + 1];
    const rows = index === 0 ? undefined : steps[index - 1]?.rows;
    const fields: SubmitFields = {
      ...base,
      targets: rows ? targetElements(rows, undefined, properties.threshold, step) : base.targets,
      // The platform ends what the caller hears with the timeout of its request: each step begins it again.
      busy: rows ? { ...base.busy, before: [], exitAfter: undefined } : base.busy,
      clears: next === undefined && base.clears,
      staysInBlock: base.clears,
      timeout: next === undefined ? restOf(base.timeout, begin) : js.number(next - begin),
      ports: next === undefined ? base.ports : { ...base.ports, timedOut: stepContext(cx, index + 1).id },
    };
    const drops = base.clears ? [...earlier] : [];
    const { failed, timedOut } = fields.ports;
    const ways = next === undefined ? [failed, timedOut] : [failed];
    states.push(...submitStates(block, fields, step).states.map((state) => leaving(state, ways, drops)));
    earlier.push(step.id);
  });
  return { states };
}

/** A step after the first has ids of its own. */
function stepContext(cx: BlockContext, index: number): BlockContext {
  if (index === 0) return cx;
  const name = `step${index + 1}`;
  const own = (suffix: string | undefined): string => (suffix === undefined ? name : `${name}_${suffix}`);
  return {
    ...cx,
    id: cx.stateId(name),
    request: (suffix) => cx.request(own(suffix)),
    isReply: (suffix) => cx.isReply(own(suffix)),
    stateId: (suffix) => cx.stateId(own(suffix)),
    submits: (keeps) => cx.submits(keeps, name),
  };
}

/** What is left of the timeout when a step begins. */
function restOf(timeout: Js | undefined, begin: number): Js | undefined {
  if (timeout === undefined) return undefined;
  return timeout.kind === 'number'
    ? js.number(Math.max(0, timeout.value - begin))
    : js.binary(timeout, '-', js.number(begin));
}

/** Who leaves the block without a target gives up the targets of earlier steps. */
function leaving(state: StateNode, ways: readonly string[], drops: readonly string[]): StateNode {
  const ends = ({ target }: Transition): boolean => target !== undefined && ways.includes(target);
  const transitions = (state.transitions ?? []).map((t) =>
    drops.length > 0 && ends(t) ? { ...t, actions: [...(t.actions ?? []), ...drops.map(dropRequest)] } : t,
  );
  return { ...state, transitions };
}
