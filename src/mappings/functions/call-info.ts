// CallInfo: properties of the interaction. What generated pages or the vendor's library read under IRD's name is exact; what was found by analogy
// is review.
import { defineFunctions } from '../define.js';
import * as js from '../js.js';
import { type Build, since813, sources } from './row.js';

const known = {
  evidence: 'documented',
  disposition: 'exact',
  cost: 0,
  target: since813,
  source: sources.generatedPages,
} as const;

const byAnalogy = {
  evidence: 'inferred',
  disposition: 'review',
  cost: 1,
  target: since813,
} as const;

const ofVoice =
  (property: string): Build =>
  (_args, cx) =>
    cx.library('voice', cx.interaction, js.text(property));

const ownId: Build = (_args, cx) => cx.interaction;

export const callInfo = defineFunctions([
  {
    ...known,
    ird: 'ANI',
    about: 'Calling number of the voice call; empty for other media.',
    examples: [{ ird: 'ANI[]', js: "ird.voice(_data.ird_ixn, 'ani')", value: '5550100' }],
    build: ofVoice('ani'),
  },
  {
    ...known,
    ird: 'DNIS',
    about: 'Dialled number of the voice call; empty for other media.',
    examples: [{ ird: 'DNIS[]', js: "ird.voice(_data.ird_ixn, 'dnis')", value: '5550199' }],
    build: ofVoice('dnis'),
  },
  {
    ...known,
    ird: 'CallID',
    about: 'Call id that the switch gave.',
    examples: [{ ird: 'CallID[]', js: "ird.voice(_data.ird_ixn, 'callid')", value: '77' }],
    build: ofVoice('callid'),
  },
  {
    ...known,
    ird: 'ThisDN',
    source: `${sources.generatedPages}; ${sources.routeFeature}`,
    about:
      'The DN where the interaction stands: from the event that brought it, kept up to date as it moves.',
    examples: [{ ird: 'ThisDN[]', js: '_data.ird_dn', value: '8001' }],
    build: (_args, cx) => cx.thisDN,
  },
  {
    ...known,
    ird: 'CallUUID',
    evidence: 'observed',
    about: 'Id of the interaction.',
    examples: [{ ird: 'CallUUID[]', js: '_data.ird_ixn', value: 'ixn1' }],
    build: ownId,
  },
  {
    ...known,
    ird: 'InteractionID',
    evidence: 'observed',
    about: 'Id of the interaction.',
    examples: [{ ird: 'InteractionID[]', js: '_data.ird_ixn', value: 'ixn1' }],
    build: ownId,
  },
  {
    ...known,
    ird: 'Tenant',
    source: sources.routeFeature,
    about: 'Name of the tenant of the session.',
    examples: [{ ird: 'Tenant[]', js: 'ird.text(_genesys.session.tenant)', value: 'Environment' }],
    build: (_args, cx) => cx.library('text', js.path('_genesys.session.tenant')),
  },
  {
    ...known,
    ird: 'TenantID',
    source: sources.routeFeature,
    about: 'Id of the tenant of the session.',
    examples: [{ ird: 'TenantID[]', js: 'ird.text(_genesys.session.tenantid)', value: '101' }],
    build: (_args, cx) => cx.library('text', js.path('_genesys.session.tenantid')),
  },
  {
    ...known,
    ird: 'TServer',
    source: sources.routeFeature,
    about: 'Name of the T-Server or media server that holds the interaction.',
    examples: [
      { ird: 'TServer[]', js: "ird.property(_data.ird_ixn, 'location', 'media_server')", value: 'tserver_a' },
    ],
    build: (_args, cx) =>
      cx.library('property', cx.interaction, js.text('location'), js.text('media_server')),
  },
  {
    ...known,
    ird: 'MediaType',
    disposition: 'review',
    cost: 1,
    source: sources.routeFeature,
    about:
      'Media type of the interaction, read from its voice, msgbased or chat part; that ORS spells its values as IRD did is not documented',
    examples: [{ ird: 'MediaType[]', js: 'ird.media(_data.ird_ixn)', value: 'voice' }],
    build: (_args, cx) => cx.library('media', cx.interaction),
  },
  {
    ...known,
    ird: 'CallType',
    disposition: 'review',
    cost: 1,
    source: sources.routeFeature,
    about:
      'Type of the call in the words of ORS (inbound, consult, ...); the values that IRD gave are not documented',
    examples: [{ ird: 'CallType[]', js: "ird.voice(_data.ird_ixn, 'type')", value: 'inbound' }],
    build: ofVoice('type'),
  },
  {
    ...byAnalogy,
    ird: 'ConnID',
    source: 'property seen on the voice part of the interaction in samples',
    about:
      'Connection id of the call; that the connid of ORS is the same text as the ConnID of IRD is not documented',
    examples: [{ ird: 'ConnID[]', js: "ird.voice(_data.ird_ixn, 'connid')", value: '006a02c1' }],
    build: ofVoice('connid'),
  },
  {
    ...byAnalogy,
    ird: 'Orig',
    source: 'name in the function list of IRD; use as a substitute for ANI in a published strategy',
    about: 'Originating number, read as the calling number; IRD may have given another one where both exist',
    examples: [{ ird: 'Orig[]', js: "ird.voice(_data.ird_ixn, 'ani')", value: '5550100' }],
    build: ofVoice('ani'),
  },
  {
    ...byAnalogy,
    ird: 'NPA',
    source: 'name in the function list of IRD; meaning by the North American numbering plan',
    about:
      'Area code: the first three digits of the calling number without its country code 1; the meaning is inferred from the name',
    examples: [{ ird: 'NPA[]', js: 'ird.aniDigits(_data.ird_ixn, 3)', value: '555' }],
    build: (_args, cx) => cx.library('aniDigits', cx.interaction, js.number(3)),
  },
  {
    ...byAnalogy,
    ird: 'NPANXX',
    source: 'name in the function list of IRD; meaning by the North American numbering plan',
    about:
      'Area code and exchange: the first six digits of the calling number without its country code 1; the meaning is inferred from the name',
    examples: [{ ird: 'NPANXX[]', js: 'ird.aniDigits(_data.ird_ixn, 6)', value: '555010' }],
    build: (_args, cx) => cx.library('aniDigits', cx.interaction, js.number(6)),
  },
  {
    ...byAnalogy,
    ird: 'GetCurrentSwitch',
    source: 'name in a training deck; location of the interaction in the Orchestration object model',
    about:
      'Where the interaction is: ORS shows the name of the T-Server or media server, IRD gave the name of the switch; compare with the configuration',
    examples: [
      {
        ird: 'GetCurrentSwitch[]',
        js: "ird.property(_data.ird_ixn, 'location', 'media_server')",
        value: 'tserver_a',
      },
    ],
    build: (_args, cx) =>
      cx.library('property', cx.interaction, js.text('location'), js.text('media_server')),
  },
]);
