// The ws module: requests that come to the session from outside, and the answers to them.
import type { ScxmlEvent } from '../interpreter/types.js';
import type { Plain } from '../script/engine.js';
import { evaluateParams } from './evaluate-attributes.js';
import { asText, type PlatformModule, type Services } from './module.js';
import { recordAction } from './record-action.js';
import { readBody } from './session-fetch.js';

/** An event of a scenario as it comes from outside; one with a `sendid` is a request. */
export const outside = (given: { readonly name: string; readonly sendid?: string }): ScxmlEvent => ({
  name: given.name,
  type: 'external',
  ...(given.sendid === undefined ? {} : { sendid: given.sendid }),
});

/** Notes a request of the scenario when the page takes its event, so that the answer can be told from one to nothing. */
export function noteRequest({ name, sendid, data }: ScxmlEvent, services: Services): void {
  const { state, recorder, world } = services;
  const isRequest = world.scenario.answers?.events?.some(
    (event) => event.sendid !== undefined && event.sendid === sendid && event.name === name,
  );
  if (sendid === undefined || isRequest !== true) return;
  state.webRequests.set(sendid, name);
  recorder.step('action', { element: 'ws:request', name, sendid, ...(isEmpty(data) ? {} : { data }) });
}

/** Whoever sent a request that the page has not answered waits in vain. */
export function tellUnanswered({ state, recorder }: Services): void {
  for (const [sendid, name] of state.webRequests) {
    recorder.detail('action', `the request ${name} (${sendid}) was not answered`);
  }
}

const isEmpty = (data: Plain): boolean =>
  data === undefined || (typeof data === 'object' && data !== null && Object.keys(data).length === 0);

export const ws: PlatformModule = {
  prefix: 'ws',
  elements: {
    response: (call, services) => {
      const params = evaluateParams(call.element, services.context);
      const body = readBody(call, services);
      if (params === undefined || body === undefined) return;
      const request = asText(call.values['requestid']);
      const name = services.state.webRequests.get(request);
      if (name === undefined) services.recorder.assume('no-web-request', `"${request}"`);
      services.state.webRequests.delete(request);
      recordAction(call, services, {
        type: call.values['type'] ?? 'positive',
        ...(name === undefined ? { answers: null } : { answers: name }),
        ...(Object.keys(params).length === 0 ? {} : { params }),
        content: body.value,
      });
      // It has no events: a failure of the scenario can only be told in the trace.
      call.refused();
    },
  },
  functions: {},
};
