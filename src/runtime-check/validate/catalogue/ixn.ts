// What is known of the interaction module: calls, messages and chats of the session. Its objects are in ixn-objects.ts.
import { ixnEnumerations, ixnObjects } from './ixn-objects.js';
import {
  action,
  boolean,
  byAnalogy,
  errorWords,
  literal,
  location,
  names,
  told,
  value,
  type AttributeRow,
  type ElementRow,
  type ErrorWords,
  type EventRow,
  type Known,
  type ModuleRow,
} from './rows.js';

const from = byAnalogy;

/** Elements of which no attribute was seen. */
const usual = {
  requestid: location('inferred', { from }),
  interactionid: value('inferred', { from }),
};
const seen = { requestid: location('observed'), interactionid: value('observed') };

const states = ['null', 'ringing', 'hold', 'transferring', 'treating', 'routed'].map(
  (state) => `invalidstate.${state}`,
);

interface Answer {
  readonly done: EventRow;
  readonly error?: EventRow;
  readonly errors?: ErrorWords;
  readonly known?: Known;
}

/** An action of which the answers were seen. */
function answered(
  event: string,
  attributes: Readonly<Record<string, AttributeRow>>,
  { done, error, errors, known = 'documented' }: Answer,
): ElementRow {
  const events = {
    [`${event}.done`]: done,
    ...(error === undefined ? {} : { [`error.${event}`]: error }),
  };
  return action(event, known, attributes, { events, ...(errors === undefined ? {} : { errors }) });
}

const error = told('documented', 'requestid', 'error', 'description');
const errorOfCall = (known: Known): EventRow =>
  told(known, 'requestid', 'interactionid', 'error', 'description');

export const ixnModule: ModuleRow = {
  prefix: 'ixn',
  name: 'interaction',
  eventRoots: ['interaction', 'voice', 'msgbased', 'chat'],
  eventsComplete: false,
  events: {
    'interaction.added': told('documented', 'interactionid', 'focusdeviceid'),
    'interaction.present': told('documented'),
    'interaction.deleted': told('documented', 'interactionid', 'resultof'),
    'interaction.notcontrolled': told('documented'),
    'interaction.onrouterequest': told('observed', 'interactionid'),
    'interaction.onmerge': told('observed', 'frominteractionid', 'tointeractionid'),
    'interaction.partystatechanged': told('observed', 'interactionid', 'focusdeviceid'),
    'interaction.udata.changed': told('documented', 'interactionid'),
    'interaction.abandoned': told('observed'),
    'chat.message': told('documented', 'interactionid', 'message'),
  },
  elements: {
    terminate: answered(
      'interaction.terminate',
      {
        requestid: location('documented'),
        interactionid: value('documented', { required: true }),
        reason: value('documented'),
        resource: value('documented'),
        hints: value('documented'),
      },
      {
        done: told('documented', 'requestid', 'interactionid'),
        error,
        errors: errorWords('documented', 'unknown', ...states, 'remote'),
      },
    ),
    redirect: answered(
      'interaction.redirect',
      {
        ...seen,
        from: value('observed'),
        to: value('observed'),
        type: value('observed'),
        hints: value('observed'),
        detach: boolean('documented'),
      },
      {
        done: told('documented', 'requestid', 'interactionid'),
        error,
        errors: errorWords(
          'documented',
          'unknown',
          ...states,
          'invaliddestination',
          'badtranslation',
          'remote',
          'invalidsource',
        ),
      },
    ),
    associate: answered(
      'interaction.associate',
      { ...usual, sessionid: value('inferred', { from: 'it moves the interaction to another session' }) },
      { done: told('documented', 'requestid', 'interactionid'), error },
    ),
    accept: answered(
      'interaction.accept',
      {
        requestid: location('documented'),
        interactionid: value('documented'),
        resource: value('documented'),
      },
      { done: told('documented', 'requestid'), error },
    ),
    attach: answered('interaction.attach', seen, {
      known: 'observed',
      done: told('observed', 'requestid', 'interactionid'),
    }),
    detach: answered('interaction.detach', seen, {
      done: told('observed', 'requestid'),
      error: told('observed', 'requestid', 'error', 'description'),
      errors: errorWords('observed', 'invalidstate'),
    }),
    userevent: action('interaction.userevent', 'observed', usual),
    createcall: answered(
      'voice.createcall',
      {
        requestid: location('documented'),
        from: value('documented', { required: true }),
        to: value('documented', { required: true }),
        type: literal('documented', {
          words: ['regular', 'agent', 'supervisor', 'priority', 'agentpriority', 'predictive'],
        }),
        reason: value('documented'),
        udata: value('documented'),
        hints: value('documented'),
      },
      {
        done: told('documented', 'requestid', 'interactionid'),
        error: errorOfCall('documented'),
        errors: errorWords(
          'documented',
          'timeout',
          'invalidsource',
          'invaliddestination',
          'invalidserver',
          'unknown',
        ),
      },
    ),
    hold: answered('voice.hold', usual, {
      done: told('documented', 'requestid', 'interactionid'),
      error: errorOfCall('documented'),
    }),
    retrieve: answered('voice.retrieve', usual, {
      done: told('documented', 'requestid', 'interactionid'),
      error: errorOfCall('inferred'),
    }),
    createmessage: answered(
      'msgbased.createmessage',
      {
        requestid: location('documented'),
        type: literal('documented', {
          words: [
            'emailout',
            'acknowledgement',
            'auto_response',
            'outbound_new',
            'inbound_collaboration_reply',
            'outbound_collaboration_invite',
            'outbound_notification',
            'redirect',
            'forwarded',
          ],
        }),
        media: literal('documented'),
        server: value('documented'),
      },
      {
        done: told('documented', 'requestid', 'interactionid', 'srid'),
        error,
        errors: errorWords('documented', 'Timeout', 'Request Invalid'),
      },
    ),
    sendmessage: answered('msgbased.sendmessage', usual, {
      done: told('documented', 'requestid'),
      error,
      errors: errorWords('documented', 'Timeout', 'Request Invalid'),
    }),
    getcontent: answered('chat.getcontent', usual, { done: told('documented', 'requestid'), error }),
    sendchatmessage: answered(
      'chat.sendchatmessage',
      {
        requestid: location('documented'),
        interactionid: value('documented'),
        from: value('documented', { required: true }),
        message: value('documented', { required: true }),
      },
      {
        done: told('documented', 'requestid'),
        error,
        errors: errorWords('documented', 'Request Invalid'),
      },
    ),
    gettranscript: answered('chat.gettranscript', usual, {
      done: told('documented', 'requestid', 'transcript'),
      error,
      errors: errorWords('documented', 'Request Invalid'),
    }),
  },
  functions: {
    ...names('documented', '_genesys.ixn.setuData', '_genesys.ixn.deleteuData'),
    ...names('observed', '_genesys.ixn.getuData'),
  },
  enumerations: ixnEnumerations,
  objects: ixnObjects,
};
