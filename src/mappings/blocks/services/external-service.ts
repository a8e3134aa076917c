// External Service: a request by the External Service Protocol, which Orchestration speaks. User data go with it unless the block says otherwise.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { value } from '../../target-tree.js';
import { askingState, objectOf, secondsOf, type Asked } from '../requests.js';
import { keepAnswer, resultsState } from './answers.js';

export const externalServiceBlock = defineBlock({
  type: 'ExternalService',
  disposition: 'review',
  evidence: 'inferred',
  cost: 3,
  target: { from: '8.1.3' },
  source:
    'Composer migration guide, Data & Services objects (session:fetch by method esp); the names of its parameters are inferred',
  about:
    'session:fetch by method esp to the application, with service, method and parameters; all user data are sent unless the block says otherwise, as IRD does. The names of the parameters are inferred: compare with a page of Composer.',
  ignores: ['applicationType'],
  build: (block, cx) => {
    const { application, service, method, parameters, withoutUserData, timeout, ...wanted } =
      block.properties;
    for (const [what, given] of Object.entries({ application, service, method }))
      if ((given?.value ?? '') === '') cx.placeholder(`it names no ${what}`);
    if (withoutUserData) cx.use(withoutUserData);
    const sends = !(withoutUserData?.value ?? false);
    const results = resultsState(wanted, cx);
    const failure = cx.target('red');
    const own = js.object(objectOf(parameters, cx));
    return {
      states: [
        askingState(
          block,
          espRequest(
            {
              application: js.text(application?.value ?? ''),
              service: js.text(service?.value ?? ''),
              method: js.text(method?.value ?? ''),
              parameters: own,
              userData: sends ? cx.library('udataPairs', cx.interaction) : undefined,
            },
            secondsOf(timeout, cx),
          ),
          { success: results.id, failure, keep: [keepAnswer(cx)] },
          cx,
        ),
        results,
      ],
    };
  },
});

/** What a request by the External Service Protocol says. */
interface EspRequest {
  readonly application: Js;
  readonly service: Js;
  readonly method: Js;
  readonly parameters: Js;
  /** Undefined: no user data go with it. */
  readonly userData: Js | undefined;
}

/** The request, whoever makes it. */
export const espRequest = (request: EspRequest, seconds: Js): Asked => ({
  module: 'session',
  name: 'fetch',
  event: 'session.fetch',
  attributes: {
    srcexpr: value(request.application),
    method: value(js.text('esp')),
    timeout: value(seconds),
  },
  params: [
    { key: 'Service', value: request.service },
    { key: 'Method', value: request.method },
    { key: 'Parameters', value: request.parameters },
    ...(request.userData ? [{ key: 'UserData', value: request.userData }] : []),
  ],
});
