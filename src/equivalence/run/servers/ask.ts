// A request to another server, and the wait for its answer. Who asks is given up when the call is gone.
import { BlockFailure } from '../faults.js';
import { wait, type Flow } from '../flow.js';
import type { SourceSession } from '../session.js';

export interface ServerRequest {
  /** `get`, `post`; `esp` for the External Service Protocol, `urs` for a function of the router. */
  readonly method: 'get' | 'post' | 'esp' | 'urs';
  /** Address; for `esp` the name of the application. */
  readonly url: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  /** Seconds until nobody waits any longer; 0 or less waits for ever. */
  readonly timeout: number;
}

/** Seconds that a strategy waits for a server when it does not say how long. */
export const usualTimeout = 10;

/** The answer as text; an error, or none in time, fails the block. */
export function* askServer(session: SourceSession, request: ServerRequest): Flow<string> {
  const { world, recorder } = session;
  const { method, url, params = {}, body, headers, timeout } = request;
  recorder.step('request', {
    method,
    url,
    ...(Object.keys(params).length === 0 ? {} : { params }),
    ...(body === undefined ? {} : { body }),
    ...(headers === undefined ? {} : { headers }),
  });
  const refusal = world.answers.failure('session:fetch');
  if (refusal !== undefined) throw failed(refusal.error ?? 'unknown', 'The request was refused.');
  if (url === '' && (method === 'get' || method === 'post'))
    throw failed('unreachable', 'Nobody has set the address.');
  const answer = world.answers.fetch({ method, url, params, body: body ?? '' });
  const kind = method === 'urs' ? 'urs' : 'fetch';
  const over = recorder.begin({ kind, nth: world.answers.asked(kind), what: url });
  const lasts = answer?.lasts ?? 0;
  const isLate = timeout > 0 && lasts > timeout;
  yield* wait<void>('the answer of a server', (resume) => {
    const handle = world.host.schedule((isLate ? timeout : lasts) * 1000, resume, 'a request is answered');
    return () => {
      over();
      world.host.withdraw(handle);
    };
  });
  over();
  if (isLate) throw failed('timeout', `No answer within ${String(timeout)} s.`);
  if (answer === undefined) throw failed('unreachable', 'Nobody answers there.');
  if (answer.error !== undefined) throw failed(answer.error, `The request failed: ${answer.error}.`);
  return contentOf(answer.content);
}

const failed = (error: string, description: string): BlockFailure =>
  new BlockFailure(error, description, 'error.session.fetch');

function contentOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return content === undefined ? '' : JSON.stringify(content);
}
