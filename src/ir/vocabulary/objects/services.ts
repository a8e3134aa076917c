// Objects of IRD's toolbars "Data & Services", "Multimedia", "Outbound" and "SMS": requests to other servers.
import { meaning, objects, ports } from './define.js';

const shared = {
  ports: ports.greenAndRed,
  waits: true,
  restsOn: meaning,
  evidence: 'documented',
  portsEvidence: 'inferred',
} as const;

/** The block of that name is Composer's; that IRD has an object of the same name is recalled. */
const recalled = { evidence: 'inferred', source: "Composer's Help, eServices Blocks" } as const;
const unchecked = {
  evidence: 'unverified',
  source: 'general knowledge of Universal Routing, not checked against its Reference Manual',
} as const;

const response = { mainProperties: ['standardResponse'] } as const;

export const dataObjects = objects(
  {
    ...shared,
    category: 'Data & Services',
    source: "Composer's Migration from IRD, Data & Services Objects",
  },
  {
    BusinessRule: { name: 'Business Rule', about: 'Asks for a business rule.' },
    CustomServer: { name: 'Custom Server', about: 'Asks a Custom Server.' },
    DatabaseWizard: { name: 'Database Wizard', about: 'Queries a database or runs a stored procedure.' },
    ExternalService: {
      name: 'External Service',
      about: 'Asks a server through the External Service Protocol.',
    },
    WebService: { name: 'Web Service', about: 'Calls a web service; the result goes to a list.' },
  },
);

export const multimediaObjects = objects(
  { ...shared, category: 'Multimedia', source: "Orchestration Server Developer's Guide, Migration" },
  {
    Acknowledgement: { name: 'Acknowledgement', ...response, about: 'Makes an acknowledgement e-mail.' },
    AttachCategories: { name: 'Attach Categories', about: 'Attaches the categories of a classification.' },
    Autoresponse: { name: 'Autoresponse', ...response, about: 'Makes an automatic answer.' },
    ChatTranscript: { name: 'Chat Transcript', about: 'Makes an e-mail with the transcript of a chat.' },
    Classify: {
      name: 'Classify',
      mainProperties: ['categoryRoot'],
      about: 'Asks for the category of an interaction.',
    },
    CreateEmailOut: {
      name: 'Create E-mail Out',
      aliases: ['Create Email Out'],
      about: 'Makes an outbound e-mail.',
    },
    CreateInteraction: { name: 'Create Interaction', about: 'Makes a record of an interaction.' },
    CreateNotification: {
      name: 'Create Notification',
      ...response,
      about: 'Makes a notification e-mail.',
    },
    CreateSmsOut: { name: 'Create SMS Out', about: 'Makes an outbound text message.' },
    FindInteraction: { name: 'Find Interaction', about: 'Finds an interaction.' },
    FindInteractions: { name: 'Find Interactions', about: 'Finds several interactions.' },
    ForwardEmail: { name: 'Forward E-Mail', about: 'Forwards an e-mail to somebody outside.' },
    IdentifyContact: { name: 'Identify Contact', about: 'Finds or makes the contact of an interaction.' },
    MultiScreen: { name: 'MultiScreen', about: 'Asks which of several screening rules fit.' },
    RedirectEmail: { name: 'Redirect E-mail', ...recalled, about: 'Redirects an e-mail.' },
    RenderMessage: { name: 'Render Message', ...recalled, about: 'Makes a text from a template.' },
    ReplyEmailFromExternalResource: {
      name: 'Reply E-mail from External Resource',
      ...recalled,
      about: 'Takes the answer of somebody outside.',
    },
    Screen: {
      name: 'Screen',
      ...recalled,
      mainProperties: ['rule'],
      about: 'Asks which screening rule fits.',
    },
    SendEmail: { name: 'Send E-mail', ...recalled, about: 'Sends an e-mail.' },
    SendSmsOut: { name: 'Send SMS Out', about: 'Sends an outbound text message.' },
    SubmitNewInteraction: {
      name: 'Submit New Interaction',
      ...unchecked,
      about: 'Submits a new interaction.',
    },
    UpdateContact: { name: 'Update Contact', ...recalled, about: 'Changes a contact.' },
    UpdateInteraction: {
      name: 'Update Interaction',
      aliases: ['Update Interaction (UCS record)'],
      about: 'Changes the record of an interaction.',
    },
    ViewInteractionProperties: {
      name: 'View Interaction Properties',
      aliases: ['Update UCS Record', 'View Interaction Properties / Update UCS Record'],
      ...unchecked,
      about: 'Reads or changes the record of an interaction.',
    },
  },
);

export const outboundObjects = objects(
  { ...shared, category: 'Outbound', source: "Orchestration Server Developer's Guide, Migration" },
  {
    AddRecord: {
      name: 'Add Record',
      mainProperties: ['callingList'],
      about: 'Adds a record to a calling list.',
    },
    CancelRecord: { name: 'Cancel Record', ...unchecked, about: 'Takes a record off a calling list.' },
    DoNotCall: { name: 'Do Not Call', about: 'Marks a record or contact as not to be called.' },
    RecordProcessed: { name: 'Record Processed', aliases: ['Processed'], about: 'Marks a record as done.' },
    RescheduleRecord: {
      name: 'Reschedule Record',
      aliases: ['Reschedule'],
      about: 'Gives a record another time.',
    },
    UpdateRecord: { name: 'Update Record', ...unchecked, about: 'Changes a record.' },
  },
);

export const smsObjects = objects(
  { ...shared, category: 'SMS', source: "Orchestration Server Developer's Guide, Migration" },
  {
    CreateSms: { name: 'Create SMS', about: 'Makes a text message through an external server.' },
    SendSms: { name: 'Send SMS', ...recalled, about: 'Sends a text message.' },
  },
);
