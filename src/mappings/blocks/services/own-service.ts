// Database Wizard, Custom Server and Business Rule: URS asked servers by protocols that Orchestration does not speak. The page sends a request of its
// own making (docs/services.md) to an address that is data of the page.
import type { Block } from '../../../ir/nodes.js';
import { defineBlock, type BlockContext, type Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js } from '../../js.js';
import { askingState, objectOf, postRequest, secondsOf, type Asked } from '../requests.js';
import { keepAnswer, resultsState } from './answers.js';

const target = { from: '8.1.3' } as const;
const about = (words: string): string =>
  `session:fetch to the service at ird_service_url (${words}); values of the answer go to the variables of the block. A service that takes the request has to be provided.`;

export const databaseWizardBlock = defineBlock({
  type: 'DatabaseWizard',
  disposition: 'review',
  evidence: 'inferred',
  cost: 3,
  target,
  source:
    'Composer migration guide, Data & Services objects (DB Data asks an application server over HTTP); the request itself is ours',
  about: about('/DatabaseWizard, with access point, query or procedure, and arguments'),
  build: (block, cx) => {
    const { accessPoint, query, procedure, ...rest } = block.properties;
    if ((query?.value ?? procedure?.value ?? '') === '')
      cx.placeholder('it has neither a query nor a stored procedure');
    const words = wordsOf({ accessPoint, query, procedure });
    return askOwnService(block, words, rest, cx);
  },
});

export const customServerBlock = defineBlock({
  type: 'CustomServer',
  disposition: 'review',
  evidence: 'inferred',
  cost: 4,
  target,
  source:
    'Composer migration guide, Welcome (Custom Server is not carried forward; a web request replaces it); the request itself is ours',
  about: about('/CustomServer, with server, request and parameters'),
  build: (block, cx) => {
    const { server, request, ...rest } = block.properties;
    if ((request?.value ?? '') === '') cx.placeholder('it does not say what it asks the Custom Server for');
    return askOwnService(block, wordsOf({ server, request }), rest, cx);
  },
});

export const businessRuleBlock = defineBlock({
  type: 'BusinessRule',
  disposition: 'review',
  evidence: 'inferred',
  cost: 4,
  target,
  source:
    'Composer migration guide, About Migration (rules have to be called over HTTP); the request itself is ours',
  about: about('/BusinessRule, with package, rule and facts'),
  build: (block, cx) => {
    const { package: rulePackage, rule, ...rest } = block.properties;
    if ((rule?.value ?? rulePackage?.value ?? '') === '') cx.placeholder('it names no rule and no package');
    return askOwnService(block, wordsOf({ package: rulePackage, rule }), rest, cx);
  },
});

type Words = Readonly<Record<string, { readonly value: string } | undefined>>;

/** The texts that the block gives, by name. */
const wordsOf = (words: Words): Readonly<Record<string, Js>> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([name, given]) => (given ? [[name, js.text(given.value)] as const] : [])),
  );

function askOwnService(
  block: Block,
  words: Readonly<Record<string, Js>>,
  rest: Pick<
    Extract<Block, { type: 'CustomServer' }>['properties'],
    'parameters' | 'outputs' | 'result' | 'timeout'
  >,
  cx: BlockContext,
): Region {
  const given = js.object({ ...words, parameters: js.object(objectOf(rest.parameters, cx)) });
  const asked = ownServiceRequest(block.type, given, secondsOf(rest.timeout, cx), cx);
  const results = resultsState(rest, cx);
  const failure = cx.target('red');
  return {
    states: [
      askingState(block, asked, { success: results.id, failure, keep: [keepAnswer(cx)] }, cx),
      results,
    ],
  };
}

/** The request to a service of that name, whoever makes it. */
export function ownServiceRequest(
  service: string,
  given: Js,
  seconds: Js,
  cx: Pick<BlockContext, 'shared' | 'library' | 'interaction'>,
): Asked {
  const address = cx.shared('service_url', 'Where services are asked, e.g. http://host:port/services.');
  const body = cx.library('serviceBody', js.text(service), cx.interaction, given, js.boolean(false));
  return postRequest(cx.library('serviceAddress', address, js.text(`/${service}`)), body, seconds);
}
