// Functions that tell about the call: numbers, identities, places. All of them are called without arguments.
import type { FunctionFact } from '../facts.js';
import { documented, family, nameDocumented, names, recalled, sources } from '../define.js';

const attribute = (
  name: string,
  about: string,
  sureness: Pick<FunctionFact, 'evidence' | 'signatureEvidence'> = recalled,
  source: string = sources.memory,
): FunctionFact => ({
  name,
  about,
  source,
  ...sureness,
  kind: 'function',
  category: 'CallInfo',
  parameters: [],
  returns: 'STRING',
});

export const callInfoFunctions: readonly FunctionFact[] = [
  attribute('ANI', 'Number of the caller.', documented, sources.canvas),
  attribute('CED', 'Digits that were collected, an attribute of the call.'),
  attribute('CallID', 'Id of the call at the switch.'),
  attribute('CallType', 'Type of the call: inbound, internal, consult and so on.'),
  attribute('ConnID', 'Connection id of the call.', documented, sources.canvas),
  attribute('DNIS', 'Number that was dialled.', documented, 'text of a practitioner blog on an IRD strategy'),
  attribute(
    'GetCurrentSwitch',
    'Name of the switch that holds the call.',
    nameDocumented,
    'training slides of Universal Routing 6',
  ),
  attribute('NPA', "Area code of the caller's number.", nameDocumented, sources.dialog),
  attribute('NPANXX', "Area code and exchange of the caller's number.", nameDocumented, sources.dialog),
  attribute(
    'Orig',
    'Number that the call came from; a sample uses it when ANI is empty.',
    documented,
    sources.dialog,
  ),
  attribute('OtherDN', 'DN of the other party.'),
  attribute('OtherQueue', 'Queue of the other party.'),
  attribute('OtherTrunk', 'Trunk of the other party.', nameDocumented, sources.dialog),
  attribute('ThisDN', 'DN where the call is.'),
  attribute('ThisQueue', 'Queue where the call is.'),
  attribute('ThisTrunk', 'Trunk on which the call came.'),
];

export const interactionFunctions = family('Call Information', sources.memory, [
  ...names('unverified', {
    CallState: 'State of the call.',
    InteractionState: 'State of the interaction.',
    CustomerID: 'Customer id of the interaction.',
    FirstHomeLocation: 'Switch where the call came in first.',
    HomeLocation: 'Switch where the call is.',
    LastHomeLocation: 'Switch where the call was last.',
    InVQ: 'Whether the call waits in a virtual queue.',
    PlaceInQueue: 'Position of the call in its queue.',
    ReferenceID: 'Reference id of the event that started the strategy.',
    Tenant: 'Name of the tenant.',
    TServer: 'Name of the T-Server or media server that holds the call.',
  }),
  ...names('inferred', {
    CallUUID: 'Universal id of the call.',
    InteractionID: 'Id of the interaction.',
    MediaType: 'Media type of the interaction.',
    TenantID: 'Id of the tenant.',
  }),
]);
