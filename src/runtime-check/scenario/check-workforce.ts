// What a schema cannot say about the people and queues of a scenario: one way of saying a state, members who exist, skill expressions that can be read.
import { diagnose, type Diagnostic, type Span } from '../../diagnostics/index.js';
import { suggestion } from '../../diagnostics/nearest-name.js';
import { mediaNames } from '../world/agent-state.js';
import { readCondition } from '../world/condition.js';
import type { Scenario } from './types.js';
import type { ScenarioAgent } from './workforce-types.js';

/** Findings about agents, groups and queues of a scenario that fits the schema. */
export function checkWorkforce(
  { world = {} }: Scenario,
  place: { readonly span: (path: readonly string[]) => Span },
): readonly Diagnostic[] {
  const { agents = [], groups = [], targets = [], queues = [], calls = [] } = world;
  const found: Diagnostic[] = [];
  const medium = (name: string, ...path: readonly string[]): void => {
    if (mediaNames.some((known) => known === name)) return;
    const near = suggestion(name, mediaNames);
    found.push(diagnose('IRD5330', '', place.span(['world', ...path]), { name, near }));
  };
  for (const [index, { media = {} }] of agents.entries()) {
    for (const name of Object.keys(media)) medium(name, 'agents', String(index), 'media', name);
  }
  for (const [index, { media = [] }] of queues.entries()) {
    for (const [at, name] of media.entries()) medium(name, 'queues', String(index), 'media', String(at));
  }
  for (const [index, { media }] of calls.entries()) {
    if (media !== undefined) medium(media, 'calls', String(index), 'media');
  }
  const ids = new Set<string>();
  for (const [index, agent] of agents.entries()) {
    const path = ['world', 'agents', String(index)];
    for (const [where, of] of saidTwice(agent)) {
      found.push(diagnose('IRD5326', '', place.span([...path, ...where, 'state']), { agent: agent.id, of }));
    }
    if (ids.has(agent.id)) {
      found.push(diagnose('IRD5329', '', place.span([...path, 'id']), { agent: agent.id }));
    }
    ids.add(agent.id);
  }
  const known = [
    ...agents.flatMap(({ id, place: seat, dn }) => [id, seat ?? id, dn ?? id]),
    ...[...targets, ...queues].map(({ name }) => name),
  ];
  for (const [index, { name, members = [], skills }] of groups.entries()) {
    const path = ['world', 'groups', String(index)];
    for (const [at, member] of members.entries()) {
      if (known.includes(member)) continue;
      const near = suggestion(member, known);
      const span = place.span([...path, 'members', String(at)]);
      found.push(diagnose('IRD5327', '', span, { group: name, member, near }));
    }
    const read = skills === undefined ? undefined : readCondition(skills);
    if (read?.ok === false) {
      const { message } = read;
      found.push(diagnose('IRD5328', '', place.span([...path, 'skills']), { group: name, message }));
    }
  }
  return found;
}

/** Where an agent says the state both ways. */
function saidTwice(agent: ScenarioAgent): readonly (readonly [path: readonly string[], of: string])[] {
  const both = (given: { readonly ready?: unknown; readonly state?: unknown }): boolean =>
    given.ready !== undefined && given.state !== undefined;
  return [
    ...(both(agent) ? [[[], ''] as const] : []),
    ...Object.entries(agent.media ?? {}).flatMap(([name, medium]) =>
      typeof medium !== 'number' && both(medium) ? [[['media', name], ` for ${name}`] as const] : [],
    ),
  ];
}
