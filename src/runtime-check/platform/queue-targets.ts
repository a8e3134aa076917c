// Reads the targets of a submit: `queue:target` by attributes, `queue:targetid` in target format.
import { childElements, type XmlElement } from '../../xml/index.js';
import type { Plain } from '../script/engine.js';
import { targetsOfList } from '../world/list-targets.js';
import { parseTargets, type TargetType, type WantedTarget } from '../world/target-string.js';
import { evaluateOwnAttributes } from './evaluate-attributes.js';
import { asNumber, asText, type Services } from './module.js';

const codes: Readonly<Record<string, TargetType>> = {
  agent: 'A',
  place: 'AP',
  agentgroup: 'GA',
  placegroup: 'GP',
  queue: 'Q',
  dn: 'DN',
  skill: 'GA',
  campaigngroup: 'GC',
  routepoint: 'RP',
  label: 'DL',
};

export type ReadTargets =
  | { readonly ok: true; readonly targets: readonly WantedTarget[] }
  /** `message` undefined: a script error was raised. */
  | { readonly ok: false; readonly message: string | undefined };

/** All targets below an action, in the order in which they stand. */
export function readTargets(action: XmlElement, services: Services): ReadTargets {
  const all: WantedTarget[] = [];
  for (const group of childElements(action, 'targets')) {
    const shared = evaluateOwnAttributes(group, services);
    if (shared === undefined) return { ok: false, message: undefined };
    const own: WantedTarget[] = [];
    for (const child of childElements(group)) {
      if (child.local === 'workbin') continue;
      const read =
        child.local === 'activity' ? activity(child, shared, services) : wanted(child, shared, services);
      if (!read.ok) return read;
      own.push(...read.targets);
    }
    const bins = childElements(group, 'workbin').length > 0;
    if (bins) services.recorder.assume('workbin');
    all.push(...(bins ? own.map((target) => ({ ...target, workbin: true })) : own));
  }
  return { ok: true, targets: all };
}

/** Targets of a rule of the configuration that the scenario knows, by its name as an address. */
export function storedTargets(address: string, { world }: Services): ReadTargets | undefined {
  const { rules = {} } = world.given;
  const name = Object.keys(rules).find((rule) => encodeURI(rule) === address || rule === address);
  return name === undefined ? undefined : parseTargets(rules[name] ?? '');
}

function wanted(child: XmlElement, shared: Values, services: Services): ReadTargets {
  const values = evaluateOwnAttributes(child, services);
  if (values === undefined) return { ok: false, message: undefined };
  const isText = child.local === 'targetid';
  const listed = fromList(asText(isText ? values['expr'] : values['name']), services);
  if (listed !== undefined) return { ok: true, targets: listed };
  return isText ? parseTargets(asText(values['expr'])) : one(values, shared);
}

/** A List object in place of a target, unless somebody else has that name. */
function fromList(name: string, { world, recorder }: Services): readonly WantedTarget[] | undefined {
  const { groups, resources } = world.staff;
  if (groups.isKnown(name) || resources.some(({ id }) => id === name)) return undefined;
  const found = targetsOfList(name, world.given.lists ?? {});
  if (found !== undefined) recorder.assume('list-target');
  return found;
}

// A workforce activity. No attribute of it is documented.
function activity(element: XmlElement, shared: Values, services: Services): ReadTargets {
  services.recorder.assume('activity');
  const given = element.attributes.find(({ local, uri }) => uri === '' && local === 'name');
  if (given === undefined) return { ok: false, message: 'the activity has no name' };
  const result = services.context.evaluate(given.value.text, given.value.span());
  if (!result.ok) return { ok: false, message: undefined };
  return one({ name: result.value, type: 'agentgroup' }, shared);
}

type Values = Readonly<Record<string, Plain>>;

function one(values: Values, shared: Values): ReadTargets {
  const word = asText(values['type'] ?? shared['type']);
  const skills = asText(values['skillexpr']);
  const name = asText(values['name']);
  const type = Object.hasOwn(codes, word) ? codes[word] : skills === '' ? undefined : 'GA';
  if (type === undefined) return { ok: false, message: `the target "${name}" has no known type ("${word}")` };
  if (name === '' && skills === '') return { ok: false, message: 'a target has neither name nor skills' };
  const server = asText(values['statserver'] ?? shared['statserver']);
  // A target of type skill holds its expression in the name when it has no `skillexpr`.
  const expression = skills === '' && word === 'skill' ? name : skills;
  const group = expression === name ? '' : name;
  const threshold = asText(values['threshold']);
  const weight = asNumber(values['weight']);
  const target: WantedTarget = {
    text: `${expression === '' ? name : `?${group}:${expression}`}@${server}.${type}`,
    name: group,
    server,
    type,
    ...(expression === '' ? {} : { skills: expression }),
    ...(threshold === '' ? {} : { threshold }),
    ...(weight === undefined ? {} : { weight }),
  };
  return { ok: true, targets: [target] };
}

/** A target as the trace shows it, threshold and weight in front. */
export const targetText = (target: WantedTarget): string =>
  (target.threshold === undefined ? '' : `{${target.threshold}}`) +
  (target.weight === undefined ? '' : `[${String(target.weight)}]`) +
  target.text;
