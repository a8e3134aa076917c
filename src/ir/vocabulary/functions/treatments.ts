// Functions that act on the call or ask another server, apart from routing: most names are common knowledge only.
import { family, names, sources } from '../define.js';

const named = (source: string, about: Readonly<Record<string, string>>) =>
  family('Treatments and external', source, names('documented', about));

export const treatmentFunctions = [
  ...named(sources.subroutines, { AnswerCall: 'Answers or accepts the call.' }),
  ...named(sources.scxml, {
    ClearCall: 'Ends the call.',
    ReleaseCall: 'Ends the call.',
    TMakeCall: 'Makes a call.',
  }),
  ...named("Composer's Migration from IRD, Welcome", { CustomServer: 'Asks a Custom Server.' }),
  ...family(
    'Treatments and external',
    sources.memory,
    names('unverified', {
      CreateVoiceCall: 'Makes a call.',
      AttachIxn: 'Takes an interaction into the strategy.',
      DetachIxn: 'Gives an interaction out of the strategy.',
      ClassifyInteraction: 'Asks for the category of an interaction.',
      ScreenInteraction: 'Asks which screening rule fits an interaction.',
      ConsultCall: 'Starts a consultation call.',
      TransferCall: 'Transfers the call.',
      ConferenceCall: 'Makes a conference of two calls.',
      PlayTreatment: 'Plays a treatment to the caller.',
      DBQuery: 'Queries a database.',
      DBStoredProcedure: 'Runs a stored procedure of a database.',
      DoNotCall: 'Puts a number on the do-not-call list.',
      AddRecord: 'Adds a record to a calling list.',
      ESPRequest: 'Asks a server through the External Service Protocol.',
      WebService: 'Calls a web service.',
    }),
  ),
];
