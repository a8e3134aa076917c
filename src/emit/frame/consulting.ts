// How a page takes its interaction. For a consult call the session takes the caller's call as well, so that it has it when the transfer is completed,
// whatever the moment: a mute transfer is completed before the page has begun. Rules: docs/emitted-page.md.
import * as js from '../../mappings/js.js';
import { location, value, type Action, type StateNode } from '../../mappings/target-tree.js';

const own = js.path('_data.ird_ixn');
const parent = js.call('ird.parentOf', own);
const isConsult = js.binary(parent, '!=', js.text(''));
const isThere = js.index(js.path('_genesys.ixn.interactions'), own);
const request = js.path('_data.ird_requests.ird_parent');
const mine = js.binary(js.path('_event.data.requestid'), '==', request);
// When the merge is faster than the answer, the strategy begins with the merge.
const answered = js.binary(mine, '&&', isThere);
const limit: Action = { kind: 'send', event: 'ird.consult.timeout', delay: js.text('2s') };
const attach: Action = {
  kind: 'element',
  module: 'ixn',
  name: 'attach',
  attributes: { requestid: location(request), interactionid: value(parent) },
};

/** Waits for the interaction; `added` and `present` may both come, the first one starts. */
export function startState(): StateNode {
  return {
    kind: 'state',
    id: 'ird_start',
    transitions: [
      {
        event: 'interaction.added interaction.present',
        target: 'ird_consult',
        actions: [{ kind: 'script', statements: [js.run(js.call('ird.start', js.path('_event')))] }],
      },
    ],
  };
}

/**
 * Passes through, unless the interaction is a consult call: then the caller's call is attached, and what fails or takes long is not insisted on. An interaction that
 * is gone already was a consult call: what remains of it is told next.
 */
export function consultState(): StateNode {
  return {
    kind: 'state',
    id: 'ird_consult',
    comments: ["A consultation: the session takes the caller's call, too, and goes on in any case."],
    onentry: [
      {
        kind: 'if',
        branches: [
          { cond: isConsult, actions: [attach, limit] },
          { cond: js.not(isThere), actions: [limit] },
        ],
      },
    ],
    transitions: [
      { cond: js.binary(isThere, '&&', js.binary(parent, '==', js.text(''))), target: 'ird_strategy' },
      { event: 'interaction.attach.done', cond: answered, target: 'ird_strategy' },
      { event: 'error.interaction.attach', cond: answered, target: 'ird_strategy' },
      { event: 'ird.consult.timeout', target: 'ird_strategy' },
    ],
  };
}
