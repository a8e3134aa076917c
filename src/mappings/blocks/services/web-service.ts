// Web Service: the page asks the same address as URS did, or one below the address of all services.
import { defineBlock } from '../../define.js';
import * as js from '../../js.js';
import { value, type AttributeValue } from '../../target-tree.js';
import { askingState, getRequest, objectOf, post, secondsOf, type Asked } from '../requests.js';
import { keepAnswer, resultsState } from './answers.js';

export const webServiceBlock = defineBlock({
  type: 'WebService',
  disposition: 'review',
  evidence: 'inferred',
  cost: 3,
  target: { from: '8.1.3' },
  source:
    'Composer migration guide, Data & Services objects (Web Service); SCXML Technical Reference 8.1, session:fetch',
  about:
    'session:fetch to the address of the block by GET or POST (parameters as JSON); a relative address follows ird_service_url. Values of the answer go to the variables of the block. SOAP stays a placeholder.',
  build: (block, cx) => {
    const { url, method, parameters, user, password, timeout, ...wanted } = block.properties;
    const address = url?.value.trim() ?? '';
    if (address === '') cx.placeholder('it has no address');
    const verb = method?.value.trim().toLowerCase() || 'get';
    if (verb !== 'get' && verb !== 'post')
      cx.placeholder(
        `it asks by "${verb}": the envelope of the request and where its answer holds the values are missing, write them as an override`,
      );
    const isWhole = /^[a-z][a-z\d+.-]*:/i.test(address);
    const base = (): js.Js =>
      cx.shared('service_url', 'Where services are asked, e.g. http://host:port/services.');
    const at = isWhole
      ? js.text(address)
      : cx.library('serviceAddress', base(), js.text(address.startsWith('/') ? address : `/${address}`));
    const headers: Record<string, AttributeValue> = {};
    if (user !== undefined || password !== undefined) {
      const given = cx.shared(
        'service_authorization',
        'Authorization header of web services, e.g. Basic ....',
      );
      headers['headers'] = value(js.object({ Authorization: given }));
      const reason = 'who asks is data of the page (ird_service_authorization): no password stands in it';
      for (const secret of [user, password]) if (secret) cx.omit(secret.id, reason);
      cx.review('set ird_service_authorization: the user and password of the block are not in the page');
    }
    const given = js.object(objectOf(parameters, cx));
    const asked: Asked =
      verb === 'post'
        ? post(at, js.call('JSON.stringify', given), timeout, cx)
        : {
            ...getRequest(at, secondsOf(timeout, cx)),
            params: given.kind === 'object' ? given.entries : [],
          };
    const results = resultsState(wanted, cx);
    const failure = cx.target('red');
    return {
      states: [
        askingState(
          block,
          { ...asked, attributes: { ...asked.attributes, ...headers } },
          { success: results.id, failure, keep: [keepAnswer(cx)] },
          cx,
        ),
        results,
      ],
    };
  },
});
