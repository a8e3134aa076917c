// Functions that stay with URS: the page asks for their result by a request, and the answer is lifted like any other. Their names are certain; none of
// them waits, selects or routes. What happens to the page while URS answers is made by the lifting.
import { defineFunctions, type FunctionMapping } from '../define.js';
import * as js from '../js.js';
import { location, value } from '../target-tree.js';

/** Seconds that the page waits for URS. IRD knew no such limit: without one, an answer that never comes would keep the call for ever. */
export const ursTimeout = 10;

const shared = {
  evidence: 'inferred',
  disposition: 'urs',
  cost: 1,
  target: { from: '8.1.440' },
  source: "Composer's Help, URS Function Block: the request for a function of URS",
} as const;

const stays = (ird: string, about: string, call: string): FunctionMapping => ({
  ...shared,
  ird,
  about,
  examples: [{ ird: call, js: 'ird.text(_event.data.content)', value: 'answer' }],
  lift: {
    request: (args, cx) => ({
      actions: [
        {
          kind: 'element',
          module: 'session',
          name: 'fetch',
          attributes: {
            requestid: location(cx.request),
            method: value(js.text('urs')),
            srcexpr: value(cx.library('ursFunction', cx.interaction, js.text(ird), js.array(...args))),
            timeout: value(js.number(ursTimeout)),
          },
        },
      ],
      replies: [{ event: 'session.fetch.done' }],
      errors: [{ event: 'error.session.fetch' }],
    }),
  },
  build: (_args, cx) =>
    cx.library(cx.assume('urs.answer') === 'JSON' ? 'jsonText' : 'text', js.path('_event.data.content')),
});

const memory = 'URS keeps the map for all strategies that it runs; sessions of Orchestration share no memory';
const setting =
  'URS selects the targets under Orchestration as well; that the setting holds for the requests of the page is inferred';
const delivery =
  'URS delivers what it selects under Orchestration as well, by this setting; redirects of the page take no notice of it, since no element has an attribute for it';
const targets = 'URS knows how its parts make a target; its parameters are not public and pass through';

export const ursCalls = defineFunctions([
  stays(
    'FindConfigObject',
    'URS searches the configuration; Orchestration has no function that does.',
    "FindConfigObject[1,'name:Switch_X']",
  ),
  stays(
    'GetObjectProperty',
    'URS reads the configuration; its parameters are not public and pass through.',
    "GetObjectProperty['CFGPerson','1001']",
  ),
  stays(
    'FindServiceObjective',
    'URS looks the objective up; a function of that meaning was seen in a log of Orchestration without its parameters.',
    "FindServiceObjective['voice']",
  ),
  stays('SetMapValue', `${memory}.`, "SetMapValue['SCORES','token','abc',-1]"),
  stays('GetMapValue', `${memory}.`, "GetMapValue['SCORES','token']"),
  stays(
    'TargetState',
    'URS knows the target; whether Orchestration has a function of that name is not documented.',
    "TargetState['1001.A']",
  ),
  stays('UseCapacity', `${setting}.`, "UseCapacity['OnStatError']"),
  stays('UseCustomAgentType', `${setting}.`, "UseCustomAgentType['Agent','CFGExtension']"),
  stays('UseMediaType', `${setting}.`, "UseMediaType['voice']"),
  stays('SetDNISOverride', `${delivery}.`, "SetDNISOverride['UseANI']"),
  stays('SetTranslationOverwrite', `${delivery}.`, "SetTranslationOverwrite['UseConfig']"),
  stays('MultiSkill', `${targets}.`, "MultiSkill['Sales','Skill1']"),
  stays('MultiplyTargets', `${targets}.`, "MultiplyTargets['Sales','Support']"),
  stays('NMTExtractTargets', `${targets}.`, "NMTExtractTargets['StatServer','Sales']"),
  stays('OtherTrunk', 'URS knows the trunk; Orchestration does not show it.', 'OtherTrunk[]'),
  stays(
    'TimeBehind',
    'URS tells about the events that it receives itself, not about those of the page.',
    'TimeBehind[]',
  ),
]);
