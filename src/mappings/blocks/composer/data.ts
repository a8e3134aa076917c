// User Data, HTTP REST and Web Request of a diagram.
import { defineBlock, type BlockContext, type Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js, Statement } from '../../js.js';
import { location, value, type Action, type ElementChild, type StateNode } from '../../target-tree.js';
import {
  composerFacts,
  composerRegion,
  exceptionTransitions,
  flagOf,
  jsOf,
  logActions,
  replyTransitions,
  rowsOf,
  scriptWithExceptions,
  secondsOf,
  valueOf,
  wordOf,
  workId,
  type ComposerBlock,
} from './loose.js';

/** How long Composer's page waits for the confirmation of user data. */
const confirmWithin = 10;

export const composerUserDataBlock = defineBlock({
  type: 'ComposerUserData',
  disposition: 'exact',
  ...composerFacts,
  about: 'setuData with the pairs, then a bounded wait for the confirmation when the block asks for it.',
  build: (block, cx) => {
    const statements: Statement[] = [js.rawStatement('var ird_pairs = {};')];
    for (const row of rowsOf(block, 'pairs')) {
      const key = jsOf(row.columns['key'], cx);
      const given = jsOf(row.columns['value'], cx);
      if (key && given) statements.push(js.assign(js.index(js.path('ird_pairs'), key), given));
    }
    statements.push(js.run(cx.library('attach', cx.interaction, js.path('ird_pairs'))));
    const waits = flagOf(valueOf(block, 'waitForEvent'), true);
    const timer = cx.request('timer');
    const timeout = `${cx.id}.timeout`;
    const next = cx.target('default');
    const late = cx.connected('timeout') ? cx.target('timeout') : next;
    cx.target('timeout');
    const id = workId(block, cx);
    if (!waits) {
      const state = cx.scriptState({
        statements,
        throws: true,
        success: next,
        failure: cx.frame.defaultRouting,
      });
      return composerRegion(block, [{ ...state, id }], cx);
    }
    cx.waits(id);
    const mine = js.binary(js.path('_event.data.interactionid'), '==', cx.interaction);
    const state: StateNode = {
      kind: 'state',
      id,
      onentry: [
        cx.log,
        ...logActions(block, cx),
        { kind: 'send', event: timeout, delay: secondsOf(js.number(confirmWithin)), idLocation: timer },
        { kind: 'script', statements },
      ],
      onexit: [{ kind: 'cancel', sendid: timer }],
      transitions: [
        { event: 'interaction.udata.changed', cond: mine, target: next },
        { event: timeout, target: late },
        ...exceptionTransitions(block, [], cx),
        { event: 'error.script', target: cx.frame.defaultRouting },
      ],
    };
    return composerRegion(block, [state], cx);
  },
});

const webAbout =
  'session:fetch with the parameters of the block; the answer is parsed as JSON into its result variable.';

export const composerHttpRestBlock = defineBlock({
  type: 'ComposerHttpRest',
  disposition: 'review',
  ...composerFacts,
  cost: 1,
  about: webAbout,
  build: (block, cx) => fetchRegion(block, cx),
});

export const composerWebRequestBlock = defineBlock({
  type: 'ComposerWebRequest',
  disposition: 'review',
  ...composerFacts,
  cost: 1,
  about: webAbout,
  build: (block, cx) => fetchRegion(block, cx),
});

function fetchRegion(block: ComposerBlock, cx: BlockContext): Region {
  const uri = jsOf(valueOf(block, 'uri'), cx);
  if (uri === undefined) {
    cx.placeholder('it has no address');
    return { states: [] };
  }
  const id = workId(block, cx);
  cx.waits(id);
  const payload = jsOf(valueOf(block, 'jsonContent') ?? valueOf(block, 'jsonPayload'), cx);
  const headers = rowsOf(block, 'headers').flatMap((row) => {
    const given = jsOf(row.columns['value'], cx);
    return given ? [{ key: wordOf(row.columns['name']), value: given }] : [];
  });
  const params = rowsOf(block, 'parameters').flatMap((row): readonly ElementChild[] => {
    const given = jsOf(row.columns['value'], cx);
    return given ? [{ kind: 'param', name: wordOf(row.columns['name']), value: given }] : [];
  });
  const timeout = jsOf(valueOf(block, 'timeout'), cx) ?? js.number(10);
  const enctype = wordOf(valueOf(block, 'encodingType'));
  const fetch: Action = {
    kind: 'element',
    module: 'session',
    name: 'fetch',
    from: block.nodeId,
    attributes: {
      requestid: location(cx.request()),
      srcexpr: value(uri),
      method: value(js.text(wordOf(valueOf(block, 'requestMethod')).toLowerCase() || 'get')),
      ...(enctype === '' ? {} : { enctype: value(js.text(enctype)) }),
      timeout: value(timeout),
      ...(headers.length > 0 ? { headers: value({ kind: 'object', entries: headers } satisfies Js) } : {}),
    },
    children: [...params, ...(payload ? [{ kind: 'content', value: payload } as const] : [])],
  };
  const statements = results(block, cx);
  const state: StateNode = {
    kind: 'state',
    id,
    onentry: [cx.log, ...logActions(block, cx), fetch],
    transitions: replyTransitions(
      block,
      'session.fetch',
      { target: statements.length > 0 ? cx.stateId('keep') : cx.target('default') },
      cx,
    ),
  };
  if (statements.length === 0) return composerRegion(block, [state], cx);
  // An answer that cannot be read is an error of this block, not of the next one: the script runs before the block is left.
  const keep = { ...scriptWithExceptions(block, statements, cx), id: cx.stateId('keep') };
  return composerRegion(block, [state, keep], cx);
}

/** Keeps the answer: the whole in the result variable, named parts in the output parameters. */
function results(block: ComposerBlock, cx: BlockContext): readonly Statement[] {
  const answer = js.path('ird_answer');
  const statements: Statement[] = [];
  const result = valueOf(block, 'result');
  if (result?.kind === 'variable') statements.push(js.assign(cx.variable(result.name), answer));
  for (const row of rowsOf(block, 'outputs')) {
    const variable = row.columns['variable'];
    if (variable?.kind === 'variable') {
      statements.push(
        js.assign(cx.variable(variable.name), js.index(answer, js.text(wordOf(row.columns['name'])))),
      );
    }
  }
  for (const [name, after] of [
    ['statusCode', js.number(200)],
    ['responseStatus', js.boolean(true)],
  ] as const) {
    const variable = valueOf(block, name);
    if (variable?.kind === 'variable') statements.push(js.assign(cx.variable(variable.name), after));
  }
  if (statements.length === 0) return [];
  const parse = js.rawStatement('var ird_answer = JSON.parse(_event.data.content);');
  return [parse, ...statements];
}
