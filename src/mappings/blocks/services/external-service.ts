// External Service: a request by the External Service Protocol, which Orchestration speaks. User data go with it unless the block says otherwise.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';
import { value } from '../../target-tree.js';
import { askingState, objectOf, patience } from '../requests.js';
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
          {
            module: 'session',
            name: 'fetch',
            event: 'session.fetch',
            attributes: {
              srcexpr: value(js.text(application?.value ?? '')),
              method: value(js.text('esp')),
              timeout: value(timeout ? cx.expression(timeout).js : js.number(patience)),
            },
            params: [
              { key: 'Service', value: js.text(service?.value ?? '') },
              { key: 'Method', value: js.text(method?.value ?? '') },
              { key: 'Parameters', value: own },
              ...(sends ? [{ key: 'UserData', value: cx.library('udataPairs', cx.interaction) }] : []),
            ],
          },
          { success: results.id, failure, keep: [keepAnswer(cx)] },
          cx,
        ),
        results,
      ],
    };
  },
});
