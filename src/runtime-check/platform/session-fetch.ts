// `session:fetch`: requests to HTTP servers and to functions of URS, answered by the scenario; repeated when delivery is guaranteed.
import { childElement, textOf } from '../../xml/index.js';
import type { FetchAnswer } from '../scenario/answer-types.js';
import type { Plain } from '../script/engine.js';
import { evaluateParams } from './evaluate-attributes.js';
import { asNumber, asText, isRecord, type ActionCall, type Services } from './module.js';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly params: Readonly<Record<string, Plain>>;
  readonly body: Plain;
  /** Seconds; undefined waits for ever. */
  readonly timeout: number | undefined;
  /** Attempts that are left after this one, and the seconds between them. */
  readonly retries: number;
  readonly interval: number;
}

/** Carries out a request. The trace shows each attempt. */
export function fetch(call: ActionCall, services: Services): void {
  const { values } = call;
  const params = evaluateParams(call.element, services.context);
  const body = readBody(call, services);
  if (params === undefined || body === undefined) return;
  const timeout = asNumber(values['timeout']);
  const guaranteed = values['gdelivery'] === true;
  if (guaranteed) services.recorder.assume('guaranteed-delivery');
  const request: Request = {
    method: values['method'] === undefined ? 'get' : asText(values['method']).toLowerCase(),
    url: asText(values['srcexpr']),
    params,
    body: body.value,
    timeout: timeout !== undefined && timeout > 0 ? timeout : undefined,
    retries: guaranteed ? Math.max(0, Math.floor(asNumber(values['gd_retries']) ?? 0)) : 0,
    interval: Math.max(0, asNumber(values['gd_retry_interval']) ?? 0),
  };
  show(request, values['headers'], 1, services);
  if (call.refused()) return;
  attempt(request, 1, call, services);
}

/** A request over HTTP to no address. */
const isNowhere = ({ method, url }: Request): boolean => url === '' && method !== 'urs' && method !== 'esp';

function show(request: Request, headers: Plain, number: number, { recorder }: Services): void {
  const { method, url, params, body } = request;
  recorder.step('request', {
    method,
    url,
    ...(Object.keys(params).length === 0 ? {} : { params }),
    ...(body === undefined ? {} : { body }),
    ...(headers === undefined ? {} : { headers }),
    ...(number === 1 ? {} : { attempt: number }),
  });
}

function attempt(request: Request, number: number, call: ActionCall, services: Services): void {
  const { context, world, recorder } = services;
  const { method, url, params, timeout } = request;
  if (isNowhere(request)) {
    recorder.assume('no-address');
    call.fail('unreachable', 'The request has no address.');
    return;
  }
  const answer = world.answers.fetch({ method, url, params, body: bodyText(request.body) });
  const kind = method === 'urs' ? 'urs' : 'fetch';
  const over = recorder.begin({ kind, nth: world.answers.asked(kind), what: url });
  const lasts = answer?.lasts ?? 0;
  const isLate = timeout !== undefined && lasts > timeout;
  const finish = (): void => {
    over();
    const failure = isLate
      ? { error: 'timeout', description: `No answer within ${String(timeout)} s.` }
      : failureOf(answer, url);
    if (failure === undefined) {
      call.done(result(answer, services));
    } else if (number <= request.retries) {
      context.schedule(request.interval * 1000, () => {
        show(request, call.values['headers'], number + 1, services);
        attempt(request, number + 1, call, services);
      });
    } else {
      call.fail(failure.error, failure.description);
    }
  };
  context.schedule((isLate ? timeout : lasts) * 1000, finish, 'a request is answered');
}

function failureOf(
  answer: FetchAnswer | undefined,
  url: string,
): { readonly error: string; readonly description: string } | undefined {
  if (answer === undefined)
    return { error: 'unreachable', description: `The scenario has no answer for ${url}.` };
  if (answer.error === undefined) return undefined;
  return { error: answer.error, description: `The request failed: ${answer.error}.` };
}

function result(answer: FetchAnswer | undefined, { recorder }: Services): Readonly<Record<string, Plain>> {
  if (answer?.headers !== undefined) recorder.assume('fetch-hints');
  if (typeof answer?.content !== 'string') recorder.assume('content-as-text');
  return { content: contentText(answer?.content), hints: { ...answer?.headers } };
}

// Generated pages run the content through a JSON reader: it arrives as text.
function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return content === undefined ? '' : JSON.stringify(content);
}

const bodyText = (body: Plain): string =>
  isRecord(body) || Array.isArray(body) ? JSON.stringify(body) : asText(body);

/** The `content` child of an action: its expression, else its text. Undefined when the expression failed. */
export function readBody(call: ActionCall, services: Services): { readonly value: Plain } | undefined {
  const content = childElement(call.element, 'content');
  if (content === undefined) return { value: undefined };
  const expr = content.attributes.find(({ name }) => name === '_expr' || name === 'expr');
  if (expr === undefined) return { value: textOf(content).text };
  const evaluated = services.context.evaluate(expr.value.text, expr.value.span());
  return evaluated.ok ? { value: evaluated.value } : undefined;
}
