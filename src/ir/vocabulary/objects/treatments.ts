// Objects of IRD's toolbar "Voice Treatment": what the caller hears, and what is asked of the caller.
import { meaning, objects, ports } from './define.js';

export const treatmentObjects = objects(
  {
    category: 'Voice Treatment',
    ports: ports.greenAndRed,
    waits: true,
    restsOn: meaning,
    evidence: 'documented',
    portsEvidence: 'inferred',
    source: "Composer's Migration from IRD, Voice Treatment Objects",
  },
  {
    Busy: { name: 'Busy', about: 'Busy tone.' },
    FastBusy: { name: 'Fast Busy', about: 'Fast busy tone.' },
    Ringback: { name: 'Ringback', aliases: ['RingBack'], about: 'Ringback tone.' },
    Silence: { name: 'Silence', about: 'Silence.' },
    Pause: { name: 'Pause', about: 'Waits without a sound of its own.' },
    Music: { name: 'Music', mainProperties: ['source'], about: 'Music from a source.' },
    RAN: { name: 'RAN', mainProperties: ['source'], about: 'Recorded announcement of the switch.' },
    CancelCall: {
      name: 'Cancel Call',
      restsOn: [...meaning, 'cancel-call.meaning'],
      waits: false,
      about: 'Cancels; whether the treatment or the call is an open question.',
    },
    CollectDigits: {
      name: 'Collect Digits',
      mainProperties: ['result'],
      about: 'Takes digits without a prompt.',
    },
    PlayAnnouncement: { name: 'Play Announcement', about: 'Plays a list of prompts.' },
    PlayAnnouncementAndCollectDigits: {
      name: 'Play Announcement and Collect Digits',
      mainProperties: ['result'],
      about: 'Plays a list of prompts and takes digits.',
    },
    TextToSpeech: { name: 'Text to Speech', about: 'Speaks a text.' },
    TextToSpeechAndCollectDigits: {
      name: 'Text to Speech and Collect Digits',
      mainProperties: ['result'],
      about: 'Speaks a text and takes digits.',
    },
    VerifyDigits: {
      name: 'Verify Digits',
      mainProperties: ['result'],
      about: 'Takes digits and compares them with what is expected.',
    },
    PlayApplication: {
      name: 'Play Application',
      mainProperties: ['application'],
      about: 'Runs a voice application and takes its result.',
    },
    IVR: {
      name: 'IVR',
      mainProperties: ['target'],
      about: 'Sends the call to an IVR and waits for its return.',
    },
    RecordUserAnnouncement: {
      name: 'Record User Announcement',
      mainProperties: ['userId'],
      about: 'Records what the caller says.',
    },
    DeleteUserAnnouncement: {
      name: 'Delete User Announcement',
      mainProperties: ['userId'],
      about: 'Deletes a recording.',
    },
    SetDefaultDestination: {
      name: 'Set Default Destination',
      waits: false,
      mainProperties: ['destination'],
      about: 'Sets where the call goes when nothing else routes it.',
    },
    BusyTreatmentExit: {
      name: 'Exit (busy treatment)',
      ports: ports.none,
      waits: false,
      source: "Composer's Migration from IRD, Routing Objects",
      about: 'Entry of a busy treatment list that leaves the Selection.',
    },
  },
);
