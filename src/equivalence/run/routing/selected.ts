// The words for what a request came to.
import type { Candidate } from '../../../runtime-check/world/candidates.js';
import type { IrdError } from '../faults.js';
import type { Selected } from './state.js';

/** A target that was selected: a target that is no agent is a DN of its switch, too. */
export function selectedBy(candidate: Candidate, queue: string): Selected {
  const { target, resource } = candidate;
  const isAgent = resource.kind === 'agent';
  const type = isAgent || target.type === 'DL' ? 'DN' : target.type;
  return {
    candidate,
    target: `${resource.dn}@${resource.switchName}.${type}`,
    component: isAgent ? `${resource.id}@${target.server}.A` : target.text,
    object: target.text,
    queue,
  };
}

const descriptions: ReadonlyMap<string, string> = new Map([
  ['timeout', 'No target was found in time.'],
  ['routeerror', 'The interaction could not be delivered to the target.'],
  ['invalidinteraction', 'The interaction is not with the session.'],
]);

/** An error of a request as Error Segmentation sees it. */
export const submitError = (error: string): IrdError => ({
  error,
  description: descriptions.get(error) ?? 'The request for a target failed.',
  event: 'error.queue.submit',
});
