// HTTP without a network: each request is handed back to the run that it comes from, and is answered at once.
import type { HttpTransport } from '../../src/runtime-check/interpreter/io/http-transport.js';

const base = 'http://loopback.invalid/';

export function loopback(): HttpTransport {
  let receive: Parameters<HttpTransport['connect']>[0] = () => false;
  return {
    connect(to) {
      receive = to;
    },
    addressOf: (sessionId) => `${base}${encodeURIComponent(sessionId)}`,
    send(request, answer) {
      const [address = ''] = request.url.split('?');
      const isOwn = address.startsWith(base);
      const isTaken = isOwn && receive(decodeURIComponent(address.slice(base.length)), request);
      answer(isTaken ? 200 : 404);
    },
  };
}
