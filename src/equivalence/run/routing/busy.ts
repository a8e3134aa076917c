// The busy treatments of a wait: what each entry plays, or does. They run while the call waits, in order, again and again (assumption `busy.order`).
import type { PropertiesOf } from '../../../ir/nodes.js';
import type { BusyTreatment } from '../../../runtime-check/world/treatments.js';
import { NotRunnable } from '../faults.js';
import type { Flow } from '../flow.js';
import type { BlockContext } from '../session.js';
import { noLimit } from './no-limit.js';
import { askedTreatment, receiveData, treatmentAnswer, treatmentNamed } from '../treatments.js';

type Entries = PropertiesOf<'Selection'>['busyTreatments'];

export interface BusyList {
  readonly list: readonly BusyTreatment[];
  /** Seconds after which an entry Exit leaves the wait, where the lengths before it are known: as good as a timeout. */
  readonly exitAfter: number | undefined;
}

/** The list of a block; `exit` leaves the wait. What entries say is evaluated once, when the wait begins. */
export function* busyTreatments(entries: Entries, exit: () => void, cx: BlockContext): Flow<BusyList> {
  const list: BusyTreatment[] = [];
  let elapsed: number | undefined = 0;
  let exitAfter: number | undefined;
  for (const entry of entries) {
    const words = entry.type?.value ?? '';
    // The list calls it by a word of its own.
    const type = words.trim().toLowerCase() === 'exit' ? 'BusyTreatmentExit' : treatmentNamed(words);
    switch (type) {
      case undefined:
        throw new NotRunnable(`the busy treatment "${words}" is not known`);
      case 'BusyTreatmentExit':
        cx.session.assume('busy.exit-port');
        exitAfter ??= elapsed;
        // Nothing behind it is played: it lasts until the wait is over.
        list.push({ begin: () => (exit(), noLimit) });
        break;
      case 'SetDefaultDestination': {
        const destination = yield* cx.text(entry.destination);
        list.push({
          begin: () => {
            cx.session.state.defaultDestination = destination;
            return 0;
          },
        });
        break;
      }
      default:
        list.push(yield* playing(type, entry, cx));
        elapsed = lengthen(elapsed, entry.duration);
    }
  }
  if (list.length > 0) {
    cx.session.assume('busy.order');
    cx.session.assume('busy.target-found');
  }
  return { list, exitAfter };
}

/** A length that is drawn as a number. */
const lengthen = (elapsed: number | undefined, duration: Entries[number]['duration']): number | undefined =>
  elapsed !== undefined && duration?.expr.kind === 'number' ? elapsed + duration.expr.value : undefined;

function* playing(
  type: NonNullable<ReturnType<typeof treatmentNamed>>,
  entry: Entries[number],
  cx: BlockContext,
): Flow<BusyTreatment> {
  const given = { ...entry, prompts: entry.rows.prompts, parameters: entry.rows.parameters };
  const asked = yield* askedTreatment(type, given, cx.frame.placeOf(cx.block.id), cx);
  const { session } = cx;
  return {
    begin: (round) => {
      // Nothing else plays that Cancel Call could end.
      if (asked === undefined) return 0;
      const result = treatmentAnswer(asked, session);
      // Later rounds repeat the first.
      if (round === 1)
        session.recorder.step('treatment', { element: asked.name, busy: true, ...asked.params });
      if (result.udata !== undefined) receiveData(session, result.udata);
      return result.seconds;
    },
  };
}
