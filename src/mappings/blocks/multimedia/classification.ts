// Classify, Screen, MultiScreen and Attach Categories: what the Classification Server finds is attached, so that segmentations branch on it.
import type { Block, PropertiesOf } from '../../../ir/nodes.js';
import { defineBlock, type BlockContext, type Region } from '../../define.js';
import * as js from '../../js.js';
import type { Js, Statement } from '../../js.js';
import { value } from '../../target-tree.js';
import { attachingState } from '../attaching.js';
import { askingState, type Asked } from '../requests.js';
import { categoriesShared } from './message-data.js';

const target = { from: '8.1.2' } as const;
const reference = 'SCXML Technical Reference 8.1, Classification';

export const classifyBlock = defineBlock({
  type: 'Classify',
  disposition: 'review',
  evidence: 'inferred',
  cost: 1,
  target,
  source: `${reference}; Orchestration developer guide, Migration; keys of categories by a public conversion library`,
  about:
    'classification:classify with the root category; the categories above the threshold are attached as CtgId, CtgName, CtgRelevancy and Ctg_<id>.',
  build: (block, cx) => {
    const { categoryRoot, relevancy, server } = block.properties;
    if ((categoryRoot?.value ?? '') === '')
      cx.placeholder('it names no root category, which Orchestration needs');
    const categories = categoriesShared(cx);
    const found = cx.shared('found', 'What the last classification found, relevant or not, as JSON.');
    const least = relevancy ? cx.expression(relevancy).js : js.number(0);
    const asked = {
      module: 'classification',
      name: 'classify',
      event: 'classification.classify',
      attributes: {
        interactionid: value(cx.interaction),
        root: value(categoryRoot ? cx.text(categoryRoot) : js.text('')),
        ...(server ? { server: value(cx.text(server)) } : {}),
      },
    } as const;
    const relevant = cx.library('relevant', parsed(found), least);
    return foundStates(
      block,
      asked,
      {
        field: 'categories',
        kept: found,
        before: [js.assign(categories, js.call('JSON.stringify', relevant))],
        pairs: cx.library('categoryPairs', parsed(categories)),
      },
      cx,
    );
  },
});

export const screenBlock = defineBlock({
  type: 'Screen',
  disposition: 'review',
  evidence: 'inferred',
  cost: 1,
  target,
  source: `${reference}; Composer's Help, eServices Blocks; the key of the rule that fits is an assumption (segmentation.attached-key)`,
  about:
    'classification:screen; the rule is attached as ScreenRuleName when it fits, an empty text when it does not. When no rule is found, server 8.1 replies and 8.5 fails.',
  build: (block, cx) => {
    const { rule } = block.properties;
    return screening(block, block.properties, rule ? [cx.text(rule)] : [], cx);
  },
});

export const multiScreenBlock = defineBlock({
  type: 'MultiScreen',
  disposition: 'review',
  evidence: 'inferred',
  cost: 1,
  target,
  source: `${reference}; Composer migration guide (named as not migrated); the key of the rule that fits is an assumption (segmentation.attached-key)`,
  about:
    'classification:screen; the first of the rules that fits, in their order, is attached as ScreenRuleName; which of several IRD takes is inferred.',
  build: (block, cx) => {
    const wanted = block.properties.rules.flatMap(({ rule }) => (rule ? [cx.text(rule)] : []));
    return screening(block, block.properties, wanted, cx);
  },
});

type Screening = Pick<PropertiesOf<'Screen'>, 'language' | 'categoryRoot' | 'server'>;

function screening(
  block: Block,
  { language, categoryRoot, server }: Screening,
  wanted: readonly Js[],
  cx: BlockContext,
): Region {
  if (language)
    cx.unsupported(
      language.id,
      `its language (${language.text}): no such attribute of classification:screen is documented`,
    );
  const asked = {
    module: 'classification',
    name: 'screen',
    event: 'classification.screen',
    attributes: {
      interactionid: value(cx.interaction),
      ...(categoryRoot ? { root: value(cx.text(categoryRoot)) } : {}),
      ...(server ? { server: value(cx.text(server)) } : {}),
    },
  } as const;
  cx.assume('segmentation.attached-key');
  const rules = cx.shared('rules', 'Rules of the last screening, as JSON.');
  const rule = cx.library('matchingRule', parsed(rules), js.array(...wanted));
  const pairs = js.object({ ScreenRuleName: rule });
  return foundStates(block, asked, { field: 'rules', kept: rules, before: [], pairs }, cx);
}

export const attachCategoriesBlock = defineBlock({
  type: 'AttachCategories',
  disposition: 'review',
  evidence: 'inferred',
  cost: 1,
  target,
  source:
    'Orchestration developer guide, Migration (named as user data); keys by a public conversion library (attachCategory)',
  about:
    'setuData with CtgId, CtgName, CtgRelevancy and Ctg_<id> of the categories of the block, else of the last classification.',
  build: (block, cx) => {
    const { categories } = block.properties;
    const given = categories.map(({ name, id, relevancy }) =>
      js.object({
        name: name ? cx.text(name) : id ? cx.text(id) : js.text(''),
        id: id ? cx.text(id) : name ? cx.text(name) : js.text(''),
        relevancy: relevancy ? cx.expression(relevancy).js : js.number(100),
      }),
    );
    const found = given.length > 0 ? js.array(...given) : parsed(categoriesShared(cx));
    const pairs = cx.library('categoryPairs', found);
    return {
      states: [attachingState({ pairs, success: cx.target('green'), failure: cx.target('red') }, cx)],
    };
  },
});

/** What a server has found, kept as JSON. */
const parsed = (kept: Js): Js => js.call('JSON.parse', js.binary(kept, '||', js.text('[]')));

interface Found {
  /** Field of the reply. */
  readonly field: string;
  /** Where it is kept. */
  readonly kept: Js;
  readonly before: readonly Statement[];
  /** What is attached. */
  readonly pairs: Js;
}

/** Asks, keeps what was found, and attaches it. */
function foundStates(block: Block, asked: Asked, found: Found, cx: BlockContext): Region {
  const failure = cx.target('red');
  const keep = [
    {
      kind: 'assign',
      location: found.kept,
      value: js.call('JSON.stringify', js.path(`_event.data.${found.field}`)),
    },
  ] as const;
  return {
    states: [
      askingState(block, asked, { success: cx.stateId('attach'), failure, keep }, cx),
      attachingState({ ...found, success: cx.target('green'), failure }, cx, 'attach'),
    ],
  };
}
