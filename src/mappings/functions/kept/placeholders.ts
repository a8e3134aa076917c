// Functions whose calls become placeholders: what is missing for an equivalent, and what does the same in Orchestration when something does.
import { placeholders, unsupported, type KeptFunction } from './define.js';

const memory = 'general knowledge of Universal Routing; the Orchestration catalogue has no function for it';
const scxml = 'SCXML Technical Reference 8.1: the counterpart is an action with a reply, not a value';
const blocks = "Composer's Help: the counterpart is a block, not a function";

export const actions: readonly KeptFunction[] = placeholders(scxml, {
  ConsultCall:
    'No action of Orchestration is documented that starts a consultation: missing are its name and events; ixn:createcall makes a call of its own, without the caller',
  ConferenceCall:
    'No action of Orchestration is documented that joins calls: missing are its name and events, and which two calls IRD joined',
});

export const objects: readonly KeptFunction[] = placeholders(blocks, {
  PlayTreatment:
    'Which treatment its arguments name is not known: each treatment has an element of its own (dialog:play, playsound, start, ...); put the object of that treatment in its place',
});

export const unknown: readonly KeptFunction[] = placeholders(memory, {
  CallState: 'No property of the interaction has the state, and its values in IRD are not known',
  InteractionState: 'No property of the interaction has the state, and its values in IRD are not known',
  CustomerID: 'No property of the interaction has it; when it is attached data as well, read it with UData',
  CED: 'An attribute of the call that Orchestration does not show; digits that a treatment collected are in its reply',
  FirstHomeLocation: 'Orchestration shows the present location alone, not the switch where the call came in',
  LastHomeLocation:
    'Orchestration shows the present location alone, not the switch where the call was before',
  ReferenceID:
    'The event that started the session is not kept, and which of its attributes was meant is not known',
  OtherQueue: 'Parties show no queue of their own',
  ACfgData:
    'Of which application the option is read, and how it is written, is not known; acfgdata in thresholds stays with URS, GetConfigOption reads options of the call',
  GetRawAttribute: 'Events of Orchestration have other attributes than those of the switch',
  SendEvent:
    'To which server it talks is not known; ixn:userevent and send are candidates, but no document has the attributes of the first',
  SendRequest: 'To which server it talks, and by which protocol, is not known',
  SetInteger: 'What it sets is not known: a variable, attached data and an option are equally likely',
  Translate:
    'Numbers are translated by URS and the switch when the call is routed; no function gives the result',
  CountSkillInGroupEx: 'How it differs from CountSkillInGroup, which is converted, is not known',
  CreateSkillString:
    'How its arguments make an expression (which comparison, how several are joined) is not known',
  SelectTargetsByThreshold:
    'Whether it gives a target list or selects is not known; thresholds of targets in a Selection do what its name says',
  SetReadyCondition: 'URS decides who is ready; what conditions it took is not known',
  TargetListSelected:
    'The reply of a selection has no field for the list, only for the target and its component',
  UseActivityType: 'An activity of workforce management; the attributes of queue:activity are in no document',
  UseAgentStatistics: 'How it differs from CheckAgentState, which is converted, is not known',
  UseDNType:
    'Its values are not known; UseCustomAgentType is the documented function of that kind, and is asked of URS',
});

export const withoutCounterpart: readonly KeptFunction[] = [
  ...unsupported("Composer's Migration from IRD, Welcome", {
    CustomServer: 'Custom Servers are not carried over; a web service must take their place',
  }),
  ...unsupported(memory, {
    ThisTrunk: 'Orchestration does not show trunks, and the name is not certain enough to ask URS for it',
  }),
];
