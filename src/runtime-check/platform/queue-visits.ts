// What virtual queues reported in a run, as its result and its trace tell it.
import type { QueueVisit } from '../trace.js';
import type { QueueEntry, QueueRecord } from '../world/queue-record.js';
import type { World } from '../world/world.js';
import type { Recorder } from './recorder.js';

/** Competitors of the scenario are no requests of the page: they keep their own names. */
const nameOf = ({ request, interaction }: QueueEntry, recorder: Recorder): string =>
  interaction === '' ? request : recorder.requestName(request);

/** All visits of a run in the order in which requests left; those who still wait come last. */
export function queueVisits(world: World | undefined, recorder: Recorder): readonly QueueVisit[] {
  if (world === undefined) return [];
  const { records, entries } = world.requests;
  const visit = (of: QueueEntry): Pick<QueueVisit, 'queue' | 'request' | 'interaction' | 'entered'> => ({
    queue: of.queue,
    request: nameOf(of, recorder),
    interaction: of.interaction,
    entered: of.from / 1000,
  });
  return [
    ...records.map((record) => ({ ...visit(record), left: record.to / 1000, exit: record.exit })),
    ...entries().map((entry) => ({ ...visit(entry), left: undefined, exit: 'waiting' as const })),
  ];
}

/** Writes down that a request entered its virtual queue. */
export function noteEntered(entry: QueueEntry, recorder: Recorder): void {
  const request = nameOf(entry, recorder);
  recorder.detail('queue', `queued in virtual queue ${entry.queue}: ${request}`, {
    queue: entry.queue,
    event: 'queued',
    request,
  });
}

/** Writes down how it left: diverted to a target or without one, or abandoned. */
export function noteLeft(record: QueueRecord, recorder: Recorder): void {
  const request = nameOf(record, recorder);
  const { queue, exit } = record;
  const waited = (record.to - record.from) / 1000;
  const event = exit === 'abandoned' ? 'abandoned' : 'diverted';
  recorder.detail('queue', `virtual queue ${queue}: ${request} ${exit} after ${String(waited)} s`, {
    queue,
    event,
    request,
    exit,
    waited,
  });
}
