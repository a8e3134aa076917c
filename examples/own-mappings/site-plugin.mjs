// Mappings of this site that templates cannot express.
import { attribute, defineBlock, defineFunctions, js } from 'ird2scxml';

const site = {
  evidence: 'observed',
  cost: 1,
  target: { from: '8.1.3' },
  source: 'specification of the order system',
};

/** Keys of attached data by the name that strategies use. */
const keys = { order: 'OrderNumber', invoice: 'InvoiceNumber' };

export default {
  functions: defineFunctions([
    {
      ...site,
      ird: 'OrderKey',
      disposition: 'exact',
      about:
        'The attached data that belongs to a name; the name is looked up when the strategy is converted.',
      examples: [],
      build: ([name], cx, [expression]) => {
        const known = keys[cx.literal(expression)];
        if (known === undefined)
          cx.review('the name is not known before the call, so it is taken for the key itself');
        return cx.library('udata', cx.interaction, known === undefined ? name : js.text(known));
      },
    },
  ]),
  blocks: {
    Greeter: defineBlock({
      ...site,
      type: 'Unknown',
      disposition: 'exact',
      about:
        'Asks the greeting service, and goes on whether it answers or not; the answer stands in the log.',
      build: (block, cx) => {
        const { Address: address, Language: language } = block.properties.values;
        if (address === undefined) cx.placeholder('it has no address');
        if (language !== undefined) cx.note(`Greets in ${language.text}.`);
        const where = address === undefined ? js.text('') : cx.text(address);
        const answered = cx.stateId('answered');
        cx.waits(cx.id);
        return {
          states: [
            {
              kind: 'state',
              id: cx.id,
              onentry: [
                cx.log,
                {
                  kind: 'element',
                  module: 'session',
                  name: 'fetch',
                  attributes: {
                    srcexpr: attribute.value(where),
                    requestid: attribute.location(cx.request()),
                  },
                },
              ],
              transitions: [
                { event: 'session.fetch.done', cond: cx.isReply(), target: answered },
                { event: 'error.session.fetch', cond: cx.isReply(), target: cx.target('green') },
              ],
            },
            {
              kind: 'state',
              id: answered,
              onentry: [
                {
                  kind: 'log',
                  value: js.binary(
                    js.text('greeted: '),
                    '+',
                    language === undefined ? js.text('') : cx.text(language),
                  ),
                },
              ],
              transitions: [{ target: cx.target('green') }],
            },
          ],
        };
      },
    }),
  },
};
