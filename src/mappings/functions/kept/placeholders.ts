// Functions whose calls become placeholders: what is missing for an equivalent, and what does the same in Orchestration when something does.
import { placeholders, unsupported, type KeptFunction } from './define.js';

const memory = 'general knowledge of Universal Routing; the Orchestration catalogue has no function for it';
const scxml = 'SCXML Technical Reference 8.1: the counterpart is an action with a reply, not a value';
const blocks = "Composer's Help: the counterpart is a block, not a function";

export const actions: readonly KeptFunction[] = placeholders(scxml, {
  SetThresholdEx: 'The counterpart is the threshold of each target of the queue:submit that follows',
  SuspendForTreatmentEnd: 'It waits: the counterpart is a state that ends with the event of the dialog',
  OnCallAbandoned:
    'It registers a strategy for the end of the call: the counterpart is a transition on the loss of the interaction',
  TMakeCall: 'The counterpart is ixn:createcall',
  CreateVoiceCall: 'The counterpart is ixn:createcall',
  AttachIxn: 'The counterpart is ixn:attach',
  DetachIxn: 'The counterpart is ixn:detach',
  ConsultCall: 'The counterpart is an action of the interaction module',
  ConferenceCall: 'The counterpart is an action of the interaction module',
  SetStatUpdate: 'The counterpart is the interval of statistic:subscribe',
  UseMediaType: 'The counterpart is a setting of the queue:submit that follows',
  SetDNISOverride: 'The counterpart is a setting of the routing request that follows',
  SetTranslationOverwrite: 'The counterpart is a setting of the routing request that follows',
  ExtensionAttach: 'The counterpart is the hints of the action that follows',
  ExtensionUpdate: 'The counterpart is the hints of the action that follows',
  ExtensionDelete: 'The counterpart is the hints of the action that follows',
});

export const objects: readonly KeptFunction[] = placeholders(blocks, {
  ClassifyInteraction: 'A Classify object does it; the function is known by name only',
  ScreenInteraction: 'A Screen object does it; the function is known by name only',
  PlayTreatment: 'Treatment objects do it; the function is known by name only',
  DBQuery: 'A Database Wizard object does it; the function is known by name only',
  DBStoredProcedure: 'A Database Wizard object does it; the function is known by name only',
  DoNotCall: 'An Outbound object does it; the function is known by name only',
  AddRecord: 'An Outbound object does it; the function is known by name only',
  ESPRequest: 'An External Service object does it; the function is known by name only',
  WebService: 'A Web Service object does it; the function is known by name only',
});

export const unknown: readonly KeptFunction[] = placeholders(memory, {
  CallState: 'Known by name only; no property of the interaction has the state',
  InteractionState: 'Known by name only; no property of the interaction has the state',
  CustomerID: 'Known by name only; when it is attached data as well, read it with UData',
  CED: 'An attribute of the call that Orchestration does not show; digits that a treatment collected are in its reply',
  FirstHomeLocation: 'Known by name only; Orchestration shows the present location alone',
  LastHomeLocation: 'Known by name only; Orchestration shows the present location alone',
  ReferenceID: 'Known by name only; the event that started the session is not kept',
  OtherQueue: 'Known by name only; parties show no queue of their own',
  ThisQueue: 'Known by name only; ThisDN is the queue when the interaction stands in one',
  ACfgData: 'Known by name only; acfgdata of thresholds stays with URS',
  GetRawAttribute: 'Known by name only; events of Orchestration have other attributes',
  KVListAdd: 'It changes a variable in place; the order of its parameters is not known',
  KVListSet: 'It changes a variable in place; the order of its parameters is not known',
  KVListDelete: 'It changes a variable in place; the order of its parameters is not known',
  GetLastErrorInfo: 'Known by name only; what it tells about the error is not described',
  SendEvent: 'Known by name only; which server it talks to is not described',
  SendRequest: 'Known by name only; which server it talks to is not described',
  SetInteger: 'Known by name only; what it sets is not described',
  Translate: 'Known by name only; translation is done by URS and the switch when the call is routed',
  AgentStat: 'Known by name only; SData reads statistics of agents',
  RVQData: 'Known by name only; SData reads statistics of virtual queues',
  CountSkillInGroupEx: 'Known by name only; how it differs from CountSkillInGroup is not described',
  CreateSkillGroup: 'Known by name only; a skill expression as target does the same',
  CreateSkillString: 'Known by name only; a skill expression as target does the same',
  GetSkillInGroup: 'Known by name only; a skill expression as target does the same',
  SelectTargetsByThreshold: 'Known by name only; thresholds of targets do the same',
  SetReadyCondition: 'Known by name only; URS decides who is ready',
  TargetListSelected: 'Known by name only; the reply of a selection has no such field',
  UseActivityType: 'Known by name only; an activity of workforce management',
  UseAgentStatistics: 'Known by name only; how it differs from CheckAgentState is not described',
  UseDNType: 'Known by name only; UseCustomAgentType is the documented function of that kind',
});

export const withoutCounterpart: readonly KeptFunction[] = [
  ...unsupported("Composer's Migration from IRD, Welcome", {
    CustomServer: 'Custom Servers are not carried over; a web service must take their place',
  }),
  ...unsupported(memory, {
    ThisTrunk: 'Orchestration does not show trunks, and the name is not certain enough to ask URS for it',
  }),
];
