// Treatments that the flow waits for, each a block of its own.
import type { BlockOf, BlockType, Value } from '../../../ir/nodes.js';
import type { IrdValue } from '../../evaluate/values.js';
import { BlockFailure } from '../faults.js';
import { askedTreatment, playTreatment, type TreatmentGiven, type TreatmentResult } from '../treatments.js';
import type { BlockContext, BlockExit, Flow } from '../session.js';
import { failing } from './basics.js';
import { defineRunners, type Runner } from './define.js';

type Result = Extract<Value, { kind: 'variable' }> | undefined;

/** Plays it; leaves by green when it has ended, by red when it has failed. */
function* play(type: BlockType, given: TreatmentGiven, cx: BlockContext): Flow<TreatmentResult> {
  const asked = yield* failing(askedTreatment(type, given, cx.frame.placeOf(cx.block.id), cx));
  if (asked === undefined) throw new Error(`internal: ${type} plays nothing`);
  return yield* playTreatment(asked, cx);
}

type Treatment =
  | 'Busy'
  | 'FastBusy'
  | 'Ringback'
  | 'Silence'
  | 'Music'
  | 'RAN'
  | 'PlayAnnouncement'
  | 'TextToSpeech'
  | 'IVR'
  | 'DeleteUserAnnouncement';

const plain =
  <T extends Treatment>(type: T): Runner<T> =>
  ({ properties }, cx) =>
    after(play(type, properties as TreatmentGiven, cx)); // a type parameter does not narrow to its union

function* after(playing: Flow<unknown>): Flow<BlockExit> {
  yield* playing;
  return 'success';
}

type Listening =
  'CollectDigits' | 'PlayAnnouncementAndCollectDigits' | 'TextToSpeechAndCollectDigits' | 'VerifyDigits';

/** Keeps the digits that the caller keyed in. */
const listening = <T extends Listening>(type: T): Runner<T> =>
  function* (block: BlockOf<T>, cx) {
    const properties = block.properties as TreatmentGiven & { readonly result?: Result }; // as above
    const { digits } = yield* play(type, properties, cx);
    keep(properties.result, digits ?? '', cx);
    return 'success';
  };

/** Keeps what the end of the treatment tells beside digits. */
const telling = <T extends 'PlayApplication' | 'RecordUserAnnouncement'>(type: T): Runner<T> =>
  function* (block: BlockOf<T>, cx) {
    const properties = block.properties as TreatmentGiven & { readonly result?: Result }; // as above
    const { extensions = {} } = yield* play(type, properties, cx);
    if (properties.result !== undefined) cx.session.assume('treatment.result');
    const pairs = Object.entries(extensions).map(([key, value]) => `${key}:${String(value)}`);
    keep(properties.result, pairs.join('|'), cx);
    return 'success';
  };

function keep(result: Result, value: IrdValue, cx: BlockContext): void {
  if (result !== undefined) cx.frame.write(result.name, value);
}

export const treatments = defineRunners({
  Busy: plain('Busy'),
  FastBusy: plain('FastBusy'),
  Ringback: plain('Ringback'),
  Silence: plain('Silence'),
  Music: plain('Music'),
  RAN: plain('RAN'),
  PlayAnnouncement: plain('PlayAnnouncement'),
  TextToSpeech: plain('TextToSpeech'),
  IVR: plain('IVR'),
  DeleteUserAnnouncement: plain('DeleteUserAnnouncement'),
  CollectDigits: listening('CollectDigits'),
  PlayAnnouncementAndCollectDigits: listening('PlayAnnouncementAndCollectDigits'),
  TextToSpeechAndCollectDigits: listening('TextToSpeechAndCollectDigits'),
  VerifyDigits: listening('VerifyDigits'),
  PlayApplication: telling('PlayApplication'),
  RecordUserAnnouncement: telling('RecordUserAnnouncement'),
  /** Outside a list of treatments nothing is played: the strategy waits. */
  *Pause({ properties }, cx) {
    const seconds = (yield* failing(cx.integer(properties.duration))) ?? 0;
    if (seconds < 0) cx.session.assume('wait.negative');
    yield* cx.session.pause(seconds, 'the end of the pause');
    return 'success';
  },
  /** Cancels the treatment that plays. A flow does one thing at a time: what plays here is a list that a kept request brought, or nothing. */
  *CancelCall(_block, cx) {
    const { world, treatments, recorder, interaction, assume } = cx.session;
    assume('cancel-call.meaning');
    const refused = world.answers.failure('dialog:stop');
    const { id } = interaction();
    recorder.step('action', { element: 'dialog:stop', interactionid: id });
    const event = 'error.dialog.stop';
    if (refused !== undefined)
      throw new BlockFailure(refused.error ?? 'unknown', 'The scenario makes this action fail.', event);
    if (!treatments.isPlaying(id)) throw new BlockFailure('invalidstate', 'No treatment is playing.', event);
    treatments.stop(id);
    return 'success';
  },
});
