// Data & Services: databases, Custom Servers, rules, external and web services (docs/services.md).
import { NotRunnable } from '../../faults.js';
import type { BlockContext, Flow, SourceSession } from '../../session.js';
import { askServer, type ServerRequest } from '../../servers/ask.js';
import {
  addressBelow,
  callService,
  keyedValues,
  setting,
  timeoutOf,
  userData,
  type ServiceCall,
} from '../../servers/requests.js';
import type { PropertiesOf, Value } from '../../../../ir/nodes.js';
import { defineRunners } from '../define.js';
import { takeAnswer, type Outputs } from './answers.js';

type TextValue = Extract<Value, { kind: 'text' }> | undefined;

const written = (value: TextValue): string => value?.value ?? '';

/** Members that the block gives; those that it leaves out are not sent. */
const given = (members: Readonly<Record<string, TextValue>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => (value === undefined ? [] : [[name, value.value]])),
  );

interface Asking extends Outputs {
  readonly parameters: PropertiesOf<'DatabaseWizard'>['parameters'];
  readonly timeout?: Value;
}

/** Asks a service at the address of all of them; `what` says what is asked for. */
function* ask(
  service: ServiceCall['service'],
  what: Readonly<Record<string, TextValue>>,
  properties: Asking,
  cx: BlockContext,
): Flow<'success'> {
  const parameters = { ...given(what), parameters: yield* keyedValues(properties.parameters, cx) };
  const timeout = yield* timeoutOf(properties.timeout, cx);
  const call = { at: 'ird_service_url', service, parameters, withUserData: false, timeout } as const;
  takeAnswer(properties, yield* callService(cx.session, call), cx);
  return 'success';
}

export const services = defineRunners({
  *DatabaseWizard({ id, properties }, cx) {
    const { accessPoint, query, procedure } = properties;
    if (written(query) === '' && written(procedure) === '')
      throw new NotRunnable(`block "${id}" names neither a query nor a stored procedure`);
    return yield* ask('DatabaseWizard', { accessPoint, query, procedure }, properties, cx);
  },
  *CustomServer({ id, properties }, cx) {
    const { server, request } = properties;
    if (written(request) === '') throw new NotRunnable(`block "${id}" does not say what it asks for`);
    return yield* ask('CustomServer', { server, request }, properties, cx);
  },
  *BusinessRule({ id, properties }, cx) {
    const { package: rules, rule } = properties;
    if (written(rules) === '' && written(rule) === '') throw new NotRunnable(`block "${id}" names no rule`);
    return yield* ask('BusinessRule', { package: rules, rule }, properties, cx);
  },
  *ExternalService({ id, properties }, cx) {
    const { application, service, method, parameters, withoutUserData, timeout } = properties;
    if (written(application) === '') throw new NotRunnable(`block "${id}" names no application`);
    const answer = yield* askServer(cx.session, {
      method: 'esp',
      url: written(application),
      params: {
        Service: written(service),
        Method: written(method),
        Parameters: yield* keyedValues(parameters, cx),
        ...(withoutUserData?.value === true ? {} : { UserData: userData(cx.session) }),
      },
      timeout: yield* timeoutOf(timeout, cx),
    });
    takeAnswer(properties, answer, cx);
    return 'success';
  },
  *WebService({ id, properties }, cx) {
    const { url, method, user, password, timeout } = properties;
    const by = written(method).trim().toLowerCase();
    if (written(url) === '') throw new NotRunnable(`block "${id}" has no address`);
    // What SOAP wraps its values in stands in no strategy.
    if (by !== '' && by !== 'get' && by !== 'post')
      throw new NotRunnable(`how block "${id}" asks by ${by} is not known`);
    const parameters = yield* keyedValues(properties.parameters, cx);
    const isKnown = written(user) !== '' || written(password) !== '';
    const authorization = setting(cx.session, 'ird_service_authorization');
    const asked: Omit<ServerRequest, 'timeout'> = {
      url: addressOf(written(url), cx.session),
      ...(by === 'post'
        ? { method: 'post', body: JSON.stringify(parameters) }
        : { method: 'get', params: parameters }),
      ...(isKnown ? { headers: { Authorization: authorization } } : {}),
    };
    const answer = yield* askServer(cx.session, { ...asked, timeout: yield* timeoutOf(timeout, cx) });
    takeAnswer(properties, answer, cx);
    return 'success';
  },
});

/** An address without a scheme stands below that of all services. */
function addressOf(url: string, session: SourceSession): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(url)) return url;
  return addressBelow(session, 'ird_service_url', url.startsWith('/') ? url : `/${url}`);
}
