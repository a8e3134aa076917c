// Messages that a page sends by HTTP (`send` of the type basichttp): the trace shows each, and the scenario's answers to requests say whether it arrives.
// What comes by HTTP are events of the scenario.
import type { HttpTransport } from '../interpreter/io/http-transport.js';
import type { World } from '../world/world.js';
import type { Recorder } from './recorder.js';

const arrived = 200;

/** The transport of one run; `world` is asked when a message is sent. */
export const createBasicHttp = (recorder: Recorder, world: () => World | undefined): HttpTransport => ({
  connect: () => undefined,
  addressOf: (session) => `http://ors.invalid/scxml/session/${encodeURIComponent(session)}`,
  send: ({ method, url, body }, answer) => {
    recorder.step('request', { method: method.toLowerCase(), url, ...(body === '' ? {} : { body }) });
    const params = Object.fromEntries(new URLSearchParams(body));
    const found = world()?.answers.fetch({ method: method.toLowerCase(), url, params, body });
    answer(found === undefined || found.error !== undefined ? undefined : arrived);
  },
});
